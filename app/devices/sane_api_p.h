// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/scanner.h"

#include <sane/sane.h>

#include <optional>

namespace handshake {

/// SANE's functions, loaded when a helper needs them: the program starts without its libraries and
/// runs where they are not installed.
struct SaneApi {
    decltype(&sane_init) init = nullptr;
    decltype(&sane_exit) exit = nullptr;
    decltype(&sane_get_devices) getDevices = nullptr;
    decltype(&sane_open) open = nullptr;
    decltype(&sane_close) close = nullptr;
    decltype(&sane_get_option_descriptor) getOption = nullptr;
    decltype(&sane_control_option) controlOption = nullptr;
    decltype(&sane_get_parameters) getParameters = nullptr;
    decltype(&sane_start) start = nullptr;
    decltype(&sane_read) read = nullptr;
    decltype(&sane_cancel) cancel = nullptr;

    /// Loads the library and begins with it; nothing where it is not installed or refuses.
    [[nodiscard]] static std::optional<SaneApi> load();
};

/// What a status other than GOOD means for whoever scans.
[[nodiscard]] ScanFault faultOf(SANE_Status status);

} // namespace handshake
