// SPDX-License-Identifier: Apache-2.0
#include "app/demo/assessment/failure_sheets.h"

#include "app/demo/assessment/scene_cache.h"
#include "app/demo/assessment/vision_figures.h"

#include <QImage>
#include <QPainter>

namespace handshake::assessment {

using namespace Qt::StringLiterals;

namespace {

constexpr int kColumns = 4;
constexpr int kRows = 5;
constexpr QSize kCell(440, 400);
constexpr QSize kPicture(430, 310);

QString resultName(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return u"pass"_s;
    case CheckResult::Unknown:
        return u"?"_s;
    case CheckResult::Warn:
        return u"warn"_s;
    case CheckResult::Fail:
        break;
    }
    return u"fail"_s;
}

QString labelOf(const SceneOutcome& outcome)
{
    const auto& sample = outcome.sample;
    QString text =
        u"%1 %2 %3 %4%5: %6\n"_s.arg(sample.index)
            .arg(evaluation::kindName(sample.kind), evaluation::familyName(sample.asked.family),
                 evaluation::severityName(sample.severity), sample.zoomed ? u" zoom"_s : QString(),
                 faultOf(outcome));
    for (const CheckValue& check : outcome.seen.checks) {
        if (check.result == CheckResult::Pass && check.id != u"backdrop"_s)
            continue;
        text += check.id + u' ' + resultName(check.result);
        if (check.value)
            text += u' ' + QString::number(*check.value, 'g', 3);
        text += u"  "_s;
    }
    return text + u"\nvisible %1 hidden %2 coverage %3 plain %4"_s
                      .arg(outcome.truth.artworkVisible, 0, 'f', 2)
                      .arg(outcome.truth.occlusion, 0, 'f', 2)
                      .arg(outcome.truth.coverage, 0, 'f', 2)
                      .arg(outcome.plainInliers);
}

} // namespace

Result<QStringList> writeFailureSheets(const std::vector<SceneOutcome>& outcomes,
                                       const VisionRunPlan& plan, const QString& folder)
{
    const SceneCache cache(plan.cacheFolder);
    std::vector<const SceneOutcome*> failures;
    for (const SceneOutcome& outcome : outcomes) {
        if (!faultOf(outcome).isEmpty())
            failures.push_back(&outcome);
    }
    QStringList files;
    constexpr std::size_t kPerSheet = kColumns * kRows;
    for (std::size_t from = 0; from < failures.size(); from += kPerSheet) {
        QImage sheet(kColumns * kCell.width(), kRows * kCell.height(), QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        QFont font = painter.font();
        font.setPixelSize(12);
        painter.setFont(font);
        for (std::size_t i = from; i < std::min(failures.size(), from + kPerSheet); ++i) {
            const int place = int(i - from);
            const QPoint at(place % kColumns * kCell.width(), place / kColumns * kCell.height());
            const QImage photo = QImage::fromData(cache.scene(failures[i]->sample).jpeg);
            painter.drawImage(
                at, photo.scaled(kPicture, Qt::KeepAspectRatio, Qt::SmoothTransformation));
            painter.drawText(QRect(at + QPoint(2, kPicture.height() + 2),
                                   QSize(kPicture.width(), kCell.height() - kPicture.height())),
                             Qt::TextWordWrap, labelOf(*failures[i]));
        }
        painter.end();
        const QString file = u"%1/failures-%2.png"_s.arg(folder).arg(files.size() + 1);
        if (!sheet.save(file))
            return Error{ErrorCode::Storage, u"a contact sheet cannot be written"_s, file};
        files.append(file);
    }
    return files;
}

} // namespace handshake::assessment
