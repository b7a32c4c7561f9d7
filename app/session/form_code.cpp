// SPDX-License-Identifier: Apache-2.0
#include "app/session/form_code.h"

#include <QStringList>

namespace handshake {

using namespace Qt::StringLiterals;

QString FormCode::text() const
{
    return u"HD1:%1:%2:%3:%4"_s.arg(session.text()).arg(dataRevision).arg(site.value()).arg(page);
}

Result<FormCode> FormCode::parse(QStringView text)
{
    const QStringList parts = text.toString().split(u':');
    const Error notOurs{ErrorCode::Unreadable, u"not the code of a verification form"_s};
    if (parts.size() != 5 || parts[0] != u"HD1")
        return notOurs;
    const auto session = SessionId::parse(parts[1]);
    const auto site = WebsiteId::make(parts[3].toLongLong());
    bool isRevision = false;
    const qint64 revision = parts[2].toLongLong(&isRevision);
    const int page = parts[4].toInt();
    if (!session || !site || !isRevision || revision < 0 || page < 1)
        return notOurs;
    return FormCode{*session, revision, *site, page};
}

} // namespace handshake
