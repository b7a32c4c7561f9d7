// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/carry.h"

#include "support/delivery_fixture.h"
#include "support/specimen_receipt.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestCarry : public QObject
{
    Q_OBJECT

private:
    const OperatorId m_who = *OperatorId::parse(u"op-1");
    std::unique_ptr<ArchiveFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_stick;
    std::vector<CarryStep> m_steps;
    SpecimenSigner m_signer;

    Archive& archive() { return *m_fixture->archive; }
    QString onStick(const QString& name) const { return m_stick->filePath(name); }

    StoredDossier keep(quint32 salt)
    {
        StoredDossier dossier = specimenDossier(salt);
        if (!keepDossier(*m_fixture, dossier))
            qFatal("not kept");
        return dossier;
    }

    Result<void> carryOut()
    {
        m_steps.clear();
        const auto folder = CarryFolder::open(m_stick->path());
        return exportDossiers(archive(), *folder, m_who,
                              [this](const CarryStep& step) { m_steps.push_back(step); });
    }
    Result<void> carryIn()
    {
        m_steps.clear();
        const auto folder = CarryFolder::open(m_stick->path());
        return importReceipts(archive(), *folder,
                              *ReceiptKey::fromBytes(base64Url(m_signer.publicKey())), m_who,
                              [this](const CarryStep& step) { m_steps.push_back(step); });
    }

    bool write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(onStick(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    QByteArray read(const QString& name) const
    {
        QFile file(onStick(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList names() const
    {
        return QDir(m_stick->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    QByteArray receiptFor(const DossierRecord& record, const SpecimenSigner& signer) const
    {
        return signer.jws(SpecimenSigner::header(),
                          SpecimenSigner::payload(record.id, record.sha256, record.bytes));
    }
    static QString receiptName(const DossierRecord& record)
    {
        return record.id.text() + u".receipt.jws"_s;
    }
    int events(const QString& name)
    {
        int count = 0;
        const auto entries = archive().audit(1, 100);
        for (const AuditEntry& entry : entries.value())
            count += entry.event == name ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ArchiveFixture>();
        m_stick = std::make_unique<QTemporaryDir>();
        QVERIFY(m_fixture->open());
    }
    void cleanup() { m_fixture.reset(); }

    void dossiersGoToTheStickWithTheirIndex()
    {
        const StoredDossier one = keep(1);
        const StoredDossier two = keep(2);
        QVERIFY(carryOut());
        QCOMPARE(m_steps.size(), std::size_t(2));
        QVERIFY(m_steps.front().kind == CarryStep::Kind::Carried);
        QCOMPARE(m_steps.front().session->text(), one.record.session.text());
        for (const StoredDossier& dossier : {one, two})
            QCOMPARE(read(dossier.record.id.text() + u".zip"_s), dossier.content);
        const auto index = CarryFolder::open(m_stick->path())->index();
        QCOMPARE(index->size(), std::size_t(2));
        QVERIFY(index->front().sha256 == one.record.sha256);
        QCOMPARE(index->front().bytes, one.record.bytes);
        QCOMPARE(names().size(), 3);
        // Nothing counts as sent by that.
        QCOMPARE(archive().transfer(one.record.id)->state, TransferState::Waiting);
        QCOMPARE(archive().transfer(one.record.id)->reason, u"delivery.carried"_s);
        QCOMPARE(archive().session(one.record.session)->state, u"approved"_s);
        QCOMPARE(events(u"dossier-carried"_s), 2);
    }

    void twiceIsHarmless()
    {
        keep(1);
        QVERIFY(carryOut());
        const QByteArray index = read(u"index.json"_s);
        QVERIFY(carryOut());
        QVERIFY(m_steps.front().kind == CarryStep::Kind::There);
        QCOMPARE(read(u"index.json"_s), index);
        QCOMPARE(events(u"dossier-carried"_s), 1);
    }

    void whatWasDamagedOnTheStickIsWrittenAnew()
    {
        const StoredDossier one = keep(1);
        const QString name = one.record.id.text() + u".zip"_s;
        QVERIFY(carryOut());
        QVERIFY(write(name, "half of it"));
        QVERIFY(write(name + u".part"_s, "left by a stick that was pulled out"));
        QVERIFY(carryOut());
        QCOMPARE(read(name), one.content);
        QCOMPARE(names().size(), 2);
    }

    void anotherCountersDossiersStayInTheIndex()
    {
        const QString foreign = Sha256::of("foreign").hex();
        QVERIFY(write(u"index.json"_s,
                      canonicalJson({{u"format"_s, u"handshake-carry/1"_s},
                                     {u"dossiers"_s,
                                      QJsonArray{QJsonObject{{u"dossier_id"_s, foreign},
                                                             {u"filename"_s, foreign + u".cms"_s},
                                                             {u"sha256"_s, foreign},
                                                             {u"bytes"_s, 5}}}}})));
        keep(1);
        QVERIFY(carryOut());
        QCOMPARE(CarryFolder::open(m_stick->path())->index()->size(), std::size_t(2));
    }

    void whatIsParkedOrReturnedStaysHere()
    {
        TransferRecord parked = keep(1).transfer;
        parked.state = TransferState::Parked;
        QVERIFY(archive().saveTransfer(parked));
        SessionRecord returned = *archive().session(keep(2).record.session);
        returned.state = u"returned"_s;
        ++returned.revision;
        QVERIFY(archive().updateSession(returned, returned.revision - 1,
                                        m_fixture->event("session-returned")));
        QVERIFY(carryOut());
        QCOMPARE(m_steps.size(), std::size_t(1));
        QVERIFY(m_steps.front().kind == CarryStep::Kind::Withheld);
        QVERIFY(names().isEmpty());
    }

    void aLinkOnTheStickIsNotWrittenThrough()
    {
        const StoredDossier one = keep(1);
        const QTemporaryDir elsewhere;
        const QString victim = elsewhere.filePath(u"victim"_s);
        QFile file(victim);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("untouched") > 0);
        file.close();
        QVERIFY(QFile::link(victim, onStick(one.record.id.text() + u".zip"_s)));
        QVERIFY(QFile::link(victim, onStick(one.record.id.text() + u".zip.part"_s)));
        QVERIFY(carryOut());
        QVERIFY(m_steps.front().kind == CarryStep::Kind::Refused);
        QVERIFY(m_steps.front().error->code == ErrorCode::Denied);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("untouched"));
    }

    void aStrangeIndexEndsIt_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::newRow("no JSON") << QByteArray("holiday");
        QTest::newRow("another format") << QByteArray(R"({"format":"x/1","dossiers":[]})");
        QTest::newRow("a path as a name") << canonicalJson(
            {{u"format"_s, u"handshake-carry/1"_s},
             {u"dossiers"_s, QJsonArray{QJsonObject{{u"dossier_id"_s, Sha256::of("x").hex()},
                                                    {u"filename"_s, u"../../etc/passwd"_s},
                                                    {u"sha256"_s, Sha256::of("x").hex()},
                                                    {u"bytes"_s, 5}}}}});
        QTest::newRow("endless") << QByteArray(4 * 1024 * 1024 + 1, ' ');
    }

    void aStrangeIndexEndsIt()
    {
        QFETCH(const QByteArray, index);
        keep(1);
        QVERIFY(write(u"index.json"_s, index));
        const auto done = carryOut();
        QVERIFY(!done);
        QVERIFY(done.error().code == ErrorCode::Unreadable ||
                done.error().code == ErrorCode::TooLarge);
        QCOMPARE(read(u"index.json"_s), index);
        QCOMPARE(names().size(), 1);
    }

    void aMissingFolderIsNotMade()
    {
        const QString gone = onStick(u"not/mounted"_s);
        QVERIFY(CarryFolder::open(gone).error().code == ErrorCode::NotFound);
        QVERIFY(!QDir(gone).exists());
        QVERIFY(write(u"file"_s, "x"));
        QVERIFY(CarryFolder::open(onStick(u"file"_s)).error().code == ErrorCode::InvalidInput);
    }

    void aReceiptEndsTheWay()
    {
        const StoredDossier one = keep(1);
        QVERIFY(carryOut());
        const QByteArray jws = receiptFor(one.record, m_signer);
        QVERIFY(write(receiptName(one.record), jws + '\n'));
        for (int times = 0; times < 2; ++times) {
            QVERIFY(carryIn());
            QCOMPARE(m_steps.size(), std::size_t(1));
            QVERIFY(m_steps.front().kind == CarryStep::Kind::Receipted);
            QCOMPARE(archive().transfer(one.record.id)->state, TransferState::Receipted);
            QCOMPARE((*archive().receipt(one.record.id))->jws, jws);
            QCOMPARE(archive().session(one.record.session)->state, u"sent"_s);
            QCOMPARE(events(u"dossier-receipted"_s), 1);
        }
        QVERIFY(carryOut()); // nothing left to carry
        QVERIFY(m_steps.empty());
    }

    void hostileReceiptsAreRefusedAndTheOthersTaken()
    {
        const StoredDossier good = keep(1);
        const StoredDossier forged = keep(2);
        const StoredDossier swapped = keep(3);
        const StoredDossier linked = keep(4);
        const StoredDossier endless = keep(5);
        const StoredDossier foreign = specimenDossier(6); // of another counter
        const SpecimenSigner other;
        QVERIFY(write(receiptName(good.record), receiptFor(good.record, m_signer)));
        QVERIFY(write(receiptName(forged.record), receiptFor(forged.record, other)));
        QVERIFY(write(receiptName(swapped.record), receiptFor(good.record, m_signer)));
        QVERIFY(write(receiptName(foreign.record), receiptFor(foreign.record, m_signer)));
        QVERIFY(write(receiptName(endless.record), QByteArray(64 * 1024 + 1, 'a')));
        QVERIFY(write(u"elsewhere"_s, receiptFor(linked.record, m_signer)));
        QVERIFY(QFile::link(onStick(u"elsewhere"_s), onStick(receiptName(linked.record))));
        QVERIFY(write(u"IMG_0001.jws"_s, "x"));
        QVERIFY(write(good.record.id.text().toUpper() + u".receipt.jws"_s, "x"));
        QVERIFY(write(u"holiday.jpg"_s, "x")); // none of our business
        QVERIFY(carryIn());
        std::map<QString, ErrorCode> refused;
        int receipted = 0;
        for (const CarryStep& step : m_steps) {
            if (step.kind == CarryStep::Kind::Receipted)
                ++receipted;
            else
                refused.emplace(step.fileName, step.error->code);
        }
        QCOMPARE(receipted, 1);
        QCOMPARE(refused.size(), std::size_t(7));
        QVERIFY(refused.at(receiptName(forged.record)) == ErrorCode::Corrupt);
        QVERIFY(refused.at(receiptName(swapped.record)) == ErrorCode::Conflict);
        QVERIFY(refused.at(receiptName(foreign.record)) == ErrorCode::NotFound);
        QVERIFY(refused.at(receiptName(endless.record)) == ErrorCode::TooLarge);
        QVERIFY(refused.at(receiptName(linked.record)) == ErrorCode::Denied);
        QVERIFY(refused.at(u"IMG_0001.jws"_s) == ErrorCode::InvalidInput);
        for (const StoredDossier& dossier : {forged, swapped, linked, endless})
            QCOMPARE(archive().transfer(dossier.record.id)->state, TransferState::Waiting);
    }
};

QTEST_GUILESS_MAIN(TestCarry)
#include "tst_carry.moc"
