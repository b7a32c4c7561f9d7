// SPDX-License-Identifier: Apache-2.0
#include "app/vision/enrolment_p.h"

#include "app/imaging/mat_view_p.h"
#include "app/vision/backdrop_search_p.h"
#include "app/vision/enrolment_scene_p.h"
#include "app/vision/resembling_print_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

/// How surely a drawn photo of `artwork` would be taken for the profile's curtain; 0 when one of
/// the other reasons speaks against it.
class Examiner
{
public:
    Examiner(const BackdropData& data, const Thresholds& limits)
        : m_data(data)
        , m_limits(limits)
    {
    }

    double scoreOf(const cv::Mat& artwork, cv::RNG& random)
    {
        const EnrolmentScene scene =
            drawEnrolmentScene(artwork, int(m_limits.featureWidth), random);
        PhotoContext photo{.limits = m_limits};
        photo.bgr = scene.bgr;
        cv::cvtColor(scene.bgr, photo.gray, cv::COLOR_BGR2GRAY);
        photo.small = photo.gray;
        photo.person = personMask(scene.bgr.size(), scene.face);
        photo.backdrop = &m_data;
        m_search.look(photo);
        const CheckValue verdict = checkBackdrop(photo);
        const bool onlyTooFaint = verdict.advice == u"photo.backdrop.differs"_s;
        return verdict.result == CheckResult::Pass || onlyTooFaint ? photo.finding.likelihood : 0;
    }

private:
    const BackdropData& m_data;
    const Thresholds& m_limits;
    BackdropSearch m_search;
};

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::size_t(share * double(values.size() - 1))];
}

int reaching(const std::vector<double>& scores, double limit)
{
    return int(
        std::count_if(scores.begin(), scores.end(), [&](double score) { return score >= limit; }));
}

/// The shipped limit, unless it lets another print through or leaves the curtain out where a lower
/// one would not.
double limitBetween(const std::vector<double>& right, const std::vector<double>& wrong,
                    const Thresholds& limits)
{
    const double highest = wrong.empty() ? 0 : *std::max_element(wrong.begin(), wrong.end());
    if (highest >= limits.agreementPass)
        return std::min((highest + 1) / 2, limits.enrolmentHighest);
    const double typical = quantile(right, 1 - limits.enrolmentRecognised);
    if (typical >= limits.agreementPass)
        return limits.agreementPass;
    return std::clamp((highest + typical) / 2, limits.enrolmentLowest, limits.agreementPass);
}

} // namespace

BackdropRehearsal rehearse(const BackdropData& data, const Thresholds& limits, int photos)
{
    cv::RNG random(0x5eed);
    cv::theRNG().state = 0x5eed; // the search draws samples too
    Examiner examiner(data, limits);
    const cv::Mat own = bgrCopy(data.current.image);
    std::vector<double> right(std::size_t(photos), 0.0);
    for (double& score : right)
        score = examiner.scoreOf(own, random);

    std::vector<double> resembling(std::size_t(std::max(1, photos / 3)), 0.0);
    const cv::Mat relative = resemblingPrint(own, data.lines);
    for (double& score : resembling)
        score = examiner.scoreOf(relative, random);
    std::vector<double> wrong = resembling;
    const auto take = [&](const BackdropReference& reference) {
        for (int i = 0; i < std::max(1, photos / 8); ++i)
            wrong.push_back(examiner.scoreOf(bgrCopy(reference.image), random));
    };
    take(data.mirrored);
    for (const BackdropReference& other : data.others)
        take(other);

    BackdropRehearsal rehearsal;
    rehearsal.pass = limitBetween(right, wrong, limits);
    rehearsal.photos = photos;
    rehearsal.recognised = reaching(right, rehearsal.pass);
    rehearsal.wrongPhotos = int(wrong.size());
    rehearsal.wrongTaken = reaching(wrong, rehearsal.pass);
    rehearsal.resemblingTaken = reaching(resembling, rehearsal.pass);
    return rehearsal;
}

} // namespace handshake
