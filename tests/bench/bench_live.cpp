// SPDX-License-Identifier: Apache-2.0
// The live lamps: frames a second on one core, and how long after a change a lamp shows it.
// Measured beside one search of the whole frame by OpenCV's own detector in the same run, so that
// the figures of different machines can be held against each other.
//
//   bench_live [frames]
#include "app/core/paths.h"
#include "app/demo/photo_scene.h"
#include "app/imaging/mat_view_p.h"
#include "app/vision/backdrop_learner.h"
#include "app/vision/live_guide.h"
#include "tests/support/backdrop_specimen.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTextStream>

#include <opencv2/objdetect.hpp>

#include <algorithm>
#include <ctime>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

constexpr double kFrameMs = 40; ///< of a camera of 25 frames a second

/// Of the processor, in ms: other programs may be at work.
template <typename Act>
double cost(Act act)
{
    const std::clock_t begun = std::clock();
    act();
    return 1e3 * double(std::clock() - begun) / CLOCKS_PER_SEC;
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

SceneDesign scene(std::uint32_t seed)
{
    SceneDesign made;
    made.size = {1280, 720};
    made.persons = {{.seed = 40 + seed % 5}};
    made.seed = seed;
    return made;
}

CheckResult lampOf(const GuideState& state, const QString& id)
{
    for (const CheckValue& lamp : state.lamps) {
        if (lamp.id == id)
            return lamp.result;
    }
    return CheckResult::Unknown;
}

struct Change {
    QString lamp;
    SceneDesign after;
};

std::vector<Change> changes()
{
    Change aside{u"centred"_s, scene(2)};
    aside.after.personAt.setX(0.68);
    Change leaning{u"upright"_s, scene(3)};
    leaning.after.persons[0].rollDegrees = 13;
    Change blurred{u"sharp"_s, scene(4)};
    blurred.after.blur = 6;
    Change dark{u"light"_s, scene(5)};
    dark.after.brightness = 0.3;
    Change gone{u"face"_s, scene(6)};
    gone.after.persons.clear();
    return {aside, leaning, blurred, dark, gone};
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    cv::setNumThreads(1);
    const int count = argc > 1 ? std::max(10, QByteArray(argv[1]).toInt()) : 150;
    const auto paths = Paths::find(QCoreApplication::applicationDirPath());
    if (!paths)
        return 69;
    const PhotoChecker::Config config{Paths::cascades(), paths->data(u"vision/thresholds.json"_s)};
    auto guide = LiveGuide::create(config);
    auto checker = PhotoChecker::create(config);
    QTemporaryDir folder;
    const auto learnt =
        learnBackdrop(specimenRequest(BackdropDesign{}), folder.filePath(u"profile"_s));
    cv::CascadeClassifier plain(
        QFile::encodeName(Paths::cascades() + u"/haarcascades/haarcascade_frontalface_alt2.xml"_s)
            .toStdString());
    if (!guide || !checker || !learnt || plain.empty())
        return 78;
    (*guide)->setBackdrop(learnt->profile);
    QTextStream out(stdout);

    std::vector<QImage> frames;
    for (int i = 0; i < 6; ++i) {
        SceneDesign made = scene(1);
        made.personAt.rx() += 0.002 * i;
        made.noise = 3 + 0.01 * i;
        frames.push_back(drawPhotoScene(made));
    }
    constexpr int kRounds = 5;
    std::vector<double> full;
    full.reserve(kRounds);
    for (int i = 0; i < kRounds; ++i) {
        full.push_back(cost([&] {
            std::vector<cv::Rect> found;
            plain.detectMultiScale(grayCopy(frames[0]), found, 1.1, 3, 0, cv::Size(60, 60));
        }));
    }
    std::vector<double> tracked;
    std::vector<double> verified;
    for (int i = 0; i < count; ++i) {
        const QImage& frame = frames[std::size_t(i < 10 ? i % 6 : (i / 2) % 6)];
        if (i % 25 == 0) {
            Result<PhotoReport> report = Error{ErrorCode::Internal, {}};
            verified.push_back(cost([&] {
                const QImage small = frame.scaledToWidth(640, Qt::SmoothTransformation);
                report = (*checker)->check(small, &learnt->profile);
                if (report)
                    (void)(*checker)->replayOf((*guide)->recent(), report->face);
            }));
            if (report)
                (*guide)->verify(*report, {640, 360});
        }
        const double ms = cost([&] { (void)(*guide)->track(frame); });
        if (i > 2)
            tracked.push_back(ms);
    }
    const double track = medianOf(tracked);
    const double verify = medianOf(verified);
    out << "one whole-frame search by the plain detector " << medianOf(full) << " ms" << Qt::endl;
    out << "one tracked frame of 1280 x 720              " << track << " ms, "
        << track / medianOf(full) << " of that; " << 1000 / track << " a second" << Qt::endl;
    out << "one verification                             " << verify << " ms" << Qt::endl;
    // Two verifications a second leave so many frames on the same core.
    out << "tracked beside two verifications a second    "
        << std::max(0.0, (1000 - 2 * verify) / track) << " a second" << Qt::endl;

    for (const Change& change : changes()) {
        const QImage good = drawPhotoScene(scene(change.after.seed));
        const QImage bad = drawPhotoScene(change.after);
        std::vector<double> late;
        for (int run = 0; run < 5; ++run) {
            (*guide)->restart();
            for (int i = 0; i < 8 + run; ++i)
                (void)(*guide)->track(good);
            double ms = 0;
            int frame = 0;
            bool isShown = false;
            for (; frame < 50 && !isShown; ++frame) {
                GuideState state;
                ms = cost([&] { state = (*guide)->track(bad); });
                isShown = lampOf(state, change.lamp) != CheckResult::Pass;
            }
            late.push_back(isShown ? (frame - 1) * kFrameMs + ms : 9999);
        }
        out << "change to lamp " << change.lamp << ": " << medianOf(late)
            << " ms after the first frame that shows it (25 frames a second)" << Qt::endl;
    }
    // A verification begins with the newest frame when the one before is done.
    out << "change to a verified lamp: " << 1.5 * verify + track << " ms on average, "
        << 2 * verify + track << " at most" << Qt::endl;
    return 0;
}
