// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace handshake::assessment {

/// Wilson's 95 % interval of a share.
struct Interval {
    double low = 0;
    double high = 1;
};
[[nodiscard]] Interval wilson(int hits, int of);

/// Something counted: how many of how many.
struct Share {
    int hits = 0;
    int of = 0;

    void count(bool hit)
    {
        hits += hit ? 1 : 0;
        ++of;
    }
    void add(const Share& other)
    {
        hits += other.hits;
        of += other.of;
    }
};

/// {"share","hits","of","low","high"}; share is absent when nothing was counted.
[[nodiscard]] QJsonObject shareToJson(const Share& share);
/// "0.97 (117/120, 0.93–0.99)".
[[nodiscard]] QString shareAsWords(const Share& share);

/// Value below which `part` (0 … 1) of the figures lie; 0 of none.
[[nodiscard]] double quantile(std::vector<double> figures, double part);

} // namespace handshake::assessment
