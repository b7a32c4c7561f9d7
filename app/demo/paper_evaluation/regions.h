// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace handshake::papereval {

/// A county-level division of GB/T 2260, and how offices and addresses there are called.
struct Region {
    int code = 0;
    QString province; ///< "浙江省"; for the four municipalities "北京市"
    QString city;     ///< "杭州市"; empty for the municipalities
    QString county;   ///< "西湖区"

    [[nodiscard]] QString full() const { return province + city + county; }
    /// Who issues ID cards: the district's branch of the city's bureau, or the county's bureau.
    [[nodiscard]] QString policeOffice() const;
    /// Who registers businesses; `before2019`: the former name of the office.
    [[nodiscard]] QString businessOffice(bool before2019) const;
};

[[nodiscard]] const std::vector<Region>& regions();

} // namespace handshake::papereval
