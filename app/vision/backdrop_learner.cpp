// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_learner.h"

#include "app/imaging/mat_view_p.h"
#include "app/vision/backdrop_data_p.h"
#include "app/vision/backdrop_files_p.h"
#include "app/vision/dense_comparison_p.h"
#include "app/vision/enrolment_p.h"
#include "app/vision/text_zones_p.h"

#include <QDir>
#include <QFileInfo>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <exception>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

// What a learnable artwork has at least. Estimates of part 1 (2026-11): half of what the drawn
// artwork with the least texture that was still recognised had.
constexpr int kMinFeatures = 150;
constexpr double kMinTexturedShare = 0.25;
constexpr double kMinTexture = 6.0;
constexpr double kMaxSymmetricShare = 0.6;
constexpr double kMinFreeShare = 0.3;
constexpr int kMinWidth = 600;
constexpr int kSmallestSide = 200;

/// The colour most of the artwork has.
QColor mostFrequentColour(const QImage& image)
{
    const cv::Mat pixels = shrunkTo(bgrCopy(image), 200);
    struct Sum {
        int count = 0;
        cv::Vec3d total;
    };
    std::vector<Sum> bins(16 * 16 * 16);
    for (int y = 0; y < pixels.rows; ++y) {
        for (int x = 0; x < pixels.cols; ++x) {
            const auto& p = pixels.at<cv::Vec3b>(y, x);
            Sum& bin =
                bins[std::size_t{p[0]} / 16 * 256 + std::size_t{p[1]} / 16 * 16 + p[2] / 16U];
            ++bin.count;
            bin.total += cv::Vec3d(p[0], p[1], p[2]);
        }
    }
    const auto most = std::max_element(
        bins.begin(), bins.end(), [](const Sum& a, const Sum& b) { return a.count < b.count; });
    const cv::Vec3d mean = most->total / std::max(1, most->count);
    return {int(mean[2]), int(mean[1]), int(mean[0])};
}

struct CellFigures {
    double textured = 0;  ///< share of the cells
    double symmetric = 0; ///< share of the textured ones that look alike mirrored
};

CellFigures cellFigures(const cv::Mat& artwork, const cv::Mat& mirrored)
{
    constexpr int kColumns = 20;
    constexpr int kRows = 15;
    int textured = 0;
    int symmetric = 0;
    for (int i = 0; i < kColumns * kRows; ++i) {
        const cv::Rect cell(i % kColumns * artwork.cols / kColumns,
                            i / kColumns * artwork.rows / kRows, artwork.cols / kColumns,
                            artwork.rows / kRows);
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(artwork(cell), mean, deviation);
        if (deviation[0] < kMinTexture)
            continue;
        ++textured;
        cv::Mat score;
        cv::matchTemplate(mirrored(cell), artwork(cell), score, cv::TM_CCOEFF_NORMED);
        symmetric += score.at<float>(0, 0) > 0.7F ? 1 : 0;
    }
    return {double(textured) / (kColumns * kRows), double(symmetric) / std::max(1, textured)};
}

QStringList weaknesses(const BackdropData& data, QSize given, bool fromPhoto)
{
    QStringList warnings;
    if (given.width() < kMinWidth)
        warnings.append(u"backdrop.weak.small"_s);
    const auto& points = data.current.features.points;
    if (int(points.size()) < kMinFeatures)
        warnings.append(u"backdrop.weak.features"_s);
    const CellFigures figures = cellFigures(data.current.small, data.mirrored.small);
    if (figures.textured < kMinTexturedShare)
        warnings.append(u"backdrop.weak.contrast"_s);
    if (figures.symmetric > kMaxSymmetricShare)
        warnings.append(u"backdrop.weak.symmetric"_s);
    // A person covers the middle from a quarter of the height on.
    const double width = data.current.gray.cols;
    const double height = data.current.gray.rows;
    const auto isFree = [&](const cv::KeyPoint& point) {
        return double(point.pt.y) < 0.22 * height || double(point.pt.x) < 0.28 * width ||
               double(point.pt.x) > 0.72 * width;
    };
    const auto free = std::count_if(points.begin(), points.end(), isFree);
    if (double(free) < kMinFreeShare * double(points.size()))
        warnings.append(u"backdrop.weak.hidden"_s);
    if (fromPhoto) {
        cv::Mat edges;
        cv::Laplacian(data.current.gray, edges, CV_64F);
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(edges, mean, deviation);
        if (deviation[0] * deviation[0] < 15.0)
            warnings.append(u"backdrop.weak.blurred"_s);
    }
    return warnings;
}

Result<void> prepareFolder(const QString& folder)
{
    QDir dir(folder);
    if (!dir.exists() && !QDir().mkpath(folder))
        return Error{ErrorCode::Storage, u"the profile's folder could not be made"_s, folder};
    const QStringList present = dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    if (!present.isEmpty() && !present.contains(u"profile.json"_s))
        return Error{ErrorCode::AlreadyExists, u"the folder holds something else than a profile"_s,
                     folder};
    for (const QString& name : present) {
        const bool ours = name == "profile.json"_L1 || name.startsWith("features-"_L1) ||
                          name.startsWith("older-"_L1) || name.startsWith("other-"_L1) ||
                          name == "artwork.png"_L1;
        if (ours && !dir.remove(name))
            return Error{ErrorCode::Storage, u"an earlier profile could not be replaced"_s, folder};
    }
    return {};
}

Result<void> checkPictures(const LearnRequest& request, BackdropKind kind)
{
    if (request.artwork && request.emptyPhoto)
        return Error{ErrorCode::InvalidInput, u"artwork and photo given, one is needed"_s,
                     u"artwork"_s};
    if (kind == BackdropKind::Motif && !request.artwork && !request.emptyPhoto)
        return Error{ErrorCode::InvalidInput, u"no artwork"_s, u"artwork"_s};
    const auto tooSmall = [](const QImage& image) {
        return image.width() < kSmallestSide || image.height() < kSmallestSide ||
               image.height() > 3 * image.width() || image.width() > 5 * image.height();
    };
    const auto& main = request.artwork ? request.artwork : request.emptyPhoto;
    if (main && tooSmall(*main))
        return Error{ErrorCode::InvalidInput, u"the artwork is too small or too narrow"_s,
                     u"artwork"_s};
    if (std::any_of(request.older.begin(), request.older.end(), tooSmall))
        return Error{ErrorCode::InvalidInput, u"an artwork is too small"_s, u"older"_s};
    if (std::any_of(request.others.begin(), request.others.end(), tooSmall))
        return Error{ErrorCode::InvalidInput, u"an artwork is too small"_s, u"other"_s};
    if (request.older.size() > 20 || request.others.size() > 20)
        return Error{ErrorCode::TooLarge, u"more than 20 artworks to compare with"_s, u"older"_s};
    return {};
}

/// Whether too few of the drawn photos were recognised to use the design at all; notes the figures
/// and what they warn of.
Result<bool> rehearseInto(BackdropData& data, const RehearsalRequest& request,
                          QStringList& warnings)
{
    const auto limits = Thresholds::load(request.thresholdsFile);
    if (!limits)
        return limits.error();
    data.rehearsal = rehearse(data, *limits, std::max(1, request.photos));
    const double recognised = double(data.rehearsal->recognised) / data.rehearsal->photos;
    const bool isUseless = recognised < limits->enrolmentRefused;
    if (isUseless)
        warnings.append(u"backdrop.weak.useless"_s);
    else if (recognised < limits->enrolmentRecognised)
        warnings.append(u"backdrop.weak.recognition"_s);
    if (data.rehearsal->resemblingTaken > 0)
        warnings.append(u"backdrop.weak.resembling"_s);
    else if (data.rehearsal->wrongTaken > 0)
        warnings.append(u"backdrop.weak.others"_s);
    return isUseless;
}

Result<LearnOutcome> learn(const LearnRequest& request, const QString& outputFolder)
{
    BackdropData data;
    const bool hasPicture = request.artwork || request.emptyPhoto;
    data.kind = BackdropKind::Motif;
    if (const auto applied = applyMeta(request.meta, data); !applied)
        return applied.error();
    const QJsonValue acceptWeak = request.meta.value("acceptWeak"_L1);
    if (!acceptWeak.isUndefined() && !acceptWeak.isBool())
        return Error{ErrorCode::InvalidInput, u"a member of the backdrop's description is wrong"_s,
                     u"acceptWeak"_s};
    const bool acceptsWeak = acceptWeak.toBool();
    if (const auto fine = checkPictures(request, data.kind); !fine)
        return fine.error();
    QStringList warnings;
    if (hasPicture && !data.groundColour.isValid())
        data.groundColour =
            mostFrequentColour(request.artwork ? *request.artwork : *request.emptyPhoto);
    if (data.kind == BackdropKind::Plain && !data.groundColour.isValid())
        return Error{ErrorCode::InvalidInput, u"a plain ground needs its colour"_s,
                     u"groundColour"_s};
    if (data.kind == BackdropKind::Motif) {
        const QImage& source = request.artwork ? *request.artwork : *request.emptyPhoto;
        data.current = makeReference(source);
        data.mirrored = makeReference(data.current.image.mirrored(true, false));
        for (const QImage& image : request.older)
            data.older.push_back(makeRival(image));
        for (const QImage& image : request.others)
            data.others.push_back(makeRival(image));
        placeLines(data.current.gray, data.lines);
        warnings = weaknesses(data, source.size(), request.emptyPhoto.has_value());
    }
    bool isRefused = false;
    if (data.kind == BackdropKind::Motif && request.rehearsal) {
        const auto useless = rehearseInto(data, *request.rehearsal, warnings);
        if (!useless)
            return useless.error();
        isRefused = *useless && !acceptsWeak;
    }
    if (isRefused)
        return LearnOutcome{BackdropProfile(std::make_shared<BackdropData>(std::move(data))),
                            warnings, true};
    if (const auto prepared = prepareFolder(outputFolder); !prepared)
        return prepared.error();
    if (const auto written = writeProfile(data, outputFolder); !written)
        return written.error();
    // Read back: what is used from now on is what the folder holds, and it is known to be whole.
    auto profile = BackdropProfile::load(outputFolder);
    if (!profile)
        return profile.error();
    return LearnOutcome{*std::move(profile), warnings, false};
}

} // namespace

Result<LearnOutcome> learnBackdrop(const LearnRequest& request, const QString& outputFolder)
{
    try {
        return learn(request, outputFolder);
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, QString::fromUtf8(exception.what()), outputFolder};
    }
}

} // namespace handshake
