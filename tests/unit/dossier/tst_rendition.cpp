// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/legibility.h"
#include "app/dossier/rendition.h"
#include "app/imaging/time_stamp.h"
#include "support/captured_session.h"
#include "support/source_file.h"

#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;
using test::letteredSheet;

namespace {

qsizetype base64Length(const Rendition& rendition)
{
    return rendition.jpeg.toBase64().size();
}

CheckResult resultOf(const Rendition& rendition, const QString& id)
{
    for (const CheckValue& check : rendition.checks) {
        if (check.id == id)
            return check.result;
    }
    return CheckResult::Unknown;
}

QImage imageOf(const Rendition& rendition)
{
    return QImage::fromData(rendition.jpeg, "JPEG");
}

double meanDifference(const QImage& a, const QImage& b, const QRect& where)
{
    double sum = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return sum / (where.width() * where.height());
}

} // namespace

class TestRendition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void photoHasItsSizeAndKeepsToTheCap_data();
    void photoHasItsSizeAndKeepsToTheCap();
    void photoKeepsTheFaceWhereverItIs_data();
    void photoKeepsTheFaceWhereverItIs();
    void stampStandsOutsideFaceAndLettering();
    void withoutATimeThereIsNoStampAndItFails();
    void aSmallPhotoIsSaid();
    void sidesOfTheCardStandOneAboveTheOther();
    void sheetIsStraightenedByItsCorners();
    void whiteMarginIsTrimmedWithoutCorners();
    void formKeepsItsBorders();
    void whatCannotStayLegibleIsSaid();
    void legibilityFallsWithSizeAndQuality();
    void theSamePictureGivesTheSameBytes();
    void emptyPicturesAreRefused();

private:
    RenditionRules m_rules;
};

void TestRendition::initTestCase()
{
    const auto rules = RenditionRules::load(test::sourceFile(u"data/renditions/default.json"_s));
    QVERIFY(rules);
    m_rules = *rules;
}

void TestRendition::photoHasItsSizeAndKeepsToTheCap_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("4:3") << QSize(1600, 1200);
    QTest::newRow("16:9") << QSize(1920, 1080);
    QTest::newRow("upright") << QSize(1080, 1920);
    QTest::newRow("too small") << QSize(640, 480);
}

void TestRendition::photoHasItsSizeAndKeepsToTheCap()
{
    QFETCH(QSize, size);
    const auto photo =
        renderPhoto(letteredSheet(size), {QRect(), {}, QDateTime(QDate(2026, 1, 1), {}, Qt::UTC)},
                    m_rules.photo);
    QVERIFY(photo);
    QCOMPARE(imageOf(*photo).size(), QSize(800, 600));
    QCOMPARE(photo->size, QSize(800, 600));
    QVERIFY(base64Length(*photo) <= 100 * 1024);
    QCOMPARE(resultOf(*photo, u"quality"_s) == CheckResult::Pass,
             photo->quality >= m_rules.photo.minQuality);
}

void TestRendition::photoKeepsTheFaceWhereverItIs_data()
{
    QTest::addColumn<QRect>("face");
    QTest::newRow("left") << QRect(20, 400, 200, 250);
    QTest::newRow("middle") << QRect(860, 300, 200, 250);
    QTest::newRow("right edge") << QRect(1700, 300, 200, 250);
}

void TestRendition::photoKeepsTheFaceWhereverItIs()
{
    QFETCH(QRect, face);
    QImage picture(1920, 1080, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    QPainter(&picture).fillRect(face, Qt::red);
    const auto photo =
        renderPhoto(picture, {face, {}, QDateTime(QDate(2026, 1, 1), {}, Qt::UTC)}, m_rules.photo);
    QVERIFY(photo);
    const QImage image = imageOf(*photo);
    int red = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            red += qRed(image.pixel(x, y)) > 180 && qBlue(image.pixel(x, y)) < 90;
    }
    const double scale = 600.0 / 1080;
    const double expected = face.width() * face.height() * scale * scale;
    QVERIFY2(red > expected * 0.93, qPrintable(u"%1 of %2"_s.arg(red).arg(expected)));
}

void TestRendition::stampStandsOutsideFaceAndLettering()
{
    QImage picture(1600, 1200, QImage::Format_RGB32);
    picture.fill(QColor(90, 110, 140));
    const QRect face(600, 500, 300, 380);
    const QRect lettering(900, 1080, 700, 120); // lower right, where the stamp would go
    const PhotoFacts facts{face, {lettering}, QDateTime(QDate(2026, 11, 23), {1, 30}, Qt::UTC)};
    const auto stamped = renderPhoto(picture, facts, m_rules.photo);
    const auto bare = renderPhoto(picture, {face, {lettering}, {}}, m_rules.photo);
    QVERIFY(stamped && bare);
    const auto halved = [](const QRect& rect) {
        return QRect(rect.topLeft() / 2, rect.size() / 2);
    };
    const QImage with = imageOf(*stamped);
    const QImage without = imageOf(*bare);
    QVERIFY(meanDifference(with, without, halved(face)) < 1.0);
    QVERIFY(meanDifference(with, without, halved(lettering)) < 1.0);
    const QRect stamp = timeStampRect({800, 600}, {halved(face), halved(lettering)});
    QVERIFY(meanDifference(with, without, stamp & with.rect()) > 10.0);
    QCOMPARE(resultOf(*stamped, u"stamp"_s), CheckResult::Pass);
}

void TestRendition::withoutATimeThereIsNoStampAndItFails()
{
    const auto photo = renderPhoto(letteredSheet({1600, 1200}), {}, m_rules.photo);
    QVERIFY(photo);
    QCOMPARE(resultOf(*photo, u"stamp"_s), CheckResult::Fail);
}

void TestRendition::aSmallPhotoIsSaid()
{
    const PhotoFacts facts{QRect(300, 200, 60, 70), {}, QDateTime(QDate(2026, 1, 1), {}, Qt::UTC)};
    const auto photo = renderPhoto(letteredSheet({640, 480}), facts, m_rules.photo);
    QVERIFY(photo);
    QCOMPARE(resultOf(*photo, u"pixels"_s), CheckResult::Warn);
    QCOMPARE(resultOf(*photo, u"faceSize"_s), CheckResult::Warn);
}

void TestRendition::sidesOfTheCardStandOneAboveTheOther()
{
    const QSize card(856, 540);
    QImage front(card, QImage::Format_RGB32);
    front.fill(QColor(40, 90, 200));
    QImage back(card, QImage::Format_RGB32);
    back.fill(QColor(200, 120, 40));
    const QPolygonF corners({{0, 0}, {855, 0}, {855, 539}, {0, 539}});
    const auto joined =
        renderIdentity({front, corners}, PaperView{back, corners}, m_rules.identity);
    QVERIFY2(joined, qPrintable(joined ? QString() : joined.error().detail));
    const QImage image = imageOf(*joined);
    QVERIFY(image.height() > image.width());
    QVERIFY(base64Length(*joined) <= 100 * 1024);
    const QColor upper = image.pixelColor(image.width() / 2, image.height() / 4);
    const QColor lower = image.pixelColor(image.width() / 2, image.height() * 3 / 4);
    QVERIFY(upper.blue() > upper.red());
    QVERIFY(lower.red() > lower.blue());
}

void TestRendition::sheetIsStraightenedByItsCorners()
{
    // A white sheet on a black desk, rotated by 12 degrees: nothing of the desk may be left.
    QImage desk(1800, 1400, QImage::Format_RGB32);
    desk.fill(Qt::black);
    QTransform pose;
    pose.translate(900, 700);
    pose.rotate(12);
    pose.translate(-500, -350);
    QPainter painter(&desk);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(pose);
    painter.drawImage(0, 0, letteredSheet({1000, 700}));
    painter.end();
    const QPolygonF corners = pose.map(QPolygonF({{2, 2}, {997, 2}, {997, 697}, {2, 697}}));
    const auto paper = renderPaper({desk, corners}, m_rules.licence);
    QVERIFY(paper);
    const QImage image = imageOf(*paper);
    QVERIFY(std::abs(image.width() / double(image.height()) - 10.0 / 7) < 0.03);
    for (const QPoint corner :
         {QPoint(3, 3), QPoint(image.width() - 4, 3), QPoint(3, image.height() - 4),
          QPoint(image.width() - 4, image.height() - 4)})
        QVERIFY(qGray(image.pixel(corner)) > 150);
}

void TestRendition::whiteMarginIsTrimmedWithoutCorners()
{
    QImage scan(2000, 1600, QImage::Format_RGB32);
    scan.fill(Qt::white);
    QImage sheet = letteredSheet({900, 600});
    QPainter painter(&scan);
    painter.drawImage(600, 500, sheet);
    painter.setPen(QPen(Qt::black, 4));
    painter.drawRect(QRect(600, 500, 900, 600));
    painter.end();
    const auto paper = renderPaper({scan, {}}, m_rules.licence);
    QVERIFY(paper);
    QVERIFY(paper->size.width() < 1100);
    QVERIFY(paper->size.width() >= 850);
}

void TestRendition::formKeepsItsBorders()
{
    QImage scan(1654, 2339, QImage::Format_RGB32);
    scan.fill(Qt::white);
    QPainter(&scan).drawImage(300, 300, letteredSheet({1000, 1500}));
    const auto form = renderForm(scan, m_rules.form);
    QVERIFY(form);
    QVERIFY(base64Length(*form) <= 150 * 1024);
    const double ratio = form->size.height() / double(form->size.width());
    QVERIFY(std::abs(ratio - 2339.0 / 1654) < 0.01);
}

void TestRendition::whatCannotStayLegibleIsSaid()
{
    RenditionRule tight = m_rules.licence;
    tight.maxBase64 = 14 * 1024;
    tight.longSides = {500};
    const auto bad = renderPaper({letteredSheet({2000, 1400}, 18), {}}, tight);
    QVERIFY2(bad, qPrintable(bad ? QString() : bad.error().detail));
    QCOMPARE(resultOf(*bad, u"legibility"_s), CheckResult::Warn);
    const auto good = renderPaper({letteredSheet({1400, 1000}, 40), {}}, m_rules.licence);
    QVERIFY(good);
    QCOMPARE(resultOf(*good, u"legibility"_s), CheckResult::Pass);
    // Dense lettering fits in no permitted way: it still gets through, and it is said.
    const auto dense = renderPaper({letteredSheet({2400, 1700}, 10), {}}, m_rules.licence);
    QVERIFY2(dense, qPrintable(dense ? QString() : dense.error().detail));
    QVERIFY(base64Length(*dense) <= 100 * 1024);
    tight.maxBase64 = 1024;
    QCOMPARE(renderPaper({letteredSheet({2000, 1400}), {}}, tight).error().code,
             ErrorCode::TooLarge);
}

void TestRendition::legibilityFallsWithSizeAndQuality()
{
    const QImage sheet = letteredSheet({1600, 1100});
    const auto at = [&](int width, int quality) {
        const QImage smaller = sheet.scaledToWidth(width, Qt::SmoothTransformation);
        return LegibilityGauge(sheet).measure(
            QImage::fromData(*encodeJpeg(smaller, quality), "JPEG"));
    };
    QVERIFY(at(1600, 95) > 0.95);
    QVERIFY(at(1600, 95) > at(1600, 20));
    QVERIFY(at(1600, 90) > at(800, 90));
    QVERIFY(at(800, 90) > at(300, 90));
    QVERIFY(at(300, 90) < 0.4);
    QImage blank(400, 300, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QCOMPARE(LegibilityGauge(blank).measure(blank), 1.0);
    QCOMPARE(LegibilityGauge(sheet).measure(QImage()), 0.0);
    QCOMPARE(LegibilityGauge(QImage()).measure(sheet), 0.0);
}

void TestRendition::theSamePictureGivesTheSameBytes()
{
    const PaperView paper{letteredSheet({1700, 1200}), {}};
    QCOMPARE(renderPaper(paper, m_rules.licence)->jpeg, renderPaper(paper, m_rules.licence)->jpeg);
}

void TestRendition::emptyPicturesAreRefused()
{
    QCOMPARE(renderPhoto({}, {}, m_rules.photo).error().code, ErrorCode::InvalidInput);
    QCOMPARE(renderPaper({}, m_rules.licence).error().code, ErrorCode::InvalidInput);
    QCOMPARE(renderForm({}, m_rules.form).error().code, ErrorCode::InvalidInput);
    QCOMPARE(renderIdentity({}, std::nullopt, m_rules.identity).error().code,
             ErrorCode::InvalidInput);
}

QTEST_MAIN(TestRendition)
#include "tst_rendition.moc"
