// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/demo/desk_scene.h"
#include "app/demo/photo_scene.h"
#include "app/filing/filing.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace handshake {

/// What a script says must be open at the end: a key with * for any run of characters, and as what.
struct ExpectedFinding {
    QString key;    ///< "photo@*/light", "cross/*validTo*", "photo@*" for a missing step
    QString result; ///< "fail", "warn" or "unknown"
};

/// One way a session at the counter may go, as data (data/demo/scripts): what is wrong with what is
/// shown to the cameras, and what the program must make of it.
class DemoScript final
{
public:
    /// Configuration, naming file and member, when it is not of the form below or names a fault
    /// that cannot be drawn.
    static Result<DemoScript> load(const QString& file);

    QString name;    ///< the file's name without its ending
    QString english; ///< what happens, for the list of scripts
    QString chinese;
    QString order = QStringLiteral("order-unit.json"); ///< below data/demo

    /// The scene with what is wrong in it; `paper` is the role of a paper, "id-portrait".
    [[nodiscard]] SceneDesign photo(SceneDesign scene) const;
    [[nodiscard]] DeskScene desk(DeskScene scene, const QString& paper) const;
    /// The person as the card shows it, which may be another than the filing says.
    [[nodiscard]] Person card(Person person) const;

    QString unplugAt;            ///< role whose capture finds the plug pulled; empty: none
    bool isServerClosed = false; ///< nobody listens at the provider's address

    bool mayGoHome = true;
    QString state = QStringLiteral("approved"); ///< the session's, at the end
    std::vector<ExpectedFinding> findings;
    QString error; ///< code of the error that must be met, "device-lost"; empty: none

private:
    QJsonObject m_photo;
    std::map<QString, QJsonObject> m_desks;
    QJsonObject m_card;
};

/// Names of the scripts in `folder`, sorted.
[[nodiscard]] QStringList demoScriptNames(const QString& folder);

} // namespace handshake
