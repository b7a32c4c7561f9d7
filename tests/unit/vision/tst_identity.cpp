// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"
#include "app/demo/backdrop_drawing.h"
#include "app/imaging/mat_view_p.h"
#include "app/vision/backdrop_data_p.h"
#include "app/vision/identity_p.h"

#include <QPainter>
#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 640;

BackdropDesign design(BackdropLayout layout)
{
    BackdropDesign design;
    design.layout = layout;
    design.size = {900, 600};
    return design;
}

std::vector<BackdropLine> linesOf(const BackdropDesign& design)
{
    std::vector<BackdropLine> lines;
    for (const BackdropText& text : backdropTexts(design))
        lines.push_back({text.text, text.box});
    return lines;
}

} // namespace

/// Whether the strong ink of a print is this provider's, on flat pictures of prints.
class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        const auto limits = Thresholds::load(paths->data(u"vision/thresholds.json"_s));
        QVERIFY(limits);
        m_limits = *limits;
        m_limits.identityDiffers = 0.1; // as a provider sets it whose neighbour resembles it
        m_limits.identityPieces = 10;
    }

    void ownPrintAgrees_data() { layouts(); }

    void ownPrintAgrees()
    {
        QFETCH(const int, layout);
        const BackdropDesign own = design(BackdropLayout(layout));
        const IdentityFinding found = compared(own, drawBackdrop(own));
        QVERIFY2(found.contradiction < m_limits.identityDiffers / 2,
                 qPrintable(QString::number(found.contradiction)));
        int agreeing = 0;
        for (const int count : found.agreeing)
            agreeing += count;
        QVERIFY(found.judged > 100);
        QVERIFY2(agreeing > 0.95 * found.judged, qPrintable(QString::number(agreeing)));
        QVERIFY(isIdentified(found, m_limits));
    }

    void otherNameIsAnotherPrint_data() { layouts(); }

    void otherNameIsAnotherPrint()
    {
        QFETCH(const int, layout);
        const BackdropDesign own = design(BackdropLayout(layout));
        BackdropDesign other = own;
        other.provider = u"华信接入服务有限公司"_s; // two letters of ten
        const IdentityFinding found = compared(own, drawBackdrop(other));
        QVERIFY2(found.contradiction > m_limits.identityDiffers,
                 qPrintable(QString::number(found.contradiction)));
    }

    void otherEmblemIsAnotherPrint_data() { layouts(); }

    void otherEmblemIsAnotherPrint()
    {
        QFETCH(const int, layout);
        const BackdropDesign own = design(BackdropLayout(layout));
        BackdropDesign other = own;
        other.markSeed = 77;
        const IdentityFinding found = compared(own, drawBackdrop(other));
        QVERIFY2(found.contradiction > m_limits.identityDiffers,
                 qPrintable(QString::number(found.contradiction)));
    }

    void whatStandsBeforeThePrintIsNoOtherPrint()
    {
        const BackdropDesign own = design(BackdropLayout::Central);
        QImage photo = drawBackdrop(own);
        QPainter painter(&photo);
        painter.fillRect(QRect(300, 180, 300, 420), QColor(150, 60, 30));
        painter.end();
        const IdentityFinding found = compared(own, photo);
        QVERIFY2(found.contradiction < m_limits.identityDiffers,
                 qPrintable(QString::number(found.contradiction)));
    }

    void groundWhereTheEmblemBelongsIsAnotherPrint()
    {
        const BackdropDesign own = design(BackdropLayout::Central);
        QImage photo = drawBackdrop(own);
        const QColor ground = photo.pixelColor(280, 200);
        QPainter painter(&photo);
        painter.fillRect(QRect(250, 110, 400, 380), ground);
        painter.end();
        const IdentityFinding found = compared(own, photo);
        QVERIFY2(found.contradiction > m_limits.identityDiffers,
                 qPrintable(QString::number(found.contradiction)));
    }

    void withoutNameAndEmblemInViewNothingIsIdentified()
    {
        const BackdropDesign own = design(BackdropLayout::Central);
        QImage photo = drawBackdrop(own);
        QPainter painter(&photo);
        painter.fillRect(QRect(0, 0, 900, 130), QColor(150, 60, 30)); // a lintel
        painter.fillRect(QRect(260, 0, 380, 600), QColor(150, 60, 30));
        painter.end();
        const IdentityFinding found = compared(own, photo);
        QVERIFY2(!isIdentified(found, m_limits),
                 qPrintable(QString::number(found.agreeingOf(IdentityMap::Part::Mark))));
    }

private:
    static void layouts()
    {
        QTest::addColumn<int>("layout");
        QTest::newRow("central") << int(BackdropLayout::Central);
        QTest::newRow("tiled") << int(BackdropLayout::Tiled);
        QTest::newRow("tonal") << int(BackdropLayout::Tonal);
        QTest::newRow("mural") << int(BackdropLayout::Mural);
    }

    /// `photo` shows the whole print from before, nothing else.
    [[nodiscard]] IdentityFinding compared(const BackdropDesign& own, const QImage& photo) const
    {
        const BackdropReference reference = makeRival(drawBackdrop(own));
        PhotoView view;
        cv::resize(bgrCopy(photo), view.bgr,
                   cv::Size(kWidth, kWidth * photo.height() / photo.width()), 0, 0, cv::INTER_AREA);
        cv::cvtColor(view.bgr, view.gray, cv::COLOR_BGR2GRAY);
        const double scale = double(kWidth) / reference.gray.cols;
        const cv::Matx33d toPhoto(scale, 0, 0, 0, scale, 0, 0, 0, 1);
        const DenseComparison found = compareDense(view, reference, toPhoto, m_limits);
        return compareIdentity(found, identityOf(reference, linesOf(own), m_limits), m_limits);
    }

    Thresholds m_limits;
};

QTEST_MAIN(TestIdentity)
#include "tst_identity.moc"
