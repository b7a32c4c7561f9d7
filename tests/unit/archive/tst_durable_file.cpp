// SPDX-License-Identifier: Apache-2.0
#include "app/archive/durable_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestDurableFile : public QObject
{
    Q_OBJECT

private:
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be opened");
    }

private Q_SLOTS:
    void aNewFileHoldsItsBytesForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"样本.bin"_s);
        const QByteArray bytes(3'000'000, 'b');
        QVERIFY(durable::writeNewFile(path, bytes));
        QCOMPARE(contentOf(path), bytes);
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
    }

    void anExistingFileIsNotTouched()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        QVERIFY(durable::writeNewFile(path, "first"));
        QCOMPARE(durable::writeNewFile(path, "second").error().code, ErrorCode::Storage);
        QCOMPARE(contentOf(path), QByteArray("first"));
    }

    void noRoomIsToldAndNothingIsLeft()
    {
        if (!QFileInfo::exists(u"/dev/full"_s))
            QSKIP("no device that is always full");
        // Opened with O_EXCL a device is "there already"; a full disk is in tests/faults.
        QCOMPARE(durable::writeNewFile(u"/dev/full"_s, "x").error().code, ErrorCode::Storage);
    }

    void aPlainFileIsReadWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        const QByteArray bytes(300'000, 'b');
        QVERIFY(durable::writeNewFile(path, bytes));
        QCOMPARE(*durable::readPlainFile(path, bytes.size()), bytes);
        QCOMPARE(durable::readPlainFile(path, bytes.size() - 1).error().code, ErrorCode::TooLarge);
        QCOMPARE(durable::readPlainFile(path + u"x"_s, 1).error().code, ErrorCode::NotFound);
    }

    void linksFoldersAndDevicesAreNotRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        QVERIFY(durable::writeNewFile(path, "secret"));
        QCOMPARE(durable::readPlainFile(folder.path(), 100).error().code, ErrorCode::Denied);
        if (!QFileInfo::exists(u"/dev/zero"_s))
            QSKIP("no links and devices of this kind");
        QVERIFY(QFile::link(path, folder.filePath(u"link"_s)));
        QCOMPARE(durable::readPlainFile(folder.filePath(u"link"_s), 100).error().code,
                 ErrorCode::Denied);
        QCOMPARE(durable::readPlainFile(u"/dev/zero"_s, 100).error().code, ErrorCode::Denied);
    }

    void movingReplacesInOneStep()
    {
        const QTemporaryDir folder;
        QVERIFY(durable::writeNewFile(folder.filePath(u"a"_s), "new"));
        QVERIFY(durable::writeNewFile(folder.filePath(u"b"_s), "old"));
        QVERIFY(durable::moveIntoPlace(folder.filePath(u"a"_s), folder.filePath(u"b"_s)));
        QCOMPARE(contentOf(folder.filePath(u"b"_s)), QByteArray("new"));
        QVERIFY(!QFileInfo::exists(folder.filePath(u"a"_s)));
        const auto failed =
            durable::moveIntoPlace(folder.filePath(u"a"_s), folder.filePath(u"c"_s));
        QCOMPARE(failed.error().code, ErrorCode::Storage);
    }

    void foldersAreMadeWithTheirParents()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"one/two/three"_s);
        QVERIFY(durable::makeFolder(path));
        QVERIFY(QFileInfo(path).isDir());
        QVERIFY(durable::makeFolder(path));
        QVERIFY(durable::writeNewFile(path + u"/file"_s, "x"));
        QCOMPARE(durable::makeFolder(path + u"/file/four"_s).error().code, ErrorCode::Storage);
        QVERIFY(durable::syncFolder(path));
        QVERIFY(durable::syncFile(path + u"/file"_s));
        QCOMPARE(durable::syncFolder(path + u"/nowhere"_s).error().code, ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestDurableFile)
#include "tst_durable_file.moc"
