// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <cstddef>

namespace handshake {

/// A positive 64-bit identifier that cannot be mixed up with another kind: the provider's own ids
/// of subjects, websites, domains, accesses and IP ranges, which the authority sends back as join
/// keys. An object always holds a valid one; make() is the only way to obtain it.
template <typename Tag>
class NumberId
{
public:
    static Result<NumberId> make(qint64 value)
    {
        if (value < 1)
            return Error{ErrorCode::InvalidInput,
                         QString::fromLatin1(Tag::kName) + QStringLiteral(": must be positive")};
        return NumberId(value);
    }

    [[nodiscard]] qint64 value() const noexcept { return m_value; }
    [[nodiscard]] QString logText() const { return QString::number(m_value); }

    friend bool operator==(const NumberId&, const NumberId&) = default;
    friend std::strong_ordering operator<=>(const NumberId& a, const NumberId& b)
    {
        return a.m_value <=> b.m_value;
    }
    friend std::size_t qHash(const NumberId& id, std::size_t seed = 0) noexcept
    {
        return ::qHash(id.m_value, seed);
    }

private:
    explicit NumberId(qint64 value)
        : m_value(value)
    {
    }

    qint64 m_value;
};

struct SubjectIdTag {
    static constexpr const char* kName = "subject id";
};
struct WebsiteIdTag {
    static constexpr const char* kName = "website id";
};
struct DomainIdTag {
    static constexpr const char* kName = "domain id";
};
struct AccessIdTag {
    static constexpr const char* kName = "access id";
};
struct IpRangeIdTag {
    static constexpr const char* kName = "IP range id";
};

using SubjectId = NumberId<SubjectIdTag>; ///< IspZtid
using WebsiteId = NumberId<WebsiteIdTag>; ///< IspWzid
using DomainId = NumberId<DomainIdTag>;   ///< IspYmid
using AccessId = NumberId<AccessIdTag>;   ///< IspJrid
using IpRangeId = NumberId<IpRangeIdTag>; ///< IspIpid

} // namespace handshake
