// SPDX-License-Identifier: Apache-2.0
#include "app/archive/archive.h"
#include "app/core/clock.h"
#include "app/vault/unsealed_sealer.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <vector>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

// Keeps pictures in a store and says so, one line for each act, flushed: what the fault tests kill,
// starve and interfere with.
//   saved <item> <SHA-256 of its bytes>
//   refused <error code>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

const SessionId& sessionId()
{
    static const SessionId kId = *SessionId::parse(u"S1");
    return kId;
}

void say(const QString& line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

AuditEvent event(const QString& name, const QString& object)
{
    return {name, object, *OperatorId::parse(u"driver")};
}

/// No file of this process may grow past `bytes`: writes fail as on a full disk, at the same calls.
bool limitFiles(qint64 bytes)
{
#ifdef Q_OS_UNIX
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{static_cast<rlim_t>(bytes), RLIM_INFINITY};
    return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
#else
    Q_UNUSED(bytes)
    return false;
#endif
}

/// Bytes that no other act has.
QByteArray masterOf(const QString& item, qsizetype size)
{
    QByteArray bytes = item.toUtf8();
    while (bytes.size() < size)
        bytes += Sha256::of(bytes).bytes();
    return bytes.first(size);
}

Result<SessionRecord> beginOrGoOn(Archive& archive, const Clock& clock)
{
    Result<SessionRecord> stored = archive.session(sessionId());
    if (stored || stored.error().code != ErrorCode::NotFound)
        return stored;
    const QDateTime now = clock.now().wall;
    const SessionRecord session{.id = sessionId(),
                                .orderId = u"D-1"_s,
                                .revision = 1,
                                .state = u"capturing"_s,
                                .content = "{}",
                                .createdAt = now,
                                .changedAt = now};
    const Result<void> created =
        archive.createSession(session, event(u"session-begun"_s, sessionId().text()));
    return created ? Result<SessionRecord>(session) : created.error();
}

/// One act: a picture that stands beside the others, its item named after the revision it makes.
bool keepOne(Archive& archive, SessionRecord& session, const Clock& clock, qsizetype size)
{
    const qint64 expected = session.revision;
    SessionRecord after = session;
    ++after.revision;
    after.changedAt = clock.now().wall;
    const QString item = u"E%1"_s.arg(after.revision);
    const QByteArray master = masterOf(item, size);
    const Sha256 digest = Sha256::of(master);
    const EvidenceRecord record{.id = *ItemId::parse(item),
                                .session = session.id,
                                .role = u"other"_s,
                                .owner = u"subject"_s,
                                .ordinal = static_cast<int>(after.revision),
                                .blob = *BlobId::parse(digest.hex()),
                                .masterDigest = digest,
                                .mediaType = u"image/jpeg"_s};
    const auto kept =
        archive.addEvidence(record, master, after, expected, event(u"evidence-kept"_s, item));
    if (!kept) {
        say(u"refused "_s + errorCodeName(kept.error().code));
        return false;
    }
    say(u"saved %1 %2"_s.arg(item, digest.hex()));
    session = after;
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"store"_s, u"folder"_s, u"folder"_s},
                       {u"migrations"_s, u"folder"_s, u"folder"_s},
                       {u"acts"_s, u"how many"_s, u"count"_s, u"1"_s},
                       {u"size"_s, u"bytes a picture"_s, u"bytes"_s, u"20000"_s},
                       {u"file-limit"_s, u"no file grows past"_s, u"bytes"_s, u"0"_s}});
    parser.process(application);

    const SystemClock clock;
    UnsealedSealer sealer;
    const qint64 limit = parser.value(u"file-limit"_s).toLongLong();
    if (limit > 0 && !limitFiles(limit))
        return 70;
    const auto archive =
        Archive::open({parser.value(u"store"_s), parser.value(u"migrations"_s)}, sealer, clock);
    if (!archive) {
        say(u"refused "_s + errorCodeName(archive.error().code));
        return archive.error().code == ErrorCode::Busy ? 75 : 1;
    }
    Result<SessionRecord> session = beginOrGoOn(**archive, clock);
    if (!session) {
        say(u"refused "_s + errorCodeName(session.error().code));
        return 1;
    }
    bool allKept = true;
    const int acts = parser.value(u"acts"_s).toInt();
    for (int i = 0; i < acts; ++i) {
        if (!keepOne(**archive, *session, clock, parser.value(u"size"_s).toLongLong()))
            allKept = false;
    }
    return allKept ? 0 : 1;
}
