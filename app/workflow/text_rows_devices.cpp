// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"error.chip-died",
     QT_TRANSLATE_NOOP("Advice",
                       "The chip reader's driver gave up. Try again; if it happens again, "
                       "tell the administrator.")},
    {"error.chip-hung",
     QT_TRANSLATE_NOOP("Advice", "The chip reader does not answer. Unplug it and plug it in again, "
                                 "then read the card again.")},
    {"error.chip-library-missing",
     QT_TRANSLATE_NOOP("Advice", "The chip reader's driver is not where the settings say. Tell the "
                                 "administrator.")},
    {"error.chip-library-unset",
     QT_TRANSLATE_NOOP("Advice", "No chip reader is set up. Tell the administrator, or go on "
                                 "without.")},
    {"error.chip-library-wrong",
     QT_TRANSLATE_NOOP("Advice", "The file named as the chip reader's driver is not one. Tell the "
                                 "administrator.")},
    {"error.chip-no-card",
     QT_TRANSLATE_NOOP("Advice",
                       "No card was found on the chip reader. Lay the card on it and read "
                       "again.")},
    {"error.chip-no-reader",
     QT_TRANSLATE_NOOP("Advice", "The chip reader was not found. Check that it is plugged in.")},
    {"error.chip-unreadable",
     QT_TRANSLATE_NOOP("Advice", "The card's chip could not be read. Lay the card flat on the "
                                 "reader and keep it still.")},
    {"scanner.busy",
     QT_TRANSLATE_NOOP("Advice",
                       "Somebody else is using the scanner just now. Try again in a moment.")},
    {"scanner.cancelled",
     QT_TRANSLATE_NOOP("Advice", "The scan was stopped. Pages that were complete are kept.")},
    {"scanner.cover-open",
     QT_TRANSLATE_NOOP("Advice", "The scanner's cover is open. Close it and scan again.")},
    {"scanner.denied",
     QT_TRANSLATE_NOOP("Advice",
                       "The system does not let you use the scanner. Tell the administrator.")},
    {"scanner.failed",
     QT_TRANSLATE_NOOP("Advice", "The scanner could not finish. Try again, or take the paper with "
                                 "the camera.")},
    {"scanner.feeder-empty",
     QT_TRANSLATE_NOOP("Advice", "The feeder is empty. Lay the papers in and scan again.")},
    {"scanner.hung",
     QT_TRANSLATE_NOOP("Advice", "The scanner stood still for too long and was given up. Switch it "
                                 "off and on, then scan again.")},
    {"scanner.jammed",
     QT_TRANSLATE_NOOP("Advice", "A paper is stuck in the feeder. Take it out, lay it in again and "
                                 "scan again.")},
    {"scanner.lost",
     QT_TRANSLATE_NOOP("Advice", "The scanner does not answer. Check that it is plugged in and "
                                 "switched on, then scan again.")},
    {"scanner.none",
     QT_TRANSLATE_NOOP("Advice", "No scanner was found. Check that it is plugged in and switched "
                                 "on.")},
    {"scanner.too-large",
     QT_TRANSLATE_NOOP("Advice",
                       "That is more than a picture may hold. Scan at a lower resolution.")},
    {"scanner.unavailable",
     QT_TRANSLATE_NOOP("Advice", "The program cannot use a scanner on this computer. Take the "
                                 "paper with the camera or from a file.")},
    {"scanner.unsupported",
     QT_TRANSLATE_NOOP("Advice", "The scanner has no such source or option. Choose another source, "
                                 "or tell the administrator.")},
};

} // namespace

Span devicesRows()
{
    return {kRows, std::size(kRows)};
}

} // namespace handshake::text_rows
