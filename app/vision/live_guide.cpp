// SPDX-License-Identifier: Apache-2.0
#include "app/vision/live_guide.h"

#include "app/imaging/mat_view_p.h"
#include "app/vision/photo_checks_p.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <exception>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr int kWidth = 640;       // frames are not looked at wider than this
constexpr int kSearchWidth = 320; // without a face to follow the whole frame is searched, smaller
constexpr int kLostAfter = 3;     // frames without a face until it counts as gone
constexpr int kEyesEvery = 2;     // looking for eyes takes longer than following the face
constexpr double kFaceWidth = 64.0;
constexpr int kPoints = 60; // followed on the backdrop

/// Where a lamp of the slow kind takes its light from.
struct Slow {
    const char* lamp;
    const char* check;
    bool needsBackdrop;
};
constexpr std::array kSlow{Slow{"backdrop", "backdrop", true}, Slow{"text", "text", true},
                           Slow{"mirrored", "mirrored", true}, Slow{"alone", "faces", false},
                           Slow{"replay", "replay", false}};
constexpr std::size_t kRecent = 5;
constexpr int kRecentEvery = 3; // frames between two that replay is judged over

CheckValue renamed(CheckValue value, const char* lamp)
{
    value.id = QString::fromLatin1(lamp);
    return value;
}

QRectF scaled(const QRectF& box, double factor)
{
    return {box.x() * factor, box.y() * factor, box.width() * factor, box.height() * factor};
}

} // namespace

struct LiveGuide::Private {
    Thresholds limits;
    std::unique_ptr<FaceFinder> finder;
    std::optional<BackdropProfile> backdrop;

    std::optional<Face> face;
    int missed = 0;
    int frames = 0;
    std::vector<CheckValue> slow; ///< as last verified; empty: never, or no longer true
    QPolygonF outline;            ///< in pixels of the looked-at frame
    cv::Mat last;                 ///< the last looked-at frame
    std::vector<cv::Point2f> points;
    QSize frameSize;
    std::deque<cv::Mat> recent; ///< newest first
    int sinceRecent = 0;

    void findFace(const cv::Mat& gray);
    void moveOutline(const cv::Mat& gray);
    void pickPoints(const cv::Mat& gray);
    void forget();
    void keepRecent(const cv::Mat& gray);
    [[nodiscard]] const CheckValue* verified(const char* check) const;
    [[nodiscard]] std::vector<CheckValue> lamps(const cv::Mat& gray) const;
    [[nodiscard]] CheckValue slowLamp(const Slow& lamp) const;
};

void LiveGuide::Private::forget()
{
    slow.clear();
    outline.clear();
    points.clear();
    recent.clear();
}

void LiveGuide::Private::keepRecent(const cv::Mat& gray)
{
    if (!face || (!recent.empty() && recent.front().size() != gray.size()))
        recent.clear();
    if (!face || (!recent.empty() && ++sinceRecent < kRecentEvery))
        return;
    sinceRecent = 0;
    recent.push_front(gray);
    if (recent.size() > kRecent)
        recent.pop_back();
}

void LiveGuide::Private::findFace(const cv::Mat& gray)
{
    if (face) {
        const cv::Rect box = face->box;
        const cv::Rect near(box.x - box.width / 2, box.y - box.height / 2, 2 * box.width,
                            2 * box.height);
        // A face of this width is found as well as on the full frame, and in a tenth of the time.
        const double shrink = std::min(1.0, kFaceWidth / box.width);
        cv::Mat part;
        const cv::Rect region = near & cv::Rect(cv::Point(), gray.size());
        cv::resize(gray(region), part, cv::Size(), shrink, shrink, cv::INTER_AREA);
        const auto found =
            finder->follow(part, cv::Rect(cv::Point(), part.size()), int(box.width * shrink));
        if (found) {
            Face next;
            next.box = cv::Rect(int(found->box.x / shrink) + region.x,
                                int(found->box.y / shrink) + region.y,
                                int(found->box.width / shrink), int(found->box.height / shrink));
            if (++frames % kEyesEvery == 0 || !face->eyes)
                next.eyes = finder->eyesIn(gray, next.box);
            if (!next.eyes && face->eyes) // not looked for, or a blink: moved along with the face
                next.eyes = Eyes{face->eyes->left + cv::Point2d(next.box.tl() - box.tl()),
                                 face->eyes->right + cv::Point2d(next.box.tl() - box.tl())};
            face = next;
            missed = 0;
            return;
        }
        if (++missed < kLostAfter)
            return; // a blink of the detector: the last place still stands
        face.reset();
        forget(); // whoever comes next has not been verified
        return;
    }
    const cv::Mat small = shrunkTo(gray, kSearchWidth);
    const double back = double(gray.cols) / small.cols;
    const auto found = finder->follow(small, cv::Rect(cv::Point(), small.size()), 0);
    if (!found)
        return;
    face = Face{};
    face->box = cv::Rect(int(found->box.x * back), int(found->box.y * back),
                         int(found->box.width * back), int(found->box.height * back));
    face->eyes = finder->eyesIn(gray, face->box);
    missed = 0;
}

void LiveGuide::Private::pickPoints(const cv::Mat& gray)
{
    cv::Mat mask = cv::Mat::zeros(gray.size(), CV_8U);
    std::vector<cv::Point> polygon;
    for (const QPointF& corner : outline)
        polygon.emplace_back(int(corner.x()), int(corner.y()));
    cv::fillConvexPoly(mask, polygon, cv::Scalar(255));
    if (face)
        mask.setTo(0, personMask(gray.size(), face->box));
    cv::goodFeaturesToTrack(gray, points, kPoints, 0.02, 12, mask);
}

void LiveGuide::Private::moveOutline(const cv::Mat& gray)
{
    if (outline.isEmpty() || last.size() != gray.size()) {
        if (!outline.isEmpty())
            forget();
        return;
    }
    if (points.size() < kPoints / 3)
        pickPoints(last);
    if (points.size() < 8)
        return forget();
    std::vector<cv::Point2f> next;
    std::vector<uchar> found;
    cv::calcOpticalFlowPyrLK(last, gray, points, next, found, cv::noArray(), cv::Size(15, 15), 3);
    std::vector<cv::Point2f> from;
    std::vector<cv::Point2f> to;
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (found[i] != 0) {
            from.push_back(points[i]);
            to.push_back(next[i]);
        }
    }
    std::vector<uchar> inliers;
    cv::Mat motion;
    if (from.size() >= 6)
        motion = cv::estimateAffinePartial2D(from, to, inliers, cv::RANSAC, 2.0, 200);
    if (motion.empty() || cv::countNonZero(inliers) < int(from.size()) / 2)
        return forget(); // another view: what was verified is no longer in it
    points.clear();
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (inliers[i] != 0)
            points.push_back(to[i]);
    }
    const cv::Matx23d m(motion);
    for (QPointF& corner : outline)
        corner = QPointF(m(0, 0) * corner.x() + m(0, 1) * corner.y() + m(0, 2),
                         m(1, 0) * corner.x() + m(1, 1) * corner.y() + m(1, 2));
}

CheckValue LiveGuide::Private::slowLamp(const Slow& lamp) const
{
    const bool judged = !lamp.needsBackdrop || (backdrop && backdrop->kind() != BackdropKind::None);
    if (!judged)
        return CheckValue{QString::fromLatin1(lamp.lamp), CheckResult::Pass, {}, {}, {}};
    const CheckValue* value = verified(lamp.check);
    if (value == nullptr || value->advice == "photo.replay.no-burst"_L1)
        return notAssessed(lamp.lamp, "guide.looking");
    // A plain ground has no lettering and no mirror image to judge.
    const bool notThere = lamp.needsBackdrop && value->result == CheckResult::Unknown &&
                          backdrop->kind() == BackdropKind::Plain;
    const bool noLines = value->advice == "photo.text.no-lines"_L1;
    if (notThere || noLines)
        return CheckValue{QString::fromLatin1(lamp.lamp), CheckResult::Pass, {}, {}, {}};
    const CheckValue* edition = verified("edition");
    if (value->id == "backdrop"_L1 && value->result == CheckResult::Pass && edition != nullptr &&
        edition->result == CheckResult::Fail)
        return renamed(*edition, lamp.lamp);
    return renamed(*value, lamp.lamp);
}

const CheckValue* LiveGuide::Private::verified(const char* check) const
{
    const auto found = std::find_if(slow.begin(), slow.end(), [check](const CheckValue& value) {
        return value.id == QLatin1StringView(check);
    });
    return found == slow.end() ? nullptr : &*found;
}

std::vector<CheckValue> LiveGuide::Private::lamps(const cv::Mat& gray) const
{
    PhotoContext context{.limits = limits};
    context.gray = gray;
    context.small = shrunkTo(gray, kSearchWidth);
    context.enlarge = double(gray.cols) / context.small.cols;
    if (face)
        context.faces.push_back(*face);
    context.peers = context.faces.size();
    std::vector<CheckValue> values;
    values.push_back(renamed(checkFaces(context), "face"));
    values.push_back(renamed(checkHead(context), "centred"));
    values.push_back(checkUpright(context));
    values.push_back(checkSharp(context));
    values.push_back(checkLight(context));
    for (const Slow& lamp : kSlow)
        values.push_back(slowLamp(lamp));
    return values;
}

LiveGuide::LiveGuide(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

LiveGuide::~LiveGuide() = default;

Result<std::unique_ptr<LiveGuide>> LiveGuide::create(const PhotoChecker::Config& config)
{
    auto data = std::make_unique<Private>();
    const auto limits = Thresholds::load(config.thresholdsFile, config.ownThresholds);
    if (!limits)
        return limits.error();
    data->limits = *limits;
    auto finder = FaceFinder::load(config.cascadeFolder, *limits);
    if (!finder)
        return finder.error();
    data->finder = *std::move(finder);
    return std::unique_ptr<LiveGuide>(new LiveGuide(std::move(data)));
}

void LiveGuide::setBackdrop(const std::optional<BackdropProfile>& backdrop)
{
    d->backdrop = backdrop;
    restart();
}

void LiveGuide::restart()
{
    d->face.reset();
    d->last.release();
    d->forget();
}

std::vector<QImage> LiveGuide::recent() const
{
    std::vector<QImage> frames;
    for (const cv::Mat& gray : d->recent)
        frames.push_back(imageCopy(gray));
    return frames;
}

GuideState LiveGuide::track(const QImage& frame)
{
    GuideState state;
    cv::Mat gray;
    try {
        if (frame.width() >= 32 && frame.height() >= 32) {
            gray = shrunkTo(grayCopy(frame), kWidth);
            d->frameSize = frame.size();
            d->moveOutline(gray);
            d->findFace(gray);
            d->keepRecent(gray);
        } else {
            d->face.reset();
            d->forget();
            gray = cv::Mat::zeros(32, 32, CV_8U);
        }
        state.lamps = d->lamps(gray);
        d->last = gray;
    } catch (const std::exception&) {
        d->forget();
        state.lamps = {notAssessed("face", "guide.broken")};
    }
    state.allGreen =
        std::all_of(state.lamps.begin(), state.lamps.end(),
                    [](const CheckValue& lamp) { return lamp.result == CheckResult::Pass; });
    // The worst comes first, and of equal ones the first in the row of lamps.
    const auto worst = std::max_element(
        state.lamps.begin(), state.lamps.end(),
        [](const CheckValue& a, const CheckValue& b) { return a.result < b.result; });
    if (!state.allGreen && worst != state.lamps.end())
        state.advice = worst->advice;
    const double back = double(std::max(1, frame.width())) / std::max(1, gray.cols);
    if (d->face) {
        const cv::Rect box = d->face->box;
        state.face = scaled(QRectF(box.x, box.y, box.width, box.height), back).toAlignedRect();
    }
    for (const QPointF& corner : d->outline)
        state.outline.append(corner * back);
    return state;
}

void LiveGuide::verify(const PhotoReport& report, QSize photoSize)
{
    d->slow = report.checks;
    d->outline.clear();
    d->points.clear();
    if (d->last.empty() || photoSize.isEmpty())
        return;
    const double scale = double(d->last.cols) / photoSize.width();
    for (const QPointF& corner : report.backdropOutline)
        d->outline.append(corner * scale);
}

void LiveGuide::verify(const PhotoReport& report)
{
    verify(report, d->frameSize);
}

} // namespace handshake
