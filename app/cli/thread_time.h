// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handshake {

/// Milliseconds of processor time the calling thread has used; differences say what a piece of
/// work costs on a machine that is busy with other things as well.
[[nodiscard]] double threadCpuMs();

} // namespace handshake
