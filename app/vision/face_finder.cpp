// SPDX-License-Identifier: Apache-2.0
#include "app/vision/face_finder_p.h"

#include "app/vision/face_model_p.h"
#include "app/vision/local_features_p.h"

#include <QFile>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr double kStep = 1.1;
constexpr int kProposals = 2;       // neighbours that make a proposal
constexpr int kNeighbours = 3;      // and a confirmation
constexpr double kLowContrast = 28; // grey levels: below, a crop is looked at once more, enhanced
constexpr double kCropFace = 80;    // width of the face in the crop that is looked at again

cv::Rect grown(cv::Rect box, double share, cv::Size limit)
{
    const int dx = int(box.width * share);
    const int dy = int(box.height * share);
    return cv::Rect(box.x - dx, box.y - dy, box.width + 2 * dx, box.height + 2 * dy) &
           cv::Rect(cv::Point(), limit);
}

cv::Rect scaled(cv::Rect box, double factor)
{
    return {int(std::lround(box.x * factor)), int(std::lround(box.y * factor)),
            int(std::lround(box.width * factor)), int(std::lround(box.height * factor))};
}

Result<void> loadInto(cv::CascadeClassifier& detector, const QString& path)
{
    bool loaded = false;
    try {
        loaded = QFile::exists(path) && detector.load(QFile::encodeName(path).toStdString());
    } catch (const cv::Exception&) {
        loaded = false;
    }
    if (!loaded)
        return Error{ErrorCode::Configuration, u"a face detector is missing or damaged"_s, path};
    return {};
}

/// Dark and soft pictures as the detectors were taught: brighter below, and even.
cv::Mat withLocalContrast(const cv::Mat& gray)
{
    cv::Mat brighter;
    cv::Mat table(1, 256, CV_8U);
    for (int level = 0; level < 256; ++level)
        table.at<uchar>(0, level) = cv::saturate_cast<uchar>(255.0 * std::pow(level / 255.0, 0.7));
    cv::LUT(gray, table, brighter);
    cv::createCLAHE(3.0, cv::Size(8, 8))->apply(brighter, brighter);
    return brighter;
}

/// Share of the pixels that lie in one narrow band of brightness. A drawn face on a flat disc lies
/// nearly wholly in one, a face is modelled by light.
double flatness(const cv::Mat& face)
{
    cv::Mat small;
    cv::resize(face, small, cv::Size(32, 32), 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(small, small, cv::Size(), 0.8);
    std::array<int, 256> counts{};
    int total = 0;
    for (int y = 5; y < 30; ++y) {
        for (int x = 6; x < 26; ++x) {
            ++counts[small.at<uchar>(y, x)];
            ++total;
        }
    }
    const auto quantile = [&](double share) {
        int sum = 0;
        for (int level = 0; level < 256; ++level) {
            sum += counts[std::size_t(level)];
            if (sum > share * total)
                return level;
        }
        return 255;
    };
    const int band = std::max(1, int(std::lround(0.16 * (quantile(0.99) - quantile(0.01)))));
    int most = 0;
    for (int low = 0; low + band < 256; ++low)
        most = std::max(most,
                        std::accumulate(counts.begin() + low, counts.begin() + low + band + 1, 0));
    return double(most) / total;
}

/// The two boxes that sit like a pair of eyes in an upper half face of this size.
std::optional<Eyes> bestPair(const std::vector<cv::Rect>& boxes, cv::Size part)
{
    std::optional<Eyes> best;
    double bestCost = 1e9;
    for (const cv::Rect& a : boxes) {
        for (const cv::Rect& b : boxes) {
            const cv::Point2d left(a.x + a.width / 2.0, a.y + a.height / 2.0);
            const cv::Point2d right(b.x + b.width / 2.0, b.y + b.height / 2.0);
            const double apart = (right.x - left.x) / part.width;
            const double tilt = std::abs(right.y - left.y) / std::max(1.0, right.x - left.x);
            if (apart < 0.24 || apart > 0.66 || tilt > 0.5)
                continue;
            const double middle = (left.x + right.x) / 2.0 / part.width - 0.5;
            const double sizes = std::abs(std::log(double(a.width) / b.width));
            const double cost = std::abs(apart - 0.42) + std::abs(middle) + sizes * 0.5 + tilt;
            if (cost < bestCost) {
                bestCost = cost;
                best = Eyes{left, right};
            }
        }
    }
    return best;
}

} // namespace

Result<std::unique_ptr<FaceFinder>> FaceFinder::load(const QString& cascadeFolder,
                                                     const Thresholds& thresholds,
                                                     const QString& modelFile)
{
    std::unique_ptr<FaceFinder> finder(new FaceFinder(thresholds));
    const std::array<std::pair<cv::CascadeClassifier*, QString>, 5> files{
        {{&finder->m_proposer, u"haarcascades/haarcascade_frontalface_alt2.xml"_s},
         {&finder->m_haar, u"haarcascades/haarcascade_frontalface_default.xml"_s},
         {&finder->m_lbp, u"lbpcascades/lbpcascade_frontalface_improved.xml"_s},
         {&finder->m_eyes, u"haarcascades/haarcascade_eye_tree_eyeglasses.xml"_s},
         {&finder->m_eyesPlain, u"haarcascades/haarcascade_eye.xml"_s}}};
    for (const auto& [detector, name] : files) {
        if (const auto loaded = loadInto(*detector, cascadeFolder + u'/' + name); !loaded)
            return loaded.error();
    }
    if (!modelFile.isEmpty()) {
        auto model = FaceModel::load(modelFile);
        if (!model)
            return model.error();
        finder->m_model = *std::move(model);
    }
    return finder;
}

FaceFinder::FaceFinder(const Thresholds& thresholds)
    : m_thresholds(thresholds)
{
}

FaceFinder::~FaceFinder() = default;

std::optional<Eyes> FaceFinder::eyesIn(const cv::Mat& gray, cv::Rect box)
{
    const cv::Rect upper = cv::Rect(box.x, box.y + box.height / 8, box.width, box.height / 2) &
                           cv::Rect(cv::Point(), gray.size());
    if (upper.width < 20 || upper.height < 10)
        return std::nullopt;
    constexpr int kWidth = 160;
    cv::Mat part;
    cv::resize(gray(upper), part, cv::Size(kWidth, kWidth * upper.height / upper.width), 0, 0,
               upper.width > kWidth ? cv::INTER_AREA : cv::INTER_LINEAR);
    const double scale = double(upper.width) / kWidth;
    for (auto* detector : {&m_eyes, &m_eyesPlain}) {
        std::vector<cv::Rect> boxes;
        detector->detectMultiScale(part, boxes, 1.1, 2, 0, cv::Size(20, 20), cv::Size(60, 60));
        if (const auto pair = bestPair(boxes, part.size())) {
            const cv::Point2d origin(upper.x, upper.y);
            return Eyes{pair->left * scale + origin, pair->right * scale + origin};
        }
    }
    return std::nullopt;
}

void FaceFinder::propose(const cv::Mat& small, std::vector<cv::Rect>& boxes)
{
    const int least = std::max(24, int(m_thresholds.faceMinShare * small.cols));
    const cv::Mat clear = withLocalContrast(small); // dark and soft faces too
    for (auto* detector : {&m_proposer, &m_lbp}) {
        std::vector<cv::Rect> found;
        detector->detectMultiScale(detector == &m_proposer ? clear : small, found, kStep,
                                   kProposals, 0, cv::Size(least, least));
        boxes.insert(boxes.end(), found.begin(), found.end());
    }
}

std::optional<Face> FaceFinder::lookCloser(const cv::Mat& gray, cv::Rect box)
{
    const cv::Rect region = grown(box, 0.35, gray.size());
    const double shrink = kCropFace / box.width;
    cv::Mat crop;
    cv::resize(gray(region), crop, cv::Size(), shrink, shrink,
               shrink < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    auto face = vote(crop);
    cv::Scalar mean;
    cv::Scalar spread;
    cv::meanStdDev(crop, mean, spread);
    if (!face && spread[0] < kLowContrast)
        face = vote(withLocalContrast(crop));
    if (!face)
        return std::nullopt;
    face->box =
        (scaled(face->box, 1.0 / shrink) + region.tl()) & cv::Rect(cv::Point(), gray.size());
    face->eyes = eyesIn(gray, face->box);
    face->confirmations += face->eyes ? 1 : 0;
    if (face->confirmations < int(m_thresholds.faceConfirmations) ||
        flatness(gray(face->box)) > m_thresholds.faceFlatness)
        return std::nullopt;
    return face;
}

std::optional<Face> FaceFinder::vote(const cv::Mat& crop)
{
    const int least = int(kCropFace * 0.7);
    const int most = int(kCropFace * 1.4);
    Face face;
    int open = 4; // detectors and eyes that were not asked or said yes
    for (auto* detector : {&m_lbp, &m_haar, &m_proposer}) {
        std::vector<cv::Rect> found;
        detector->detectMultiScale(crop, found, kStep, kNeighbours, 0, cv::Size(least, least),
                                   cv::Size(most, most));
        if (!found.empty()) {
            // The last detector's box where it gave one: all sizes in the thresholds mean it.
            face.box = *std::max_element(
                found.begin(), found.end(),
                [](const cv::Rect& a, const cv::Rect& b) { return a.area() < b.area(); });
            ++face.confirmations;
        } else if (--open < int(m_thresholds.faceConfirmations)) {
            return std::nullopt;
        }
    }
    return face.confirmations == 0 ? std::nullopt : std::optional(face);
}

void FaceFinder::confirm(const cv::Mat& gray, const std::vector<cv::Rect>& boxes,
                         std::vector<Face>& faces)
{
    std::vector<cv::Rect> seen;
    for (const cv::Rect& box : boxes) {
        const auto covers = [&box](const cv::Rect& other) {
            return double((box & other).area()) > 0.4 * double(std::min(box.area(), other.area()));
        };
        if (std::any_of(seen.begin(), seen.end(), covers))
            continue;
        const auto face = lookCloser(gray, box);
        if (!face)
            continue; // the other detector's box of the same place may sit better
        seen.push_back(box);
        if (std::none_of(faces.begin(), faces.end(), [&face](const Face& other) {
                return double((face->box & other.box).area()) > 0.25 * double(face->box.area());
            }))
            faces.push_back(*face);
    }
}

std::vector<Face> FaceFinder::find(const cv::Mat& gray)
{
    std::vector<Face> faces = m_model ? m_model->find(gray) : search(gray);
    std::sort(faces.begin(), faces.end(), [](const Face& a, const Face& b) {
        return a.box.area() != b.box.area() ? a.box.area() > b.box.area() : a.box.x < b.box.x;
    });
    return faces;
}

std::vector<Face> FaceFinder::search(const cv::Mat& gray)
{
    const cv::Mat small = shrunkTo(gray, int(m_thresholds.faceWidth));
    const double back = double(gray.cols) / small.cols;
    std::vector<cv::Rect> boxes;
    propose(small, boxes);
    for (cv::Rect& box : boxes)
        box = scaled(box, back) & cv::Rect(cv::Point(), gray.size());
    std::vector<Face> faces;
    confirm(gray, boxes, faces);
    return faces;
}

std::optional<Face> FaceFinder::follow(const cv::Mat& gray, cv::Rect region, int expectedWidth)
{
    const cv::Rect inside = region & cv::Rect(cv::Point(), gray.size());
    if (inside.width < 30 || inside.height < 30)
        return std::nullopt;
    const int least = std::max(24, int(expectedWidth * 0.75));
    const int most = expectedWidth > 0 ? int(expectedWidth * 1.35) : 0;
    std::vector<cv::Rect> found;
    m_proposer.detectMultiScale(gray(inside), found, 1.15, 2, 0, cv::Size(least, least),
                                cv::Size(most, most));
    if (found.empty())
        return std::nullopt;
    Face face;
    face.box = *std::max_element(
                   found.begin(), found.end(),
                   [](const cv::Rect& a, const cv::Rect& b) { return a.area() < b.area(); }) +
               inside.tl();
    return face;
}

std::size_t peersOf(const std::vector<Face>& faces, const Thresholds& limits)
{
    return std::size_t(std::count_if(faces.begin(), faces.end(), [&](const Face& face) {
        return face.box.width >= limits.facePeerShare * faces.front().box.width;
    }));
}

cv::Rect headBox(cv::Rect face)
{
    // Proportions of a head around the box of the frontal detector: a third of a box of hair and
    // forehead above it, the chin a little below.
    return {int(face.x - 0.06 * face.width), int(face.y - 0.30 * face.height),
            int(1.12 * face.width), int(1.42 * face.height)};
}

cv::Mat personMask(cv::Size photo, cv::Rect face)
{
    cv::Mat mask = cv::Mat::zeros(photo, CV_8U);
    if (face.empty())
        return mask;
    const double w = face.width;
    const double x = face.x + w / 2;
    const double y = face.y + face.height / 2.0;
    const auto at = [](double px, double py) {
        return cv::Point(int(std::lround(px)), int(std::lround(py)));
    };
    const cv::Scalar inside(255);
    cv::ellipse(mask, at(x, y - 0.1 * w), cv::Size(int(0.64 * w), int(0.84 * w)), 0, 0, 360, inside,
                cv::FILLED);
    const std::vector<cv::Point> body{at(x - 0.36 * w, y + 0.4 * w), at(x + 0.36 * w, y + 0.4 * w),
                                      at(x + 0.5 * w, y + 0.95 * w), at(x + 1.1 * w, y + 1.15 * w),
                                      at(x + 1.42 * w, y + 1.7 * w), at(x + 1.5 * w, photo.height),
                                      at(x - 1.5 * w, photo.height), at(x - 1.42 * w, y + 1.7 * w),
                                      at(x - 1.1 * w, y + 1.15 * w), at(x - 0.5 * w, y + 0.95 * w)};
    cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{body}, inside);
    return mask;
}

} // namespace handshake
