// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/comparison.h"

#include "store/history/inputkeys.h"

#include <algorithm>
#include <cmath>

namespace inflight {

namespace {

/// Standard deviations of a normal distribution in one median absolute deviation
/// (https://en.wikipedia.org/wiki/Median_absolute_deviation#Relation_to_standard_deviation).
constexpr double deviationsInMad = 1.4826;
constexpr double noiseDeviations = 3;
/// No person minds less, however steady the others are.
constexpr double leastNoiseMs = 20;

ComparedJob sideOf(const RestoredJob &job, JobId id)
{
    ComparedJob side;
    side.id = id;
    if (!job.record)
        return side;
    const JobRecord &record = *job.record;
    side.state = record.state;
    if (record.fault)
        side.fault = faultClassName(record.fault->faultClass);
    side.status = record.status;
    side.bytes = record.bytes;
    side.durationMs = record.durationMs;
    side.sha256 = record.sha256;
    side.output = record.output;
    return side;
}

bool endedBoth(const JobDifference &job)
{
    return job.before && job.after && isFinished(job.before->state) && isFinished(job.after->state);
}

double medianOf(std::vector<double> &values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// How far the time of a job is from that before when nothing about it changed.
struct Noise
{
    double shiftMs = 0; ///< the whole run was slower by so much
    double spreadMs = leastNoiseMs;

    [[nodiscard]] bool has(double differenceMs) const
    {
        return std::abs(differenceMs - shiftMs) <= spreadMs || std::abs(differenceMs) <= leastNoiseMs;
    }
};

Noise noiseOf(const QList<JobDifference> &jobs)
{
    std::vector<double> differences;
    for (const JobDifference &job : jobs) {
        if (endedBoth(job))
            differences.push_back(job.after->durationMs - job.before->durationMs);
    }
    const double shift = medianOf(differences);
    for (double &difference : differences)
        difference = std::abs(difference - shift);
    const double spread = noiseDeviations * deviationsInMad * medianOf(differences);
    return {shift, std::max(leastNoiseMs, spread)};
}

Differences differencesOf(const JobDifference &job, const Noise &noise)
{
    if (!job.before || !job.after)
        return Difference::OnlyOne;
    Differences found;
    found.setFlag(Difference::State,
                  job.before->state != job.after->state || job.before->fault != job.after->fault);
    found.setFlag(Difference::Status, job.before->status != job.after->status);
    if (!endedBoth(job))
        return found;
    const QByteArray &digest = job.before->sha256;
    found.setFlag(Difference::Digest,
                  !digest.isEmpty() && !job.after->sha256.isEmpty() && digest != job.after->sha256);
    found.setFlag(Difference::Output, job.before->output != job.after->output);
    found.setFlag(Difference::Size, job.before->bytes != job.after->bytes);
    found.setFlag(Difference::Time, !noise.has(job.after->durationMs - job.before->durationMs));
    return found;
}

constexpr Differences contentDifferences = Difference::Digest | Difference::Output | Difference::Size;

/// The most important difference; the lower, the more it matters.
uint rankOf(const JobDifference &job)
{
    return qCountTrailingZeroBits(static_cast<quint32>(job.differences.toInt()));
}

/// How much of its most important difference there is.
double amountOf(const JobDifference &job)
{
    if (job.differences & (Difference::State | Difference::Status | Difference::OnlyOne))
        return 0;
    if (job.differences & contentDifferences)
        return std::abs(static_cast<double>(job.after->bytes - job.before->bytes));
    return std::abs(job.after->durationMs - job.before->durationMs);
}

bool mattersMore(const JobDifference &left, const JobDifference &right)
{
    const uint leftRank = rankOf(left);
    const uint rightRank = rankOf(right);
    return leftRank != rightRank ? leftRank < rightRank : amountOf(left) > amountOf(right);
}

/// Finds the jobs of two runs that belong together, in the order of the second run, what only the first one
/// has last.
class Pairing
{
public:
    Pairing(const StoredRun &before, const StoredRun &after)
        : m_before(before)
        , m_after(after)
    {
        InputKeys keys(InputKeys::Secret::Ignored);
        for (JobId id = 0; id < before.jobs.size(); ++id)
            m_places.insert(keys.next(before.jobs.at(id).input), id);
    }

    /// Calls `take` with the ids of each pair.
    template <typename Take>
    void forEach(Take take)
    {
        InputKeys keys(InputKeys::Secret::Ignored);
        QList<bool> paired(m_before.jobs.size());
        for (JobId id = 0; id < m_after.jobs.size(); ++id) {
            const auto known = m_places.constFind(keys.next(m_after.jobs.at(id).input));
            const bool isKnown = known != m_places.constEnd();
            if (isKnown)
                paired[*known] = true;
            take(isKnown ? std::optional(*known) : std::nullopt, std::optional(id));
        }
        for (JobId id = 0; id < m_before.jobs.size(); ++id) {
            if (!paired.at(id))
                take(std::optional(id), std::nullopt);
        }
    }

private:
    const StoredRun &m_before;
    const StoredRun &m_after;
    QHash<InputKey, JobId> m_places;
};

} // namespace

RunComparison compareRuns(const StoredRun &before, const StoredRun &after)
{
    QList<JobDifference> jobs;
    Pairing(before, after).forEach([&](std::optional<JobId> first, std::optional<JobId> second) {
        JobDifference job;
        job.url = second ? after.jobs.at(*second).input.url : before.jobs.at(*first).input.url;
        if (first)
            job.before = sideOf(before.jobs.at(*first), *first);
        if (second)
            job.after = sideOf(after.jobs.at(*second), *second);
        jobs.append(std::move(job));
    });
    const Noise noise = noiseOf(jobs);
    RunComparison comparison;
    comparison.noiseMs = noise.spreadMs;
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        jobs[i].differences = differencesOf(jobs.at(i), noise);
        if (jobs.at(i).differences)
            comparison.jobs.append(jobs.at(i));
        else
            ++comparison.same;
    }
    std::ranges::stable_sort(comparison.jobs, mattersMore);
    return comparison;
}

} // namespace inflight
