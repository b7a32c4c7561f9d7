// SPDX-License-Identifier: Apache-2.0
#include "app/session/cross_check.h"

#include "app/core/text.h"
#include "app/filing/social_credit_code.h"
#include "app/session/steps.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// From here on a differing reading is taken for a differing paper, not for a misreading.
constexpr double kSureReading = 0.9;

class Matrix
{
public:
    Matrix(const Session& session, const QDate& today, const CrossCheckRules& rules)
        : m_session(session)
        , m_today(today)
        , m_rules(rules)
    {
    }

    std::vector<CrossCheck> lines()
    {
        addLicence();
        for (const Step& step : stepsFor(m_session.filing)) {
            if (step.role == EvidenceRole::IdPortrait || step.role == EvidenceRole::IdEmblem)
                addPerson(step);
        }
        return std::move(m_lines);
    }

private:
    static const EvidenceField* fieldOf(const Evidence* item, const QString& key)
    {
        if (!item)
            return nullptr;
        const auto found = item->fields.find(key);
        return found == item->fields.end() ? nullptr : &found->second;
    }

    static QString chipText(const ChipWitness& chip, const QString& key)
    {
        const auto found = chip.fields.find(key);
        return found == chip.fields.end() ? QString() : found->second;
    }

    static bool isSame(const QString& a, const QString& b)
    {
        return foldForComparison(a).toUpper() == foldForComparison(b).toUpper();
    }

    CrossCheck& add(const QString& path, const QString& expected, const Evidence& item,
                    const EvidenceField* read)
    {
        CrossCheck line;
        line.id = u"cross/"_s + path;
        line.field = path;
        line.expected = expected;
        line.found = read ? read->text : QString();
        line.foundFrom = item.key();
        m_lines.push_back(line);
        return m_lines.back();
    }

    /// Texts as printed: identical after folding width and brackets, else doubtful or wrong.
    void compareText(const QString& path, const QString& expected, const Evidence& item,
                     const QString& key)
    {
        const EvidenceField* read = fieldOf(&item, key);
        CrossCheck& line = add(path, expected, item, read);
        if (!read) {
            line.advice = u"cross.unread"_s;
        } else if (foldForComparison(read->text) == foldForComparison(expected)) {
            line.result = CheckResult::Pass;
        } else {
            const bool sure = read->confidence >= kSureReading;
            line.result = sure ? CheckResult::Fail : CheckResult::Warn;
            line.advice = sure ? u"cross.differs"_s : u"cross.compare"_s;
        }
    }

    /// Numbers carry a check digit that the reading already passed: a difference is a difference.
    void compareNumber(const QString& path, const QString& expected, const Evidence& item,
                       const QString& key)
    {
        const EvidenceField* read = fieldOf(&item, key);
        CrossCheck& line = add(path, expected, item, read);
        if (!read) {
            line.advice = u"cross.unread"_s;
        } else if (foldForComparison(read->text).toUpper() ==
                   foldForComparison(expected).toUpper()) {
            line.result = CheckResult::Pass;
        } else {
            line.result = CheckResult::Fail;
            line.advice = u"cross.number-differs"_s;
        }
    }

    /// Whether the paper still holds, by the date printed on it.
    void addValidity(const QString& path, const Evidence& item, const EvidenceField* read)
    {
        CrossCheck& line = add(path, {}, item, read);
        if (read->text == u"long") {
            line.result = CheckResult::Pass;
            return;
        }
        const QDate until = QDate::fromString(read->text, Qt::ISODate);
        if (!until.isValid()) {
            line.advice = u"cross.unread"_s;
        } else if (until < m_today) {
            line.result = CheckResult::Fail;
            line.advice = u"cross.expired"_s;
        } else if (until < m_today.addDays(m_rules.validityMarginDays)) {
            line.result = CheckResult::Warn;
            line.advice = u"cross.expires-soon"_s;
        } else {
            line.result = CheckResult::Pass;
        }
    }

    void addLicence()
    {
        const Evidence* licence = m_session.find(EvidenceRole::Licence, Owner{});
        if (!licence || !licence->assessed)
            return;
        const Subject& subject = m_session.filing.subject;
        compareText(u"subject.name"_s, subject.name, *licence, u"name"_s);
        compareNumber(u"subject.certificate.number"_s, subject.certificate.number, *licence,
                      u"creditCode"_s);
        addQrWitness(*licence);
        if (!subject.certificate.address.isEmpty()) {
            compareText(u"subject.certificate.address"_s, subject.certificate.address, *licence,
                        u"address"_s);
            // Long addresses are where reading errs most and where the authority is lenient.
            m_lines.back().result = std::min(m_lines.back().result, CheckResult::Warn);
        }
        addRepresentative(*licence);
        if (const EvidenceField* term = fieldOf(licence, u"term"_s))
            addTerm(*licence, *term);
    }

    /// The QR's content is undocumented: it is a witness only when it holds a valid credit code.
    void addQrWitness(const Evidence& licence)
    {
        const EvidenceField* qr = fieldOf(&licence, u"qr"_s);
        if (!qr)
            return;
        static const QRegularExpression kCandidate(u"[0-9A-HJ-NPQRTUWXY]{18}"_s);
        auto matches = kCandidate.globalMatch(qr->text);
        while (matches.hasNext()) {
            const QString candidate = matches.next().captured();
            if (!SocialCreditCode::parse(candidate))
                continue;
            const QString& expected = m_session.filing.subject.certificate.number;
            const EvidenceField witness{candidate, 1.0};
            CrossCheck& line = add(u"subject.certificate.number/qr"_s, expected, licence, &witness);
            line.field = u"subject.certificate.number"_s;
            const bool same = candidate == foldForComparison(expected).toUpper();
            line.result = same ? CheckResult::Pass : CheckResult::Fail;
            line.advice = same ? QString() : u"cross.qr-differs"_s;
            return;
        }
    }

    void addRepresentative(const Evidence& licence)
    {
        const EvidenceField* read = fieldOf(&licence, u"representative"_s);
        const Person& person = m_session.filing.subject.person;
        // Two lines, because only where it is required an unread name may not be passed over.
        const QString id = m_rules.personMustBeRepresentative
                               ? u"subject.person.name/representative-required"_s
                               : u"subject.person.name/representative"_s;
        CrossCheck& line = add(id, person.name, licence, read);
        line.field = u"subject.person.name"_s;
        if (!read) {
            line.advice = u"cross.unread"_s;
        } else if (foldForComparison(read->text) == foldForComparison(person.name)) {
            line.result = CheckResult::Pass;
        } else if (m_rules.personMustBeRepresentative && read->confidence >= kSureReading) {
            line.result = CheckResult::Fail;
            line.advice = u"cross.representative-required"_s;
        } else {
            line.result = CheckResult::Warn;
            line.advice = u"cross.representative-differs"_s;
        }
    }

    /// A licence's term reads "2019-01-01 … 2039-01-01" or "long": its last date counts.
    void addTerm(const Evidence& licence, const EvidenceField& term)
    {
        static const QRegularExpression kDate(u"\\d{4}-\\d{2}-\\d{2}"_s);
        EvidenceField end = term;
        if (term.text.contains(u"long")) {
            end.text = u"long"_s;
        } else {
            auto matches = kDate.globalMatch(term.text);
            while (matches.hasNext())
                end.text = matches.next().captured();
        }
        addValidity(u"subject.certificate.validTo"_s, licence, &end);
    }

    /// A chip is signed and was read without a doubt, or it would not be here: where it differs,
    /// something is wrong with the card or with the order.
    void addChip(const Step& step, const Person& person)
    {
        const ChipWitness* chip = m_session.chipOf(step.owner);
        if (!chip || step.role != EvidenceRole::IdPortrait)
            return;
        const QString prefix = pathOfPerson(step.owner);
        compareChip(prefix + u"name"_s, person.name, *chip, u"name"_s);
        compareChip(prefix + u"certificate.number"_s, person.certificate.number, *chip,
                    u"number"_s);
        if (const QString filed = filedValidity(person); !filed.isEmpty())
            compareChip(prefix + u"certificate.validTo"_s, filed, *chip, u"validTo"_s);
    }

    void compareChip(const QString& path, const QString& expected, const ChipWitness& chip,
                     const QString& key)
    {
        CrossCheck line;
        line.id = u"cross/"_s + path + u"/chip"_s;
        line.field = path;
        line.expected = expected;
        line.found = chipText(chip, key);
        line.foundFrom = chip.key();
        const bool same = isSame(line.found, expected);
        line.result = same ? CheckResult::Pass : CheckResult::Fail;
        line.advice = same ? QString() : u"cross.chip-differs"_s;
        m_lines.push_back(line);
    }

    /// Where the print was not read, or with doubt, the chip of the same card knows. A print that
    /// was read surely and differs stays a failure, whatever the chip says.
    void settleByChip(const Owner& owner, const QString& key)
    {
        CrossCheck& line = m_lines.back();
        const ChipWitness* chip = m_session.chipOf(owner);
        if (!chip || line.result == CheckResult::Pass || line.result == CheckResult::Fail ||
            !isSame(chipText(*chip, key), line.expected))
            return;
        line.result = CheckResult::Pass;
        line.found = chipText(*chip, key);
        line.foundFrom = chip->key();
        line.advice.clear();
    }

    void addPerson(const Step& step)
    {
        const Person* person = personOf(m_session.filing, step.owner);
        if (person)
            addChip(step, *person);
        const Evidence* item = m_session.find(step.role, step.owner);
        if (!person || !item || !item->assessed)
            return;
        const QString prefix = pathOfPerson(step.owner);
        if (step.role == EvidenceRole::IdPortrait) {
            compareText(prefix + u"name"_s, person->name, *item, u"name"_s);
            settleByChip(step.owner, u"name"_s);
            compareNumber(prefix + u"certificate.number"_s, person->certificate.number, *item,
                          u"number"_s);
            settleByChip(step.owner, u"number"_s);
            return;
        }
        addCardValidity(step, *item);
    }

    /// An unread date is said once, under the field as filed; a card that was not read does not
    /// pass for one that holds.
    void addCardValidity(const Step& step, const Evidence& emblem)
    {
        const EvidenceField* until = fieldOf(&emblem, u"validTo"_s);
        if (until)
            addValidity(pathOfPerson(step.owner) + u"certificate.validTo/date"_s, emblem, until);
        QStringList compared;
        std::vector<Owner> owners{step.owner};
        owners.insert(owners.end(), step.alsoFor.begin(), step.alsoFor.end());
        for (const Owner& owner : owners) {
            const QString filed = filedValidity(*personOf(m_session.filing, owner));
            if (compared.contains(filed) || (until && filed.isEmpty()))
                continue;
            compared << filed;
            compareText(pathOfPerson(owner) + u"certificate.validTo"_s, filed, emblem,
                        u"validTo"_s);
            settleByChip(step.owner, u"validTo"_s);
        }
    }

    static QString filedValidity(const Person& person)
    {
        const ValidTo& validTo = person.certificate.validTo;
        if (validTo.isLong)
            return u"long"_s;
        return validTo.date ? validTo.date->toString(Qt::ISODate) : QString();
    }

    QString pathOfPerson(const Owner& owner) const
    {
        return owner.website ? u"websites[%1].person."_s.arg(websiteIndex(*owner.website))
                             : u"subject.person."_s;
    }

    qsizetype websiteIndex(const WebsiteId& id) const
    {
        const auto& sites = m_session.filing.websites;
        const auto found = std::find_if(sites.begin(), sites.end(),
                                        [&](const Website& site) { return site.id == id; });
        return found - sites.begin();
    }

    const Session& m_session;
    QDate m_today;
    CrossCheckRules m_rules;
    std::vector<CrossCheck> m_lines;
};

} // namespace

std::vector<CrossCheck> crossChecks(const Session& session, const QDate& today,
                                    const CrossCheckRules& rules)
{
    return Matrix(session, today, rules).lines();
}

} // namespace handshake
