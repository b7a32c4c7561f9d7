// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_matcher_p.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <unordered_map>

namespace handshake {

namespace {

constexpr double kScaleBin = 0.35; // in octaves
constexpr double kAngleBin = 12.0; // degrees
constexpr double kPlaceBin = 0.08; // of the artwork's width as seen
constexpr int kBestBins = 5;
constexpr int kRefinements = 4;

using Pair = BackdropMatcher::Pair;

cv::Point2d mapped(const cv::Matx33d& m, cv::Point2d p)
{
    const double w = m(2, 0) * p.x + m(2, 1) * p.y + m(2, 2);
    const double safe = std::abs(w) < 1e-9 ? 1e-9 : w;
    return {(m(0, 0) * p.x + m(0, 1) * p.y + m(0, 2)) / safe,
            (m(1, 0) * p.x + m(1, 1) * p.y + m(1, 2)) / safe};
}

cv::Point2d asDouble(cv::Point2f p)
{
    return {double(p.x), double(p.y)};
}

double normalisedAngle(double degrees)
{
    while (degrees > 180)
        degrees -= 360;
    while (degrees <= -180)
        degrees += 360;
    return degrees;
}

std::uint64_t binKey(int scale, int angle, int x, int y)
{
    const auto part = [](int value) { return static_cast<std::uint64_t>(value + 2048) & 0xfff; };
    return part(scale) << 36 | part(angle) << 24 | part(x) << 12 | part(y);
}

struct Bin {
    std::uint64_t key = 0;
    double votes = 0;
};

/// Votes of all pairs, each into the two nearest bins of every dimension.
std::vector<Bin> bestBins(const std::vector<Pair>& pairs, double artworkWidth)
{
    std::unordered_map<std::uint64_t, double> votes;
    votes.reserve(pairs.size() * 8);
    for (const Pair& pair : pairs) {
        const double scale = pair.logScale / kScaleBin;
        const double angle = pair.angle / kAngleBin;
        for (int s = 0; s < 2; ++s) {
            const int scaleBin = int(std::floor(scale - 0.5)) + s;
            // The place is counted in widths of the artwork at this scale.
            const double step = kPlaceBin * artworkWidth * std::exp2(scaleBin * kScaleBin);
            const double x = pair.centre.x / step;
            const double y = pair.centre.y / step;
            for (int rest = 0; rest < 8; ++rest) {
                const int angleBin = int(std::floor(angle - 0.5)) + (rest & 1);
                const int xBin = int(std::floor(x - 0.5)) + (rest >> 1 & 1);
                const int yBin = int(std::floor(y - 0.5)) + (rest >> 2 & 1);
                votes[binKey(scaleBin, angleBin, xBin, yBin)] += pair.weight;
            }
        }
    }
    std::vector<Bin> bins;
    bins.reserve(votes.size());
    for (const auto& [key, count] : votes)
        bins.push_back({key, count});
    const auto best = std::min<std::size_t>(bins.size(), kBestBins * 8);
    std::partial_sort(bins.begin(), bins.begin() + std::ptrdiff_t(best), bins.end(),
                      [](const Bin& a, const Bin& b) {
                          return a.votes != b.votes ? a.votes > b.votes : a.key < b.key;
                      });
    bins.resize(best);
    return bins;
}

cv::Matx33d similarityOf(const Bin& bin, cv::Size artwork)
{
    const auto part = [&bin](int shift) { return int(bin.key >> shift & 0xfff) - 2048; };
    const double scaleBin = part(36);
    const double scale = std::exp2((scaleBin + 0.5) * kScaleBin);
    const double step = kPlaceBin * artwork.width * std::exp2(scaleBin * kScaleBin);
    const double angle = (part(24) + 0.5) * kAngleBin * std::numbers::pi / 180.0;
    const double cx = (part(12) + 0.5) * step;
    const double cy = (part(0) + 0.5) * step;
    const double c = scale * std::cos(angle);
    const double s = scale * std::sin(angle);
    const double mx = artwork.width / 2.0;
    const double my = artwork.height / 2.0;
    return {c, -s, cx - c * mx + s * my, s, c, cy - s * mx - c * my, 0, 0, 1};
}

struct Fit {
    cv::Matx33d toPhoto;
    std::vector<const Pair*> pairs;
};

/// Pairs within `distance` of where `toPhoto` puts them; each point of the photo and of the
/// artwork at most once, the nearest first.
std::vector<const Pair*> agreeing(const std::vector<Pair>& pairs, const LocalFeatures& photo,
                                  const LocalFeatures& artwork, const cv::Matx33d& toPhoto,
                                  double distance)
{
    struct Candidate {
        double distance;
        const Pair* pair;
    };
    std::vector<Candidate> candidates;
    for (const Pair& pair : pairs) {
        const auto at = mapped(toPhoto, asDouble(artwork.points[std::size_t(pair.artwork)].pt));
        const double away = cv::norm(at - asDouble(photo.points[std::size_t(pair.photo)].pt));
        if (away < distance)
            candidates.push_back({away, &pair});
    }
    std::stable_sort(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.distance < b.distance; });
    std::vector<char> photoUsed(photo.points.size());
    std::vector<char> artworkUsed(artwork.points.size());
    std::vector<const Pair*> chosen;
    for (const Candidate& candidate : candidates) {
        char& p = photoUsed[std::size_t(candidate.pair->photo)];
        char& a = artworkUsed[std::size_t(candidate.pair->artwork)];
        if (p != 0 || a != 0)
            continue;
        p = a = 1;
        chosen.push_back(candidate.pair);
    }
    return chosen;
}

std::optional<cv::Matx33d> fitted(const std::vector<const Pair*>& pairs, const LocalFeatures& photo,
                                  const LocalFeatures& artwork, double distance, bool perspective)
{
    std::vector<cv::Point2f> from;
    std::vector<cv::Point2f> to;
    for (const Pair* pair : pairs) {
        from.push_back(artwork.points[std::size_t(pair->artwork)].pt);
        to.push_back(photo.points[std::size_t(pair->photo)].pt);
    }
    if (perspective) {
        const cv::Mat found =
            cv::findHomography(from, to, cv::RANSAC, distance, cv::noArray(), 300);
        if (found.empty())
            return std::nullopt;
        return cv::Matx33d(found);
    }
    const cv::Mat found = cv::estimateAffine2D(from, to, cv::noArray(), cv::RANSAC, distance, 300);
    if (found.empty())
        return std::nullopt;
    cv::Matx33d full = cv::Matx33d::eye();
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 3; ++column)
            full(row, column) = found.at<double>(row, column);
    return full;
}

} // namespace

std::array<cv::Point2d, 4> projectedOutline(const cv::Matx33d& toPhoto, cv::Size artwork)
{
    const double w = artwork.width;
    const double h = artwork.height;
    return {mapped(toPhoto, {0, 0}), mapped(toPhoto, {w, 0}), mapped(toPhoto, {w, h}),
            mapped(toPhoto, {0, h})};
}

bool isPlausible(const cv::Matx33d& toPhoto, cv::Size artwork, const Thresholds& thresholds)
{
    const auto corners = projectedOutline(toPhoto, artwork);
    std::array<double, 4> sides{};
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d a = corners[(i + 1) % 4] - corners[i];
        const cv::Point2d b = corners[(i + 2) % 4] - corners[(i + 1) % 4];
        // A mirrored or folded-over view turns the other way at some corner.
        if (!(a.x * b.y - a.y * b.x > 1.0))
            return false;
        sides[i] = cv::norm(a);
        if (!(sides[i] < 1e5))
            return false;
    }
    const auto ratio = [](double a, double b) {
        return std::max(a, b) / std::max(1.0, std::min(a, b));
    };
    const double aspect = (sides[0] + sides[2]) / std::max(1.0, sides[1] + sides[3]);
    const double expected = double(artwork.width) / artwork.height;
    const cv::Point2d top = corners[1] - corners[0];
    const double tilt = std::abs(std::atan2(top.y, top.x)) * 180.0 / std::numbers::pi;
    return ratio(sides[0], sides[2]) < thresholds.sideRatioMax &&
           ratio(sides[1], sides[3]) < thresholds.sideRatioMax &&
           ratio(aspect, expected) < thresholds.sideRatioMax && tilt < thresholds.tiltMax * 1.5;
}

BackdropMatcher::BackdropMatcher(const LocalFeatures& artwork, cv::Size artworkSize,
                                 const Thresholds& thresholds)
    : m_artwork(artwork)
    , m_size(artworkSize)
    , m_thresholds(thresholds)
{
    cv::theRNG().state = 0x5eed; // the trees are random: the same ones every time
    if (m_artwork.descriptors.rows > 0)
        m_index.build(m_artwork.descriptors, cv::flann::KDTreeIndexParams(4));
}

std::vector<Pair> BackdropMatcher::pairsWith(const LocalFeatures& photo)
{
    const int k = std::min(int(m_thresholds.neighbours), m_artwork.descriptors.rows);
    if (photo.descriptors.rows == 0 || k < 1)
        return {};
    cv::Mat indices;
    cv::Mat squares;
    m_index.knnSearch(photo.descriptors, indices, squares, k, cv::flann::SearchParams(48));
    const cv::Point2d middle(m_size.width / 2.0, m_size.height / 2.0);
    std::vector<Pair> pairs;
    pairs.reserve(photo.points.size() * 3);
    for (int row = 0; row < indices.rows; ++row) {
        const double nearest = std::sqrt(double(squares.at<float>(row, 0)));
        const std::size_t first = pairs.size();
        for (int column = 0; column < k; ++column) {
            const double distance = std::sqrt(double(squares.at<float>(row, column)));
            if (distance > m_thresholds.distanceMax ||
                distance > nearest * m_thresholds.distanceRatio)
                break;
            const int artworkPoint = indices.at<int>(row, column);
            if (artworkPoint < 0)
                break;
            const cv::KeyPoint& seen = photo.points[std::size_t(row)];
            const cv::KeyPoint& drawn = m_artwork.points[std::size_t(artworkPoint)];
            const double angle = normalisedAngle(double(seen.angle) - double(drawn.angle));
            if (std::abs(angle) > m_thresholds.tiltMax)
                continue;
            const double scale = double(seen.size) / std::max(0.1, double(drawn.size));
            const double radians = angle * std::numbers::pi / 180.0;
            const cv::Point2d arm = middle - asDouble(drawn.pt);
            const cv::Point2d centre =
                asDouble(seen.pt) +
                scale * cv::Point2d(arm.x * std::cos(radians) - arm.y * std::sin(radians),
                                    arm.x * std::sin(radians) + arm.y * std::cos(radians));
            pairs.push_back({row, artworkPoint, 1.0, std::log2(scale), angle, centre});
        }
        for (std::size_t i = first; i < pairs.size(); ++i)
            pairs[i].weight = 1.0 / double(pairs.size() - first);
    }
    return pairs;
}

std::optional<Alignment> BackdropMatcher::match(const LocalFeatures& photo)
{
    const std::vector<Pair> pairs = pairsWith(photo);
    std::vector<Fit> fits;
    for (const Bin& bin : bestBins(pairs, m_size.width)) {
        const cv::Matx33d start = similarityOf(bin, m_size);
        const double width =
            cv::norm(projectedOutline(start, m_size)[1] - projectedOutline(start, m_size)[0]);
        const double loose = width * kPlaceBin * 1.2;
        auto agreed = agreeing(pairs, photo, m_artwork, start, loose);
        // Neighbouring bins lead to the same place: start only where something new is.
        const bool isKnown = std::any_of(fits.begin(), fits.end(), [&](const Fit& fit) {
            return cv::norm(mapped(fit.toPhoto, {m_size.width / 2.0, m_size.height / 2.0}) -
                            mapped(start, {m_size.width / 2.0, m_size.height / 2.0})) < loose;
        });
        if (isKnown || agreed.size() < 4)
            continue;
        cv::Matx33d current = start;
        double distance = loose;
        for (int round = 0; round < kRefinements; ++round) {
            const bool perspective = round >= 2 && agreed.size() >= 10;
            distance = std::max(m_thresholds.inlierDistance, distance * 0.5);
            const auto better = fitted(agreed, photo, m_artwork, distance, perspective);
            if (!better)
                break;
            auto next = agreeing(pairs, photo, m_artwork, *better, distance);
            if (next.size() < 4)
                break;
            current = *better;
            agreed = std::move(next);
        }
        fits.push_back({current, std::move(agreed)});
        if (fits.size() >= kBestBins)
            break;
    }
    const Fit* best = nullptr;
    for (const Fit& fit : fits) {
        if (int(fit.pairs.size()) < int(m_thresholds.inliersMin) ||
            !isPlausible(fit.toPhoto, m_size, m_thresholds))
            continue;
        if (best == nullptr || fit.pairs.size() > best->pairs.size())
            best = &fit;
    }
    if (best == nullptr)
        return std::nullopt;
    return Alignment{best->toPhoto, int(best->pairs.size())};
}

} // namespace handshake
