// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vision/backdrop_data_p.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace handshake {

/// A profile folder: profile.json names every other file with its SHA-256, so that a folder is
/// either whole or refused. Format "handshake-backdrop/1".

/// Writes `data` (its id is ignored) into `folder`; returns the id. Each file is written whole or
/// not at all, profile.json last.
[[nodiscard]] Result<QString> writeProfile(const BackdropData& data, const QString& folder);

[[nodiscard]] Result<std::shared_ptr<const BackdropData>> readProfile(const QString& folder);

/// The members of `meta` (LearnRequest) taken over into `data`. InvalidInput names the wrong one.
[[nodiscard]] Result<void> applyMeta(const QJsonObject& meta, BackdropData& data);

/// Features as bytes: "HDBF1\n", count, then x y size angle (float) and 128 bytes each;
/// little-endian.
[[nodiscard]] QByteArray featuresToBytes(const LocalFeatures& features);
[[nodiscard]] Result<LocalFeatures> featuresFromBytes(const QByteArray& bytes, QSize image);

} // namespace handshake
