// SPDX-License-Identifier: Apache-2.0
#include "app/demo/passport_drawing.h"

#include "app/demo/id_card_drawing.h"
#include "app/filing/machine_readable_zone.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPitch = 2.54; ///< of the zone's characters, mm (ten an inch)
constexpr double kZoneHeight = 3.9;
constexpr double kLineStep = 6.35;

QString filled(QString text, int length)
{
    text.replace(u' ', u'<');
    return text.leftJustified(length, u'<', true);
}

QString dated(const QDate& date)
{
    return date.toString(u"yyMMdd"_s);
}

QChar check(const QString& field)
{
    return MachineReadableZone::checkDigit(field).value_or(u'<');
}

QString names(const TravelContent& content, int length)
{
    return filled(content.surname + u"<<"_s + content.givenNames, length);
}

QString sexOf(const TravelContent& content)
{
    return content.sex == u"X" ? u"<"_s : content.sex;
}

void drawZone(PaperDrawing& drawing, const QStringList& lines, double left, double firstLine)
{
    PaperText look;
    look.height = kZoneHeight;
    look.advance = kPitch;
    look.number = true;
    for (qsizetype i = 0; i < lines.size(); ++i)
        drawing.text(lines[i], {left, firstLine + double(i) * kLineStep}, look);
}

} // namespace

QStringList passportZone(const TravelContent& content)
{
    const QString number = filled(content.number, 9);
    const QString birth = dated(content.birth);
    const QString expiry = dated(content.expiry);
    const QString optional(14, u'<');
    const QString first = u"P<"_s + content.issuer + names(content, 39);
    QString second = number + check(number) + content.nationality + birth + check(birth) +
                     sexOf(content) + expiry + check(expiry) + optional + u'<';
    second += check(second.first(10) + second.sliced(13, 7) + second.sliced(21, 22));
    return {first, second};
}

QStringList cardZone(const TravelContent& content, const QString& documentCode)
{
    const QString number = filled(content.number, 9);
    const QString birth = dated(content.birth);
    const QString expiry = dated(content.expiry);
    const QString first =
        filled(documentCode, 2) + content.issuer + number + check(number) + QString(15, u'<');
    QString second = birth + check(birth) + sexOf(content) + expiry + check(expiry) +
                     content.nationality + QString(11, u'<');
    second +=
        check(first.sliced(5) + second.first(7) + second.sliced(8, 7) + second.sliced(18, 11));
    return {first, second, names(content, 30)};
}

QImage drawPassportPage(const TravelContent& content, const PaperStyle& style)
{
    const QColor label(90, 100, 120);
    PaperDrawing drawing(kPassportSize, 2, style);
    drawing.fill({0, 0, kPassportSize.width(), kPassportSize.height()}, QColor(244, 240, 232));
    drawing.waves({0, 0, kPassportSize.width(), 64}, QColor(206, 220, 226), 1.6, 0.8);
    drawing.text(u"护照 PASSPORT"_s, {8, 7}, {.height = 4, .bold = true});
    drawing.specimenMark({104, 7}, 2.6);
    if (!content.portrait.isNull())
        drawing.picture(content.portrait, {8, 14, 33, 42});
    struct Row {
        QString name;
        QString value;
    };
    const Row rows[] = {{u"类型 Type"_s, u"P"_s},
                        {u"国家码 Country code"_s, content.issuer},
                        {u"护照号 Passport No."_s, content.number},
                        {u"姓名 Name"_s, content.surname + u", "_s + content.givenNames},
                        {u"性别 Sex"_s, content.sex},
                        {u"国籍 Nationality"_s, content.nationality},
                        {u"出生日期 Date of birth"_s, content.birth.toString(u"dd MM yyyy"_s)},
                        {u"有效期至 Date of expiry"_s, content.expiry.toString(u"dd MM yyyy"_s)}};
    double y = 15;
    for (const Row& row : rows) {
        drawing.text(row.name, {46, y}, {.height = 1.8, .colour = label});
        drawing.text(row.value, {46, y + 2.9}, {.height = 2.8});
        y += 6.1;
    }
    drawZone(drawing, passportZone(content), 6.4, 72.4);
    return drawing.finish();
}

QImage drawPermitZoneSide(const TravelContent& content, const PaperStyle& style)
{
    PaperDrawing drawing(kIdCardSize, 3.2, style);
    drawing.fill({0, 0, kIdCardSize.width(), kIdCardSize.height()}, QColor(236, 243, 246));
    drawing.waves({0, 0, kIdCardSize.width(), 30}, QColor(196, 216, 224), 1.4, 0.7);
    drawing.text(u"来往内地通行证"_s, {8, 9}, {.height = 4, .bold = true});
    drawing.specimenMark({64, 9}, 2.6);
    drawing.text(u"换证次数 01"_s, {8, 18}, {.height = 2.6});
    drawZone(drawing, cardZone(content, u"I"_s), 4.8, 35.4);
    return drawing.finish();
}

} // namespace handshake
