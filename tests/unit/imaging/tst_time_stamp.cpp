// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/time_stamp.h"
#include "support/picture_files.h"

#include <QTest>

#include <set>

using namespace handshake;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

namespace {

QDateTime at(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

const QDateTime kNoon = QDateTime(QDate(2026, 11, 23), QTime(12, 34));

QRect changedRect(const QImage& before, const QImage& after)
{
    QRect changed;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (before.pixel(x, y) != after.pixel(x, y))
                changed |= QRect(x, y, 1, 1);
        }
    }
    return changed;
}

} // namespace

class TestTimeStamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stampIsLowerRightAndInside_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("rendition") << QSize(800, 600);
        QTest::newRow("full hd") << QSize(1920, 1080);
        QTest::newRow("upright") << QSize(600, 800);
        QTest::newRow("small") << QSize(320, 240);
    }

    void stampIsLowerRightAndInside()
    {
        QFETCH(const QSize, size);
        const QImage before = files::filled(size.width(), size.height(), Qt::gray);
        const QImage after = stampTime(before, kNoon, {});
        const QRect place = timeStampRect(size, {});
        const QRect changed = changedRect(before, after);
        QVERIFY(before.rect().contains(place));
        QVERIFY(place.contains(changed));
        QVERIFY(changed.width() > place.width() * 8 / 10);
        QVERIFY(place.center().x() > size.width() / 2);
        QVERIFY(place.center().y() > size.height() * 8 / 10);
    }

    void digitsAreTallEnoughToRead()
    {
        QVERIFY(timeStampRect({800, 600}, {}).height() >= 24);
        QVERIFY(timeStampRect({800, 600}, {}).width() < 500);
    }

    void readableOnEveryGround_data()
    {
        QTest::addColumn<QColor>("ground");
        QTest::newRow("black") << QColor(Qt::black);
        QTest::newRow("white") << QColor(Qt::white);
        QTest::newRow("blue") << QColor(30, 80, 200);
        QTest::newRow("yellow") << QColor(255, 236, 150);
    }

    void readableOnEveryGround()
    {
        QFETCH(const QColor, ground);
        const QRect place = timeStampRect({800, 600}, {});
        const QImage stamped = stampTime(files::filled(800, 600, ground), kNoon, {}).copy(place);
        int light = 0;
        int dark = 0;
        for (int y = 0; y < stamped.height(); ++y) {
            for (int x = 0; x < stamped.width(); ++x) {
                const int gray = qGray(stamped.pixel(x, y));
                light += gray > 200 ? 1 : 0;
                dark += gray < 50 ? 1 : 0;
            }
        }
        QVERIFY(light > stamped.width() * stamped.height() / 20);
        QVERIFY(dark > stamped.width() * stamped.height() / 20);
    }

    void avoidedPartsStayUntouched_data()
    {
        QTest::addColumn<QList<QRect>>("avoid");
        QTest::newRow("corner") << QList<QRect>{{600, 500, 200, 100}};
        QTest::newRow("slogan along the bottom") << QList<QRect>{{0, 540, 800, 60}};
        QTest::newRow("face and slogan") << QList<QRect>{{300, 150, 200, 250}, {100, 560, 700, 40}};
        QTest::newRow("right half") << QList<QRect>{{400, 0, 400, 600}};
        QTest::newRow("empty one") << QList<QRect>{{}, {790, 590, 10, 10}};
    }

    void avoidedPartsStayUntouched()
    {
        QFETCH(const QList<QRect>, avoid);
        const std::vector<QRect> rectangles(avoid.begin(), avoid.end());
        const QImage before = files::quarters(800, 600);
        const QImage after = stampTime(before, kNoon, rectangles);
        QVERIFY(before != after);
        for (const QRect& rectangle : rectangles) {
            if (!rectangle.isEmpty())
                QCOMPARE(after.copy(rectangle), before.copy(rectangle));
        }
    }

    void leastIsCoveredWhenNothingIsFree()
    {
        const QRect all(0, 0, 800, 600);
        const QRect place = timeStampRect({800, 600}, {all});
        QCOMPARE(place, timeStampRect({800, 600}, {}));
        // Twice covered below: the stamp goes where one rectangle is.
        const QRect upper = timeStampRect({800, 600}, {all, QRect(0, 300, 800, 300)});
        QVERIFY(upper.bottom() < 300);
    }

    void everyMinuteLooksDifferent()
    {
        std::set<QByteArray> seen;
        const QImage gray = files::filled(400, 300, Qt::gray);
        for (int minute = 0; minute < 60; ++minute) {
            const QImage stamped =
                stampTime(gray, QDateTime(QDate(2026, 1, 23), QTime(4, minute)), {});
            seen.insert(QByteArray(reinterpret_cast<const char*>(stamped.constBits()),
                                   stamped.sizeInBytes()));
        }
        QCOMPARE(seen.size(), 60U);
    }

    void sameTimeSamePixels()
    {
        const QImage gray = files::filled(400, 300, Qt::gray);
        QCOMPARE(stampTime(gray, kNoon, {}), stampTime(gray, at(u"2026-11-23T12:34:59"_s), {}));
    }

    void originalStaysUntouched()
    {
        const QImage before = files::quarters(400, 300);
        const QImage copy = before.copy();
        const QImage after = stampTime(before, kNoon, {});
        QCOMPARE(before, copy);
        QCOMPARE(after.format(), QImage::Format_RGB32);
    }

    void tinyOrEmptyPicturesDoNotCrash()
    {
        QVERIFY(stampTime({}, kNoon, {}).isNull());
        QCOMPARE(stampTime(files::filled(3, 3, Qt::red), kNoon, {QRect(0, 0, 3, 3)}).size(),
                 QSize(3, 3));
        const QImage red = files::filled(30, 30, Qt::red);
        QCOMPARE(stampTime(red, QDateTime(), {}), red);
    }
};

QTEST_GUILESS_MAIN(TestTimeStamp)
#include "tst_time_stamp.moc"
