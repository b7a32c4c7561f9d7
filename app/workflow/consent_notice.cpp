// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/consent_notice.h"

#include "app/core/sha256.h"

#include <QCoreApplication>

namespace handshake {

namespace {

struct NoticeWords {
    Q_DECLARE_TR_FUNCTIONS(NoticeWords)
};

} // namespace

ConsentNotice ConsentNotice::current(const QString& provider)
{
    const QString who = provider.isEmpty() ? NoticeWords::tr("The provider") : provider;
    ConsentNotice notice;
    notice.title = NoticeWords::tr("Read this to the applicant");
    notice.text =
        NoticeWords::tr("%1 checks your papers and takes your photo because the law on website "
                        "filing asks for it.\n\n"
                        "Kept are: both sides of your ID card, the unit's licence, the photo and "
                        "the signed form. They go to the provincial communications administration "
                        "and to nobody else.\n\n"
                        "They are kept on this machine only as long as the filing needs them. You "
                        "may ask for a copy, or to have them erased.\n\n"
                        "Your face is not compared by a machine; a person looks at it.")
            .arg(who);
    //: The language this notice is written in, as a code: "en", "zh_CN"
    notice.language = NoticeWords::tr("en", "language code of the notice");
    return notice;
}

Consent ConsentNotice::agreedAt(const QDateTime& utc) const
{
    return {Sha256::of(text.toUtf8()).hex(), language, utc};
}

} // namespace handshake
