// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"
#include "app/dossier/manifest.h"
#include "support/specimen_session.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

Session approvedSession()
{
    Session session = test::specimenSession();
    session.approval = ApprovalFacts{.reviewer = *OperatorId::parse(u"rev1"),
                                     .revision = 5,
                                     .time = session.createdAt.addSecs(90),
                                     .monotonicNs = 3,
                                     .checkpoint = {4, Sha256::of("x")}};
    return session;
}

std::vector<ManifestFile> twoFiles()
{
    return {{.path = u"renditions/photo-1.jpg"_s,
             .role = u"photo"_s,
             .purpose = 5,
             .owner = u"site:2001"_s,
             .mediaType = u"image/jpeg"_s,
             .size = {800, 600},
             .bytes = 7,
             .sha256 = Sha256::of("photo")},
            {.path = u"filing.json"_s,
             .role = u"filing"_s,
             .owner = {},
             .mediaType = u"application/json"_s,
             .size = {},
             .bytes = 2,
             .sha256 = Sha256::of("{}")}};
}

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesSessionPeopleAndFilesInOrder();
    void neverHoldsItsOwnId();
    void whatIsWrittenIsReadBack();
    void aSessionNotApprovedHasNone();
    void absentFactsAreAbsent();
    void refusesWhatIsNoManifest_data();
    void refusesWhatIsNoManifest();
};

void TestManifest::namesSessionPeopleAndFilesInOrder()
{
    const auto bytes = writeManifest(approvedSession(), twoFiles());
    QVERIFY(bytes);
    const QJsonObject root = *parseJsonObject(*bytes);
    QCOMPARE(root[u"format"_s].toString(), u"handshake-dossier/1"_s);
    QCOMPARE(root[u"session"_s].toString(), u"S234567"_s);
    QCOMPARE(root[u"revision"_s].toInt(), 5);
    QCOMPARE(root[u"kind"_s].toString(), u"XZBA"_s);
    QCOMPARE(root[u"operator"_s].toString(), u"op1"_s);
    QCOMPARE(root[u"reviewer"_s].toString(), u"rev1"_s);
    QCOMPARE(root[u"clock"_s][u"approvedAt"_s].toString(), u"2026-11-23T01:01:30.000Z"_s);
    QCOMPARE(root[u"audit"_s][u"sequence"_s].toInt(), 4);
    const QJsonArray files = root[u"files"_s].toArray();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[0][u"path"_s].toString(), u"filing.json"_s);
    QCOMPARE(files[1][u"width"_s].toInt(), 800);
    QCOMPARE(canonicalJson(root), *bytes);
}

void TestManifest::neverHoldsItsOwnId()
{
    const auto bytes = writeManifest(approvedSession(), twoFiles());
    QVERIFY(bytes);
    const DossierId id = dossierIdOf(*bytes);
    QCOMPARE(id.text(), Sha256::of(*bytes).hex());
    QVERIFY(!bytes->contains(id.text().toLatin1()));
}

void TestManifest::whatIsWrittenIsReadBack()
{
    const auto files = readManifest(*writeManifest(approvedSession(), twoFiles()));
    QVERIFY(files);
    QCOMPARE(files->size(), std::size_t(2));
    const ManifestFile& photo = files->at(1);
    QCOMPARE(photo.path, u"renditions/photo-1.jpg"_s);
    QCOMPARE(photo.purpose, 5);
    QCOMPARE(photo.owner, u"site:2001"_s);
    QCOMPARE(photo.size, QSize(800, 600));
    QCOMPARE(photo.bytes, 7);
    QVERIFY(photo.sha256 == Sha256::of("photo"));
    QVERIFY(!files->at(0).size.isValid());
}

void TestManifest::aSessionNotApprovedHasNone()
{
    const auto bytes = writeManifest(test::specimenSession(), twoFiles());
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::Conflict);
}

void TestManifest::absentFactsAreAbsent()
{
    Session session = approvedSession();
    const QJsonObject without = *parseJsonObject(*writeManifest(session, {}));
    QVERIFY(!without.contains(u"predecessor"_s));
    QVERIFY(!without.contains(u"consent"_s));
    session.predecessor = DossierId::parse(QString(64, u'a')).value();
    session.consent = Consent{u"h"_s, u"zh_CN"_s, session.createdAt};
    const QJsonObject with = *parseJsonObject(*writeManifest(session, {}));
    QCOMPARE(with[u"predecessor"_s].toString(), QString(64, u'a'));
    QCOMPARE(with[u"consent"_s][u"language"_s].toString(), u"zh_CN"_s);
}

void TestManifest::refusesWhatIsNoManifest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const QByteArray good = *writeManifest(approvedSession(), twoFiles());
    const auto unreadable = static_cast<int>(ErrorCode::Unreadable);
    const auto corrupt = static_cast<int>(ErrorCode::Corrupt);
    QTest::newRow("no JSON") << QByteArray("PK") << unreadable;
    QTest::newRow("another format") << QByteArray(R"({"format":"x"})") << unreadable;
    QTest::newRow("a space") << QByteArray(good).replace("{\"audit\"", "{ \"audit\"") << corrupt;
    QTest::newRow("a path outside")
        << QByteArray(good).replace("renditions/photo-1.jpg", "renditions/../x") << corrupt;
    QTest::newRow("itself listed")
        << QByteArray(good).replace("renditions/photo-1.jpg", "manifest.json") << corrupt;
    QTest::newRow("twice the same")
        << QByteArray(good).replace("renditions/photo-1.jpg", "filing.json") << corrupt;
    QTest::newRow("negative length")
        << QByteArray(good).replace("\"bytes\":7", "\"bytes\":-7") << corrupt;
    QTest::newRow("no files") << QByteArray(R"({"format":"handshake-dossier/1"})") << corrupt;
}

void TestManifest::refusesWhatIsNoManifest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto files = readManifest(bytes);
    QVERIFY(!files);
    QCOMPARE(static_cast<int>(files.error().code), code);
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
