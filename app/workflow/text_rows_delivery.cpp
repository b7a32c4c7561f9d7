// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"delivery.carried",
     QT_TRANSLATE_NOOP("Advice", "It lies on a stick for the provider. It counts as sent when its "
                                 "receipt is imported from there.")},
    {"delivery.carry.foreign",
     QT_TRANSLATE_NOOP("Advice", "This computer has no such dossier. Import the receipt at the "
                                 "counter it was made at.")},
    {"delivery.carry.not-sealed",
     QT_TRANSLATE_NOOP("Advice", "The files on the stick hold identity papers and are not sealed. "
                                 "Keep the stick locked away and have it wiped when the receipts "
                                 "are imported.")},
    {"delivery.carry.other-receipt",
     QT_TRANSLATE_NOOP("Advice",
                       "This is no receipt of the dossier as it is kept here. Nothing was "
                       "changed; ask the provider to compare.")},
    {"delivery.carry.strange-file",
     QT_TRANSLATE_NOOP("Advice",
                       "This file is not what a stick from the provider holds, and is not "
                       "read. Take it off the stick; if you do not know where it comes "
                       "from, tell the administrator.")},
    {"delivery.park.damaged",
     QT_TRANSLATE_NOOP("Advice", "The kept dossier is damaged or missing and is not sent. Keep the "
                                 "computer as it is and call the administrator.")},
    {"delivery.park.other-receipt",
     QT_TRANSLATE_NOOP("Advice", "The server filed other content under this dossier's number. Do "
                                 "not repeat it; ask the provider to compare.")},
    {"delivery.park.refused",
     QT_TRANSLATE_NOOP("Advice", "The server refuses this dossier. Read its reason, correct the "
                                 "session, and send it again.")},
    {"delivery.park.superseded",
     QT_TRANSLATE_NOOP("Advice",
                       "This session was returned, or has a newer dossier: this one is not "
                       "sent any more. Approve the session again and send that.")},
    {"delivery.result.malformed",
     QT_TRANSLATE_NOOP("Advice", "This result is not made as agreed and is not taken. Everything "
                                 "else was; tell the provider, it is asked for again next time.")},
    {"delivery.result.unknown",
     QT_TRANSLATE_NOOP("Advice", "This computer has no such dossier. The result is kept aside; ask "
                                 "the provider which counter it is for.")},
    {"delivery.result.wrong-key",
     QT_TRANSLATE_NOOP("Advice", "This result is not signed with the key set here and is not "
                                 "believed. Ask the administrator to compare the receipt key with "
                                 "the provider's.")},
    {"delivery.retry.not-filed",
     QT_TRANSLATE_NOOP("Advice", "Everything has arrived, but the server has not filed it yet. The "
                                 "receipt is asked for again by itself.")},
    {"delivery.retry.not-the-server",
     QT_TRANSLATE_NOOP(
         "Advice",
         "Something else than the provider's server answered, perhaps a network sign-in page. Sign "
         "in to the network, or ask the administrator for the server's address.")},
    {"delivery.retry.overtaken",
     QT_TRANSLATE_NOOP("Advice", "Its receipt has come another way meanwhile. Nothing is to be "
                                 "done.")},
    {"delivery.retry.server-busy",
     QT_TRANSLATE_NOOP("Advice", "The provider's server is busy. It is tried again by itself.")},
    {"delivery.retry.server-down",
     QT_TRANSLATE_NOOP("Advice", "The provider's server is not reached. It is tried again by "
                                 "itself; check the network if this lasts.")},
    {"delivery.retry.timeout",
     QT_TRANSLATE_NOOP("Advice", "The provider's server does not answer. It is tried again by "
                                 "itself; check the network if this lasts.")},
    {"delivery.retry.wrong-key",
     QT_TRANSLATE_NOOP("Advice",
                       "The receipt is not signed with the key set here and is not believed. Ask "
                       "the administrator to compare the receipt key with the provider's.")},
    {"delivery.stop.certificate",
     QT_TRANSLATE_NOOP("Advice", "The server's certificate is not trusted here. Nothing was sent; "
                                 "ask the administrator to check the certificate file.")},
    {"delivery.stop.denied",
     QT_TRANSLATE_NOOP("Advice", "The server does not admit this counter. Ask the administrator to "
                                 "renew the access token.")},
    {"delivery.stop.store",
     QT_TRANSLATE_NOOP("Advice", "The counter's own disk did not take the journal. Nothing more is "
                                 "sent; free space or check the disk, then send again.")},
};

} // namespace

Span deliveryRows()
{
    return {kRows, std::size(kRows)};
}

} // namespace handshake::text_rows
