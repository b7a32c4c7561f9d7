// SPDX-License-Identifier: Apache-2.0
#include "app/core/async.h"

#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

#include <memory>
#include <stdexcept>

using namespace handshake;

class TestAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerArrivesInTheThreadOfTheContext()
    {
        QObject context;
        QThread* seen = nullptr;
        int value = 0;
        async::onFinished(async::run(m_pool, [] { return Result<int>(41); }), &context,
                          [&](const Result<int>& result) {
                              seen = QThread::currentThread();
                              value = *result;
                          });
        QTRY_COMPARE(value, 41);
        QCOMPARE(seen, QThread::currentThread());
    }

    void exceptionBecomesAnError()
    {
        QObject context;
        std::optional<ErrorCode> code;
        async::onFinished(
            async::run(m_pool, []() -> Result<int> { throw std::runtime_error("library"); }),
            &context, [&](const Result<int>& result) { code = result.error().code; });
        QTRY_VERIFY(code.has_value());
        QVERIFY(*code == ErrorCode::Internal);
    }

    void nothingIsCalledWhenTheContextIsGone()
    {
        QSemaphore gate;
        bool called = false;
        auto context = std::make_unique<QObject>();
        auto future = async::run(m_pool, [&gate] {
            gate.acquire();
            return Result<int>(1);
        });
        async::onFinished(future, context.get(), [&](const Result<int>&) { called = true; });
        context.reset();
        gate.release();
        m_pool.waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

private:
    QThreadPool m_pool;
};

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
