// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vision/thresholds_p.h"

#include <QString>

#include <opencv2/core.hpp>
#include <opencv2/objdetect.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace handshake {

struct Eyes {
    cv::Point2d left; ///< in the picture, so the person's right eye
    cv::Point2d right;
};

struct Face {
    cv::Rect box;          ///< brow to chin, about as wide as the face
    int confirmations = 0; ///< of eye pair, two Haar detectors, LBP detector
    std::optional<Eyes> eyes{};
};

class FaceModel;

/// Finds frontal faces: two sensitive detectors propose on a small copy, all look again at each
/// proposal in a crop of one size (dark and soft ones with the local contrast raised), and what
/// enough of them and the pair of eyes confirm and light models is a face; round emblems look like
/// faces to any single one. Not thread-safe.
class FaceFinder final
{
public:
    /// Configuration when a detector's file is missing or damaged. `modelFile`: a face model an
    /// administrator installed, which then searches instead of the cascades; empty for none.
    static Result<std::unique_ptr<FaceFinder>>
    load(const QString& cascadeFolder, const Thresholds& thresholds, const QString& modelFile = {});
    ~FaceFinder();
    Q_DISABLE_COPY_MOVE(FaceFinder)

    /// Confirmed faces, the largest first. Boxes in pixels of `gray`.
    [[nodiscard]] std::vector<Face> find(const cv::Mat& gray);

    /// For live pictures: one face within `region`, its size near that of the last one
    /// (`expectedWidth`, 0: any), unconfirmed and without eyes.
    [[nodiscard]] std::optional<Face> follow(const cv::Mat& gray, cv::Rect region,
                                             int expectedWidth);

    /// The eyes in the face at `box`.
    [[nodiscard]] std::optional<Eyes> eyesIn(const cv::Mat& gray, cv::Rect box);

private:
    explicit FaceFinder(const Thresholds& thresholds);
    [[nodiscard]] std::vector<Face> search(const cv::Mat& gray);
    void propose(const cv::Mat& small, std::vector<cv::Rect>& boxes);
    /// Looks at each proposal in `gray`; appends what is confirmed.
    void confirm(const cv::Mat& gray, const std::vector<cv::Rect>& boxes, std::vector<Face>& faces);
    [[nodiscard]] std::optional<Face> lookCloser(const cv::Mat& gray, cv::Rect box);
    /// What the detectors say to a crop; nothing when too many say no. Box in pixels of `crop`.
    [[nodiscard]] std::optional<Face> vote(const cv::Mat& crop);

    Thresholds m_thresholds;
    std::unique_ptr<FaceModel> m_model; ///< null: none installed
    cv::CascadeClassifier m_proposer, m_haar, m_lbp, m_eyes, m_eyesPlain;
};

/// How many of `faces` (largest first) are large enough to be somebody standing there: a person on
/// a poster or far behind is small beside the one photographed.
[[nodiscard]] std::size_t peersOf(const std::vector<Face>& faces, const Thresholds& limits);

/// Where the person is expected around a face: head, neck, shoulders and down to the lower edge;
/// CV_8U, 255 inside.
[[nodiscard]] cv::Mat personMask(cv::Size photo, cv::Rect face);

/// Crown to chin and ear to ear, hair included, as far as a face box tells.
[[nodiscard]] cv::Rect headBox(cv::Rect face);

} // namespace handshake
