// SPDX-License-Identifier: Apache-2.0
// Fitting a picture to an upload limit: fitJpeg() against ImageMagick's jpeg:extent, which searches
// for the quality too. Run by hand; needs the program `convert`. Prints medians, how much of the
// limit is used, how near the result is to the picture (PSNR), and the ratio of the times.
#include "app/demo/photo_scene.h"
#include "app/imaging/jpeg_fit.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 7;

double medianMilliseconds(const std::function<void()>& work)
{
    std::array<double, kRounds> times{};
    for (double& time : times) {
        QElapsedTimer timer;
        timer.start();
        work();
        time = double(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(times.begin(), times.end());
    return times[kRounds / 2];
}

double psnr(const QImage& a, const QByteArray& jpeg)
{
    const QImage b = QImage::fromData(jpeg).convertToFormat(QImage::Format_RGB32);
    if (b.size() != a.size())
        return 0;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            sum += std::pow(qRed(p) - qRed(q), 2) + std::pow(qGreen(p) - qGreen(q), 2) +
                   std::pow(qBlue(p) - qBlue(q), 2);
        }
    }
    return 10 * std::log10(255.0 * 255.0 * 3 * a.width() * a.height() / std::max(sum, 1.0));
}

void convert(const QStringList& arguments)
{
    if (QProcess::execute(u"convert"_s, arguments) != 0)
        qFatal("convert failed");
}

} // namespace

int main(int argc, char* argv[])
{
    const QGuiApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString in = folder.filePath(u"in.ppm"_s);
    const QString out = folder.filePath(u"out.jpg"_s);
    const double start = medianMilliseconds([&] {
        convert({u"-size"_s, u"1x1"_s, u"xc:"_s, out});
    });
    std::printf("starting convert: %.0f ms, taken off below\n", start);
    for (const QSize size : {QSize(800, 600), QSize(1024, 768), QSize(1600, 1200)}) {
        SceneDesign scene;
        scene.size = size;
        const QImage image = drawPhotoScene(scene);
        if (!image.save(in))
            return 1;
        const JpegLimit limit;
        const qsizetype maxBytes = limit.maxBase64 / 4 * 3;
        QByteArray ours;
        const double mine = medianMilliseconds([&] { ours = fitJpeg(image, limit)->bytes; });
        const double theirs = medianMilliseconds([&] {
            convert({in, u"-define"_s, u"jpeg:extent=%1B"_s.arg(maxBytes), out});
        });
        QFile file(out);
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray other = file.readAll();
        std::printf("%4d x %4d  ours %4.0f ms, %3.0f %% of the limit, %.1f dB;"
                    "  convert %4.0f ms, %3.0f %%, %.1f dB;  ratio %.2f\n",
                    size.width(), size.height(), mine,
                    100.0 * double(ours.size()) / double(maxBytes), psnr(image, ours),
                    theirs - start, 100.0 * double(other.size()) / double(maxBytes),
                    psnr(image, other), mine / (theirs - start));
    }
    return 0;
}
