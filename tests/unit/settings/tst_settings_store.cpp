// SPDX-License-Identifier: Apache-2.0
#include "app/settings/setting_keys.h"
#include "app/settings/settings_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

SettingOrigin find(const SettingsStore& store, const QString& key)
{
    for (const SettingOrigin& one : store.list()) {
        if (one.key == key)
            return one;
    }
    return {};
}

const QString kServer = u"delivery/serverUrl"_s;

} // namespace

class TestSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_sources = {};
        m_sources.userFile = m_folder->filePath(u"user.ini"_s);
        m_sources.policyFile = m_folder->filePath(u"policy.ini"_s);
    }

    void withoutFilesEverythingIsBuiltIn()
    {
        const auto store = SettingsStore::read(m_sources);
        QVERIFY(store);
        QVERIFY(store->settings().delivery.serverUrl.isEmpty());
        QVERIFY(!store->settings().policy.reviewerIsNotCapturer);
        QCOMPARE(store->settings().counter.reportingUnit, 0);
        const auto list = store->list();
        QCOMPARE(list.size(), settingKeys().size());
        for (const SettingOrigin& one : list)
            QCOMPARE(one.origin, Origin::BuiltIn);
        QVERIFY(!QFile::exists(m_sources.userFile)); // reading leaves nothing behind
    }

    void theStrongerSourceWins()
    {
        const auto hostNow = [this] {
            const auto store = SettingsStore::read(m_sources);
            return store ? store->settings().delivery.serverUrl.host() + u' ' +
                               originName(find(*store, kServer).origin)
                         : store.error().where;
        };
        write(m_sources.policyFile, "[default]\ndelivery/serverUrl=http://policy\n");
        QCOMPARE(hostNow(), u"policy policy-default"_s);
        write(m_sources.userFile, "[delivery]\nserverUrl=http://user\n");
        QCOMPARE(hostNow(), u"user user"_s);
        m_sources.environment = {{u"HANDSHAKE_DELIVERY_SERVERURL"_s, u"http://environment"_s}};
        QCOMPARE(hostNow(), u"environment environment"_s);
        m_sources.commandLine = {{kServer, u"http://line"_s}};
        QCOMPARE(hostNow(), u"line command-line"_s);
        write(m_sources.policyFile, "[lock]\ndelivery/serverUrl=http://locked\n");
        QCOMPARE(hostNow(), u"locked policy-lock"_s);
    }

    void environmentMayUseUnderscores()
    {
        m_sources.environment = {{u"HANDSHAKE_DELIVERY_RECEIPT_KEY_FILE"_s, u"key"_s},
                                 {u"HANDSHAKE_DATA_ROOT"_s, u"elsewhere"_s},
                                 {u"PATH"_s, u"/bin"_s}};
        const auto store = SettingsStore::read(m_sources);
        QVERIFY(store);
        QCOMPARE(store->settings().delivery.receiptKeyFile, u"key"_s);
    }

    void everySettingReachesItsMember()
    {
        m_sources.commandLine = {{u"delivery/serverUrl"_s, u"https://server.example:8443/base"_s},
                                 {u"delivery/receiptKeyFile"_s, u"a"_s},
                                 {u"delivery/caFile"_s, u"b"_s},
                                 {u"delivery/clientCertificate"_s, u"c"_s},
                                 {u"delivery/tokenFile"_s, u"d"_s},
                                 {u"counter/id"_s, u"hz-1"_s},
                                 {u"counter/provider"_s, u"样本接入有限公司"_s},
                                 {u"counter/reportingUnit"_s, u"330000000001"_s},
                                 {u"policy/reviewerIsNotCapturer"_s, u"on"_s},
                                 {u"capture/cameraId"_s, u"e"_s},
                                 {u"capture/documentCameraId"_s, u"f"_s},
                                 {u"capture/backdropFolder"_s, u"g"_s},
                                 {u"capture/faceModelFile"_s, u"h"_s},
                                 {u"capture/thresholdsFile"_s, u"i"_s},
                                 {u"scanner/device"_s, u"h"_s},
                                 {u"scanner/options"_s, u"a=1; b=2"_s},
                                 {u"scanner/watchedFolder"_s, u"i"_s},
                                 {u"scanner/resolution"_s, u"600"_s},
                                 {u"scanner/colour"_s, u"grey"_s},
                                 {u"scanner/source"_s, u"feeder"_s},
                                 {u"scanner/withNetwork"_s, u"on"_s},
                                 {u"scanner/removesTaken"_s, u"on"_s},
                                 {u"chipReader/library"_s, u"/j"_s},
                                 {u"chipReader/port"_s, u"1016"_s},
                                 {u"appearance/language"_s, u"zh_CN"_s},
                                 {u"appearance/theme"_s, u"dark"_s}};
        QCOMPARE(static_cast<std::size_t>(m_sources.commandLine.size()), settingKeys().size());
        const auto store = SettingsStore::read(m_sources);
        QVERIFY(store);
        const Settings& settings = store->settings();
        QCOMPARE(settings.delivery.serverUrl.port(), 8443);
        QCOMPARE(settings.delivery.receiptKeyFile + settings.delivery.caFile +
                     settings.delivery.clientCertificate + settings.delivery.tokenFile,
                 u"abcd"_s);
        QCOMPARE(settings.counter.id, u"hz-1"_s);
        QCOMPARE(settings.counter.provider, u"样本接入有限公司"_s);
        QCOMPARE(settings.counter.reportingUnit, 330000000001);
        QVERIFY(settings.policy.reviewerIsNotCapturer);
        QCOMPARE(settings.capture.cameraId + settings.capture.documentCameraId +
                     settings.capture.backdropFolder + settings.capture.faceModelFile +
                     settings.capture.thresholdsFile,
                 u"efghi"_s);
        QCOMPARE(settings.scanner.device + settings.scanner.watchedFolder, u"hi"_s);
        QCOMPARE(settings.scanner.options, u"a=1; b=2"_s);
        QCOMPARE(settings.scanner.resolution, 600);
        QVERIFY(settings.scanner.isGrey && settings.scanner.isFeeder);
        QVERIFY(settings.scanner.withNetwork && settings.scanner.removesTaken);
        QCOMPARE(settings.chipReader.library, u"/j"_s);
        QCOMPARE(settings.chipReader.port, 1016);
        QCOMPARE(settings.appearance.language + settings.appearance.theme, u"zh_CNdark"_s);
    }

    void aWrongValueNamesItsKeyAndSource_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("scheme") << kServer << u"ftp://server"_s;
        QTest::newRow("no scheme") << kServer << u"server"_s;
        QTest::newRow("no host") << kServer << u"http://"_s;
        QTest::newRow("blank inside") << kServer << u"http://a b"_s;
        QTest::newRow("number") << u"counter/reportingUnit"_s << u"many"_s;
        QTest::newRow("negative") << u"counter/reportingUnit"_s << u"-1"_s;
        QTest::newRow("switch") << u"policy/reviewerIsNotCapturer"_s << u"perhaps"_s;
        QTest::newRow("counter") << u"counter/id"_s << u"../up"_s;
        QTest::newRow("language") << u"appearance/language"_s << u"fr"_s;
        QTest::newRow("theme") << u"appearance/theme"_s << u"pink"_s;
        QTest::newRow("resolution in words") << u"scanner/resolution"_s << u"fine"_s;
        QTest::newRow("resolution beyond reason") << u"scanner/resolution"_s << u"4800"_s;
        QTest::newRow("colour") << u"scanner/colour"_s << u"sepia"_s;
        QTest::newRow("source") << u"scanner/source"_s << u"drawer"_s;
        QTest::newRow("option without a value") << u"scanner/options"_s << u"brightness"_s;
        QTest::newRow("option without a name") << u"scanner/options"_s << u"a=1; =2"_s;
        QTest::newRow("serial port 17") << u"chipReader/port"_s << u"17"_s;
        QTest::newRow("port of a printer") << u"chipReader/port"_s << u"9100"_s;
    }

    void aWrongValueNamesItsKeyAndSource()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        m_sources.commandLine = {{key, value}};
        const auto store = SettingsStore::read(m_sources);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Configuration);
        QCOMPARE(store.error().where, key + u" (command-line)"_s);
    }

    void anUnknownKeyOnTheCommandLineIsRefused()
    {
        m_sources.commandLine = {{u"delivery/serverUrI"_s, u"x"_s}};
        const auto store = SettingsStore::read(m_sources);
        QVERIFY(!store);
        QCOMPARE(store.error().where, u"delivery/serverUrI"_s);
    }

    void aBrokenFileIsNamed()
    {
        write(m_sources.userFile, "[delivery\nserverUrl\n");
        auto store = SettingsStore::read(m_sources);
        QVERIFY(!store);
        QCOMPARE(store.error().where, m_sources.userFile);
        m_sources.userFile = m_folder->path(); // a folder
        store = SettingsStore::read(m_sources);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Configuration);
    }

    void aValueIsWrittenAndReadAgain()
    {
        auto store = SettingsStore::read(m_sources);
        QVERIFY(store);
        QVERIFY(store->setUserValue(u"counter/provider"_s, u"样本, 接入; \"有限\" = 公司 "_s));
        QCOMPARE(store->settings().counter.provider, u"样本, 接入; \"有限\" = 公司 "_s);
        const auto again = SettingsStore::read(m_sources);
        QVERIFY(again);
        QCOMPARE(again->settings().counter.provider, u"样本, 接入; \"有限\" = 公司 "_s);
        QCOMPARE(find(*again, u"counter/provider"_s).origin, Origin::User);
    }

    void aCommaTypedByHandIsKept()
    {
        write(m_sources.userFile, "[delivery]\ncaFile=/srv/a,b.pem\n");
        const auto store = SettingsStore::read(m_sources);
        QVERIFY(store);
        QCOMPARE(store->settings().delivery.caFile, u"/srv/a,b.pem"_s);
    }

    void unknownKeysSurvive()
    {
        write(m_sources.userFile, "[counter]\ncolour=blue\n[future]\nthing=1\n");
        auto store = SettingsStore::read(m_sources);
        QVERIFY(store);
        QVERIFY(store->setUserValue(u"counter/id"_s, u"hz-1"_s));
        QFile file(m_sources.userFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("colour=blue"));
        QVERIFY(text.contains("thing=1"));
        QVERIFY(text.contains("id=hz-1"));
    }

    void whatCannotBeWrittenIsRefused()
    {
        write(m_sources.policyFile, "[lock]\ncounter/id=locked\n");
        auto store = SettingsStore::read(m_sources);
        QVERIFY(store);
        QVERIFY(find(*store, u"counter/id"_s).locked);
        QCOMPARE(codeOf(store->setUserValue(u"counter/id"_s, u"x"_s)), ErrorCode::Denied);
        QCOMPARE(codeOf(store->setUserValue(u"counter/none"_s, u"x"_s)), ErrorCode::NotFound);
        QCOMPARE(codeOf(store->setUserValue(kServer, u"no"_s)), ErrorCode::InvalidInput);
        QVERIFY(!QFile::exists(m_sources.userFile));
    }

    void aFileThatCannotBeWrittenIsReported()
    {
        write(m_folder->filePath(u"blocked"_s), "");
        m_sources.userFile = m_folder->filePath(u"blocked/user.ini"_s); // below a file
        auto store = SettingsStore::read(m_sources);
        QVERIFY(store);
        QCOMPARE(codeOf(store->setUserValue(u"counter/id"_s, u"x"_s)), ErrorCode::Storage);
    }

    void keysAreSortedAndUnlike()
    {
        const auto keys = settingKeys();
        QVERIFY(std::is_sorted(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
            return QLatin1StringView(a.key) < QLatin1StringView(b.key);
        }));
        QVERIFY(settingKey(u"counter/id"));
        QVERIFY(!settingKey(u"counter/ID"));
    }

private:
    static ErrorCode codeOf(const Result<void>& result)
    {
        return result ? ErrorCode::Internal : result.error().code;
    }

    static void write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SettingsStore::Sources m_sources;
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settings_store.moc"
