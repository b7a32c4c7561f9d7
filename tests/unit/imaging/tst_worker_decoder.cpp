// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_decoder.h"

#include "app/imaging/worker_limits.h"
#include "support/picture_files.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QtConcurrentRun>

#include <array>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#endif

using namespace handshake;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace files = handshake::picture_files;

namespace {

const QString kHelper = QStringLiteral(HANDSHAKE_WORKER_HELPER);

void killProcess(qint64 id)
{
    QCOMPARE(QProcess::execute(u"kill"_s, {u"-9"_s, QString::number(id)}), 0);
}

} // namespace

class TestWorkerDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictureComesThroughUnchanged()
    {
        WorkerDecoder decoder(kHelper);
        const QImage image = files::noise(301, 207);
        const QByteArray bytes = files::encoded(image, "png");
        const auto picture = decoder.decode(bytes, {DeviceKind::File, u"file"_s, {}});
        QVERIFY(picture);
        QCOMPARE(picture->image, image);
        QCOMPARE(picture->image.format(), QImage::Format_RGB32);
        QCOMPARE(picture->master, bytes);
        QCOMPARE(picture->mediaType, u"image/png"_s);
        QCOMPARE(picture->provenance.device, u"file"_s);
    }

    void workerAndProcessAgree()
    {
        WorkerDecoder worker(kHelper);
        InProcessDecoder here;
        const QByteArray bytes = files::withExif(files::encoded(files::noise(640, 480), "jpeg", 80),
                                                 files::exifBlock(6));
        const auto there = worker.decode(bytes, {});
        const auto own = here.decode(bytes, {});
        QVERIFY(there && own);
        QCOMPARE(there->image.size(), QSize(480, 640));
        QCOMPARE(there->image, own->image);
    }

    void oneWorkerServesManyPictures()
    {
        WorkerDecoder decoder(kHelper);
        QCOMPARE(decoder.workerId(), 0); // not before it is needed
        QVERIFY(decoder.decode(files::encoded(files::quarters(20, 20), "png"), {}));
        const qint64 id = decoder.workerId();
        QVERIFY(id > 0);
        QVERIFY(!decoder.decode("text", {}));
        QVERIFY(!decoder.decode(files::png(1000, 1000, files::deflatedZeros(5000)), {}));
        QVERIFY(decoder.decode(files::encoded(files::quarters(20, 20), "jpeg"), {}));
        QCOMPARE(decoder.workerId(), id);
    }

    void severalThreadsMayAsk()
    {
        WorkerDecoder decoder(kHelper);
        std::vector<QFuture<bool>> answers;
        for (int i = 1; i <= 8; ++i) {
            answers.push_back(QtConcurrent::run([&decoder, i] {
                const QImage image = files::noise(50 + i, 40, quint32(i));
                const auto picture = decoder.decode(files::encoded(image, "png"), {});
                return picture && picture->image == image;
            }));
        }
        for (QFuture<bool>& answer : answers)
            QVERIFY(answer.result());
    }

    void hostileInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");

        const QByteArray jpeg = files::encoded(files::noise(200, 200), "jpeg", 90);
        QByteArray scratched = jpeg;
        for (qsizetype at = jpeg.size() / 2; at < jpeg.size() / 2 + 60; ++at)
            scratched[at] = char(at * 37 % 251);
        QTest::newRow("empty") << QByteArray() << ErrorCode::Unreadable;
        QTest::newRow("text named .jpg") << QByteArray("hello") << ErrorCode::Unreadable;
        QTest::newRow("cut") << jpeg.first(jpeg.size() * 2 / 3) << ErrorCode::Unreadable;
        QTest::newRow("scratched inside") << scratched << ErrorCode::Unreadable;
        QTest::newRow("20000 × 20000")
            << files::png(20'000, 20'000, files::deflatedZeros(1'000'000)) << ErrorCode::TooLarge;
    }

    void hostileInputIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ErrorCode, code);
        WorkerDecoder decoder(kHelper);
        QElapsedTimer time;
        time.start();
        const auto picture = decoder.decode(bytes, {});
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, code);
        QVERIFY2(time.elapsed() < 10'000, qPrintable(QString::number(time.elapsed())));
    }

    void strayBytesOfRealCamerasAreForgiven()
    {
        QByteArray bytes = files::encoded(files::quarters(64, 48), "jpeg", 90);
        bytes.insert(bytes.size() - 2, QByteArray("\x12\x34\x56\x78", 4));
        WorkerDecoder decoder(kHelper);
        QVERIFY(decoder.decode(bytes, {}));
    }

    void noMoreIsInflatedThanAnnounced()
    {
        // 100 MB of zeros where 3 MB are announced.
        WorkerDecoder decoder(kHelper);
        const auto picture =
            decoder.decode(files::png(1000, 1000, files::deflatedZeros(100'000'000)), {});
        if (picture)
            QCOMPARE(picture->image, files::filled(1000, 1000, Qt::black));
        QVERIFY(decoder.workerId() > 0);
        QVERIFY(peakMegabytes(decoder.workerId()) < 90);
    }

    void textBombDoesNotFillTheMemory()
    {
        // A comment that inflates to 100 MB, in an otherwise good picture.
        const QByteArray bomb =
            files::withPngChunk(files::encoded(files::quarters(20, 20), "png"),
                                files::pngChunk("zTXt", QByteArray("Comment\0\0", 9) +
                                                            files::deflatedZeros(100'000'000)));
        WorkerDecoder decoder(kHelper);
        const auto picture = decoder.decode(bomb, {});
        if (picture)
            QCOMPARE(picture->image, files::quarters(20, 20));
        QVERIFY(decoder.workerId() > 0);
        QVERIFY(peakMegabytes(decoder.workerId()) < 90);
    }

    void largestPermittedPictureFitsTheLimits()
    {
        // 8333 × 6000 at 16 bits a channel, turned: the most that a file may ask for.
        const QByteArray big = files::withPngChunk(
            files::png(8333, 6000, files::deflatedZeros((8333LL * 6 + 1) * 6000), 16, 2),
            files::pngChunk("eXIf", files::exifBlock(6)));
        QVERIFY(big.size() < 1'000'000);
        WorkerDecoder decoder(kHelper);
        const auto picture = decoder.decode(big, {});
        QVERIFY2(picture, picture ? "" : qPrintable(picture.error().detail));
        QCOMPARE(picture->image.size(), QSize(6000, 8333));
    }

    void killedWorkerIsReplaced()
    {
        WorkerDecoder decoder(kHelper);
        const QByteArray bytes = files::encoded(files::quarters(20, 20), "png");
        QVERIFY(decoder.decode(bytes, {}));
        const qint64 first = decoder.workerId();
        killProcess(first);
        const auto picture = decoder.decode(bytes, {});
        QVERIFY2(picture, picture ? "" : qPrintable(picture.error().detail));
        QVERIFY(decoder.workerId() != first);
    }

    void hangingWorkerIsKilledInTime()
    {
        WorkerDecoder decoder(kHelper, {5s, 300ms}, {u"worker"_s, u"hang"_s});
        QElapsedTimer time;
        time.start();
        const auto picture = decoder.decode(files::encoded(files::quarters(16, 16), "png"), {});
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, ErrorCode::Timeout);
        QVERIFY(time.elapsed() >= 300);
        QVERIFY(time.elapsed() < 3000);
        QCOMPARE(decoder.workerId(), 0);
    }

    void misbehavingWorkerIsRefused_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("dies") << u"die"_s << ErrorCode::Unreadable;
        QTest::newRow("larger than announced") << u"larger"_s << ErrorCode::Unreadable;
        QTest::newRow("half a picture") << u"half"_s << ErrorCode::Unreadable;
        QTest::newRow("says nothing") << u"silent"_s << ErrorCode::Unavailable;
        QTest::newRow("another program") << u"stranger"_s << ErrorCode::Unavailable;
    }

    void misbehavingWorkerIsRefused()
    {
        QFETCH(const QString, fault);
        QFETCH(const ErrorCode, code);
        WorkerDecoder decoder(kHelper, {1s, 2s}, {u"worker"_s, fault});
        const auto picture = decoder.decode(files::encoded(files::quarters(16, 16), "png"), {});
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, code);
        QCOMPARE(decoder.workerId(), 0); // nothing of it is left for the next picture
    }

    void missingProgramIsUnavailable()
    {
        WorkerDecoder decoder(u"/nonexistent/handshake-desk"_s);
        const auto picture = decoder.decode(files::encoded(files::quarters(16, 16), "png"), {});
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, ErrorCode::Unavailable);
    }

    void nothingOfAnEarlierPictureIsLeft()
    {
        WorkerDecoder decoder(kHelper);
        const QByteArray red = files::encoded(files::filled(400, 300, Qt::red), "jpeg", 95);
        const QByteArray white = files::encoded(files::filled(400, 300, Qt::white), "png");
        QVERIFY(decoder.decode(red, {}));
        QVERIFY(!decoder.decode(red.first(red.size() - 40), {}));
        QVERIFY(!decoder.decode(files::png(400, 300, files::deflatedZeros(1000)), {}));
        const auto after = decoder.decode(white, {});
        QVERIFY(after);
        QCOMPARE(after->image, files::filled(400, 300, Qt::white));
    }

    void usedWorkerDecodesAsAFreshOne_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString folder = QFINDTESTDATA("../../data/fuzz/picture_header");
        for (const QString& name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
            QFile file(folder + u'/' + name);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("test picture missing");
            QTest::newRow(qPrintable(name)) << file.readAll();
        }
        const QByteArray noise = files::encoded(files::noise(160, 120), "jpeg", 90);
        // The first passes of a progressive picture only, closed properly: pixels that no byte of
        // the file speaks of must come from nowhere else.
        QFile file(folder + u"/progressive.jpg"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("test picture missing");
        const QByteArray whole = file.readAll();
        const qsizetype second = whole.indexOf("\xFF\xDA", whole.indexOf("\xFF\xDA") + 2);
        QTest::newRow("first pass only") << whole.first(second) + QByteArray("\xFF\xD9", 2);
        QTest::newRow("fewer pixels than announced")
            << files::png(160, 120, files::deflatedZeros(5000));
    }

    void usedWorkerDecodesAsAFreshOne()
    {
        // A picture decoded after another one, and after a damaged one, holds nothing of them.
        QFETCH(const QByteArray, bytes);
        WorkerDecoder fresh(kHelper);
        const auto expected = fresh.decode(bytes, {});
        WorkerDecoder used(kHelper);
        for (const char* format : {"jpeg", "png"}) {
            const QByteArray secret = files::encoded(files::noise(160, 120), format, 90);
            QVERIFY(used.decode(secret, {}));
            QVERIFY(!used.decode(secret.first(secret.size() * 2 / 3), {}));
            QByteArray damaged = secret;
            damaged.replace(damaged.size() / 2, 60, QByteArray(60, 'x'));
            QVERIFY(!used.decode(damaged, {}));
        }
        const auto seen = used.decode(bytes, {});
        QCOMPARE(seen.has_value(), expected.has_value());
        if (seen)
            QCOMPARE(seen->image, expected->image);
        else
            QCOMPARE(seen.error().code, expected.error().code);
    }

    void workerKilledInTheMiddleIsReplaced()
    {
#ifndef Q_OS_LINUX
        QSKIP("children are listed by Linux only");
#else
        // Slow enough to be met in the middle of it: 48 megapixels of 16 bits.
        const QByteArray big =
            files::png(8000, 6000, files::deflatedZeros((8000LL * 6 + 1) * 6000), 16, 2);
        WorkerDecoder decoder(kHelper);
        QVERIFY(decoder.decode(files::encoded(files::quarters(8, 8), "png"), {}));
        const qint64 first = decoder.workerId();
        QFuture<bool> decoded =
            QtConcurrent::run([&decoder, &big] { return decoder.decode(big, {}).has_value(); });
        QTRY_VERIFY(processorTicks(first) > 5 || decoded.isFinished());
        QVERIFY(!decoded.isFinished());
        killProcess(first);
        QVERIFY(decoded.result()); // by a second worker, at once
        QVERIFY(decoder.workerId() > 0);
        QVERIFY(decoder.workerId() != first);
#endif
    }

    void workerInheritsNoFile()
    {
#ifndef Q_OS_UNIX
        QSKIP("files are handed on by name only here");
#else
        // A pipe that is open in the program when the worker starts and not marked to be closed: as
        // long as the worker holds its end, there is no end to be read.
        std::array<int, 2> ends{};
        QCOMPARE(pipe(ends.data()), 0);
        WorkerDecoder decoder(kHelper);
        QVERIFY(decoder.decode(files::encoded(files::quarters(8, 8), "png"), {}));
        close(ends[1]);
        pollfd ended{ends[0], POLLIN, 0};
        QCOMPARE(poll(&ended, 1, 2000), 1);
        QVERIFY((ended.revents & POLLHUP) != 0);
        close(ends[0]);
#endif
    }

    void workerInheritsLittleOfTheEnvironment()
    {
        qputenv("HANDSHAKE_SPECIMEN_SECRET", "secret");
        WorkerDecoder decoder(kHelper, {5s, 5s}, {u"worker"_s, u"environment"_s});
        const auto names = decoder.decode(files::encoded(files::quarters(8, 8), "png"), {});
        qunsetenv("HANDSHAKE_SPECIMEN_SECRET");
        QVERIFY(!names);
        const QStringList seen = names.error().detail.split(u' ', Qt::SkipEmptyParts);
        QVERIFY(seen.contains(u"LC_ALL"_s));
        for (const QString& name : seen) {
            static const QStringList kPermitted{
                u"PATH"_s,         u"LD_LIBRARY_PATH"_s, u"QT_PLUGIN_PATH"_s,  u"SystemRoot"_s,
                u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s,   u"QT_QPA_PLATFORM"_s, u"LC_ALL"_s};
            QVERIFY2(kPermitted.contains(name), qPrintable(name));
        }
    }

    void workerEndsWithItsDecoder()
    {
        qint64 id = 0;
        {
            WorkerDecoder decoder(kHelper);
            QVERIFY(decoder.decode(files::encoded(files::quarters(20, 20), "png"), {}));
            id = decoder.workerId();
        }
        QVERIFY(!QFile::exists(u"/proc/%1/status"_s.arg(id)));
    }

    void workerIsLimited()
    {
#ifndef Q_OS_LINUX
        QSKIP("limits are listed by Linux only");
#else
        WorkerDecoder decoder(kHelper);
        QVERIFY(decoder.decode(files::encoded(files::quarters(20, 20), "png"), {}));
        // Not dumpable: other processes of the same user may not look at its memory.
        QFile status(u"/proc/%1/status"_s.arg(decoder.workerId()));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray facts = status.readAll();
        QVERIFY(facts.contains("NoNewPrivs:\t1"));
        QVERIFY(facts.contains("Seccomp:\t2")); // see tst_worker_sandbox
        QFile limits(u"/proc/%1/limits"_s.arg(decoder.workerId()));
        if (!limits.open(QIODevice::ReadOnly))
            QSKIP("the limits of a process that cannot be dumped are hidden here");
        const QString text = QString::fromUtf8(limits.readAll()).simplified();
        QVERIFY2(text.contains(u"Max core file size 0 0"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Max open files 64 64"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Max file size 0 0"_s), qPrintable(text));
#ifndef __SANITIZE_ADDRESS__
        const auto space = QRegularExpression(u"Max address space (\\d+) (\\d+)"_s).match(text);
        QVERIFY2(space.hasMatch(), qPrintable(text));
        QCOMPARE(space.captured(1), space.captured(2)); // cannot be raised again
        QVERIFY(space.captured(1).toLongLong() < worker_limits::kMemory + 2'000'000'000);
#endif
        QVERIFY2(!text.contains(u"Max cpu time unlimited"_s), qPrintable(text));
#endif
    }

    void timesAreStated()
    {
        const QByteArray bytes =
            files::encoded(files::noise(480, 270).scaled(1920, 1080, Qt::IgnoreAspectRatio,
                                                         Qt::SmoothTransformation),
                           "jpeg", 90);
        WorkerDecoder worker(kHelper);
        InProcessDecoder here;
        QVERIFY(worker.decode(bytes, {})); // starts it
        const auto median = [&bytes](PictureDecoder& decoder) {
            std::vector<qint64> times;
            for (int i = 0; i < 7; ++i) {
                QElapsedTimer time;
                time.start();
                if (!decoder.decode(bytes, {}))
                    qFatal("not decoded");
                times.push_back(time.nsecsElapsed() / 1000);
            }
            std::sort(times.begin(), times.end());
            return times[3];
        };
        const qint64 own = median(here);
        const qint64 there = median(worker);
        QVERIFY2(there < 10 * own + 500'000,
                 qPrintable(u"worker %1 µs, in process %2 µs"_s.arg(there).arg(own)));
        qInfo("1080p JPEG: worker %lld us, in process %lld us", there, own);
    }

private:
#ifdef Q_OS_LINUX
    /// Hundredths of a second a process has used.
    static qint64 processorTicks(qint64 process)
    {
        QFile status(u"/proc/%1/stat"_s.arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        const QList<QByteArray> fields = text.sliced(text.lastIndexOf(')') + 2).split(' ');
        return fields.size() > 12 ? fields[11].toLongLong() : 0;
    }
#endif

    static qint64 peakMegabytes(qint64 process)
    {
        QFile status(u"/proc/%1/status"_s.arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray& line : lines) {
            if (line.startsWith("VmHWM:"))
                return line.sliced(6).trimmed().split(' ').first().toLongLong() / 1024;
        }
        return 0;
    }
};

QTEST_GUILESS_MAIN(TestWorkerDecoder)
#include "tst_worker_decoder.moc"
