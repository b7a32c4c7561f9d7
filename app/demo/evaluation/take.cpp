// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/take_p.h"

#include "app/demo/evaluation/dice_p.h"
#include "app/demo/evaluation/figure_painting_p.h"
#include "app/demo/evaluation/room_p.h"
#include "app/demo/evaluation/sensor_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake::evaluation {

namespace {

cv::Mat asMat(const QImage& image)
{
    return cv::Mat(image.height(), image.width(), CV_8UC3, const_cast<uchar*>(image.constBits()),
                   static_cast<std::size_t>(image.bytesPerLine()));
}

/// `texture` through the map of shares; what lies outside is `outside`.
cv::Mat sampled(const cv::Mat& texture, const cv::Mat& shares, int border,
                const cv::Scalar& outside = {})
{
    cv::Mat map(shares.size(), CV_32FC2);
    const auto width = static_cast<float>(texture.cols);
    const auto height = static_cast<float>(texture.rows);
    for (int y = 0; y < map.rows; ++y) {
        const auto* from = shares.ptr<cv::Vec2f>(y);
        auto* to = map.ptr<cv::Vec2f>(y);
        for (int x = 0; x < map.cols; ++x)
            to[x] = {std::clamp(from[x][0] * width - 0.5F, -30000.0F, 30000.0F),
                     std::clamp(from[x][1] * height - 0.5F, -30000.0F, 30000.0F)};
    }
    cv::Mat out;
    cv::remap(texture, out, map, cv::noArray(), cv::INTER_LINEAR, border, outside);
    return out;
}

/// Shrunk until a pixel of the picture is no more than one of the texture.
cv::Mat fitted(const cv::Mat& texture, double shrink)
{
    if (shrink >= 0.95)
        return texture;
    cv::Mat small;
    cv::resize(texture, small, {}, std::max(0.05, shrink), std::max(0.05, shrink), cv::INTER_AREA);
    return small;
}

constexpr double kBodyMm = 800; ///< of a figure below its face, with room for leaning

/// Where one person is drawn: from the figure's pixels to the picture's.
struct Placed {
    std::shared_ptr<const Figure> figure;
    cv::Matx23d toPicture;
    double scale = 1; ///< pixels of the picture a millimetre takes
};

Placed place(const FigurePlace& where, const Stage& stage, const Lens& lens)
{
    const TakeDesign& take = stage.sample.take;
    FigureDesign design = where.figure;
    design.eyesClosed = stage.sway.eyesClosed;
    Placed placed;
    placed.figure = figurePicture(design);
    placed.scale = lens.pixelsPerMm(take.distance * take.nearness * where.depth);
    const double zoom = placed.scale / placed.figure->pixelsPerMm;
    const double angle = (where.lean + stage.sway.lean - take.roll) * 3.14159265 / 180;
    cv::Point2d face(where.across * take.size.width() + stage.sway.aside * placed.scale,
                     where.headroom * take.size.height() + placed.figure->topMm * placed.scale);
    // Nobody ends above the picture's lower edge.
    face.y = std::max(face.y, take.size.height() - kBodyMm * placed.scale);
    const double c = std::cos(angle) * zoom;
    const double s = std::sin(angle) * zoom;
    const cv::Point2d from = placed.figure->faceCentre;
    placed.toPicture = {c, -s, face.x - c * from.x + s * from.y,
                        s, c,  face.y - s * from.x - c * from.y};
    return placed;
}

QRectF faceOf(const Placed& placed)
{
    const cv::Point2d from = placed.figure->faceCentre;
    const cv::Matx23d& m = placed.toPicture;
    const QPointF centre(m(0, 0) * from.x + m(0, 1) * from.y + m(0, 2),
                         m(1, 0) * from.x + m(1, 1) * from.y + m(1, 2));
    const QSizeF size(placed.figure->faceMm.width * placed.scale,
                      placed.figure->faceMm.height * placed.scale);
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(),
            size.height()};
}

void castShadow(Take& take, const Placed& placed, const TakeDesign& design)
{
    if (design.shadow < 0.02)
        return;
    cv::Mat alpha;
    cv::extractChannel(placed.figure->bgra, alpha, 3);
    cv::Mat small;
    cv::resize(alpha, small, {}, 0.25, 0.25, cv::INTER_AREA);
    cv::Matx23d shifted = placed.toPicture;
    for (int row = 0; row < 2; ++row) {
        shifted(row, 0) *= 4;
        shifted(row, 1) *= 4;
    }
    const double away = 90 * placed.scale;
    shifted(0, 2) -= (design.lightFrom >= 0 ? 1 : -1) * away;
    shifted(1, 2) += 0.5 * away;
    for (int row = 0; row < 2; ++row) { // drawn on a quarter of the picture's size
        for (int column = 0; column < 3; ++column)
            shifted(row, column) *= 0.25;
    }
    cv::Mat shadow;
    cv::warpAffine(small, shadow, shifted,
                   {std::max(1, take.picture.cols / 4), std::max(1, take.picture.rows / 4)});
    cv::GaussianBlur(shadow, shadow, {}, std::max(1.0, 6.0 * placed.scale));
    cv::resize(shadow, shadow, take.picture.size());
    for (int y = 0; y < shadow.rows; ++y) {
        auto* row = take.picture.ptr<cv::Vec3b>(y);
        const auto* dark = shadow.ptr<uchar>(y);
        for (int x = 0; x < shadow.cols; ++x) {
            const double keep = 1 - design.shadow * dark[x] / 255.0;
            for (int c = 0; c < 3; ++c)
                row[x][c] = cv::saturate_cast<uchar>(row[x][c] * keep);
        }
    }
}

void drawPerson(Take& take, const Placed& placed)
{
    const double zoom = placed.scale / placed.figure->pixelsPerMm;
    const cv::Mat source = fitted(placed.figure->bgra, zoom);
    const double shrunk = double(source.cols) / placed.figure->bgra.cols;
    cv::Matx23d matrix = placed.toPicture;
    for (int row = 0; row < 2; ++row) {
        matrix(row, 0) /= shrunk;
        matrix(row, 1) /= shrunk;
    }
    cv::Mat layer;
    cv::warpAffine(source, layer, matrix, take.picture.size(), cv::INTER_LINEAR,
                   cv::BORDER_CONSTANT, cv::Scalar::all(0));
    for (int y = 0; y < layer.rows; ++y) {
        const auto* in = layer.ptr<cv::Vec4b>(y);
        auto* out = take.picture.ptr<cv::Vec3b>(y);
        auto* mask = take.people.ptr<uchar>(y);
        for (int x = 0; x < layer.cols; ++x) {
            const int alpha = in[x][3];
            if (alpha == 0)
                continue;
            for (int c = 0; c < 3; ++c)
                out[x][c] =
                    cv::saturate_cast<uchar>(in[x][c] + (out[x][c] * (255 - alpha) + 127) / 255);
            mask[x] = std::max(mask[x], static_cast<uchar>(alpha));
        }
    }
}

/// A sheet of paper behind the person's head, as wide as two to four heads.
Sheet printBehind(const Stage& stage, const Lens& lens, double aspect)
{
    const TakeDesign& take = stage.sample.take;
    Dice dice(stage.sample.seed, 60);
    Sheet print;
    print.width = dice.between(420, 720);
    print.height = print.width / aspect;
    print.ahead = take.distance * (1 - take.nearness) - dice.between(40, 120);
    const cv::Point2d head(take.size.width() * stage.sample.people.front().across,
                           take.size.height() * (stage.sample.people.front().headroom + 0.12));
    const cv::Point2d at = lens.under(head, print.ahead);
    print.x = at.x + dice.between(-60, 60);
    print.y = at.y - dice.between(0, 0.2) * print.height;
    return print;
}

void hang(Take& take, const Stage& stage, const Lens& lens)
{
    const SampleDesign& sample = stage.sample;
    const auto curtain = curtainOf(sample.shown);
    const double aspect = curtain->sizeMm.width() / curtain->sizeMm.height();
    take.sheet = stage.smallCopy
                     ? printBehind(stage, lens, aspect)
                     : Sheet{0, 0, 0, curtain->sizeMm.width(), curtain->sizeMm.height()};
    const Folds folds{sample.take.folds * (stage.smallCopy ? 0.3 : 1), sample.take.foldShade,
                      sample.seed};
    cv::Mat shade;
    take.shares = lens.sheetMap(take.sheet, folds, &shade);
    cv::Mat shares = take.shares;
    if (stage.mirrored) {
        shares = take.shares.clone();
        for (int y = 0; y < shares.rows; ++y) {
            auto* row = shares.ptr<cv::Vec2f>(y);
            for (int x = 0; x < shares.cols; ++x)
                row[x][0] = 1 - row[x][0];
        }
    }
    cv::Mat artwork;
    cv::cvtColor(asMat(curtain->artwork), artwork, cv::COLOR_RGB2BGR);
    const double shown =
        lens.pixelsPerMm(sample.take.distance - take.sheet.ahead) * take.sheet.width / artwork.cols;
    artwork = fitted(artwork, shown);
    const cv::Mat cloth = sampled(artwork, shares, cv::BORDER_REPLICATE);
    take.curtain =
        sampled(cv::Mat(artwork.size(), CV_8U, cv::Scalar(255)), take.shares, cv::BORDER_CONSTANT);
    for (int y = 0; y < take.picture.rows; ++y) {
        auto* out = take.picture.ptr<cv::Vec3b>(y);
        const auto* in = cloth.ptr<cv::Vec3b>(y);
        const auto* lit = shade.ptr<float>(y);
        const auto* cover = take.curtain.ptr<uchar>(y);
        for (int x = 0; x < take.picture.cols; ++x) {
            const float part = static_cast<float>(cover[x]) / 255;
            if (part <= 0)
                continue;
            for (int c = 0; c < 3; ++c)
                out[x][c] = cv::saturate_cast<uchar>(static_cast<float>(in[x][c]) * lit[x] * part +
                                                     static_cast<float>(out[x][c]) * (1 - part));
        }
    }
}

/// Thumbs that hold the print at its sides.
void drawThumbs(Take& take, const Stage& stage, const Lens& lens)
{
    const cv::Scalar skin(130, 160, 205);
    const double size = lens.pixelsPerMm(stage.sample.take.distance - take.sheet.ahead);
    for (const double side : {0.0, 1.0}) {
        const auto at = lens.project(take.sheet, {side, 0.62});
        if (!at)
            continue;
        const cv::Point2d inward((side < 0.5 ? 14 : -14) * size, 0);
        cv::ellipse(take.picture, *at + inward, {int(26 * size), int(11 * size)},
                    side < 0.5 ? -12 : 12, 0, 360, skin, cv::FILLED, cv::LINE_AA);
        cv::ellipse(take.picture, *at - inward * 1.6 + cv::Point2d(0, 18 * size),
                    {int(34 * size), int(44 * size)}, 0, 0, 360, skin * 0.9, cv::FILLED,
                    cv::LINE_AA);
    }
}

} // namespace

Stage stageOf(const SampleDesign& sample)
{
    Stage stage;
    stage.sample = sample;
    stage.hasCurtain = sample.kind != SceneKind::Wall && sample.kind != SceneKind::Clutter;
    stage.mirrored = sample.kind == SceneKind::Mirrored;
    stage.smallCopy = sample.kind == SceneKind::SmallCopy;
    stage.cluttered = sample.kind == SceneKind::Clutter ||
                      (sample.kind == SceneKind::SmallCopy && sample.seed % 2 == 0);
    return stage;
}

Take look(const Stage& stage)
{
    const SampleDesign& sample = stage.sample;
    TakeDesign design = sample.take;
    design.yaw += stage.sway.tremble;
    design.pitch += stage.sway.tremble * 0.6;
    const Lens lens(design, curtainOf(sample.asked)->sizeMm);
    Take take;
    const Sheet room{0, 0, -120, kRoomWidthMm, kRoomHeightMm};
    const cv::Mat behind = roomPicture(stage.cluttered, sample.seed);
    take.picture =
        sampled(fitted(behind, lens.pixelsPerMm(design.distance) * kRoomWidthMm / behind.cols),
                lens.sheetMap(room, {}, nullptr), cv::BORDER_REFLECT);
    take.curtain = cv::Mat(take.picture.size(), CV_8U, cv::Scalar(0));
    take.people = take.curtain.clone();
    if (stage.hasCurtain)
        hang(take, stage, lens);
    std::vector<Placed> people;
    for (const FigurePlace& where : sample.people)
        people.push_back(place(where, stage, lens));
    for (const Placed& placed : people)
        castShadow(take, placed, design);
    if (stage.smallCopy)
        drawThumbs(take, stage, lens);
    blur(take.picture, scaledBlur(design.depthBlur, take.picture.cols));
    for (std::size_t i = 0; i < people.size(); ++i) {
        drawPerson(take, people[i]);
        if (!sample.people[i].figure.fromBehind)
            take.faces.push_back(faceOf(people[i]));
    }
    return take;
}

} // namespace handshake::evaluation
