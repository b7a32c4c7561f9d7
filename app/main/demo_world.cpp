// SPDX-License-Identifier: Apache-2.0
#include "app/main/demo_world.h"

#include "app/cli/command_line.h"
#include "app/core/paths.h"
#include "app/demo/specimen_set.h"
#include "app/vision/backdrop_learner.h"
#include "app/workflow/executor_order_shelf.h"

#include <QCoreApplication>
#include <QDate>

#include <cstdio>

namespace handshake {

using namespace Qt::StringLiterals;

Result<DemoWorld> DemoWorld::create(GlobalOptions& options)
{
    const auto paths = Paths::find(QCoreApplication::applicationDirPath());
    if (!paths)
        return paths.error();
    const auto order = readOrderFile(paths->data(u"demo/order-unit.json"_s));
    if (!order)
        return order.error();
    DemoWorld world;
    world.m_folder = std::make_unique<QTemporaryDir>();
    if (!world.m_folder->isValid())
        return Error{ErrorCode::Storage, u"no throw-away folder could be made"_s};

    const SpecimenSet specimens(*order, 1, QDate::currentDate());
    LearnRequest request;
    request.artwork = specimens.backdropArtwork();
    request.meta = specimens.backdropMeta();
    const QString profile = world.folder() + u"/backdrop"_s;
    if (const auto learned = learnBackdrop(request, profile); !learned)
        return learned.error();

    options.dataFolder = world.folder() + u"/store"_s;
    options.settings.insert(u"capture/backdropFolder"_s, profile);
    options.settings.insert(u"counter/provider"_s, BackdropDesign{}.provider);
    options.settings.insert(u"counter/id"_s, u"DEMO-1"_s);
    options.settings.insert(u"counter/reportingUnit"_s, u"330000000001"_s);
    auto provider = DemoProvider::start(*paths, world.folder());
    if (provider) {
        options.settings.insert(u"delivery/serverUrl"_s, (*provider)->url());
        options.settings.insert(u"delivery/receiptKeyFile"_s, (*provider)->keyFile());
        world.m_provider = *std::move(provider);
    } else {
        std::fputs("The sample server is not installed: the demo runs without sending.\n", stderr);
    }
    return world;
}

} // namespace handshake
