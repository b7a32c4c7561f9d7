// SPDX-License-Identifier: Apache-2.0
#include "app/filing/field_formats.h"
#include "app/filing/ipv4.h"
#include "app/filing/website_name.h"
#include "support/specimen_filing.h"

#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestFieldFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void telephones_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("mobile");
        QTest::addColumn<bool>("landline");
        QTest::newRow("mobile") << u"13900000001"_s << true << false;
        QTest::newRow("199") << u"19900000001"_s << true << false;
        QTest::newRow("12") << u"12900000001"_s << false << false;
        QTest::newRow("short") << u"1390000000"_s << false << false;
        QTest::newRow("long") << u"139000000011"_s << false << false;
        QTest::newRow("blank at the end") << u"13900000001 "_s << false << false;
        QTest::newRow("line end") << u"13900000001\n"_s << false << false;
        QTest::newRow("country code") << u"+8613900000001"_s << false << false;
        QTest::newRow("Arabic digits") << u"139٠٠٠٠٠٠٠١"_s << false << false;
        QTest::newRow("four-digit area") << u"0571-00000001"_s << false << true;
        QTest::newRow("three-digit area") << u"010-0000001"_s << false << true;
        QTest::newRow("extension") << u"0571-00000001-12"_s << false << true;
        QTest::newRow("no hyphen") << u"057100000001"_s << false << false;
        QTest::newRow("no area") << u"00000001"_s << false << false;
        QTest::newRow("area without 0") << u"571-00000001"_s << false << false;
        QTest::newRow("empty") << u""_s << false << false;
    }

    void telephones()
    {
        QFETCH(const QString, number);
        QTEST(isMobileNumber(number), "mobile");
        QTEST(isLandlineNumber(number), "landline");
    }

    void mailAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"zhang@specimen-handshake.cn"_s << true;
        QTest::newRow("dots and signs") << u"a.b+c_d-1@mail.specimen.com.cn"_s << true;
        QTest::newRow("no at") << u"zhang.specimen.cn"_s << false;
        QTest::newRow("two at") << u"a@b@specimen.cn"_s << false;
        QTest::newRow("no dot") << u"zhang@specimen"_s << false;
        QTest::newRow("two dots") << u"a..b@specimen.cn"_s << false;
        QTest::newRow("dot first") << u".a@specimen.cn"_s << false;
        QTest::newRow("blank") << u"a b@specimen.cn"_s << false;
        QTest::newRow("Han") << u"张@specimen.cn"_s << false;
        QTest::newRow("too long") << QString(120, u'a') + u"@specimen.cn"_s << false;
    }

    void mailAddresses()
    {
        QFETCH(const QString, address);
        QTEST(isEmailAddress(address), "good");
    }

    void domains_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"specimen-handshake.cn"_s << true;
        QTest::newRow("three labels") << u"specimen.com.cn"_s << true;
        QTest::newRow("Chinese") << u"样本.中国"_s << true;
        QTest::newRow("punycode") << u"xn--fiq228c.cn"_s << true;
        QTest::newRow("one label") << u"specimen"_s << false;
        QTest::newRow("hyphen first") << u"-specimen.cn"_s << false;
        QTest::newRow("hyphen last") << u"specimen-.cn"_s << false;
        QTest::newRow("empty label") << u"specimen..cn"_s << false;
        QTest::newRow("dot last") << u"specimen.cn."_s << false;
        QTest::newRow("underscore") << u"speci_men.cn"_s << false;
        QTest::newRow("blank") << u"speci men.cn"_s << false;
        QTest::newRow("address") << u"192.0.2.1"_s << false;
        QTest::newRow("URL") << u"http://specimen.cn"_s << false;
        QTest::newRow("path") << u"specimen.cn/a"_s << false;
        QTest::newRow("full-width dot") << u"specimen。cn"_s << false;
        QTest::newRow("label too long") << QString(64, u'a') + u".cn"_s << false;
    }

    void domains()
    {
        QFETCH(const QString, name);
        QTEST(isDomainName(name), "good");
    }

    void homePages_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host");
        QTest::newRow("bare") << u"specimen.cn"_s << u"specimen.cn"_s;
        QTest::newRow("www") << u"WWW.Specimen.cn"_s << u"www.specimen.cn"_s;
        QTest::newRow("scheme") << u"https://www.specimen.cn/index.html?a=1"_s
                                << u"www.specimen.cn"_s;
        QTest::newRow("port") << u"http://specimen.cn:8080"_s << u"specimen.cn"_s;
        QTest::newRow("Chinese") << u"http://样本.中国/"_s << u"样本.中国"_s;
        QTest::newRow("ftp") << u"ftp://specimen.cn"_s << u""_s;
        QTest::newRow("user") << u"http://specimen.cn@other.cn"_s << u""_s;
        QTest::newRow("address") << u"http://192.0.2.1/"_s << u""_s;
        QTest::newRow("blank") << u"www.specimen .cn"_s << u""_s;
        QTest::newRow("empty host") << u"http://"_s << u""_s;
        QTest::newRow("words") << u"首页"_s << u""_s;
    }

    void homePages()
    {
        QFETCH(const QString, url);
        QTEST(hostOfHomePage(url), "host");
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("number"); // -1: has to be refused
        QTest::newRow("documentation") << u"192.0.2.1"_s << qint64{3221225985};
        QTest::newRow("first") << u"0.0.0.0"_s << qint64{0};
        QTest::newRow("last") << u"255.255.255.255"_s << qint64{4294967295};
        QTest::newRow("leading zero") << u"192.0.02.1"_s << qint64{-1};
        QTest::newRow("too big") << u"192.0.2.256"_s << qint64{-1};
        QTest::newRow("three parts") << u"192.0.2"_s << qint64{-1};
        QTest::newRow("five parts") << u"192.0.2.1.1"_s << qint64{-1};
        QTest::newRow("empty part") << u"192..2.1"_s << qint64{-1};
        QTest::newRow("sign") << u"192.0.2.+1"_s << qint64{-1};
        QTest::newRow("blank") << u" 192.0.2.1"_s << qint64{-1};
        QTest::newRow("hexadecimal") << u"0xC0.0.2.1"_s << qint64{-1};
        QTest::newRow("IPv6") << u"2001:db8::1"_s << qint64{-1};
    }

    void addresses()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, number);
        const auto address = parseIpv4(text);
        QCOMPARE(address ? qint64{*address} : qint64{-1}, number);
    }

    void doors_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        QTest::newRow("number and room") << u"样本路1号1幢101室"_s << true;
        QTest::newRow("full width") << u"样本路１２号"_s << true;
        QTest::newRow("Chinese numeral") << u"样本村三组"_s << true;
        QTest::newRow("letter") << u"样本大厦A座"_s << true;
        QTest::newRow("street only") << u"浙江省杭州市滨江区样本路"_s << false;
        QTest::newRow("number of nothing") << u"样本路12"_s << false;
    }

    void doors()
    {
        QFETCH(const QString, address);
        QTEST(hasDoorNumber(address), "good");
    }

    void recordNumbers_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("good");
        QTest::newRow("subject") << u"浙ICP备12345678号"_s << true;
        QTest::newRow("ten digits") << u"京ICP备2026000001号"_s << true;
        QTest::newRow("website") << u"浙ICP备12345678号-12"_s << true;
        QTest::newRow("nine digits") << u"浙ICP备123456789号"_s << false;
        QTest::newRow("no province") << u"ICP备12345678号"_s << false;
        QTest::newRow("suffix without number") << u"浙ICP备12345678号-"_s << false;
    }

    void recordNumbers()
    {
        QFETCH(const QString, number);
        QTEST(isRecordNumber(number), "good");
    }

    void severalValuesAreSplit()
    {
        QCOMPARE(severalValues(u"a; b;;c "_s), (std::vector<QString>{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(severalValues(u" ; "_s).empty());
    }

    void websiteNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("nature");
        QTest::addColumn<QString>("expected"); // "key severity", empty: nothing to say
        QTest::newRow("good") << u"样本网络科技"_s << 4 << u""_s;
        QTest::newRow("three") << u"样本站"_s << 4 << u""_s;
        QTest::newRow("brackets") << u"样本（杭州）网"_s << 4 << u""_s;
        QTest::newRow("with Latin") << u"样本ABC"_s << 4 << u""_s;
        QTest::newRow("rare character") << u"样本𠮷站"_s << 4 << u""_s;
        QTest::newRow("two") << u"样本"_s << 4 << u"filing.name.short error"_s;
        QTest::newRow("two rare ones") << u"𠮷𠮷"_s << 4 << u"filing.name.short error"_s;
        QTest::newRow("Latin") << u"Specimen Net"_s << 4 << u"filing.name.latin error"_s;
        QTest::newRow("full-width Latin") << u"ＡＢＣ１"_s << 4 << u"filing.name.latin error"_s;
        QTest::newRow("digits") << u"12345"_s << 4 << u"filing.name.latin error"_s;
        QTest::newRow("domain") << u"specimen.cn"_s << 4 << u"filing.name.domain error"_s;
        QTest::newRow("special") << u"样本★网站"_s << 4 << u"filing.name.special error"_s;
        QTest::newRow("hyphen") << u"样本-网站"_s << 4 << u"filing.name.special error"_s;
        QTest::newRow("state") << u"中国样本网"_s << 4 << u"filing.name.state error"_s;
        QTest::newRow("state, by the state") << u"中国样本网"_s << 2 << u""_s;
        QTest::newRow("individual, company")
            << u"样本公司小站"_s << 5 << u"filing.name.company warning"_s;
        QTest::newRow("individual, place")
            << u"浙江样本小站"_s << 5 << u"filing.name.place warning"_s;
        QTest::newRow("unit, place") << u"浙江样本公司"_s << 4 << u""_s;
        QTest::newRow("individual, own name")
            << u"王样本小站"_s << 5 << u"filing.name.person warning"_s;
    }

    void websiteNames()
    {
        QFETCH(const QString, name);
        QFETCH(const int, nature);
        Subject subject = test::specimenIndividual().subject;
        subject.nature = nature;
        QStringList found;
        for (const NameProblem& problem : websiteNameProblems(name, subject))
            found += problem.messageKey + u' ' + severityName(problem.severity);
        QTEST(found.join(u", "_s), "expected");
    }

    void aCompanyRegisteredLikeTheStateIsOnlyWarned()
    {
        Subject subject = test::specimenFiling().subject;
        subject.name = u"中国样本有限公司"_s;
        const auto problems = websiteNameProblems(u"中国样本网"_s, subject);
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().severity, Severity::Warning);
    }
};

QTEST_GUILESS_MAIN(TestFieldFormats)
#include "tst_field_formats.moc"
