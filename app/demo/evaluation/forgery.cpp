// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/forgery_p.h"

#include "app/demo/evaluation/dice_p.h"
#include "app/demo/evaluation/room_p.h"
#include "app/demo/evaluation/sensor_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake::evaluation {

namespace {

/// How a monitor's pixels are built, and how much of that the lens lets through.
struct Grid {
    double across = 1920; ///< pixels of the panel
    double down = 1080;
    float depth = 0.7F;
};

/// Light of one channel at a place of the panel, 0 between the stripes; about 1 on the average.
float stripe(double x, double y, int channel)
{
    constexpr std::array kFrom{0.70, 0.37, 0.04}; // B G R
    const double inX = x - std::floor(x);
    const double inY = y - std::floor(y);
    const double from = kFrom[static_cast<std::size_t>(channel)];
    return inX >= from && inX < from + 0.26 && inY > 0.08 && inY < 0.92 ? 4.58F : 0.0F;
}

cv::Vec3f panelLight(const cv::Mat& shown, cv::Vec2f share, const Grid& grid)
{
    const double x = share[0] * static_cast<float>(shown.cols) - 0.5;
    const double y = share[1] * static_cast<float>(shown.rows) - 0.5;
    const int left = std::clamp(int(std::floor(x)), 0, shown.cols - 2);
    const int top = std::clamp(int(std::floor(y)), 0, shown.rows - 2);
    const auto partX = static_cast<float>(std::clamp(x - left, 0.0, 1.0));
    const auto partY = static_cast<float>(std::clamp(y - top, 0.0, 1.0));
    const auto* upper = shown.ptr<cv::Vec3b>(top);
    const auto* lower = shown.ptr<cv::Vec3b>(top + 1);
    cv::Vec3f light;
    for (int c = 0; c < 3; ++c) {
        const float above =
            upper[left][c] + partX * static_cast<float>(upper[left + 1][c] - upper[left][c]);
        const float below =
            lower[left][c] + partX * static_cast<float>(lower[left + 1][c] - lower[left][c]);
        const float value = above + partY * (below - above);
        const float mask = stripe(share[0] * grid.across, share[1] * grid.down, c);
        light[c] = value * (1 - grid.depth + grid.depth * mask);
    }
    return light;
}

/// The panel seen through `shares`, each pixel gathering light from its whole area.
cv::Mat seenPanel(const cv::Mat& shown, const cv::Mat& shares, const Grid& grid, cv::Mat behind)
{
    constexpr int kSteps = 3;
    for (int y = 0; y < shares.rows; ++y) {
        const auto* here = shares.ptr<cv::Vec2f>(y);
        const auto* next = shares.ptr<cv::Vec2f>(std::min(y + 1, shares.rows - 1));
        auto* out = behind.ptr<cv::Vec3b>(y);
        for (int x = 0; x < shares.cols; ++x) {
            const cv::Vec2f at = here[x];
            if (at[0] < 0 || at[0] > 1 || at[1] < 0 || at[1] > 1)
                continue;
            const cv::Vec2f right = here[std::min(x + 1, shares.cols - 1)] - at;
            const cv::Vec2f down = next[x] - at;
            cv::Vec3f sum(0, 0, 0);
            for (int i = 0; i < kSteps * kSteps; ++i) {
                const auto dx = (static_cast<float>(i % kSteps) + 0.5F) / kSteps - 0.5F;
                const int line = i / kSteps;
                const auto dy = (static_cast<float>(line) + 0.5F) / kSteps - 0.5F;
                sum += panelLight(shown, at + right * dx + down * dy, grid);
            }
            for (int c = 0; c < 3; ++c)
                out[x][c] = cv::saturate_cast<uchar>(10 + sum[c] / (kSteps * kSteps) * 0.95F);
        }
    }
    return behind;
}

/// Bright reflections on the glass.
void addGlare(cv::Mat& picture, const cv::Mat& panel, Dice& dice)
{
    cv::Mat glare(picture.rows / 4, picture.cols / 4, CV_8U, cv::Scalar(0));
    const int spots = dice.below(3);
    for (int i = 0; i < spots; ++i) {
        const cv::Point at(dice.below(glare.cols), dice.below(glare.rows));
        const cv::Size size(glare.cols / (6 + dice.below(10)), glare.rows / (5 + dice.below(10)));
        if (dice.below(2) == 0)
            cv::ellipse(glare, at, size, dice.between(0, 90), 0, 360, 110, cv::FILLED);
        else
            cv::rectangle(glare, cv::Rect(at, size), 80, cv::FILLED);
    }
    cv::GaussianBlur(glare, glare, {}, glare.cols / 60.0);
    cv::resize(glare, glare, picture.size());
    cv::bitwise_and(glare, panel, glare);
    cv::Mat colour;
    cv::cvtColor(glare, colour, cv::COLOR_GRAY2BGR);
    picture += colour;
}

} // namespace

cv::Mat monitorPhoto(const cv::Mat& shown, const SampleDesign& sample, double tremble)
{
    Dice dice(sample.seed, 70);
    TakeDesign design = sample.take;
    design.distance = 700;
    design.fill = dice.between(0.82, 1.16);
    design.aside = dice.between(-15, 15);
    design.topMargin = dice.between(-0.06, 0.04);
    const double reach = 3 + 4 * static_cast<double>(sample.severity);
    design.yaw = dice.between(-reach, reach) + tremble;
    design.pitch = dice.between(-reach, reach) * 0.6 + tremble * 0.6;
    design.roll = dice.between(-1.5, 1.5);
    const double width = 520;
    const double height = width * shown.rows / shown.cols;
    const Lens lens(design, QSizeF(width, height));

    const Sheet room{0, 0, -600, kRoomWidthMm * 0.5, kRoomHeightMm * 0.5};
    cv::Mat behind;
    cv::Mat pixels = roomPicture(true, sample.seed) * 0.45;
    const auto mapped = [](const cv::Mat& texture, const cv::Mat& shares) {
        cv::Mat channels[2];
        cv::split(shares, channels);
        channels[0] = channels[0] * texture.cols;
        channels[1] = channels[1] * texture.rows;
        cv::Mat out;
        cv::remap(texture, out, channels[0], channels[1], cv::INTER_LINEAR, cv::BORDER_REFLECT);
        return out;
    };
    behind = mapped(pixels, lens.sheetMap(room, {}, nullptr));
    const cv::Mat shares = lens.sheetMap({0, 0, 0, width, height}, {}, nullptr);
    cv::Mat panel(behind.size(), CV_8U, cv::Scalar(0));
    const double edge = dice.between(0.012, 0.035);
    const bool isDark = dice.below(4) != 0;
    for (int y = 0; y < behind.rows; ++y) {
        const auto* at = shares.ptr<cv::Vec2f>(y);
        auto* out = behind.ptr<cv::Vec3b>(y);
        for (int x = 0; x < behind.cols; ++x) {
            const float beyond = std::max(std::max(-at[x][0], at[x][0] - 1),
                                          std::max(-at[x][1], at[x][1] - 1) * 0.62F);
            if (beyond <= 0)
                panel.at<uchar>(y, x) = 255;
            else if (beyond < edge)
                out[x] = isDark ? cv::Vec3b(26, 24, 24) : cv::Vec3b(196, 194, 192);
        }
    }
    Grid grid;
    grid.across =
        std::array{1366.0, 1920.0, 1920.0, 2560.0}[static_cast<std::size_t>(dice.below(4))];
    grid.down = grid.across * shown.rows / shown.cols;
    grid.depth = static_cast<float>(dice.between(0.35, 0.85));
    cv::Mat photo = seenPanel(shown, shares, grid, behind);
    addGlare(photo, panel, dice);
    return photo;
}

void pasteOnArtwork(Take& take, const Stage& stage)
{
    const SampleDesign& sample = stage.sample;
    Dice dice(sample.seed, 71);
    // The person comes from a photo before a wall, with that photo's light and noise.
    Stage before = stage;
    before.hasCurtain = false;
    Take photo = look(before);
    TakeDesign light = sample.take;
    light.lightFrom = -sample.take.lightFrom;
    illuminate(photo.picture, light);
    light.noise = std::max(2.0, sample.take.noise);
    expose(photo.picture, light, sample.seed);
    cv::Mat mask;
    const int spill = int(std::lround(scaledBlur(dice.between(1.5, 5), photo.picture.cols)));
    cv::dilate(take.people, mask,
               cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * spill + 1, 2 * spill + 1}));
    cv::GaussianBlur(mask, mask, {}, scaledBlur(dice.between(0.5, 1.5), photo.picture.cols));
    // The artwork straight from the print file: flat, evenly lit, without noise.
    Stage clean = stage;
    clean.sample.people.clear();
    clean.sample.take.folds = 0;
    clean.sample.take.foldShade = 0;
    clean.sample.take.depthBlur = 0;
    clean.sample.take.yaw *= 0.2;
    clean.sample.take.pitch *= 0.2;
    clean.sample.take.roll = 0;
    clean.sample.take.fill = std::min(1.0, sample.take.fill);
    clean.sample.take.topMargin = std::abs(sample.take.topMargin);
    Take artwork = look(clean);
    for (int y = 0; y < mask.rows; ++y) {
        auto* out = artwork.picture.ptr<cv::Vec3b>(y);
        const auto* in = photo.picture.ptr<cv::Vec3b>(y);
        const auto* part = mask.ptr<uchar>(y);
        for (int x = 0; x < mask.cols; ++x) {
            for (int c = 0; c < 3; ++c)
                out[x][c] =
                    static_cast<uchar>((in[x][c] * part[x] + out[x][c] * (255 - part[x])) / 255);
        }
    }
    artwork.people = take.people;
    artwork.faces = take.faces;
    take = artwork;
}

} // namespace handshake::evaluation
