// SPDX-License-Identifier: Apache-2.0
#include "app/archive/blob_store.h"
#include "app/core/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestBlobStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlobIsNamedAfterItsBytesAndComesBack()
    {
        const QTemporaryDir folder;
        Result<BlobStore> store = BlobStore::open(folder.path());
        QVERIFY(store);
        const SealedBytes sealed(QByteArray(1'000'000, 's'));
        const auto id = store->put(sealed);
        QVERIFY(id);
        QCOMPARE(id->text(), Sha256::of(sealed.bytes()).hex());
        QVERIFY(*store->read(*id) == sealed);
        QVERIFY(QFileInfo::exists(
            folder.filePath(u"blobs/"_s + id->text().first(2) + u'/' + id->text())));
        QVERIFY(QDir(folder.filePath(u"tmp"_s)).isEmpty());
    }

    void theSameBytesAreOneBlob()
    {
        const QTemporaryDir folder;
        Result<BlobStore> store = BlobStore::open(folder.path());
        const SealedBytes sealed("same");
        QVERIFY(*store->put(sealed) == *store->put(sealed));
        QCOMPARE(store->list()->size(), qsizetype{1});
    }

    void aCorruptBlobIsReplacedByItsOwnBytes()
    {
        const QTemporaryDir folder;
        Result<BlobStore> store = BlobStore::open(folder.path());
        const SealedBytes sealed("right");
        const BlobId id = *store->put(sealed);
        QFile file(folder.filePath(u"blobs/"_s + id.text().first(2) + u'/' + id.text()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("wrong");
        file.close();
        QCOMPARE(store->read(id).error().code, ErrorCode::Corrupt);
        QVERIFY(store->put(sealed));
        QVERIFY(*store->read(id) == sealed);
    }

    void whatIsNotThereIsNotFound()
    {
        const QTemporaryDir folder;
        Result<BlobStore> store = BlobStore::open(folder.path());
        const BlobId id = *BlobId::parse(QString(64, u'a'));
        QCOMPARE(store->read(id).error().code, ErrorCode::NotFound);
        QCOMPARE(store->removeOrphan(id).error().code, ErrorCode::Storage);
    }

    void unfinishedFilesOfAnEarlierRunAreSwept()
    {
        const QTemporaryDir folder;
        QVERIFY(BlobStore::open(folder.path()));
        QFile file(folder.filePath(u"tmp/0123"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(BlobStore::open(folder.path()));
        QVERIFY(!file.exists());
    }

    void foreignFilesArePassedOver()
    {
        const QTemporaryDir folder;
        Result<BlobStore> store = BlobStore::open(folder.path());
        QVERIFY(store->put(SealedBytes("x")));
        QVERIFY(QDir(folder.path()).mkpath(u"blobs/zz"_s));
        QFile file(folder.filePath(u"blobs/zz/desktop.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(store->list()->size(), qsizetype{1});
    }

    void aFailureIsToldAndLeavesNothingUnfinished()
    {
        const QTemporaryDir folder;
        Result<BlobStore> store = BlobStore::open(folder.path());
        const SealedBytes sealed("kept by the caller");
        const QString prefix = Sha256::of(sealed.bytes()).hex().first(2);
        // A file where the sub-folder should be: every attempt fails.
        QFile obstacle(folder.filePath(u"blobs/"_s + prefix));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        obstacle.close();
        const auto failed = store->put(sealed);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Storage);
        QVERIFY(QDir(folder.filePath(u"tmp"_s)).isEmpty());
        QVERIFY(obstacle.remove());
        QVERIFY(store->put(sealed));
    }
};

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blob_store.moc"
