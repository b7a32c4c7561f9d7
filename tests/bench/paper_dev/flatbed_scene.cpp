// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/mat_view_p.h"
#include "tests/bench/paper_dev/dev_paper.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace handshake::paperdev {

namespace {

constexpr double kMmPerInch = 25.4;

cv::Mat placed(double x, double y, double degrees, QSizeF size, double dots)
{
    const double angle = degrees * std::numbers::pi / 180;
    const double c = std::cos(angle) * dots;
    const double s = std::sin(angle) * dots;
    const double w = size.width() / 2;
    const double h = size.height() / 2;
    return cv::Mat(cv::Matx33d(c, -s, (x * dots) - (c * w) + (s * h), s, c,
                               (y * dots) - (s * w) - (c * h), 0, 0, 1));
}

struct Lamp {
    double side;    ///< strength of the soft shadow on one side
    double contact; ///< strength of the thin line all around
    double reach;   ///< mm
};

void lay(cv::Mat& glass, const DevPaper& paper, const cv::Mat& toPicture, const Lamp& lamp,
         double dots, DevScene* scene)
{
    const QPolygonF corners = cornersOf(paper, toPicture);
    shade(glass, corners.translated(0, lamp.reach * dots), lamp.side, 0.35 * lamp.reach * dots);
    shade(glass, corners, lamp.contact, 0.12 * dots);
    layDown(glass, paper, toPicture);
    if (scene != nullptr)
        scene->items.push_back({paper.kind, corners, paper.qrText});
}

} // namespace

DevScene drawFlatbedScene(const PaperBox& papers, std::uint32_t seed, double dpi)
{
    Chance chance(seed ^ 0x5a5a5a5aU);
    DevScene scene;
    const double dots = dpi / kMmPerInch;
    // One card, both sides, a card and a letter, a licence on a larger glass, one that fills it.
    const int sort = chance.below(6);
    const bool isLarge = sort == 3;
    const QSizeF glassMm = isLarge     ? QSizeF(297, 431.8)
                           : sort == 4 ? QSizeF(215.9, 297)
                                       : QSizeF(chance.happens(0.5) ? 210 : 215.9, 297);
    cv::Mat glass(static_cast<int>(glassMm.height() * dots),
                  static_cast<int>(glassMm.width() * dots), CV_8UC3);
    const double white = chance.between(228, 252);
    glass.setTo(cv::Scalar(white - chance.between(0, 4), white, white - chance.between(0, 3)));
    const Lamp lamp{chance.between(0.03, 0.3), chance.between(0.02, 0.2), chance.between(0.3, 1.2)};
    const auto card = [&](const DevPaper& paper, double x, double y, DevScene* counted) {
        const double turn = (90 * chance.below(4)) + chance.between(-7, 7);
        lay(glass, paper, placed(x, y, turn, paper.size, dots), lamp, dots, counted);
    };
    const double x = chance.between(60, 145);
    switch (sort) {
    case 0:
        card(chance.happens(0.5) ? papers.portrait(chance) : papers.emblem(chance), x,
             chance.between(60, 230), &scene);
        scene.name = u"one card"_s;
        break;
    case 1:
        card(papers.portrait(chance), x, chance.between(55, 85), &scene);
        card(papers.emblem(chance), x, chance.between(190, 230), &scene);
        scene.name = u"two sides"_s;
        break;
    case 2: {
        // A letter below, a card above it; or a bank's card.
        const bool isPage = chance.happens(0.5);
        const DevPaper& other = isPage ? papers.letter(chance) : papers.otherCard(chance);
        lay(glass, other,
            placed(isPage ? 110 : x, isPage ? 230 : 200, 90 + chance.between(-3, 3), other.size,
                   dots),
            lamp, dots, nullptr);
        card(chance.happens(0.5) ? papers.portrait(chance) : papers.emblem(chance), x, 65, &scene);
        scene.name = u"card and other"_s;
        break;
    }
    case 3: {
        const DevPaper& paper = papers.licence(chance);
        const bool lies = chance.happens(0.5);
        lay(glass, paper,
            lies ? placed(297 / 2.0, chance.between(110, 300), chance.between(-0.15, 0.15),
                          paper.size, dots)
                 : placed(chance.between(112, 180), chance.between(160, 270),
                          (chance.happens(0.5) ? 90 : 270) + chance.between(-3, 3), paper.size,
                          dots),
            lamp, dots, &scene);
        scene.name = lies ? u"licence, tight"_s : u"licence, A3"_s;
        break;
    }
    default: {
        const DevPaper& paper = papers.licence(chance);
        lay(glass, paper,
            placed(105 + chance.between(-0.5, glassMm.width() - 209.5), 148.5,
                   (chance.happens(0.5) ? 90 : 270) + chance.between(-0.3, 0.3), paper.size, dots),
            lamp, dots, &scene);
        scene.name = u"licence fills"_s;
        break;
    }
    }
    cv::GaussianBlur(glass, glass, {}, chance.between(0.4, 0.9));
    addNoise(glass, chance.between(0.6, 2.2), seed);
    scene.picture = throughJpeg(glass, 80 + chance.below(15));
    return scene;
}

} // namespace handshake::paperdev
