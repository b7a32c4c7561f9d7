// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QImage>
#include <QString>

#include <memory>

namespace handshake {

/// Reads a picture as a page, as the plain OCR program does: what our reading is held against.
/// Bound to the thread it was made in.
class WholePageOcr final
{
public:
    /// Configuration when the language data is missing.
    static Result<std::unique_ptr<WholePageOcr>> create();
    ~WholePageOcr();
    Q_DISABLE_COPY_MOVE(WholePageOcr)

    /// All text of the page; empty when there is none.
    [[nodiscard]] QString read(const QImage& picture);

private:
    struct Private;
    explicit WholePageOcr(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace handshake
