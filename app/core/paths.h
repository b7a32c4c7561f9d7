// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>

namespace handshake {

/// Knows, alone in the program, where files lie that are not the counter's own: the shipped `data/`
/// and `resources/` (build tree, /usr/share, beside the .exe) and the detectors of opencv-data.
class Paths final
{
public:
    /// Looks for the shipped files from `programFolder` on; `HANDSHAKE_DATA_ROOT` in the
    /// environment goes first (tests). Configuration when they are nowhere.
    static Result<Paths> find(const QString& programFolder);

    /// A file or folder under data/: "rules/provinces.json".
    [[nodiscard]] QString data(const QString& relative) const;
    /// Folder with OpenCV's cascade files ("haarcascades", "lbpcascades" inside); empty if absent.
    [[nodiscard]] static QString cascades();
    /// Where a counter's store lies when nobody names a folder.
    [[nodiscard]] static QString defaultStore();
    /// Folder of the sample server (tests/intake), empty when it is not installed.
    [[nodiscard]] QString intakeServer() const;
    /// Folder with the compiled translations, empty when there is none.
    [[nodiscard]] QString translations() const;

private:
    explicit Paths(QString root, QString programFolder);

    QString m_root;
    QString m_programFolder;
};

} // namespace handshake
