// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/form_template.h"
#include "support/source_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kMeta = R"({"format":"handshake-form/1","id":"test","title":"核验单","font":"Any",
                           "date":"2026-01-01","source":"test"})";

void writeTemplate(const QString& folder, const QByteArray& meta, const QByteArray& body)
{
    QVERIFY(QDir().mkpath(folder));
    QFile json(folder + u"/form.json"_s);
    QVERIFY(json.open(QIODevice::WriteOnly) && json.write(meta) == meta.size());
    QFile html(folder + u"/form.html"_s);
    QVERIFY(html.open(QIODevice::WriteOnly) && html.write(body) == body.size());
}

Result<QString> filled(const QByteArray& body, const FormValues& values)
{
    const QTemporaryDir folder;
    writeTemplate(folder.filePath(u"default"_s), kMeta, body);
    const auto form = FormTemplate::load(folder.path(), 330000);
    return form ? form->fill(values) : Result<QString>(form.error());
}

} // namespace

class TestFormTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreFilledIn_data();
    void valuesAreFilledIn();
    void textIsNeverMarkup();
    void faultsOfATemplateAreNamed_data();
    void faultsOfATemplateAreNamed();
    void theProvincesOwnFormGoesFirst();
    void undatedTemplatesAreRefused();
    void theShippedTemplateLoads();
};

void TestFormTemplate::valuesAreFilledIn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("text") << QByteArray("<p>{{name}}</p>") << u"<p>样本</p>"_s;
    QTest::newRow("ticked") << QByteArray("{{tick yes}}") << u"<img src=\"box:on\">"_s;
    QTest::newRow("not ticked") << QByteArray("{{tick no}}{{tick open}}")
                                << u"<img src=\"box:off\"><img src=\"box:off\">"_s;
    QTest::newRow("shown when so") << QByteArray("a{{#yes}}b{{/yes}}{{#no}}c{{/no}}d") << u"abd"_s;
    QTest::newRow("shown when not") << QByteArray("{{^yes}}b{{/yes}}{{^no}}c{{/no}}") << u"c"_s;
    QTest::newRow("nested") << QByteArray("{{#yes}}a{{#no}}b{{/no}}c{{/yes}}") << u"ac"_s;
    QTest::newRow("unknown text where nothing is shown")
        << QByteArray("{{#no}}{{nothing}}{{/no}}x") << u"x"_s;
}

void TestFormTemplate::valuesAreFilledIn()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto html =
        filled(body, {{{u"name"_s, u"样本"_s}}, {{u"yes"_s, true}, {u"no"_s, false}}});
    QVERIFY2(html, qPrintable(html ? QString() : html.error().detail));
    QCOMPARE(*html, expected);
}

void TestFormTemplate::textIsNeverMarkup()
{
    const auto html =
        filled("{{name}}", {{{u"name"_s, u"<img src=\"file:///etc/passwd\">{{name}}&"_s}}, {}});
    // A placeholder in a value is not filled in again, and is refused rather than printed.
    QVERIFY(!html || !html->contains(u"<img"));
    const auto plain = filled("{{name}}", {{{u"name"_s, u"<b>&\""_s}}, {}});
    QVERIFY(plain);
    QCOMPARE(*plain, u"&lt;b&gt;&amp;&quot;"_s);
}

void TestFormTemplate::faultsOfATemplateAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("unknown value") << QByteArray("{{nothing}}");
    QTest::newRow("never closed") << QByteArray("{{#yes}}a");
    QTest::newRow("never opened") << QByteArray("a{{/yes}}");
    QTest::newRow("crossed") << QByteArray("{{#yes}}{{#no}}a{{/yes}}{{/no}}");
    QTest::newRow("not well formed") << QByteArray("{{ name }}");
    QTest::newRow("empty") << QByteArray();
}

void TestFormTemplate::faultsOfATemplateAreNamed()
{
    QFETCH(QByteArray, body);
    const auto html = filled(body, {{{u"name"_s, u"x"_s}}, {{u"yes"_s, true}, {u"no"_s, true}}});
    QVERIFY(!html);
    QCOMPARE(html.error().code, ErrorCode::Configuration);
}

void TestFormTemplate::theProvincesOwnFormGoesFirst()
{
    const QTemporaryDir folder;
    writeTemplate(folder.filePath(u"default"_s), kMeta, "default");
    writeTemplate(folder.filePath(u"440000"_s), QByteArray(kMeta).replace("\"test\"", "\"gd\""),
                  "own");
    QCOMPARE(*FormTemplate::load(folder.path(), 440000)->fill({}), u"own"_s);
    QCOMPARE(FormTemplate::load(folder.path(), 440000)->id(), u"gd"_s);
    QCOMPARE(*FormTemplate::load(folder.path(), 330000)->fill({}), u"default"_s);
    QCOMPARE(FormTemplate::load(u"/nowhere"_s, 330000).error().code, ErrorCode::Configuration);
}

void TestFormTemplate::undatedTemplatesAreRefused()
{
    const QTemporaryDir folder;
    writeTemplate(folder.filePath(u"default"_s), QByteArray(kMeta).replace("2026-01-01", "soon"),
                  "x");
    QCOMPARE(FormTemplate::load(folder.path(), 330000).error().code, ErrorCode::Configuration);
}

void TestFormTemplate::theShippedTemplateLoads()
{
    const auto form = FormTemplate::load(test::sourceFile(u"data/forms"_s), 330000);
    QVERIFY2(form, qPrintable(form ? QString() : form.error().detail));
    QCOMPARE(form->title(), u"网站备案信息真实性核验单"_s);
}

QTEST_GUILESS_MAIN(TestFormTemplate)
#include "tst_form_template.moc"
