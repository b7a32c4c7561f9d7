// SPDX-License-Identifier: Apache-2.0
#include "app/demo/form_signing.h"
#include "app/dossier/form_values.h"
#include "app/dossier/verification_form.h"
#include "app/filing/code_table.h"
#include "app/reading/qr_code.h"
#include "app/session/form_code.h"
#include "support/source_file.h"
#include "support/specimen_session.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QTest>

#include <optional>

using namespace handshake;
using namespace Qt::StringLiterals;
using test::completeSession;

namespace {

QImage pageOf(const QByteArray& pdf, int* pages = nullptr)
{
    QBuffer buffer;
    buffer.setData(pdf);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QPdfDocument document;
    document.load(&buffer);
    if (pages)
        *pages = document.pageCount();
    const QSize size = (document.pagePointSize(0) * 150 / 72).toSize();
    QImage page(size, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter(&page).drawImage(0, 0, document.render(0, size));
    return page;
}

} // namespace

class TestVerificationForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneA4PageWithItsCode_data();
    void oneA4PageWithItsCode();
    void longDataStillFitsOnePage();
    void ticksFollowTheFiling();
    void whatIsOpenIsLeftToThePen();
    void missingEvidenceIsNotTicked();
    void aWebsiteThatIsNotThereIsNotFound();
    void aMissingTemplateIsAConfigurationError();
    void theSignedScanCarriesTheSameCode();
    void onlyAPdfCanBeSigned();

private:
    [[nodiscard]] FormContext context() const
    {
        return {test::sourceFile(u"data/forms"_s), *m_codes, {}};
    }

    std::optional<CodeTables> m_codes;
};

void TestVerificationForm::initTestCase()
{
    const auto codes = CodeTables::load(test::sourceFile(u"data/codes"_s));
    QVERIFY(codes);
    m_codes = *codes;
}

void TestVerificationForm::oneA4PageWithItsCode_data()
{
    QTest::addColumn<bool>("isUnit");
    QTest::newRow("unit") << true;
    QTest::newRow("individual") << false;
}

void TestVerificationForm::oneA4PageWithItsCode()
{
    QFETCH(bool, isUnit);
    const Session session =
        completeSession(isUnit ? test::specimenFiling() : test::specimenIndividual(), false);
    const WebsiteId site = session.filing.websites.front().id;
    const auto pdf = makeVerificationForm(session, site, context());
    QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().detail + pdf.error().where));
    int pages = 0;
    const QImage page = pageOf(*pdf, &pages);
    QCOMPARE(pages, 1);
    QVERIFY(std::abs(page.height() / double(page.width()) - 297.0 / 210) < 0.01);
    const auto code = readQrCode(page);
    QVERIFY(code);
    QCOMPARE(*code, (FormCode{session.id, session.dataRevision, site, 1}.text()));
}

void TestVerificationForm::longDataStillFitsOnePage()
{
    Session session = completeSession(test::specimenFiling(), false);
    Website& site = session.filing.websites.front();
    session.filing.subject.name = u"杭州样本网络科技有限公司"_s.repeated(5);
    session.provider = u"样本接入服务有限公司"_s.repeated(4);
    for (qint64 i = 0; i < 24; ++i)
        site.accesses.front().ips.push_back({.id = *IpRangeId::make(6000 + i),
                                             .from = u"192.0.2.%1"_s.arg(i),
                                             .to = u"192.0.2.%1"_s.arg(100 + i)});
    const auto pdf = makeVerificationForm(session, site.id, context());
    QVERIFY(pdf);
    int pages = 0;
    QVERIFY(readQrCode(pageOf(*pdf, &pages)));
    QCOMPARE(pages, 1);
}

void TestVerificationForm::ticksFollowTheFiling()
{
    Session unit = completeSession(test::specimenFiling(), false);
    unit.filing.websites.front().approvals = {{.type = 3, .number = u"样本1号"_s},
                                              {.type = 15, .number = u"样本2号"_s}};
    const FormValues ofUnit = formValues(unit, unit.filing.websites.front(), context());
    for (const char* yes : {"isUnit", "unit.licence", "person.identity", "approval.education",
                            "approval.other", "hasApproval", "copiesKept", "photoKept",
                            "numberCorrect", "mobileCorrect", "officeCorrect", "accessCorrect"})
        QVERIFY2(ofUnit.facts.value(QString::fromLatin1(yes)), yes);
    for (const char* no :
         {"isIndividual", "unit.other", "unit.society", "person.passport", "approval.news"})
        QVERIFY2(!ofUnit.facts.value(QString::fromLatin1(no), true), no);
    QCOMPARE(ofUnit.texts.value(u"access.addresses"_s), u"192.0.2.10"_s);
    QCOMPARE(ofUnit.texts.value(u"access.places"_s), u"浙江"_s);

    const Session person = completeSession(test::specimenIndividual(), false);
    const FormValues ofPerson = formValues(person, person.filing.websites.front(), context());
    QVERIFY(ofPerson.facts.value(u"isIndividual"_s));
    QVERIFY(!ofPerson.facts.value(u"unit.licence"_s));
    QVERIFY(!ofPerson.facts.value(u"unit.other"_s));       // a card is no certificate of a unit
    QVERIFY(!ofPerson.facts.contains(u"officeCorrect"_s)); // has none: left blank
}

void TestVerificationForm::whatIsOpenIsLeftToThePen()
{
    const Session session = completeSession(test::specimenFiling(), false);
    FormContext open = context();
    open.open = {{.key = u"filing/1041@websites[0].homeUrl"_s},
                 {.key = u"cross/subject.person.certificate.number"_s}};
    const FormValues values = formValues(session, session.filing.websites.front(), open);
    QVERIFY(!values.facts.contains(u"domainCorrect"_s));
    QVERIFY(!values.facts.contains(u"numberCorrect"_s));
    QVERIFY(values.facts.value(u"siteNameCorrect"_s));
}

void TestVerificationForm::missingEvidenceIsNotTicked()
{
    Session session = completeSession(test::specimenFiling(), false);
    std::erase_if(session.evidence, [](const Evidence& evidence) {
        return evidence.role == EvidenceRole::Photo || evidence.role == EvidenceRole::IdEmblem;
    });
    const FormValues values = formValues(session, session.filing.websites.front(), context());
    QVERIFY(!values.facts.contains(u"photoKept"_s));
    QVERIFY(!values.facts.contains(u"copiesKept"_s));
}

void TestVerificationForm::aWebsiteThatIsNotThereIsNotFound()
{
    const auto pdf = makeVerificationForm(completeSession(), *WebsiteId::make(99), context());
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, ErrorCode::NotFound);
}

void TestVerificationForm::aMissingTemplateIsAConfigurationError()
{
    const Session session = completeSession();
    const auto pdf = makeVerificationForm(session, session.filing.websites.front().id,
                                          {u"/nowhere"_s, *m_codes, {}});
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, ErrorCode::Configuration);
}

void TestVerificationForm::theSignedScanCarriesTheSameCode()
{
    const Session session = completeSession(test::specimenFiling(), false);
    const WebsiteId site = session.filing.websites.front().id;
    const auto pdf = makeVerificationForm(session, site, context());
    QVERIFY(pdf);
    const auto scan = signForm(*pdf, 0);
    QVERIFY2(scan, qPrintable(scan ? QString() : scan.error().detail));
    QVERIFY(scan->width() > 1600);
    const auto code = readQrCode(*scan);
    QVERIFY(code);
    QCOMPARE(*code, (FormCode{session.id, session.dataRevision, site, 1}.text()));
    qint64 red = 0;
    qint64 blue = 0;
    for (int y = 0; y < scan->height(); y += 2) {
        for (int x = 0; x < scan->width(); x += 2) {
            const QRgb pixel = scan->pixel(x, y);
            red += qRed(pixel) > qBlue(pixel) + 60;
            blue += qBlue(pixel) > qRed(pixel) + 60;
        }
    }
    QVERIFY(red > 2000);
    QVERIFY(blue > 300);
    QCOMPARE(*signForm(*pdf, 0), *scan);
}

void TestVerificationForm::onlyAPdfCanBeSigned()
{
    QCOMPARE(signForm("no PDF", 0).error().code, ErrorCode::Unreadable);
    QCOMPARE(signForm({}, 0).error().code, ErrorCode::Unreadable);
    const Session session = completeSession();
    const auto pdf = makeVerificationForm(session, session.filing.websites.front().id, context());
    QVERIFY(pdf);
    QCOMPARE(signForm(*pdf, 7).error().code, ErrorCode::NotFound);
}

QTEST_MAIN(TestVerificationForm)
#include "tst_verification_form.moc"
