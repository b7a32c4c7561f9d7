// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/simulated_chip_reader.h"
#include "app/devices/simulated_scanner.h"
#include "app/workflow/delivery_presenter.h"
#include "app/workflow/order_shelf.h"
#include "app/workflow/session_presenter.h"
#include "app/workflow/today_presenter.h"
#include "support/fake_camera.h"
#include "support/fake_session_gateway.h"
#include "support/fixed_clock.h"

namespace handshake::test {

class FakePrinter final : public FormPrinter
{
public:
    QString name = QStringLiteral("Specimen printer");
    int printed = 0;
    QStringList saved;

    [[nodiscard]] QString printerName() const override { return name; }
    Result<void> print(const QByteArray&, const QString&) override
    {
        if (name.isEmpty())
            return Error{ErrorCode::Unavailable, QStringLiteral("none"), QStringLiteral("printer")};
        ++printed;
        return {};
    }
    Result<void> saveAs(const QByteArray&, const QString& path) override
    {
        saved << path;
        return {};
    }
};

/// Answers every question at once; an empty answer stands for "cancelled".
class FakePrompts final : public Prompts
{
public:
    QString file;
    QString reason;
    int asked = 0;

    void chooseOrderFile(QObject*, Answer handler) override { give(file, handler); }
    void choosePictureFile(QObject*, Answer handler) override { give(file, handler); }
    void chooseFormTarget(const QString&, QObject*, Answer handler) override
    {
        give(file, handler);
    }
    void askReason(const QString&, QObject*, Answer handler) override { give(reason, handler); }

private:
    void give(const QString& answer, const Answer& handler)
    {
        ++asked;
        if (!answer.isEmpty())
            handler(answer);
    }
};

class FakeOrderShelf final : public OrderShelf
{
public:
    std::vector<Filing> orders;
    std::optional<Error> unreadable;
    bool hold = false; ///< readings answer when told

    QFuture<Result<std::vector<Filing>>> waiting() override
    {
        return QtFuture::makeReadyFuture(Result<std::vector<Filing>>(orders));
    }
    QFuture<Result<Filing>> read(const QString&) override
    {
        QPromise<Result<Filing>> promise;
        promise.start();
        QFuture<Result<Filing>> future = promise.future();
        m_held.push_back(std::move(promise));
        if (!hold)
            answer(m_held.size() - 1);
        return future;
    }
    /// Answers a reading that `hold` kept back.
    void answer(std::size_t index)
    {
        m_held.at(index).addResult(unreadable ? Result<Filing>(*unreadable)
                                              : Result<Filing>(specimenFiling()));
        m_held.at(index).finish();
    }

private:
    std::vector<QPromise<Result<Filing>>> m_held;
};

class FakeDeliveryGateway final : public DeliveryGateway
{
public:
    std::vector<TransferRow> all;
    bool running = false;
    int startedAll = 0;
    std::vector<DossierId> started;

    QFuture<Result<std::vector<TransferRow>>> rows() override
    {
        return QtFuture::makeReadyFuture(Result<std::vector<TransferRow>>(all));
    }
    void startAll() override
    {
        ++startedAll;
        running = true;
    }
    void start(const std::vector<DossierId>& dossiers) override { started = dossiers; }
    void cancel() override { finish({.cancelled = true}); }
    [[nodiscard]] bool isRunning() const override { return running; }

    void finish(const DeliverySummary& summary)
    {
        running = false;
        Q_EMIT finished(summary);
    }
    [[nodiscard]] static TransferRow row(int number, TransferState state)
    {
        const QByteArray name = QByteArray::number(number);
        TransferRow row{.dossier = *DossierId::parse(Sha256::of(name).hex()),
                        .session = *SessionId::parse(QStringLiteral("S%1").arg(number))};
        row.subjectName = QStringLiteral("杭州样本网络科技有限公司");
        row.orderId = QStringLiteral("D-2026-00000%1").arg(number);
        row.bytes = 680'000;
        row.state = state;
        return row;
    }
};

/// Everything a window needs, without engines. Members in order of life.
struct FakeDesk {
    enum class Devices : std::uint8_t { CameraOnly, All };

    explicit FakeDesk(SessionPresenter::Config config = {*OperatorId::parse(u"op1")},
                      Devices devices = Devices::CameraOnly)
        : live(cameras, watch, {})
        , session({sessions, live, printer, prompts, clock,
                   devices == Devices::All ? &scanner : nullptr,
                   devices == Devices::All ? &chips : nullptr},
                  std::move(config))
        , today(sessions, orders, prompts)
        , delivery(transfers)
    {
    }

    FixedClock clock;
    QThreadPool pool;
    SimulatedScanner scanner{QStringLiteral("Simulated"),
                             pool,
                             clock,
                             {std::chrono::milliseconds(1), std::chrono::seconds(5)}};
    SimulatedChipReader chips;
    FakeSessionGateway sessions;
    FakeCameraDirectory cameras;
    FakeLiveWatch watch;
    FakePrinter printer;
    FakePrompts prompts;
    FakeOrderShelf orders;
    FakeDeliveryGateway transfers;
    LiveCamera live;
    SessionPresenter session;
    TodayPresenter today;
    DeliveryPresenter delivery;
};

} // namespace handshake::test
