// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_fingerprint.h"

#include "app/imaging/mat_view_p.h"

#include <QtEndian>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <bit>
#include <numbers>
#include <vector>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSide = 64; ///< pixels the photo is shrunk to
constexpr int kFrequencies = 16;
constexpr double kLeastSpread = 4.0; ///< grey levels; below, there is nothing to tell apart

/// 1 in the middle, a third at the edges: what a crop takes away counts little.
cv::Mat window()
{
    cv::Mat weights(kSide, kSide, CV_32F);
    const auto weight = [](int place) {
        return 0.33 + 0.67 * std::sin(std::numbers::pi * (place + 0.5) / kSide);
    };
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x)
            weights.at<float>(y, x) = static_cast<float>(weight(y) * weight(x));
    }
    return weights;
}

/// As many pixels as the lowest frequencies need, whatever the photo has: each an average.
cv::Mat coarse(const QImage& photo)
{
    cv::Mat small;
    cv::resize(grayCopy(photo), small, cv::Size(2 * kSide, 2 * kSide), 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(small, small, cv::Size(), 0.8);
    return small;
}

} // namespace

std::optional<PhotoFingerprint> PhotoFingerprint::of(const QImage& photo)
{
    return photo.isNull() ? std::nullopt : ofPart(coarse(photo), 0.5, 0.5, 1.0);
}

std::vector<PhotoFingerprint> PhotoFingerprint::around(const QImage& photo)
{
    std::vector<PhotoFingerprint> variants;
    if (photo.isNull())
        return variants;
    const cv::Mat gray = coarse(photo);
    for (const double share : {0.97, 0.985, 1.0, 1.015, 1.03}) {
        for (const double dx : {-0.01, 0.0, 0.01}) {
            for (const double dy : {-0.01, 0.0, 0.01}) {
                if (const auto print = ofPart(gray, 0.5 + dx, 0.5 + dy, share))
                    variants.push_back(*print);
            }
        }
    }
    return variants;
}

std::optional<PhotoFingerprint> PhotoFingerprint::ofPart(const cv::Mat& gray, double x, double y,
                                                         double share)
{
    const double scaleX = kSide / (share * gray.cols);
    const double scaleY = kSide / (share * gray.rows);
    const cv::Matx23d place(scaleX, 0, kSide / 2.0 - scaleX * x * gray.cols - 0.5 + scaleX / 2, //
                            0, scaleY, kSide / 2.0 - scaleY * y * gray.rows - 0.5 + scaleY / 2);
    cv::Mat small;
    cv::warpAffine(gray, small, place, cv::Size(kSide, kSide), cv::INTER_LINEAR,
                   cv::BORDER_REPLICATE);
    small.convertTo(small, CV_32F);
    cv::Scalar mean;
    cv::Scalar spread;
    cv::meanStdDev(small, mean, spread);
    if (spread[0] < kLeastSpread)
        return std::nullopt;
    small -= mean[0];
    cv::multiply(small, window(), small);
    cv::Mat spectrum;
    cv::dct(small, spectrum);
    // The first row and column but one: the mean says nothing, and steep light changes the lowest.
    std::vector<float> values;
    for (int row = 1; row <= kFrequencies; ++row) {
        for (int column = 1; column <= kFrequencies; ++column)
            values.push_back(spectrum.at<float>(row, column));
    }
    PhotoFingerprint fingerprint;
    for (std::size_t bit = 0; bit < values.size(); ++bit) {
        if (values[bit] > 0)
            fingerprint.m_words[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    return fingerprint;
}

Result<PhotoFingerprint> PhotoFingerprint::fromBytes(const QByteArray& bytes)
{
    if (bytes.size() != kBits / 8)
        return Error{ErrorCode::Corrupt, u"not a photo's fingerprint"_s};
    PhotoFingerprint fingerprint;
    for (std::size_t word = 0; word < fingerprint.m_words.size(); ++word)
        fingerprint.m_words[word] = qFromBigEndian<quint64>(bytes.constData() + word * 8);
    return fingerprint;
}

QByteArray PhotoFingerprint::bytes() const
{
    QByteArray bytes(kBits / 8, '\0');
    for (std::size_t word = 0; word < m_words.size(); ++word)
        qToBigEndian<quint64>(m_words[word], bytes.data() + word * 8);
    return bytes;
}

int PhotoFingerprint::distanceTo(const PhotoFingerprint& other) const
{
    int distance = 0;
    for (std::size_t word = 0; word < m_words.size(); ++word)
        distance += std::popcount(m_words[word] ^ other.m_words[word]);
    return distance;
}

} // namespace handshake
