// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/marks.h"

#include <QWidget>

namespace handshake::ui {

/// The one light: may the applicant go home?
class VerdictLight final : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictLight(QWidget* parent = nullptr);

    void setState(Sign sign, const QString& words, const QString& detail);
    [[nodiscard]] const QString& words() const { return m_words; }
    [[nodiscard]] QSize sizeHint() const override { return {480, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Sign m_sign = Sign::Empty;
    QString m_words;
    QString m_detail;
};

} // namespace handshake::ui
