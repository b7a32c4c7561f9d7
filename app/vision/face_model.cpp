// SPDX-License-Identifier: Apache-2.0
#include "app/vision/face_model_p.h"

#include "app/vision/local_features_p.h"

#include <QFile>

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <cmath>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 640; ///< pictures are shown to it no wider
constexpr float kScore = 0.8F;
constexpr float kOverlap = 0.3F;
constexpr int kMostFaces = 50;
constexpr int kColumns = 15;
constexpr qint64 kLeastBytes = 10'000;
constexpr qint64 kMostBytes = 50'000'000;
/// The eyes' distance as share of the width of a cascade's box, and where their line lies in it.
constexpr double kEyesShare = 0.42;
constexpr double kEyesDown = 0.38;

Error unusable(const QString& file)
{
    return Error{ErrorCode::Configuration,
                 u"the face model is missing, damaged or of another kind"_s, file};
}

/// An ONNX file begins with its version: field 1, a number.
bool looksLikeModel(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() < kLeastBytes || file.size() > kMostBytes)
        return false;
    const QByteArray start = file.read(2);
    return start.size() == 2 && start.at(0) == '\x08' && start.at(1) > 0 && start.at(1) < 32;
}

} // namespace

Result<std::unique_ptr<FaceModel>> FaceModel::load(const QString& file)
{
    if (!looksLikeModel(file))
        return unusable(file);
    try {
        const auto detector =
            cv::FaceDetectorYN::create(QFile::encodeName(file).toStdString(), "",
                                       cv::Size(kWidth, kWidth), kScore, kOverlap, kMostFaces);
        if (detector.empty())
            return unusable(file);
        std::unique_ptr<FaceModel> model(new FaceModel(detector));
        (void)model->find(cv::Mat::zeros(240, 320, CV_8U)); // a model of another shape throws here
        return model;
    } catch (const std::exception&) {
        return unusable(file);
    }
}

FaceModel::FaceModel(cv::Ptr<cv::FaceDetectorYN> detector)
    : m_detector(std::move(detector))
{
}

FaceModel::~FaceModel() = default;

std::vector<Face> FaceModel::find(const cv::Mat& gray)
{
    const cv::Mat small = shrunkTo(gray, kWidth);
    cv::Mat colours;
    cv::cvtColor(small, colours, cv::COLOR_GRAY2BGR);
    m_detector->setInputSize(colours.size());
    cv::Mat rows;
    m_detector->detect(colours, rows);
    return facesOfRows(rows, double(gray.cols) / small.cols, gray.size());
}

std::vector<Face> facesOfRows(const cv::Mat& rows, double enlarge, cv::Size picture)
{
    std::vector<Face> faces;
    if (rows.type() != CV_32F || rows.cols != kColumns)
        return faces;
    const cv::Rect whole(cv::Point(), picture);
    for (int row = 0; row < rows.rows; ++row) {
        const float* at = rows.ptr<float>(row);
        Eyes eyes{cv::Point2d(double(at[4]), double(at[5])) * enlarge,
                  cv::Point2d(double(at[6]), double(at[7])) * enlarge};
        if (eyes.left.x > eyes.right.x)
            std::swap(eyes.left, eyes.right);
        const double width = cv::norm(eyes.right - eyes.left) / kEyesShare;
        const cv::Point2d middle = (eyes.left + eyes.right) / 2.0;
        if (!std::isfinite(width) || width < 4 || width > 2.0 * picture.width)
            continue;
        Face face;
        face.box = cv::Rect(int(middle.x - width / 2), int(middle.y - kEyesDown * width),
                            int(width), int(width)) &
                   whole;
        if (face.box.empty())
            continue;
        face.eyes = eyes;
        face.confirmations = 4; // it stands for all the others
        faces.push_back(face);
    }
    return faces;
}

} // namespace handshake
