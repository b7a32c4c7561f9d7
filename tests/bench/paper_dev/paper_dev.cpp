// SPDX-License-Identifier: Apache-2.0
// Draws development scenes of papers (cached), finds and classifies the sheets and says how often
// it succeeds. Run by hand: paper_dev WHAT SPLIT CACHE COUNT [CAMERA|FLATBED [SIZE [SHOW]]]
//   WHAT   sheets: the best candidate's overlap; kinds: the sheet that is taken, and its QR code
//   SPLIT  tuned | held
//   SIZE   megapixels of the camera or dpi of the scanner
//   SHOW   a folder for pictures of failures
#include "app/core/paths.h"
#include "app/demo/assessment/interval.h"
#include "app/reading/ocr_engine.h"
#include "app/reading/paper_classifier.h"
#include "app/reading/qr_code.h"
#include "app/reading/sheet_finder.h"
#include "app/reading/sheet_geometry.h"
#include "tests/bench/paper_dev/dev_paper.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTextStream>

#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <ctime>
#include <map>

using namespace handshake;
using namespace handshake::paperdev;
using namespace Qt::StringLiterals;

namespace {

double cpuMs()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

std::vector<cv::Point2f> pointsOf(const QPolygonF& polygon)
{
    std::vector<cv::Point2f> points;
    for (const QPointF& at : polygon)
        points.emplace_back(float(at.x()), float(at.y()));
    return points;
}

double overlapOf(const QPolygonF& a, const QPolygonF& b)
{
    if (a.size() != 4 || b.size() != 4)
        return 0;
    std::vector<cv::Point2f> shared;
    const auto one = pointsOf(a);
    const auto two = pointsOf(b);
    const double both = cv::intersectConvexConvex(one, two, shared, true);
    return both / std::max(1e-9, cv::contourArea(one) + cv::contourArea(two) - both);
}

QJsonArray toJson(const QPolygonF& polygon)
{
    QJsonArray array;
    for (const QPointF& at : polygon)
        array << at.x() << at.y();
    return array;
}

DevScene cached(const QString& stem, const std::function<DevScene()>& draw)
{
    QFile truth(stem + u".json"_s);
    DevScene scene;
    if (truth.open(QIODevice::ReadOnly) && scene.picture.load(stem + u".jpg"_s)) {
        const QJsonObject object = QJsonDocument::fromJson(truth.readAll()).object();
        scene.picture = scene.picture.convertToFormat(QImage::Format_RGB32);
        scene.name = object[u"name"].toString();
        for (const QJsonValue value : object[u"items"].toArray()) {
            const QJsonArray at = value[u"corners"].toArray();
            DevScene::Item item{parsePaperKind(value[u"kind"].toString()).value_or(PaperKind::Auto),
                                {},
                                value[u"qr"].toString()};
            for (qsizetype i = 0; i + 1 < at.size(); i += 2)
                item.corners << QPointF(at[i].toDouble(), at[i + 1].toDouble());
            scene.items.push_back(item);
        }
        return scene;
    }
    scene = draw();
    QJsonArray items;
    for (const DevScene::Item& item : scene.items)
        items << QJsonObject{{u"kind"_s, paperKindName(item.kind)},
                             {u"corners"_s, toJson(item.corners)},
                             {u"qr"_s, item.qrText}};
    scene.picture.save(stem + u".jpg"_s, "JPG", 95);
    QFile file(stem + u".json"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(QJsonObject{{u"name"_s, scene.name}, {u"items"_s, items}})
                       .toJson(QJsonDocument::Compact));
    return scene;
}

void show(const QString& file, const DevScene& scene, const QPolygonF& found)
{
    QImage image = scene.picture;
    QPainter painter(&image);
    painter.setPen(QPen(QColor(0, 200, 0), image.width() / 500.0));
    for (const DevScene::Item& item : scene.items)
        painter.drawPolygon(item.corners);
    painter.setPen(QPen(QColor(255, 0, 255), image.width() / 900.0));
    painter.drawPolygon(found);
    painter.end();
    image.scaledToWidth(900, Qt::SmoothTransformation).save(file, "JPG", 85);
}

class Run
{
public:
    explicit Run(const QStringList& arguments)
        : m_what(arguments.value(1))
        , m_split(arguments.value(2) == u"held" ? 1 : 0)
        , m_cache(arguments.value(3))
        , m_count(arguments.value(4).toInt())
        , m_isFlatbed(arguments.value(5) == u"flatbed")
        , m_size(arguments.value(6, m_isFlatbed ? u"200"_s : u"2"_s).toDouble())
        , m_show(arguments.value(7))
    {
    }

    int run()
    {
        QDir().mkpath(m_cache);
        if (!m_show.isEmpty())
            QDir().mkpath(m_show);
        if (m_what == u"kinds" && !prepareReading())
            return 1;
        for (int i = 0; i < m_count; ++i)
            look(i);
        report();
        return 0;
    }

private:
    bool prepareReading()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        if (!paths)
            return false;
        auto layouts = loadPaperLayouts(paths->data(u"reading/layouts"_s));
        auto chinese = OcrEngine::create(OcrEngine::Language::Chinese, {});
        if (!layouts || !chinese)
            return false;
        m_layouts = *std::move(layouts);
        m_chinese = *std::move(chinese);
        return true;
    }

    const PaperBox& papers()
    {
        if (!m_papers)
            m_papers = std::make_unique<PaperBox>(m_split);
        return *m_papers;
    }

    void look(int index)
    {
        const auto seed = static_cast<std::uint32_t>((m_split * 100000) + index + 1);
        const QString stem =
            u"%1/%2-%3-%4"_s.arg(m_cache, m_isFlatbed ? u"f"_s : u"c"_s).arg(m_size).arg(seed);
        const DevScene scene = cached(stem, [&] {
            return m_isFlatbed ? drawFlatbedScene(papers(), seed, m_size)
                               : drawCameraScene(papers(), seed, m_size);
        });
        if (m_what == u"kinds")
            tellKinds(scene, index);
        else
            findSheets(scene, index);
    }

    /// As the counter does: each paper is asked for by its kind when several lie there.
    void tellKinds(const DevScene& scene, int index)
    {
        for (const DevScene::Item& item : scene.items) {
            const PaperKind hint = scene.items.size() > 1 ? item.kind : PaperKind::Auto;
            const double before = cpuMs();
            const auto candidates = SheetFinder({}).find(scene.picture);
            const double found = cpuMs();
            const PaperMatch match = PaperClassifier(m_layouts, {})
                                         .classify(scene.picture, candidates, hint, *m_chinese)
                                         .taken;
            m_ms.push_back(cpuMs() - before);
            const double shared = overlapOf(match.sheet.corners, item.corners);
            const bool isRight = match.layout != nullptr && match.layout->kind == item.kind;
            const bool isGood = isRight && shared > 0.98 && isUpright(match, item);
            m_counts[scene.name].count(isGood);
            m_out << (isGood ? "ok   " : "MISS ") << index << ' ' << scene.name << ' '
                  << paperKindName(item.kind) << " as "
                  << (match.layout ? paperKindName(match.layout->kind) : u"none"_s) << " iou "
                  << shared << " print " << match.print << " ms " << found - before << " + "
                  << m_ms.back() - (found - before) << '\n';
            if (!isGood && !m_show.isEmpty())
                show(u"%1/%2.jpg"_s.arg(m_show).arg(index), scene, match.sheet.corners);
            if (isRight && !item.qrText.isEmpty())
                readCode(scene, item, match);
        }
    }

    static bool isUpright(const PaperMatch& match, const DevScene::Item& item)
    {
        const QLineF seen(match.sheet.corners[0], item.corners[0]);
        const QLineF side(item.corners[0], item.corners[1]);
        return seen.length() < side.length() / 3;
    }

    void readCode(const DevScene& scene, const DevScene::Item& item, const PaperMatch& match)
    {
        const auto field =
            std::ranges::find(match.layout->fields, FieldType::Qr, &FieldLayout::type);
        if (field == match.layout->fields.end())
            return;
        const double before = cpuMs();
        const auto text =
            readSheetCode(scene.picture, paperToPicture(match.sheet.corners, match.layout->size),
                          field->box, match.layout->size);
        const bool isGood = text && *text == item.qrText;
        m_codes.count(isGood);
        if (!isGood)
            m_out << "QR   " << dotsPerMmOf(match.sheet.corners, match.layout->size)
                  << " dots/mm ms " << cpuMs() - before << '\n';
    }

    void findSheets(const DevScene& scene, int index)
    {
        const double before = cpuMs();
        const auto candidates = SheetFinder({}).find(scene.picture);
        m_ms.push_back(cpuMs() - before);
        for (const DevScene::Item& item : scene.items) {
            double best = 0;
            std::size_t place = 0;
            QPolygonF nearest;
            for (std::size_t i = 0; i < candidates.size(); ++i) {
                const double shared = overlapOf(candidates[i].corners, item.corners);
                if (shared > best) {
                    best = shared;
                    place = i;
                    nearest = candidates[i].corners;
                }
            }
            const bool isGood = best > 0.98;
            m_counts[scene.name].count(isGood);
            m_out << (isGood ? "ok   " : "MISS ") << index << ' ' << scene.name << ' '
                  << paperKindName(item.kind) << " iou " << best << " place " << place << " of "
                  << candidates.size() << " ms " << m_ms.back() << '\n';
            if (!isGood && !m_show.isEmpty())
                show(u"%1/%2.jpg"_s.arg(m_show).arg(index), scene, nearest);
        }
    }

    void report()
    {
        assessment::Share all;
        for (const auto& [name, share] : m_counts) {
            m_out << name << ": " << assessment::shareAsWords(share) << '\n';
            all.add(share);
        }
        m_out << "all: " << assessment::shareAsWords(all) << '\n'
              << "codes: " << assessment::shareAsWords(m_codes) << '\n'
              << "ms median " << assessment::quantile(m_ms, 0.5) << ", nine in ten below "
              << assessment::quantile(m_ms, 0.9) << '\n';
    }

    QString m_what;
    int m_split;
    QString m_cache;
    int m_count;
    bool m_isFlatbed;
    double m_size;
    QString m_show;
    std::unique_ptr<PaperBox> m_papers;
    std::vector<PaperLayout> m_layouts;
    std::unique_ptr<OcrEngine> m_chinese;
    assessment::Share m_codes;
    std::map<QString, assessment::Share> m_counts;
    std::vector<double> m_ms;
    QTextStream m_out{stdout};
};

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    cv::setNumThreads(1);
    return Run(QCoreApplication::arguments()).run();
}
