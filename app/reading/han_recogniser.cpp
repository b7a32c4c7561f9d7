// SPDX-License-Identifier: Apache-2.0
#include "app/reading/han_recogniser.h"

#include "app/core/json.h"
#include "app/core/sha256.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/line_strip_p.h"

#include <QDir>
#include <QFile>

#include <opencv2/core/utility.hpp>
#include <opencv2/dnn.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr std::size_t kGuesses = 5;

/// What the networks' description says of their form.
struct Form {
    StripForm strip;
    int stride = 0;    // pixels of the strip in one column of features
    int window = 0;    // columns that show one character
    double middle = 0; // a column surer than this may be a character's middle
};

Result<Form> formIn(const QJsonObject& object)
{
    Form form;
    const std::array<std::pair<QString, int*>, 5> whole = {{
        {u"height"_s, &form.strip.height},
        {u"unit"_s, &form.strip.unit},
        {u"maxWidth"_s, &form.strip.maxWidth},
        {u"stride"_s, &form.stride},
        {u"window"_s, &form.window},
    }};
    for (const auto& [key, target] : whole) {
        *target = object.value(key).toInt();
        if (*target <= 0)
            return Error{ErrorCode::Configuration, u"recogniser: no "_s + key};
    }
    form.strip.margin = object.value("margin"_L1).toDouble(-1);
    form.middle = object.value("middle"_L1).toDouble(-1);
    if (form.strip.margin < 0 || form.middle <= 0 || form.strip.unit % form.stride != 0)
        return Error{ErrorCode::Configuration, u"recogniser: a figure is out of its range"_s};
    return form;
}

/// The file's bytes, when they are those the description was written for.
Result<QByteArray> checkedFile(const QDir& folder, const QString& name, const QJsonObject& digests)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Configuration, u"a file of the recogniser is missing"_s, path};
    QByteArray bytes = file.readAll();
    if (Sha256::of(bytes).hex() != digests.value(name).toString())
        return Error{ErrorCode::Configuration, u"a file of the recogniser was altered"_s, path};
    return bytes;
}

Result<cv::dnn::Net> networkIn(const QDir& folder, const QString& name, const QJsonObject& digests)
{
    const auto bytes = checkedFile(folder, name, digests);
    if (!bytes)
        return bytes.error();
    try {
        auto net =
            cv::dnn::readNetFromONNX(bytes->constData(), static_cast<std::size_t>(bytes->size()));
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        return net;
    } catch (const std::exception&) {
        return Error{ErrorCode::Configuration, u"a network of the recogniser cannot be used"_s,
                     folder.filePath(name)};
    }
}

/// Where characters have their middles: columns that are surer than their neighbours and sure
/// enough, and how far beside them the top is.
std::vector<double> middlesIn(const cv::Mat& logits, int columns, double least)
{
    const auto* values = logits.ptr<float>();
    const auto sure = [&](int column) {
        return column < 0 || column >= columns ? 0.0 : 1 / (1 + std::exp(-double(values[column])));
    };
    std::vector<double> middles;
    for (int i = 0; i < columns; ++i) {
        const double before = sure(i - 1);
        const double here = sure(i);
        const double after = sure(i + 1);
        if (here < least || here < before || here <= after)
            continue;
        // The network draws a bell around each middle; three points of it give its top.
        constexpr double kFloor = 1e-3;
        const double left = std::log(std::max(before, kFloor) / here);
        const double right = std::log(std::max(after, kFloor) / here);
        const double shift = 0.5 * (left - right) / std::min(left + right, -kFloor);
        middles.push_back(i + std::clamp(shift, -0.5, 0.5));
    }
    return middles;
}

/// The windows around the middles, side by side: one pass of the second network, its weights read
/// once. A middle between two columns gets what lies between them.
cv::Mat windowsAround(const cv::Mat& features, const std::vector<double>& middles, int window)
{
    const int channels = features.size[1];
    const int rows = features.size[2];
    const int columns = features.size[3];
    const int width = window * static_cast<int>(middles.size());
    const std::array<int, 4> shape = {1, channels, rows, width};
    cv::Mat blob = cv::Mat::zeros(4, shape.data(), CV_32F);
    const auto* from = features.ptr<float>();
    auto* to = blob.ptr<float>();
    const auto at = [&](int column) {
        return column < 0 || column >= columns ? 0.0F : from[column];
    };
    for (int line = 0; line < channels * rows; ++line) {
        for (const double middle : middles) {
            const int before = static_cast<int>(std::floor(middle));
            const auto share = static_cast<float>(middle - before);
            for (int i = 0; i < window; ++i) {
                const int column = before - (window / 2) + i;
                to[i] = ((1 - share) * at(column)) + (share * at(column + 1));
            }
            to += window;
        }
        from += columns;
    }
    return blob;
}

/// The likeliest classes of one column of scores, `step` apart.
std::vector<CharacterGuess> guessesIn(const float* scores, int step,
                                      const std::vector<QString>& classes)
{
    std::vector<std::size_t> order(classes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto score = [&](std::size_t i) { return double(scores[i * std::size_t(step)]); };
    const auto count = std::min(kGuesses, order.size());
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(count), order.end(),
                      [&](std::size_t a, std::size_t b) {
                          return score(a) != score(b) ? score(a) > score(b) : a < b;
                      });
    const double best = score(order.front());
    double sum = 0;
    for (std::size_t i = 0; i < classes.size(); ++i)
        sum += std::exp(score(i) - best);
    std::vector<CharacterGuess> guesses;
    for (std::size_t i = 0; i < count; ++i)
        guesses.push_back({classes[order[i]], std::exp(score(order[i]) - best) / sum});
    return guesses;
}

/// OpenCV runs a loop within a loop in the calling thread: so the networks keep to one thread
/// without touching a setting of the whole process.
template <typename Work>
void inThisThread(Work work)
{
    cv::parallel_for_(cv::Range(0, 1), [&](const cv::Range&) { work(); });
}

} // namespace

struct HanRecogniser::Private {
    Form form;
    cv::dnn::Net line;
    cv::dnn::Net character;
    std::vector<QString> classes;

    std::vector<RecognisedCharacter> read(const LineStrip& strip);
    QRectF boxOf(const std::vector<double>& middles, std::size_t index,
                 const LineStrip& strip) const;
};

HanRecogniser::HanRecogniser(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

HanRecogniser::~HanRecogniser() = default;

Result<std::unique_ptr<HanRecogniser>> HanRecogniser::create(const QString& folder)
{
    const QDir dir(folder);
    const QString description = dir.filePath(u"recogniser.json"_s);
    const auto object = readJsonFile(description);
    if (!object)
        return Error{ErrorCode::Configuration, u"the recogniser's description cannot be read"_s,
                     description};
    auto form = formIn(*object);
    if (!form)
        return form.error().at(description);
    const QJsonObject digests = object->value("sha256"_L1).toObject();
    auto line = networkIn(dir, u"line.onnx"_s, digests);
    if (!line)
        return line.error();
    auto character = networkIn(dir, u"character.onnx"_s, digests);
    if (!character)
        return character.error();
    const auto names = checkedFile(dir, u"characters.txt"_s, digests);
    if (!names)
        return names.error();

    auto data = std::make_unique<Private>();
    data->form = *form;
    data->line = *line;
    data->character = *character;
    for (const char32_t c : QString::fromUtf8(names->trimmed()).toUcs4())
        data->classes.push_back(QString::fromUcs4(&c, 1));
    return std::unique_ptr<HanRecogniser>(new HanRecogniser(std::move(data)));
}

std::vector<RecognisedCharacter> HanRecogniser::read(const QImage& gray)
{
    if (gray.isNull() || gray.format() != QImage::Format_Grayscale8)
        return {};
    std::vector<RecognisedCharacter> characters;
    try {
        const auto strip = lineStrip(matView(gray), d->form.strip);
        if (strip)
            inThisThread([&] { characters = d->read(*strip); });
    } catch (const std::exception&) {
        characters.clear();
    }
    return characters;
}

OcrLine HanRecogniser::readLine(const QImage& gray, const QString& allowed)
{
    OcrLine line;
    for (const RecognisedCharacter& character : read(gray)) {
        const auto guess = std::ranges::find_if(character.guesses, [&](const CharacterGuess& one) {
            return allowed.isEmpty() || allowed.contains(one.text);
        });
        if (guess != character.guesses.end())
            line.characters.push_back(
                {guess->text, guess->confidence, character.box.left(), character.box.right()});
    }
    return line;
}

std::vector<RecognisedCharacter> HanRecogniser::Private::read(const LineStrip& strip)
{
    line.setInput(strip.blob);
    std::vector<cv::Mat> outputs;
    line.forward(outputs, std::vector<cv::String>{"features", "middle"});
    const int columns = std::min((strip.width + form.stride - 1) / form.stride, outputs[1].size[3]);
    const auto middles = middlesIn(outputs[1], columns, form.middle);
    if (middles.empty())
        return {};
    character.setInput(windowsAround(outputs[0], middles, form.window));
    const cv::Mat scores = character.forward();
    const auto count = static_cast<int>(middles.size());
    if (scores.dims != 4 || scores.size[1] != static_cast<int>(classes.size()) ||
        scores.size[3] != count)
        return {};
    std::vector<RecognisedCharacter> characters;
    characters.reserve(middles.size());
    for (int i = 0; i < count; ++i)
        characters.push_back({guessesIn(scores.ptr<float>() + i, count, classes),
                              boxOf(middles, std::size_t(i), strip)});
    return characters;
}

QRectF HanRecogniser::Private::boxOf(const std::vector<double>& middles, std::size_t index,
                                     const LineStrip& strip) const
{
    // Half way to the neighbours, and never wider than a character is high.
    const double place = middles[index];
    const double most = 0.5 * form.strip.height / form.stride;
    const double left = index == 0 ? most : std::min(most, (place - middles[index - 1]) / 2);
    const double right =
        index + 1 == middles.size() ? most : std::min(most, (middles[index + 1] - place) / 2);
    const auto x = [&](double column) {
        return strip.origin.x + ((column + 0.5) * form.stride / strip.scale);
    };
    return {QPointF(x(place - left), strip.origin.y),
            QPointF(x(place + right), strip.origin.y + (form.strip.height / strip.scale))};
}

} // namespace handshake
