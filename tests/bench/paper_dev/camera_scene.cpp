// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/mat_view_p.h"
#include "tests/bench/paper_dev/dev_paper.h"

#include <QPainter>

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace handshake::paperdev {

namespace {

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

/// From millimetres on the desk (origin below the camera's axis) to pixels.
struct View {
    cv::Mat deskToPicture;
    double pixelsPerMm = 1;
};

/// `widthMm` of the desk fill the picture's width.
View viewOf(cv::Size size, double widthMm, Chance& chance)
{
    const double focal = size.width * chance.between(0.9, 1.6);
    const double distance = focal * widthMm / size.width;
    const double tiltX = radians(chance.between(-14, 14));
    const double tiltY = radians(chance.between(-14, 14));
    const double roll = radians(chance.between(-8, 8) + (90 * chance.below(4)));
    const cv::Matx33d turnX(1, 0, 0, 0, std::cos(tiltX), -std::sin(tiltX), 0, std::sin(tiltX),
                            std::cos(tiltX));
    const cv::Matx33d turnY(std::cos(tiltY), 0, std::sin(tiltY), 0, 1, 0, -std::sin(tiltY), 0,
                            std::cos(tiltY));
    const cv::Matx33d turnZ(std::cos(roll), -std::sin(roll), 0, std::sin(roll), std::cos(roll), 0,
                            0, 0, 1);
    const cv::Matx33d turn = turnX * turnY * turnZ;
    cv::Matx33d plane;
    for (int row = 0; row < 3; ++row) {
        plane(row, 0) = turn(row, 0);
        plane(row, 1) = turn(row, 1);
        plane(row, 2) = row == 2 ? distance : 0;
    }
    const cv::Matx33d camera(focal, 0, size.width / 2.0, 0, focal, size.height / 2.0, 0, 0, 1);
    return {cv::Mat(camera * plane), size.width / widthMm};
}

cv::Mat placed(double x, double y, double degrees, QSizeF size)
{
    const double c = std::cos(radians(degrees));
    const double s = std::sin(radians(degrees));
    const double w = size.width() / 2;
    const double h = size.height() / 2;
    return cv::Mat(cv::Matx33d(c, -s, x - (c * w) + (s * h), s, c, y - (s * w) - (c * h), 0, 0, 1));
}

QTransform transformOf(const cv::Mat& m)
{
    const auto at = [&](int row, int column) { return m.at<double>(row, column); };
    return {at(0, 0), at(1, 0), at(2, 0), at(0, 1), at(1, 1),
            at(2, 1), at(0, 2), at(1, 2), at(2, 2)};
}

/// Wood, plain board, cloth, a white or a black table, or a cutting mat with its grid.
cv::Mat deskTop(cv::Size size, const View& view, Chance& chance, std::uint32_t seed)
{
    static const std::array<cv::Scalar, 8> kTones = {
        cv::Scalar(60, 86, 120), cv::Scalar(92, 128, 160),  cv::Scalar(150, 180, 200),
        cv::Scalar(70, 66, 62),  cv::Scalar(200, 204, 206), cv::Scalar(232, 234, 235),
        cv::Scalar(34, 33, 33),  cv::Scalar(110, 128, 60)};
    const auto tone = static_cast<std::size_t>(chance.below(8));
    cv::RNG random(seed);
    const bool wood = tone < 3;
    const double grain = wood ? 22 : chance.between(1, 9);
    // Grain runs along one way on wood, every way elsewhere.
    cv::Mat coarse(wood ? size.height / 5 : size.height / 3,
                   wood ? size.width / 90 : size.width / 3, CV_32F);
    random.fill(coarse, cv::RNG::NORMAL, 0, grain);
    cv::Mat wide;
    cv::resize(coarse, wide, size, 0, 0, cv::INTER_LINEAR);
    cv::Mat planes[3];
    for (int c = 0; c < 3; ++c)
        cv::Mat(wide * 0.6 + kTones[tone][c]).convertTo(planes[c], CV_8U);
    cv::Mat desk;
    cv::merge(planes, 3, desk);
    if (tone == 7) {
        QImage image = imageCopy(desk);
        QPainter painter(&image);
        painter.setTransform(transformOf(view.deskToPicture));
        painter.setPen(QPen(QColor(210, 220, 200), 0.5));
        for (int at = -400; at <= 400; at += 10) {
            painter.drawLine(QPointF(at, -400), QPointF(at, 400));
            painter.drawLine(QPointF(-400, at), QPointF(400, at));
        }
        painter.end();
        desk = bgrCopy(image);
    }
    return desk;
}

/// Lays a paper down with its shadow: a hard line, or a wide soft one, or both.
void lay(cv::Mat& picture, const DevPaper& paper, const cv::Mat& toDesk, const View& view,
         Chance& chance, DevScene* scene)
{
    const cv::Mat toPicture = view.deskToPicture * toDesk;
    const QPolygonF corners = cornersOf(paper, toPicture);
    const double reach = view.pixelsPerMm * chance.between(0.3, 1.6);
    const double angle = chance.between(0, 2 * std::numbers::pi);
    const QPointF away(reach * std::cos(angle), reach * std::sin(angle));
    shade(picture, corners.translated(away), chance.between(0.1, 0.45),
          view.pixelsPerMm * chance.between(0.1, 1.5));
    layDown(picture, paper, toPicture);
    if (scene != nullptr)
        scene->items.push_back({paper.kind, corners, paper.qrText});
}

void drawThing(QPainter& painter, int sort, Chance& chance)
{
    painter.setPen(Qt::NoPen);
    const QColor colour = QColor::fromHsvF(static_cast<float>(chance.between(0, 0.99)),
                                           static_cast<float>(chance.between(0.05, 0.8)),
                                           static_cast<float>(chance.between(0.15, 0.95)));
    painter.setBrush(colour);
    switch (sort) {
    case 0: // a pen
        painter.drawRoundedRect(QRectF(-70, -4, 140, 8), 4, 4);
        painter.setBrush(colour.lighter(140));
        painter.drawRect(QRectF(-60, -1, 110, 1.5));
        break;
    case 1: // a telephone
        painter.setBrush(QColor(20, 20, 24));
        painter.drawRoundedRect(QRectF(-74, -36, 148, 72), 8, 8);
        painter.setBrush(QColor(50, 60, 80));
        painter.drawRoundedRect(QRectF(-71, -33, 142, 66), 6, 6);
        break;
    case 2: // a keyboard
        painter.setBrush(QColor(40, 40, 42));
        painter.drawRoundedRect(QRectF(-220, -65, 440, 130), 5, 5);
        painter.setBrush(QColor(75, 75, 78));
        for (int row = 0; row < 6; ++row) {
            for (int key = 0; key < 22; ++key)
                painter.drawRoundedRect(QRectF(-215 + (key * 19.5), -60 + (row * 20), 17, 17), 2,
                                        2);
        }
        break;
    case 3: // a note
        painter.setBrush(QColor(250, 235, 120));
        painter.drawRect(QRectF(-38, -38, 76, 76));
        break;
    case 4: // a mug
        painter.drawEllipse(QPointF(0, 0), 42, 42);
        painter.setBrush(QColor(60, 35, 20));
        painter.drawEllipse(QPointF(0, 0), 37, 37);
        break;
    default: // a ruler
        painter.setBrush(QColor(225, 225, 215));
        painter.drawRect(QRectF(-155, -15, 310, 30));
        painter.setPen(QPen(Qt::black, 0.3));
        for (int at = -150; at <= 150; ++at)
            painter.drawLine(QPointF(at, -15), QPointF(at, at % 10 == 0 ? -7 : -11));
        break;
    }
}

/// Things around a centre, none nearer than `clear` millimetres.
void clutter(cv::Mat& picture, const View& view, QSizeF clear, Chance& chance,
             const PaperBox& papers)
{
    const int count = chance.below(6);
    for (int i = 0; i < count; ++i) {
        const double angle = chance.between(0, 2 * std::numbers::pi);
        const int sort = chance.below(9);
        static constexpr std::array<double, 9> kReach = {72, 76, 224, 55, 43, 156, 160, 160, 48};
        const double far = (std::hypot(clear.width(), clear.height()) / 2) +
                           kReach[static_cast<std::size_t>(sort)] * chance.between(0.75, 1.05);
        const double turn = chance.between(0, 180);
        const cv::Point2d at(far * std::cos(angle), far * std::sin(angle));
        if (sort >= 6) {
            const DevPaper& paper = sort == 8 ? papers.otherCard(chance) : papers.letter(chance);
            lay(picture, paper, placed(at.x, at.y, turn, paper.size), view, chance, nullptr);
            continue;
        }
        QImage image = imageCopy(picture);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        QTransform place;
        place.translate(at.x, at.y);
        place.rotate(turn);
        painter.setTransform(place * transformOf(view.deskToPicture));
        drawThing(painter, sort, chance);
        painter.end();
        picture = bgrCopy(image);
    }
}

void photograph(cv::Mat& picture, Chance& chance, std::uint32_t seed)
{
    const double width = picture.cols;
    // Light from one side, and at times the shadow of somebody or of a lamp's arm.
    cv::Mat light(2, 2, CV_32F);
    for (int i = 0; i < 4; ++i)
        light.at<float>(i / 2, i % 2) = static_cast<float>(chance.between(0.72, 1.05));
    cv::resize(light, light, picture.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat planes[3];
    cv::split(picture, planes);
    for (cv::Mat& plane : planes) {
        cv::Mat lit;
        plane.convertTo(lit, CV_32F);
        lit = lit.mul(light);
        lit.convertTo(plane, CV_8U);
    }
    cv::merge(planes, 3, picture);
    if (chance.happens(0.35)) {
        const double x = chance.between(0, width);
        const double slant = chance.between(-0.5, 0.5) * width;
        const double band = chance.between(0.1, 0.6) * width;
        const double high = picture.rows;
        shade(picture,
              QPolygonF(QList<QPointF>{
                  {x, -5}, {x + band, -5}, {x + band + slant, high + 5}, {x + slant, high + 5}}),
              chance.between(0.1, 0.35), width * chance.between(0.002, 0.02));
    }
    cv::GaussianBlur(picture, picture, {}, width / 3264 * chance.between(0.6, 1.8) + 0.2);
    addNoise(picture, chance.between(1, 4), seed);
}

void addGlare(cv::Mat& picture, const QPolygonF& on, Chance& chance)
{
    const QRectF box = on.boundingRect();
    const QPointF at = box.center() + QPointF(box.width() * chance.between(-0.45, 0.45),
                                              box.height() * chance.between(-0.45, 0.45));
    cv::Mat spot(picture.size(), CV_8U, cv::Scalar(0));
    const int radius = static_cast<int>(box.width() * chance.between(0.03, 0.1));
    cv::ellipse(spot, {static_cast<int>(at.x()), static_cast<int>(at.y())}, {radius * 2, radius},
                chance.between(0, 180), 0, 360, cv::Scalar(200), -1, cv::LINE_AA);
    cv::blur(spot, spot, {radius, radius});
    cv::Mat three;
    cv::cvtColor(spot, three, cv::COLOR_GRAY2BGR);
    picture += three;
}

} // namespace

DevScene drawCameraScene(const PaperBox& papers, std::uint32_t seed, double megapixels)
{
    Chance chance(seed);
    DevScene scene;
    const int height = static_cast<int>(std::sqrt(megapixels * 1e6 * 0.75));
    const cv::Size size(height * 4 / 3, height);
    // Portrait side, emblem side, licence, two cards, a card beside one that is cut off.
    const int sort = chance.below(6);
    const bool isLicence = sort == 2 || sort == 3;
    const DevPaper& paper = isLicence             ? papers.licence(chance)
                            : chance.happens(0.5) ? papers.portrait(chance)
                                                  : papers.emblem(chance);
    const double longSide = paper.size.width();
    const double share = isLicence ? chance.between(0.62, 0.9) : chance.between(0.32, 0.8);
    // A paper on its side must still fit the picture's height.
    const View view = viewOf(size, std::max(longSide, longSide) / share, chance);
    const bool fits =
        cornersOf(paper, view.deskToPicture * placed(0, 0, 0, paper.size)).boundingRect().height() <
        size.height * 0.94;
    const double turn = (fits ? 0 : 90) + chance.between(-12, 12);
    cv::Mat picture = deskTop(size, view, chance, seed);
    QSizeF clear = paper.size;
    if (sort >= 4)
        clear = {paper.size.width() * 1.2, paper.size.height() * 2.4};
    clutter(picture, view, clear, chance, papers);
    const double shift = sort == 4 ? paper.size.height() * 0.62 : 0;
    const double c = std::cos(radians(turn));
    const double s = std::sin(radians(turn));
    const auto below = [&](double d) { return cv::Point2d(-s * d, c * d); };
    if (sort == 4) { // both sides, one above the other
        const DevPaper& other =
            paper.kind == PaperKind::IdPortrait ? papers.emblem(chance) : papers.portrait(chance);
        const cv::Point2d at = below(shift);
        lay(picture, other, placed(at.x, at.y, turn + chance.between(-6, 6), other.size), view,
            chance, &scene);
    }
    if (sort == 5) { // one more, somebody else's, well to the side
        const DevPaper& other = papers.otherCard(chance);
        const cv::Point2d at = below(paper.size.height() * chance.between(1.2, 1.5));
        lay(picture, other, placed(at.x, at.y, turn + chance.between(-20, 20), other.size), view,
            chance, nullptr);
    }
    const cv::Point2d at = below(-shift);
    lay(picture, paper, placed(at.x, at.y, turn, paper.size), view, chance, &scene);
    static const std::array<QString, 6> kNames = {u"card"_s,    u"card"_s,      u"licence"_s,
                                                  u"licence"_s, u"two sides"_s, u"card, another"_s};
    scene.name = kNames[static_cast<std::size_t>(sort)];
    const QRectF inside(2, 2, size.width - 4, size.height - 4);
    for (const DevScene::Item& item : scene.items) {
        if (!inside.contains(item.corners.boundingRect()))
            scene.name = u"cut off"_s;
    }
    photograph(picture, chance, seed);
    if (chance.happens(0.2))
        addGlare(picture, scene.items.back().corners, chance);
    scene.picture = throughJpeg(picture, 76 + chance.below(17));
    return scene;
}

} // namespace handshake::paperdev
