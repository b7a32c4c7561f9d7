// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reading_bench_report.h"

#include "app/demo/assessment/interval.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

using papereval::ItemKind;
using papereval::SceneKind;
using papereval::Severity;

constexpr double kFoundOverlap = 0.98;

QString groupOf(ItemKind kind)
{
    return kind == ItemKind::Licence2014 || kind == ItemKind::Licence2019 ? u"licence"_s : u"id"_s;
}

/// Field figures count where a whole paper was shown in its original: not cut off, no copy, no
/// screen, which are counted apart.
bool isOrdinary(const SampleScore& score)
{
    return score.scene == SceneKind::Camera || score.scene == SceneKind::Flatbed;
}

struct FieldRates {
    Rate good;
    Rate all;
    Rate pageGood;
    Rate pageAll;
    int wrong = 0;
    int wrongNotFlagged = 0;
    int absent = 0;
    int validOther = 0;

    void count(const FieldScore& field, bool isGood, bool withPage)
    {
        const bool isExact = field.outcome == FieldOutcome::Exact;
        all.count(isExact);
        if (isGood)
            good.count(isExact);
        if (withPage && field.key != u"qr" && field.key != u"registrar") {
            pageAll.count(field.onWholePage);
            if (isGood)
                pageGood.count(field.onWholePage);
        }
        wrong += field.outcome == FieldOutcome::Wrong ? 1 : 0;
        wrongNotFlagged += field.outcome == FieldOutcome::Wrong && !field.isFlagged ? 1 : 0;
        absent += field.outcome == FieldOutcome::Absent ? 1 : 0;
        validOther += field.isValidOther ? 1 : 0;
    }

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{u"good"_s, good.toJson()},
                {u"all"_s, all.toJson()},
                {u"wholePageGood"_s, pageGood.toJson()},
                {u"wholePageAll"_s, pageAll.toJson()},
                {u"wrong"_s, wrong},
                {u"wrongNotFlagged"_s, wrongNotFlagged},
                {u"absent"_s, absent},
                {u"wrongButValid"_s, validOther}};
    }
};

QJsonObject fieldsOf(const std::vector<SampleScore>& scores,
                     const std::function<bool(const SampleScore&)>& counts)
{
    std::map<QString, FieldRates> rates;
    for (const SampleScore& score : scores)
        for (const ItemScore& item : score.items)
            for (const FieldScore& field : item.fields)
                if (counts(score))
                    rates[groupOf(item.kind) + u'.' + field.key].count(
                        field, score.severity == Severity::Good, score.wholePageMs > 0);
    QJsonObject object;
    for (const auto& [key, rate] : rates)
        object.insert(key, rate.toJson());
    return object;
}

QJsonObject sheetsOf(const std::vector<SampleScore>& scores)
{
    std::map<QString, Rate> rates;
    for (const SampleScore& score : scores)
        for (const ItemScore& item : score.items) {
            const bool isFound = item.overlap > kFoundOverlap;
            const QString scene = papereval::sceneKindName(score.scene);
            if (score.scene == SceneKind::CutOff) {
                rates[u"cut-off.noticed"_s].count(item.bordersFailed || !item.isKindRight);
                continue;
            }
            rates[scene + u".found"_s].count(isFound);
            rates[scene + u".kind"_s].count(item.isKindRight);
            if (score.severity == Severity::Good)
                rates[scene + u".foundGood"_s].count(isFound);
            rates[scene + u'.' + papereval::itemKindName(item.kind) + u".found"_s].count(isFound);
        }
    QJsonObject object;
    for (const auto& [key, rate] : rates)
        object.insert(key, rate.toJson());
    return object;
}

QJsonObject timeOf(const std::vector<double>& values)
{
    return {{u"median"_s, quantile(values, 0.5)},
            {u"p95"_s, quantile(values, 0.95)},
            {u"of"_s, static_cast<int>(values.size())}};
}

QJsonObject timesOf(const std::vector<SampleScore>& scores)
{
    std::map<QString, std::vector<double>> times;
    for (const SampleScore& score : scores) {
        times[u"decode"_s].push_back(score.decodeMs);
        if (score.items.empty())
            times[u"read.empty"_s].push_back(score.emptyMs);
        if (score.wholePageMs > 0)
            times[u"wholePage"_s].push_back(score.wholePageMs);
        for (const ItemScore& item : score.items) {
            const QString kind = papereval::itemKindName(item.kind);
            times[u"read."_s + kind].push_back(item.cpuMs);
            times[u"clock.read."_s + kind].push_back(item.ms);
        }
    }
    QJsonObject object;
    for (const auto& [key, values] : times)
        object.insert(key, timeOf(values));
    return object;
}

QString rateText(const QJsonObject& rate)
{
    const int of = rate.value(u"of"_s).toInt();
    return of == 0 ? u"-"_s : Rate{rate.value(u"hits"_s).toInt(), of}.toText();
}

void appendRates(QString& text, const QString& title, const QJsonObject& fields)
{
    text += u'\n' + title.leftJustified(26) + u"good"_s.leftJustified(30) +
            u"all"_s.leftJustified(30) + u"whole page, good"_s.leftJustified(30) +
            u"wrong (unflagged), absent\n"_s;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonObject row = it.value().toObject();
        text += u"  "_s + it.key().leftJustified(24) +
                rateText(row.value(u"good"_s).toObject()).leftJustified(30) +
                rateText(row.value(u"all"_s).toObject()).leftJustified(30) +
                rateText(row.value(u"wholePageGood"_s).toObject()).leftJustified(30) +
                u"%1 (%2), %3\n"_s.arg(row.value(u"wrong"_s).toInt())
                    .arg(row.value(u"wrongNotFlagged"_s).toInt())
                    .arg(row.value(u"absent"_s).toInt());
    }
}

} // namespace

void Rate::count(bool isHit)
{
    hits += isHit ? 1 : 0;
    ++of;
}

double Rate::share() const
{
    return of == 0 ? 0 : static_cast<double>(hits) / of;
}

double Rate::low() const
{
    return assessment::wilson(hits, of).low;
}

double Rate::high() const
{
    return assessment::wilson(hits, of).high;
}

QJsonObject Rate::toJson() const
{
    return {{u"hits"_s, hits},
            {u"of"_s, of},
            {u"share"_s, share()},
            {u"low"_s, low()},
            {u"high"_s, high()}};
}

QString Rate::toText() const
{
    return u"%1 [%2, %3] %4/%5"_s.arg(share(), 0, 'f', 2)
        .arg(low(), 0, 'f', 2)
        .arg(high(), 0, 'f', 2)
        .arg(hits)
        .arg(of);
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double place = share * static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(place))];
}

QJsonObject readingBenchReport(const std::vector<SampleScore>& scores)
{
    Rate falsePapers;
    QJsonArray failures;
    for (const SampleScore& score : scores) {
        if (score.scene == SceneKind::Empty)
            falsePapers.count(!score.falsePaper.isEmpty());
        if (!score.failure.isEmpty())
            failures.append(u"%1: %2"_s.arg(score.index).arg(score.failure));
    }
    return {
        {u"pictures"_s, static_cast<int>(scores.size())},
        {u"sheets"_s, sheetsOf(scores)},
        {u"fields"_s, fieldsOf(scores, isOrdinary)},
        {u"copies"_s,
         fieldsOf(scores, [](const SampleScore& score) { return score.scene == SceneKind::Copy; })},
        {u"screens"_s,
         fieldsOf(scores,
                  [](const SampleScore& score) { return score.scene == SceneKind::Screen; })},
        {u"falsePapers"_s, falsePapers.toJson()},
        {u"ms"_s, timesOf(scores)},
        {u"failures"_s, failures}};
}

QString readingBenchWords(const QJsonObject& report)
{
    QString text =
        u"%1 pictures\n\nsheets, overlap over 0.98\n"_s.arg(report.value(u"pictures"_s).toInt());
    const QJsonObject sheets = report.value(u"sheets"_s).toObject();
    for (auto it = sheets.begin(); it != sheets.end(); ++it)
        text += u"  "_s + it.key().leftJustified(34) + rateText(it.value().toObject()) + u'\n';
    text += u"  "_s + u"empty.falsePapers"_s.leftJustified(34) +
            rateText(report.value(u"falsePapers"_s).toObject()) + u'\n';
    appendRates(text, u"camera and flatbed"_s, report.value(u"fields"_s).toObject());
    appendRates(text, u"black-and-white copies"_s, report.value(u"copies"_s).toObject());
    appendRates(text, u"photos of a screen"_s, report.value(u"screens"_s).toObject());
    text += u"\nms of processor time      median    p95\n"_s;
    const QJsonObject times = report.value(u"ms"_s).toObject();
    for (auto it = times.begin(); it != times.end(); ++it) {
        const QJsonObject row = it.value().toObject();
        text += u"  "_s + it.key().leftJustified(24) +
                QString::number(row.value(u"median"_s).toDouble(), 'f', 0).leftJustified(10) +
                QString::number(row.value(u"p95"_s).toDouble(), 'f', 0) + u'\n';
    }
    for (const QJsonValue failure : report.value(u"failures"_s).toArray())
        text += u"failed: "_s + failure.toString() + u'\n';
    return text.trimmed();
}

QJsonObject sampleLine(const SampleScore& score)
{
    QJsonArray items;
    for (const ItemScore& item : score.items) {
        QJsonObject fields;
        for (const FieldScore& field : item.fields)
            fields.insert(field.key, QJsonObject{{u"truth"_s, field.truth},
                                                 {u"read"_s, field.read},
                                                 {u"exact"_s, field.outcome == FieldOutcome::Exact},
                                                 {u"flagged"_s, field.isFlagged},
                                                 {u"wholePage"_s, field.onWholePage}});
        items.append(QJsonObject{{u"kind"_s, papereval::itemKindName(item.kind)},
                                 {u"overlap"_s, item.overlap},
                                 {u"kindRight"_s, item.isKindRight},
                                 {u"ms"_s, item.ms},
                                 {u"cpuMs"_s, item.cpuMs},
                                 {u"fields"_s, fields}});
    }
    return {{u"index"_s, score.index},
            {u"scene"_s, papereval::sceneKindName(score.scene)},
            {u"severity"_s, papereval::severityName(score.severity)},
            {u"faults"_s, score.faults.join(u' ')},
            {u"falsePaper"_s, score.falsePaper},
            {u"items"_s, items}};
}

} // namespace handshake
