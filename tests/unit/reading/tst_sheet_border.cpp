// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_border_p.h"

#include <opencv2/imgproc.hpp>

#include <QTest>

using namespace handshake;

namespace {

/// A licence on a desk: 297 x 210 mm at 3 pixels a millimetre from (200, 150), its frame 9 mm in.
struct Desk {
    cv::Mat picture{1000, 1300, CV_8UC4, cv::Scalar(120, 130, 140, 255)};
    Quad sheet{cv::Point2d(200, 150), {1091, 150}, {1091, 780}, {200, 780}};
    Quad frame{cv::Point2d(227, 177), {1064, 177}, {1064, 753}, {227, 753}};

    Desk()
    {
        cv::rectangle(picture, cv::Rect(200, 150, 891, 630), cv::Scalar(242, 248, 250, 255),
                      cv::FILLED);
        cv::rectangle(picture, cv::Rect(227, 177, 837, 576), cv::Scalar(80, 140, 175, 255), 5);
    }
};

} // namespace

class TestSheetBorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoughOutlineIsLaidExactly()
    {
        const Desk desk;
        Quad rough = desk.sheet;
        rough[0] += cv::Point2d(5, -4);
        rough[2] += cv::Point2d(-4, 5);
        const auto fitted =
            SheetBorder(desk.picture, SheetBorder::Optics::Camera).fit(rough, 8, {});
        QVERIFY(fitted.has_value());
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY2(cv::norm(fitted->quad[i] - desk.sheet[i]) < 0.6,
                     qPrintable(QString::number(cv::norm(fitted->quad[i] - desk.sheet[i]))));
        QVERIFY(fitted->support > 0.95);
    }

    void aroundAFrameTheSheetIsFound()
    {
        const Desk desk;
        const auto fitted =
            SheetBorder(desk.picture, SheetBorder::Optics::Camera).fit(desk.frame, 8, {});
        QVERIFY(fitted.has_value());
        QVERIFY(overlap(fitted->quad, desk.sheet) > 0.99);
    }

    void sidesOnThePicturesBorderStay()
    {
        const Desk desk;
        const cv::Mat cut = desk.picture(cv::Rect(400, 0, 900, 1000));
        const Quad rough = {cv::Point2d(0, 150), {691, 150}, {691, 780}, {0, 780}};
        const auto fitted = SheetBorder(cut, SheetBorder::Optics::Camera)
                                .fit(rough, 8, {false, false, false, true});
        QVERIFY(fitted.has_value());
        QVERIFY(overlap(fitted->quad, rough) > 0.99);
        QVERIFY(fitted->onBorder[3]);
    }

    void aPlainGroundHasNoBorders()
    {
        const cv::Mat plain(1000, 1300, CV_8UC4, cv::Scalar(120, 130, 140, 255));
        const auto fitted =
            SheetBorder(plain, SheetBorder::Optics::Camera).fit(Desk().sheet, 8, {});
        QVERIFY(!fitted || fitted->support < 0.2);
    }
};

QTEST_APPLESS_MAIN(TestSheetBorder)
#include "tst_sheet_border.moc"
