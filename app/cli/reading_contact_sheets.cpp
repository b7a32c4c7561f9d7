// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reading_contact_sheets.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPen>
#include <QStringList>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kColumns = 3;
constexpr int kRows = 3;
constexpr QSize kPicture{600, 450};
constexpr QSize kCell{616, 640};
constexpr double kFoundOverlap = 0.98;

QStringList whatWentWrong(const SampleScore& score)
{
    QStringList lines;
    if (!score.falsePaper.isEmpty())
        lines.append(u"empty, believed: "_s + score.falsePaper);
    for (const ItemScore& item : score.items) {
        const bool isWhole = score.scene != papereval::SceneKind::CutOff;
        if (isWhole && item.overlap <= kFoundOverlap)
            lines.append(u"%1: overlap %2"_s.arg(papereval::itemKindName(item.kind))
                             .arg(item.overlap, 0, 'f', 3));
        if (!item.isKindRight) {
            lines.append(papereval::itemKindName(item.kind) + u": kind"_s);
            continue;
        }
        for (const FieldScore& field : item.fields)
            if (field.outcome != FieldOutcome::Exact)
                lines.append(field.key + (field.isFlagged ? u"? "_s : u": "_s) + field.truth +
                             u" | "_s + field.read);
    }
    return lines;
}

void drawCell(QPainter& painter, QPoint at, const SampleScore& score,
              const papereval::PaperSample& sample, const QStringList& lines)
{
    QImage picture = QImage::fromData(sample.jpeg).convertToFormat(QImage::Format_RGB32);
    {
        QPainter outlines(&picture);
        const double width = std::max(2.0, picture.width() / 300.0);
        for (const papereval::ItemTruth& item : sample.items) {
            outlines.setPen(QPen(QColor(0, 190, 0), width));
            outlines.drawPolygon(item.corners);
        }
        for (const ItemScore& item : score.items) {
            outlines.setPen(QPen(QColor(230, 0, 0), width, Qt::DashLine));
            outlines.drawPolygon(item.found);
        }
    }
    painter.drawImage(at, picture.scaled(kPicture, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    painter.setPen(Qt::black);
    QString text = u"%1 %2 %3 %4"_s.arg(score.index)
                       .arg(papereval::sceneKindName(score.scene),
                            papereval::severityName(score.severity), score.faults.join(u' '));
    for (const QString& line : lines)
        text += u'\n' + line;
    painter.drawText(QRect(at + QPoint(2, kPicture.height() + 4),
                           QSize(kPicture.width(), kCell.height() - kPicture.height() - 8)),
                     Qt::AlignLeft | Qt::TextWordWrap, text);
}

} // namespace

Result<int> writeFailureSheets(const std::vector<SampleScore>& scores, std::uint64_t seed, int most,
                               const QString& folder)
{
    std::vector<const SampleScore*> failed;
    for (const SampleScore& score : scores)
        if (static_cast<int>(failed.size()) < most && !whatWentWrong(score).isEmpty())
            failed.push_back(&score);
    constexpr std::size_t kCells = kColumns * kRows;
    int sheets = 0;
    for (std::size_t first = 0; first < failed.size(); first += kCells) {
        QImage sheet(kCell.width() * kColumns, kCell.height() * kRows, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(15);
        painter.setFont(font);
        for (std::size_t i = first; i < std::min(first + kCells, failed.size()); ++i) {
            const int cell = static_cast<int>(i - first);
            const auto sample = papereval::paperEvaluationSample(failed[i]->index, seed);
            if (!sample)
                return sample.error();
            drawCell(painter,
                     {kCell.width() * (cell % kColumns), kCell.height() * (cell / kColumns)},
                     *failed[i], *sample, whatWentWrong(*failed[i]));
        }
        painter.end();
        const QString file = folder + u"/failures-%1.jpg"_s.arg(++sheets);
        if (!sheet.save(file, "JPEG", 85))
            return Error{ErrorCode::Storage, u"a contact sheet could not be written"_s, file};
    }
    return sheets;
}

} // namespace handshake
