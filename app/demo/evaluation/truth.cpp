// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/truth_p.h"

#include "app/demo/evaluation/sensor_p.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <vector>

namespace handshake::evaluation {

namespace {

constexpr int kCellsAcross = 48;
constexpr int kCellsDown = 32;

bool hidden(const Take& take, int x, int y)
{
    return take.people.at<uchar>(y, x) > 96;
}

void measureCurtain(const Take& take, SceneTruth& truth)
{
    std::vector<char> inView(kCellsAcross * kCellsDown, 0);
    std::vector<char> seen(kCellsAcross * kCellsDown, 0);
    qint64 free = 0;
    qint64 covered = 0;
    for (int y = 0; y < take.picture.rows; y += 2) {
        for (int x = 0; x < take.picture.cols; x += 2) {
            const bool behind = hidden(take, x, y);
            const bool curtain = take.curtain.at<uchar>(y, x) > 127;
            free += behind ? 0 : 1;
            covered += !behind && curtain ? 1 : 0;
            if (!curtain)
                continue;
            const cv::Vec2f share = take.shares.at<cv::Vec2f>(y, x);
            const int column = std::clamp(int(share[0] * kCellsAcross), 0, kCellsAcross - 1);
            const int row = std::clamp(int(share[1] * kCellsDown), 0, kCellsDown - 1);
            const auto cell =
                static_cast<std::size_t>(row) * kCellsAcross + static_cast<std::size_t>(column);
            inView[cell] = 1;
            if (!behind)
                seen[cell] = 1;
        }
    }
    const auto inViewCells = std::count(inView.begin(), inView.end(), 1);
    const auto seenCells = std::count(seen.begin(), seen.end(), 1);
    truth.coverage = free > 0 ? double(covered) / double(free) : 0;
    truth.artworkVisible = double(seenCells) / double(kCellsAcross * kCellsDown);
    truth.occlusion = inViewCells > 0 ? 1 - double(seenCells) / double(inViewCells) : 0;
}

struct PlaceView {
    double visible = 0; ///< share of the place that can be seen
    double height = 0;  ///< pixels
};

PlaceView viewOf(const QRectF& box, const Stage& stage, const Take& take, const Lens& lens)
{
    constexpr int kAcross = 10;
    constexpr int kDown = 4;
    int seen = 0;
    const auto at = [&](double x, double y) {
        const double share = box.x() + x * box.width();
        return lens.project(take.sheet,
                            {stage.mirrored ? 1 - share : share, box.y() + y * box.height()});
    };
    for (int row = 0; row < kDown; ++row) {
        for (int column = 0; column < kAcross; ++column) {
            const auto point = at((column + 0.5) / kAcross, (row + 0.5) / kDown);
            if (!point)
                continue;
            const int x = int(std::lround(point->x));
            const int y = int(std::lround(point->y));
            if (x >= 0 && y >= 0 && x < take.picture.cols && y < take.picture.rows &&
                !hidden(take, x, y))
                ++seen;
        }
    }
    PlaceView view;
    view.visible = double(seen) / (kAcross * kDown);
    const auto top = at(0.5, 0);
    const auto bottom = at(0.5, 1);
    if (top && bottom)
        view.height = cv::norm(*bottom - *top);
    return view;
}

/// What blurs the curtain in this picture, pixels.
double smearOf(const TakeDesign& take)
{
    const double still = std::hypot(take.focusBlur, take.depthBlur);
    return scaledBlur(still + take.motion * 0.3, take.size.width());
}

/// A line can be read whole; a logo or name is known by most of it.
constexpr double kWhole = 0.85;
constexpr double kMost = 0.6;

bool legible(const PlaceView& view, double smear, double needed)
{
    return view.visible >= needed && view.height >= 9 + 4 * smear;
}

double contrastOf(const CurtainDesign& design)
{
    return design.family == Family::Tone ? 30 : 90; // grey levels between ground and ink
}

} // namespace

SceneTruth truthOf(const Stage& stage, const Take& take)
{
    const SampleDesign& sample = stage.sample;
    SceneTruth truth;
    for (const QRectF& face : take.faces)
        truth.faces.push_back(face);
    if (!stage.hasCurtain)
        return truth;
    TakeDesign design = sample.take;
    design.yaw += stage.sway.tremble;
    design.pitch += stage.sway.tremble * 0.6;
    const Lens lens(design, curtainOf(sample.asked)->sizeMm);
    measureCurtain(take, truth);
    const auto curtain = curtainOf(sample.shown);
    const double smear = smearOf(sample.take);
    int logos = 0;
    int names = 0;
    for (const CurtainPlace& place : curtain->places) {
        if (place.what == CurtainPlace::What::Text)
            continue;
        if (!legible(viewOf(place.box, stage, take, lens), smear, kMost))
            continue;
        ++(place.what == CurtainPlace::What::Logo ? logos : names);
    }
    truth.logoLegible = logos > 0;
    truth.nameLegible = names > 0;
    for (const cv::Point2d corner : {cv::Point2d(0, 0), {1, 0}, {1, 1}, {0, 1}}) {
        if (const auto at = lens.project(take.sheet, corner))
            truth.corners.append(QPointF(at->x, at->y));
    }
    double most = 0;
    bool readable = false;
    for (const QRectF& box : curtain->changed) {
        const PlaceView view = viewOf(box, stage, take, lens);
        most = std::max(most, view.visible);
        readable = readable || legible(view, smear, kWhole);
    }
    truth.change = readable      ? ChangeView::Visible
                   : most <= 0.1 ? ChangeView::Hidden
                                 : ChangeView::Unclear;
    if (sample.kind == SceneKind::Right) {
        const bool standsOut =
            contrastOf(sample.shown) * sample.take.gain >= 1.2 * sample.take.noise;
        const double needed = sample.zoomed ? 0.15 : 0.35;
        // One tile alone is not enough to know a pattern by.
        const int least = sample.shown.family == Family::Tiled ? 2 : 1;
        truth.mustAccept = logos + names >= least && standsOut && truth.artworkVisible >= needed;
        truth.undecided = !truth.mustAccept;
    }
    return truth;
}

QJsonObject truthToJson(const SceneTruth& truth)
{
    QJsonArray faces;
    for (const QRectF& face : truth.faces)
        faces.append(QJsonArray{face.x(), face.y(), face.width(), face.height()});
    QJsonArray corners;
    for (const QPointF& corner : truth.corners)
        corners.append(QJsonArray{corner.x(), corner.y()});
    return {{QStringLiteral("coverage"), truth.coverage},
            {QStringLiteral("artworkVisible"), truth.artworkVisible},
            {QStringLiteral("occlusion"), truth.occlusion},
            {QStringLiteral("faces"), faces},
            {QStringLiteral("corners"), corners},
            {QStringLiteral("change"), static_cast<int>(truth.change)},
            {QStringLiteral("logoLegible"), truth.logoLegible},
            {QStringLiteral("nameLegible"), truth.nameLegible},
            {QStringLiteral("mustAccept"), truth.mustAccept},
            {QStringLiteral("undecided"), truth.undecided}};
}

SceneTruth truthFromJson(const QJsonObject& object)
{
    SceneTruth truth;
    truth.coverage = object.value(QStringLiteral("coverage")).toDouble();
    truth.artworkVisible = object.value(QStringLiteral("artworkVisible")).toDouble();
    truth.occlusion = object.value(QStringLiteral("occlusion")).toDouble();
    for (const QJsonValue value : object.value(QStringLiteral("faces")).toArray()) {
        const QJsonArray box = value.toArray();
        truth.faces.emplace_back(box.at(0).toDouble(), box.at(1).toDouble(), box.at(2).toDouble(),
                                 box.at(3).toDouble());
    }
    for (const QJsonValue value : object.value(QStringLiteral("corners")).toArray()) {
        const QJsonArray at = value.toArray();
        truth.corners.append(QPointF(at.at(0).toDouble(), at.at(1).toDouble()));
    }
    truth.change =
        static_cast<ChangeView>(std::clamp(object.value(QStringLiteral("change")).toInt(), 0, 3));
    truth.logoLegible = object.value(QStringLiteral("logoLegible")).toBool();
    truth.nameLegible = object.value(QStringLiteral("nameLegible")).toBool();
    truth.mustAccept = object.value(QStringLiteral("mustAccept")).toBool();
    truth.undecided = object.value(QStringLiteral("undecided")).toBool();
    return truth;
}

} // namespace handshake::evaluation
