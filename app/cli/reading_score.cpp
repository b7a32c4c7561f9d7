// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reading_score.h"

#include "app/core/text.h"
#include "app/filing/citizen_number.h"
#include "app/filing/social_credit_code.h"

#include <algorithm>
#include <cmath>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

double area(const QPolygonF& outline)
{
    double sum = 0;
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF& a = outline[i];
        const QPointF& b = outline[(i + 1) % outline.size()];
        sum += (a.x() * b.y()) - (b.x() * a.y());
    }
    return sum / 2;
}

QPolygonF turnedRight(QPolygonF outline)
{
    if (area(outline) < 0)
        std::reverse(outline.begin(), outline.end());
    return outline;
}

/// Sutherland and Hodgman: the part of `subject` inside the convex `window`.
QPolygonF clipped(QPolygonF subject, const QPolygonF& window)
{
    for (qsizetype i = 0; i < window.size() && !subject.isEmpty(); ++i) {
        const QPointF from = window[i];
        const QPointF side = window[(i + 1) % window.size()] - from;
        const auto depth = [&](QPointF at) {
            return (side.x() * (at.y() - from.y())) - (side.y() * (at.x() - from.x()));
        };
        QPolygonF kept;
        for (qsizetype j = 0; j < subject.size(); ++j) {
            const QPointF a = subject[j];
            const QPointF b = subject[(j + 1) % subject.size()];
            const double inA = depth(a);
            const double inB = depth(b);
            if (inA >= 0)
                kept.append(a);
            if ((inA >= 0) != (inB >= 0))
                kept.append(a + ((b - a) * (inA / (inA - inB))));
        }
        subject = kept;
    }
    return subject;
}

bool isValidNumber(const QString& key, const QString& text)
{
    if (key == u"number")
        return CitizenNumber::parse(text).has_value();
    return key == u"creditCode" && SocialCreditCode::parse(text).has_value();
}

/// Whether the page's text holds the field's print, line by line in any place.
bool isOnPage(const papereval::FieldTruth& field, const QString& page)
{
    return !page.isEmpty() && !field.lines.isEmpty() &&
           std::all_of(field.lines.begin(), field.lines.end(),
                       [&](const QString& line) { return page.contains(foldForComparison(line)); });
}

} // namespace

double outlineOverlap(const QPolygonF& one, const QPolygonF& other)
{
    if (one.size() < 3 || other.size() < 3)
        return 0;
    const QPolygonF a = turnedRight(one);
    const QPolygonF b = turnedRight(other);
    const double common = std::abs(area(clipped(a, b)));
    const double all = area(a) + area(b) - common;
    return all > 0 ? common / all : 0;
}

PaperKind paperKindOf(papereval::ItemKind kind)
{
    switch (kind) {
    case papereval::ItemKind::IdPortrait:
        return PaperKind::IdPortrait;
    case papereval::ItemKind::IdEmblem:
        return PaperKind::IdEmblem;
    case papereval::ItemKind::Licence2019:
    case papereval::ItemKind::Licence2014:
        return PaperKind::Licence;
    }
    return PaperKind::Unknown;
}

bool sameText(const QString& one, const QString& other)
{
    return foldForComparison(one) == foldForComparison(other);
}

ItemScore scored(const papereval::ItemTruth& truth, const PaperReading& reading,
                 const QString& page)
{
    ItemScore score;
    score.kind = truth.kind;
    score.overlap = outlineOverlap(truth.corners, reading.corners);
    score.isKindRight = reading.kind == paperKindOf(truth.kind);
    const CheckValue* borders = reading.check(u"borders"_s);
    score.bordersFailed = borders != nullptr && borders->result != CheckResult::Pass;
    score.found = reading.corners;
    score.ms = reading.ms;
    for (const papereval::FieldTruth& field : truth.fields) {
        if (field.key == u"scope" || field.key == u"issued")
            continue; // not among the contract's keys
        FieldScore one{field.key, field.text, {}, FieldOutcome::Absent, false, false, false};
        one.onWholePage = isOnPage(field, page);
        const auto read = reading.fields.find(field.key);
        if (read != reading.fields.end() && !read->second.text.isEmpty()) {
            one.read = read->second.text;
            one.isFlagged = !read->second.doubtful.empty();
            const bool isSame = sameText(one.read, one.truth);
            one.outcome = isSame ? FieldOutcome::Exact : FieldOutcome::Wrong;
            one.isValidOther = !isSame && isValidNumber(one.key, one.read);
        }
        score.fields.push_back(one);
    }
    return score;
}

} // namespace handshake
