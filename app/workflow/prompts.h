// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace handshake {

/// Questions to staff. A port; the answer comes later through the handler, in the window's thread,
/// and not at all when the question is cancelled or `context` is gone.
class Prompts
{
public:
    using Answer = std::function<void(const QString&)>;

    Prompts() = default;
    virtual ~Prompts() = default;
    Q_DISABLE_COPY_MOVE(Prompts)

    virtual void chooseOrderFile(QObject* context, Answer handler) = 0;
    virtual void choosePictureFile(QObject* context, Answer handler) = 0;
    virtual void chooseFormTarget(const QString& suggestedName, QObject* context,
                                  Answer handler) = 0;
    /// A reason in words, never empty: for taking responsibility for `about`.
    virtual void askReason(const QString& about, QObject* context, Answer handler) = 0;
};

} // namespace handshake
