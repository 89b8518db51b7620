// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "jobs/filter/filterwords.h"
#include "jobs/jobfilter.h"
#include "jobs/jobrecord.h"

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

void checkFault(const FilterFault &fault, const QString &text)
{
    require(!fault.message.isEmpty(), "a fault says what is wrong");
    require(fault.position >= 0 && fault.length > 0 && fault.position + fault.length <= text.size(),
            "and where in the text");
    require(!faultText(fault, text).isEmpty(), "for a person");
}

/// Written down again, a word is the same word.
void checkWords(const QString &text)
{
    const auto words = filterWords(text);
    const auto *const list = std::get_if<QList<FilterWord>>(&words);
    if (!list)
        return;
    qsizetype end = 0;
    for (const FilterWord &word : *list) {
        require(word.position >= end && word.length > 0, "words come one after another");
        end = word.position + word.length;
        require(end <= text.size(), "within the text");
        const QString again = QStringLiteral("domain:") + filterValue(word.value);
        const auto read = filterWords(again);
        const auto *const one = std::get_if<QList<FilterWord>>(&read);
        require(one && one->size() == 1 && one->first().value == word.value, "a value survives being quoted");
    }
}

FilterSubject subject(const JobView &job)
{
    return {.job = job, .url = u"https://user@example.org:8443/a/b.json?x=1", .method = "GET", .nowMs = 1000};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(Input(data, size).rest());
    checkWords(text);
    const auto parsed = JobFilter::parse(text);
    if (const auto *const fault = std::get_if<FilterFault>(&parsed)) {
        checkFault(*fault, text);
        return 0;
    }
    const auto &filter = std::get<JobFilter>(parsed);
    JobView job;
    const bool queued = filter.matches(subject(job));
    require(queued == filter.matches(subject(job)), "a filter judges the same job the same way");
    auto record = std::make_shared<JobRecord>();
    record->url = QStringLiteral("https://example.org/");
    record->headers = {{"set-cookie", "a=b; domain=c"}, {"x", "y"}};
    record->attempts.resize(2);
    job.record = JobRecordPtr(record);
    job.state = JobState::Succeeded;
    const bool matched = filter.matches(JobRecordPtr(record), true);
    require(matched == filter.matches(JobRecordPtr(record), true), "and so with a record");
    return 0;
}
