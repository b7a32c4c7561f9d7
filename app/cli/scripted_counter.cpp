// SPDX-License-Identifier: Apache-2.0
#include "app/cli/scripted_counter.h"

#include "app/demo/form_signing.h"
#include "app/session/steps.h"

#include <QEventLoop>

#include <optional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr SimulatedCamera::Timing kTiming{std::chrono::milliseconds(5), FrameWatchdog::kLostAfter};

std::size_t indexOf(const Filing& filing, const Owner& owner)
{
    for (std::size_t i = 0; i < filing.websites.size(); ++i) {
        if (owner.website && filing.websites[i].id == *owner.website)
            return i;
    }
    return 0;
}

} // namespace

ScriptedCounter::ScriptedCounter(const DemoScript& script, Filing order, std::uint32_t seed,
                                 const QDate& today, const Clock& clock)
    : m_script(script)
    , m_clock(clock)
    , m_order(std::move(order))
    , m_specimens(m_order, seed, today)
    , m_feed(std::make_shared<SimulatedFeed>())
    , m_camera(u"demo"_s, m_feed, clock, kTiming)
{
}

Result<Picture> ScriptedCounter::take(EvidenceRole role, const Owner& owner)
{
    const Result<QImage> scene = draw(role, owner);
    if (!scene)
        return scene.error();
    return photograph(*scene, evidenceRoleName(role) == m_script.unplugAt);
}

Result<Picture> ScriptedCounter::takeForm(const QByteArray& pdf)
{
    const Result<QImage> scan = signForm(pdf, 0);
    if (!scan)
        return scan.error();
    return photograph(*scan, false);
}

Result<QImage> ScriptedCounter::draw(EvidenceRole role, const Owner& owner) const
{
    const QString name = evidenceRoleName(role);
    if (role == EvidenceRole::Photo)
        return drawPhotoScene(m_script.photo(m_specimens.photoScene(indexOf(m_order, owner))));
    if (role == EvidenceRole::Licence)
        return m_specimens.licence(m_script.desk(m_specimens.licenceScene(), name));
    const Person* person = personOf(m_order, owner);
    if (person && role == EvidenceRole::IdPortrait)
        return m_specimens.idPortrait(m_script.card(*person),
                                      m_script.desk(m_specimens.idPortraitScene(), name));
    if (person && role == EvidenceRole::IdEmblem)
        return m_specimens.idEmblem(m_script.card(*person),
                                    m_script.desk(m_specimens.idEmblemScene(), name));
    return Error{ErrorCode::NotFound, u"demo: nothing is drawn for this step"_s, name};
}

Result<Picture> ScriptedCounter::photograph(const QImage& scene, bool isUnplugged)
{
    std::optional<Result<Picture>> taken;
    QEventLoop loop; // the only one of this process
    const auto end = [&](Result<Picture> result) {
        if (!taken)
            taken = std::move(result);
        loop.quit();
    };
    m_feed->plugIn();
    m_feed->setPicture(scene);
    QObject::connect(&m_camera, &Camera::frameArrived, &loop, [&](const CameraFrame& frame) {
        if (isUnplugged) {
            m_feed->unplug(); // the picture was there, the hand was quicker
            return;
        }
        Provenance provenance;
        provenance.kind = m_camera.kind();
        provenance.device = m_camera.name();
        provenance.takenAt = m_clock.now();
        end(pictureOf(frame, provenance));
    });
    QObject::connect(&m_camera, &Camera::lost, &loop, [&](const Error& error) { end(error); });
    m_camera.start();
    if (!taken)
        loop.exec();
    m_camera.stop();
    return *taken;
}

} // namespace handshake
