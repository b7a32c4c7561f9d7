// SPDX-License-Identifier: Apache-2.0
#include "app/archive/process_lock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestProcessLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneHoldsIt()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"store.lock"_s);
        {
            const auto first = ProcessLock::acquire(file);
            QVERIFY(first);
            QCOMPARE(ProcessLock::acquire(file).error().code, ErrorCode::Busy);
        }
        QVERIFY(QFileInfo::exists(file)); // a file left over keeps nobody out
        QVERIFY(ProcessLock::acquire(file));
    }

    void noFolderIsAnError()
    {
        QCOMPARE(ProcessLock::acquire(u"/nowhere/store.lock"_s).error().code, ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestProcessLock)
#include "tst_process_lock.moc"
