// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_learner.h"
#include "tests/support/backdrop_specimen.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestBackdropLearner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_design.size = QSize(900, 600); // learning takes as long as the artwork is large
        BackdropDesign older = m_design;
        older.edition = 2;
        LearnRequest request = specimenRequest(m_design);
        request.older = {drawBackdrop(older)};
        const auto learnt = learnBackdrop(request, m_dir.filePath(u"profile"_s));
        QVERIFY(learnt);
        QCOMPARE(learnt->warnings, QStringList());
        m_id = learnt->profile.id();
    }

    void profileKeepsWhatWasSaid()
    {
        const auto profile = BackdropProfile::load(m_dir.filePath(u"profile"_s));
        QVERIFY(profile);
        QCOMPARE(profile->id(), m_id);
        QCOMPARE(profile->id().size(), 16);
        QVERIFY(profile->kind() == BackdropKind::Motif);
        QCOMPARE(profile->physicalWidthMm().value_or(0), 1500.0);
        QCOMPARE(profile->textLines().first(), m_design.provider);
        QVERIFY(profile->edgesAllowed());
        QCOMPARE(profile->coloursToAvoid().size(), std::size_t(1));
        QVERIFY(!profile->artwork().isNull());
        QVERIFY(profile->groundColour().blue() > profile->groundColour().red());
    }

    void idDependsOnContentOnly()
    {
        BackdropDesign small = m_design;
        const auto first = learnBackdrop(specimenRequest(small), m_dir.filePath(u"one"_s));
        const auto again = learnBackdrop(specimenRequest(small), m_dir.filePath(u"two"_s));
        small.provider = u"示例网络科技有限公司"_s;
        const auto other = learnBackdrop(specimenRequest(small), m_dir.filePath(u"two"_s));
        QVERIFY(first && again && other);
        QCOMPARE(first->profile.id(), again->profile.id());
        QVERIFY(other->profile.id() != first->profile.id());
    }

    void damagedFolderIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("damage");
        QTest::newRow("no profile.json") << u"profile.json"_s << u"remove"_s;
        QTest::newRow("profile.json cut") << u"profile.json"_s << u"cut"_s;
        QTest::newRow("artwork gone") << u"artwork.png"_s << u"remove"_s;
        QTest::newRow("artwork cut") << u"artwork.png"_s << u"cut"_s;
        QTest::newRow("features cut") << u"features-artwork.bin"_s << u"cut"_s;
        QTest::newRow("features changed") << u"features-artwork.bin"_s << u"flip"_s;
        QTest::newRow("older edition gone") << u"older-1.png"_s << u"remove"_s;
    }

    void damagedFolderIsRefused()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, damage);
        QTemporaryDir copy;
        const QDir from(m_dir.filePath(u"profile"_s));
        for (const QString& name : from.entryList(QDir::Files))
            QVERIFY(QFile::copy(from.filePath(name), copy.filePath(name)));
        QVERIFY(BackdropProfile::load(copy.path()));
        QFile target(copy.filePath(file));
        if (damage == u"remove"_s) {
            QVERIFY(target.remove());
        } else if (damage == u"cut"_s) {
            QVERIFY(target.resize(target.size() / 2));
        } else {
            QVERIFY(target.open(QIODevice::ReadWrite));
            QVERIFY(target.seek(target.size() / 2));
            const QByteArray byte = target.peek(1);
            QCOMPARE(target.write(QByteArray(1, char(byte[0] ^ 0x55))), 1);
        }
        target.close();

        const auto profile = BackdropProfile::load(copy.path());

        QVERIFY(!profile);
        QVERIFY(!profile.error().where.isEmpty());
    }

    void fileNamesCannotLeaveTheFolder()
    {
        QTemporaryDir copy;
        QFile json(copy.filePath(u"profile.json"_s));
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(R"({"format":"handshake-backdrop/1","kind":"motif","features":[],)"
                   R"("images":[{"role":"artwork","file":"../../etc/passwd","sha256":""}]})");
        json.close();
        const auto profile = BackdropProfile::load(copy.path());
        QVERIFY(!profile);
        QVERIFY(profile.error().code == ErrorCode::Unreadable);
    }

    void wrongMetaIsNamed_data()
    {
        QTest::addColumn<QJsonObject>("meta");
        QTest::addColumn<QString>("member");
        QTest::newRow("kind") << QJsonObject{{u"kind"_s, u"striped"_s}} << u"kind"_s;
        QTest::newRow("width") << QJsonObject{{u"physicalWidthMm"_s, -5}} << u"physicalWidthMm"_s;
        QTest::newRow("colour") << QJsonObject{{u"groundColour"_s, u"blueish"_s}}
                                << u"groundColour"_s;
        QTest::newRow("edges") << QJsonObject{{u"edgesAllowed"_s, u"yes"_s}} << u"edgesAllowed"_s;
        QTest::newRow("lines") << QJsonObject{{u"textLines"_s, u"one"_s}} << u"textLines"_s;
        QTest::newRow("box") << QJsonObject{{u"textLines"_s,
                                             QJsonArray{QJsonObject{
                                                 {u"text"_s, u"a"_s},
                                                 {u"box"_s, QJsonArray{0.5, 0.5, 2, 2}}}}}}
                             << u"textLines[0]"_s;
    }

    void wrongMetaIsNamed()
    {
        QFETCH(const QJsonObject, meta);
        QFETCH(const QString, member);
        LearnRequest request;
        request.artwork = QImage(400, 300, QImage::Format_RGB32);
        request.meta = meta;
        const auto learnt = learnBackdrop(request, m_dir.filePath(u"wrong"_s));
        QVERIFY(!learnt);
        QVERIFY(learnt.error().code == ErrorCode::InvalidInput);
        QCOMPARE(learnt.error().where, member);
    }

    void motifNeedsAPicture()
    {
        const auto learnt = learnBackdrop({}, m_dir.filePath(u"empty"_s));
        QVERIFY(!learnt);
        QVERIFY(learnt.error().code == ErrorCode::InvalidInput);
    }

    void plainGroundNeedsOnlyItsColour()
    {
        LearnRequest request;
        request.meta = {{u"kind"_s, u"plain"_s}, {u"groundColour"_s, u"#3060a0"_s}};
        const auto learnt = learnBackdrop(request, m_dir.filePath(u"plain"_s));
        QVERIFY(learnt);
        QVERIFY(learnt->profile.kind() == BackdropKind::Plain);
        QVERIFY(learnt->profile.artwork().isNull());
    }

    void emptyArtworkIsWarnedAbout()
    {
        LearnRequest request;
        request.artwork = QImage(900, 600, QImage::Format_RGB32);
        request.artwork->fill(QColor(20, 60, 140));
        const auto learnt = learnBackdrop(request, m_dir.filePath(u"blank"_s));
        QVERIFY(learnt);
        QVERIFY(learnt->warnings.contains(u"backdrop.weak.features"_s));
        QVERIFY(learnt->warnings.contains(u"backdrop.weak.contrast"_s));
    }

    void foreignFolderIsLeftAlone()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"letter.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        LearnRequest request;
        request.meta = {{u"kind"_s, u"none"_s}};
        const auto learnt = learnBackdrop(request, folder.path());
        QVERIFY(!learnt);
        QVERIFY(learnt.error().code == ErrorCode::AlreadyExists);
        QVERIFY(file.exists());
    }

    void linesWithoutAPlaceAreFoundOnTheArtwork()
    {
        LearnRequest request = specimenRequest(m_design);
        request.meta[u"textLines"_s] = QJsonArray{m_design.provider};
        const QString folder = m_dir.filePath(u"lines"_s);
        QVERIFY(learnBackdrop(request, folder));
        QFile json(folder + u"/profile.json"_s);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject profile = QJsonDocument::fromJson(json.readAll()).object();
        const QJsonArray box = profile[u"textLines"_s].toArray()[0].toObject()[u"box"_s].toArray();
        QCOMPARE(box.size(), 4);
        const QRectF found(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(),
                           box[3].toDouble());
        const QRectF drawn = backdropTexts(m_design).front().box;
        QVERIFY((found & drawn).width() * (found & drawn).height() >
                0.7 * (found | drawn).width() * (found | drawn).height());
    }

private:
    BackdropDesign m_design;
    QTemporaryDir m_dir;
    QString m_id;
};

QTEST_MAIN(TestBackdropLearner)
#include "tst_backdrop_learner.moc"
