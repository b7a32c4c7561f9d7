// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dossier/evidence_reader.h"
#include "app/imaging/jpeg_fit.h"
#include "support/specimen_session.h"

#include <QFont>
#include <QImage>
#include <QPainter>

#include <map>

namespace handshake::test {

/// Gives back what a test put in.
class FakeEvidenceReader final : public EvidenceReader
{
public:
    std::map<ItemId, QByteArray> masters;

    [[nodiscard]] Result<QByteArray> master(const Evidence& evidence) override
    {
        const auto found = masters.find(evidence.id);
        if (found == masters.end())
            return Error{ErrorCode::NotFound, QStringLiteral("no master in this test")};
        return found->second;
    }
};

/// A sheet with lines of lettering on slightly toned paper. Needs a QGuiApplication.
inline QImage letteredSheet(QSize size, int pointHeight = 22)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(246, 243, 236));
    QPainter painter(&image);
    QFont font(QStringLiteral("Noto Serif CJK SC"));
    font.setPixelSize(pointHeight);
    painter.setFont(font);
    painter.setPen(Qt::black);
    const QString line =
        QStringLiteral("样本网络科技有限公司 SPECIMEN 0123456789 统一社会信用代码 ");
    for (int y = pointHeight * 2; y < size.height() - pointHeight; y += pointHeight * 2)
        painter.drawText(pointHeight, y, line.repeated(4));
    painter.end();
    return image;
}

struct CapturedSession {
    Session session;
    std::map<ItemId, QByteArray> masters;
};

/// Everything captured, with masters that are real pictures, approved: ready for a dossier.
inline CapturedSession capturedSession(const Filing& filing = specimenFiling())
{
    CapturedSession captured{completeSession(filing), {}};
    Session& session = captured.session;
    session.counter = *CounterId::parse(u"HZ-01");
    session.backdropId = QStringLiteral("0123456789abcdef");
    for (const Website& site : filing.websites) {
        Evidence printed = specimenEvidence(EvidenceRole::PrintedForm, Owner{site.id});
        printed.mediaType = QStringLiteral("application/pdf");
        printed.pixels = {};
        session.evidence.push_back(printed);
    }
    int shade = 0;
    for (Evidence& evidence : session.evidence) {
        QByteArray bytes = "%PDF-1.4 specimen " + evidence.key().toUtf8();
        if (evidence.mediaType == u"image/jpeg") {
            const bool isPhoto = evidence.role == EvidenceRole::Photo;
            QImage image = letteredSheet(isPhoto ? QSize(800, 600) : QSize(640, 440), 40);
            image.setPixelColor(0, 0, QColor(++shade, 0, 0)); // no two masters alike
            bytes = *encodeJpeg(image, 92);
            evidence.pixels = image.size();
            if (isPhoto) {
                evidence.face = QRect(330, 160, 130, 170);
                evidence.textZones = {QRect(120, 20, 560, 60)};
            }
        }
        evidence.masterDigest = Sha256::of(bytes);
        evidence.bytes = bytes.size();
        evidence.provenance.takenAt =
            Instant{QDateTime(QDate(2026, 11, 23), QTime(1, 30), Qt::UTC), std::chrono::hours(1)};
        captured.masters.emplace(evidence.id, bytes);
    }
    session.revision = 12;
    session.state = SessionState::Approved;
    session.consent = Consent{QString(64, u'c'), QStringLiteral("zh_CN"), session.createdAt};
    session.overrides.push_back({QStringLiteral("photo@site:2001/size"), *OperatorId::parse(u"op1"),
                                 Role::Operator, QStringLiteral("样本"),
                                 session.createdAt.addSecs(60), CheckResult::Warn});
    session.approval = ApprovalFacts{.reviewer = *OperatorId::parse(u"rev1"),
                                     .revision = 12,
                                     .time = session.createdAt.addSecs(3600),
                                     .monotonicNs = 77,
                                     .checkpoint = {9, Sha256::of("chain")}};
    return captured;
}

} // namespace handshake::test
