// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/paper_reading.h"

#include <QImage>
#include <QPolygonF>
#include <QSizeF>
#include <QString>

#include <opencv2/core.hpp>

#include <cstdint>
#include <random>
#include <vector>

namespace handshake::paperdev {

/// The standard's distributions differ from library to library; this does not.
class Chance final
{
public:
    explicit Chance(std::uint32_t seed)
        : m_engine(seed)
    {
    }
    double between(double low, double high)
    {
        return low + ((high - low) * (static_cast<double>(m_engine()) / 4294967296.0));
    }
    bool happens(double share) { return between(0, 1) < share; }
    int below(int end) { return static_cast<int>(between(0, end)); }

private:
    std::mt19937 m_engine;
};

/// A paper as it is laid down: its looks, and where it is read.
struct DevPaper {
    PaperKind kind = PaperKind::Unknown;
    cv::Mat look; ///< B G R A, premultiplied
    QSizeF size;  ///< mm
    QString qrText{};
};

/// The demo's papers in several hands: other persons, faces, tints and frames. Needs a
/// QGuiApplication.
class PaperBox final
{
public:
    /// `split` 0 is the one that is tuned on; papers of splits have nothing in common but the demo.
    explicit PaperBox(int split);

    [[nodiscard]] const DevPaper& portrait(Chance& chance) const;
    [[nodiscard]] const DevPaper& emblem(Chance& chance) const;
    [[nodiscard]] const DevPaper& licence(Chance& chance) const;
    /// A card of the same size that is nobody's: a bank's or a shop's.
    [[nodiscard]] const DevPaper& otherCard(Chance& chance) const;
    /// A page with lines of grey print.
    [[nodiscard]] const DevPaper& letter(Chance& chance) const;

private:
    std::vector<DevPaper> m_portraits;
    std::vector<DevPaper> m_emblems;
    std::vector<DevPaper> m_licences;
    std::vector<DevPaper> m_cards;
    std::vector<DevPaper> m_letters;
};

/// One picture and what lies on it.
struct DevScene {
    struct Item {
        PaperKind kind = PaperKind::Unknown;
        QPolygonF corners; ///< of the upright paper: TL TR BR BL; pixels of the picture
        QString qrText{};
    };
    QImage picture; ///< Format_RGB32, after JPEG
    std::vector<Item> items;
    QString name; ///< which sort of scene: for the table
};

/// A desk under a camera of `megapixels`.
[[nodiscard]] DevScene drawCameraScene(const PaperBox& papers, std::uint32_t seed,
                                       double megapixels);
/// A scanner's glass with a white lid, `dpi` fine.
[[nodiscard]] DevScene drawFlatbedScene(const PaperBox& papers, std::uint32_t seed, double dpi);

/// Lays `paper` onto `picture` (B G R) where `toPicture` (3x3, from mm) puts it.
void layDown(cv::Mat& picture, const DevPaper& paper, const cv::Mat& toPicture);
[[nodiscard]] QPolygonF cornersOf(const DevPaper& paper, const cv::Mat& toPicture);
/// Darkens what lies under a shape by `strength`, its edge `softness` pixels wide.
void shade(cv::Mat& picture, const QPolygonF& shape, double strength, double softness);
void addNoise(cv::Mat& picture, double deviation, std::uint32_t seed);
[[nodiscard]] QImage throughJpeg(const cv::Mat& picture, int quality);

} // namespace handshake::paperdev
