// SPDX-License-Identifier: Apache-2.0
#include "app/demo/photo_scene.h"
#include "app/vision/photo_fingerprint.h"

#include <QBuffer>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

/// The session's rule lies between: what is used again is within kNear, what is new beyond it.
class TestPhotoFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_photo = photo({.seed = 5}, 1);
        m_print = PhotoFingerprint::of(m_photo);
        QVERIFY(m_print);
    }

    void thePhotoUsedAgainIsNear_data()
    {
        QTest::addColumn<QImage>("again");
        QTest::newRow("the same") << m_photo;
        for (const int quality : {90, 60, 30})
            QTest::addRow("quality %d", quality) << saved(m_photo, quality);
        QTest::newRow("smaller") << m_photo.scaled(400, 300, Qt::IgnoreAspectRatio,
                                                   Qt::SmoothTransformation);
        QTest::newRow("cut narrower") << m_photo.copy(m_photo.rect().adjusted(8, 6, -8, -6));
        QTest::newRow("cut at one side") << m_photo.copy(m_photo.rect().adjusted(10, 0, 0, 0));
        QTest::newRow("brighter") << lit(m_photo, 1.15, 8);
        QTest::newRow("darker, saved badly") << saved(lit(m_photo, 0.8, 0), 50);
    }

    void thePhotoUsedAgainIsNear()
    {
        QFETCH(const QImage, again);
        QVERIFY2(nearest(again) <= kNear, qPrintable(QString::number(nearest(again))));
    }

    void anotherPhotoOfTheSameCounterIsFar_data()
    {
        QTest::addColumn<QImage>("other");
        // Nobody stands where the one before stood, to the pixel and as tall.
        for (std::uint32_t seed = 20; seed < 28; ++seed)
            QTest::addRow("somebody else %u", seed)
                << photo({.seed = seed,
                          .skinTone = 0.1 * (seed - 20),
                          .longHair = seed % 2 == 0,
                          .glasses = seed % 3 == 0},
                         seed, 0.5 + 0.01 * (int(seed % 5) - 2), 0.78 + 0.012 * (seed % 4 - 1.5));
        QTest::newRow("nearer") << photo({.seed = 5}, 2, 0.5, 0.84);
        QTest::newRow("a step aside") << photo({.seed = 5}, 3, 0.54);
        QTest::newRow("a step to the other side") << photo({.seed = 5}, 4, 0.47);
    }

    void anotherPhotoOfTheSameCounterIsFar()
    {
        QFETCH(const QImage, other);
        QVERIFY2(nearest(other) > kNear, qPrintable(QString::number(nearest(other))));
    }

    void distanceIsAMetric()
    {
        const auto a = *m_print;
        const auto b = *PhotoFingerprint::of(photo({.seed = 21}, 5));
        const auto c = *PhotoFingerprint::of(photo({.seed = 22, .skinTone = 0.9}, 6));
        QCOMPARE(a.distanceTo(a), 0);
        QCOMPARE(a.distanceTo(b), b.distanceTo(a));
        QVERIFY(a.distanceTo(c) <= a.distanceTo(b) + b.distanceTo(c));
        QVERIFY(a.distanceTo(b) > 0 && a.distanceTo(b) <= PhotoFingerprint::kBits);
    }

    void bytesComeBack()
    {
        const auto again = PhotoFingerprint::fromBytes(m_print->bytes());
        QVERIFY(again);
        QVERIFY(*again == *m_print);
        QVERIFY(!PhotoFingerprint::fromBytes("short"));
        QVERIFY(!PhotoFingerprint::fromBytes({}));
    }

    void aPictureOfNothingHasNone()
    {
        QVERIFY(!PhotoFingerprint::of({}));
        QImage gray(640, 480, QImage::Format_RGB32);
        gray.fill(Qt::gray);
        QVERIFY(!PhotoFingerprint::of(gray));
        QVERIFY(PhotoFingerprint::around(gray).empty());
    }

private:
    static constexpr int kNear = 13;

    int nearest(const QImage& image) const
    {
        int least = PhotoFingerprint::kBits;
        for (const PhotoFingerprint& print : PhotoFingerprint::around(image))
            least = std::min(least, print.distanceTo(*m_print));
        return least;
    }

    static QImage photo(const PersonDesign& person, std::uint32_t seed, double x = 0.5,
                        double height = 0.78)
    {
        SceneDesign scene;
        scene.size = {640, 480};
        scene.persons = {person};
        scene.personAt.setX(x);
        scene.personHeight = height;
        scene.seed = seed;
        return drawPhotoScene(scene);
    }
    static QImage saved(const QImage& image, int quality)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG", quality);
        return QImage::fromData(bytes);
    }
    static QImage lit(QImage image, double gain, int offset)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const auto to = [&](int level) {
                    return std::clamp(int(level * gain) + offset, 0, 255);
                };
                const QRgb pixel = image.pixel(x, y);
                image.setPixel(x, y, qRgb(to(qRed(pixel)), to(qGreen(pixel)), to(qBlue(pixel))));
            }
        }
        return image;
    }

    QImage m_photo;
    std::optional<PhotoFingerprint> m_print;
};

QTEST_MAIN(TestPhotoFingerprint)
#include "tst_photo_fingerprint.moc"
