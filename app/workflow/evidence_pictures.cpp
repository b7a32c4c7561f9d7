// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/evidence_pictures.h"

#include "app/core/async.h"

namespace handshake {

namespace {

constexpr QSize kLargeBox{1280, 960};
constexpr QSize kThumbnailBox{320, 240};

} // namespace

EvidencePictures::EvidencePictures(SessionGateway& sessions, QObject* parent)
    : QObject(parent)
    , m_sessions(sessions)
{
}

void EvidencePictures::forgetAll()
{
    ++m_generation;
    m_thumbnails.clear();
    m_portraits.clear();
    m_largeItem.clear();
    m_large = {};
}

void EvidencePictures::fill(SessionPageState& state)
{
    for (StepItem& step : state.steps) {
        if (const Evidence* evidence = state.evidenceOf(step))
            step.thumbnail = thumbnail(*evidence);
    }
    state.portrait = portraitBeside(state);
    const Evidence* evidence = state.evidence();
    if (!evidence || state.live)
        return;
    // The small picture is there at once; the large one takes its place. While a new picture is on
    // its way, that one stays on the screen.
    const QImage picture = state.busy ? QImage() : large(*evidence);
    if (!picture.isNull())
        state.picture = picture;
    else if (state.picture.isNull())
        state.picture = state.currentStep()->thumbnail;
}

QImage EvidencePictures::portraitBeside(const SessionPageState& state)
{
    const StepItem* step = state.currentStep();
    if (!state.view || !step || step->kind != StepItem::Kind::Capture ||
        step->step.role != EvidenceRole::Photo)
        return {};
    const Evidence* card =
        evidenceFor(state.view->session, EvidenceRole::IdPortrait, step->step.owner);
    return card && card->assessed ? portrait(*card) : QImage();
}

QImage EvidencePictures::thumbnail(const Evidence& evidence)
{
    const QString id = evidence.id.text();
    if (const auto known = m_thumbnails.find(id); known != m_thumbnails.end())
        return known->second;
    m_thumbnails[id] = {};
    async::onFinished(m_sessions.picture(evidence, kThumbnailBox), this,
                      [this, id, generation = m_generation](const Result<QImage>& picture) {
                          if (!picture || generation != m_generation)
                              return;
                          m_thumbnails[id] = *picture;
                          Q_EMIT arrived();
                      });
    return {};
}

QImage EvidencePictures::portrait(const Evidence& idPortrait)
{
    const QString id = idPortrait.id.text();
    if (const auto known = m_portraits.find(id); known != m_portraits.end())
        return known->second;
    m_portraits[id] = {};
    async::onFinished(m_sessions.portrait(idPortrait), this,
                      [this, id, generation = m_generation](const Result<QImage>& picture) {
                          if (!picture || generation != m_generation)
                              return;
                          m_portraits[id] = *picture;
                          Q_EMIT arrived();
                      });
    return {};
}

QImage EvidencePictures::large(const Evidence& evidence)
{
    const QString id = evidence.id.text();
    if (m_largeItem == id)
        return m_large;
    m_largeItem = id;
    m_large = {};
    async::onFinished(m_sessions.picture(evidence, kLargeBox), this,
                      [this, id, generation = m_generation](const Result<QImage>& picture) {
                          if (!picture || generation != m_generation || m_largeItem != id)
                              return;
                          m_large = *picture;
                          Q_EMIT arrived();
                      });
    return {};
}

} // namespace handshake
