// SPDX-License-Identifier: Apache-2.0
#include "app/cli/whole_page_ocr.h"

#include <tesseract/baseapi.h>

namespace handshake {

using namespace Qt::StringLiterals;

struct WholePageOcr::Private {
    tesseract::TessBaseAPI api;
};

WholePageOcr::WholePageOcr(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

WholePageOcr::~WholePageOcr() = default;

Result<std::unique_ptr<WholePageOcr>> WholePageOcr::create()
{
    auto data = std::make_unique<Private>();
    data->api.SetVariable("debug_file", "/dev/null");
    if (data->api.Init(nullptr, "chi_sim+eng", tesseract::OEM_LSTM_ONLY) != 0)
        return Error{ErrorCode::Configuration, u"the OCR's chi_sim and eng data are missing"_s};
    data->api.SetPageSegMode(tesseract::PSM_AUTO);
    return std::unique_ptr<WholePageOcr>(new WholePageOcr(std::move(data)));
}

QString WholePageOcr::read(const QImage& picture)
{
    const QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    d->api.SetImage(gray.constBits(), gray.width(), gray.height(), 1,
                    static_cast<int>(gray.bytesPerLine()));
    const std::unique_ptr<char[]> text(d->api.GetUTF8Text()); // NOLINT: the library's own array
    d->api.Clear();
    return QString::fromUtf8(text.get());
}

} // namespace handshake
