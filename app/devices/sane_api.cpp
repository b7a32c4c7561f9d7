// SPDX-License-Identifier: Apache-2.0
#include "app/devices/sane_api_p.h"

#include <QLibrary>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

template <typename Function>
bool resolve(QLibrary& library, const char* name, Function& function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

} // namespace

std::optional<SaneApi> SaneApi::load()
{
    QLibrary library(u"sane"_s, SANE_CURRENT_MAJOR);
    SaneApi api;
    const bool isWhole =
        resolve(library, "sane_init", api.init) && resolve(library, "sane_exit", api.exit) &&
        resolve(library, "sane_get_devices", api.getDevices) &&
        resolve(library, "sane_open", api.open) && resolve(library, "sane_close", api.close) &&
        resolve(library, "sane_get_option_descriptor", api.getOption) &&
        resolve(library, "sane_control_option", api.controlOption) &&
        resolve(library, "sane_get_parameters", api.getParameters) &&
        resolve(library, "sane_start", api.start) && resolve(library, "sane_read", api.read) &&
        resolve(library, "sane_cancel", api.cancel);
    SANE_Int version = 0;
    if (!isWhole || api.init(&version, nullptr) != SANE_STATUS_GOOD)
        return {};
    return api;
}

ScanFault faultOf(SANE_Status status)
{
    switch (status) {
    case SANE_STATUS_NO_DOCS:
        return ScanFault::FeederEmpty;
    case SANE_STATUS_JAMMED:
        return ScanFault::Jammed;
    case SANE_STATUS_COVER_OPEN:
        return ScanFault::CoverOpen;
    case SANE_STATUS_DEVICE_BUSY:
        return ScanFault::Busy;
    case SANE_STATUS_CANCELLED:
        return ScanFault::Cancelled;
    case SANE_STATUS_IO_ERROR:
        return ScanFault::Lost;
    case SANE_STATUS_ACCESS_DENIED:
        return ScanFault::Denied;
    case SANE_STATUS_UNSUPPORTED:
        return ScanFault::Unsupported;
    case SANE_STATUS_NO_MEM:
        return ScanFault::TooLarge;
    default:
        return ScanFault::Failed;
    }
}

} // namespace handshake
