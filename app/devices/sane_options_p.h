// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/sane_api_p.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSizeF>

#include <optional>

namespace handshake {

/// The options of one open scanner. Every device names and limits them in its own way; what is
/// asked for becomes the nearest it can.
class SaneOptions final
{
public:
    /// `api` outlives this object.
    SaneOptions(const SaneApi& api, SANE_Handle device)
        : m_api(api)
        , m_device(device)
    {
    }

    /// Sets everything that `request` asks for. Unsupported when the device has no such source or
    /// none of the further options.
    [[nodiscard]] std::optional<ScanFault> apply(const ScanRequest& request);
    /// The resolution in force, across and along; 0 when the device does not say.
    [[nodiscard]] QSizeF dpi() const;

private:
    struct Option {
        SANE_Int index = 0;
        const SANE_Option_Descriptor* about = nullptr;
    };

    /// Active ones only.
    [[nodiscard]] std::optional<Option> find(QByteArrayView name) const;
    [[nodiscard]] std::optional<Option> findSettable(QByteArrayView name) const;
    [[nodiscard]] std::optional<ScanFault> chooseSource(ScanSource source) const;
    void chooseColour(ScanColour colour) const;
    void chooseResolution(int dpi) const;
    void chooseArea(const QSizeF& area) const;
    void setSide(QByteArrayView from, QByteArrayView to, double length, double dpi) const;
    [[nodiscard]] std::optional<ScanFault> setFurther(const QByteArray& name,
                                                      const QByteArray& value) const;
    [[nodiscard]] SANE_Status setText(const Option& option, const QByteArray& text) const;
    [[nodiscard]] SANE_Status setNumber(const Option& option, double number) const;
    [[nodiscard]] std::optional<double> number(QByteArrayView name) const;

    const SaneApi& m_api;
    SANE_Handle m_device;
};

} // namespace handshake
