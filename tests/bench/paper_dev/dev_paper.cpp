// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/paper_dev/dev_paper.h"

#include "app/imaging/mat_view_p.h"
#include "tests/support/paper_specimens.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace handshake::paperdev {

namespace {

constexpr int kOfEach = 5;

cv::Mat lookOf(const QImage& drawn)
{
    const QImage argb = drawn.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    return cv::Mat(argb.height(), argb.width(), CV_8UC4, const_cast<uchar*>(argb.constBits()),
                   static_cast<std::size_t>(argb.bytesPerLine()))
        .clone();
}

/// Paler or stronger grounds: `share` of white mixed in.
void pale(cv::Mat& look, double share)
{
    for (int y = 0; y < look.rows; ++y) {
        auto* row = look.ptr<cv::Vec4b>(y);
        for (int x = 0; x < look.cols; ++x) {
            for (int c = 0; c < 3; ++c) {
                // Ink stays; only what is bright already grows paler.
                const double value = row[x][c];
                if (value > 150)
                    row[x][c] = cv::saturate_cast<uchar>(value + ((255 - value) * share));
            }
        }
    }
}

IdCardContent cardOf(int split, int index)
{
    static const std::array<QString, 10> kNames = {
        u"张样本"_s, u"李示例"_s, u"王试"_s,     u"陈虚构"_s, u"欧阳样本"_s,
        u"赵范例"_s, u"孙假设"_s, u"周样本一"_s, u"吴标本"_s, u"郑测"_s};
    IdCardContent content = specimens::card();
    content.name = kNames[static_cast<std::size_t>((split * kOfEach) + index) % kNames.size()];
    content.sex = index % 2 == 0 ? u"女"_s : u"男"_s;
    if (index % 3 == 1)
        content.address = u"广东省深圳市南山区示例大道9号"_s;
    if (index % 3 == 2)
        content.issuer = u"深圳市公安局南山分局"_s;
    return content;
}

PaperStyle styleOf(int split, int index)
{
    static const std::array<QString, 3> kFaces = {u"Noto Sans CJK SC"_s, u"Noto Serif CJK SC"_s,
                                                  u"WenQuanYi Zen Hei"_s};
    PaperStyle style;
    style.textFamily = kFaces[static_cast<std::size_t>(split + index) % kFaces.size()];
    return style;
}

/// A wider, filled frame nearer to the edge than the demo's.
void addBand(QImage& licence, double dotsPerMm, double margin, double width)
{
    QPainter painter(&licence);
    painter.setPen(Qt::NoPen);
    QPainterPath band;
    const QRectF all(QPointF(0, 0), QSizeF(licence.size()) / dotsPerMm);
    band.addRect(all.adjusted(margin, margin, -margin, -margin));
    const double inner = margin + width;
    band.addRect(all.adjusted(inner, inner, -inner, -inner));
    painter.scale(dotsPerMm, dotsPerMm);
    painter.setBrush(QColor(190, 150, 90));
    painter.drawPath(band);
}

DevPaper licenceOf(int split, int index)
{
    constexpr double kDots = 12;
    LicenceContent content = specimens::licence();
    content.qrText =
        u"https://licence.example.invalid/?code=91350100M000100Y43&n=%1%2"_s.arg(split).arg(index);
    if (index % 2 == 1)
        content.qrText += u"&long=abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvw"_s;
    PaperStyle style = styleOf(split, index);
    style.dotsPerMm = kDots;
    QImage drawn = drawLicence(content, style);
    if (index % 3 == 1)
        addBand(drawn, kDots, 4 + split, 4);
    if (index % 3 == 2)
        addBand(drawn, kDots, 6 - split, 1.2);
    DevPaper paper{PaperKind::Licence, lookOf(drawn), kLicenceSize, content.qrText};
    if (index % 2 == 0)
        pale(paper.look, 0.5);
    return paper;
}

DevPaper otherCardOf(Chance& chance)
{
    PaperDrawing drawing(kIdCardSize, 3.18, {});
    const auto tone = static_cast<float>(chance.between(0, 0.99));
    drawing.fill(QRectF(QPointF(0, 0), kIdCardSize), QColor::fromHsvF(tone, 0.45F, 0.85F));
    drawing.waves(QRectF(0, 20, 85.6, 20), QColor(255, 255, 255, 90), 2, 2);
    drawing.fill(QRectF(9, 19, 12, 9), QColor(200, 180, 120));
    PaperText number;
    number.height = 5;
    number.number = true;
    drawing.text(u"0000 0000 0000 0000"_s, {9, 36}, number);
    drawing.specimenMark({60, 10}, 4);
    return {PaperKind::Unknown, lookOf(drawing.finish()), kIdCardSize};
}

DevPaper letterOf(Chance& chance)
{
    const QSizeF size = chance.happens(0.5) ? QSizeF(210, 297) : QSizeF(148, 210);
    PaperStyle style;
    style.dotsPerMm = 8;
    PaperDrawing drawing(size, 0, style);
    drawing.fill(QRectF(QPointF(0, 0), size), QColor(250, 250, 247));
    for (int y = 25; y < size.height() - 25; y += 7) {
        double x = 20;
        const double end = size.width() - chance.between(20, 60);
        while (x < end) {
            const double word = chance.between(4, 15);
            drawing.fill(QRectF(x, y, word, 2.2), QColor(60, 60, 64));
            x += word + 2;
        }
    }
    return {PaperKind::Unknown, lookOf(drawing.finish()), size};
}

const DevPaper& oneOf(const std::vector<DevPaper>& papers, Chance& chance)
{
    return papers[static_cast<std::size_t>(chance.below(static_cast<int>(papers.size())))];
}

} // namespace

PaperBox::PaperBox(int split)
{
    Chance chance(static_cast<std::uint32_t>(977 + split));
    for (int i = 0; i < kOfEach; ++i) {
        const IdCardContent card = cardOf(split, i);
        const double paler = 0.2 * ((i + split) % 4);
        m_portraits.push_back({PaperKind::IdPortrait,
                               lookOf(drawIdPortraitSide(card, styleOf(split, i))), kIdCardSize});
        m_emblems.push_back(
            {PaperKind::IdEmblem, lookOf(drawIdEmblemSide(card, styleOf(split, i))), kIdCardSize});
        pale(m_portraits.back().look, paler);
        pale(m_emblems.back().look, paler);
        m_licences.push_back(licenceOf(split, i));
        m_cards.push_back(otherCardOf(chance));
        m_letters.push_back(letterOf(chance));
    }
}

const DevPaper& PaperBox::portrait(Chance& chance) const
{
    return oneOf(m_portraits, chance);
}

const DevPaper& PaperBox::emblem(Chance& chance) const
{
    return oneOf(m_emblems, chance);
}

const DevPaper& PaperBox::licence(Chance& chance) const
{
    return oneOf(m_licences, chance);
}

const DevPaper& PaperBox::otherCard(Chance& chance) const
{
    return oneOf(m_cards, chance);
}

const DevPaper& PaperBox::letter(Chance& chance) const
{
    return oneOf(m_letters, chance);
}

QPolygonF cornersOf(const DevPaper& paper, const cv::Mat& toPicture)
{
    const double w = paper.size.width();
    const double h = paper.size.height();
    const std::vector<cv::Point2d> flat = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    std::vector<cv::Point2d> seen;
    cv::perspectiveTransform(flat, seen, toPicture);
    QPolygonF corners;
    for (const cv::Point2d& at : seen)
        corners << QPointF(at.x, at.y);
    return corners;
}

void layDown(cv::Mat& picture, const DevPaper& paper, const cv::Mat& toPicture)
{
    const QPolygonF corners = cornersOf(paper, toPicture);
    // Shrunk first, so that fine print is averaged and not sampled.
    const double seen =
        std::max(QLineF(corners[0], corners[1]).length(), QLineF(corners[3], corners[2]).length());
    const double scale = std::min(1.0, 1.15 * seen / paper.look.cols);
    cv::Mat look;
    cv::resize(paper.look, look, {}, scale, scale, cv::INTER_AREA);
    const double dots = look.cols / paper.size.width();
    // Corners lie between pixels, OpenCV counts from their middles.
    const cv::Mat fromPixels =
        (cv::Mat_<double>(3, 3) << 1 / dots, 0, 0.5 / dots, 0, 1 / dots, 0.5 / dots, 0, 0, 1);
    const cv::Mat toPixels = (cv::Mat_<double>(3, 3) << 1, 0, -0.5, 0, 1, -0.5, 0, 0, 1);
    cv::Mat laid;
    cv::warpPerspective(look, laid, toPixels * toPicture * fromPixels, picture.size(),
                        cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(0));
    const QRect box =
        corners.boundingRect().toAlignedRect() & QRect(0, 0, picture.cols, picture.rows);
    for (int y = box.top(); y <= box.bottom(); ++y) {
        auto* below = picture.ptr<cv::Vec3b>(y);
        const auto* above = laid.ptr<cv::Vec4b>(y);
        for (int x = box.left(); x <= box.right(); ++x) {
            const int alpha = above[x][3];
            for (int c = 0; c < 3; ++c)
                below[x][c] = static_cast<uchar>(
                    std::min(255, above[x][c] + ((below[x][c] * (255 - alpha)) / 255)));
        }
    }
}

void shade(cv::Mat& picture, const QPolygonF& shape, double strength, double softness)
{
    const double scale = softness > 8 ? 0.25 : 1;
    const int reach = static_cast<int>(softness * 4) + 8;
    const QRect box = shape.boundingRect().toAlignedRect().adjusted(-reach, -reach, reach, reach) &
                      QRect(0, 0, picture.cols, picture.rows);
    if (box.isEmpty())
        return;
    cv::Mat mask(std::max(1, static_cast<int>(box.height() * scale)),
                 std::max(1, static_cast<int>(box.width() * scale)), CV_8U, cv::Scalar(0));
    std::vector<cv::Point> points;
    constexpr int kShift = 4;
    for (const QPointF& at : shape)
        points.emplace_back(static_cast<int>((at.x() - box.left()) * scale * (1 << kShift)),
                            static_cast<int>((at.y() - box.top()) * scale * (1 << kShift)));
    cv::fillConvexPoly(mask, points, cv::Scalar(255), cv::LINE_AA, kShift);
    if (softness * scale > 0.3)
        cv::GaussianBlur(mask, mask, {}, softness * scale);
    cv::resize(mask, mask, {box.width(), box.height()});
    for (int y = 0; y < mask.rows; ++y) {
        auto* row = picture.ptr<cv::Vec3b>(y + box.top()) + box.left();
        const auto* dark = mask.ptr<uchar>(y);
        for (int x = 0; x < mask.cols; ++x) {
            const double keep = 1 - (strength * dark[x] / 255);
            for (int c = 0; c < 3; ++c)
                row[x][c] = static_cast<uchar>(row[x][c] * keep);
        }
    }
}

void addNoise(cv::Mat& picture, double deviation, std::uint32_t seed)
{
    cv::RNG random(seed);
    cv::Mat noise(picture.size(), CV_16SC3);
    random.fill(noise, cv::RNG::NORMAL, 0, deviation);
    cv::Mat sum;
    cv::add(picture, noise, sum, cv::noArray(), CV_8UC3);
    picture = sum;
}

QImage throughJpeg(const cv::Mat& picture, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return imageCopy(cv::imdecode(bytes, cv::IMREAD_COLOR));
}

} // namespace handshake::paperdev
