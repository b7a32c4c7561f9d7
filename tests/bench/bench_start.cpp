// SPDX-License-Identifier: Apache-2.0
// From starting the program to the first painted frame of the today board, against a bare Qt
// widgets program started in turn with it; medians, cold (page cache dropped, needs root) and warm.
// Run by hand: bench_start PROGRAM BARE_PROGRAM [ROUNDS].
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// False when the kernel does not let us.
bool dropPageCache()
{
    QFile caches(u"/proc/sys/vm/drop_caches"_s);
    return caches.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && caches.write("1\n") > 0;
}

double secondsToFirstPaint(const QString& program, const QStringList& arguments)
{
    constexpr int kLimitMs = 60'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer elapsed;
    elapsed.start();
    process.start(program, arguments);
    QByteArray said;
    while (!said.contains("window painted")) {
        if (!process.waitForReadyRead(kLimitMs))
            qFatal("%s did not paint: %s", qPrintable(program), said.constData());
        said += process.readAll();
    }
    const double seconds = static_cast<double>(elapsed.nsecsElapsed()) / 1e9;
    process.kill();
    process.waitForFinished();
    return seconds;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// The ratio that counts.
double compare(const char* name, const QString& program, const QString& bare, int rounds, bool cold)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    const QTemporaryDir folder;
    for (int round = 0; round < rounds; ++round) {
        if (cold)
            dropPageCache();
        ours.push_back(
            secondsToFirstPaint(program, {u"--data-dir"_s, folder.filePath(u"store"_s)}));
        if (cold)
            dropPageCache();
        theirs.push_back(secondsToFirstPaint(bare, {}));
    }
    const double ratio = median(ours) / median(theirs);
    std::printf("%s: program %.3f s, bare window %.3f s, ratio %.2f (medians of %d)\n", name,
                median(ours), median(theirs), ratio, rounds);
    return ratio;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    qputenv("QT_LOGGING_RULES", "handshake.main.info=true;qt.qpa.*=false"); // off by default
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        qFatal("bench_start PROGRAM BARE_PROGRAM [ROUNDS]");
    const int rounds = std::max(arguments.value(3, u"7"_s).toInt(), 1);
    const double warm = compare("warm", arguments[1], arguments[2], rounds, false);
    double cold = 0;
    if (dropPageCache())
        cold = compare("cold", arguments[1], arguments[2], rounds, true);
    else
        std::puts("cold: skipped, the page cache may not be dropped here");
    return warm < 10 && cold < 10 ? EXIT_SUCCESS : EXIT_FAILURE;
}
