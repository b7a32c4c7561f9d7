// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/camera_directory.h"
#include "app/workflow/live_watch.h"

#include <QPointer>
#include <QPromise>

namespace handshake::test {

/// A camera that shows what the test says.
class FakeCamera final : public Camera
{
public:
    FakeCamera()
        : Camera(QStringLiteral("Specimen camera"))
    {
    }

    void start() override { changeState(State::Running); }
    void stop() override { changeState(State::Off); }
    [[nodiscard]] DeviceKind kind() const override { return DeviceKind::Simulated; }

    void showFrame(const QImage& image = grey())
    {
        CameraFrame frame;
        frame.image = image;
        frame.number = ++m_number;
        frame.monotonic = std::chrono::milliseconds(200) * static_cast<int>(m_number);
        Q_EMIT frameArrived(frame);
    }
    /// As many frames as a burst has.
    void showBurst()
    {
        for (int i = 0; i < 5; ++i)
            showFrame();
    }
    void vanish() { lose({ErrorCode::DeviceLost, QStringLiteral("unplugged")}); }

    [[nodiscard]] static QImage grey()
    {
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(QColor(0x50, 0x60, 0x74));
        return image;
    }

private:
    quint64 m_number = 0;
};

class FakeCameraDirectory final : public CameraDirectory
{
public:
    bool plugged = true;
    QPointer<FakeCamera> camera; ///< the one opened last, as long as it lives
    int opened = 0;

    [[nodiscard]] std::vector<CameraInfo> cameras() override
    {
        if (!plugged)
            return {};
        return {{QStringLiteral("cam1"), QStringLiteral("Specimen camera"), true}};
    }
    [[nodiscard]] std::unique_ptr<Camera> open(const QString&) override
    {
        if (!plugged)
            return nullptr;
        ++opened;
        auto made = std::make_unique<FakeCamera>();
        camera = made.get();
        return made;
    }
    void plug(bool in)
    {
        plugged = in;
        Q_EMIT changed();
    }
};

/// Sees what the test says it sees; `hold` keeps the answers back.
class FakeLiveWatch final : public LiveWatch
{
public:
    LiveView view;
    bool hold = false;
    int looks = 0;

    QFuture<Result<LiveView>> look(const QImage& frame, EvidenceRole) override
    {
        ++looks;
        LiveView seen = view;
        seen.frameSize = frame.size();
        QPromise<Result<LiveView>> promise;
        promise.start();
        QFuture<Result<LiveView>> future = promise.future();
        if (hold) {
            m_held.push_back(std::move(promise));
        } else {
            promise.addResult(Result<LiveView>(seen));
            promise.finish();
        }
        return future;
    }
    void answer(std::size_t index)
    {
        m_held.at(index).addResult(Result<LiveView>(view));
        m_held.at(index).finish();
    }

private:
    std::vector<QPromise<Result<LiveView>>> m_held;
};

} // namespace handshake::test
