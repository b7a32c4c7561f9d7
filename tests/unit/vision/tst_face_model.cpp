// SPDX-License-Identifier: Apache-2.0
#include "app/vision/face_model_p.h"

#include "app/core/paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

/// The model's file is no part of the program: what is tested is everything around it.
class TestFaceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileThatIsNoModelIsAConfigurationError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray(20'000, 'a');
        QTest::newRow("short") << QByteArray("\x08\x06", 2);
        QTest::newRow("damaged") << QByteArray("\x08\x06", 2) + QByteArray(60'000, '\x5a');
    }

    void fileThatIsNoModelIsAConfigurationError()
    {
        QFETCH(const QByteArray, bytes);
        const QString path = m_dir.filePath(u"model.onnx"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        const auto model = FaceModel::load(path);
        QVERIFY(!model);
        QVERIFY(model.error().code == ErrorCode::Configuration);
        QCOMPARE(model.error().where, path);
    }

    void missingFileIsSaidByTheFinderToo()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        const auto limits = Thresholds::load(paths->data(u"vision/thresholds.json"_s));
        QVERIFY(limits);
        const auto finder = FaceFinder::load(Paths::cascades(), *limits, u"/nowhere.onnx"_s);
        QVERIFY(!finder);
        QVERIFY(finder.error().code == ErrorCode::Configuration);
        QCOMPARE(finder.error().where, u"/nowhere.onnx"_s);
    }

    void rowsBecomeFaces()
    {
        cv::Mat rows = cv::Mat::zeros(3, 15, CV_32F);
        const auto eyes = [&rows](int row, float x1, float y1, float x2, float y2) {
            rows.at<float>(row, 4) = x1;
            rows.at<float>(row, 5) = y1;
            rows.at<float>(row, 6) = x2;
            rows.at<float>(row, 7) = y2;
        };
        eyes(0, 142, 100, 100, 100); // either eye may come first
        eyes(1, 50, 50, 50, 50);     // no distance: no face
        eyes(2, 9000, 100, 9042, 100);
        const auto faces = facesOfRows(rows, 2.0, cv::Size(640, 480));
        QCOMPARE(faces.size(), std::size_t(1));
        QVERIFY(faces[0].eyes->left.x < faces[0].eyes->right.x);
        QCOMPARE(faces[0].box.width, 200);
        QVERIFY(faces[0].box.contains(cv::Point(242, 200)));
        QVERIFY(facesOfRows(cv::Mat(), 1.0, cv::Size(640, 480)).empty());
        QVERIFY(facesOfRows(cv::Mat::zeros(1, 4, CV_32F), 1.0, cv::Size(640, 480)).empty());
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestFaceModel)
#include "tst_face_model.moc"
