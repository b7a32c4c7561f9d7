// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace handshake {

/// Every setting of the program, with its built-in value. Read once by SettingsStore, passed by
/// const reference. A member `x` of group `y` is the setting "y/x".
struct Settings {
    /// The provider's server.
    struct Delivery {
        QUrl serverUrl{};
        QString receiptKeyFile{};    ///< the server's public key
        QString caFile{};            ///< PEM; empty: the system's
        QString clientCertificate{}; ///< PEM with key; empty: none
        QString tokenFile{};         ///< file holding a bearer token; empty: none
    } delivery{};

    struct Counter {
        QString id{};
        QString provider{};       ///< full legal name, printed on the form
        qint64 reportingUnit = 0; ///< our id with the authority (Qqdwid); 0: not set
    } counter{};

    struct Policy {
        bool reviewerIsNotCapturer = false; ///< off for a one-person counter
    } policy{};

    struct Capture {
        QString cameraId{};
        QString documentCameraId{};
        QString backdropFolder{};
        QString faceModelFile{};  ///< YuNet, ONNX; empty: the built-in detectors alone
        QString thresholdsFile{}; ///< own figures over data/vision/thresholds.json; empty: none
    } capture{};

    /// Papers from a scanner: the system's, and files that one saves by itself.
    struct Scanner {
        QString device{};          ///< as the system names it; empty: the first one found
        int resolution = 300;      ///< dpi
        bool isGrey = false;       ///< colour otherwise; the authority wants colour
        bool isFeeder = false;     ///< the glass otherwise
        bool withNetwork = false;  ///< look for scanners in the network too; takes seconds
        QString options{};         ///< further options of its driver: "name=value; name=value"
        QString watchedFolder{};   ///< where a scanner saves its files; empty: none
        bool removesTaken = false; ///< delete a file there once it lies in the store
    } scanner{};

    /// The reader of identity-card chips.
    struct ChipReader {
        QString library{}; ///< the vendor's file, absolute; empty: no reader
        int port = 0;      ///< SDT: USB 1001 to 1016, COM 1 to 16; 0: looked for at USB
    } chipReader{};

    struct Appearance {
        QString language{}; ///< "zh_CN", "en"; empty: the system's
        QString theme{};    ///< "light", "dark"; empty: the system's
    } appearance{};
};

} // namespace handshake
