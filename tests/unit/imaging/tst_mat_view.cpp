// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/mat_view_p.h"
#include "support/picture_files.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestMatView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewSharesThePixels()
    {
        const QImage image = picture_files::quarters(6, 4);
        const cv::Mat view = matView(image);
        QCOMPARE(view.channels(), 4);
        QCOMPARE(static_cast<const void*>(view.data), static_cast<const void*>(image.constBits()));
        QCOMPARE(view.at<cv::Vec4b>(0, 0), cv::Vec4b(0, 0, 255, 255));
    }

    void rowsWithPaddingKeepTheirPlace()
    {
        QImage gray(5, 3, QImage::Format_Grayscale8); // rows of 8 bytes
        gray.fill(7);
        gray.setPixel(4, 2, qRgb(200, 200, 200));
        const cv::Mat view = matView(gray);
        QCOMPARE(int(view.at<uchar>(2, 4)), 200);
        QCOMPARE(int(view.at<uchar>(2, 0)), 7);
    }

    void unknownFormatGivesNothing()
    {
        QVERIFY(matView(QImage(4, 4, QImage::Format_Mono)).empty());
        QVERIFY(matView(QImage()).empty());
        QVERIFY(bgrCopy(QImage()).empty());
        QVERIFY(grayCopy(QImage()).empty());
    }

    void copiesTakeEveryFormat_data()
    {
        QTest::addColumn<QImage::Format>("format");
        QTest::newRow("rgb32") << QImage::Format_RGB32;
        QTest::newRow("rgb888") << QImage::Format_RGB888;
        QTest::newRow("bgr888") << QImage::Format_BGR888;
        QTest::newRow("indexed") << QImage::Format_Indexed8;
        QTest::newRow("rgba64") << QImage::Format_RGBA64;
    }

    void copiesTakeEveryFormat()
    {
        QFETCH(const QImage::Format, format);
        const QImage image =
            picture_files::filled(4, 4, QColor(10, 20, 30)).convertToFormat(format);
        QCOMPARE(bgrCopy(image).at<cv::Vec3b>(1, 1), cv::Vec3b(30, 20, 10));
        QCOMPARE(int(grayCopy(image).at<uchar>(1, 1)), 18); // .299 R + .587 G + .114 B
    }

    void imageCopyGoesBack()
    {
        const QImage image = picture_files::quarters(6, 4);
        QCOMPARE(imageCopy(matView(image)), image);
        QCOMPARE(imageCopy(bgrCopy(image)), image);
        QCOMPARE(imageCopy(grayCopy(image)).format(), QImage::Format_Grayscale8);
    }

    void imageCopyIsOpaque()
    {
        const cv::Mat transparent(2, 2, CV_8UC4, cv::Scalar(1, 2, 3, 0));
        QCOMPARE(qAlpha(*reinterpret_cast<const QRgb*>(imageCopy(transparent).constBits())), 255);
    }

    void otherDepthsGiveNothing()
    {
        QVERIFY(imageCopy(cv::Mat(2, 2, CV_16UC3)).isNull());
        QVERIFY(imageCopy(cv::Mat(2, 2, CV_8UC2)).isNull());
        QVERIFY(imageCopy({}).isNull());
    }
};

QTEST_GUILESS_MAIN(TestMatView)
#include "tst_mat_view.moc"
