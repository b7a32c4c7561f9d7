// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz_target.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <vector>

namespace {

constexpr qsizetype kCuts = 200;
constexpr int kChanges = 400;

/// The input on the heap in its exact length: a read behind it is noticed by the sanitizer.
void feed(const QByteArray& bytes)
{
    const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

void feedCuts(const QByteArray& bytes)
{
    const qsizetype step = std::max<qsizetype>(1, bytes.size() / kCuts);
    for (qsizetype length = 0; length < bytes.size(); length += step)
        feed(bytes.first(length));
}

/// The same changes each time: one to four bytes of the file, most of them to a value that matters
/// to lengths and counts.
void feedChanges(const QByteArray& bytes)
{
    static constexpr std::uint8_t kTelling[]{0x00, 0xFF, 0x7F, 0x80, 0x01, 0x10};
    std::uint32_t random = 0x9E3779B9U ^ static_cast<std::uint32_t>(bytes.size());
    const auto next = [&random](std::uint32_t below) {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        return random % below;
    };
    for (int i = 0; i < kChanges && !bytes.isEmpty(); ++i) {
        QByteArray changed = bytes;
        for (std::uint32_t many = 1 + next(4); many > 0; --many) {
            const auto at = qsizetype(next(static_cast<std::uint32_t>(changed.size())));
            const std::uint32_t what = next(std::size(kTelling) + 2);
            changed[at] = what < std::size(kTelling) ? char(kTelling[what]) : char(next(256));
        }
        feed(changed);
    }
}

} // namespace

/// Feeds the files of a folder to a fuzz target. An empty folder is a failure.
int main(int argc, char* argv[])
{
    if (argc != 2)
        return 2;
    const QDir folder(QFile::decodeName(argv[1]));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    feed({});
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray bytes = file.readAll();
        feed(bytes);
        feedCuts(bytes);
        feedChanges(bytes);
    }
    std::printf("%lld files\n", static_cast<long long>(names.size()));
    return names.isEmpty() ? 1 : 0;
}
