// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/scene.h"

#include "app/demo/evaluation/dice_p.h"
#include "app/demo/evaluation/forgery_p.h"
#include "app/demo/evaluation/sensor_p.h"
#include "app/demo/evaluation/take_p.h"
#include "app/demo/evaluation/truth_p.h"

namespace handshake::evaluation {

namespace {

EvaluationPicture finished(Take& take, const Stage& stage, std::uint64_t noiseSeed)
{
    const TakeDesign& design = stage.sample.take;
    EvaluationPicture picture;
    picture.truth = truthOf(stage, take);
    illuminate(take.picture, design);
    expose(take.picture, design, noiseSeed);
    picture.jpeg = encode(take.picture, design.jpegQuality);
    return picture;
}

/// A good photo, shown on a monitor and taken from there.
EvaluationPicture screenPhoto(const Stage& stage, double tremble, std::uint64_t noiseSeed)
{
    Stage good = stage;
    TakeDesign& shown = good.sample.take;
    shown.size = {1280, 720};
    shown.yaw *= 0.3;
    shown.gain = 1;
    shown.noise = 1.5;
    shown.focusBlur = 0.5;
    shown.motion = 0;
    shown.jpegQuality = 94;
    good.sway = {};
    Take take = look(good);
    EvaluationPicture picture = finished(take, good, stage.sample.seed);
    cv::Mat photo = monitorPhoto(decode(picture.jpeg), stage.sample, tremble);
    TakeDesign design = stage.sample.take;
    design.gain = 0.6 + 0.4 * design.gain;
    illuminate(photo, design);
    expose(photo, design, noiseSeed);
    picture.jpeg = encode(photo, design.jpegQuality);
    // Boxes of the shown picture say nothing about the photo of it.
    picture.truth.faces.assign(picture.truth.faces.size(), QRectF());
    picture.truth.corners.clear();
    return picture;
}

EvaluationPicture draw(const Stage& stage, std::uint64_t noiseSeed)
{
    if (stage.sample.kind == SceneKind::Screen)
        return screenPhoto(stage, stage.sway.tremble * 4, noiseSeed);
    Take take = look(stage);
    if (stage.sample.kind == SceneKind::Pasted)
        pasteOnArtwork(take, stage);
    EvaluationPicture picture = finished(take, stage, noiseSeed);
    if (stage.sample.kind == SceneKind::Pasted)
        picture.truth.corners.clear(); // they were the camera's, the artwork came without one
    return picture;
}

} // namespace

EvaluationPicture drawScene(const SampleDesign& sample)
{
    return draw(stageOf(sample), sample.seed);
}

std::vector<EvaluationPicture> drawBurst(const SampleDesign& sample, int count)
{
    std::vector<EvaluationPicture> pictures;
    Dice dice(sample.seed, 80);
    const bool handHeld = sample.kind == SceneKind::Screen;
    for (int i = 0; i < count; ++i) {
        Stage stage = stageOf(sample);
        stage.sway.aside = dice.between(-6, 6);
        stage.sway.lean = dice.between(-0.6, 0.6);
        stage.sway.tremble = dice.between(-0.04, 0.04) * (handHeld ? 4 : 1);
        stage.sway.eyesClosed = i == 1 + int(sample.seed % 3);
        // Smear and focus differ from one picture to the next.
        stage.sample.take.motion *= dice.between(0.3, 1.2);
        stage.sample.take.focusBlur *= dice.between(0.85, 1.15);
        pictures.push_back(draw(stage, sample.seed * 16 + static_cast<std::uint64_t>(i)));
    }
    return pictures;
}

} // namespace handshake::evaluation
