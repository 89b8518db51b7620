// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/urllist.h"

#include "input/urlreader.h"

#include <QHash>

#include <utility>

namespace inflight {

namespace {

class PlainListReader
{
public:
    PlainListReader(Duplicates policy, qsizetype mostLines)
        : m_policy(policy)
    {
        m_firstLines.reserve(mostLines);
    }

    void read(int line, QStringView raw)
    {
        const QStringView text = trimmedUrlText(raw);
        if (text.isEmpty() || text.startsWith(u'#'))
            return;
        auto result = m_urls.read(text);
        if (const auto *refusal = std::get_if<UrlRefusal>(&result))
            m_report.rejected.append({line, text.toString(), refusal->reason});
        else
            accept(line, std::get<FetchableUrl>(std::move(result)));
    }

    [[nodiscard]] UrlListReport takeReport() { return std::move(m_report); }

private:
    void accept(int line, FetchableUrl url)
    {
        const auto first = m_firstLines.constFind(url.key);
        const bool repeated = first != m_firstLines.cend();
        if (repeated)
            m_report.duplicates.append({line, *first, url.url});
        else
            m_firstLines.insert(url.key, line);
        if (!repeated || m_policy == Duplicates::Keep)
            m_report.accepted.append({line, std::move(url.url), std::move(url.key)});
    }

    Duplicates m_policy;
    UrlReader m_urls;
    QHash<QString, int> m_firstLines;
    UrlListReport m_report;
};

/// The end of the line that begins at `start`: the index of its '\n' or '\r', or the text's size.
qsizetype lineEnd(QStringView text, qsizetype start)
{
    const char16_t *const characters = text.utf16();
    qsizetype end = start;
    while (end < text.size() && characters[end] != u'\n' && characters[end] != u'\r')
        ++end;
    return end;
}

/// Where the line after the one that ends at `end` begins: "\r\n" counts once.
qsizetype nextLine(QStringView text, qsizetype end)
{
    const bool pair = end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n';
    return end + (pair ? 2 : 1);
}

} // namespace

UrlListReport readUrlList(QStringView text, Duplicates policy)
{
    PlainListReader reader(policy, text.count(u'\n') + 1);
    int line = 0;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = lineEnd(text, start);
        reader.read(++line, text.sliced(start, end - start));
        start = nextLine(text, end);
    }
    return reader.takeReport();
}

} // namespace inflight
