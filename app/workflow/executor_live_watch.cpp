// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/executor_live_watch.h"

#include "app/reading/sheet_finder.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/live_guide.h"
#include "app/vision/photo_checker.h"

#include <QElapsedTimer>
#include <QLineF>

#include <algorithm>
#include <optional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLookWidth = 640;         // vision.md: more pixels do not help
constexpr qint64 kVerifyEveryMs = 400;  // 2 to 4 full checks a second
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

struct ExecutorLiveWatch::Worker {
    std::function<Result<LiveDetectors>()> make;
    std::optional<Result<LiveDetectors>> detectors{};
    QElapsedTimer sinceVerify{};
    QPolygonF lastCorners{};

    Result<LiveView> look(const QImage& frame, EvidenceRole role);
    LiveView lookAtPerson(LiveDetectors& with, const QImage& small, double factor);
    LiveView lookAtPaper(LiveDetectors& with, const QImage& small, double factor);
};

Result<LiveView> ExecutorLiveWatch::Worker::look(const QImage& frame, EvidenceRole role)
{
    if (frame.isNull())
        return Error{ErrorCode::InvalidInput, u"live watch: empty frame"_s};
    if (!detectors)
        detectors = make();
    if (!*detectors)
        return detectors->error();
    const QImage small = frame.width() > kLookWidth
                             ? frame.scaledToWidth(kLookWidth, Qt::SmoothTransformation)
                             : frame;
    const double factor = static_cast<double>(frame.width()) / small.width();
    LiveDetectors& with = **detectors;
    LiveView view = role == EvidenceRole::Photo ? lookAtPerson(with, small, factor)
                                                : lookAtPaper(with, small, factor);
    view.frameSize = frame.size();
    return view;
}

LiveView ExecutorLiveWatch::Worker::lookAtPerson(LiveDetectors& with, const QImage& small,
                                                 double factor)
{
    if (!sinceVerify.isValid() || sinceVerify.elapsed() >= kVerifyEveryMs) {
        if (const auto report = with.checker->check(small, with.backdrop.get()))
            with.guide->verify(*report, small.size());
        sinceVerify.start();
    }
    const GuideState seen = with.guide->track(small);
    LiveView view;
    view.lamps = seen.lamps;
    view.advice = seen.advice;
    view.allGreen = seen.allGreen;
    view.outline = scaled(seen.outline, factor);
    view.face = QRectF(QPointF(seen.face.topLeft()) * factor, QSizeF(seen.face.size()) * factor)
                    .toAlignedRect();
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

ExecutorLiveWatch::ExecutorLiveWatch(SerialExecutor& executor,
                                     std::function<Result<LiveDetectors>()> make)
    : m_executor(executor)
    , m_worker(std::make_shared<Worker>())
{
    m_worker->make = std::move(make);
}

ExecutorLiveWatch::~ExecutorLiveWatch() = default;

QFuture<Result<LiveView>> ExecutorLiveWatch::look(const QImage& frame, EvidenceRole role)
{
    return m_executor.run([worker = m_worker, frame, role] { return worker->look(frame, role); });
}

} // namespace handshake
