// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/dossier_builder.h"
#include "app/dossier/dossier_reader.h"
#include "app/dossier/manifest.h"
#include "app/dossier/zip_container.h"
#include "support/specimen_session.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

/// A small dossier with every kind of entry: pictures need not be pictures here.
std::vector<ZipEntry> someEntries()
{
    QByteArray noise;
    for (int i = 0; i < 4000; ++i)
        noise.append(static_cast<char>((i * i * 31 + i / 7) & 0xff));
    return {{u"filing.json"_s, QByteArray(R"({"name":"样本","text":"wordy words"})").repeated(30)},
            {u"filing.xml"_s, QByteArray("<Fjxx><Fjnr>QUJD</Fjnr></Fjxx>").repeated(200)},
            {u"checks.json"_s, "{}"},
            {u"masters/photo-1.jpg"_s, noise},
            {u"renditions/photo-1.jpg"_s, noise.first(900)},
            {u"form-2001.pdf"_s, noise.last(700)}};
}

QByteArray dossierOf(std::vector<ZipEntry> entries)
{
    Session session = test::specimenSession();
    session.approval = ApprovalFacts{.reviewer = *OperatorId::parse(u"rev1"),
                                     .revision = 2,
                                     .time = session.createdAt,
                                     .monotonicNs = 1,
                                     .checkpoint = {1, Sha256::of("x")}};
    std::vector<ManifestFile> files;
    files.reserve(entries.size());
    for (const ZipEntry& entry : entries)
        files.push_back({.path = entry.path,
                         .role = u"other"_s,
                         .owner = {},
                         .mediaType = u"application/octet-stream"_s,
                         .size = {},
                         .bytes = entry.bytes.size(),
                         .sha256 = Sha256::of(entry.bytes)});
    entries.push_back({u"manifest.json"_s, *writeManifest(session, files)});
    return *writeZip(entries);
}

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten ? file.fileName() : QString();
}

bool hasDifference(const DossierReport& report, const QString& path, const QString& what)
{
    const DossierDifference wanted{path, what};
    return std::find(report.differences.begin(), report.differences.end(), wanted) !=
           report.differences.end();
}

} // namespace

class TestDossierReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedDossierHasNoDifference();
    void everyChangedByteIsFound();
    void aDossierRepackedWithOtherContentIsFound();
    void missingAndUnlistedFilesAreNamed();
    void anAppendedOrPrecedingByteIsFound();
    void aCutDossierIsDamagedNotUnreadable();
    void aFileNamedAfterAnotherDossierIsFound();
    void whatNeverWasADossierIsUnreadable_data();
    void whatNeverWasADossierIsUnreadable();
    void opensIntoANewFolder();
    void neverOpensIntoAFolderWithSomethingInIt();
    void opensNothingOfADamagedDossier();
    void aHostileArchiveWritesNothing();
};

void TestDossierReader::anUntouchedDossierHasNoDifference()
{
    const auto report = verifyDossierBytes(dossierOf(someEntries()));
    QVERIFY(report);
    QVERIFY(report->differences.empty());
    QVERIFY(report->id);
    QCOMPARE(report->files, 7);
}

void TestDossierReader::everyChangedByteIsFound()
{
    const QByteArray good = dossierOf(someEntries());
    int unreadable = 0;
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
        const auto report = verifyDossierBytes(bad);
        if (!report)
            ++unreadable;
        QVERIFY2(!report || !report->differences.empty(), qPrintable(u"byte %1"_s.arg(at)));
    }
    // One damaged byte does not make it something else than a dossier.
    QCOMPARE(unreadable, 0);
}

void TestDossierReader::aDossierRepackedWithOtherContentIsFound()
{
    auto entries = *readZip(dossierOf(someEntries()));
    for (ZipEntry& entry : entries) {
        if (entry.path == u"masters/photo-1.jpg")
            entry.bytes[17] = static_cast<char>(entry.bytes[17] ^ 4);
    }
    const auto report = verifyDossierBytes(*writeZip(entries));
    QVERIFY(report);
    QCOMPARE(report->differences.size(), std::size_t(1));
    QVERIFY(hasDifference(*report, u"masters/photo-1.jpg"_s, u"content"_s));
}

void TestDossierReader::missingAndUnlistedFilesAreNamed()
{
    auto entries = *readZip(dossierOf(someEntries()));
    std::erase_if(entries, [](const ZipEntry& entry) { return entry.path == u"checks.json"; });
    entries.push_back({u"masters/letter-1.png"_s, "x"});
    const auto report = verifyDossierBytes(*writeZip(entries));
    QVERIFY(report);
    QCOMPARE(report->differences.size(), std::size_t(2));
    QVERIFY(hasDifference(*report, u"checks.json"_s, u"missing"_s));
    QVERIFY(hasDifference(*report, u"masters/letter-1.png"_s, u"unlisted"_s));
}

void TestDossierReader::anAppendedOrPrecedingByteIsFound()
{
    const QByteArray good = dossierOf(someEntries());
    for (const QByteArray& bad : {good + 'x', good + '\0', 'x' + good}) {
        const auto report = verifyDossierBytes(bad);
        QVERIFY(!report || !report->differences.empty());
    }
}

void TestDossierReader::aCutDossierIsDamagedNotUnreadable()
{
    const QByteArray good = dossierOf(someEntries());
    for (const qsizetype length : {good.size() - 1, good.size() / 2, qsizetype(60)}) {
        const auto report = verifyDossierBytes(good.first(length));
        QVERIFY(report);
        QVERIFY(!report->differences.empty());
    }
}

void TestDossierReader::aFileNamedAfterAnotherDossierIsFound()
{
    const QTemporaryDir folder;
    const QByteArray good = dossierOf(someEntries());
    const QString id = verifyDossierBytes(good)->id->text();
    QVERIFY(verifyDossier(written(folder, id + u".zip"_s, good))->differences.empty());
    QVERIFY(verifyDossier(written(folder, u"any name.zip"_s, good))->differences.empty());
    const auto report = verifyDossier(written(folder, QString(64, u'0') + u".zip"_s, good));
    QVERIFY(report);
    QVERIFY(hasDifference(*report, {}, u"name"_s));
}

void TestDossierReader::whatNeverWasADossierIsUnreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear Sir or Madam");
    QTest::newRow("a JPEG") << QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10);
    QTest::newRow("a ZIP without a manifest") << *writeZip({{u"filing.json"_s, "{}"}});
    QTest::newRow("another program's manifest")
        << *writeZip({{u"manifest.json"_s, R"({"format":"webapp/2"})"}});
    QTest::newRow("a manifest that is no JSON") << *writeZip({{u"manifest.json"_s, "nonsense"}});
}

void TestDossierReader::whatNeverWasADossierIsUnreadable()
{
    QFETCH(QByteArray, bytes);
    const auto report = verifyDossierBytes(bytes);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Unreadable);
}

void TestDossierReader::opensIntoANewFolder()
{
    const QTemporaryDir folder;
    const QString path = written(folder, u"d.zip"_s, dossierOf(someEntries()));
    const QString target = folder.filePath(u"deep/out"_s);
    const auto files = openDossier(path, target);
    QVERIFY2(files, qPrintable(files ? QString() : files.error().detail));
    QCOMPARE(files->size(), someEntries().size() + 1);
    for (const ZipEntry& entry : someEntries()) {
        QFile file(target + u'/' + entry.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), entry.bytes);
    }
}

void TestDossierReader::neverOpensIntoAFolderWithSomethingInIt()
{
    const QTemporaryDir folder;
    const QString path = written(folder, u"d.zip"_s, dossierOf(someEntries()));
    QVERIFY(QDir().mkpath(folder.filePath(u"out"_s)));
    QVERIFY(openDossier(path, folder.filePath(u"out"_s)));
    const auto again = openDossier(path, folder.filePath(u"out"_s));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(openDossier(path, path).error().code, ErrorCode::AlreadyExists);
}

void TestDossierReader::opensNothingOfADamagedDossier()
{
    const QTemporaryDir folder;
    QByteArray bad = dossierOf(someEntries());
    bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 1);
    const QString target = folder.filePath(u"out"_s);
    const auto files = openDossier(written(folder, u"d.zip"_s, bad), target);
    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::Corrupt);
    QVERIFY(!QFile::exists(target));
}

void TestDossierReader::aHostileArchiveWritesNothing()
{
    // The path is exchanged for one that leads outside, as long as the old one, everywhere.
    const QTemporaryDir folder;
    QByteArray bad = dossierOf(someEntries());
    bad.replace("masters/photo-1.jpg", "../../../tmp/ph.jpg");
    const QString target = folder.filePath(u"out"_s);
    const auto files = openDossier(written(folder, u"d.zip"_s, bad), target);
    QVERIFY(!files);
    QVERIFY(!QFile::exists(target));
}

QTEST_GUILESS_MAIN(TestDossierReader)
#include "tst_dossier_reader.moc"
