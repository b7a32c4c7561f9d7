// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/sheets.h"

#include <QPainter>

namespace handshake::papereval {

QSizeF Sheet::size() const
{
    switch (kind) {
    case ItemKind::IdPortrait:
    case ItemKind::IdEmblem:
        return kIdSize;
    case ItemKind::Licence2019:
        return QSizeF(297, 210) * enlarged;
    case ItemKind::Licence2014:
        return QSizeF(210, 297) * enlarged;
    }
    return {};
}

double Sheet::smallestEm() const
{
    const bool isCard = kind == ItemKind::IdPortrait || kind == ItemKind::IdEmblem;
    return (isCard ? 2.9 : 4.2) * enlarged;
}

QString Sheet::qr() const
{
    const auto* business = std::get_if<InventedBusiness>(&holder);
    return business != nullptr ? business->qr : QString();
}

std::vector<PrintedField> paintSheet(QPainter& painter, const Sheet& sheet)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(sheet.enlarged, sheet.enlarged);
    SheetPen pen(painter, Random(sheet.seed));
    switch (sheet.kind) {
    case ItemKind::IdPortrait:
        paintIdPortrait(pen, std::get<InventedPerson>(sheet.holder));
        break;
    case ItemKind::IdEmblem:
        paintIdEmblem(pen, std::get<InventedPerson>(sheet.holder));
        break;
    case ItemKind::Licence2019:
        paintLicence2019(pen, std::get<InventedBusiness>(sheet.holder), sheet.enlarged > 1);
        break;
    case ItemKind::Licence2014:
        paintLicence2014(pen, std::get<InventedBusiness>(sheet.holder));
        break;
    }
    painter.restore();
    std::vector<PrintedField> fields = pen.fields();
    for (PrintedField& field : fields)
        field.box = QRectF(field.box.topLeft() * sheet.enlarged, field.box.size() * sheet.enlarged);
    return fields;
}

} // namespace handshake::papereval
