// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/serial_executor.h"
#include "app/workflow/live_watch.h"

#include <functional>
#include <memory>

namespace handshake {

class BackdropProfile;
class LiveGuide;
class PhotoChecker;
class SheetFinder;

/// What looks at live frames: made on the watch's thread, used there only.
struct LiveDetectors {
    std::unique_ptr<LiveGuide> guide;
    std::unique_ptr<PhotoChecker> checker;
    std::unique_ptr<BackdropProfile> backdrop; ///< null: no profile chosen
    std::unique_ptr<SheetFinder> sheets;
    LiveDetectors();
    LiveDetectors(LiveDetectors&&) noexcept;
    LiveDetectors& operator=(LiveDetectors&&) noexcept;
    ~LiveDetectors();
};

/// Looks at frames on a thread of its own: the fast lamps in every frame, the full check of the
/// photo a few times a second, the paper's outline and stillness.
class ExecutorLiveWatch final : public LiveWatch
{
public:
    /// `executor` outlives this object and serves nobody else. `make` is called once, on its
    /// thread.
    ExecutorLiveWatch(SerialExecutor& executor, std::function<Result<LiveDetectors>()> make);
    ~ExecutorLiveWatch() override;

    QFuture<Result<LiveView>> look(const QImage& frame, EvidenceRole role) override;

private:
    struct Worker;

    SerialExecutor& m_executor;
    std::shared_ptr<Worker> m_worker; ///< touched by jobs only
};

} // namespace handshake
