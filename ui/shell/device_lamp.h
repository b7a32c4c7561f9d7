// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/marks.h"

#include <QWidget>

namespace handshake::ui {

/// A lamp of the header: sign and word on the dark ground.
class DeviceLamp final : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceLamp(const QString& name, QWidget* parent = nullptr);

    void setState(Sign sign, const QString& words);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    Sign m_sign = Sign::Empty;
};

} // namespace handshake::ui
