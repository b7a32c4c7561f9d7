// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reading_contact_sheets.h"

#include <QBuffer>
#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPen>
#include <QStringList>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kColumns = 3;
constexpr int kRows = 3;
constexpr QSize kPicture{600, 450};
constexpr QSize kCell{616, 700};
constexpr double kFoundOverlap = 0.98;

QStringList whatWentWrong(const SampleScore& score)
{
    QStringList lines;
    if (!score.falsePaper.isEmpty())
        lines.append(u"empty, believed: "_s + score.falsePaper);
    for (const ItemScore& item : score.items) {
        const bool isWhole = score.scene != papereval::SceneKind::CutOff;
        if (isWhole && item.overlap <= kFoundOverlap)
            lines.append(u"%1: overlap %2"_s.arg(papereval::itemKindName(item.kind))
                             .arg(item.overlap, 0, 'f', 3));
        if (!item.isKindRight) {
            lines.append(papereval::itemKindName(item.kind) + u": kind"_s);
            continue;
        }
        for (const FieldScore& field : item.fields)
            if (field.outcome != FieldOutcome::Exact)
                lines.append(field.key + (field.isFlagged ? u"? "_s : u": "_s) + field.truth +
                             u" | "_s + field.read);
    }
    return lines;
}

void drawCell(QPainter& painter, QPoint at, const SampleScore& score)
{
    painter.drawImage(at, QImage::fromData(score.thumbnail));
    painter.setPen(Qt::black);
    QString text = u"%1 %2 %3 %4"_s.arg(score.index)
                       .arg(papereval::sceneKindName(score.scene),
                            papereval::severityName(score.severity), score.faults.join(u' '));
    for (const QString& line : whatWentWrong(score))
        text += u'\n' + line;
    painter.drawText(QRect(at + QPoint(2, kPicture.height() + 4),
                           QSize(kPicture.width(), kCell.height() - kPicture.height() - 8)),
                     Qt::AlignLeft | Qt::TextWordWrap, text);
}

} // namespace

QByteArray failureThumbnail(const SampleScore& score, const papereval::PaperSample& sample,
                            const QImage& picture)
{
    if (whatWentWrong(score).isEmpty())
        return {};
    QImage small = picture.scaled(kPicture, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_RGB32);
    QPainter painter(&small);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(static_cast<double>(small.width()) / picture.width(),
                  static_cast<double>(small.height()) / picture.height());
    QPen pen(QColor(0, 190, 0), 2);
    pen.setCosmetic(true);
    painter.setPen(pen);
    for (const papereval::ItemTruth& item : sample.items)
        painter.drawPolygon(item.corners);
    pen.setColor(QColor(230, 0, 0));
    pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    for (const ItemScore& item : score.items)
        painter.drawPolygon(item.found);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    small.save(&buffer, "JPEG", 85);
    return bytes;
}

Result<int> writeFailureSheets(const std::vector<SampleScore>& scores, int most,
                               const QString& folder)
{
    std::vector<const SampleScore*> failed;
    for (const SampleScore& score : scores)
        if (static_cast<int>(failed.size()) < most && !score.thumbnail.isEmpty())
            failed.push_back(&score);
    constexpr std::size_t kCells = kColumns * kRows;
    int sheets = 0;
    for (std::size_t first = 0; first < failed.size(); first += kCells) {
        QImage sheet(kCell.width() * kColumns, kCell.height() * kRows, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(15);
        painter.setFont(font);
        for (std::size_t i = first; i < std::min(first + kCells, failed.size()); ++i) {
            const int cell = static_cast<int>(i - first);
            drawCell(painter,
                     {kCell.width() * (cell % kColumns), kCell.height() * (cell / kColumns)},
                     *failed[i]);
        }
        painter.end();
        const QString file = folder + u"/failures-%1.jpg"_s.arg(++sheets);
        if (!sheet.save(file, "JPEG", 85))
            return Error{ErrorCode::Storage, u"a contact sheet could not be written"_s, file};
    }
    return sheets;
}

} // namespace handshake
