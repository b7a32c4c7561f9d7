// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/archive_fixture.h"

#include <QDir>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTest>

namespace handshake::test {

/// What the driver said before it ended, however it ended.
struct DriverRun {
    QMap<QString, QString> saved; ///< item → SHA-256 of its bytes
    QStringList refused;          ///< error codes
    int exitCode = -1;
    bool isCrashed = false;
};

inline DriverRun readRun(QProcess& process)
{
    DriverRun run;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        const QStringList words = QString::fromUtf8(line).split(u' ');
        if (words.size() == 3 && words.front() == QStringView(u"saved"))
            run.saved.insert(words.at(1), words.at(2));
        else if (words.size() == 2 && words.front() == QStringView(u"refused"))
            run.refused.append(words.at(1));
    }
    run.isCrashed = process.exitStatus() == QProcess::CrashExit;
    run.exitCode = process.exitCode();
    return run;
}

/// The command line of a driver on the fixture's store.
inline QStringList driverArguments(const ArchiveFixture& fixture, int acts,
                                   const QStringList& more = {})
{
    return QStringList{QStringLiteral("--store"),      fixture.config.folder,
                       QStringLiteral("--migrations"), fixture.config.migrationsFolder,
                       QStringLiteral("--acts"),       QString::number(acts)} +
           more;
}

/// Everything that was ever reported as saved is there, byte for byte, and the store is sound.
inline void verifyKept(ArchiveFixture& fixture, const QMap<QString, QString>& saved)
{
    const Result<void> opened = fixture.open();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QVERIFY(fixture.archive->damages().empty());
    const auto items = fixture.archive->evidence(*SessionId::parse(u"S1"));
    QVERIFY(items);
    QMap<QString, QString> kept;
    for (const EvidenceRecord& item : *items) {
        const auto bytes = fixture.archive->blob(item.blob);
        QVERIFY(bytes);
        kept.insert(item.id.text(), Sha256::of(*bytes).hex());
    }
    for (auto item = saved.begin(); item != saved.end(); ++item)
        QCOMPARE(kept.value(item.key()), item.value());
    const auto report = fixture.archive->verify();
    QVERIFY(report);
    QVERIFY(report->isSound());
    QVERIFY(QDir(fixture.path(QStringLiteral("tmp"))).isEmpty());
    fixture.archive.reset();
}

} // namespace handshake::test
