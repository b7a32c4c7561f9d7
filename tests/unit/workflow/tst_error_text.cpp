// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scanner.h"
#include "app/workflow/consent_notice.h"
#include "app/workflow/display_words.h"
#include "app/workflow/error_text.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentenceWithWhatToDo()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const auto value = static_cast<ErrorCode>(code);
            const QString text = ErrorText::of({value, u"detail"_s});
            QCOMPARE(text.isEmpty(), value == ErrorCode::Cancelled);
            QVERIFY2(!text.contains(u"error."_s), qPrintable(text));
        }
    }

    void aSentenceNeverHoldsTheDetail()
    {
        QVERIFY(!ErrorText::of({ErrorCode::Storage, u"secret detail"_s}).contains(u"secret"_s));
    }

    void anUnknownKeyIsNotSilent()
    {
        QVERIFY(ErrorText::advice(u"no.such.key"_s, {}).contains(u"no.such.key"_s));
        QVERIFY(ErrorText::advice({}, {}).isEmpty());
    }

    void everyFaultOfAScannerHasWords()
    {
        for (int fault = 0; fault <= static_cast<int>(ScanFault::Failed); ++fault) {
            const QString key = u"scanner."_s + scanFaultName(static_cast<ScanFault>(fault));
            QVERIFY2(ErrorText::knows(key), qPrintable(key));
        }
    }

    void everyCheckHasAName()
    {
        const QStringList ids =
            u"backdrop edition mirrored copy screen replay composite text coverage artworkVisible "
            u"head "
            "faces frontal upright sharp light size clothes reused sheet kind borders glare "
            "resolution "
            "number-check birth-check sex-check validity credit-code-check qr"_s.split(u' ');
        for (const QString& id : ids)
            QVERIFY2(words::check(id) != id, qPrintable(id));
        QCOMPARE(words::check(u"no-such-check"_s), u"no-such-check"_s);
    }

    void someFailuresHaveWordsOfTheirOwn()
    {
        const QString damaged = ErrorText::of({ErrorCode::Unreadable, u"pdf-damaged"_s});
        const QString locked = ErrorText::of({ErrorCode::Unreadable, u"pdf-password"_s});
        const QString other = ErrorText::of({ErrorCode::Unreadable, u"picture: cut off"_s});
        QVERIFY(locked.contains(u"password"_s));
        QVERIFY(damaged != locked && damaged != other);
    }

    void argumentsAreFilledInOnce()
    {
        const QString key = keyWithPlaceholders();
        if (key.isEmpty())
            QSKIP("no sentence has two arguments");
        const QString text = ErrorText::advice(key, {u"%2"_s, u"second"_s});
        QVERIFY(text.contains(u"%2"_s));
        QVERIFY(text.contains(u"second"_s));
    }

    void theNextStepIsTheSecondHalf()
    {
        QCOMPARE(ErrorText::nextStep(u"cross.expired"_s), u"A valid one is needed."_s);
    }

    void whatTheSessionSaysIsKnown_data()
    {
        QTest::addColumn<QString>("key");
        for (const char* key : {"error.chip-died",
                                "error.chip-hung",
                                "error.chip-library-missing",
                                "error.chip-library-unset",
                                "error.chip-library-wrong",
                                "error.chip-no-card",
                                "error.chip-no-reader",
                                "error.chip-unreadable",
                                "cross.compare",
                                "cross.differs",
                                "cross.unread",
                                "cross.expired",
                                "cross.expires-soon",
                                "cross.number-differs",
                                "cross.qr-differs",
                                "cross.representative-differs",
                                "cross.representative-required",
                                "evidence.not-assessable",
                                "form.code.other-session",
                                "form.code.other-site",
                                "form.code.stale",
                                "form.code.unread",
                                "step.missing.photo",
                                "step.missing.form",
                                "step.missing.id-portrait",
                                "step.missing.id-emblem",
                                "step.missing.licence",
                                "step.not-assessed",
                                "verdict.go",
                                "verdict.stay",
                                "live.paper.none"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }

    void whatTheSessionSaysIsKnown()
    {
        QFETCH(const QString, key);
        QVERIFY(ErrorText::knows(key));
    }

    void everySentenceIsThereInChineseWithTheSameArguments()
    {
        QTranslator translator;
        const QString folder = QFileInfo(qEnvironmentVariable("HANDSHAKE_PROGRAM")).absolutePath();
        QVERIFY(translator.load(u"handshake_zh_CN"_s, folder + u"/translations"_s));
        static const QRegularExpression kHan(u"[\u4e00-\u9fff]"_s);
        for (const QString& key : ErrorText::keys()) {
            const QString english = ErrorText::advice(key, {});
            QCoreApplication::installTranslator(&translator);
            const QString chinese = ErrorText::advice(key, {});
            QCoreApplication::removeTranslator(&translator);
            QVERIFY2(kHan.match(chinese).hasMatch(), qPrintable(key));
            for (int i = 1; i <= 4; ++i) {
                const QString mark = u'%' + QString::number(i);
                QVERIFY2(english.contains(mark) == chinese.contains(mark), qPrintable(key));
            }
        }
    }

    void aCrossCheckIsNamed()
    {
        QCOMPARE(words::crossCheck(u"cross/subject.name"_s), u"Subject: Name"_s);
        QCOMPARE(words::crossCheck(u"cross/websites[1].person.certificate.number"_s),
                 u"Website 2: ID number"_s);
        QCOMPARE(words::openItem(u"photo@site:1/sharp"_s), u"Photo: Sharp"_s);
        QCOMPARE(words::openItem(u"licence@subject"_s), u"Licence"_s);
    }

    void consentCarriesTheDigestOfTheTextShown()
    {
        const ConsentNotice notice = ConsentNotice::current(u"样本接入服务有限公司"_s);
        const ConsentNotice other = ConsentNotice::current(u"另一样本公司"_s);
        const QDateTime when(QDate(2026, 11, 23), QTime(2, 30), Qt::UTC);
        QVERIFY(notice.text.contains(u"样本接入服务有限公司"_s));
        QCOMPARE(notice.agreedAt(when).textHash.size(), 64);
        QVERIFY(notice.agreedAt(when).textHash != other.agreedAt(when).textHash);
        QCOMPARE(notice.agreedAt(when).time, when);
        QCOMPARE(notice.language, u"en"_s);
    }

private:
    static QString keyWithPlaceholders()
    {
        for (const QString& key : ErrorText::keys()) {
            if (ErrorText::advice(key, {}).contains(u"%2"_s))
                return key;
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
