// SPDX-License-Identifier: Apache-2.0
#include "app/core/strong_id.h"

#include <algorithm>

namespace handshake::detail {

bool isPlainId(QStringView text)
{
    constexpr qsizetype kMaxLength = 64;
    if (text.isEmpty() || text.size() > kMaxLength || text.front() == u'.' || text.front() == u'-')
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ||
               c == u'.' || c == u'_' || c == u'-';
    });
}

bool isDigestId(QStringView text)
{
    constexpr qsizetype kLength = 64;
    return text.size() == kLength && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace handshake::detail
