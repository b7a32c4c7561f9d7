// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"delivery.park.damaged",
     QT_TRANSLATE_NOOP("Advice", "The kept dossier is damaged or missing and is not sent. Keep the "
                                 "computer as it is and call the administrator.")},
    {"delivery.park.other-receipt",
     QT_TRANSLATE_NOOP("Advice", "The server filed other content under this dossier's number. Do "
                                 "not repeat it; ask the provider to compare.")},
    {"delivery.park.refused",
     QT_TRANSLATE_NOOP("Advice", "The server refuses this dossier. Read its reason, correct the "
                                 "session, and send it again.")},
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
