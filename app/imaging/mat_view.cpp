// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/mat_view_p.h"

#include <opencv2/imgproc.hpp>

namespace handshake {

namespace {

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "RGB32 is B G R A in memory only there");

int channelsOf(QImage::Format format)
{
    switch (format) {
    case QImage::Format_RGB32:
    case QImage::Format_ARGB32:
    case QImage::Format_ARGB32_Premultiplied:
        return 4;
    case QImage::Format_RGB888:
        return 3;
    case QImage::Format_Grayscale8:
        return 1;
    default:
        return 0;
    }
}

} // namespace

cv::Mat matView(const QImage& image)
{
    const int channels = channelsOf(image.format());
    if (image.isNull() || channels == 0)
        return {};
    // OpenCV has no read-only header; that it is only read is part of the contract.
    auto* pixels = const_cast<uchar*>(image.constBits());
    return {image.height(), image.width(), CV_8UC(channels), pixels,
            static_cast<std::size_t>(image.bytesPerLine())};
}

cv::Mat bgrCopy(const QImage& image)
{
    if (image.isNull())
        return {};
    const QImage known =
        channelsOf(image.format()) == 4 ? image : image.convertToFormat(QImage::Format_RGB32);
    cv::Mat bgr;
    cv::cvtColor(matView(known), bgr, cv::COLOR_BGRA2BGR);
    return bgr;
}

cv::Mat grayCopy(const QImage& image)
{
    if (image.isNull())
        return {};
    if (image.format() == QImage::Format_Grayscale8)
        return matView(image).clone();
    const QImage known =
        channelsOf(image.format()) == 4 ? image : image.convertToFormat(QImage::Format_RGB32);
    cv::Mat gray;
    cv::cvtColor(matView(known), gray, cv::COLOR_BGRA2GRAY);
    return gray;
}

QImage imageCopy(const cv::Mat& mat)
{
    if (mat.empty() || mat.dims != 2 || mat.depth() != CV_8U)
        return {};
    const bool isGray = mat.channels() == 1;
    if (!isGray && mat.channels() != 3 && mat.channels() != 4)
        return {};
    QImage image(mat.cols, mat.rows, isGray ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    if (image.isNull())
        return {};
    cv::Mat target(mat.rows, mat.cols, isGray ? CV_8UC1 : CV_8UC4, image.bits(),
                   static_cast<std::size_t>(image.bytesPerLine()));
    if (mat.channels() == 3) {
        cv::cvtColor(mat, target, cv::COLOR_BGR2BGRA);
    } else {
        mat.copyTo(target);
        // RGB32 promises an opaque fourth byte.
        if (!isGray)
            cv::bitwise_or(target, cv::Scalar(0, 0, 0, 255), target);
    }
    return image;
}

} // namespace handshake
