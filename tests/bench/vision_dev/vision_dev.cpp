// SPDX-License-Identifier: Apache-2.0
// Draws the development scenes of the backdrop checks (cached), runs the checks over them and says
// how often each kind is accepted. Run by hand: vision_dev SPLIT CACHE [SHARE]
// [FIGURES.tsv] [KIND,KIND]
#include "app/core/paths.h"
#include "app/imaging/mat_view_p.h"
#include "app/vision/backdrop_model_p.h"
#include "app/vision/backdrop_search_p.h"
#include "app/vision/face_finder_p.h"
#include "app/vision/photo_checks_p.h"
#include "tests/bench/vision_dev/dev_scenes.h"
#include "tests/support/backdrop_specimen.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <map>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

struct Drawn {
    QImage photo;
    double coverage = 1; ///< of what is not the person
    std::vector<Face> faces;
};

double coverageOf(const QImage& parts)
{
    int backdrop = 0;
    int around = 0;
    for (int y = 0; y < parts.height(); ++y) {
        for (int x = 0; x < parts.width(); ++x) {
            const auto part = ScenePart(parts.constScanLine(y)[x]);
            around += part != ScenePart::Person ? 1 : 0;
            backdrop += part == ScenePart::Backdrop ? 1 : 0;
        }
    }
    return double(backdrop) / std::max(1, around);
}

/// Photo, truth and faces of a scene, from the cache when it is there.
Drawn drawn(const DevScene& made, const QString& stem, FaceFinder& finder)
{
    Drawn result;
    if (!result.photo.load(stem + u".png"_s)) {
        result.photo = drawPhotoScene(made.scene);
        if (!result.photo.save(stem + u".png"_s, "PNG", 80))
            std::fprintf(stderr, "cannot save %s\n", qPrintable(stem));
    }
    QFile file(stem + u".txt"_s);
    if (file.open(QIODevice::ReadOnly)) {
        QTextStream in(&file);
        int count = 0;
        in >> result.coverage >> count;
        for (int i = 0; i < count; ++i) {
            Face face;
            in >> face.box.x >> face.box.y >> face.box.width >> face.box.height;
            result.faces.push_back(face);
        }
        return result;
    }
    result.coverage = coverageOf(scenePartsOf(made.scene));
    result.faces = finder.find(grayCopy(result.photo));
    if (file.open(QIODevice::WriteOnly)) {
        QTextStream out(&file);
        out << result.coverage << ' ' << result.faces.size() << '\n';
        for (const Face& face : result.faces)
            out << face.box.x << ' ' << face.box.y << ' ' << face.box.width << ' '
                << face.box.height << '\n';
    }
    return result;
}

/// Share of what differs between the own artwork and the one that hangs there which the photo
/// shows: 1 all of it. `toPhoto` leads from the own artwork to `small` pixels.
double tellsInView(const DevScene& made, const BackdropDesign& own,
                   const BackdropReference& artwork, const cv::Matx33d& toPhoto, int smallWidth)
{
    constexpr double kApart = 14; // grey levels that are another print
    const cv::Mat mine = grayCopy(drawBackdrop(own));
    const cv::Mat theirs = grayCopy(drawBackdrop(*made.scene.backdrop));
    cv::Mat apart;
    cv::absdiff(mine, theirs, apart);
    cv::resize(apart, apart, artwork.gray.size(), 0, 0, cv::INTER_AREA);
    const QImage parts = scenePartsOf(made.scene);
    const double shrink = double(smallWidth) / parts.width();
    const cv::Matx33d enlarge(1 / shrink, 0, 0, 0, 1 / shrink, 0, 0, 0, 1);
    cv::Mat seen;
    cv::warpPerspective(grayCopy(parts), seen, enlarge * toPhoto, apart.size(),
                        cv::INTER_NEAREST | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT,
                        cv::Scalar(double(ScenePart::Wall)));
    double most = 0; // little in a tone-on-tone print
    cv::minMaxLoc(apart, nullptr, &most);
    const cv::Mat differs = apart > std::min(kApart, 0.4 * most);
    const cv::Mat shown = seen == double(ScenePart::Backdrop);
    return double(cv::countNonZero(differs & shown)) / std::max(1, cv::countNonZero(differs));
}

struct Tally {
    int all = 0, accepted = 0, backdrop = 0, editionPass = 0, editionUnknown = 0, screen = 0,
        composite = 0, covered = 0;
    double coverageError = 0;
};

void print(const QString& name, const Tally& t)
{
    std::printf("%-22s n %3d accept %.3f | backdrop %.3f | edition pass %.3f unknown %.3f | screen "
                "%.3f | composite %.3f | coverage error %.3f (%d)\n",
                qPrintable(name), t.all, double(t.accepted) / t.all, double(t.backdrop) / t.all,
                double(t.editionPass) / t.all, double(t.editionUnknown) / t.all,
                double(t.screen) / t.all, double(t.composite) / t.all,
                t.covered > 0 ? t.coverageError / t.covered : 0.0, t.covered);
}

/// Of this process: other programs on the machine do not count.
double cpuMs(std::clock_t began)
{
    return 1000.0 * double(std::clock() - began) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    cv::setNumThreads(1);
    if (argc < 3)
        return 2;
    const QString split = QString::fromLocal8Bit(argv[1]);
    const QString cache = QString::fromLocal8Bit(argv[2]) + u'/' + split;
    QDir().mkpath(cache);
    const DevSet set = devSet(split, argc > 3 ? std::atof(argv[3]) : 1.0);
    const auto paths = Paths::find(QCoreApplication::applicationDirPath());
    if (!paths)
        return 1;
    const auto limits = Thresholds::load(paths->data(u"vision/thresholds.json"_s));
    if (!limits)
        return 1;
    const auto finder = FaceFinder::load(Paths::cascades(), *limits);
    std::vector<BackdropProfile> profiles;
    for (std::size_t i = 0; i < set.designs.size(); ++i) {
        LearnRequest request = specimenRequest(set.designs[i]);
        request.older = {drawBackdrop(olderLarge(set.designs[i])),
                         drawBackdrop(olderSmall(set.designs[i]))};
        request.others = {drawBackdrop(knownOther(set.designs[i]))};
        auto learnt = learnBackdrop(request, cache + u"/profile-%1"_s.arg(i));
        if (!learnt) {
            std::fprintf(stderr, "learn: %s\n", qPrintable(learnt.error().detail));
            return 1;
        }
        std::printf("%s %s\n", qPrintable(set.families[i]),
                    qPrintable(learnt->warnings.join(u' ')));
        profiles.push_back(learnt->profile);
    }
    const QStringList only = argc > 5 ? QString::fromLocal8Bit(argv[5]).split(u',') : QStringList();
    std::map<QString, Tally> tallies;
    std::map<int, std::vector<double>> times;
    std::vector<BackdropSearch> searches(profiles.size());
    QFile figures(argc > 4 ? QString::fromLocal8Bit(argv[4]) : QString());
    if (argc > 4 && !figures.open(QIODevice::WriteOnly))
        return 1;
    for (std::size_t i = 0; i < set.scenes.size(); ++i) {
        const DevScene& made = set.scenes[i];
        if (!only.isEmpty() && !only.contains(made.kind))
            continue;
        const QString stem = cache + u'/' + made.name;
        const Drawn scene = drawn(made, stem, **finder);
        PhotoContext context{.limits = *limits};
        const std::clock_t began = std::clock();
        context.bgr = bgrCopy(scene.photo);
        context.gray = grayCopy(scene.photo);
        context.small = shrunkTo(context.gray, int(limits->featureWidth));
        context.enlarge = double(context.gray.cols) / context.small.cols;
        context.backdrop = &profiles[made.design].data();
        context.faces = scene.faces;
        if (context.face() != nullptr) {
            const cv::Rect box = context.face()->box;
            const double shrink = 1.0 / context.enlarge;
            context.person = personMask(
                context.small.size(), cv::Rect(int(box.x * shrink), int(box.y * shrink),
                                               int(box.width * shrink), int(box.height * shrink)));
        }
        cv::theRNG().state = 0x5eed;
        searches[made.design].look(context);
        const double searched = cpuMs(began);
        const CheckValue backdrop = checkBackdrop(context);
        const CheckValue edition = checkEdition(context);
        const CheckValue mirrored = checkMirrored(context);
        const CheckValue copy = checkCopy(context);
        const CheckValue coverage = checkCoverage(context);
        const CheckValue screen = checkScreen(context);
        const CheckValue composite = checkComposite(context);
        times[scene.photo.width()].push_back(searched);
        times[10000 + scene.photo.width()].push_back(cpuMs(began));
        std::optional<double> tells;
        if (made.kind == "similar"_L1 && context.finding.own)
            tells = tellsInView(made, set.designs[made.design], context.backdrop->current,
                                context.finding.own->toPhoto, context.small.cols);
        Tally one;
        one.all = 1;
        one.backdrop = backdrop.result == CheckResult::Pass;
        one.accepted = one.backdrop && mirrored.result == CheckResult::Pass &&
                       edition.result != CheckResult::Fail && copy.result != CheckResult::Fail;
        one.editionPass = one.accepted && edition.result == CheckResult::Pass;
        one.editionUnknown =
            edition.result == CheckResult::Unknown || edition.result == CheckResult::Warn;
        one.screen = screen.result == CheckResult::Warn || screen.result == CheckResult::Fail;
        one.composite =
            composite.result == CheckResult::Warn || composite.result == CheckResult::Fail;
        if (made.kind == "right"_L1 && coverage.value) {
            one.covered = 1;
            one.coverageError = std::abs(*coverage.value - scene.coverage);
        }
        for (const QString& key : {made.kind, made.kind + u' ' + set.families[made.design]}) {
            Tally& t = tallies[key];
            t.all += one.all;
            t.accepted += one.accepted;
            t.backdrop += one.backdrop;
            t.editionPass += one.editionPass;
            t.editionUnknown += one.editionUnknown;
            t.screen += one.screen;
            t.composite += one.composite;
            t.covered += one.covered;
            t.coverageError += one.coverageError;
        }
        if (figures.isOpen()) {
            QTextStream out(&figures);
            out << made.name << '\t' << made.kind << '\t' << set.families[made.design] << '\t'
                << one.accepted;
            for (const CheckValue& value :
                 {backdrop, edition, mirrored, copy, coverage, screen, composite})
                out << '\t' << value.id << ' ' << int(value.result) << ' '
                    << value.value.value_or(-9) << ' ' << value.advice;
            out << '\t' << scene.coverage << '\t' << scene.faces.size() << '\t'
                << context.finding.inliers;
            if (context.finding.own) {
                for (const double value : figuresOf(context.finding.inliers, *context.finding.own,
                                                    *context.finding.mirrorRivalry)
                                              .values)
                    out << '\t' << value;
            }
            double weakest = 1;
            for (const LineView& line : context.lines)
                weakest = std::min(weakest, line.weakest);
            out << "\tletters " << weakest;
            const IdentityFinding& identity = context.finding.identity;
            out << "\tidentity " << identity.judged << ' ' << identity.contradiction << ' '
                << identity.blur;
            for (const int count : identity.agreeing)
                out << ' ' << count;
            for (const Rivalry& rival : context.finding.older)
                out << "\tolder " << rival.cells << ' ' << rival.margin;
            for (const Rivalry& rival : context.finding.others)
                out << "\tother " << rival.cells << ' ' << rival.margin;
            out << "\ttells " << tells.value_or(-1);
            out << '\n';
        }
    }
    for (const auto& [key, tally] : tallies)
        print(key, tally);
    for (const auto& [key, values] : times)
        std::printf("%d px %s: median %.0f ms\n", key % 10000,
                    key > 10000 ? "search and checks" : "search", median(values));
    return 0;
}
