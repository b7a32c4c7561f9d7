// SPDX-License-Identifier: Apache-2.0
#include "app/demo/assessment/vision_run.h"

#include "app/demo/assessment/plain_match.h"
#include "app/demo/assessment/scene_cache.h"
#include "app/vision/backdrop_learner.h"

#include <opencv2/core/utility.hpp>

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <atomic>
#include <ctime>
#include <map>
#include <mutex>
#include <thread>

namespace handshake::assessment {

using namespace Qt::StringLiterals;
using evaluation::CurtainDesign;
using evaluation::Edition;
using evaluation::SampleDesign;
using evaluation::SceneKind;

namespace {

/// Everything one photo is held against.
struct Reference {
    BackdropProfile profile;
    std::unique_ptr<PlainMatch> plain;
};
using References = std::map<CurtainDesign, Reference>;

QJsonObject metaOf(const evaluation::Curtain& curtain)
{
    QJsonArray lines;
    for (const evaluation::CurtainPlace& place : curtain.places) {
        // Of a pattern of tiles one name is enough, as a provider would write it down.
        if (place.what == evaluation::CurtainPlace::What::Logo || lines.size() >= 5)
            continue;
        lines.append(QJsonObject{{u"text"_s, place.text},
                                 {u"box"_s, QJsonArray{place.box.x(), place.box.y(),
                                                       place.box.width(), place.box.height()}}});
    }
    return {{u"physicalWidthMm"_s, curtain.sizeMm.width()},
            {u"edgesAllowed"_s, true},
            {u"textLines"_s, lines},
            {u"groundColour"_s, curtain.ground.name()}};
}

Result<Reference> learn(const CurtainDesign& design, const QString& folder)
{
    const auto artworkOf = [&design](bool isNext, Edition edition) {
        CurtainDesign other = design;
        other.edition = edition;
        if (isNext)
            other.provider = (other.provider + 1) % evaluation::kProvidersPerFamily;
        return evaluation::curtainOf(other)->artwork;
    };
    const auto curtain = evaluation::curtainOf(design);
    LearnRequest request;
    request.artwork = curtain->artwork;
    request.older = {artworkOf(false, Edition::OlderLarge), artworkOf(false, Edition::OlderSmall)};
    CurtainDesign stranger = design;
    stranger.family =
        static_cast<evaluation::Family>((int(design.family) + 1) % evaluation::kFamilies);
    request.others = {artworkOf(true, Edition::Current), evaluation::curtainOf(stranger)->artwork};
    request.meta = metaOf(*curtain);
    auto learnt = learnBackdrop(request, folder);
    if (!learnt)
        return learnt.error();
    return Reference{learnt->profile,
                     std::make_unique<PlainMatch>(*request.artwork, request.older)};
}

/// Profiles of all designs that `samples` ask for.
Result<References> learnAll(const std::vector<SampleDesign>& samples, const QString& folder)
{
    References references;
    for (const SampleDesign& sample : samples) {
        if (references.contains(sample.asked))
            continue;
        auto reference = learn(
            sample.asked,
            folder + u"/%1-%2"_s.arg(familyName(sample.asked.family)).arg(sample.asked.provider));
        if (!reference)
            return reference.error();
        references.emplace(sample.asked, *std::move(reference));
    }
    return references;
}

Seen seenOf(const PhotoReport& report)
{
    return {report.checks, report.stages, report.verdict(), report.ms, {}};
}

QImage pictureOf(const evaluation::EvaluationPicture& picture)
{
    return QImage::fromData(picture.jpeg);
}

/// Every screen, and every fourth of the others.
bool isTakenAsBurst(const SampleDesign& sample)
{
    return sample.kind == SceneKind::Screen || sample.index % 4 == 0;
}

constexpr int kBurst = 5;

SceneOutcome assess(const SampleDesign& sample, const SceneCache& cache, PhotoChecker& checker,
                    const Reference& reference)
{
    SceneOutcome outcome;
    outcome.sample = sample;
    const evaluation::EvaluationPicture picture = cache.scene(sample);
    outcome.truth = picture.truth;
    const QImage photo = pictureOf(picture);
    const auto report = checker.check(photo, &reference.profile);
    if (report)
        outcome.seen = seenOf(*report);
    else
        outcome.seen.error = report.error().detail;
    const PlainMatch::Outcome plain = reference.plain->match(photo);
    outcome.plainInliers = plain.inliers;
    outcome.plainAccepts = plain.isAccepted();
    outcome.plainMs = plain.ms;
    if (isTakenAsBurst(sample)) {
        std::vector<QImage> photos;
        for (const auto& frame : cache.burst(sample, kBurst))
            photos.push_back(pictureOf(frame));
        if (const auto reports = checker.checkBurst(photos, &reference.profile)) {
            for (const PhotoReport& one : *reports)
                outcome.burst.push_back(seenOf(one));
        }
    }
    return outcome;
}

std::vector<SampleDesign> samplesOf(const VisionRunPlan& plan)
{
    std::vector<SampleDesign> samples;
    for (int i = 0; i < plan.scenes; ++i) {
        samples.push_back(evaluation::evaluationSample(i, plan.seed));
        if (!plan.size.isEmpty())
            samples.back().take.size = plan.size;
    }
    return samples;
}

/// One thread inside OpenCV while this lives: figures are for one core.
class OneThread final
{
public:
    OneThread()
        : m_before(cv::getNumThreads())
    {
        cv::setNumThreads(1);
    }
    ~OneThread() { cv::setNumThreads(m_before); }
    Q_DISABLE_COPY_MOVE(OneThread)

private:
    int m_before;
};

} // namespace

CheckResult Seen::result(QStringView id) const
{
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [id](const CheckValue& check) { return check.id == id; });
    return found == checks.end() ? CheckResult::Unknown : found->result;
}

std::optional<double> Seen::value(QStringView id) const
{
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [id](const CheckValue& check) { return check.id == id; });
    return found == checks.end() ? std::nullopt : found->value;
}

bool Seen::isBackdropAccepted() const
{
    const auto objects = [this](QStringView id) { return result(id) >= CheckResult::Warn; };
    return result(u"backdrop") == CheckResult::Pass && !objects(u"mirrored") && !objects(u"copy") &&
           !objects(u"edition");
}

Result<std::vector<SceneOutcome>> runVision(const VisionRunPlan& plan,
                                            const std::function<void(int done, int of)>& progress)
{
    const OneThread oneThread;
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error{ErrorCode::Storage, u"no folder for the profiles"_s, folder.path()};
    const std::vector<SampleDesign> samples = samplesOf(plan);
    const auto references = learnAll(samples, folder.path());
    if (!references)
        return references.error();
    std::vector<std::unique_ptr<PhotoChecker>> checkers;
    for (int i = 0; i < std::max(1, plan.threads); ++i) {
        auto checker = PhotoChecker::create(plan.checker);
        if (!checker)
            return checker.error();
        checkers.push_back(*std::move(checker));
    }
    const SceneCache cache(plan.cacheFolder);
    std::vector<SceneOutcome> outcomes(samples.size());
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    int done = 0;
    const auto work = [&](PhotoChecker& checker) {
        for (std::size_t i = next++; i < samples.size(); i = next++) {
            outcomes[i] = assess(samples[i], cache, checker, references->at(samples[i].asked));
            const std::scoped_lock lock(mutex);
            progress(++done, int(samples.size()));
        }
    };
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < checkers.size(); ++i)
        workers.emplace_back([&, i] { work(*checkers[i]); });
    work(*checkers.front());
    workers.clear(); // waits for them
    return outcomes;
}

Result<std::vector<SizeTiming>> timeVision(const VisionRunPlan& plan, int perSize)
{
    const OneThread oneThread;
    const QTemporaryDir folder;
    std::vector<SampleDesign> samples;
    for (int i = 0; int(samples.size()) < perSize; ++i) {
        const SampleDesign sample = evaluation::evaluationSample(i, plan.seed);
        if (sample.kind == SceneKind::Right)
            samples.push_back(sample);
    }
    const auto references = learnAll(samples, folder.path());
    if (!references)
        return references.error();
    const auto checker = PhotoChecker::create(plan.checker);
    if (!checker)
        return checker.error();
    const SceneCache cache(plan.cacheFolder);
    std::vector<SizeTiming> timings;
    for (const QSize size :
         {QSize(640, 480), QSize(1280, 720), QSize(1920, 1080), QSize(3264, 2448)}) {
        SizeTiming timing{size, {}, {}};
        for (SampleDesign sample : samples) {
            sample.take.size = size;
            const QImage photo = pictureOf(cache.scene(sample));
            const std::clock_t begin = std::clock();
            const auto report = (*checker)->check(photo, &references->at(sample.asked).profile);
            const std::clock_t end = std::clock();
            if (!report)
                return report.error();
            timing.photos.push_back(seenOf(*report));
            timing.cpuMs.push_back(1000.0 * double(end - begin) / CLOCKS_PER_SEC);
        }
        timings.push_back(std::move(timing));
    }
    return timings;
}

} // namespace handshake::assessment
