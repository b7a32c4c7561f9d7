// SPDX-License-Identifier: Apache-2.0
#include "app/core/sha256.h"
#include "app/dossier/zip_container.h"

#include <QBuffer>
#include <QTest>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

struct ForeignEntry {
    QString name;
    QByteArray bytes;
    quint32 externalAttributes = 0;
};

/// A ZIP as somebody else might make it: nothing is checked.
QByteArray foreignZip(const std::vector<ForeignEntry>& entries)
{
    QBuffer buffer;
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdCreate))
        return {};
    for (const ForeignEntry& entry : entries) {
        QuaZipNewInfo info(entry.name);
        info.externalAttr = entry.externalAttributes;
        QuaZipFile file(&zip);
        if (!file.open(QIODevice::WriteOnly, info) || file.write(entry.bytes) < 0)
            return {};
        file.close();
    }
    zip.close();
    return buffer.data();
}

std::vector<ZipEntry> someEntries()
{
    return {{u"renditions/photo-1.jpg"_s, QByteArray(5000, '\x5a')},
            {u"filing.json"_s, QByteArray("{\"a\":1}").repeated(20)},
            {u"manifest.json"_s, "{}"},
            {u"masters/photo-1.jpg"_s, {}}};
}

} // namespace

class TestZipContainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameEntriesInAnyOrderGiveTheSameBytes();
    void bytesAreThoseOfTheFirstVersion();
    void whatIsWrittenIsReadBack();
    void manifestComesFirstThenByPath();
    void picturesAreStoredAndTextIsDeflated();
    void pathsOfOurPatternOnly_data();
    void pathsOfOurPatternOnly();
    void writerRefusesForeignPathsAndDuplicates();
    void readerRefusesForeignNames_data();
    void readerRefusesForeignNames();
    void readerRefusesLinks();
    void readerRefusesDuplicates();
    void readerRefusesABomb();
    void readerRefusesTooManyEntriesAndTooMuchContent();
    void damagedContentIsFound();
    void garbageIsUnreadable_data();
    void garbageIsUnreadable();
};

void TestZipContainer::sameEntriesInAnyOrderGiveTheSameBytes()
{
    std::vector<ZipEntry> reversed = someEntries();
    std::reverse(reversed.begin(), reversed.end());
    const auto first = writeZip(someEntries());
    const auto second = writeZip(reversed);
    QVERIFY(first && second);
    QCOMPARE(*first, *second);
}

void TestZipContainer::bytesAreThoseOfTheFirstVersion()
{
    // Stored entries only: no zlib version can change this. Written into every archive since.
    const auto zip = writeZip({{u"masters/photo-1.jpg"_s, "abc"}, {u"form-1.pdf"_s, "def"}});
    QVERIFY(zip);
    QCOMPARE(zip->size(), 238);
    QCOMPARE(zip->first(4), QByteArray("PK\x03\x04", 4));
    QCOMPARE(zip->mid(10, 4), QByteArray("\x00\x00\x21\x00", 4)); // 1980-01-01 00:00
}

void TestZipContainer::whatIsWrittenIsReadBack()
{
    const auto zip = writeZip(someEntries());
    QVERIFY(zip);
    const auto back = readZip(*zip);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().detail));
    QCOMPARE(back->size(), someEntries().size());
    for (const ZipEntry& entry : someEntries())
        QVERIFY(std::find(back->begin(), back->end(), entry) != back->end());
}

void TestZipContainer::manifestComesFirstThenByPath()
{
    const auto back = readZip(*writeZip(someEntries()));
    QVERIFY(back);
    QStringList paths;
    for (const ZipEntry& entry : *back)
        paths.append(entry.path);
    QCOMPARE(paths, (QStringList{u"manifest.json"_s, u"filing.json"_s, u"masters/photo-1.jpg"_s,
                                 u"renditions/photo-1.jpg"_s}));
}

void TestZipContainer::picturesAreStoredAndTextIsDeflated()
{
    const QByteArray content = QByteArray("The same words again. ").repeated(100);
    const auto picture = writeZip({{u"masters/photo-1.jpg"_s, content}});
    const auto text = writeZip({{u"checks.json"_s, content}});
    QVERIFY(picture && text);
    QVERIFY(picture->contains(content));
    QVERIFY(text->size() < content.size() / 5);
}

void TestZipContainer::pathsOfOurPatternOnly_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("permitted");
    for (const char* good : {"manifest.json", "filing.xml", "form-1.pdf", "masters/id-emblem-2.png",
                             "renditions/id-joined-1.jpg", "scans/form-9007199254740993-1.pdf"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char* bad : {"", "/manifest.json", "../manifest.json", "masters/../../photo-1.jpg",
                            "manifest.json\n", "masters\\photo-1.jpg", "C:manifest.json",
                            "masters/photo-0.jpg", "masters/photo-01.jpg", "masters/photo-1.exe",
                            "masters/photo-1.jpg/", "MANIFEST.JSON", "form-.pdf", "scans/x.jpg"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void TestZipContainer::pathsOfOurPatternOnly()
{
    QFETCH(QString, path);
    QFETCH(bool, permitted);
    QCOMPARE(isDossierPath(path), permitted);
}

void TestZipContainer::writerRefusesForeignPathsAndDuplicates()
{
    QCOMPARE(writeZip({{u"../a"_s, {}}}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(writeZip({{u"form-1.pdf"_s, "a"}, {u"form-1.pdf"_s, "b"}}).error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(writeZip({{u"form-1.pdf"_s, "abcdef"}}, {.totalBytes = 5}).error().code,
             ErrorCode::TooLarge);
}

void TestZipContainer::readerRefusesForeignNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"../../etc/passwd", "/etc/passwd", "C:\\x.txt", "masters/", "a.txt"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestZipContainer::readerRefusesForeignNames()
{
    QFETCH(QString, name);
    const auto read = readZip(foreignZip({{u"manifest.json"_s, "{}"}, {name, "x"}}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Unreadable);
}

void TestZipContainer::readerRefusesLinks()
{
    const quint32 link = 0120777U << 16U;
    const auto read = readZip(foreignZip({{u"form-1.pdf"_s, "/etc/passwd", link}}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Unreadable);
}

void TestZipContainer::readerRefusesDuplicates()
{
    const auto read = readZip(foreignZip({{u"form-1.pdf"_s, "a"}, {u"form-1.pdf"_s, "b"}}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Unreadable);
}

void TestZipContainer::readerRefusesABomb()
{
    const auto read = readZip(foreignZip({{u"checks.json"_s, QByteArray(20 * 1024 * 1024, ' ')}}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::TooLarge);
}

void TestZipContainer::readerRefusesTooManyEntriesAndTooMuchContent()
{
    std::vector<ForeignEntry> many;
    for (int i = 1; i <= 501; ++i)
        many.push_back({u"form-%1.pdf"_s.arg(i), "x"});
    QCOMPARE(readZip(foreignZip(many)).error().code, ErrorCode::TooLarge);
    many.pop_back();
    QVERIFY(readZip(foreignZip(many)));
    QCOMPARE(readZip(*writeZip(someEntries()), {.totalBytes = 1000}).error().code,
             ErrorCode::TooLarge);
}

void TestZipContainer::damagedContentIsFound()
{
    QByteArray zip = *writeZip({{u"masters/photo-1.jpg"_s, QByteArray(1000, 'a')}});
    zip[500] = 'b';
    const auto read = readZip(zip);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Corrupt);
}

void TestZipContainer::garbageIsUnreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("not a ZIP at all");
    QTest::newRow("only a signature") << QByteArray("PK\x03\x04");
    QTest::newRow("cut in half") << writeZip(someEntries())->first(200);
    QTest::newRow("huge directory claim")
        << QByteArray("PK\x05\x06\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\0\0", 22);
}

void TestZipContainer::garbageIsUnreadable()
{
    QFETCH(QByteArray, bytes);
    const auto read = readZip(bytes);
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::Unreadable || read.error().code == ErrorCode::TooLarge);
}

QTEST_GUILESS_MAIN(TestZipContainer)
#include "tst_zip_container.moc"
