// SPDX-License-Identifier: Apache-2.0
#include "app/main/demo_stage.h"

#include "app/core/async.h"
#include "app/demo/form_signing.h"
#include "app/demo/lively_frames.h"
#include "app/demo/specimen_set.h"
#include "app/session/steps.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kSeed = 1;

std::size_t indexOf(const Filing& filing, const Owner& owner)
{
    for (std::size_t i = 0; i < filing.websites.size(); ++i) {
        if (owner.website && filing.websites[i].id == *owner.website)
            return i;
    }
    return 0;
}

/// Nothing but a dim ground: what a camera sees between two things.
QImage plainGround()
{
    QImage ground(1280, 720, QImage::Format_RGB32);
    ground.fill(QColor(96, 92, 88));
    return ground;
}

Result<QImage> draw(const Filing& filing, EvidenceRole role, const Owner& owner,
                    const QByteArray& form, const QDate& today)
{
    const SpecimenSet set(filing, kSeed, today);
    const Person* person = personOf(filing, owner);
    switch (role) {
    case EvidenceRole::Photo:
        return set.photo(indexOf(filing, owner));
    case EvidenceRole::IdPortrait:
        return person ? set.idPortrait(*person) : set.emptyDesk();
    case EvidenceRole::IdEmblem:
        return person ? set.idEmblem(*person) : set.emptyDesk();
    case EvidenceRole::Licence:
        return set.licence();
    case EvidenceRole::SignedForm:
        return form.isEmpty() ? Result<QImage>(set.emptyDesk()) : signForm(form, 0);
    default:
        return set.emptyDesk();
    }
}

/// What the camera shows frame by frame: papers lie still, people do not stand still.
Result<std::vector<QImage>> drawFrames(const Filing& filing, EvidenceRole role, const Owner& owner,
                                       const QByteArray& form, const QDate& today)
{
    const Result<QImage> picture = draw(filing, role, owner, form, today);
    if (!picture)
        return picture.error();
    if (role != EvidenceRole::Photo)
        return std::vector<QImage>{*picture};
    const SpecimenSet set(filing, kSeed, today);
    return livelyFrames(*picture, set.photoScene(indexOf(filing, owner)));
}

} // namespace

DemoStage::DemoStage(std::shared_ptr<SimulatedFeed> feed, SimulatedChipReader& chips,
                     const Clock& clock, QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_feed(std::move(feed))
    , m_chips(chips)
    , m_clock(clock)
    , m_pool(pool)
{
    constexpr int kGrain = 2;
    m_feed->setGrain(kGrain);
}

void DemoStage::enter(const Session& session, EvidenceRole role, const Owner& owner)
{
    const quint64 ticket = ++m_ticket;
    // What was shown before is taken away at once; drawing what comes next takes a moment.
    m_feed->setPicture(plainGround());
    const QDate today = inBeijing(m_clock.now().wall).date();
    const QByteArray form = m_forms[owner.text()];
    auto drawn = async::run(m_pool, [filing = session.filing, role, owner, form, today] {
        return drawFrames(filing, role, owner, form, today);
    });
    async::onFinished(drawn, this, [this, ticket](const Result<std::vector<QImage>>& frames) {
        if (ticket == m_ticket && frames)
            m_feed->setSequence(*frames);
    });
}

void DemoStage::show(const Session& session, EvidenceRole role, const Owner& owner)
{
    const Filing& filing = session.filing;
    const QDate today = inBeijing(m_clock.now().wall).date();
    const bool isCard = role == EvidenceRole::IdPortrait || role == EvidenceRole::IdEmblem;
    const Person* person = isCard ? personOf(filing, owner) : nullptr;
    if (person)
        m_chips.layOn(SpecimenSet(filing, kSeed, today).idChip(*person));
    else
        m_chips.takeAway();
}

void DemoStage::takeForm(const Session&, const Owner& owner, const QByteArray& pdf)
{
    m_forms[owner.text()] = pdf;
}

} // namespace handshake
