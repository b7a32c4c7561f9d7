// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QtGlobal>

#include <chrono>

/// What a decode worker may use. It takes these limits on itself, before the first foreign byte.
namespace handshake::worker_limits {

/// Memory on top of what the program itself has mapped when it begins: room for the file and the
/// largest permitted picture three times over (decoded at 16 bits counts twice, converted once).
inline constexpr qint64 kMemory = 1280LL * 1024 * 1024;
/// Processor time for one picture; 50 megapixels take about one second.
inline constexpr std::chrono::seconds kProcessorTime{15};

/// Closes every file but the standard streams. First thing in the worker: what the program had open
/// without care may be a database.
void closeInherited();

/// Memory, files, processes, no core dump, no dialog, binary standard streams. Internal when the
/// system refuses: then nothing may be decoded.
[[nodiscard]] Result<void> apply();

/// For a helper that runs the driver of a device, which needs files, and connections to its device,
/// for as long as that takes: memory, no core dump, an end with the program, and nothing else.
[[nodiscard]] Result<void> applyToDriver();

/// Another kProcessorTime from now on; called before each picture.
[[nodiscard]] Result<void> renewProcessorTime();

} // namespace handshake::worker_limits
