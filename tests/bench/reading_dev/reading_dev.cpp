// SPDX-License-Identifier: Apache-2.0
// Draws papers that lie a little off, reads them as if a sheet finder had found them, and counts
// what was read exactly. Run by hand: reading_dev CACHE SPLIT FIRST COUNT [SHEET] [FAILURES.tsv]
// [LAYOUTS] SPLIT: tuned (faces and seeds figures are set on), seeds (same faces, other seeds),
// faces (other faces, other seeds). LAYOUTS: a folder of further layouts, such as
// reading_dev/layouts (the upright licence of 2014, which the classifier does not know yet).
#include "app/core/paths.h"
#include "app/demo/assessment/interval.h"
#include "app/reading/glyph_reader.h"
#include "app/reading/lexicon.h"
#include "app/reading/ocr_engine.h"
#include "app/reading/paper_checks.h"
#include "app/reading/paper_field_reader.h"
#include "app/reading/sheet_geometry.h"
#include "tests/bench/reading_dev/dev_capture.h"
#include "tests/bench/reading_dev/dev_papers.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <map>
#include <optional>

using namespace handshake;
using namespace handshake::readingdev;
using namespace Qt::StringLiterals;

namespace {

struct Sample {
    QImage picture;
    QPolygonF corners;
    QSizeF size;
    PaperKind kind = PaperKind::Unknown;
    bool isGood = false;
    QString note;
    std::map<QString, QString> truth;
};

Sample draw(Sheet sheet, Faces faces, std::uint32_t seed)
{
    const DevPaper paper = drawDevPaper(sheet, faces, seed);
    const DevCapture shot = capture(paper, seed);
    return {shot.picture,
            shot.corners,
            paper.size,
            paper.kind,
            shot.isGood,
            u"%1, %2, %3 dpi"_s.arg(paper.face, paper.numberFace).arg(shot.dpi, 0, 'f', 0),
            paper.truth};
}

void save(const Sample& sample, const QString& stem)
{
    constexpr int kQuality = 97;
    QFile file(stem + u".txt"_s);
    if (!sample.picture.save(stem + u".jpg"_s, nullptr, kQuality) ||
        !file.open(QIODevice::WriteOnly)) {
        std::fprintf(stderr, "cannot save %s\n", qPrintable(stem));
        return;
    }
    QTextStream out(&file);
    for (const QPointF& corner : sample.corners)
        out << corner.x() << ' ' << corner.y() << ' ';
    out << sample.size.width() << ' ' << sample.size.height() << ' '
        << static_cast<int>(sample.kind) << ' ' << (sample.isGood ? 1 : 0) << '\n'
        << sample.note << '\n';
    for (const auto& [key, text] : sample.truth)
        out << key << '\t' << text << '\n';
}

void load(Sample& sample, const QString& stem)
{
    QFile file(stem + u".txt"_s);
    if (!file.open(QIODevice::ReadOnly) || !sample.picture.load(stem + u".jpg"_s))
        return;
    sample.picture = sample.picture.convertToFormat(QImage::Format_RGB32);
    QTextStream in(&file);
    QTextStream head(in.readLine().toUtf8());
    for (int i = 0; i < 4; ++i) {
        double x = 0;
        double y = 0;
        head >> x >> y;
        sample.corners << QPointF(x, y);
    }
    double width = 0;
    double height = 0;
    int kind = 0;
    int isGood = 0;
    head >> width >> height >> kind >> isGood;
    sample.size = QSizeF(width, height);
    sample.kind = static_cast<PaperKind>(kind);
    sample.isGood = isGood != 0;
    sample.note = in.readLine();
    while (!in.atEnd()) {
        const QStringList parts = in.readLine().split(u'\t');
        if (parts.size() == 2)
            sample.truth[parts[0]] = parts[1];
    }
}

struct Tally {
    int of = 0;
    int exact = 0;
    int absent = 0;
    int silent = 0; ///< wrong, and no character marked doubtful
    int valid = 0;  ///< wrong, but its check character agrees

    [[nodiscard]] QString text() const
    {
        const auto [low, high] = assessment::wilson(exact, of);
        const double p = of > 0 ? static_cast<double>(exact) / of : 0;
        return u"%1 [%2, %3] %4/%5, absent %6, silent %7, wrong but valid %8"_s.arg(p, 0, 'f', 3)
            .arg(low, 0, 'f', 3)
            .arg(high, 0, 'f', 3)
            .arg(exact)
            .arg(of)
            .arg(absent)
            .arg(silent)
            .arg(valid);
    }
};

QString folded(QString text)
{
    return text.replace(u'（', u'(')
        .replace(u'）', u')')
        .replace(u'：', u':')
        .replace(u'，', u',')
        .replace(u'；', u';');
}

/// Counts what a recogniser costs.
class TimedRecogniser final : public LineRecogniser
{
public:
    explicit TimedRecogniser(LineRecogniser& inner)
        : m_inner(inner)
    {
    }
    [[nodiscard]] OcrLine readLine(const QImage& gray, const QString& allowed) override
    {
        const std::clock_t before = std::clock();
        OcrLine line = m_inner.readLine(gray, allowed);
        ms += 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        ++calls;
        return line;
    }
    double ms = 0;
    int calls = 0;

private:
    LineRecogniser& m_inner;
};

class Bench
{
public:
    Bench(QString cache, QTextStream& failures)
        : m_cache(std::move(cache))
        , m_failures(failures)
    {
    }

    bool prepare(const Paths& paths, const QString& furtherLayouts)
    {
        auto layouts = loadPaperLayouts(paths.data(u"reading/layouts"_s));
        auto thresholds = loadPaperThresholds(paths.data(u"reading/thresholds.json"_s));
        auto latin = OcrEngine::create(OcrEngine::Language::Latin, {});
        auto chinese = OcrEngine::create(OcrEngine::Language::Chinese, {});
        auto glyphs = GlyphReader::create(paths.data(u"models"_s));
        auto lexicon = Lexicon::load(paths.data(u"reading/lexicon.json"_s));
        if (!layouts || !thresholds || !latin || !chinese || !glyphs || !lexicon)
            return false;
        m_layouts = std::move(*layouts);
        if (auto further = loadPaperLayouts(furtherLayouts)) {
            for (PaperLayout& layout : *further)
                m_layouts.push_back(std::move(layout));
        }
        m_thresholds = *thresholds;
        m_latin = std::move(*latin);
        m_chinese = std::move(*chinese);
        m_glyphs = std::move(*glyphs);
        m_lexicon = std::move(*lexicon);
        return true;
    }

    /// Draws it unless it is there.
    [[nodiscard]] Sample sampleOf(Sheet sheet, Faces faces, const QString& stem,
                                  std::uint32_t seed) const
    {
        Sample sample;
        load(sample, stem);
        if (sample.picture.isNull()) {
            save(draw(sheet, faces, seed), stem);
            load(sample, stem);
        }
        return sample;
    }

    void run(Sheet sheet, Faces faces, const QString& split, std::uint32_t seed)
    {
        const QString stem = stemOf(sheet, split, seed);
        const Sample sample = sampleOf(sheet, faces, stem, seed);
        const auto layout = std::ranges::find_if(m_layouts, [&](const PaperLayout& entry) {
            return entry.kind == sample.kind && entry.size == sample.size;
        });
        if (layout == m_layouts.end())
            return;
        const QTransform toPicture = paperToPicture(sample.corners, layout->size);
        PaperReading reading;
        const std::clock_t before = std::clock();
        reading.rectified = flatPart(sample.picture, toPicture, QRectF(QPointF(0, 0), layout->size),
                                     layout->dotsPerMm);
        TimedRecogniser latin(*m_latin);
        TimedRecogniser chinese(*m_chinese);
        const PaperFieldReader fields({latin, {&chinese}, *m_glyphs, &*m_lexicon},
                                      {.sure = m_thresholds.sure,
                                       .doubtBelow = m_thresholds.doubtBelow,
                                       .leastLine = m_thresholds.leastLine});
        fields.read(*layout, sample.picture, toPicture, reading);
        m_ms[sheetName(sheet)].push_back(1000.0 * static_cast<double>(std::clock() - before) /
                                         CLOCKS_PER_SEC);
        m_ms[sheetName(sheet) + u" latin OCR"_s].push_back(latin.ms);
        m_ms[sheetName(sheet) + u" Chinese OCR"_s].push_back(chinese.ms);
        m_ms[sheetName(sheet) + u" OCR calls"_s].push_back(latin.calls + chinese.calls);
        for (const auto& [key, truth] : sample.truth)
            count(sheetName(sheet) + u' ' + key, key, truth, sample, reading, stem);
    }

    void drawOne(Sheet sheet, Faces faces, const QString& split, std::uint32_t seed) const
    {
        const Sample ignored = sampleOf(sheet, faces, stemOf(sheet, split, seed), seed);
        Q_UNUSED(ignored)
    }

    void report() const
    {
        for (const auto& [name, tally] : m_all) {
            std::printf("%-28s good %s\n", qPrintable(name), qPrintable(good(name).text()));
            std::printf("%-28s all  %s\n", "", qPrintable(tally.text()));
        }
        for (auto [name, times] : m_ms) {
            std::ranges::sort(times);
            std::printf("%-28s %4.0f median, %4.0f p95 (ms)\n", qPrintable(name),
                        times[times.size() / 2], times[times.size() * 95 / 100]);
        }
    }

private:
    [[nodiscard]] QString stemOf(Sheet sheet, const QString& split, std::uint32_t seed) const
    {
        return m_cache + u"/%1-%2-%3"_s.arg(split, sheetName(sheet)).arg(seed);
    }

    [[nodiscard]] Tally good(const QString& name) const
    {
        const auto found = m_good.find(name);
        return found == m_good.end() ? Tally() : found->second;
    }

    void count(const QString& name, const QString& key, const QString& truth, const Sample& sample,
               const PaperReading& reading, const QString& stem)
    {
        const auto found = reading.fields.find(key);
        const bool isAbsent = found == reading.fields.end();
        const bool isExact = !isAbsent && folded(found->second.text) == folded(truth);
        const CheckValue* check =
            reading.check(key == u"number"_s ? u"number-check"_s : u"credit-code-check"_s);
        const bool isNumber = key == u"number"_s || key == u"creditCode"_s;
        const bool isValid = isNumber && check != nullptr && check->result == CheckResult::Pass;
        const auto add = [&](Tally& tally) {
            ++tally.of;
            tally.exact += isExact ? 1 : 0;
            tally.absent += isAbsent ? 1 : 0;
            tally.silent += !isExact && !isAbsent && found->second.doubtful.empty() ? 1 : 0;
            tally.valid += !isExact && !isAbsent && isValid ? 1 : 0;
        };
        add(m_all[name]);
        if (sample.isGood)
            add(m_good[name]);
        if (!isExact)
            m_failures << stem << '\t' << key << '\t' << truth << '\t'
                       << (isAbsent ? u"-"_s : found->second.text) << '\t'
                       << (sample.isGood ? u"good"_s : u"bad"_s) << '\t' << sample.note << '\n';
    }

    QString m_cache;
    QTextStream& m_failures;
    std::vector<PaperLayout> m_layouts;
    PaperThresholds m_thresholds;
    std::unique_ptr<OcrEngine> m_latin;
    std::unique_ptr<OcrEngine> m_chinese;
    std::unique_ptr<GlyphReader> m_glyphs;
    std::optional<Lexicon> m_lexicon;
    std::map<QString, Tally> m_all;
    std::map<QString, Tally> m_good;
    std::map<QString, std::vector<double>> m_ms;
};

} // namespace

int main(int argc, char* argv[])
{
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const auto paths = Paths::find(QCoreApplication::applicationDirPath());
    if (arguments.size() < 5 || !paths || !QDir().mkpath(arguments[1])) {
        std::fprintf(stderr,
                     "reading_dev CACHE tuned|seeds|faces FIRST COUNT [SHEET] [FAILURES]\n");
        return 64;
    }
    QFile file(arguments.size() > 6 ? arguments[6] : arguments[1] + u"/failures.tsv"_s);
    if (!file.open(QIODevice::WriteOnly))
        return 65;
    QTextStream failures(&file);
    Bench bench(arguments[1], failures);
    const bool drawOnly = qEnvironmentVariableIsSet("READING_DEV_DRAW");
    if (!drawOnly && !bench.prepare(*paths, arguments.value(7))) {
        std::fprintf(stderr, "layouts, engines or glyph model missing\n");
        return 78;
    }
    const QString& split = arguments[2];
    const Faces faces = split == u"faces"_s ? Faces::HeldOut : Faces::Tuned;
    constexpr std::uint32_t kOtherSeeds = 100000;
    const auto first = arguments[3].toUInt() + (split == u"tuned"_s ? 0 : kOtherSeeds);
    for (std::uint32_t seed = first; seed < first + arguments[4].toUInt(); ++seed) {
        for (const Sheet sheet :
             {Sheet::IdPortrait, Sheet::IdEmblem, Sheet::Licence2019, Sheet::Licence2014}) {
            if (arguments.size() > 5 && arguments[5] != u"all"_s &&
                !sheetName(sheet).startsWith(arguments[5]))
                continue;
            if (drawOnly)
                bench.drawOne(sheet, faces, split, seed);
            else
                bench.run(sheet, faces, split, seed);
        }
    }
    bench.report();
    return 0;
}
