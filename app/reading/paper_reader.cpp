// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_reader.h"

#include "app/imaging/geometry.h"
#include "app/reading/glyph_reader.h"
#include "app/reading/lexicon.h"
#include "app/reading/ocr_engine.h"
#include "app/reading/paper_checks.h"
#include "app/reading/paper_classifier.h"
#include "app/reading/paper_field_reader.h"
#include "app/reading/paper_layout.h"
#include "app/reading/qr_code.h"
#include "app/reading/sheet_finder.h"
#include "app/reading/sheet_geometry.h"

#include <QElapsedTimer>

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr double kNanosecondsPerMs = 1e6;

/// The size an unknown sheet is made flat to, for the sharpness and for staff to look at.
constexpr QSize kUnknownSize{1000, 667};

} // namespace

struct PaperReader::Private {
    Config config;
    std::vector<PaperLayout> layouts;
    PaperThresholds thresholds;
    std::optional<Lexicon> lexicon;
    std::unique_ptr<OcrEngine> latin;
    std::unique_ptr<OcrEngine> chinese;
    std::unique_ptr<GlyphReader> glyphs;

    Result<void> startEngines()
    {
        if (latin != nullptr && chinese != nullptr && glyphs != nullptr)
            return {};
        auto newGlyphs = GlyphReader::create(config.modelsFolder);
        if (!newGlyphs)
            return newGlyphs.error();
        auto newLatin = OcrEngine::create(OcrEngine::Language::Latin, config.tessdata);
        if (!newLatin)
            return newLatin.error();
        auto newChinese = OcrEngine::create(OcrEngine::Language::Chinese, config.tessdata);
        if (!newChinese)
            return newChinese.error();
        latin = std::move(*newLatin);
        chinese = std::move(*newChinese);
        glyphs = std::move(*newGlyphs);
        return {};
    }

    PaperReading readSheet(const QImage& picture, PaperKind hint)
    {
        PaperReading reading;
        const auto candidates = SheetFinder(SheetFinder::Settings{}).find(picture);
        const PaperClassifier classifier(
            layouts, {.minPrint = thresholds.minPrint, .minAgreement = thresholds.minAgreement});
        const PaperMatches matches = classifier.classify(picture, candidates, hint, *chinese);
        const PaperMatch& match = matches.taken;
        for (const PaperMatch& known : matches.known)
            reading.sheets.push_back({known.layout->kind, known.sheet.corners, known.agreement});
        if (match.layout == nullptr && match.wholePicture) {
            reading.checks = checkNoSheet();
            return reading;
        }
        reading.corners = match.sheet.corners;
        const QSize size = match.layout != nullptr ? match.layout->pixels() : kUnknownSize;
        if (auto flat = rectify(picture, match.sheet.corners, size))
            reading.rectified = std::move(*flat);
        reading.checks = checkPicture(matches, reading.rectified, hint, thresholds);
        if (match.layout == nullptr)
            return reading;
        reading.kind = match.layout->kind;
        if (hint == PaperKind::Auto || hint == reading.kind)
            readFields(picture, *match.layout, reading);
        return reading;
    }

    void readFields(const QImage& picture, const PaperLayout& layout, PaperReading& reading)
    {
        const PaperFieldReader fields({*latin, {chinese.get()}, *glyphs, &*lexicon},
                                      {.sure = thresholds.sure,
                                       .doubtBelow = thresholds.doubtBelow,
                                       .leastLine = thresholds.leastLine});
        fields.read(layout, picture, paperToPicture(reading.corners, layout.size), reading);
        readCode(picture, layout, reading);
        for (CheckValue& value : checkFields(reading))
            reading.checks.push_back(std::move(value));
    }

    /// A code that was not read from the field's own crop is looked for closer, then elsewhere.
    static void readCode(const QImage& picture, const PaperLayout& layout, PaperReading& reading)
    {
        const auto field = std::ranges::find(layout.fields, FieldType::Qr, &FieldLayout::type);
        if (field == layout.fields.end() || reading.fields.contains(field->key))
            return;
        const QTransform toPicture = paperToPicture(reading.corners, layout.size);
        const auto text = readSheetCode(picture, toPicture, field->box, layout.size);
        if (!text)
            return;
        ReadField& code = reading.fields[field->key];
        code.text = *text;
        code.confidence = 1;
        code.box = boxOnPicture(toPicture, field->box, picture.size());
        code.crop = flatPart(picture, toPicture, field->box, layout.dotsPerMm);
    }
};

PaperReader::PaperReader(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

PaperReader::~PaperReader() = default;

Result<std::unique_ptr<PaperReader>> PaperReader::create(const Config& config)
{
    auto layouts = loadPaperLayouts(config.layoutsFolder);
    if (!layouts)
        return layouts.error();
    auto thresholds = loadPaperThresholds(config.thresholdsFile);
    if (!thresholds)
        return thresholds.error();
    auto lexicon = Lexicon::load(config.lexiconFile);
    if (!lexicon)
        return lexicon.error();
    auto data = std::make_unique<Private>();
    data->lexicon = std::move(*lexicon);
    data->config = config;
    data->layouts = std::move(*layouts);
    data->thresholds = *thresholds;
    return std::unique_ptr<PaperReader>(new PaperReader(std::move(data)));
}

Result<PaperReading> PaperReader::read(const QImage& picture, PaperKind hint)
{
    if (picture.isNull())
        return Error{ErrorCode::InvalidInput, u"paper: empty picture"_s};
    QElapsedTimer timer;
    timer.start();
    if (const auto started = d->startEngines(); !started)
        return started.error();
    try {
        PaperReading reading = d->readSheet(picture.convertToFormat(QImage::Format_RGB32), hint);
        reading.ms = static_cast<double>(timer.nsecsElapsed()) / kNanosecondsPerMs;
        return reading;
    } catch (const std::exception&) {
        return Error{ErrorCode::Internal, u"paper: a picture library failed"_s};
    }
}

} // namespace handshake
