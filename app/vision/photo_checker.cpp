// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checker.h"

#include "app/imaging/mat_view_p.h"
#include "app/vision/backdrop_search_p.h"
#include "app/vision/burst_choice_p.h"
#include "app/vision/photo_checks_p.h"

#include <QElapsedTimer>

#include <array>
#include <exception>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

struct Check {
    const char* id;
    CheckValue (*run)(const PhotoContext&);
};

CheckValue replayNeedsBurst(const PhotoContext& /*photo*/)
{
    return notAssessed("replay", "photo.replay.no-burst");
}

/// In the order of contract.md.
constexpr std::array kChecks{
    Check{"backdrop", checkBackdrop},   Check{"edition", checkEdition},
    Check{"mirrored", checkMirrored},   Check{"copy", checkCopy},
    Check{"screen", checkScreen},       Check{"replay", replayNeedsBurst},
    Check{"composite", checkComposite}, Check{"text", checkText},
    Check{"coverage", checkCoverage},   Check{"artworkVisible", checkArtworkVisible},
    Check{"head", checkHead},           Check{"faces", checkFaces},
    Check{"frontal", checkFrontal},     Check{"upright", checkUpright},
    Check{"sharp", checkSharp},         Check{"light", checkLight},
    Check{"size", checkSize},           Check{"clothes", checkClothes}};

/// A check that breaks says so and does not take the others with it.
CheckValue runGuarded(const Check& check, const PhotoContext& photo)
{
    try {
        return check.run(photo);
    } catch (const std::exception&) {
        return CheckValue{QString::fromLatin1(check.id),
                          CheckResult::Unknown,
                          {},
                          {},
                          u"photo.%1.broken"_s.arg(QLatin1StringView(check.id))};
    }
}

QPolygonF outlineOf(const PhotoContext& photo)
{
    QPolygonF outline;
    if (!photo.hasOutline())
        return outline;
    for (const auto& corner : projectedOutline(photo.finding.own->toPhoto, photo.artworkSize()))
        outline.append(QPointF(corner.x, corner.y) * photo.enlarge);
    return outline;
}

/// Times the parts of one check: a part ends where the next one is named.
class StageClock final
{
public:
    explicit StageClock(std::vector<StageTime>& stages)
        : m_stages(stages)
    {
        m_timer.start();
    }

    /// What ran since the last call was the stage `name`.
    void ended(const char* name)
    {
        const auto now = m_timer.nsecsElapsed();
        m_stages.push_back({QString::fromLatin1(name), double(now - m_last) / 1e6});
        m_last = now;
    }

private:
    std::vector<StageTime>& m_stages;
    QElapsedTimer m_timer;
    qint64 m_last = 0;
};

constexpr int kMaxSide = 12'000;

} // namespace

struct PhotoChecker::Private {
    Thresholds limits;
    bool isCalibrated = false; ///< a provider's own file sets the limit for the backdrop
    std::unique_ptr<FaceFinder> faces;
    BackdropSearch search;

    Thresholds limitsFor(const BackdropProfile* backdrop) const;
    PhotoContext measure(const QImage& photo, const BackdropProfile* backdrop,
                         const Thresholds& profileLimits, StageClock& clock);
    PhotoReport report(const QImage& photo, const BackdropProfile* backdrop);
    BurstChoice choose(const std::vector<QImage>& burst);
};

/// Measured on real photos goes before rehearsed on drawn ones, and that before what is shipped.
Thresholds PhotoChecker::Private::limitsFor(const BackdropProfile* backdrop) const
{
    Thresholds own = limits;
    const auto rehearsal = backdrop != nullptr ? backdrop->rehearsal() : std::nullopt;
    if (rehearsal && !isCalibrated)
        own.agreementPass = rehearsal->pass;
    return own;
}

PhotoContext PhotoChecker::Private::measure(const QImage& photo, const BackdropProfile* backdrop,
                                            const Thresholds& profileLimits, StageClock& clock)
{
    PhotoContext context{.limits = profileLimits};
    context.bgr = bgrCopy(photo);
    context.gray = grayCopy(photo);
    context.small = shrunkTo(context.gray, int(limits.featureWidth));
    context.enlarge = double(context.gray.cols) / context.small.cols;
    context.backdrop = backdrop != nullptr ? &backdrop->data() : nullptr;
    clock.ended("prepare");
    context.faces = faces->find(context.gray);
    context.peers = peersOf(context.faces, limits);
    if (context.face() != nullptr) {
        const cv::Rect box = context.face()->box;
        const double shrink = 1.0 / context.enlarge;
        context.person = personMask(context.small.size(),
                                    cv::Rect(int(box.x * shrink), int(box.y * shrink),
                                             int(box.width * shrink), int(box.height * shrink)));
    }
    clock.ended("faces");
    if (context.backdrop != nullptr && context.backdrop->kind == BackdropKind::Motif)
        search.look(context);
    clock.ended("backdrop");
    return context;
}

PhotoReport PhotoChecker::Private::report(const QImage& photo, const BackdropProfile* backdrop)
{
    QElapsedTimer timer;
    timer.start();
    cv::theRNG().state = 0x5eed; // the same photo gets the same report
    PhotoReport report;
    StageClock clock(report.stages);
    const Thresholds profileLimits = limitsFor(backdrop);
    const PhotoContext context = measure(photo, backdrop, profileLimits, clock);
    for (const Check& check : kChecks)
        report.checks.push_back(runGuarded(check, context));
    if (context.face() != nullptr) {
        const cv::Rect box = context.face()->box;
        report.face = QRect(box.x, box.y, box.width, box.height);
    }
    report.backdropOutline = outlineOf(context);
    for (const LineView& line : context.lines) {
        if (!line.zone.isEmpty())
            report.textZones.push_back(line.zone);
    }
    clock.ended("checks");
    report.ms = double(timer.nsecsElapsed()) / 1e6;
    return report;
}

PhotoChecker::PhotoChecker(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

PhotoChecker::~PhotoChecker() = default;

Result<std::unique_ptr<PhotoChecker>> PhotoChecker::create(const Config& config)
{
    auto data = std::make_unique<Private>();
    const auto limits = Thresholds::load(config.thresholdsFile, config.ownThresholds);
    if (!limits)
        return limits.error();
    data->limits = *limits;
    const auto shipped = Thresholds::load(config.thresholdsFile);
    if (!shipped)
        return shipped.error();
    data->isCalibrated = limits->agreementPass != shipped->agreementPass;
    auto faces = FaceFinder::load(config.cascadeFolder, *limits, config.faceModelFile);
    if (!faces)
        return faces.error();
    data->faces = *std::move(faces);
    return std::unique_ptr<PhotoChecker>(new PhotoChecker(std::move(data)));
}

Result<PhotoReport> PhotoChecker::check(const QImage& photo, const BackdropProfile* backdrop)
{
    if (photo.width() < 32 || photo.height() < 32)
        return Error{ErrorCode::InvalidInput, u"the photo is empty or tiny"_s, u"photo"_s};
    if (photo.width() > kMaxSide || photo.height() > kMaxSide)
        return Error{ErrorCode::TooLarge, u"the photo is larger than pictures may be"_s,
                     u"photo"_s};
    try {
        return d->report(photo, backdrop);
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, QString::fromUtf8(exception.what()), u"photo"_s};
    }
}

Result<std::vector<PhotoReport>> PhotoChecker::checkBurst(const std::vector<QImage>& photos,
                                                          const BackdropProfile* backdrop)
{
    if (photos.empty())
        return Error{ErrorCode::InvalidInput, u"an empty burst"_s, u"burst"_s};
    std::vector<PhotoReport> reports;
    for (const QImage& photo : photos) {
        if (photo.size() != photos.front().size())
            return Error{ErrorCode::InvalidInput, u"the pictures of a burst differ in size"_s,
                         u"burst"_s};
        auto report = check(photo, backdrop);
        if (!report)
            return report.error();
        reports.push_back(*std::move(report));
    }
    const CheckValue replay = replayOf(photos, reports.front().face);
    for (PhotoReport& report : reports) {
        for (CheckValue& value : report.checks) {
            if (value.id == replay.id)
                value = replay;
        }
    }
    return reports;
}

BurstChoice PhotoChecker::Private::choose(const std::vector<QImage>& burst)
{
    std::vector<cv::Mat> grays;
    std::vector<cv::Mat> small;
    for (const QImage& picture : burst) {
        grays.push_back(grayCopy(picture));
        small.push_back(shrunkTo(grays.back(), int(limits.featureWidth)));
    }
    const std::vector<Face> found = faces->find(grays.front());
    const cv::Rect face = found.empty() ? cv::Rect() : found.front().box;
    const double shrink = double(small.front().cols) / grays.front().cols;
    const cv::Rect smallFace(int(face.x * shrink), int(face.y * shrink), int(face.width * shrink),
                             int(face.height * shrink));
    cv::theRNG().state = 0x5eed; // the same burst is judged the same
    return {bestFrame(lookAtBurst(*faces, grays, face)), checkReplay(small, smallFace, limits)};
}

CheckValue PhotoChecker::replayOf(const std::vector<QImage>& burst, QRect face) const
{
    try {
        std::vector<cv::Mat> grays;
        double shrink = 1;
        for (const QImage& picture : burst) {
            if (picture.isNull() || picture.size() != burst.front().size())
                return notAssessed("replay", "photo.replay.no-burst");
            grays.push_back(shrunkTo(grayCopy(picture), int(d->limits.featureWidth)));
            shrink = double(grays.back().cols) / picture.width();
        }
        cv::theRNG().state = 0x5eed; // the same burst is judged the same
        return checkReplay(grays,
                           cv::Rect(int(face.x() * shrink), int(face.y() * shrink),
                                    face.isEmpty() ? 0 : int(face.width() * shrink),
                                    face.isEmpty() ? 0 : int(face.height() * shrink)),
                           d->limits);
    } catch (const std::exception&) {
        return notAssessed("replay", "photo.replay.broken");
    }
}

Result<BurstChoice> PhotoChecker::choose(const std::vector<QImage>& burst)
{
    for (const QImage& picture : burst) {
        if (picture.size() != burst.front().size() || picture.width() < 32 ||
            picture.height() < 32 || picture.width() > kMaxSide || picture.height() > kMaxSide)
            return Error{ErrorCode::InvalidInput,
                         u"the pictures of a burst differ in size or have none"_s, u"burst"_s};
    }
    if (burst.empty())
        return Error{ErrorCode::InvalidInput, u"an empty burst"_s, u"burst"_s};
    try {
        return d->choose(burst);
    } catch (const std::exception&) {
        return BurstChoice{0, notAssessed("replay", "photo.replay.broken")};
    }
}

} // namespace handshake
