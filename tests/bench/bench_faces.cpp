// SPDX-License-Identifier: Apache-2.0
// How often "exactly one face" is decided right, on drawn persons before drawn round emblems, and
// what it costs. Seeds below 100000 are for development, from 100000 on held out: figures for the
// documents come from those, and nothing is tuned on them.
//
//   bench_faces [--first SEED] [--count N] [--size 1920x1080] [--misses DIR] [--portraits DIR]
#include "app/core/paths.h"
#include "app/demo/person_drawing.h"
#include "app/demo/seeded_p.h"
#include "app/vision/face_finder_p.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QTextStream>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

struct Specimen {
    cv::Mat gray;
    std::vector<QPointF> faces; ///< middles of the eyes' line
    std::vector<double> widths;
    QString what;
};

/// Rings, wheels, discs with two holes: what single detectors take for faces.
void drawEmblem(QPainter& painter, Seeded& random, QPointF at, double radius)
{
    painter.save();
    painter.translate(at);
    painter.scale(radius, radius);
    const QColor ink =
        QColor::fromHsv(random.below(360), random.below(120), 130 + random.below(120));
    const QColor ground = ink.darker(160 + random.below(120));
    painter.setPen(Qt::NoPen);
    painter.setBrush(random.below(2) == 0 ? ink : ground);
    painter.drawEllipse(QPointF(), 1.0, 1.0 + random.between(0, 0.25));
    painter.setBrush(random.below(2) == 0 ? ground : ink);
    switch (random.below(5)) {
    case 0: // two dots and a bar, nearly a face
        for (const double side : {-1.0, 1.0})
            painter.drawEllipse(QPointF(side * 0.38, -0.2), 0.17, 0.12);
        painter.drawRoundedRect(QRectF(-0.35, 0.4, 0.7, 0.14), 0.07, 0.07);
        break;
    case 1: // wheel
        painter.setPen(QPen(ground, 0.12));
        for (int i = 0; i < 6; ++i) {
            painter.drawLine(QPointF(0, 0), QPointF(0, 0.95));
            painter.rotate(60);
        }
        break;
    case 2: // rings
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ground, 0.14));
        for (const double r : {0.3, 0.55, 0.8})
            painter.drawEllipse(QPointF(), r, r);
        break;
    case 3: { // letter
        QFont font(u"Noto Sans"_s);
        font.setPixelSize(100);
        font.setBold(true);
        painter.scale(0.013, 0.013);
        painter.setFont(font);
        painter.setPen(ground);
        painter.drawText(QRectF(-80, -80, 160, 160), Qt::AlignCenter,
                         QString(QChar(u'A' + random.below(26))));
        break;
    }
    default: // leaves
        for (int i = 0; i < 8; ++i) {
            painter.drawEllipse(QRectF(-0.12, -0.85, 0.24, 0.5));
            painter.rotate(45);
        }
        painter.drawEllipse(QPointF(), 0.2, 0.2);
    }
    painter.restore();
}

void drawGround(QImage& picture, Seeded& random)
{
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base =
        QColor::fromHsv(random.below(360), random.below(160), 60 + random.below(180));
    QLinearGradient light(0, 0, picture.width(), picture.height() * random.between(0, 1));
    light.setColorAt(0, base.lighter(112));
    light.setColorAt(1, base.darker(120));
    painter.fillRect(picture.rect(), light);
    const double h = picture.height();
    if (random.below(2) == 0) { // tiles
        const double step = h * random.between(0.16, 0.4);
        const std::uint32_t seed = std::uint32_t(random.below(1 << 30));
        const int rows = int(std::ceil(h / step - 0.5));
        const int columns = int(std::ceil(picture.width() / step - 0.5));
        for (int tile = 0; tile < rows * columns; ++tile) {
            const int row = tile / columns;
            Seeded same(seed, 3);
            drawEmblem(painter, same, {(0.5 + tile % columns) * step, (0.5 + row) * step},
                       step * 0.3);
        }
    } else {
        const int count = 1 + random.below(5);
        for (int i = 0; i < count; ++i)
            drawEmblem(painter, random, {random.between(0, picture.width()), random.between(0, h)},
                       h * random.between(0.05, 0.2));
    }
}

PersonDesign anybody(Seeded& random)
{
    PersonDesign person;
    person.seed = std::uint32_t(random.below(1 << 20));
    person.skinTone = random.between(0, 1);
    person.glasses = random.below(4) == 0;
    person.longHair = random.below(3) == 0;
    person.bald = !person.longHair && random.below(8) == 0;
    person.beard = !person.longHair && random.below(6) == 0;
    person.build = random.between(0, 1);
    person.rollDegrees = random.normal() * 3.0;
    person.turn = random.between(-0.15, 0.15);
    person.sideLight = random.below(4) == 0 ? random.between(-0.6, 0.6) : 0.0;
    return person;
}

QImage figureOf(Seeded& random, int height, const QList<QImage>& portraits, QPointF& eyes,
                double& width)
{
    if (!portraits.isEmpty()) {
        const QImage& cut = portraits[random.below(int(portraits.size()))];
        const QImage figure = cut.scaledToHeight(int(height * 1.1), Qt::SmoothTransformation);
        eyes = {figure.width() * 0.52, figure.height() * 0.145};
        width = figure.height() * 0.19;
        return random.below(2) == 0 ? figure : figure.mirrored(true, false);
    }
    const PersonDesign person = anybody(random);
    const double unit = height / 7.0;
    eyes = {height / 2.0, unit * 1.85};
    width = 2 * unit;
    return drawPerson(person, {height, height});
}

void degrade(cv::Mat& gray, Seeded& random)
{
    const double blur = random.between(0, 0.0016) * gray.cols;
    if (blur > 0.3)
        cv::GaussianBlur(gray, gray, cv::Size(), blur);
    const double gain =
        random.below(4) == 0 ? random.between(0.28, 0.6) : random.between(0.6, 1.15);
    const double noise = random.between(0, 7);
    cv::Mat values;
    gray.convertTo(values, CV_32F, gain);
    cv::Mat grain(gray.size(), CV_32F);
    cv::RNG engine(std::uint64_t(random.below(1 << 30)) + 1);
    engine.fill(grain, cv::RNG::NORMAL, 0.0, noise + 0.01);
    values += grain;
    values.convertTo(gray, CV_8U);
    std::vector<uchar> jpeg;
    cv::imencode(".jpg", gray, jpeg, {cv::IMWRITE_JPEG_QUALITY, 55 + random.below(40)});
    gray = cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE);
}

Specimen specimen(std::uint32_t seed, QSize size, const QList<QImage>& portraits)
{
    Seeded random(seed, 4711);
    QImage picture(size, QImage::Format_RGB32);
    drawGround(picture, random);
    Specimen made;
    const int kind = random.below(20);
    const int persons = kind < 12 ? 1 : kind < 16 ? 2 : 0;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    double first = 0;
    for (int i = 0; i < persons; ++i) {
        const double share = i == 0 ? random.between(0.5, 0.95) : first * random.between(0.6, 1.0);
        if (i == 0)
            first = share;
        const int height = int(share * size.height());
        QPointF eyes;
        double width = 0;
        const QImage figure = figureOf(random, height, portraits, eyes, width);
        const double x = persons == 1 ? random.between(0.4, 0.6) : 0.3 + 0.4 * i;
        const QPointF at(x * size.width() - figure.width() / 2.0, size.height() - height + 1.0);
        painter.drawImage(at, figure);
        made.faces.push_back(at + eyes);
        made.widths.push_back(width);
    }
    painter.end();
    made.what = u"%1 persons"_s.arg(persons);
    cv::cvtColor(cv::Mat(size.height(), size.width(), CV_8UC4, picture.bits(),
                         std::size_t(picture.bytesPerLine())),
                 made.gray, cv::COLOR_BGRA2GRAY);
    degrade(made.gray, random);
    return made;
}

QString interval(int good, int all)
{
    // Wilson, 95 %.
    const double n = std::max(1, all);
    const double p = good / n;
    const double z = 1.96;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return u"%1/%2 = %3 [%4, %5]"_s.arg(good)
        .arg(all)
        .arg(p, 0, 'f', 4)
        .arg(middle - half, 0, 'f', 4)
        .arg(std::min(1.0, middle + half), 0, 'f', 4);
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{u"first"_s, {}, u"seed"_s, u"1"_s},
                        {u"count"_s, {}, u"n"_s, u"200"_s},
                        {u"size"_s, {}, u"WxH"_s, u"1920x1080"_s},
                        {u"misses"_s, {}, u"dir"_s},
                        {u"portraits"_s, {}, u"dir"_s}});
    options.process(app);
    cv::setNumThreads(1);
    const auto paths = Paths::find(QCoreApplication::applicationDirPath());
    if (!paths)
        return 69;
    const auto limits = Thresholds::load(paths->data(u"vision/thresholds.json"_s));
    if (!limits)
        return 78;
    auto finder = FaceFinder::load(Paths::cascades(), *limits);
    if (!finder)
        return 78;
    QList<QImage> portraits;
    if (options.isSet(u"portraits"_s)) {
        const QDir folder(options.value(u"portraits"_s));
        for (const QString& name : folder.entryList({u"*.png"_s}))
            portraits << QImage(folder.filePath(name));
    }
    const QStringList sides = options.value(u"size"_s).split(u'x');
    const QSize size(sides[0].toInt(), sides[1].toInt());
    const auto first = options.value(u"first"_s).toUInt();
    const auto count = options.value(u"count"_s).toUInt();
    int right = 0, ones = 0, onesRight = 0, persons = 0, found = 0, falseFaces = 0, eyes = 0;
    std::vector<double> times;
    QTextStream out(stdout);
    for (std::uint32_t seed = first; seed < first + count; ++seed) {
        const Specimen made = specimen(seed, size, portraits);
        const std::clock_t begun = std::clock(); // of the processor: others may be at work
        const std::vector<Face> faces = (*finder)->find(made.gray);
        times.push_back(1e3 * double(std::clock() - begun) / CLOCKS_PER_SEC);
        const std::size_t peers = peersOf(faces, *limits);
        std::size_t matched = 0;
        for (const Face& face : faces) {
            const QPointF middle(face.box.x + face.box.width / 2.0,
                                 face.box.y + face.box.height * 0.4);
            bool any = false;
            for (std::size_t i = 0; i < made.faces.size(); ++i)
                any = any || std::hypot(middle.x() - made.faces[i].x(),
                                        middle.y() - made.faces[i].y()) < 0.35 * made.widths[i];
            matched += any ? 1 : 0;
            falseFaces += any ? 0 : 1;
            eyes += any && face.eyes ? 1 : 0;
        }
        persons += int(made.faces.size());
        found += int(std::min(matched, made.faces.size()));
        const bool isRight =
            (peers == 1) == (made.faces.size() == 1) && (peers == 0) == made.faces.empty();
        right += isRight ? 1 : 0;
        if (made.faces.size() == 1) {
            ++ones;
            onesRight += isRight ? 1 : 0;
        }
        if (!isRight) {
            out << seed << ' ' << made.what << ", counted " << peers << Qt::endl;
            if (options.isSet(u"misses"_s)) {
                cv::Mat shown = made.gray.clone();
                for (const Face& face : faces)
                    cv::rectangle(shown, face.box, cv::Scalar(255), 3);
                cv::resize(shown, shown, cv::Size(480, 480 * shown.rows / shown.cols), 0, 0,
                           cv::INTER_AREA);
                cv::imwrite(
                    QDir(options.value(u"misses"_s)).filePath(u"%1.png"_s.arg(seed)).toStdString(),
                    shown);
            }
        }
    }
    out << "none, one or several told right " << interval(right, int(count)) << Qt::endl;
    out << "of one person                   " << interval(onesRight, ones) << Qt::endl;
    out << "persons found                   " << interval(found, persons) << Qt::endl;
    out << "eyes of found faces             " << interval(eyes, found) << Qt::endl;
    out << "false faces per picture         " << double(falseFaces) / count << Qt::endl;
    out << "ms, median / p90                " << medianOf(times);
    std::sort(times.begin(), times.end());
    out << " / " << times[times.size() * 9 / 10] << Qt::endl;
    return 0;
}
