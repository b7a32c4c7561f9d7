// SPDX-License-Identifier: Apache-2.0
#include "app/devices/sdt_library.h"

#include <QDeadlineTimer>
#include <QLibrary>
#include <QThread>

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

// Answers of the SDT functions.
constexpr int kDone = 0x90;
constexpr int kCardFound = 0x9F;

constexpr int kFirstUsbPort = 1001;
constexpr int kLastUsbPort = 1016;
constexpr unsigned kTextSize = 256;

template <typename Function>
bool resolve(QLibrary& library, const char* name, Function& function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

} // namespace

Result<SdtLibrary> SdtLibrary::load(const QString& file)
{
    QLibrary library(file);
    SdtLibrary sdt;
    const bool isWhole = resolve(library, "SDT_OpenPort", sdt.m_open) &&
                         resolve(library, "SDT_ClosePort", sdt.m_close) &&
                         resolve(library, "SDT_StartFindIDCard", sdt.m_find) &&
                         resolve(library, "SDT_SelectIDCard", sdt.m_select) &&
                         resolve(library, "SDT_ReadBaseMsg", sdt.m_read);
    if (!isWhole)
        return Error{ErrorCode::Configuration, u"chip-library-wrong"_s};
    return sdt;
}

Result<QByteArray> SdtLibrary::readText(int port, std::chrono::milliseconds patience) const
{
    const int open = openPort(port);
    if (open == 0)
        return Error{ErrorCode::Unavailable, u"chip-no-reader"_s};
    auto text = waitForCard(open, patience);
    m_close(open);
    return text;
}

int SdtLibrary::openPort(int port) const
{
    if (port != 0)
        return m_open(port) == kDone ? port : 0;
    // Serial ports are not searched: what hangs there may be anything.
    for (int candidate = kFirstUsbPort; candidate <= kLastUsbPort; ++candidate) {
        if (m_open(candidate) == kDone)
            return candidate;
    }
    return 0;
}

Result<QByteArray> SdtLibrary::waitForCard(int port, std::chrono::milliseconds patience) const
{
    constexpr unsigned long kPause = 300; // milliseconds, as readers are asked by their vendors
    constexpr int kTries = 3;             // a card that is being laid down is read in half first

    const QDeadlineTimer deadline(patience);
    int failures = 0;
    while (true) {
        // More room than is asked for: nobody holds the vendor to his own figures.
        std::array<unsigned char, 64> number{};
        std::array<unsigned char, 4096> text{};
        std::array<unsigned char, 16 * 1024> photo{};
        unsigned textSize = 0;
        unsigned photoSize = 0;
        if (m_find(port, number.data(), 0) == kCardFound &&
            m_select(port, number.data(), 0) == kDone) {
            if (m_read(port, text.data(), &textSize, photo.data(), &photoSize, 0) == kDone &&
                textSize == kTextSize)
                return QByteArray(reinterpret_cast<const char*>(text.data()), kTextSize);
            if (++failures == kTries)
                return Error{ErrorCode::Unreadable, u"chip-unreadable"_s};
        }
        if (deadline.hasExpired())
            return Error{ErrorCode::NotFound, u"chip-no-card"_s};
        QThread::msleep(kPause);
    }
}

} // namespace handshake
