// SPDX-License-Identifier: Apache-2.0
#include "app/demo/assessment/interval.h"

#include <algorithm>
#include <cmath>

namespace handshake::assessment {

using namespace Qt::StringLiterals;

Interval wilson(int hits, int of)
{
    if (of <= 0)
        return {};
    constexpr double kZ = 1.959964;
    const double share = double(hits) / of;
    const double wide = kZ * kZ / of;
    const double middle = (share + wide / 2) / (1 + wide);
    const double half = kZ / (1 + wide) * std::sqrt(share * (1 - share) / of + wide / (4 * of));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

QJsonObject shareToJson(const Share& share)
{
    QJsonObject object{{u"hits"_s, share.hits}, {u"of"_s, share.of}};
    if (share.of > 0) {
        const Interval interval = wilson(share.hits, share.of);
        object.insert(u"share"_s, double(share.hits) / share.of);
        object.insert(u"low"_s, interval.low);
        object.insert(u"high"_s, interval.high);
    }
    return object;
}

QString shareAsWords(const Share& share)
{
    if (share.of == 0)
        return u"–"_s;
    const Interval interval = wilson(share.hits, share.of);
    return u"%1 (%2/%3, %4–%5)"_s.arg(double(share.hits) / share.of, 0, 'f', 3)
        .arg(share.hits)
        .arg(share.of)
        .arg(interval.low, 0, 'f', 3)
        .arg(interval.high, 0, 'f', 3);
}

double quantile(std::vector<double> figures, double part)
{
    if (figures.empty())
        return 0;
    std::sort(figures.begin(), figures.end());
    const auto at = static_cast<std::size_t>(
        std::clamp(std::ceil(part * double(figures.size())) - 1, 0.0, double(figures.size() - 1)));
    return figures[at];
}

} // namespace handshake::assessment
