// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/rendition.h"

#include "app/core/clock.h"
#include "app/dossier/legibility.h"
#include "app/imaging/geometry.h"
#include "app/imaging/jpeg_fit.h"
#include "app/imaging/time_stamp.h"

#include <algorithm>
#include <cmath>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr double kCardRatio = 85.6 / 54.0; ///< ID-1, ISO 7810
/// A face of fewer pixels is hard to hold against the portrait on the card.
constexpr int kMinFaceHeight = 90;
/// Below a rule's own limits, for pictures that fit in no other way: a poor picture with a finding
/// is better than a session that can never be sent.
constexpr int kLastResortQuality = 5;

double length(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

JpegLimit limitOf(const RenditionRule& rule, QSize size)
{
    // The smallest side permitted is the wanted one: choosing sizes is done here, by legibility.
    return {.maxBase64 = rule.maxBase64,
            .minQuality = rule.minQuality,
            .maxQuality = rule.maxQuality,
            .targetSize = size,
            .minLongSide = std::max(size.width(), size.height())};
}

/// The paper seen straight on in its own pixels; `ratio` is width : height, 0 to measure it.
Result<QImage> straightened(const PaperView& paper, double ratio)
{
    if (paper.image.isNull())
        return Error{ErrorCode::InvalidInput, u"rendition: empty picture"_s};
    if (paper.corners.size() != 4)
        return trimMargin(paper.image);
    const QPolygonF& c = paper.corners;
    const double width = std::max(length(c[0], c[1]), length(c[3], c[2]));
    const double height =
        ratio > 0 ? width / ratio : std::max(length(c[0], c[3]), length(c[1], c[2]));
    return rectify(paper.image, c, QSize(qRound(width), qRound(height)));
}

CheckValue atLeast(const QString& id, double value, double limit, CheckResult otherwise)
{
    const bool passes = value >= limit;
    return {id, passes ? CheckResult::Pass : otherwise, value, limit,
            passes ? QString() : u"rendition."_s + id};
}

/// Smaller or coarser than the rule wants, but under the cap.
Result<Rendition> lastResort(const QImage& image, const RenditionRule& rule, JpegLimit limit)
{
    limit.minQuality = std::min(kLastResortQuality, rule.minQuality);
    const Result<FittedJpeg> fitted = fitJpeg(image, limit);
    if (!fitted)
        return fitted.error();
    return Rendition{fitted->bytes, fitted->size, fitted->quality, {}};
}

CheckValue qualityCheck(const Rendition& rendition, const RenditionRule& rule)
{
    return atLeast(u"quality"_s, rendition.quality, rule.minQuality, CheckResult::Warn);
}

/// The best quality under the cap for a picture that has its size already, sought around the
/// expected one: each step away costs an encoding.
Result<FittedJpeg> fitAround(const QImage& image, const RenditionRule& rule, int expected)
{
    constexpr int kMargin = 15;
    JpegLimit limit = limitOf(rule, image.size());
    limit.maxQuality = std::clamp(expected + kMargin, rule.minQuality, rule.maxQuality);
    Result<FittedJpeg> around = fitJpeg(image, limit);
    if (!around || around->quality < limit.maxQuality || limit.maxQuality == rule.maxQuality)
        return around;
    limit.minQuality = limit.maxQuality + 1;
    limit.maxQuality = rule.maxQuality;
    Result<FittedJpeg> above = fitJpeg(image, limit);
    return !above && above.error().code == ErrorCode::TooLarge ? around : above;
}

/// Of all permitted sizes the one whose lettering survives best under the cap.
Result<Rendition> mostLegible(const QImage& image, const RenditionRule& rule)
{
    const int longSide = std::max(image.width(), image.height());
    const LegibilityGauge gauge(image);
    const QImage known = image.convertToFormat(QImage::Format_RGB32);
    Rendition best;
    best.quality = rule.minQuality; // of the largest size little more can be expected
    double bestLegibility = -1;
    int triedBefore = 0;
    for (const int candidate : rule.longSides) {
        const int side = std::min(candidate, longSide); // never enlarged
        if (side == triedBefore)
            continue;
        triedBefore = side;
        const QSize size = image.size().scaled(side, side, Qt::KeepAspectRatio);
        // Scaled here: Qt's averaging costs far less than the fitter's.
        const Result<FittedJpeg> fitted =
            fitAround(known.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), rule,
                      best.quality);
        if (!fitted && fitted.error().code == ErrorCode::TooLarge)
            continue;
        if (!fitted)
            return fitted.error();
        const double legibility = gauge.measure(QImage::fromData(fitted->bytes, "JPEG"));
        if (legibility > bestLegibility) {
            bestLegibility = legibility;
            best = {fitted->bytes, fitted->size, fitted->quality, {}};
        } else {
            break; // past the best: smaller loses more than a higher quality gives back
        }
    }
    if (bestLegibility < 0) {
        JpegLimit limit = limitOf(
            rule, image.size().scaled(QSize(1, 1) * rule.longSides.back(), Qt::KeepAspectRatio));
        limit.minLongSide = 0; // the fitter's own floor
        Result<Rendition> poor = lastResort(image, rule, limit);
        if (!poor)
            return poor;
        best = std::move(*poor);
        bestLegibility = gauge.measure(QImage::fromData(best.jpeg, "JPEG"));
    }
    // Two digits are what the figure is good for, and what every machine agrees on.
    const double rounded = std::round(bestLegibility * 100) / 100;
    best.checks.push_back(atLeast(u"legibility"_s, rounded, rule.minLegibility, CheckResult::Warn));
    best.checks.push_back(qualityCheck(best, rule));
    return best;
}

/// Moves `frame` so that it shows all of `wanted`, if that can be, and stays inside the picture.
QRect shownAlso(QRect frame, const QRect& wanted, QSize picture)
{
    if (!wanted.isEmpty() && wanted.width() <= frame.width() && wanted.height() <= frame.height()) {
        frame.moveLeft(std::clamp(frame.left(), wanted.right() - frame.width() + 1, wanted.left()));
        frame.moveTop(std::clamp(frame.top(), wanted.bottom() - frame.height() + 1, wanted.top()));
    }
    frame.moveLeft(std::clamp(frame.left(), 0, picture.width() - frame.width()));
    frame.moveTop(std::clamp(frame.top(), 0, picture.height() - frame.height()));
    return frame;
}

QRect movedAlong(const QRect& rect, const QRect& frame, QSize size)
{
    const double scale = static_cast<double>(size.width()) / frame.width();
    const QRectF inside = QRectF(rect).translated(-frame.left(), -frame.top());
    return QRectF(inside.topLeft() * scale, inside.size() * scale).toAlignedRect();
}

} // namespace

Result<Rendition> renderPhoto(const QImage& upright, const PhotoFacts& facts,
                              const RenditionRule& rule)
{
    if (upright.isNull())
        return Error{ErrorCode::InvalidInput, u"rendition: empty picture"_s};
    QRect wanted = facts.face;
    for (const QRect& zone : facts.textZones)
        wanted |= zone;
    wanted &= upright.rect();
    const QRect frame =
        shownAlso(cropRect(upright.size(), rule.size, facts.face), wanted, upright.size());
    QImage picture =
        upright.copy(frame).scaled(rule.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);

    std::vector<QRect> avoid;
    const QRect face = movedAlong(facts.face, frame, rule.size);
    if (!facts.face.isEmpty())
        avoid.push_back(face);
    for (const QRect& zone : facts.textZones)
        avoid.push_back(movedAlong(zone, frame, rule.size));
    if (facts.takenAt)
        picture = stampTime(picture, inBeijing(*facts.takenAt), avoid);

    const JpegLimit limit = limitOf(rule, rule.size);
    const Result<FittedJpeg> fitted = fitJpeg(picture, limit);
    Result<Rendition> made = fitted ? Rendition{fitted->bytes, fitted->size, fitted->quality, {}}
                                    : lastResort(picture, rule, limit);
    if (!made)
        return made;
    Rendition& rendition = *made;
    rendition.checks.push_back(qualityCheck(rendition, rule));
    rendition.checks.push_back(atLeast(u"stamp"_s, facts.takenAt ? 1 : 0, 1, CheckResult::Fail));
    rendition.checks.push_back(
        atLeast(u"pixels"_s, frame.width(), rule.size.width(), CheckResult::Warn));
    if (!facts.face.isEmpty())
        rendition.checks.push_back(
            atLeast(u"faceSize"_s, face.height(), kMinFaceHeight, CheckResult::Warn));
    return made;
}

Result<Rendition> renderIdentity(const PaperView& portrait, const std::optional<PaperView>& emblem,
                                 const RenditionRule& rule)
{
    // A passport's page has no fixed shape here; a card has.
    const double ratio = emblem ? kCardRatio : 0;
    Result<QImage> upper = straightened(portrait, ratio);
    if (!upper || !emblem)
        return upper ? mostLegible(*upper, rule) : Result<Rendition>(upper.error());
    Result<QImage> lower = straightened(*emblem, ratio);
    if (!lower)
        return lower.error();
    // The larger side is brought to the smaller one's width: enlarging gains nothing.
    const int width = std::min(upper->width(), lower->width());
    return mostLegible(stackVertically(upper->scaledToWidth(width, Qt::SmoothTransformation),
                                       lower->scaledToWidth(width, Qt::SmoothTransformation)),
                       rule);
}

Result<Rendition> renderPaper(const PaperView& paper, const RenditionRule& rule)
{
    const Result<QImage> sheet = straightened(paper, 0);
    if (!sheet)
        return sheet.error();
    return mostLegible(*sheet, rule);
}

Result<Rendition> renderForm(const QImage& scan, const RenditionRule& rule)
{
    if (scan.isNull())
        return Error{ErrorCode::InvalidInput, u"rendition: empty picture"_s};
    return mostLegible(scan, rule);
}

} // namespace handshake
