// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/executor_live_watch.h"

#include "app/reading/sheet_finder.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/live_guide.h"
#include "app/vision/photo_checker.h"

#include <QLineF>
#include <QMutex>

#include <algorithm>
#include <optional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLookWidth = 640;         // vision.md: more pixels do not help
constexpr std::size_t kLeastRecent = 3; // frames that show whether somebody moves
constexpr double kStillShare = 0.008;   // of the frame's width: corners that moved less are still
constexpr double kMinPaperShare = 0.09; // of the frame's area
constexpr double kFrameShare = 0.985;   // a "paper" as large as the frame is the frame

double areaOf(const QPolygonF& corners)
{
    double twice = 0;
    for (qsizetype i = 0; i < corners.size(); ++i) {
        const QPointF& a = corners[i];
        const QPointF& b = corners[(i + 1) % corners.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

QPolygonF scaled(QPolygonF polygon, double factor)
{
    for (QPointF& point : polygon)
        point *= factor;
    return polygon;
}

/// The greatest distance any corner moved; nothing when the numbers of corners differ.
std::optional<double> movement(const QPolygonF& a, const QPolygonF& b)
{
    if (a.size() != b.size() || a.isEmpty())
        return std::nullopt;
    double most = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        double nearest = QLineF(a[i], b[0]).length();
        for (const QPointF& other : b) // the finder may begin at another corner
            nearest = std::min(nearest, QLineF(a[i], other).length());
        most = std::max(most, nearest);
    }
    return most;
}

CheckValue lamp(const QString& id, bool good, const QString& advice)
{
    return {.id = id,
            .result = good ? CheckResult::Pass : CheckResult::Fail,
            .advice = good ? QString() : advice};
}

} // namespace

LiveDetectors::LiveDetectors() = default;
LiveDetectors::LiveDetectors(LiveDetectors&&) noexcept = default;
LiveDetectors& LiveDetectors::operator=(LiveDetectors&&) noexcept = default;
LiveDetectors::~LiveDetectors() = default;

/// The slow half. Touched from both threads: what stands below the mutex by whoever holds it, the
/// detectors by the job that is under way.
struct ExecutorLiveWatch::Verifier {
    std::unique_ptr<PhotoChecker> checker;
    std::unique_ptr<BackdropProfile> backdrop;

    QMutex mutex{};
    bool isBusy = false;
    quint64 subject = 0; ///< rises with every change of what is looked at
    std::optional<PhotoReport> fresh{};
    QSize freshSize{};

    void check(const QImage& frame, const std::vector<QImage>& recent, quint64 ofSubject)
    {
        const QImage small = frame.width() > kLookWidth
                                 ? frame.scaledToWidth(kLookWidth, Qt::SmoothTransformation)
                                 : frame;
        Result<PhotoReport> report = checker->check(small, backdrop.get());
        if (report && recent.size() >= kLeastRecent) {
            const CheckValue replay = checker->replayOf(recent, report->face);
            for (CheckValue& value : report->checks) {
                if (value.id == replay.id)
                    value = replay;
            }
        }
        const QMutexLocker lock(&mutex);
        isBusy = false;
        if (report && ofSubject == subject) {
            fresh = *std::move(report);
            freshSize = small.size();
        }
    }
};

struct ExecutorLiveWatch::Worker {
    SerialExecutor& verifying;
    std::function<Result<LiveDetectors>()> make;
    std::optional<Result<LiveDetectors>> detectors{};
    std::shared_ptr<Verifier> verifier = std::make_shared<Verifier>();
    std::optional<EvidenceRole> lastRole{};
    QPolygonF lastCorners{};

    Result<LiveView> look(const QImage& frame, EvidenceRole role);
    LiveView lookAtPerson(LiveDetectors& with, const QImage& frame);
    void changeSubject(LiveDetectors& with);
    LiveView lookAtPaper(LiveDetectors& with, const QImage& small, double factor);
};

Result<LiveView> ExecutorLiveWatch::Worker::look(const QImage& frame, EvidenceRole role)
{
    if (frame.isNull())
        return Error{ErrorCode::InvalidInput, u"live watch: empty frame"_s};
    if (!detectors) {
        detectors = make();
        if (*detectors) {
            verifier->checker = std::move((*detectors)->checker);
            verifier->backdrop = std::move((*detectors)->backdrop);
        }
    }
    if (!*detectors)
        return detectors->error();
    LiveDetectors& with = **detectors;
    if (lastRole != role)
        changeSubject(with);
    lastRole = role;
    LiveView view;
    if (role == EvidenceRole::Photo) {
        view = lookAtPerson(with, frame);
    } else {
        const QImage small = frame.width() > kLookWidth
                                 ? frame.scaledToWidth(kLookWidth, Qt::SmoothTransformation)
                                 : frame;
        view = lookAtPaper(with, small, static_cast<double>(frame.width()) / small.width());
    }
    view.frameSize = frame.size();
    return view;
}

void ExecutorLiveWatch::Worker::changeSubject(LiveDetectors& with)
{
    with.guide->restart();
    lastCorners.clear();
    const QMutexLocker lock(&verifier->mutex);
    ++verifier->subject;
    verifier->fresh.reset();
}

LiveView ExecutorLiveWatch::Worker::lookAtPerson(LiveDetectors& with, const QImage& frame)
{
    bool isFree = false;
    quint64 subject = 0;
    {
        const QMutexLocker lock(&verifier->mutex);
        if (verifier->fresh)
            with.guide->verify(*verifier->fresh, verifier->freshSize);
        verifier->fresh.reset();
        isFree = !verifier->isBusy;
        verifier->isBusy = true;
        subject = verifier->subject;
    }
    const GuideState seen = with.guide->track(frame);
    if (isFree)
        verifying.run([verifier = verifier, frame, recent = with.guide->recent(), subject] {
            verifier->check(frame, recent, subject);
            return Result<void>();
        });
    LiveView view;
    view.lamps = seen.lamps;
    view.advice = seen.advice;
    view.allGreen = seen.allGreen;
    view.outline = seen.outline;
    view.face = seen.face;
    return view;
}

LiveView ExecutorLiveWatch::Worker::lookAtPaper(LiveDetectors& with, const QImage& small,
                                                double factor)
{
    const std::vector<SheetCandidate> found = with.sheets->find(small);
    const double whole = static_cast<double>(small.width()) * small.height();
    // The finder's last resort is the whole picture; before a camera that means "none".
    const bool any = !found.empty() && areaOf(found.front().corners) < kFrameShare * whole;
    const QPolygonF corners = any ? found.front().corners : QPolygonF();
    const std::optional<double> moved = movement(corners, lastCorners);
    const bool still = any && moved && *moved < kStillShare * small.width();
    const bool whole4 = any && !found.front().touchesBorder;
    const bool large = any && areaOf(corners) >= kMinPaperShare * whole;
    lastCorners = corners;

    LiveView view;
    view.lamps = {lamp(u"sheet"_s, any, u"live.paper.none"_s),
                  lamp(u"borders"_s, whole4, u"live.paper.borders"_s),
                  lamp(u"resolution"_s, large, u"live.paper.far"_s),
                  lamp(u"steady"_s, still, u"live.paper.moving"_s)};
    const auto bad = std::find_if(view.lamps.begin(), view.lamps.end(), [](const CheckValue& l) {
        return l.result != CheckResult::Pass;
    });
    view.allGreen = bad == view.lamps.end();
    view.advice = view.allGreen ? QString() : bad->advice;
    view.outline = scaled(corners, factor);
    return view;
}

ExecutorLiveWatch::ExecutorLiveWatch(SerialExecutor& tracking, SerialExecutor& verifying,
                                     std::function<Result<LiveDetectors>()> make)
    : m_tracking(tracking)
    , m_worker(std::make_shared<Worker>(Worker{verifying, std::move(make)}))
{
}

ExecutorLiveWatch::~ExecutorLiveWatch() = default;

QFuture<Result<LiveView>> ExecutorLiveWatch::look(const QImage& frame, EvidenceRole role)
{
    return m_tracking.run([worker = m_worker, frame, role] { return worker->look(frame, role); });
}

} // namespace handshake
