// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"camera.lost.frozen",
     QT_TRANSLATE_NOOP("Advice", "The camera stopped sending pictures. Press Restart camera; if "
                                 "that does not help, unplug it and plug it in again.")},
    {"camera.lost.unavailable",
     QT_TRANSLATE_NOOP("Advice", "The camera cannot be started. Close other programs that use it, "
                                 "then press Restart camera.")},
    {"camera.lost.unplugged",
     QT_TRANSLATE_NOOP("Advice",
                       "The camera was unplugged. Plug it in again, then press Restart camera.")},
    {"camera.none", QT_TRANSLATE_NOOP("Advice", "No camera found. Plug one in.")},
    {"camera.simulated",
     QT_TRANSLATE_NOOP("Advice", "Simulated camera: pictures from it are for demonstration only.")},
    {"camera.starting", QT_TRANSLATE_NOOP("Advice", "The camera is starting.")},
    {"picture.animated",
     QT_TRANSLATE_NOOP("Advice", "The picture is animated. Choose a still picture.")},
    {"picture.damaged",
     QT_TRANSLATE_NOOP("Advice",
                       "The picture is damaged. Copy it again from the camera, or take it anew.")},
    {"picture.decoder-missing",
     QT_TRANSLATE_NOOP("Advice", "The program's picture decoder cannot be started. Restart the "
                                 "program; if it happens again, have it installed anew.")},
    {"picture.format",
     QT_TRANSLATE_NOOP("Advice", "This file is of a kind that is not taken. Save the picture as "
                                 "JPEG or PNG and choose it again.")},
    {"picture.not-found",
     QT_TRANSLATE_NOOP("Advice", "The file is not there any more. Choose it again.")},
    {"picture.not-read",
     QT_TRANSLATE_NOOP("Advice",
                       "The file could not be read. Check the card or stick and choose it again.")},
    {"picture.timeout",
     QT_TRANSLATE_NOOP(
         "Advice",
         "Opening the picture took too long. Choose another copy of it, or take it anew.")},
    {"picture.too-large",
     QT_TRANSLATE_NOOP("Advice", "The picture is too large (30 MB, 50 megapixels, 12,000 pixels a "
                                 "side at most). Save it smaller and choose it again.")},
    {"picture.unreadable",
     QT_TRANSLATE_NOOP("Advice", "This file is not a complete JPEG or PNG picture. Save the "
                                 "picture again as JPEG, or take it anew.")},
    {"rendition.does-not-fit",
     QT_TRANSLATE_NOOP("Advice", "The picture cannot be made small enough to stay legible. Take it "
                                 "anew, closer and with less around it.")},
};

} // namespace

Span imagingRows()
{
    return {kRows, std::size(kRows)};
}

} // namespace handshake::text_rows
