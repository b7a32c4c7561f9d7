// SPDX-License-Identifier: Apache-2.0
#include "ui/common/marks.h"
#include "ui/common/theme.h"

#include <QTest>

using namespace handshake::ui;

/// The palette: words can be read on what they stand on.
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheGuidelines()
    {
        QCOMPARE(theme::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(theme::contrast(Qt::white, Qt::white), 1.0);
        // Grey 0x767676 is the well-known limit on white.
        QVERIFY(theme::contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
        QVERIFY(theme::contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    }

    void wordsCanBeReadOnTheirGround_data()
    {
        QTest::addColumn<QRgb>("ink");
        QTest::addColumn<QRgb>("ground");
        for (const QRgb ground :
             {theme::kGround, theme::kSurface, theme::kSunken, theme::kAccentSoft}) {
            const QByteArray on = QColor(ground).name().toLatin1();
            row("text on " + on, theme::kText, ground);
            row("quiet on " + on, theme::kQuiet, ground);
        }
        row("button", theme::kSurface, theme::kAccent);
        row("button pressed, header", theme::kSurface, theme::kAccentDeep);
        row("night", theme::kNightText, theme::kNight);
        for (const Sign sign :
             {Sign::Empty, Sign::Busy, Sign::Good, Sign::Look, Sign::Ask, Sign::Bad}) {
            const QByteArray name = "sign " + QByteArray::number(static_cast<int>(sign));
            row(name + " on its own", colourOf(sign).rgb(), softColourOf(sign).rgb());
            row(name + " on a card", colourOf(sign).rgb(), theme::kSurface);
            row(name + " on the chosen one", colourOf(sign).rgb(), theme::kAccentSoft);
        }
    }

    void wordsCanBeReadOnTheirGround()
    {
        QFETCH(const QRgb, ink);
        QFETCH(const QRgb, ground);
        const double contrast = theme::contrast(QColor(ink), QColor(ground));
        QVERIFY2(contrast >= 4.5, qPrintable(QString::number(contrast)));
    }

private:
    static void row(const QByteArray& name, QRgb ink, QRgb ground)
    {
        QTest::newRow(name.constData()) << ink << ground;
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
