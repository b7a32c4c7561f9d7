// SPDX-License-Identifier: Apache-2.0
// The line recogniser beside the OCR engine on lines drawn by tests/recogniser/draw_lines.py: per
// folder (one face of type) characters and lines right, milliseconds a line. Run by hand:
// bench_lines <data/models/han> <folder>...
#include "app/core/text.h"
#include "app/reading/han_recogniser.h"
#include "app/reading/ocr_engine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

struct Score {
    int lines = 0, rightLines = 0, characters = 0, errors = 0;
    double milliseconds = 0;
};

/// Least number of characters put in, left out or taken for another.
int distance(const QString& a, const QString& b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int same = diagonal + (a[i] == b[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({same, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

using Reader = std::function<QString(const QImage&)>;
using Lines = std::vector<std::pair<QImage, QString>>;

Score scoreOf(const Lines& lines, const Reader& read, bool tells)
{
    Score score;
    for (const auto& [image, truth] : lines) {
        QElapsedTimer timer;
        timer.start();
        const QString text = read(image);
        score.milliseconds += double(timer.nsecsElapsed()) / 1e6;
        const int errors = distance(text, truth);
        ++score.lines;
        score.rightLines += errors == 0 ? 1 : 0;
        score.characters += int(truth.size());
        score.errors += errors;
        if (tells && errors > 0)
            std::printf("    %s | %s\n", qUtf8Printable(truth), qUtf8Printable(text));
    }
    return score;
}

void print(const char* who, const Score& score)
{
    std::printf("  %-10s characters %.4f (n = %d)  lines %.3f (n = %d)  %.1f ms a line\n", who,
                1 - (double(score.errors) / std::max(1, score.characters)), score.characters,
                double(score.rightLines) / std::max(1, score.lines), score.lines,
                score.milliseconds / std::max(1, score.lines));
}

Lines linesIn(const QString& folder)
{
    Lines lines;
    QFile truth(folder + u"/truth.tsv"_s);
    if (!truth.open(QIODevice::ReadOnly | QIODevice::Text))
        return lines;
    for (const QByteArray& row : truth.readAll().split('\n')) {
        const QStringList parts = QString::fromUtf8(row).split(u'\t');
        if (parts.size() == 2)
            lines.emplace_back(
                QImage(folder + u'/' + parts[0]).convertToFormat(QImage::Format_Grayscale8),
                parts[1]);
    }
    return lines;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication app(argc, argv);
    QStringList arguments = QGuiApplication::arguments().mid(1);
    const bool tells = arguments.removeAll(u"--errors"_s) > 0;
    const bool alone = arguments.removeAll(u"--alone"_s) > 0;
    if (arguments.size() < 2)
        return 2;
    const auto recogniser = HanRecogniser::create(arguments.takeFirst());
    const auto engine = OcrEngine::create(OcrEngine::Language::Chinese, {});
    if (!recogniser || !engine) {
        std::fprintf(stderr, "a reader cannot be created\n");
        return 1;
    }
    constexpr int kOcrHeight = 40; // as LineReader gives it
    for (const QString& folder : std::as_const(arguments)) {
        const Lines lines = linesIn(folder);
        std::printf("%s\n", qUtf8Printable(QDir(folder).dirName()));
        print("recogniser", scoreOf(
                                lines,
                                [&](const QImage& image) {
                                    QString text;
                                    for (const auto& character : (*recogniser)->read(image))
                                        text += character.text();
                                    return text;
                                },
                                tells));
        if (!alone)
            print("ocr", scoreOf(
                             lines,
                             [&](const QImage& image) {
                                 return foldWidth((*engine)
                                                      ->readLine(image.scaledToHeight(
                                                          kOcrHeight, Qt::SmoothTransformation))
                                                      .text());
                             },
                             false));
    }
    return 0;
}
