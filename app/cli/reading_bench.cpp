// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reading_bench.h"

#include "app/cli/reading_contact_sheets.h"
#include "app/cli/thread_time.h"
#include "app/cli/whole_page_ocr.h"
#include "app/core/text.h"

#include <opencv2/core/utility.hpp>

#include <QElapsedTimer>
#include <QImage>
#include <QMutex>
#include <QMutexLocker>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>

namespace handshake {

namespace {

/// What one thread reads with.
class Bench
{
public:
    static Result<Bench> create(const ReadingBenchPlan& plan)
    {
        Bench bench;
        auto reader = PaperReader::create(plan.reader);
        if (!reader)
            return reader.error();
        bench.m_reader = *std::move(reader);
        if (plan.withWholePage) {
            auto page = WholePageOcr::create();
            if (!page)
                return page.error();
            bench.m_page = *std::move(page);
        }
        // The engines are made at the first reading; that is no picture's time.
        QImage blank(320, 240, QImage::Format_RGB32);
        blank.fill(Qt::white);
        const auto warm = bench.m_reader->read(blank, PaperKind::Auto);
        if (!warm)
            return warm.error();
        return bench;
    }

    [[nodiscard]] SampleScore run(const papereval::PaperSample& sample)
    {
        SampleScore score;
        score.index = sample.index;
        score.scene = sample.scene;
        score.severity = sample.severity;
        score.faults = sample.faults;
        const double before = threadCpuMs();
        const QImage picture = QImage::fromData(sample.jpeg);
        score.decodeMs = threadCpuMs() - before;
        const QString page = wholePage(picture, score);
        if (sample.items.empty())
            readEmpty(picture, score);
        // With several papers on a picture each is asked for by its kind, as the counter does.
        for (const papereval::ItemTruth& item : sample.items) {
            const PaperKind hint =
                sample.items.size() > 1 ? paperKindOf(item.kind) : PaperKind::Auto;
            QElapsedTimer timer;
            timer.start();
            const double started = threadCpuMs();
            const Result<PaperReading> reading = m_reader->read(picture, hint);
            const double cpuMs = threadCpuMs() - started;
            if (!reading) {
                score.failure = reading.error().detail;
                continue;
            }
            score.items.push_back(scored(item, *reading, page));
            score.items.back().ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            score.items.back().cpuMs = cpuMs;
        }
        score.thumbnail = failureThumbnail(score, sample, picture);
        return score;
    }

private:
    Bench() = default;

    QString wholePage(const QImage& picture, SampleScore& score)
    {
        if (!m_page)
            return {};
        const double before = threadCpuMs();
        QString page = foldForComparison(m_page->read(picture));
        score.wholePageMs = threadCpuMs() - before;
        return page;
    }

    void readEmpty(const QImage& picture, SampleScore& score)
    {
        const double before = threadCpuMs();
        const Result<PaperReading> reading = m_reader->read(picture, PaperKind::Auto);
        score.emptyMs = threadCpuMs() - before;
        if (!reading)
            score.failure = reading.error().detail;
        else if (reading->kind != PaperKind::Unknown)
            score.falsePaper = paperKindName(reading->kind);
    }

    std::unique_ptr<PaperReader> m_reader;
    std::unique_ptr<WholePageOcr> m_page;
};

/// Hands samples out to threads and collects what they bring.
class Round
{
public:
    Round(const ReadingBenchPlan& plan, const std::function<void(int)>& progress)
        : m_plan(plan)
        , m_progress(progress)
        , m_scores(static_cast<std::size_t>(plan.scenes))
    {
    }

    void work()
    {
        Result<Bench> bench = Bench::create(m_plan);
        if (!bench)
            return fail(bench.error());
        for (int index = m_next++; index < m_plan.scenes && !m_hasFailed; index = m_next++) {
            const auto sample = papereval::paperEvaluationSample(index, m_plan.seed);
            if (!sample)
                return fail(sample.error());
            m_scores[static_cast<std::size_t>(index)] = bench->run(*sample);
            m_progress(++m_done);
        }
    }

    [[nodiscard]] Result<std::vector<SampleScore>> result() const
    {
        if (m_error)
            return *m_error;
        return m_scores;
    }

private:
    void fail(const Error& error)
    {
        const QMutexLocker lock(&m_mutex);
        m_hasFailed = true;
        m_error = error;
    }

    const ReadingBenchPlan& m_plan;
    const std::function<void(int)>& m_progress;
    std::vector<SampleScore> m_scores; // each element is written by one thread only
    std::atomic<int> m_next = 0;
    std::atomic<int> m_done = 0;
    std::atomic<bool> m_hasFailed = false;
    QMutex m_mutex;
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<SampleScore>> runReadingBench(const ReadingBenchPlan& plan,
                                                 const std::function<void(int)>& progress)
{
    // A picture is one thread's work, as the goals are for one core.
    const int threadsBefore = cv::getNumThreads();
    cv::setNumThreads(1);
    Round round(plan, progress);
    QThreadPool pool;
    pool.setMaxThreadCount(plan.threads);
    for (int i = 0; i < plan.threads; ++i)
        pool.start([&round] { round.work(); });
    pool.waitForDone();
    cv::setNumThreads(threadsBefore);
    return round.result();
}

} // namespace handshake
