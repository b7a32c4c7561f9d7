// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/key_registry.h"

#include <QCoreApplication>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

struct KeyWords {
    Q_DECLARE_TR_FUNCTIONS(KeyWords)
};

std::vector<KeyBinding> makeBindings()
{
    using A = KeyAction;
    using S = KeyScope;
    const auto keys = [](std::initializer_list<const char*> texts) {
        QList<QKeySequence> sequences;
        for (const char* text : texts)
            sequences.append(QKeySequence::fromString(QLatin1StringView(text)));
        return sequences;
    };
    // Never Ctrl+Space, Shift+Space, Ctrl+. : they belong to input methods.
    return {
        {A::ShowKeys, S::Everywhere, keys({"F1"})},
        {A::NewSession, S::Everywhere, keys({"F2"})},
        {A::Today, S::Everywhere, keys({"F4"})},
        {A::NextPane, S::Everywhere, keys({"F6"})},
        {A::Upload, S::Everywhere, keys({"Ctrl+U"})},
        {A::Back, S::Everywhere, keys({"Esc"})},
        {A::FullScreen, S::Everywhere, keys({"F11"})},
        {A::OpenCard, S::Today, keys({"Return", "Enter"})},
        {A::OpenOrder, S::Today, keys({"Ctrl+O"})},
        {A::Primary, S::Session, keys({"Space", "F9"})},
        {A::Retake, S::Session, keys({"R"})},
        {A::ImportPicture, S::Session, keys({"Ctrl+I"})},
        {A::Scan, S::Session, keys({"F5"})},
        {A::ReadChip, S::Session, keys({"F7"})},
        {A::PreviousStep, S::Session, keys({"Alt+Left"})},
        {A::NextStep, S::Session, keys({"Alt+Right"})},
        {A::Step1, S::Session, keys({"Alt+1"})},
        {A::Step2, S::Session, keys({"Alt+2"})},
        {A::Step3, S::Session, keys({"Alt+3"})},
        {A::Step4, S::Session, keys({"Alt+4"})},
        {A::Step5, S::Session, keys({"Alt+5"})},
        {A::Step6, S::Session, keys({"Alt+6"})},
        {A::Step7, S::Session, keys({"Alt+7"})},
        {A::Step8, S::Session, keys({"Alt+8"})},
        {A::Step9, S::Session, keys({"Alt+9"})},
        {A::Print, S::Session, keys({"Ctrl+P"})},
        {A::SaveForm, S::Session, keys({"Ctrl+S"})},
        {A::Responsibility, S::Session, keys({"Ctrl+R"})},
        {A::Approve, S::Session, keys({"Ctrl+Return", "Ctrl+Enter"})},
        {A::Figures, S::Session, keys({"F12"})},
        {A::SendAll, S::Delivery, keys({"Ctrl+Return", "Ctrl+Enter"})},
        {A::TryAgain, S::Delivery, keys({"Ctrl+T"})},
        {A::StopSending, S::Delivery, keys({"Ctrl+K"})},
    };
}

} // namespace

const std::vector<KeyBinding>& keyBindings()
{
    static const std::vector<KeyBinding> kBindings = makeBindings();
    return kBindings;
}

const KeyBinding& keyBinding(KeyAction action)
{
    const auto& all = keyBindings();
    const auto found = std::find_if(all.begin(), all.end(), [action](const KeyBinding& binding) {
        return binding.action == action;
    });
    Q_ASSERT(found != all.end());
    return *found;
}

QString keyText(KeyAction action)
{
    const QKeySequence& first = keyBinding(action).keys.front();
    if (first == QKeySequence(Qt::Key_Space))
        return KeyWords::tr("Space", "the key");
    if (first == QKeySequence(Qt::Key_Return))
        return KeyWords::tr("Enter", "the key");
    return first.toString(QKeySequence::PortableText).replace(u"Return"_s, u"Enter"_s);
}

QString keyLabel(KeyAction action)
{
    switch (action) {
    case KeyAction::ShowKeys:
        return KeyWords::tr("Show the keys of this screen");
    case KeyAction::Today:
        return KeyWords::tr("Today");
    case KeyAction::NewSession:
        return KeyWords::tr("Start the next session");
    case KeyAction::OpenOrder:
        return KeyWords::tr("Open an order file");
    case KeyAction::Upload:
        return KeyWords::tr("Upload");
    case KeyAction::NextPane:
        return KeyWords::tr("Next part of the screen");
    case KeyAction::Back:
        return KeyWords::tr("One level up; nothing is lost");
    case KeyAction::FullScreen:
        return KeyWords::tr("Full screen");
    case KeyAction::Primary:
        return KeyWords::tr("The big button: agree, take the picture, go on");
    case KeyAction::Retake:
        return KeyWords::tr("Take the picture again");
    case KeyAction::ImportPicture:
        return KeyWords::tr("Take a picture file instead");
    case KeyAction::Scan:
        return KeyWords::tr("Scan the paper");
    case KeyAction::ReadChip:
        return KeyWords::tr("Read the card's chip");
    case KeyAction::PreviousStep:
        return KeyWords::tr("Previous step");
    case KeyAction::NextStep:
        return KeyWords::tr("Next step");
    case KeyAction::Print:
        return KeyWords::tr("Print the form");
    case KeyAction::SaveForm:
        return KeyWords::tr("Save the form as a PDF");
    case KeyAction::Responsibility:
        return KeyWords::tr("Take responsibility for the marked line");
    case KeyAction::Approve:
        return KeyWords::tr("Approve and put in the upload");
    case KeyAction::Figures:
        return KeyWords::tr("Figures behind the lamps");
    case KeyAction::SendAll:
        return KeyWords::tr("Send everything now");
    case KeyAction::TryAgain:
        return KeyWords::tr("Try the marked dossier again");
    case KeyAction::StopSending:
        return KeyWords::tr("Stop sending; goes on later where it stood");
    case KeyAction::OpenCard:
        return KeyWords::tr("Open the marked card");
    default:
        break; // the steps
    }
    const int step = static_cast<int>(action) - static_cast<int>(KeyAction::Step1) + 1;
    return KeyWords::tr("Step %1").arg(step);
}

QString keyScopeLabel(KeyScope scope)
{
    switch (scope) {
    case KeyScope::Everywhere:
        return KeyWords::tr("Everywhere");
    case KeyScope::Today:
        return KeyWords::tr("Today");
    case KeyScope::Session:
        return KeyWords::tr("In a session");
    case KeyScope::Delivery:
        return KeyWords::tr("Upload");
    }
    return {};
}

} // namespace handshake
