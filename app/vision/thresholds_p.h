// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>

namespace handshake {

/// Every figure the checks are held against. Read from data/vision/thresholds.json, where each
/// stands with its unit, date and source; the code has none of its own.
struct Thresholds {
    // local features and matching
    double featureWidth = 0, searchWidth = 0, featureCount = 0, featureContrast = 0;
    double neighbours = 0, distanceMax = 0, distanceRatio = 0, tiltMax = 0, sideRatioMax = 0;
    double inliersMin = 0, inlierDistance = 0;
    // dense comparison
    double cellNcc = 0, cellTexture = 0, cellExpected = 0, cellsMin = 0;
    double foreignFloor = 0, foreignShare = 0, shadeMin = 0, shadeMax = 0, plainRough = 0;
    double agreementPass = 0, agreementFail = 0;
    double enrolmentRecognised = 0, enrolmentRefused = 0, enrolmentLowest = 0, enrolmentHighest = 0;
    double mirrorMargin = 0, editionMargin = 0, editionDifference = 0, editionCells = 0;
    double editionContrast = 0, editionSureCells = 0, editionLean = 0;
    // what makes the print this provider's
    double identityInk = 0, identityAgrees = 0, identityDiffers = 0, identityPieces = 0;
    // weights of the backdrop's logistic model
    double modelBias = 0, modelPoints = 0, modelAgreement = 0, modelCells = 0;
    double modelCorrelation = 0, modelPatch = 0, modelHidden = 0, modelLead = 0;
    // face
    double faceWidth = 0, faceMinShare = 0, faceConfirmations = 0, facePeerShare = 0,
           faceFlatness = 0;
    double asymmetryPass = 0, asymmetryFail = 0, eyesOffsetPass = 0, eyesOffsetFail = 0,
           rollPass = 0, rollFail = 0;
    double headOffsetPass = 0, headOffsetFail = 0, headMinShare = 0, headMaxShare = 0;
    double headRoomMin = 0, crownCover = 0, mouthCover = 0;
    // picture
    double sharpPass = 0, sharpFail = 0, darkFail = 0, darkPass = 0, burntPass = 0, burntFail = 0;
    double sideLightPass = 0, sideLightFail = 0, minWidth = 0, minHeight = 0;
    // backdrop in the picture
    double coveragePass = 0, coverageFail = 0, edgelessPass = 0, edgelessFail = 0;
    double visiblePass = 0, visibleFail = 0, textNcc = 0, textNccFail = 0, textHeight = 0,
           textLetters = 0, textVisible = 0;
    double faceMmMin = 0, faceMmSides = 0, faceMmMax = 0, faceMmFail = 0, plainDistance = 0,
           clothesDistance = 0;
    // forensic hints
    double screenPeak = 0, noiseRatio = 0, replayShift = 0, replayDifference = 0;

    /// Configuration when the file is missing, damaged, or lacks one figure; `where` names it.
    static Result<Thresholds> load(const QString& file);
    /// The same with a provider's own figures over them, unless `own` is empty.
    static Result<Thresholds> load(const QString& file, const QString& own);
    /// Puts the figures of another file of the same form over these; it may name any part of them.
    /// Configuration, naming file and figure, for one that is unknown, no number or out of its
    /// range, and for a file that cannot be read; then nothing is changed.
    Result<void> overlay(const QString& file);
};

} // namespace handshake
