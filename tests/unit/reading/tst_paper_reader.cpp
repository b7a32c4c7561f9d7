// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_reader.h"

#include "app/core/paths.h"
#include "app/core/text.h"
#include "support/paper_specimens.h"

#include <QPainter>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

DeskScene sceneOf(double roll, double tiltX, double tiltY)
{
    DeskScene scene;
    scene.roll = roll;
    scene.tiltX = tiltX;
    scene.tiltY = tiltY;
    return scene;
}

DeskScene licenceScene(double roll, double tilt)
{
    DeskScene scene = sceneOf(roll, tilt, tilt / 2);
    scene.size = QSize(2400, 1800);
    scene.paperShare = 0.84;
    return scene;
}

/// Two papers on one desk, one above the other.
QImage bothOnADesk(const QImage& upper, const QImage& lower)
{
    DeskScene scene;
    scene.size = QSize(1600, 2000);
    scene.paperShare = 0.66;
    scene.offset = QPointF(0, -0.23);
    scene.roll = -3;
    QImage desk = drawOnDesk(upper, scene).image;
    scene.roll = 4;
    const QImage second = drawOnDesk(lower, scene).image;
    QPainter painter(&desk);
    const int half = desk.height() / 2;
    painter.drawImage(QPoint(0, half), second, QRect(0, 0, desk.width(), half));
    return desk;
}

QString textOf(const PaperReading& reading, const QString& key)
{
    const auto found = reading.fields.find(key);
    return found == reading.fields.end() ? u"(unread)"_s : found->second.text;
}

CheckResult resultOf(const PaperReading& reading, const QString& id)
{
    const CheckValue* value = reading.check(id);
    return value == nullptr ? CheckResult::Unknown : value->result;
}

QString adviceOf(const PaperReading& reading, const QString& id)
{
    const CheckValue* value = reading.check(id);
    return value == nullptr ? u"(no check)"_s : value->advice;
}

} // namespace

class TestPaperReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths.has_value());
        auto reader =
            PaperReader::create({.layoutsFolder = paths->data(u"reading/layouts"_s),
                                 .thresholdsFile = paths->data(u"reading/thresholds.json"_s),
                                 .modelsFolder = paths->data(u"models"_s),
                                 .lexiconFile = paths->data(u"reading/lexicon.json"_s)});
        QVERIFY(reader.has_value());
        m_reader = std::move(*reader);
        m_portrait = drawIdPortraitSide(specimens::card());
        m_emblem = drawIdEmblemSide(specimens::card());
        m_licence = drawLicence(specimens::licence(), specimens::licenceStyle());
    }

    void portraitSideIsRead_data()
    {
        QTest::addColumn<DeskScene>("scene");
        DeskScene dim = sceneOf(-7, 9, -6);
        dim.brightness = 0.7;
        dim.lightGradient = 0.3;
        dim.clutter = true;
        QTest::newRow("straight") << sceneOf(0, 0, 0);
        QTest::newRow("dim, tilted, clutter") << dim;
        QTest::newRow("upside down") << sceneOf(183, -6, 5);
    }

    void portraitSideIsRead()
    {
        QFETCH(const DeskScene, scene);
        const DeskPicture picture = drawOnDesk(m_portrait, scene);
        const auto reading = m_reader->read(picture.image, PaperKind::IdPortrait);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, PaperKind::IdPortrait);
        QCOMPARE(textOf(*reading, u"number"_s), u"11010519491231002X"_s);
        QCOMPARE(textOf(*reading, u"name"_s), u"张样本"_s);
        QCOMPARE(textOf(*reading, u"sex"_s), u"女"_s);
        QCOMPARE(textOf(*reading, u"ethnicity"_s), u"汉"_s);
        QCOMPARE(textOf(*reading, u"birth"_s), u"1949-12-31"_s);
        QCOMPARE(resultOf(*reading, u"number-check"_s), CheckResult::Pass);
        QCOMPARE(resultOf(*reading, u"birth-check"_s), CheckResult::Pass);
        QVERIFY(reading->verdict() != CheckResult::Fail);
        // Corners are those of the upright paper, wherever it lies.
        for (int i = 0; i < 4; ++i)
            QVERIFY(QLineF(reading->corners[i], picture.corners[i]).length() < 12);
        const ReadField& number = reading->fields.at(u"number"_s);
        QVERIFY(!number.crop.isNull());
        QVERIFY(picture.image.rect().contains(number.box));
    }

    void emblemSideIsRead_data()
    {
        QTest::addColumn<std::optional<QDate>>("until");
        QTest::addColumn<QString>("iso");
        QTest::newRow("twenty years") << std::optional(QDate(2036, 8, 11)) << u"2036-08-11"_s;
        QTest::newRow("for good") << std::optional<QDate>() << u"long"_s;
    }

    void emblemSideIsRead()
    {
        QFETCH(const std::optional<QDate>, until);
        QFETCH(const QString, iso);
        IdCardContent content = specimens::card();
        content.validTo = until;
        const DeskPicture picture = drawOnDesk(drawIdEmblemSide(content), sceneOf(5, -8, 7));
        const auto reading = m_reader->read(picture.image, PaperKind::Auto);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, PaperKind::IdEmblem);
        QCOMPARE(textOf(*reading, u"issuer"_s), u"杭州市公安局滨江分局"_s);
        QCOMPARE(textOf(*reading, u"validFrom"_s), u"2016-08-11"_s);
        QCOMPARE(textOf(*reading, u"validTo"_s), iso);
        QCOMPARE(resultOf(*reading, u"validity"_s), CheckResult::Pass);
    }

    void licenceIsRead()
    {
        const DeskPicture picture = drawOnDesk(m_licence, licenceScene(3, 6));
        const auto reading = m_reader->read(picture.image, PaperKind::Licence);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, PaperKind::Licence);
        QCOMPARE(textOf(*reading, u"creditCode"_s), u"91350100M000100Y43"_s);
        QCOMPARE(textOf(*reading, u"name"_s), u"杭州样本网络科技有限公司"_s);
        QCOMPARE(textOf(*reading, u"type"_s), u"有限责任公司"_s);
        QCOMPARE(textOf(*reading, u"representative"_s), u"张样本"_s);
        QCOMPARE(textOf(*reading, u"established"_s), u"2016-03-08"_s);
        QCOMPARE(textOf(*reading, u"term"_s), u"2016-03-08/long"_s);
        QCOMPARE(textOf(*reading, u"qr"_s), specimens::licence().qrText);
        QCOMPARE(resultOf(*reading, u"credit-code-check"_s), CheckResult::Pass);
        QCOMPARE(resultOf(*reading, u"qr"_s), CheckResult::Pass);
        QVERIFY(reading->verdict() != CheckResult::Fail);
    }

    void anotherCompanysQrIsCaught()
    {
        LicenceContent content = specimens::licence();
        content.qrText = u"https://licence.example.invalid/?code=91110105MA0000007L"_s;
        const QImage paper = drawLicence(content, specimens::licenceStyle());
        const auto reading =
            m_reader->read(drawOnDesk(paper, licenceScene(0, 0)).image, PaperKind::Licence);
        QVERIFY(reading.has_value());
        QCOMPARE(resultOf(*reading, u"qr"_s), CheckResult::Fail);
        QCOMPARE(adviceOf(*reading, u"qr"_s), u"paper.qr.differs"_s);
    }

    void aScanWithoutADeskIsRead()
    {
        const QImage scan = m_licence.convertToFormat(QImage::Format_RGB32);
        const auto reading = m_reader->read(scan, PaperKind::Auto);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, PaperKind::Licence);
        QCOMPARE(textOf(*reading, u"creditCode"_s), u"91350100M000100Y43"_s);
    }

    void swappedSidesAreTold()
    {
        const auto reading =
            m_reader->read(drawOnDesk(m_emblem, sceneOf(4, 3, 3)).image, PaperKind::IdPortrait);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, PaperKind::IdEmblem);
        QCOMPARE(resultOf(*reading, u"kind"_s), CheckResult::Fail);
        QCOMPARE(adviceOf(*reading, u"kind"_s), u"paper.kind.other-side"_s);
        QVERIFY(reading->fields.empty());
    }

    void ofTwoSidesTheOneAskedForIsRead_data()
    {
        QTest::addColumn<PaperKind>("kind");
        QTest::newRow("portrait") << PaperKind::IdPortrait;
        QTest::newRow("emblem") << PaperKind::IdEmblem;
    }

    void ofTwoSidesTheOneAskedForIsRead()
    {
        QFETCH(const PaperKind, kind);
        const auto reading = m_reader->read(bothOnADesk(m_portrait, m_emblem), kind);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, kind);
        QCOMPARE(resultOf(*reading, u"kind"_s), CheckResult::Pass);
        QCOMPARE(resultOf(*reading, u"single"_s), CheckResult::Pass);
        QVERIFY(!reading->fields.empty());
    }

    void twoOfAKindAreTold()
    {
        IdCardContent other = specimens::card();
        other.name = u"李样本"_s;
        const auto reading = m_reader->read(bothOnADesk(m_portrait, drawIdPortraitSide(other)),
                                            PaperKind::IdPortrait);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->sheets.size(), std::size_t(2));
        QCOMPARE(resultOf(*reading, u"single"_s), CheckResult::Warn);
        QCOMPARE(adviceOf(*reading, u"single"_s), u"paper.single.several"_s);
    }

    void aCardIsNoLicence()
    {
        const auto reading =
            m_reader->read(drawOnDesk(m_portrait, sceneOf(-4, 3, 3)).image, PaperKind::Licence);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, PaperKind::IdPortrait);
        QCOMPARE(adviceOf(*reading, u"kind"_s), u"paper.kind.wanted-licence"_s);
    }

    void anEmptyDeskHoldsNoSheet()
    {
        const auto reading = m_reader->read(drawEmptyDesk({}), PaperKind::IdPortrait);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, PaperKind::Unknown);
        QCOMPARE(resultOf(*reading, u"sheet"_s), CheckResult::Fail);
        QVERIFY(reading->fields.empty());
        QVERIFY(reading->corners.isEmpty());
    }

    void aBlurredCardFails()
    {
        DeskScene scene = sceneOf(2, 2, 2);
        scene.blur = 7;
        const auto reading =
            m_reader->read(drawOnDesk(m_portrait, scene).image, PaperKind::IdPortrait);
        QVERIFY(reading.has_value());
        QCOMPARE(resultOf(*reading, u"sharp"_s), CheckResult::Fail);
        QCOMPARE(reading->verdict(), CheckResult::Fail);
        QVERIFY(!reading->fields.contains(u"name"_s));
    }

    void aCardCutOffFails()
    {
        DeskScene scene = sceneOf(0, 0, 0);
        scene.offset = QPointF(0.3, 0.05);
        const auto reading =
            m_reader->read(drawOnDesk(m_portrait, scene).image, PaperKind::IdPortrait);
        QVERIFY(reading.has_value());
        QCOMPARE(resultOf(*reading, u"borders"_s), CheckResult::Fail);
        QCOMPARE(adviceOf(*reading, u"borders"_s), u"paper.borders.cut"_s);
    }

    void aWrongNumberIsNotBelieved()
    {
        IdCardContent content = specimens::card();
        content.number = u"110105194912310021"_s; // check character wrong
        const auto reading = m_reader->read(
            drawOnDesk(drawIdPortraitSide(content), sceneOf(2, 4, 0)).image, PaperKind::IdPortrait);
        QVERIFY(reading.has_value());
        QCOMPARE(resultOf(*reading, u"number-check"_s), CheckResult::Fail);
        QCOMPARE(reading->fields.at(u"number"_s).doubtful.size(), std::size_t(18));
    }

    void tinyPicturesAreAnsweredNotCrashedOn_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("one pixel") << QSize(1, 1);
        QTest::newRow("8x8") << QSize(8, 8);
        QTest::newRow("a thread") << QSize(3000, 2);
        QTest::newRow("64x64") << QSize(64, 64);
    }

    void tinyPicturesAreAnsweredNotCrashedOn()
    {
        QFETCH(const QSize, size);
        QImage image(size, QImage::Format_ARGB32);
        image.fill(QColor(200, 210, 220));
        const auto reading = m_reader->read(image, PaperKind::Auto);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->kind, PaperKind::Unknown);
        QCOMPARE(resultOf(*reading, u"sheet"_s), CheckResult::Fail);
    }

    void anEmptyPictureIsRefused()
    {
        const auto reading = m_reader->read(QImage(), PaperKind::Auto);
        QVERIFY(!reading.has_value());
        QCOMPARE(reading.error().code, ErrorCode::InvalidInput);
    }

    void missingLanguageDataIsAConfigurationError()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths.has_value());
        const auto reader =
            PaperReader::create({.layoutsFolder = paths->data(u"reading/layouts"_s),
                                 .thresholdsFile = paths->data(u"reading/thresholds.json"_s),
                                 .modelsFolder = paths->data(u"models"_s),
                                 .lexiconFile = paths->data(u"reading/lexicon.json"_s),
                                 .tessdata = u"/nonexistent"_s});
        QVERIFY(reader.has_value());
        const auto reading = (*reader)->read(m_emblem, PaperKind::Auto);
        QVERIFY(!reading.has_value());
        QCOMPARE(reading.error().code, ErrorCode::Configuration);
    }

private:
    std::unique_ptr<PaperReader> m_reader;
    QImage m_portrait;
    QImage m_emblem;
    QImage m_licence;
};

QTEST_MAIN(TestPaperReader)
#include "tst_paper_reader.moc"
