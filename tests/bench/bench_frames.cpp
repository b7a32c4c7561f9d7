// SPDX-License-Identifier: Apache-2.0
// Video frames of 1080p to images: our conversion against QVideoFrame::toImage(). Run by hand with
// a display or QT_QPA_PLATFORM=offscreen: prints medians, and their ratio, which is what counts.
#include "app/devices/frame_converter.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QVideoFrameFormat>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <functional>
#include <vector>

using namespace handshake;

namespace {

using Format = QVideoFrameFormat;

constexpr QSize kSize(1920, 1080);
constexpr int kRounds = 15;

struct Case {
    const char* name;
    Format::PixelFormat format;
    Format::ColorRange range;
};

/// A fresh frame each time: toImage() remembers what it made of one.
QVideoFrame frameOf(const Case& wanted)
{
    Format format(kSize, wanted.format);
    format.setColorSpace(Format::ColorSpace_BT601);
    format.setColorRange(wanted.range);
    QVideoFrame frame(format);
    if (!frame.map(QVideoFrame::WriteOnly))
        return {};
    for (int plane = 0; plane < frame.planeCount(); ++plane) {
        for (int at = 0; at < frame.mappedBytes(plane); ++at)
            frame.bits(plane)[at] = uchar(16 + at * 7 % 220);
    }
    frame.unmap();
    return frame;
}

double medianMilliseconds(const Case& wanted, const std::function<void(const QVideoFrame&)>& work)
{
    std::array<double, kRounds> times{};
    for (double& time : times) {
        const QVideoFrame frame = frameOf(wanted);
        QElapsedTimer timer;
        timer.start();
        work(frame);
        time = double(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(times.begin(), times.end());
    return times[kRounds / 2];
}

} // namespace

int main(int argc, char* argv[])
{
    const QGuiApplication application(argc, argv);
    const std::vector<Case> cases{
        {"NV12", Format::Format_NV12, Format::ColorRange_Video},
        {"NV12 full range", Format::Format_NV12, Format::ColorRange_Full},
        {"YUV 4:2:0", Format::Format_YUV420P, Format::ColorRange_Video},
        {"YUV 4:2:0 full range", Format::Format_YUV420P, Format::ColorRange_Full},
        {"YUYV", Format::Format_YUYV, Format::ColorRange_Video},
        {"UYVY", Format::Format_UYVY, Format::ColorRange_Video},
        {"BGRX", Format::Format_BGRX8888, Format::ColorRange_Full},
    };
    for (const Case& one : cases) {
        const double ours = medianMilliseconds(one, [](const QVideoFrame& frame) {
            if (!convertFrame(frame))
                std::abort();
        });
        const double theirs = medianMilliseconds(one, [](const QVideoFrame& frame) {
            if (frame.toImage().isNull())
                std::abort();
        });
        std::printf("%-22s ours %6.2f ms, toImage %6.2f ms, ratio %.2f\n", one.name, ours, theirs,
                    ours / theirs);
    }
    return 0;
}
