// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QImage>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace cv {
class Mat;
}

namespace handshake {

/// What a photo looks like, coarsely, in 256 bits: the same photo saved again, brightened or cut a
/// little narrower differs in few of them, another photo of the same counter in many. The signs of
/// the lowest frequencies of its brightness; the middle, where the person stands before a backdrop
/// that is the same in all photos, counts most. No picture can be made from it.
class PhotoFingerprint final
{
public:
    static constexpr int kBits = 256;

    /// Nothing for a picture that is empty or shows nothing (one colour).
    [[nodiscard]] static std::optional<PhotoFingerprint> of(const QImage& photo);
    /// The same of the photo a little narrower, wider and to each side: a copy that was cut is near
    /// one of them. The smallest distance of any of these to a kept fingerprint counts.
    [[nodiscard]] static std::vector<PhotoFingerprint> around(const QImage& photo);
    /// Corrupt when these are not the bytes of a fingerprint.
    [[nodiscard]] static Result<PhotoFingerprint> fromBytes(const QByteArray& bytes);

    [[nodiscard]] QByteArray bytes() const;
    /// Bits that differ, 0 … kBits.
    [[nodiscard]] int distanceTo(const PhotoFingerprint& other) const;

    friend bool operator==(const PhotoFingerprint&, const PhotoFingerprint&) = default;

private:
    PhotoFingerprint() = default;
    [[nodiscard]] static std::optional<PhotoFingerprint> ofPart(const cv::Mat& gray, double x,
                                                                double y, double share);

    std::array<std::uint64_t, kBits / 64> m_words{};
};

} // namespace handshake
