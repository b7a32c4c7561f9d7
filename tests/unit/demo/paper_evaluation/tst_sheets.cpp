// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/sheets.h"

#include "app/demo/paper_evaluation/fonts.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace handshake::papereval;

namespace {

constexpr double kDotsPerMm = 4;

struct Painted {
    QImage image;
    std::vector<PrintedField> fields;
};

Painted painted(const Sheet& sheet)
{
    Painted result;
    result.image = QImage((sheet.size() * kDotsPerMm).toSize(), QImage::Format_RGB32);
    result.image.fill(Qt::white);
    QPainter painter(&result.image);
    painter.scale(kDotsPerMm, kDotsPerMm);
    result.fields = paintSheet(painter, sheet);
    return result;
}

Sheet sheetOf(ItemKind kind)
{
    if (kind == ItemKind::IdPortrait || kind == ItemKind::IdEmblem)
        return {kind, inventPerson(11, Random(4)), 9, 1};
    return {kind, inventBusiness(11, kind == ItemKind::Licence2014, Random(4)), 9, 1};
}

int darkest(const QImage& image, const QRectF& mm)
{
    const QRect box = QRectF(mm.topLeft() * kDotsPerMm, mm.size() * kDotsPerMm)
                          .toRect()
                          .intersected(image.rect());
    int least = 255;
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            least = std::min(least, qGray(image.pixel(x, y)));
    return least;
}

} // namespace

class TestSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto fonts = checkFonts();
        QVERIFY2(fonts.has_value(), fonts ? "" : qPrintable(fonts.error().detail));
    }

    void everyFieldIsPrintedWhereTheTruthSays_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("id-portrait")
            << static_cast<int>(ItemKind::IdPortrait)
            << QStringList{QStringLiteral("name"),    QStringLiteral("sex"),
                           QStringLiteral("birth"),   QStringLiteral("ethnicity"),
                           QStringLiteral("address"), QStringLiteral("number")};
        QTest::newRow("id-emblem")
            << static_cast<int>(ItemKind::IdEmblem)
            << QStringList{QStringLiteral("issuer"), QStringLiteral("validFrom"),
                           QStringLiteral("validTo")};
        const QStringList licence{QStringLiteral("creditCode"),  QStringLiteral("name"),
                                  QStringLiteral("type"),        QStringLiteral("representative"),
                                  QStringLiteral("established"), QStringLiteral("address"),
                                  QStringLiteral("registrar"),   QStringLiteral("scope"),
                                  QStringLiteral("qr"),          QStringLiteral("issued")};
        QTest::newRow("licence 2019") << static_cast<int>(ItemKind::Licence2019) << licence;
        QTest::newRow("licence 2014") << static_cast<int>(ItemKind::Licence2014) << licence;
    }

    void everyFieldIsPrintedWhereTheTruthSays()
    {
        QFETCH(const int, kind);
        QFETCH(const QStringList, keys);
        const Sheet sheet = sheetOf(static_cast<ItemKind>(kind));
        const Painted result = painted(sheet);
        QSet<QString> found;
        const QRectF paper(QPointF(0, 0), sheet.size());
        for (const PrintedField& field : result.fields) {
            found.insert(field.key);
            QVERIFY2(paper.contains(field.box), qPrintable(field.key));
            QVERIFY2(darkest(result.image, field.box) < 130, qPrintable(field.key));
        }
        for (const QString& key : keys)
            QVERIFY2(found.contains(key), qPrintable(key));
    }

    void fieldsDoNotCoverEachOther()
    {
        for (int ordinal = 0; ordinal < 12; ++ordinal) {
            const Random random = Random(21).fork(static_cast<std::uint64_t>(ordinal));
            const Sheet sheet{ItemKind::IdPortrait, inventPerson(ordinal, random), 3, 1};
            const std::vector<PrintedField> fields = painted(sheet).fields;
            for (std::size_t i = 0; i < fields.size(); ++i)
                for (std::size_t j = i + 1; j < fields.size(); ++j)
                    QVERIFY2(!fields[i].box.intersects(fields[j].box), qPrintable(fields[i].key));
        }
    }

    void anOriginalIsLarger()
    {
        Sheet sheet = sheetOf(ItemKind::Licence2019);
        sheet.enlarged = 1.4142;
        QVERIFY(qAbs(sheet.size().width() - 420) < 0.1);
        QVERIFY(sheet.smallestEm() > 5.9);
    }

    void rareCharactersGoToTheFaceThatHasThem()
    {
        QVERIFY(faceFor(Face::Kai, QStringLiteral("张伟")) == Face::Kai);
        QVERIFY(faceFor(Face::Kai, QStringLiteral("张龑")) == Face::ZenHei);
    }
};

QTEST_MAIN(TestSheets)
#include "tst_sheets.moc"
