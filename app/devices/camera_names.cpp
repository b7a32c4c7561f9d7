// SPDX-License-Identifier: Apache-2.0
#include "app/devices/camera_names.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

bool isRunningNumber(const QByteArray& systemId)
{
    return std::all_of(systemId.begin(), systemId.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::vector<QString> CameraNames::idsOf(const std::vector<Present>& cameras)
{
    const std::lock_guard lock(m_mutex);
    // First forget who went: their ids are free for those who came in their place.
    m_known.erase(std::remove_if(m_known.begin(), m_known.end(),
                                 [&cameras](const Known& known) {
                                     return std::none_of(cameras.begin(), cameras.end(),
                                                         [&known](const Present& camera) {
                                                             return camera.systemId ==
                                                                    known.systemId;
                                                         });
                                 }),
                  m_known.end());
    std::vector<QString> ids;
    for (const Present& camera : cameras) {
        auto known = std::find_if(m_known.begin(), m_known.end(), [&camera](const Known& one) {
            return one.systemId == camera.systemId;
        });
        if (known == m_known.end())
            known =
                m_known.insert(known, {camera.systemId, isRunningNumber(camera.systemId)
                                                            ? freeId(camera.description)
                                                            : QString::fromUtf8(camera.systemId)});
        ids.push_back(known->id);
    }
    return ids;
}

QString CameraNames::freeId(const QString& description) const
{
    // An empty id is how a setting says "any camera".
    QString id = description.isEmpty() ? u"#1"_s : description;
    const auto isTaken = [&id](const Known& known) { return known.id == id; };
    for (int number = 2; std::any_of(m_known.begin(), m_known.end(), isTaken); ++number)
        id = u"%1#%2"_s.arg(description).arg(number);
    return id;
}

} // namespace handshake
