// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/filing_message.h"

#include "app/session/steps.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// The papers that count, in the order in which they were taken.
std::vector<const Evidence*> approvalPapers(const Session& session, const Owner& owner)
{
    std::vector<const Evidence*> papers;
    for (const Evidence& evidence : session.evidence) {
        if (evidence.role == EvidenceRole::Approval && evidence.owner == owner)
            papers.push_back(&evidence);
    }
    std::sort(papers.begin(), papers.end(),
              [](const Evidence* a, const Evidence* b) { return a->ordinal < b->ordinal; });
    const Result<Step> step = stepOf(session.filing, EvidenceRole::Approval, owner);
    const std::size_t wanted = step ? static_cast<std::size_t>(step->count) : 0;
    if (papers.size() > wanted)
        papers.erase(papers.begin(), papers.end() - static_cast<std::ptrdiff_t>(wanted));
    return papers;
}

} // namespace

Result<FilingMessage>
filingMessage(const Session& session,
              const std::function<Result<QByteArray>(const Evidence&)>& scanOf)
{
    FilingMessage message{session.filing, {}};
    for (Website& site : message.filing.websites) {
        const std::vector<const Evidence*> papers = approvalPapers(session, Owner{site.id});
        std::size_t next = 0;
        for (Approval& approval : site.approvals) {
            approval.scans.resize(std::max<std::size_t>(approval.scans.size(), 1));
            for (QString& name : approval.scans) {
                name = u"%1/%2"_s.arg(site.id.value()).arg(next);
                if (next < papers.size()) {
                    const Result<QByteArray> scan = scanOf(*papers[next]);
                    if (!scan)
                        return scan.error();
                    message.scans.insert(name, *scan);
                }
                ++next;
            }
        }
    }
    return message;
}

} // namespace handshake
