// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/inputreport.h"

#include <QSet>

#include <algorithm>

namespace inflight {

namespace {

class Collector final : public RequestSink
{
public:
    void accept(FoundRequest request) override
    {
        const qsizetype known = m_keys.size();
        m_keys.insert(request.key);
        const bool repeated = m_keys.size() == known;
        m_report.duplicates += repeated;
        m_report.repeated.append(repeated);
        m_report.requests.append(std::move(request));
    }
    void reject(RejectedLine line) override { m_report.rejected.append(std::move(line)); }
    void note(NotedLine line) override { m_report.notes.append(std::move(line)); }

    [[nodiscard]] InputReport take() { return std::move(m_report); }

private:
    InputReport m_report;
    QSet<QString> m_keys;
};

} // namespace

InputReport readInput(QStringView text, const ReadingOptions &options, const std::stop_token &stop)
{
    constexpr qsizetype pieceSize = 256 * 1024;
    Collector collector;
    InputReader reader(options, collector);
    for (qsizetype at = 0; at < text.size() && !stop.stop_requested(); at += pieceSize)
        reader.feed(text.sliced(at, std::min(pieceSize, text.size() - at)));
    if (!stop.stop_requested())
        reader.finish();
    InputReport report = collector.take();
    report.format = reader.format();
    report.table = reader.table();
    report.globs = reader.globs();
    report.globUrls = reader.globUrls();
    return report;
}

} // namespace inflight
