// SPDX-License-Identifier: Apache-2.0
#include "app/filing/filing_json.h"
#include "app/filing/gbk.h"
#include "app/filing/xzba_writer.h"
#include "support/source_file.h"
#include "support/specimen_filing.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <functional>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kUnit = 330000000001;
const QByteArray kJpeg = QByteArray("\xFF\xD8\xFF\xE0") + QByteArray(40, 'x');

/// The message as lines "Baxx/Zt_xx/Dwmc=…", below ICP/XZBA, in the order written.
QStringList flattened(const QByteArray& message)
{
    QString text = fromGbk(message).value_or(QString());
    text.remove(0, text.indexOf(u'\n') + 1); // the declaration names GBK, which it is no longer
    QXmlStreamReader reader(text);
    QStringList path;
    QStringList lines;
    QString content;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            path += reader.name().toString();
            content.clear();
            break;
        case QXmlStreamReader::Characters:
            content += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            if (!content.isEmpty())
                lines += path.mid(3).join(u'/') + u'=' + content;
            content.clear();
            path.removeLast();
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? QStringList{reader.errorString()} : lines;
}

/// What stands after `path`, once for each time it occurs.
QStringList valuesOf(const QStringList& lines, const QString& path)
{
    QStringList values;
    for (const QString& line : lines) {
        if (line.startsWith(path + u'='))
            values += line.mid(path.size() + 1);
    }
    return values;
}

FilingAttachment photo(qint64 site = 2001)
{
    return {.format = 1,
            .purpose = 5,
            .owner = FilingAttachment::Owner::Website,
            .ownerId = site,
            .bytes = kJpeg};
}

} // namespace

class TestXzbaWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUnitIsWrittenInTheOrderOfTheSchema()
    {
        const auto message = writeXzba(test::specimenFiling(), {}, kUnit);
        QVERIFY(message);
        QVERIFY(message->startsWith("<?xml version=\"1.0\" encoding=\"GBK\"?>\n"
                                    "<UploadData version=\"V.3.0\"><ICP><XZBA><Baxx><Zt_xx>"));
        QVERIFY(
            message->endsWith("</Baxx></XZBA><Qqdwid>330000000001</Qqdwid></ICP></UploadData>"));
        const QStringList expected = uR"(Zt_xx/IspZtid=1001
Zt_xx/Dwmc=杭州样本网络科技有限公司
Zt_xx/Dwxz=4
Zt_xx/Tzr=张样本
Zt_xx/Txdz/Shengid=330000
Zt_xx/Txdz/Shiid=330100
Zt_xx/Txdz/Xianid=330108
Zt_xx/Txdz/Xxdz=浙江省杭州市滨江区样本路1号1幢101室
Zt_xx/Zj/Zjlx=1
Zt_xx/Zj/Zjhm=91330100MA0000YB3B
Zt_xx/Zj/Zjzs=浙江省杭州市滨江区样本路1号1幢101室
Zt_xx/Fzr/Fzr_xm=张样本
Zt_xx/Fzr/Fzr_dhhm=0571-00000001
Zt_xx/Fzr/Fzr_sjhm=13900000001
Zt_xx/Fzr/Fzr_dzyj=zhang@specimen-handshake.cn
Zt_xx/Fzr/Fzr_zjlx=2
Zt_xx/Fzr/Fzr_zjhm=330100198808080014
Zt_xx/Bbfs=1
Zt_xx/Bz=样本 SPECIMEN
Wz_xx/IspWzid=2001
Wz_xx/Wzmc=样本网络科技
Wz_xx/Fwnr/Fwnr_id=8
Wz_xx/Yylb/Yylb_id=1
Wz_xx/Ym_xx/IspYmid=3001
Wz_xx/Ym_xx/Ym=specimen-handshake.cn
Wz_xx/Jr_xx/IspJrid=4001
Wz_xx/Jr_xx/Wzfb/Fbdd=34
Wz_xx/Jr_xx/Wzjrfs/Jrfs=3
Wz_xx/Jr_xx/Ip_xx/IspIpid=5001
Wz_xx/Jr_xx/Ip_xx/Qsip=3221225994
Wz_xx/Jr_xx/Ip_xx/Zzip=3221225994
Wz_xx/Wz_Fzr/Fzr_xm=张样本
Wz_xx/Wz_Fzr/Fzr_dhhm=0571-00000001
Wz_xx/Wz_Fzr/Fzr_sjhm=13900000001
Wz_xx/Wz_Fzr/Fzr_dzyj=zhang@specimen-handshake.cn
Wz_xx/Wz_Fzr/Fzr_zjlx=2
Wz_xx/Wz_Fzr/Fzr_zjhm=330100198808080014
Wz_xx/Syurl=www.specimen-handshake.cn)"_s.split(u'\n');
        QStringList lines = flattened(*message);
        QCOMPARE(lines.takeLast(), u"=330000000001"_s); // Qqdwid
        lines.replaceInStrings(QRegularExpression(u"^Baxx/"_s), QString());
        QCOMPARE(lines, expected);
    }

    void anIndividualWhoTypedHimself()
    {
        const auto message = writeXzba(test::specimenIndividual(), {}, kUnit);
        QVERIFY(message);
        const QStringList lines = flattened(*message);
        QCOMPARE(valuesOf(lines, u"Baxx/Zt_xx/Bbfs"_s), QStringList{u"0"_s});
        QVERIFY(valuesOf(lines, u"Baxx/Zt_xx/Fzr/Fzr_dhhm"_s).isEmpty());
        QVERIFY(valuesOf(lines, u"Baxx/Zt_xx/Tzr"_s).isEmpty());
    }

    void severalSitesAccessesAndScans()
    {
        const auto filing =
            parseFiling(test::sourceBytes(u"tests/data/filing/two-websites.json"_s));
        QVERIFY(filing);
        const ApprovalScans scans{{u"approval-1.jpg"_s, kJpeg},
                                  {u"approval-2.jpg"_s, kJpeg + "second"}};
        const auto message = writeXzba(*filing,
                                       {photo(2001),
                                        photo(2003),
                                        {.purpose = 2,
                                         .owner = FilingAttachment::Owner::Subject,
                                         .ownerId = 1001,
                                         .bytes = kJpeg,
                                         .remark = u"样本 <&>"_s}},
                                       kUnit, scans);
        QVERIFY(message);
        const QStringList lines = flattened(*message);
        const QString site = u"Baxx/Wz_xx/"_s;
        QCOMPARE(valuesOf(lines, site + u"IspWzid"_s), (QStringList{u"2001"_s, u"2003"_s}));
        QCOMPARE(valuesOf(lines, site + u"Jr_xx/Ip_xx/Zzip"_s),
                 (QStringList{u"3221225994"_s, u"3221226021"_s, u"3221226024"_s, u"3221226034"_s}));
        QCOMPARE(valuesOf(lines, site + u"Jr_xx/Wzfb/Fbdd"_s),
                 (QStringList{u"34"_s, u"34"_s, u"26"_s, u"34"_s}));
        QCOMPARE(valuesOf(lines, site + u"Nrlx/Nrlx_xx/Spwj"_s).at(1),
                 QString::fromLatin1((kJpeg + "second").toBase64()));
        const QString attachment = u"Baxx/Fj/Fjxx/"_s;
        QCOMPARE(valuesOf(lines, attachment + u"Fjssdx/Ssdxlx"_s),
                 (QStringList{u"2"_s, u"2"_s, u"1"_s}));
        QCOMPARE(valuesOf(lines, attachment + u"Fjssdx/Ssdxbs"_s),
                 (QStringList{u"2001"_s, u"2003"_s, u"1001"_s}));
        QCOMPARE(valuesOf(lines, attachment + u"Fjyt"_s), (QStringList{u"5"_s, u"5"_s, u"2"_s}));
        QCOMPARE(valuesOf(lines, attachment + u"Fjnr"_s).at(0),
                 QString::fromLatin1(kJpeg.toBase64()));
        QCOMPARE(valuesOf(lines, attachment + u"Bz"_s), QStringList{u"样本 <&>"_s});
    }

    void onlyQqTravels()
    {
        Filing filing = test::specimenFiling();
        filing.subject.person.messenger = Messenger{.kind = 1, .account = u"10001"_s};
        filing.websites.at(0).person.messenger = Messenger{.kind = 2, .account = u"specimen"_s};
        const QStringList lines = flattened(*writeXzba(filing, {}, kUnit));
        QCOMPARE(valuesOf(lines, u"Baxx/Zt_xx/Fzr/Qq"_s), QStringList{u"10001"_s});
        QVERIFY(lines.filter(u"specimen"_s).filter(u"Qq"_s).isEmpty());
    }

    void theSameFilingGivesTheSameBytes()
    {
        QCOMPARE(*writeXzba(test::specimenFiling(), {photo()}, kUnit),
                 *writeXzba(test::specimenFiling(), {photo()}, kUnit));
    }

    void aBrokenLimitNamesItsField_data()
    {
        QTest::addColumn<std::function<void(Filing&)>>("breakIt");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* where, const std::function<void(Filing&)>& breakIt) {
            QTest::newRow(where) << breakIt << QString::fromLatin1(where);
        };
        row("subject.name", [](Filing& f) { f.subject.name = QString(256, u'样'); });
        row("subject.address.city", [](Filing& f) { f.subject.address.city = 0; });
        row("subject.certificate.address",
            [](Filing& f) { f.subject.certificate.address.clear(); });
        row("subject.certificate.type", [](Filing& f) { f.subject.certificate.type = 1000; });
        row("subject.person.name", [](Filing& f) { f.subject.person.name = u"张𠮷"_s; });
        row("subject.person.mobile", [](Filing& f) { f.subject.person.mobile = u"1390000000"_s; });
        row("subject.person.office", [](Filing& f) { f.subject.person.office = u"00000001"_s; });
        row("subject.person.email", [](Filing& f) { f.subject.person.email = u"a@b"_s; });
        row("subject.remark", [](Filing& f) { f.subject.remark = u"a\x01"_s; });
        row("websites", [](Filing& f) { f.websites.clear(); });
        row("websites[0].services", [](Filing& f) { f.websites[0].services.clear(); });
        row("websites[0].services[1]", [](Filing& f) { f.websites[0].services = {1, 65}; });
        row("websites[0].languages", [](Filing& f) { f.websites[0].languages.clear(); });
        row("websites[0].domains", [](Filing& f) { f.websites[0].domains.clear(); });
        row("websites[0].domains[0].name",
            [](Filing& f) { f.websites[0].domains[0].name.clear(); });
        row("websites[0].accesses", [](Filing& f) { f.websites[0].accesses.clear(); });
        row("websites[0].accesses[0].ways",
            [](Filing& f) { f.websites[0].accesses[0].ways.clear(); });
        row("websites[0].accesses[0].ips",
            [](Filing& f) { f.websites[0].accesses[0].ips.clear(); });
        row("websites[0].accesses[0].ips[0].from",
            [](Filing& f) { f.websites[0].accesses[0].ips[0].from = u"192.0.2.256"_s; });
        row("websites[0].accesses[0].ips[0].to",
            [](Filing& f) { f.websites[0].accesses[0].ips[0].to = u"192.0.2.1"_s; });
        row("websites[0].homeUrl", [](Filing& f) { f.websites[0].homeUrl = QString(256, u'a'); });
        row("websites[0].approvals[0].scans",
            [](Filing& f) { f.websites[0].approvals = {Approval{.type = 5, .number = u"1"_s}}; });
        row("websites[0].approvals[0].scans[0]", [](Filing& f) {
            f.websites[0].approvals = {
                Approval{.type = 5, .number = u"1"_s, .scans = {u"absent.jpg"_s}}};
        });
        row("kind", [](Filing& f) { f.kind = FilingKind::Change; });
    }

    void aBrokenLimitNamesItsField()
    {
        QFETCH(const std::function<void(Filing&)>, breakIt);
        QFETCH(const QString, where);
        Filing filing = test::specimenFiling();
        breakIt(filing);
        const auto message = writeXzba(filing, {}, kUnit);
        QVERIFY(!message);
        QCOMPARE(message.error().where, where);
    }

    void attachmentsAreHeldToTheirLimits()
    {
        const auto failure = [](const FilingAttachment& attachment) {
            const auto message = writeXzba(test::specimenFiling(), {attachment}, kUnit);
            return message ? QString() : message.error().where;
        };
        FilingAttachment attachment = photo();
        attachment.bytes = QByteArray(76'800, 'x'); // 102 400 characters of Base64
        QCOMPARE(failure(attachment), QString());
        attachment.bytes += 'x';
        QCOMPARE(failure(attachment), u"attachments[0].bytes"_s);
        attachment.purpose = 1; // a form may be larger
        QCOMPARE(failure(attachment), QString());
        attachment.bytes.clear();
        QCOMPARE(failure(attachment), u"attachments[0].bytes"_s);
        QCOMPARE(failure(photo(77)), u"attachments[0].ownerId"_s);
        attachment = photo();
        attachment.purpose = 0;
        QCOMPARE(failure(attachment), u"attachments[0].purpose"_s);
    }

    void aScanHasToBeAJpeg()
    {
        Filing filing = test::specimenFiling();
        filing.websites[0].approvals = {
            Approval{.type = 5, .number = u"1"_s, .scans = {u"a.jpg"_s}}};
        QVERIFY(writeXzba(filing, {}, kUnit, {{u"a.jpg"_s, kJpeg}}));
        const auto message = writeXzba(filing, {}, kUnit, {{u"a.jpg"_s, "\x89PNG"}});
        QVERIFY(!message);
        QCOMPARE(message.error().where, u"websites[0].approvals[0].scans[0]"_s);
    }

    void theReportingUnitIsNeeded()
    {
        const auto message = writeXzba(test::specimenFiling(), {}, 0);
        QVERIFY(!message);
        QCOMPARE(message.error().where, u"reportingUnit"_s);
    }

    void aMessageOverFiftyMegabytesIsRefused()
    {
        FilingAttachment form = photo();
        form.purpose = 1;
        form.bytes = QByteArray(115'200, 'x');
        const std::vector<FilingAttachment> many(330, form);
        const auto message = writeXzba(test::specimenFiling(), many, kUnit);
        QVERIFY(!message);
        QCOMPARE(message.error().code, ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestXzbaWriter)
#include "tst_xzba_writer.moc"
