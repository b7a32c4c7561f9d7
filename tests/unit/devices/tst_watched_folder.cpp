// SPDX-License-Identifier: Apache-2.0
#include "app/devices/watched_folder.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWatchedFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void fileIsToldOnceItIsComplete()
    {
        WatchedFolder folder(config());
        QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
        QVERIFY(folder.start());
        write("scan.jpg", "SPECIMEN");
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.front().front().toString(), path("scan.jpg"));
        QTest::qWait(300);
        QCOMPARE(arrived.size(), 1);
    }

    void growingFileIsWaitedFor()
    {
        WatchedFolder folder(config(1s));
        QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
        QVERIFY(folder.start());
        QFile file(path("scan.png"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 24; ++i) { // 1.2 s of writing, never quiet for long
            file.write("SPECIMEN");
            file.flush();
            QTest::qWait(50);
            QVERIFY(arrived.isEmpty());
        }
        file.close();
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(QFileInfo(path("scan.png")).size(), 24 * 8);
    }

    void fileRenamedIntoPlaceIsTaken()
    {
        WatchedFolder folder(config());
        QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
        QVERIFY(folder.start());
        write("scan.pdf.part", "SPECIMEN");
        QTest::qWait(200);
        QVERIFY(arrived.isEmpty());
        QVERIFY(QFile::rename(path("scan.pdf.part"), path("scan.pdf")));
        QTRY_COMPARE(arrived.size(), 1);
    }

    void whatIsNoPaperIsLeftAlone_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {".scan.jpg", "scan.jpg.part", "scan.tmp", "scan.crdownload",
                                 "scan.jpg~", "notes.txt", "scan"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void whatIsNoPaperIsLeftAlone()
    {
        QFETCH(const QString, name);
        WatchedFolder folder(config());
        QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
        QVERIFY(folder.start());
        write(name.toLatin1().constData(), "SPECIMEN");
        write("last.jpg", "SPECIMEN"); // told, so the one before was passed over
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.front().front().toString(), path("last.jpg"));
    }

    void emptyFileLinkAndFolderAreLeftAlone()
    {
        WatchedFolder folder(config());
        QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
        QVERIFY(folder.start());
        QTemporaryDir elsewhere;
        QFile secret(elsewhere.filePath(u"secret.jpg"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("SPECIMEN") == 8);
        secret.close();
        write("empty.jpg", "");
        QVERIFY(QFile::link(secret.fileName(), path("link.jpg")));
        QVERIFY(QDir(m_dir->path()).mkdir(u"folder.jpg"_s));
        write("last.jpg", "SPECIMEN");
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.front().front().toString(), path("last.jpg"));
    }

    void whatLayThereBeforeIsNotTaken()
    {
        write("yesterday.jpg", "SPECIMEN");
        WatchedFolder folder(config());
        QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
        QVERIFY(folder.start());
        write("today.jpg", "SPECIMEN");
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.front().front().toString(), path("today.jpg"));
    }

    void fileThatIsReplacedIsANewOne()
    {
        WatchedFolder folder(config());
        QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
        QVERIFY(folder.start());
        write("scan.jpg", "SPECIMEN");
        QTRY_COMPARE(arrived.size(), 1);
        write("scan.jpg", "SPECIMEN, the next");
        QTRY_COMPARE(arrived.size(), 2);
    }

    void nothingIsDeletedUnlessTheSettingsSaySo()
    {
        for (const bool removes : {false, true}) {
            WatchedFolder::Config wanted = config();
            wanted.removesTaken = removes;
            WatchedFolder folder(wanted);
            QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
            QVERIFY(folder.start());
            const char* name = removes ? "second.jpg" : "first.jpg";
            write(name, "SPECIMEN");
            QTRY_COMPARE(arrived.size(), 1);
            QVERIFY(QFile::exists(path(name))); // telling deletes nothing
            QVERIFY(folder.take(path(name)));
            QCOMPARE(QFile::exists(path(name)), !removes);
        }
    }

    void replacedOrForeignFilesAreNeverDeleted()
    {
        write("before.jpg", "SPECIMEN");
        WatchedFolder::Config wanted = config();
        wanted.removesTaken = true;
        WatchedFolder folder(wanted);
        QSignalSpy arrived(&folder, &WatchedFolder::fileArrived);
        QVERIFY(folder.start());
        write("scan.jpg", "SPECIMEN");
        QTRY_COMPARE(arrived.size(), 1);
        write("scan.jpg", "SPECIMEN, the next"); // it comes before the first lies in the store
        QVERIFY(folder.take(path("scan.jpg")));
        QVERIFY(QFile::exists(path("scan.jpg")));
        QTemporaryDir elsewhere;
        QVERIFY(QFile::copy(path("scan.jpg"), elsewhere.filePath(u"scan.jpg"_s)));
        QVERIFY(folder.take(elsewhere.filePath(u"scan.jpg"_s)));
        QVERIFY(QFile::exists(elsewhere.filePath(u"scan.jpg"_s)));
    }

    void missingFolderIsSaid()
    {
        WatchedFolder::Config wanted = config();
        wanted.folder = m_dir->filePath(u"none"_s);
        WatchedFolder folder(wanted);
        const auto started = folder.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::NotFound);
    }

private:
    WatchedFolder::Config config(std::chrono::milliseconds settle = 60ms) const
    {
        return {m_dir->path(), settle, 100ms, false};
    }
    QString path(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestWatchedFolder)
#include "tst_watched_folder.moc"
