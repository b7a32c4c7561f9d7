// SPDX-License-Identifier: Apache-2.0
#include "app/reading/ocr_engine.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr int kResolution = 300; // said so that it is not guessed from every line anew

void keepToOneThread()
{
#ifdef _OPENMP
    // The library asks for its threads by number, so omp_set_num_threads() does not help, and
    // OMP_THREAD_LIMIT is read before main() runs. No nesting level left makes its regions serial:
    // five times faster, because waiting threads spin. Counts for the calling thread only.
    omp_set_max_active_levels(0);
#endif
}

} // namespace

struct OcrEngine::Private {
    tesseract::TessBaseAPI api;
    QString allowed;
};

OcrEngine::OcrEngine(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

OcrEngine::~OcrEngine() = default;

Result<std::unique_ptr<OcrEngine>> OcrEngine::create(Language language, const QString& tessdata)
{
    keepToOneThread();
    auto data = std::make_unique<Private>();
    const QByteArray folder = tessdata.toLocal8Bit();
    const char* name = language == Language::Chinese ? "chi_sim" : "eng";
    try {
        // It writes to standard error what staff need not see.
        data->api.SetVariable("debug_file", "/dev/null");
        if (data->api.Init(folder.isEmpty() ? nullptr : folder.constData(), name,
                           tesseract::OEM_LSTM_ONLY) != 0)
            return Error{ErrorCode::Configuration,
                         u"OCR language data missing: "_s + QString::fromLatin1(name)};
        data->api.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    } catch (const std::exception&) {
        return Error{ErrorCode::Configuration, u"OCR engine cannot be started"_s};
    }
    return std::unique_ptr<OcrEngine>(new OcrEngine(std::move(data)));
}

OcrLine OcrEngine::readLine(const QImage& gray, const QString& allowed)
{
    OcrLine line;
    if (gray.isNull() || gray.format() != QImage::Format_Grayscale8)
        return line;
    keepToOneThread();
    try {
        if (allowed != d->allowed) {
            d->api.SetVariable("tessedit_char_whitelist", allowed.toUtf8().constData());
            d->allowed = allowed;
        }
        d->api.SetImage(gray.constBits(), gray.width(), gray.height(), 1,
                        static_cast<int>(gray.bytesPerLine()));
        d->api.SetSourceResolution(kResolution);
        if (d->api.Recognize(nullptr) != 0)
            return line;
        const std::unique_ptr<tesseract::ResultIterator> it(d->api.GetIterator());
        if (it == nullptr)
            return line;
        do {
            const std::unique_ptr<char[]> symbol(it->GetUTF8Text(tesseract::RIL_SYMBOL));
            if (symbol == nullptr)
                continue;
            const QString text = QString::fromUtf8(symbol.get()).trimmed();
            if (text.isEmpty())
                continue;
            int left = 0;
            int right = 0;
            int ignored = 0;
            if (!it->BoundingBox(tesseract::RIL_SYMBOL, &left, &ignored, &right, &ignored))
                left = right = 0;
            line.characters.push_back(
                {text, static_cast<double>(it->Confidence(tesseract::RIL_SYMBOL)) / 100,
                 static_cast<double>(left), static_cast<double>(right)});
        } while (it->Next(tesseract::RIL_SYMBOL));
    } catch (const std::exception&) {
        line.characters.clear();
    }
    return line;
}

} // namespace handshake
