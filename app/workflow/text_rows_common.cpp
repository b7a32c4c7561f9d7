// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"cross.chip-differs",
     QT_TRANSLATE_NOOP("Advice", "The card's chip says something else than what was filed. Check "
                                 "that it is the right card, and look at it closely.")},
    {"cross.compare",
     QT_TRANSLATE_NOOP("Advice", "What was filed and what was read differ, but the reading is not "
                                 "sure. Compare with your own eyes.")},
    {"cross.differs",
     QT_TRANSLATE_NOOP(
         "Advice",
         "What was filed is not what the paper says. Correct the order or take the right paper.")},
    {"cross.expired", QT_TRANSLATE_NOOP("Advice", "The paper has expired. A valid one is needed.")},
    {"cross.expires-soon",
     QT_TRANSLATE_NOOP("Advice",
                       "The paper expires soon. Ask whether a new one is there already.")},
    {"cross.number-differs",
     QT_TRANSLATE_NOOP("Advice", "The number filed is not the one on the paper. Correct the order "
                                 "or take the right paper.")},
    {"cross.qr-differs",
     QT_TRANSLATE_NOOP("Advice", "The QR code carries another number than the licence shows. Look "
                                 "at the original closely.")},
    {"cross.representative-differs",
     QT_TRANSLATE_NOOP("Advice", "The person responsible is not the legal representative. Take the "
                                 "letter of authorisation.")},
    {"cross.representative-required",
     QT_TRANSLATE_NOOP("Advice", "In this province the person responsible must be the legal "
                                 "representative. Correct the order.")},
    {"cross.unread",
     QT_TRANSLATE_NOOP("Advice", "This could not be read. Compare it with your own eyes.")},
    {"error.already-exists",
     QT_TRANSLATE_NOOP("Advice",
                       "It is there already and was not replaced. Use the existing one.")},
    {"error.busy",
     QT_TRANSLATE_NOOP("Advice", "Somebody else is using it just now. Try again in a moment.")},
    {"error.configuration",
     QT_TRANSLATE_NOOP("Advice", "A setting is missing or wrong. Tell the administrator.")},
    {"error.conflict",
     QT_TRANSLATE_NOOP(
         "Advice", "The session is in a state that does not permit this. Open it again and look.")},
    {"error.corrupt",
     QT_TRANSLATE_NOOP("Advice",
                       "Stored data is damaged. Nothing was deleted; tell the administrator.")},
    {"error.denied", QT_TRANSLATE_NOOP("Advice", "You may not do this. Ask a colleague who may.")},
    {"error.device-lost",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The camera gives no picture any more. Check its plug; it comes back by itself.")},
    {"error.internal",
     QT_TRANSLATE_NOOP("Advice", "The program made a mistake. What was saved is safe; try again.")},
    {"error.invalid-input",
     QT_TRANSLATE_NOOP("Advice", "That is not permitted here. Check the entry and try again.")},
    {"error.not-found",
     QT_TRANSLATE_NOOP("Advice", "What was asked for does not exist. Choose again.")},
    {"error.pdf-damaged",
     QT_TRANSLATE_NOOP("Advice", "The PDF is damaged. Have it made again, or take the paper.")},
    {"error.pdf-password",
     QT_TRANSLATE_NOOP("Advice",
                       "The PDF asks for a password. Take one without, or take the paper.")},
    {"error.protocol",
     QT_TRANSLATE_NOOP("Advice", "The other side answered in a way that is not understood. Try "
                                 "again; tell the administrator if it stays.")},
    {"error.storage",
     QT_TRANSLATE_NOOP(
         "Advice",
         "A file could not be written or read. Try again; tell the administrator if it stays.")},
    {"error.storage-full",
     QT_TRANSLATE_NOOP("Advice", "The disk is full. Make room; what was saved is safe.")},
    {"error.timeout", QT_TRANSLATE_NOOP("Advice", "There was no answer in time. Try again.")},
    {"error.too-large",
     QT_TRANSLATE_NOOP("Advice", "The file is too large. Choose a smaller one.")},
    {"error.unavailable",
     QT_TRANSLATE_NOOP("Advice",
                       "There is no connection. Check the network or the plug, then try again.")},
    {"error.unreadable",
     QT_TRANSLATE_NOOP("Advice",
                       "The file cannot be read as what it should be. Choose another file.")},
    {"evidence.not-assessable",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The picture is saved but could not be checked. Look at it with your own eyes.")},
    {"form.code.other-session",
     QT_TRANSLATE_NOOP("Advice", "This form belongs to another session. Take the right form.")},
    {"form.code.other-site",
     QT_TRANSLATE_NOOP("Advice", "This form belongs to another website. Take the right form.")},
    {"form.code.stale",
     QT_TRANSLATE_NOOP(
         "Advice",
         "Data changed after this form was printed. Print it again and have it signed again.")},
    {"form.code.unread",
     QT_TRANSLATE_NOOP("Advice", "The code on the form could not be read. Lay it flat, all borders "
                                 "in view, and take it again.")},
    {"live.paper.borders",
     QT_TRANSLATE_NOOP("Advice", "A border is cut off. Move the paper into the middle.")},
    {"live.paper.far",
     QT_TRANSLATE_NOOP("Advice", "The paper is too small in the picture. Bring it closer.")},
    {"live.paper.moving", QT_TRANSLATE_NOOP("Advice", "Hold still for a moment.")},
    {"live.paper.none",
     QT_TRANSLATE_NOOP("Advice", "No paper is seen. Lay it on the dark ground under the camera.")},
    {"printer.none",
     QT_TRANSLATE_NOOP(
         "Advice",
         "No printer is set up. Save the form as a PDF with Ctrl+S and print it elsewhere.")},
    {"step.missing.approval",
     QT_TRANSLATE_NOOP("Advice", "The approval paper is missing. Take the original.")},
    {"step.missing.form",
     QT_TRANSLATE_NOOP("Advice",
                       "The signed form is missing. Print it, have it signed and take it.")},
    {"step.missing.id-emblem",
     QT_TRANSLATE_NOOP("Advice", "The emblem side of the ID card is missing. Take it.")},
    {"step.missing.id-portrait",
     QT_TRANSLATE_NOOP("Advice", "The portrait side of the ID card is missing. Take it.")},
    {"step.missing.letter",
     QT_TRANSLATE_NOOP("Advice", "The letter is missing. Take the original.")},
    {"step.missing.licence",
     QT_TRANSLATE_NOOP("Advice", "The licence is missing. Take the original.")},
    {"step.missing.other", QT_TRANSLATE_NOOP("Advice", "A paper is missing. Take the original.")},
    {"step.missing.photo",
     QT_TRANSLATE_NOOP("Advice", "The photo is missing. Take it before the backdrop.")},
    {"step.missing.printed-form",
     QT_TRANSLATE_NOOP("Advice", "The form has not been printed. Print it.")},
    {"step.not-assessed",
     QT_TRANSLATE_NOOP("Advice",
                       "The picture is saved but not yet checked. Open the session again.")},
    {"verdict.go", QT_TRANSLATE_NOOP("Advice", "The applicant may go home.")},
    {"verdict.stay",
     QT_TRANSLATE_NOOP("Advice", "The applicant may not go home yet. See what is open.")},
};

} // namespace

Span commonRows()
{
    return {kRows, std::size(kRows)};
}

} // namespace handshake::text_rows
