// SPDX-License-Identifier: Apache-2.0
#include "app/demo/photo_scene.h"

#include "app/demo/scene_camera_p.h"
#include "app/demo/scene_room_p.h"
#include "app/demo/seeded_p.h"

#include <QPainter>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace handshake {

namespace {

cv::Mat pixels(QImage& image)
{
    return {image.height(), image.width(), CV_8UC4, image.bits(),
            static_cast<std::size_t>(image.bytesPerLine())};
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}

/// Where the backdrop's corners lie in the picture: a pinhole camera 1.6 picture widths away.
std::array<cv::Point2f, 4> cornersOf(const SceneDesign& scene, QSize artwork)
{
    const double width = scene.backdropScale * scene.size.width();
    const double height = width * artwork.height() / artwork.width();
    const double distance = 1.6 * scene.size.width();
    const double yaw = radians(scene.yawDegrees);
    const double pitch = radians(scene.pitchDegrees);
    const double roll = radians(scene.rollDegrees);
    const QPointF middle(scene.backdropAt.x() * scene.size.width(),
                         scene.backdropAt.y() * scene.size.height());
    std::array<cv::Point2f, 4> corners;
    constexpr std::array<std::array<double, 2>, 4> kSigns{
        {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}}};
    for (std::size_t i = 0; i < 4; ++i) {
        const double x0 = kSigns[i][0] * width;
        const double y0 = kSigns[i][1] * height;
        const double x1 = x0 * std::cos(yaw);
        const double z1 = x0 * std::sin(yaw);
        const double y1 = y0 * std::cos(pitch) - z1 * std::sin(pitch);
        const double z2 = y0 * std::sin(pitch) + z1 * std::cos(pitch);
        const double scale = distance / (distance + z2);
        const double x = x1 * scale;
        const double y = y1 * scale;
        corners[i] =
            cv::Point2f(static_cast<float>(middle.x() + x * std::cos(roll) - y * std::sin(roll)),
                        static_cast<float>(middle.y() + x * std::sin(roll) + y * std::cos(roll)));
    }
    return corners;
}

void drawWall(QImage& picture, Seeded& random)
{
    const QColor wall = QColor::fromHsv(random.below(360), 14, 178 + random.below(40));
    QLinearGradient light(0, 0, picture.width(), picture.height());
    light.setColorAt(0, wall.lighter(108));
    light.setColorAt(1, wall.darker(118));
    QPainter painter(&picture);
    painter.fillRect(picture.rect(), light);
}

/// The backdrop seen by the camera, with the waves of hanging cloth: shifted sideways and lit
/// unevenly.
void hangBackdrop(QImage& picture, const SceneDesign& scene, Seeded& random)
{
    QImage artwork = drawBackdrop(*scene.backdrop);
    if (artwork.isNull())
        return;
    const auto corners = cornersOf(scene, artwork.size());
    const double shrink = double(artwork.width()) / (scene.backdropScale * scene.size.width());
    if (shrink > 1.5) // a bilinear warp alone would leave out pixels
        artwork = artwork.scaledToWidth(int(artwork.width() / shrink), Qt::SmoothTransformation);
    const cv::Mat flat = pixels(artwork);

    const double waves = random.between(4, 7);
    const double phase = random.between(0, 6);
    const double lean = random.between(-0.6, 0.6);
    cv::Mat mapX(flat.size(), CV_32F);
    cv::Mat mapY(flat.size(), CV_32F);
    cv::Mat cloth(flat.size(), flat.type());
    const double reach = 0.004 * scene.folds * flat.cols;
    for (int y = 0; y < flat.rows; ++y) {
        for (int x = 0; x < flat.cols; ++x) {
            const double u = double(x) / flat.cols;
            const double v = double(y) / flat.rows;
            const double wave =
                std::sin(2 * std::numbers::pi * waves * (u + lean * 0.1 * v) + phase);
            mapX.at<float>(y, x) = static_cast<float>(x + reach * wave * (0.3 + v));
            mapY.at<float>(y, x) = static_cast<float>(y);
        }
    }
    cv::remap(flat, cloth, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    for (int y = 0; y < cloth.rows; ++y) {
        for (int x = 0; x < cloth.cols; ++x) {
            const double u = double(x) / cloth.cols;
            const double v = double(y) / cloth.rows;
            const double wave =
                std::cos(2 * std::numbers::pi * waves * (u + lean * 0.1 * v) + phase);
            auto& pixel = cloth.at<cv::Vec4b>(y, x);
            for (int channel = 0; channel < 3; ++channel)
                pixel[channel] = cv::saturate_cast<uchar>(
                    pixel[channel] * (1.0 + 0.10 * scene.folds * wave * (0.4 + v)));
        }
    }
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), cv::Point2f(float(cloth.cols), 0),
                                          cv::Point2f(float(cloth.cols), float(cloth.rows)),
                                          cv::Point2f(0, float(cloth.rows))};
    const cv::Mat homography = cv::getPerspectiveTransform(from.data(), corners.data());
    cv::Mat target = pixels(picture);
    cv::warpPerspective(cloth, target, homography, target.size(), cv::INTER_LINEAR,
                        cv::BORDER_TRANSPARENT);
}

void placePersons(QImage& picture, const SceneDesign& scene)
{
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int height = std::max(1, int(scene.personHeight * picture.height()));
    const int count = static_cast<int>(scene.persons.size());
    for (int i = 0; i < count; ++i) {
        const double aside = (i - (count - 1) / 2.0) * 0.42; // next to each other
        const QImage figure =
            drawPerson(scene.persons[static_cast<std::size_t>(i)], QSize(height, height));
        painter.save();
        painter.translate((scene.personAt.x() + aside) * picture.width(),
                          scene.personAt.y() * picture.height());
        painter.rotate(scene.rollDegrees);
        painter.drawImage(QPointF(-height / 2.0, -height + 1.0), figure);
        painter.restore();
    }
}

/// The artwork itself behind the person's cut-out: flat, evenly lit, hardly any noise.
void pasteBehind(QImage& photo, const SceneDesign& scene, Seeded& random)
{
    SceneDesign flat = scene;
    flat.folds = 0;
    QImage behind(scene.size, QImage::Format_RGB32);
    drawWall(behind, random);
    hangBackdrop(behind, flat, random);
    QImage cutOut(scene.size, QImage::Format_ARGB32_Premultiplied);
    cutOut.fill(Qt::transparent);
    placePersons(cutOut, scene);
    const cv::Mat person = pixels(cutOut);
    const cv::Mat from = pixels(behind);
    cv::Mat to = pixels(photo);
    for (int y = 0; y < to.rows; ++y) {
        for (int x = 0; x < to.cols; ++x) {
            const int covered = person.at<cv::Vec4b>(y, x)[3];
            auto& pixel = to.at<cv::Vec4b>(y, x);
            for (int channel = 0; channel < 3; ++channel)
                pixel[channel] =
                    cv::saturate_cast<uchar>((pixel[channel] * covered +
                                              from.at<cv::Vec4b>(y, x)[channel] * (255 - covered)) /
                                             255);
        }
    }
}

} // namespace

QImage drawPhotoScene(const SceneDesign& scene)
{
    if (scene.size.isEmpty())
        return {};
    Seeded random(scene.seed, 77);
    QImage picture(scene.size, QImage::Format_RGB32);
    drawWall(picture, random);
    drawClutter(picture, scene);
    const bool hangs = scene.backdrop && !scene.pasted;
    if (hangs && !scene.held)
        hangBackdrop(picture, scene, random);
    if (scene.shadow > 0)
        drawShadow(picture, scene);
    placePersons(picture, scene);
    if (hangs && scene.held)
        hangBackdrop(picture, scene, random);
    drawFurniture(picture, scene);
    if (scene.screenPitch > 0)
        showOnScreen(picture, scene);
    photograph(picture, scene);
    if (scene.pasted && scene.backdrop)
        pasteBehind(picture, scene, random);
    if (scene.jpegQuality > 0)
        picture = compressed(picture, scene.jpegQuality);
    return scene.mirrored ? picture.mirrored(true, false) : picture;
}

QImage scenePartsOf(const SceneDesign& scene)
{
    if (scene.size.isEmpty())
        return {};
    QImage parts(scene.size, QImage::Format_Grayscale8);
    parts.fill(int(ScenePart::Wall));
    QPainter painter(&parts);
    const auto shade = [](ScenePart part) { return QColor(int(part), int(part), int(part)); };
    if (scene.backdrop) {
        QPolygonF outline;
        for (const auto& corner : cornersOf(scene, scene.backdrop->size))
            outline << QPointF(double(corner.x), double(corner.y));
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade(ScenePart::Backdrop));
        painter.drawPolygon(outline);
    }
    QImage figure(scene.size, QImage::Format_ARGB32_Premultiplied);
    figure.fill(Qt::transparent);
    placePersons(figure, scene);
    painter.end();
    for (int y = 0; y < parts.height(); ++y) {
        uchar* row = parts.scanLine(y);
        for (int x = 0; x < parts.width(); ++x) {
            if (qAlpha(figure.pixel(x, y)) > 127)
                row[x] = uchar(ScenePart::Person);
        }
    }
    painter.begin(&parts);
    for (const QRectF& box : furnitureOf(scene))
        painter.fillRect(box, shade(ScenePart::Furniture));
    painter.end();
    return scene.mirrored ? parts.mirrored(true, false) : parts;
}

} // namespace handshake
