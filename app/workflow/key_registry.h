// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <cstdint>
#include <vector>

namespace handshake {

/// What a key does. One registry feeds shortcuts, the keys shown on buttons, the F1 sheet and the
/// test for duplicates.
enum class KeyAction : std::uint8_t {
    ShowKeys,
    Today,
    NewSession,
    OpenOrder,
    Upload,
    NextPane,
    Back,
    FullScreen,
    Primary,
    Retake,
    ImportPicture,
    Scan,
    ReadChip,
    PreviousStep,
    NextStep,
    Step1,
    Step2,
    Step3,
    Step4,
    Step5,
    Step6,
    Step7,
    Step8,
    Step9,
    Print,
    SaveForm,
    Responsibility,
    Approve,
    Figures,
    SendAll,
    TryAgain,
    StopSending,
    OpenCard,
};

/// Where a key works. Keys of one screen must differ from each other and from those of everywhere.
enum class KeyScope : std::uint8_t { Everywhere, Today, Session, Delivery };

struct KeyBinding {
    KeyAction action = KeyAction::ShowKeys;
    KeyScope scope = KeyScope::Everywhere;
    QList<QKeySequence> keys{}; ///< the first is the one shown
};

/// Every key of the program, in the order of the F1 sheet.
[[nodiscard]] const std::vector<KeyBinding>& keyBindings();
[[nodiscard]] const KeyBinding& keyBinding(KeyAction action);
/// "Ctrl+P", as shown on buttons.
[[nodiscard]] QString keyText(KeyAction action);
/// "Print the form", translated.
[[nodiscard]] QString keyLabel(KeyAction action);
/// "In a session", translated.
[[nodiscard]] QString keyScopeLabel(KeyScope scope);

} // namespace handshake
