// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace handshake {

namespace {

/// A plain ground has nothing to recognise: what is around the person has its colour, or not.
CheckValue checkPlain(const PhotoContext& photo)
{
    const QColor& ground = photo.backdrop->groundColour;
    cv::Mat lab;
    cv::resize(photo.bgr, lab, photo.small.size(), 0, 0, cv::INTER_AREA);
    lab.convertTo(lab, CV_32F, 1.0 / 255.0);
    cv::cvtColor(lab, lab, cv::COLOR_BGR2Lab);
    cv::Mat wanted(1, 1, CV_32FC3, cv::Scalar(ground.blueF(), ground.greenF(), ground.redF()));
    cv::cvtColor(wanted, wanted, cv::COLOR_BGR2Lab);
    const auto target = wanted.at<cv::Vec3f>(0, 0);
    int around = 0;
    int alike = 0;
    for (int y = 0; y < lab.rows; ++y) {
        for (int x = 0; x < lab.cols; ++x) {
            if (!photo.person.empty() && photo.person.at<uchar>(y, x) != 0)
                continue;
            const auto& pixel = lab.at<cv::Vec3f>(y, x);
            // Brightness counts little: light falls off across a cloth, its colour stays.
            const double l = 0.35 * double(pixel[0] - target[0]);
            const double a = double(pixel[1] - target[1]);
            const double b = double(pixel[2] - target[2]);
            ++around;
            alike += l * l + a * a + b * b < photo.limits.plainDistance * photo.limits.plainDistance
                         ? 1
                         : 0;
        }
    }
    return graded("backdrop", around > 0 ? double(alike) / around : 0.0, photo.limits.coveragePass,
                  photo.limits.coverageFail, "photo.backdrop.colour");
}

} // namespace

namespace {

/// Two neighbouring characters are others than the artwork's, while the rest of their line is
/// sharp.
bool hasOtherLetters(const PhotoContext& photo)
{
    return std::any_of(photo.lines.begin(), photo.lines.end(), [&](const LineView& line) {
        return line.height >= photo.limits.textHeight && line.likeness >= photo.limits.textNcc &&
               line.weakest < photo.limits.textLetters;
    });
}

} // namespace

bool isMirrored(const BackdropFinding& finding, const Thresholds& limits)
{
    if (!finding.mirrored || finding.mirroredLikelihood < limits.agreementPass)
        return false;
    return !finding.own || finding.mirroredLikelihood > finding.likelihood + limits.mirrorMargin;
}

CheckValue checkBackdrop(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr)
        return notAssessed("backdrop", "photo.backdrop.no-profile");
    if (photo.backdrop->kind == BackdropKind::None)
        return notAssessed("backdrop", "photo.backdrop.not-required");
    if (photo.backdrop->kind == BackdropKind::Plain)
        return checkPlain(photo);
    const auto& finding = photo.finding;
    if (isMirrored(finding, photo.limits))
        return notAssessed("backdrop", "photo.backdrop.mirrored");
    if (!finding.own)
        return graded("backdrop", 0.0, photo.limits.agreementPass, photo.limits.agreementFail,
                      "photo.backdrop.not-found");
    if (finding.own->judged() < int(photo.limits.cellsMin))
        return notAssessed("backdrop", "photo.backdrop.hidden");
    const bool isOther =
        std::any_of(finding.others.begin(), finding.others.end(),
                    [&](const Rivalry& rival) { return rivalWins(rival, photo.limits); });
    CheckValue value = graded("backdrop", finding.likelihood, photo.limits.agreementPass,
                              photo.limits.agreementFail, "photo.backdrop.differs");
    if (isOther) {
        value.result = CheckResult::Fail;
        value.advice = QStringLiteral("photo.backdrop.other");
        return value;
    }
    if (value.result == CheckResult::Pass && hasOtherLetters(photo)) {
        value.result = CheckResult::Fail; // the same ground, another name on it
        value.advice = QStringLiteral("photo.backdrop.name");
    }
    if (value.result == CheckResult::Fail)
        return value;
    if (finding.identity.contradiction >= photo.limits.identityDiffers) {
        value.result = CheckResult::Fail; // a provider that resembles this one
        value.advice = QStringLiteral("photo.backdrop.identity");
    } else if (value.result == CheckResult::Pass && !isIdentified(finding.identity, photo.limits)) {
        value.result = CheckResult::Warn; // what is in view others may have too
        value.advice = QStringLiteral("photo.backdrop.unidentified");
    }
    return value;
}

} // namespace handshake
