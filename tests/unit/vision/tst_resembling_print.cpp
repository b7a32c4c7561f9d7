// SPDX-License-Identifier: Apache-2.0
#include "app/vision/resembling_print_p.h"

#include "app/vision/backdrop_data_p.h"

#include <QTest>

#include <opencv2/core.hpp>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

bool isSame(const cv::Mat& a, const cv::Mat& b)
{
    return cv::norm(a, b, cv::NORM_INF) == 0;
}

/// A ground with an emblem at the left and a line of four characters at the bottom.
cv::Mat print()
{
    cv::Mat artwork(300, 400, CV_8UC3, cv::Scalar(120, 80, 40));
    for (int y = 0; y < 75; ++y)
        for (int x = 0; x < 75; ++x)
            artwork.at<cv::Vec3b>(75 + y, 37 + x) =
                cv::Vec3b(uchar(x * 3), uchar((x * 7 + y) % 256), uchar(y * 3));
    for (int i = 0; i < 4; ++i)
        artwork(cv::Rect(200 + 40 * i, 240, 10 + 5 * i, 40)).setTo(cv::Scalar(255, 255, 255));
    return artwork;
}

} // namespace

class TestResemblingPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersAndEmblemDifferAndTheGroundStays()
    {
        const cv::Mat own = print();
        const cv::Rect letters(200, 240, 160, 40);
        const BackdropLine line{u"样本接入"_s, QRectF(0.5, 0.8, 0.4, 40.0 / 300)};
        const cv::Mat other = resemblingPrint(own, {line});
        QCOMPARE(other.size(), own.size());
        QVERIFY(!isSame(own(letters), other(letters)));
        const cv::Rect emblem(37, 75, 75, 75);
        QVERIFY(!isSame(own(emblem), other(emblem)));
        const cv::Rect ground(200, 0, 200, 200);
        QVERIFY(isSame(own(ground), other(ground)));
    }

    void unknownLinesAreNoHindrance()
    {
        const cv::Mat own = print();
        const cv::Mat other = resemblingPrint(own, {BackdropLine{u"样本"_s, {}}});
        QVERIFY(!isSame(own, other));
        QVERIFY(isSame(own, print())); // the artwork itself is not touched
    }

    void tinyPrintsAreNoHindrance()
    {
        const cv::Mat own(20, 20, CV_8UC3, cv::Scalar(1, 2, 3));
        QVERIFY(isSame(resemblingPrint(own, {BackdropLine{u"a"_s, QRectF(0, 0, 1, 0.1)}}), own));
    }
};

QTEST_GUILESS_MAIN(TestResemblingPrint)
#include "tst_resembling_print.moc"
