// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/finding.h"
#include "app/session/cross_check.h"
#include "app/session/session_types.h"

#include <QString>

#include <optional>
#include <vector>

namespace handshake {

/// Something still open in a session.
struct OpenItem {
    QString
        key{}; ///< "photo@site:1/sharp", "cross/subject.name", "filing/1041@websites[0].homeUrl"
    QString advice{}; ///< key into app/workflow/error_text
    QStringList adviceArguments{};
    CheckResult result = CheckResult::Unknown;
    bool blocks = false;
    std::optional<Role> overridableBy{}; ///< nobody when absent

    friend bool operator==(const OpenItem&, const OpenItem&) = default;
};

/// May the applicant go home (可以离开)? Yes when nothing that blocks is open. The signed form is
/// listed but does not block: it is printed only then, and has its own state.
struct Verdict {
    bool mayGoHome = false;
    std::vector<OpenItem> open;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// What blocks, what warns, and who may take responsibility: a table, data/rules/verdict.json.
class VerdictRules final
{
public:
    /// From which result on an item blocks. `Never`: it only warns.
    enum class Threshold : std::uint8_t { Never, Fail, Warn, Unknown };

    struct Row {
        QString pattern; ///< a key, with * for any run of characters
        Threshold blocksOn = Threshold::Fail;
        std::optional<Role> overridableBy; ///< takes responsibility for any result
        /// Confirms by eye what was not read or was read with doubt (anything short of a failure);
        /// `overridableBy` where the table does not say.
        std::optional<Role> confirmableBy;

        /// Who may take responsibility for this result; nobody when absent.
        [[nodiscard]] std::optional<Role> responsibleFor(CheckResult result) const;
    };

    /// Configuration when the file is missing or not of this form.
    static Result<VerdictRules> load(const QString& file);

    /// The first row whose pattern matches.
    [[nodiscard]] Row rowFor(const QString& key) const;

private:
    std::vector<Row> m_rows;
};

/// Whether somebody of `role` may do what `needed` may. A reviewer may what an operator may.
[[nodiscard]] bool mayDecide(Role role, const std::optional<Role>& needed);

/// Judges a session: missing steps, failed checks, cross-checks, pre-flight findings, less what was
/// overridden by somebody who may.
[[nodiscard]] Verdict verdictOf(const Session& session, const VerdictRules& rules,
                                const std::vector<CrossCheck>& crossChecks,
                                const std::vector<Finding>& findings);

/// The state that follows from evidence and verdict, for a session that is not frozen.
[[nodiscard]] SessionState stateFollowing(const Session& session, const Verdict& verdict);

} // namespace handshake
