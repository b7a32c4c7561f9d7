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

/// What looks at live frames: made on the watch's thread. Checker and backdrop are used on the
/// second one, by one job at a time.
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

/// Looks at frames on a thread of its own: the fast lamps in every frame, the paper's outline and
/// stillness. On a second one, never waited for, the full check of the photo over and over, of the
/// newest frame each time; its lamps follow when it is done.
class ExecutorLiveWatch final : public LiveWatch
{
public:
    /// The executors outlive this object and serve nobody else. `make` is called once, on the
    /// thread of `tracking`.
    ExecutorLiveWatch(SerialExecutor& tracking, SerialExecutor& verifying,
                      std::function<Result<LiveDetectors>()> make);
    ~ExecutorLiveWatch() override;

    QFuture<Result<LiveView>> look(const QImage& frame, EvidenceRole role) override;

private:
    struct Worker;
    struct Verifier;

    SerialExecutor& m_tracking;
    std::shared_ptr<Worker> m_worker; ///< touched by jobs only
};

} // namespace handshake
