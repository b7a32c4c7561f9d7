// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/finding.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace handshake {

/// Collects the findings of one pre-flight.
class PreflightNotes final
{
public:
    void error(const QString& code, const QString& field, const QString& key,
               const QStringList& arguments = {});
    void warning(const QString& code, const QString& field, const QString& key,
                 const QStringList& arguments = {});
    void info(const QString& code, const QString& field, const QString& key,
              const QStringList& arguments = {});
    /// `finding` with its field filled in.
    void add(Finding finding, const QString& field);

    /// F:missing when `text` is blank; true then.
    bool isMissing(const QString& text, const QString& field);
    /// 5008 when `text` holds a control character or one outside GBK.
    void checkCharacters(const QString& text, const QString& field);

    [[nodiscard]] bool hasErrorAt(const QString& field) const;
    [[nodiscard]] const std::vector<Finding>& all() const noexcept { return m_findings; }

private:
    std::vector<Finding> m_findings;
};

/// "websites[2]"
[[nodiscard]] QString indexed(const QString& list, std::size_t index);

} // namespace handshake
