// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/inputs.h"

#include "cli/readbytes.h"
#include "input/urlline.h"
#include "input/urllist.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Inputs)
};

/// UTF-8 unless a byte order mark says otherwise.
QString decoded(const QByteArray &bytes)
{
    const auto marked = QStringDecoder::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringDecoder::Utf8));
    return decoder(bytes);
}

class Gatherer
{
public:
    explicit Gatherer(const Options &options)
        : m_request(options.request)
        , m_shard(options.shard)
    {}

    [[nodiscard]] std::optional<UsageFault> addFile(const QString &path)
    {
        const auto read = readBytes(path);
        if (const auto *refusal = std::get_if<ValueRefusal>(&read))
            return UsageFault{refusal->reason};
        add(path == "-"_L1 ? Text::tr("stdin") : path, decoded(std::get<QByteArray>(read)));
        return std::nullopt;
    }

    void addUrl(int position, const QString &text)
    {
        const QString source = Text::tr("command line");
        const auto read = readUrl(trimmedUrlText(text));
        if (const auto *refusal = std::get_if<UrlRefusal>(&read))
            reject({source, position, text, refusal->reason});
        else
            accept(std::get<FetchableUrl>(read));
    }

    [[nodiscard]] GatheredInputs take()
    {
        m_gathered.duplicates = static_cast<int>(m_gathered.inputs.size() - m_seen.size());
        return std::move(m_gathered);
    }

private:
    void add(const QString &source, const QString &text)
    {
        const UrlListReport report = readUrlList(text, Duplicates::Keep);
        for (const AcceptedUrl &url : report.accepted)
            accept({url.url, url.key});
        for (const RejectedLine &line : report.rejected)
            reject({source, line.line, line.text, line.reason});
    }

    void accept(const FetchableUrl &url)
    {
        if (m_shard && !m_shard->contains(url.url))
            return;
        m_gathered.inputs.append({url.url, m_request});
        m_seen.insert(url.key);
    }

    void reject(RejectedInput input)
    {
        if (!m_shard || m_shard->hasTheRest())
            m_gathered.rejected.append(std::move(input));
    }

    std::shared_ptr<const RequestTemplate> m_request;
    std::optional<Shard> m_shard;
    GatheredInputs m_gathered;
    QSet<QString> m_seen; ///< keys of requests
};

/// What a person who writes it means as a file, even where there is none.
bool looksLikePath(const QString &argument)
{
    return argument.startsWith("./"_L1) || argument.startsWith("../"_L1) ||
           (argument.startsWith(u'/') && !argument.startsWith("//"_L1));
}

bool namesFile(const QString &argument)
{
    if (argument.contains("://"_L1))
        return false;
    return argument == "-"_L1 || looksLikePath(argument) || QFileInfo(argument).isFile();
}

} // namespace

std::variant<GatheredInputs, UsageFault> gatherInputs(const Options &options)
{
    Gatherer gatherer(options);
    for (const QString &path : options.inputs) {
        if (auto fault = gatherer.addFile(path))
            return *std::move(fault);
    }
    int position = 0;
    for (const QString &argument : options.positionals) {
        ++position;
        if (!namesFile(argument))
            gatherer.addUrl(position, argument);
        else if (auto fault = gatherer.addFile(argument))
            return *std::move(fault);
    }
    return gatherer.take();
}

} // namespace inflight
