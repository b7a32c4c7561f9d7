// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"paper.birth.differs",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The birth date printed does not match the ID number. Compare both with the original.")},
    {"paper.borders.cut",
     QT_TRANSLATE_NOOP(
         "Advice",
         "A border of the paper is cut off. Move it so that all four borders are in view.")},
    {"paper.borders.tight",
     QT_TRANSLATE_NOOP("Advice",
                       "The picture ends at the paper's borders. Check that nothing is cut off.")},
    {"paper.creditCode.check",
     QT_TRANSLATE_NOOP("Advice", "The credit code as read does not pass its check. Compare it with "
                                 "the original character by character.")},
    {"paper.creditCode.unread",
     QT_TRANSLATE_NOOP("Advice", "The credit code could not be read. Take the picture again or "
                                 "compare it with the original.")},
    {"paper.glare.seen",
     QT_TRANSLATE_NOOP(
         "Advice",
         "Light is reflected on the paper. Tilt the lamp or the paper and take it again.")},
    {"paper.kind.other-side",
     QT_TRANSLATE_NOOP("Advice", "This is the other side of the ID card. Turn the card over.")},
    {"paper.kind.unknown",
     QT_TRANSLATE_NOOP("Advice", "This paper was not recognised. Check that it is the right one "
                                 "and take the picture again.")},
    {"paper.kind.unreadable",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The paper is too blurred to tell what it is. Hold still, refocus and take it again.")},
    {"paper.kind.wanted-id-emblem",
     QT_TRANSLATE_NOOP(
         "Advice",
         "This is not the emblem side of an ID card. Lay down the side with the national emblem.")},
    {"paper.kind.wanted-id-portrait",
     QT_TRANSLATE_NOOP(
         "Advice",
         "This is not the portrait side of an ID card. Lay down the side with the portrait.")},
    {"paper.kind.wanted-institution",
     QT_TRANSLATE_NOOP(
         "Advice", "This is not a certificate of a public institution. Lay down the certificate.")},
    {"paper.kind.wanted-licence",
     QT_TRANSLATE_NOOP("Advice", "This is not a business licence. Lay down the licence.")},
    {"paper.kind.wanted-orgcode",
     QT_TRANSLATE_NOOP("Advice",
                       "This is not an organisation code certificate. Lay down the certificate.")},
    {"paper.kind.wanted-passport",
     QT_TRANSLATE_NOOP("Advice", "This is not a passport. Lay down the page with the photo.")},
    {"paper.kind.wanted-permit",
     QT_TRANSLATE_NOOP("Advice", "This is not a travel permit. Lay down the permit.")},
    {"paper.number.check",
     QT_TRANSLATE_NOOP("Advice", "The ID number as read does not pass its check. Compare it with "
                                 "the original digit by digit.")},
    {"paper.number.unread",
     QT_TRANSLATE_NOOP("Advice", "The ID number could not be read. Take the picture again or "
                                 "compare it with the original.")},
    {"paper.qr.differs",
     QT_TRANSLATE_NOOP("Advice", "The QR code names another credit code than the one printed. "
                                 "Check whether the licence is genuine.")},
    {"paper.qr.no-code",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The QR code holds no credit code. Compare the licence with the public register.")},
    {"paper.resolution.low",
     QT_TRANSLATE_NOOP("Advice",
                       "The paper is too small in the picture. Bring the camera closer.")},
    {"paper.sex.differs",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The sex printed does not match the ID number. Compare both with the original.")},
    {"paper.sharp.blurred",
     QT_TRANSLATE_NOOP("Advice", "The picture is blurred. Hold still, refocus and take it again.")},
    {"paper.sheet.none",
     QT_TRANSLATE_NOOP("Advice", "No paper was seen. Lay the paper flat on a plain, darker base "
                                 "and take the picture again.")},
    {"paper.single.several",
     QT_TRANSLATE_NOOP("Advice", "More than one such paper lies in the picture. Take the others "
                                 "away, or check that the right one was read.")},
    {"paper.validity.implausible",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The validity is not one that ID cards have. Compare both dates with the original.")},
};

} // namespace

Span readingRows()
{
    return {kRows, std::size(kRows)};
}

} // namespace handshake::text_rows
