// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"dossier.difference.container",
     QT_TRANSLATE_NOOP("Advice",
                       "The dossier file itself is damaged. Fetch it again from where it came.")},
    {"dossier.difference.content",
     QT_TRANSLATE_NOOP("Advice", "A file was changed. Do not use this dossier; fetch it again.")},
    {"dossier.difference.manifest",
     QT_TRANSLATE_NOOP(
         "Advice", "The dossier's list of contents was altered. Do not use it; fetch it again.")},
    {"dossier.difference.missing",
     QT_TRANSLATE_NOOP("Advice",
                       "A listed file is missing. Do not use this dossier; fetch it again.")},
    {"dossier.difference.name",
     QT_TRANSLATE_NOOP(
         "Advice", "The file carries another dossier's name. Rename it, or fetch the right one.")},
    {"dossier.difference.unlisted",
     QT_TRANSLATE_NOOP(
         "Advice", "There is a file that is not listed. Do not use this dossier; fetch it again.")},
    {"rendition.faceSize",
     QT_TRANSLATE_NOOP("Advice",
                       "The face is small in the upload photo. Move closer and take it again.")},
    {"rendition.legibility",
     QT_TRANSLATE_NOOP("Advice", "Small text is hard to read in the upload picture. Compare it, "
                                 "and take a closer picture if it cannot be read.")},
    {"rendition.pixels",
     QT_TRANSLATE_NOOP(
         "Advice", "The photo is smaller than 800 × 600. Take it again with a higher resolution.")},
    {"rendition.quality",
     QT_TRANSLATE_NOOP("Advice", "The picture fits the upload limit only with poor quality. Take "
                                 "it again on a plain background.")},
    {"rendition.stamp",
     QT_TRANSLATE_NOOP("Advice", "The photo's capture time is not known, so it carries no time "
                                 "stamp. Take the photo again.")},
};

} // namespace

Span dossierRows()
{
    return {kRows, std::size(kRows)};
}

} // namespace handshake::text_rows
