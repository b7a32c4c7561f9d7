// SPDX-License-Identifier: Apache-2.0
#include "app/demo/assessment/plain_match.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <QElapsedTimer>

#include <algorithm>

namespace handshake::assessment {

namespace {

struct Features {
    std::vector<cv::KeyPoint> points;
    cv::Mat descriptors;
};

Features featuresOf(const QImage& image, int width)
{
    const QImage gray = image.convertToFormat(QImage::Format_Grayscale8);
    const cv::Mat whole(gray.height(), gray.width(), CV_8U, const_cast<uchar*>(gray.constBits()),
                        static_cast<std::size_t>(gray.bytesPerLine()));
    cv::Mat small;
    const double shrink = double(width) / whole.cols;
    cv::resize(whole, small, {}, shrink, shrink, cv::INTER_AREA);
    Features features;
    cv::ORB::create(1500)->detectAndCompute(small, cv::noArray(), features.points,
                                            features.descriptors);
    return features;
}

int inliersOf(const Features& reference, const Features& photo)
{
    if (reference.descriptors.rows < 4 || photo.descriptors.rows < 4)
        return 0;
    std::vector<std::vector<cv::DMatch>> pairs;
    cv::BFMatcher(cv::NORM_HAMMING).knnMatch(photo.descriptors, reference.descriptors, pairs, 2);
    std::vector<cv::Point2f> from;
    std::vector<cv::Point2f> to;
    for (const auto& pair : pairs) {
        if (pair.size() < 2 || pair[0].distance > 0.75F * pair[1].distance)
            continue;
        from.push_back(reference.points[static_cast<std::size_t>(pair[0].trainIdx)].pt);
        to.push_back(photo.points[static_cast<std::size_t>(pair[0].queryIdx)].pt);
    }
    if (from.size() < 4)
        return 0;
    cv::theRNG().state = 0x5eed;
    cv::Mat mask;
    if (cv::findHomography(from, to, cv::RANSAC, 3, mask).empty())
        return 0;
    return cv::countNonZero(mask);
}

} // namespace

struct PlainMatch::Private {
    Features own;
    std::vector<Features> older;
};

PlainMatch::PlainMatch(const QImage& artwork, const std::vector<QImage>& older)
    : d(std::make_unique<Private>())
{
    d->own = featuresOf(artwork, 1000);
    for (const QImage& image : older)
        d->older.push_back(featuresOf(image, 1000));
}

PlainMatch::~PlainMatch() = default;

PlainMatch::Outcome PlainMatch::match(const QImage& photo) const
{
    QElapsedTimer timer;
    timer.start();
    const Features features = featuresOf(photo, 640);
    Outcome outcome;
    outcome.inliers = inliersOf(d->own, features);
    for (const Features& older : d->older)
        outcome.olderInliers = std::max(outcome.olderInliers, inliersOf(older, features));
    outcome.ms = double(timer.nsecsElapsed()) / 1e6;
    return outcome;
}

} // namespace handshake::assessment
