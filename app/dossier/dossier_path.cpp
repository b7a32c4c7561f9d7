// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/zip_container.h"

#include <QRegularExpression>

namespace handshake {

using namespace Qt::StringLiterals;

bool isDossierPath(QStringView path)
{
    // One expression for all paths of the contract: what is not listed here cannot be written
    // outside the folder a dossier is opened into.
    static const QRegularExpression pattern(
        u"\\A(?:manifest\\.json|filing\\.json|filing\\.xml|checks\\.json"
        "|form-[1-9][0-9]{0,18}\\.pdf"
        "|masters/(?:photo|id-portrait|id-emblem|licence|approval|letter|other)"
        "-[1-9][0-9]{0,3}\\.(?:jpg|png|pdf)"
        "|renditions/(?:photo|id-joined|licence|form)-[1-9][0-9]{0,3}\\.jpg"
        "|scans/form-[1-9][0-9]{0,18}-[1-9][0-9]{0,3}\\.(?:jpg|png|pdf))\\z"_s);
    return pattern.match(path).hasMatch();
}

} // namespace handshake
