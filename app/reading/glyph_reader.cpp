// SPDX-License-Identifier: Apache-2.0
#include "app/reading/glyph_reader.h"

#include "app/core/json.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/glyph_cuts_p.h"

#include <opencv2/dnn.hpp>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

/// A run of pieces that may be one glyph, and what the network says of it.
struct Candidate {
    std::size_t first = 0; ///< piece
    std::size_t last = 0;  ///< piece, inclusive
    int best = -1;         ///< class; -1: none that is allowed
    double certainty = 0;  ///< of the best
    double score = kNever; ///< its share of the line's sense: certainty's logarithm by its width
};

bool isHan(QChar c)
{
    return c.unicode() >= 0x2e80;
}

/// Best way through the pieces: for every piece and number of glyphs the best end.
class Lattice
{
public:
    Lattice(std::size_t pieces, std::vector<Candidate> candidates)
        : m_pieces(pieces)
        , m_candidates(std::move(candidates))
    {
    }

    /// Indexes of the candidates taken, from left to right; empty when there is no way.
    [[nodiscard]] std::vector<std::size_t> best(int count) const
    {
        const std::size_t rows = count > 0 ? static_cast<std::size_t>(count) + 1 : 1;
        std::vector<double> score((m_pieces + 1) * rows, kNever);
        std::vector<std::size_t> from((m_pieces + 1) * rows, m_candidates.size());
        score[0] = 0;
        const auto at = [&](std::size_t piece, std::size_t row) { return (piece * rows) + row; };
        // Candidates come ordered by their first piece, so every start is final when it is used.
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const Candidate& candidate = m_candidates[i];
            for (std::size_t row = 0; row < rows; ++row) {
                const std::size_t next = count > 0 ? row + 1 : row;
                const double sum = score[at(candidate.first, row)] + candidate.score;
                if (next >= rows || sum == kNever)
                    continue;
                double& target = score[at(candidate.last + 1, next)];
                if (sum > target) {
                    target = sum;
                    from[at(candidate.last + 1, next)] = i;
                }
            }
        }
        std::vector<std::size_t> way;
        std::size_t row = rows - 1;
        for (std::size_t piece = m_pieces; piece > 0;) {
            const std::size_t taken = from[at(piece, row)];
            if (taken == m_candidates.size())
                return {};
            way.push_back(taken);
            piece = m_candidates[taken].first;
            row -= count > 0 ? 1 : 0;
        }
        std::ranges::reverse(way);
        return way;
    }

    [[nodiscard]] const Candidate& operator[](std::size_t i) const { return m_candidates[i]; }

private:
    std::size_t m_pieces;
    std::vector<Candidate> m_candidates;
};

} // namespace

struct GlyphReader::Private {
    cv::dnn::Net net;
    QString classes; ///< one character each; the first one stands for what is no glyph
    int side = 28;

    [[nodiscard]] std::vector<Candidate> candidates(const GlyphCuts& cuts, bool withHan) const
    {
        // Digits are narrower than high; a Chinese character may be a little wider.
        const double widest = (withHan ? 1.25 : 0.95) * cuts.height();
        constexpr std::size_t kMostPieces = 6;
        std::vector<Candidate> candidates;
        for (std::size_t first = 0; first < cuts.pieces.size(); ++first) {
            for (std::size_t last = first; last < std::min(cuts.pieces.size(), first + kMostPieces);
                 ++last) {
                if (last > first && cuts.pieces[last].end - cuts.pieces[first].start > widest)
                    break;
                candidates.push_back({first, last});
            }
        }
        return candidates;
    }

    void judge(std::vector<Candidate>& candidates, const GlyphCuts& cuts,
               const std::vector<int>& allowed)
    {
        const std::vector<int> shape = {static_cast<int>(candidates.size()), 1, side, side};
        cv::Mat batch(shape, CV_32F);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const cv::Range columns(cuts.pieces[candidates[i].first].start,
                                    cuts.pieces[candidates[i].last].end);
            cv::Mat slot(side, side, CV_32F, batch.ptr<float>(static_cast<int>(i)));
            glyphCell(cuts, columns, side).copyTo(slot);
        }
        net.setInput(batch);
        const cv::Mat answers = net.forward();
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const auto* answer = answers.ptr<float>(static_cast<int>(i));
            weigh(candidates[i], answer, answers.cols, allowed, cuts);
        }
    }

    static void weigh(Candidate& candidate, const float* answer, int classes,
                      const std::vector<int>& allowed, const GlyphCuts& cuts)
    {
        const float most = *std::max_element(answer, answer + classes);
        double sum = 0;
        for (int c = 0; c < classes; ++c)
            sum += std::exp(static_cast<double>(answer[c] - most));
        for (const int c : allowed) {
            const double share = std::exp(static_cast<double>(answer[c] - most)) / sum;
            if (share > candidate.certainty) {
                candidate.certainty = share;
                candidate.best = c;
            }
        }
        constexpr double kFloor = 1e-5;
        const int width = cuts.pieces[candidate.last].end - cuts.pieces[candidate.first].start;
        const double weight = std::max(0.25, static_cast<double>(width) / cuts.height());
        candidate.score = weight * std::log(std::max(kFloor, candidate.certainty));
    }

    OcrLine read(const QImage& gray, const QString& allowed, int count)
    {
        OcrLine line;
        if (gray.isNull() || gray.format() != QImage::Format_Grayscale8)
            return line;
        std::vector<int> allowedClasses;
        bool withHan = false;
        for (int c = 1; c < classes.size(); ++c) {
            if (!allowed.isEmpty() && !allowed.contains(classes[c]))
                continue;
            allowedClasses.push_back(c);
            withHan = withHan || isHan(classes[c]);
        }
        const GlyphCuts cuts = cutLine(matView(gray));
        constexpr std::size_t kMostPieces = 250; // of a line; more is a picture
        if (cuts.pieces.empty() || cuts.pieces.size() > kMostPieces || allowedClasses.empty())
            return line;
        auto found = candidates(cuts, withHan);
        judge(found, cuts, allowedClasses);
        const Lattice lattice(cuts.pieces.size(), std::move(found));
        for (const std::size_t taken : lattice.best(count)) {
            const Candidate& candidate = lattice[taken];
            line.characters.push_back({QString(classes[candidate.best]), candidate.certainty,
                                       static_cast<double>(cuts.pieces[candidate.first].start),
                                       static_cast<double>(cuts.pieces[candidate.last].end)});
        }
        return line;
    }
};

GlyphReader::GlyphReader(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

GlyphReader::~GlyphReader() = default;

Result<std::unique_ptr<GlyphReader>> GlyphReader::create(const QString& folder)
{
    const QDir dir(folder);
    const QString description = dir.filePath(u"glyphs.json"_s);
    const QString model = dir.filePath(u"glyphs.onnx"_s);
    const auto object = readJsonFile(description);
    if (!object)
        return Error{ErrorCode::Configuration, object.error().detail, description};
    auto data = std::make_unique<Private>();
    data->classes = (*object)[u"classes"].toString();
    data->side = (*object)[u"side"].toInt();
    QFile file(model);
    if (data->classes.size() < 2 || data->side < 8 || data->side > 128)
        return Error{ErrorCode::Configuration, u"glyph model: description"_s, description};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Configuration, u"glyph model missing"_s, model};
    const QByteArray bytes = file.readAll();
    try {
        data->net =
            cv::dnn::readNetFromONNX(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        const std::vector<int> shape = {1, 1, data->side, data->side};
        data->net.setInput(cv::Mat(shape, CV_32F, cv::Scalar(0)));
        if (data->net.forward().total() != static_cast<std::size_t>(data->classes.size()))
            return Error{ErrorCode::Configuration, u"glyph model: classes differ"_s, model};
    } catch (const std::exception&) {
        return Error{ErrorCode::Configuration, u"glyph model cannot be used"_s, model};
    }
    return std::unique_ptr<GlyphReader>(new GlyphReader(std::move(data)));
}

OcrLine GlyphReader::readLine(const QImage& gray, const QString& allowed)
{
    try {
        return d->read(gray, allowed, 0);
    } catch (const std::exception&) {
        return {};
    }
}

OcrLine GlyphReader::readExactly(const QImage& gray, const QString& allowed, int count)
{
    try {
        return d->read(gray, allowed, count);
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace handshake
