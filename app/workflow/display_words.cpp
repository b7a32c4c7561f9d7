// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/display_words.h"

#include <QCoreApplication>
#include <QHash>

namespace handshake::words {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct NamedText {
    const char* id;
    const char* english;
};

QString lookUp(const NamedText* rows, std::size_t count, const QString& id)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (id == QLatin1StringView(rows[i].id))
            return QCoreApplication::translate("Words", rows[i].english);
    }
    return id;
}

constexpr NamedText kChecks[] = {
    {"face", QT_TRANSLATE_NOOP("Words", "Face")},
    {"faces", QT_TRANSLATE_NOOP("Words", "One face")},
    {"centred", QT_TRANSLATE_NOOP("Words", "Centred")},
    {"upright", QT_TRANSLATE_NOOP("Words", "Upright")},
    {"frontal", QT_TRANSLATE_NOOP("Words", "Frontal")},
    {"sharp", QT_TRANSLATE_NOOP("Words", "Sharp")},
    {"light", QT_TRANSLATE_NOOP("Words", "Light")},
    {"backdrop", QT_TRANSLATE_NOOP("Words", "Backdrop")},
    {"edition", QT_TRANSLATE_NOOP("Words", "Edition of the backdrop")},
    {"text", QT_TRANSLATE_NOOP("Words", "Lettering")},
    {"mirrored", QT_TRANSLATE_NOOP("Words", "Not mirrored")},
    {"alone", QT_TRANSLATE_NOOP("Words", "Alone")},
    {"copy", QT_TRANSLATE_NOOP("Words", "Not a small copy")},
    {"screen", QT_TRANSLATE_NOOP("Words", "Not a screen")},
    {"replay", QT_TRANSLATE_NOOP("Words", "Not a recording")},
    {"reused", QT_TRANSLATE_NOOP("Words", "Taken for this session")},
    {"composite", QT_TRANSLATE_NOOP("Words", "Not composed")},
    {"coverage", QT_TRANSLATE_NOOP("Words", "Backdrop fills")},
    {"artworkVisible", QT_TRANSLATE_NOOP("Words", "Artwork in view")},
    {"head", QT_TRANSLATE_NOOP("Words", "Head inside")},
    {"size", QT_TRANSLATE_NOOP("Words", "Size")},
    {"clothes", QT_TRANSLATE_NOOP("Words", "Clothes")},
    {"sheet", QT_TRANSLATE_NOOP("Words", "Paper found")},
    {"kind", QT_TRANSLATE_NOOP("Words", "Right paper")},
    {"borders", QT_TRANSLATE_NOOP("Words", "All borders")},
    {"single", QT_TRANSLATE_NOOP("Words", "Only one such paper")},
    {"glare", QT_TRANSLATE_NOOP("Words", "No glare")},
    {"resolution", QT_TRANSLATE_NOOP("Words", "Resolution")},
    {"steady", QT_TRANSLATE_NOOP("Words", "Steady")},
    {"number-check", QT_TRANSLATE_NOOP("Words", "Check digit")},
    {"birth-check", QT_TRANSLATE_NOOP("Words", "Birth date")},
    {"sex-check", QT_TRANSLATE_NOOP("Words", "Sex")},
    {"validity", QT_TRANSLATE_NOOP("Words", "Validity")},
    {"credit-code-check", QT_TRANSLATE_NOOP("Words", "Credit code")},
    {"qr", QT_TRANSLATE_NOOP("Words", "QR code")},
    {"form-code", QT_TRANSLATE_NOOP("Words", "Code on the form")},
    {"assessed", QT_TRANSLATE_NOOP("Words", "Looked at")},
    {"assessment", QT_TRANSLATE_NOOP("Words", "Looked at")},
};

constexpr NamedText kFields[] = {
    {"name", QT_TRANSLATE_NOOP("Words", "Name")},
    {"certificate.number", QT_TRANSLATE_NOOP("Words", "Number of the certificate")},
    {"certificate.number/qr", QT_TRANSLATE_NOOP("Words", "Number in the QR code")},
    {"certificate.address", QT_TRANSLATE_NOOP("Words", "Address on the certificate")},
    {"certificate.validTo", QT_TRANSLATE_NOOP("Words", "Validity as filed")},
    {"certificate.validTo/date", QT_TRANSLATE_NOOP("Words", "Valid long enough")},
    {"person.name", QT_TRANSLATE_NOOP("Words", "Person responsible")},
    {"person.name/representative", QT_TRANSLATE_NOOP("Words", "Legal representative")},
    {"person.name/representative-required", QT_TRANSLATE_NOOP("Words", "Legal representative")},
    {"person.certificate.number/chip", QT_TRANSLATE_NOOP("Words", "ID number in the chip")},
    {"person.certificate.validTo/chip", QT_TRANSLATE_NOOP("Words", "Validity in the chip")},
    {"person.name/chip", QT_TRANSLATE_NOOP("Words", "Name in the chip")},
    {"person.certificate.number", QT_TRANSLATE_NOOP("Words", "ID number")},
    {"person.certificate.validTo", QT_TRANSLATE_NOOP("Words", "Validity of the ID as filed")},
    {"person.certificate.validTo/date", QT_TRANSLATE_NOOP("Words", "ID valid long enough")},
};

} // namespace

QString role(EvidenceRole role)
{
    switch (role) {
    case EvidenceRole::Photo:
        return Words::tr("Photo");
    case EvidenceRole::IdPortrait:
        return Words::tr("ID, portrait side");
    case EvidenceRole::IdEmblem:
        return Words::tr("ID, emblem side");
    case EvidenceRole::Licence:
        return Words::tr("Licence");
    case EvidenceRole::PrintedForm:
        return Words::tr("Printed form");
    case EvidenceRole::SignedForm:
        return Words::tr("Signed form");
    case EvidenceRole::Approval:
        return Words::tr("Approval paper");
    case EvidenceRole::Letter:
        return Words::tr("Letter");
    case EvidenceRole::Other:
        return Words::tr("Other paper");
    }
    return {};
}

QString instruction(EvidenceRole role)
{
    switch (role) {
    case EvidenceRole::Photo:
        return Words::tr("Ask the person to stand before the backdrop and look into the camera.");
    case EvidenceRole::IdPortrait:
        return Words::tr("Lay the ID card under the camera, the portrait side up (人像面).");
    case EvidenceRole::IdEmblem:
        return Words::tr("Turn the ID card over: the emblem side up (国徽面).");
    case EvidenceRole::Licence:
        return Words::tr("Lay the original licence under the camera, all four borders in view.");
    case EvidenceRole::SignedForm:
        return Words::tr("Have the form signed and sealed, then lay it under the camera, all four "
                         "borders in view.");
    default:
        return Words::tr("Lay the paper under the camera, all four borders in view.");
    }
}

QString state(SessionState state)
{
    switch (state) {
    case SessionState::Capturing:
        return Words::tr("Being captured");
    case SessionState::AwaitingForm:
        return Words::tr("Waits for the signed form");
    case SessionState::AwaitingReview:
        return Words::tr("Waits for review");
    case SessionState::Returned:
        return Words::tr("Returned");
    case SessionState::Approved:
        return Words::tr("Waits to be sent");
    case SessionState::Sent:
        return Words::tr("Sent, receipt kept");
    case SessionState::Accepted:
        return Words::tr("Accepted by the provider");
    case SessionState::Passed:
        return Words::tr("Filed by the authority");
    case SessionState::Rejected:
        return Words::tr("Rejected for good");
    }
    return {};
}

QString transfer(TransferState state)
{
    switch (state) {
    case TransferState::Waiting:
        return Words::tr("Waiting");
    case TransferState::Uploading:
        return Words::tr("Sending");
    case TransferState::AwaitingReceipt:
        return Words::tr("Waiting for the receipt");
    case TransferState::Receipted:
        return Words::tr("Received");
    case TransferState::Parked:
        return Words::tr("Needs help");
    }
    return {};
}

QString kind(FilingKind kind)
{
    switch (kind) {
    case FilingKind::FirstFiling:
        return Words::tr("First filing");
    case FilingKind::NewWebsite:
        return Words::tr("New website");
    case FilingKind::NewAccess:
        return Words::tr("New access");
    case FilingKind::Change:
        return Words::tr("Change");
    case FilingKind::Cancellation:
        return Words::tr("Cancellation");
    }
    return {};
}

QString result(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return Words::tr("Right");
    case CheckResult::Unknown:
        return Words::tr("Look yourself");
    case CheckResult::Warn:
        return Words::tr("Take a look");
    case CheckResult::Fail:
        return Words::tr("Wrong");
    }
    return {};
}

QString check(const QString& id)
{
    return lookUp(kChecks, std::size(kChecks), id);
}

QString crossCheck(const QString& id)
{
    QString path = id.startsWith(u"cross/") ? id.mid(6) : id;
    QString owner;
    if (path.startsWith(u"subject.")) {
        path = path.mid(8);
        owner = path.startsWith(u"person.") ? QString() : Words::tr("Subject");
    } else if (path.startsWith(u"websites[")) {
        const qsizetype close = path.indexOf(u']');
        owner = Words::tr("Website %1").arg(path.mid(9, close - 9).toInt() + 1);
        path = path.mid(close + 2);
    }
    const QString field = lookUp(kFields, std::size(kFields), path);
    //: "Website 1: ID number"
    return owner.isEmpty() ? field : Words::tr("%1: %2").arg(owner, field);
}

QString openItem(const QString& key)
{
    if (key.startsWith(u"cross/"))
        return crossCheck(key);
    if (key.startsWith(u"filing/"))
        return Words::tr("Filing data, %1").arg(key.section(u'@', 1));
    const auto evidenceRole = parseEvidenceRole(key.section(u'@', 0, 0));
    if (!evidenceRole)
        return key;
    const QString checkId = key.section(u'@', 1).section(u'/', 1);
    return checkId.isEmpty() ? role(*evidenceRole)
                             : Words::tr("%1: %2").arg(role(*evidenceRole), check(checkId));
}

} // namespace handshake::words
