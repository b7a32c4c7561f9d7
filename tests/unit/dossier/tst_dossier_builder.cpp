// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"
#include "app/dossier/dossier_builder.h"
#include "app/dossier/dossier_reader.h"
#include "app/dossier/zip_container.h"
#include "app/filing/filing_json.h"
#include "app/imaging/worker_decoder.h"
#include "support/captured_session.h"
#include "support/source_file.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;
using test::capturedSession;
using test::CapturedSession;

namespace {

DossierBuilder::Config config()
{
    return {.reportingUnit = 42,
            .renditionRulesFile = test::sourceFile(u"data/renditions/default.json"_s)};
}

Result<BuiltDossier> built(const CapturedSession& captured,
                           const std::vector<CrossCheck>& crossChecks = {})
{
    InProcessDecoder decoder;
    test::FakeEvidenceReader reader;
    reader.masters = captured.masters;
    DossierBuilder builder(config(), decoder, reader);
    return builder.build(captured.session, crossChecks);
}

QByteArray contentOf(const std::vector<ZipEntry>& entries, const QString& path)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const ZipEntry& entry) { return entry.path == path; });
    return found == entries.end() ? QByteArray() : found->bytes;
}

struct Attachment {
    int purpose = 0;
    int ownerKind = 0;
    qint64 ownerId = 0;
    QByteArray base64;
};

/// Read off the message by element names alone, not with our own reader.
std::vector<Attachment> attachmentsIn(const QByteArray& xml)
{
    std::vector<Attachment> found;
    // ASCII is the same in GBK, and names are of no interest here.
    QXmlStreamReader reader(QString::fromLatin1(xml).remove(0, xml.indexOf("?>") + 2));
    while (!reader.atEnd()) {
        if (!reader.readNextStartElement() && reader.atEnd())
            break;
        if (!reader.isStartElement())
            continue;
        const QString name = reader.name().toString();
        if (name == u"Fjxx")
            found.emplace_back();
        else if (!found.empty() && name == u"Fjyt")
            found.back().purpose = reader.readElementText().toInt();
        else if (!found.empty() && name == u"Ssdxlx")
            found.back().ownerKind = reader.readElementText().toInt();
        else if (!found.empty() && name == u"Ssdxbs")
            found.back().ownerId = reader.readElementText().toLongLong();
        else if (!found.empty() && name == u"Fjnr")
            found.back().base64 = reader.readElementText().toLatin1();
    }
    return found;
}

} // namespace

class TestDossierBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSessionGivesTheSameBytes();
    void whatHappensAfterApprovalChangesNothing();
    void idIsTheDigestOfTheManifest();
    void holdsEverythingTheContractNames();
    void messageCarriesEveryAttachmentWithItsPurposeAndOwner();
    void oneIdPairServesSubjectAndWebsite();
    void anIndividualHasNoLicence();
    void approvalsCarryTheScansCapturedLast();
    void mastersAreUntouched();
    void checksHoldOverridesCrossChecksAndFigures();
    void aDamagedMasterIsRefused();
    void missingEvidenceIsNamed();
    void aSessionNotApprovedIsRefused();
    void itsOwnVerificationFindsNothing();
};

void TestDossierBuilder::sameSessionGivesTheSameBytes()
{
    CapturedSession first = capturedSession();
    CapturedSession second = capturedSession();
    std::reverse(second.session.evidence.begin(), second.session.evidence.end());
    QElapsedTimer timer;
    timer.start();
    const auto a = built(first);
    qInfo() << "built in ms:" << timer.elapsed();
    const auto b = built(second);
    QVERIFY2(a && b, qPrintable(a ? QString() : a.error().detail + a.error().where));
    QCOMPARE(a->zip, b->zip);
    qInfo() << "bytes:" << a->zip.size();
}

void TestDossierBuilder::whatHappensAfterApprovalChangesNothing()
{
    CapturedSession before = capturedSession();
    CapturedSession after = capturedSession();
    after.session.revision += 3;
    after.session.state = SessionState::Sent;
    after.session.dossier = DossierId::parse(QString(64, u'd')).value();
    const auto a = built(before);
    const auto b = built(after);
    QVERIFY(a && b);
    QCOMPARE(a->zip, b->zip);
}

void TestDossierBuilder::idIsTheDigestOfTheManifest()
{
    CapturedSession captured = capturedSession();
    const auto dossier = built(captured);
    QVERIFY(dossier);
    const auto entries = readZip(dossier->zip);
    QVERIFY(entries);
    QCOMPARE(entries->front().path, u"manifest.json"_s);
    QCOMPARE(entries->front().bytes, dossier->manifest);
    QCOMPARE(dossier->id.text(), Sha256::of(dossier->manifest).hex());
    QVERIFY(dossier->sha256 == Sha256::of(dossier->zip));
}

void TestDossierBuilder::holdsEverythingTheContractNames()
{
    CapturedSession captured = capturedSession(test::specimenTwoWebsites());
    const auto dossier = built(captured);
    QVERIFY2(dossier, qPrintable(dossier ? QString() : dossier.error().detail));
    QStringList paths;
    const std::vector<ZipEntry> entries = *readZip(dossier->zip);
    for (const ZipEntry& entry : entries)
        paths.append(entry.path);
    QCOMPARE(paths, (QStringList{u"manifest.json"_s,
                                 u"checks.json"_s,
                                 u"filing.json"_s,
                                 u"filing.xml"_s,
                                 u"form-2001.pdf"_s,
                                 u"form-2003.pdf"_s,
                                 u"masters/id-emblem-1.jpg"_s,
                                 u"masters/id-emblem-2.jpg"_s,
                                 u"masters/id-portrait-1.jpg"_s,
                                 u"masters/id-portrait-2.jpg"_s,
                                 u"masters/licence-1.jpg"_s,
                                 u"masters/photo-1.jpg"_s,
                                 u"masters/photo-2.jpg"_s,
                                 u"renditions/form-1.jpg"_s,
                                 u"renditions/form-2.jpg"_s,
                                 u"renditions/id-joined-1.jpg"_s,
                                 u"renditions/id-joined-2.jpg"_s,
                                 u"renditions/id-joined-3.jpg"_s,
                                 u"renditions/licence-1.jpg"_s,
                                 u"renditions/photo-1.jpg"_s,
                                 u"renditions/photo-2.jpg"_s,
                                 u"scans/form-2001-1.jpg"_s,
                                 u"scans/form-2003-1.jpg"_s}));
    const QJsonObject manifest = *parseJsonObject(dossier->manifest);
    QCOMPARE(manifest[u"files"_s].toArray().size(), paths.size() - 1);
}

void TestDossierBuilder::messageCarriesEveryAttachmentWithItsPurposeAndOwner()
{
    CapturedSession captured = capturedSession(test::specimenTwoWebsites());
    const auto dossier = built(captured);
    QVERIFY(dossier);
    const auto entries = *readZip(dossier->zip);
    const auto attachments = attachmentsIn(contentOf(entries, u"filing.xml"_s));
    QStringList found;
    for (const Attachment& attachment : attachments) {
        found.append(u"%1 %2 %3"_s.arg(attachment.purpose)
                         .arg(attachment.ownerKind)
                         .arg(attachment.ownerId));
        const qsizetype cap = (attachment.purpose == 1 ? 150 : 100) * 1024;
        QVERIFY(!attachment.base64.isEmpty() && attachment.base64.size() <= cap);
    }
    found.sort();
    QCOMPARE(found, (QStringList{u"1 2 2001"_s, u"1 2 2003"_s, u"2 1 1001"_s, u"3 1 1001"_s,
                                 u"4 2 2001"_s, u"4 2 2003"_s, u"5 2 2001"_s, u"5 2 2003"_s}));
    const auto photo = std::find_if(attachments.begin(), attachments.end(),
                                    [](const Attachment& item) { return item.purpose == 5; });
    QCOMPARE(QByteArray::fromBase64(photo->base64),
             contentOf(entries, u"renditions/photo-1.jpg"_s));
}

void TestDossierBuilder::oneIdPairServesSubjectAndWebsite()
{
    CapturedSession captured = capturedSession();
    const auto dossier = built(captured);
    QVERIFY(dossier);
    const auto entries = *readZip(dossier->zip);
    QVERIFY(contentOf(entries, u"masters/id-portrait-2.jpg"_s).isEmpty());
    const QByteArray ofSubject = contentOf(entries, u"renditions/id-joined-1.jpg"_s);
    QVERIFY(!ofSubject.isEmpty());
    QCOMPARE(contentOf(entries, u"renditions/id-joined-2.jpg"_s), ofSubject);
}

void TestDossierBuilder::anIndividualHasNoLicence()
{
    CapturedSession captured = capturedSession(test::specimenIndividual());
    const auto dossier = built(captured);
    QVERIFY2(dossier, qPrintable(dossier ? QString() : dossier.error().detail));
    const auto attachments = attachmentsIn(contentOf(*readZip(dossier->zip), u"filing.xml"_s));
    QVERIFY(std::none_of(attachments.begin(), attachments.end(),
                         [](const Attachment& item) { return item.purpose == 2; }));
    QCOMPARE(attachments.size(), std::size_t(4));
}

void TestDossierBuilder::approvalsCarryTheScansCapturedLast()
{
    const auto scansOf = [](const BuiltDossier& dossier) {
        const QByteArray xml = contentOf(*readZip(dossier.zip), u"filing.xml"_s);
        QList<QByteArray> scans;
        for (qsizetype at = xml.indexOf("<Spwj>"); at >= 0; at = xml.indexOf("<Spwj>", at + 1))
            scans << xml.mid(at, xml.indexOf("</Spwj>", at) - at);
        return scans;
    };
    CapturedSession captured = capturedSession(test::specimenWithApprovals());
    for (Evidence& evidence : captured.session.evidence) {
        if (evidence.role != EvidenceRole::Approval)
            continue;
        const QImage paper = test::letteredSheet({640, 440}, 30 + 5 * evidence.ordinal);
        const QByteArray bytes = *encodeJpeg(paper, 92);
        captured.masters[evidence.id] = bytes;
        evidence.masterDigest = Sha256::of(bytes);
    }
    const auto dossier = built(captured);
    QVERIFY2(dossier, qPrintable(dossier ? QString() : dossier.error().detail));
    const QList<QByteArray> scans = scansOf(*dossier);
    QCOMPARE(scans.size(), 3);
    QVERIFY(scans[0] != scans[1] && scans[1] != scans[2] && scans[0] != scans[2]);

    // All three were taken once more: the earlier ones stay in the dossier and are not sent.
    const std::vector<Evidence> before = captured.session.evidence;
    for (const Evidence& evidence : before) {
        if (evidence.role != EvidenceRole::Approval)
            continue;
        Evidence again = evidence;
        again.id = *ItemId::parse(evidence.id.text() + u"-again"_s);
        again.ordinal += 3;
        captured.masters.emplace(again.id, captured.masters.at(evidence.id));
        captured.session.evidence.push_back(again);
    }
    const auto repeated = built(captured);
    QVERIFY(repeated);
    QCOMPARE(scansOf(*repeated), scans);
}

void TestDossierBuilder::mastersAreUntouched()
{
    CapturedSession captured = capturedSession();
    const auto dossier = built(captured);
    QVERIFY(dossier);
    const Evidence* photo =
        captured.session.find(EvidenceRole::Photo, Owner{*WebsiteId::make(2001)});
    QCOMPARE(contentOf(*readZip(dossier->zip), u"masters/photo-1.jpg"_s),
             captured.masters.at(photo->id));
    const auto filing = parseFiling(contentOf(*readZip(dossier->zip), u"filing.json"_s));
    QVERIFY(filing);
    QVERIFY(*filing == captured.session.filing);
}

void TestDossierBuilder::checksHoldOverridesCrossChecksAndFigures()
{
    CapturedSession captured = capturedSession();
    captured.session.evidence.front().checks = {{.id = u"sharp"_s,
                                                 .result = CheckResult::Warn,
                                                 .value = 12.5,
                                                 .limit = 25.0,
                                                 .advice = u"photo.sharp"_s}};
    const auto dossier = built(captured, {{.id = u"cross/subject.name"_s,
                                           .field = u"subject.name"_s,
                                           .expected = u"a"_s,
                                           .found = u"b"_s,
                                           .foundFrom = u"licence@subject"_s,
                                           .result = CheckResult::Fail,
                                           .advice = u"cross.differs"_s}});
    QVERIFY(dossier);
    const QJsonObject checks =
        *parseJsonObject(contentOf(*readZip(dossier->zip), u"checks.json"_s));
    QCOMPARE(checks[u"crossChecks"_s][0][u"found"_s].toString(), u"b"_s);
    QCOMPARE(checks[u"overrides"_s][0][u"who"_s].toString(), u"op1"_s);
    QCOMPARE(checks[u"overrides"_s][0][u"reason"_s].toString(), u"样本"_s);
    QVERIFY(canonicalJson(checks).contains("12.5"));
    QVERIFY(checks[u"renditions"_s].toObject().contains(u"renditions/photo-1.jpg"_s));
}

void TestDossierBuilder::aDamagedMasterIsRefused()
{
    CapturedSession captured = capturedSession();
    captured.masters.begin()->second[100] ^= 1;
    const auto dossier = built(captured);
    QVERIFY(!dossier);
    QCOMPARE(dossier.error().code, ErrorCode::Corrupt);
}

void TestDossierBuilder::missingEvidenceIsNamed()
{
    CapturedSession captured = capturedSession();
    std::erase_if(captured.session.evidence,
                  [](const Evidence& evidence) { return evidence.role == EvidenceRole::Photo; });
    const auto dossier = built(captured);
    QVERIFY(!dossier);
    QCOMPARE(dossier.error().code, ErrorCode::NotFound);
    QCOMPARE(dossier.error().where, u"photo@site:2001"_s);
}

void TestDossierBuilder::aSessionNotApprovedIsRefused()
{
    CapturedSession captured = capturedSession();
    captured.session.approval.reset();
    QCOMPARE(built(captured).error().code, ErrorCode::Conflict);
}

void TestDossierBuilder::itsOwnVerificationFindsNothing()
{
    CapturedSession captured = capturedSession(test::specimenTwoWebsites());
    const auto dossier = built(captured);
    QVERIFY(dossier);
    const auto report = verifyDossierBytes(dossier->zip);
    QVERIFY(report);
    QVERIFY(report->differences.empty());
    QVERIFY(report->id == dossier->id);
    QCOMPARE(report->files, 23);
}

QTEST_MAIN(TestDossierBuilder)
#include "tst_dossier_builder.moc"
