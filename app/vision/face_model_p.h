// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/face_finder_p.h"

#include <QString>

#include <memory>
#include <vector>

namespace cv {
class FaceDetectorYN;
}

namespace handshake {

/// A face detector learnt by a neural network (YuNet, cv::FaceDetectorYN), for an administrator who
/// installs its model file. It takes the place of the cascades' search. The file is no part of this
/// program, and how well it does is not measured here. Not thread-safe.
class FaceModel final
{
public:
    /// Configuration, naming the file, when it is missing, no model, or of a kind OpenCV does not
    /// run; one picture is looked at to find that out.
    static Result<std::unique_ptr<FaceModel>> load(const QString& file);
    ~FaceModel();
    Q_DISABLE_COPY_MOVE(FaceModel)

    /// Faces with their eyes, in no order. Boxes are as wide as the cascades' would be.
    [[nodiscard]] std::vector<Face> find(const cv::Mat& gray);

private:
    explicit FaceModel(cv::Ptr<cv::FaceDetectorYN> detector);

    cv::Ptr<cv::FaceDetectorYN> m_detector;
};

/// What the detector's rows (15 figures each: box, five points, score) say, `enlarge` times as
/// large, within a picture of this size. Rows that are no face (eyes in one point, outside) are
/// left out.
[[nodiscard]] std::vector<Face> facesOfRows(const cv::Mat& rows, double enlarge, cv::Size picture);

} // namespace handshake
