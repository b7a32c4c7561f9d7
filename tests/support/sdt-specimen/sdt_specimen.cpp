// SPDX-License-Identifier: Apache-2.0

// A library as vendors of chip readers deliver them, with an invented card (样本) on the reader, or
// with one of the faults that such libraries and readers have.

#include <cstdio>
#include <cstdlib>
#include <cstring>

// The names that programs look for are the vendors', the functions have ours.
#define SDT_EXPORT(name) __asm__(name)

namespace {

constexpr int kDone = 0x90;
constexpr int kCardFound = 0x9F;
constexpr int kNoCard = 0x80;
constexpr int kError = 0x41;
constexpr int kPort = 1003;

constexpr unsigned kTextSize = 256;

void write(unsigned char* text, unsigned offset, const char16_t* what)
{
    for (unsigned i = 0; what[i] != 0; ++i) {
        text[offset + 2 * i] = static_cast<unsigned char>(what[i] & 0xFF);
        text[offset + 2 * i + 1] = static_cast<unsigned char>(what[i] >> 8);
    }
}

} // namespace

extern "C" int openPort(int port) SDT_EXPORT("SDT_OpenPort");
int openPort(int port)
{
    std::printf("SDT library, port %d\n", port); // as real ones do
#ifdef SDT_NO_READER
    return kError;
#else
    return port == kPort ? kDone : kError;
#endif
}

extern "C" int closePort(int) SDT_EXPORT("SDT_ClosePort");
int closePort(int)
{
    return kDone;
}

extern "C" int findCard(int, unsigned char* number, int) SDT_EXPORT("SDT_StartFindIDCard");
int findCard(int, unsigned char* number, int)
{
    static int calls = 0;
    number[0] = 0;
#ifdef SDT_NO_CARD
    return kNoCard;
#else
    return ++calls < 2 ? kNoCard : kCardFound; // the card is laid on after the first look
#endif
}

#ifndef SDT_INCOMPLETE
extern "C" int selectCard(int, unsigned char* number, int) SDT_EXPORT("SDT_SelectIDCard");
int selectCard(int, unsigned char* number, int)
{
    number[0] = 0;
    return kDone;
}
#endif

extern "C" int readCard(int, unsigned char* text, unsigned* textSize, unsigned char* photo,
                        unsigned* photoSize, int) SDT_EXPORT("SDT_ReadBaseMsg");
int readCard(int, unsigned char* text, unsigned* textSize, unsigned char* photo,
             unsigned* photoSize, int)
{
#ifdef SDT_HANG
    for (volatile int i = 0;; i = i + 1) {
    }
#endif
#ifdef SDT_CRASH
    std::abort();
#endif
#ifdef SDT_UNREADABLE
    return kError;
#endif
    for (unsigned i = 0; i < kTextSize; i += 2) {
        text[i] = ' ';
        text[i + 1] = 0;
    }
    write(text, 0, u"张样本");
    write(text, 30, u"1");
    write(text, 32, u"01");
    write(text, 36, u"19880808");
    write(text, 52, u"浙江省杭州市样本区样本路１号２０１室");
    write(text, 122, u"330100198808080014");
    write(text, 158, u"杭州市公安局样本分局");
    write(text, 188, u"20160811");
    write(text, 204, u"20360811");
    *textSize = kTextSize;
    std::memset(photo, 0x57, 1024);
    *photoSize = 1024;
#ifdef SDT_OVERRUN
    std::memset(text + kTextSize, 0x41, 1024); // more than was asked for
#endif
#ifdef SDT_SHORT
    *textSize = 100;
#endif
    return kDone;
}
