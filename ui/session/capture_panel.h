// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/session_presenter.h"

#include <QWidget>

class QLabel;

namespace handshake::ui {

class CameraView;
class KeyButton;
class LampList;

/// A step that takes a picture: the live picture with its lamps, or the picture taken with its
/// checks.
class CapturePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CapturePanel(SessionPresenter& presenter, QWidget* parent = nullptr);

    void focusPrimary();
    void toggleFigures();

private:
    void render(const SessionPageState& state);
    void renderLive(const SessionPageState& state);
    void renderPicture(const SessionPageState& state);
    void renderPrimary(const SessionPageState& state);
    void renderDevices(const SessionPageState& state);
    void renderCompleted(const SessionPageState& state);
    void renderPortrait(const SessionPageState& state);
    void showFrame(const QImage& frame);

    SessionPresenter& m_presenter;
    QLabel* m_instruction;
    CameraView* m_view;
    QLabel* m_lampTitle;
    LampList* m_lamps;
    QLabel* m_portrait;
    QLabel* m_advice;
    KeyButton* m_primary;
    KeyButton* m_retake;
    KeyButton* m_import;
    KeyButton* m_scan;
    KeyButton* m_chip;
    KeyButton* m_approve;
    QLabel* m_done;
};

} // namespace handshake::ui
