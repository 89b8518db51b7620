// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/follow.h"

#include <simdjson.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include "pipeline/content/jsontext.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace inflight {

namespace {

struct FollowWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Follow)
};

constexpr qint64 deepest = 10'000;
constexpr qint64 mostJobs = 1'000'000;

/// "http://host:8080": what two URLs have in common that go to the same server.
QString originOf(const QUrl &url)
{
    const int standard = url.scheme() == "https"_L1 ? 443 : 80;
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port(standard));
}

/// Collects URLs, made absolute, each once.
class Links
{
public:
    Links(const QUrl &base, bool sameOrigin)
        : m_base(base)
        , m_sameOrigin(sameOrigin)
    {}

    /// False when `text` is no URL that can be fetched.
    bool add(const QString &text)
    {
        QUrl url = m_base.resolved(QUrl(text.trimmed()));
        url.setFragment({});
        const bool fetchable = url.isValid() && !url.host().isEmpty() &&
                               (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
        if (!fetchable)
            return false;
        const QString whole = url.toString(QUrl::FullyEncoded);
        if (m_seen.contains(whole))
            return true;
        m_seen.insert(whole);
        if (m_sameOrigin && originOf(url) != originOf(m_base))
            ++m_elsewhere;
        else
            m_urls.append(whole);
        return true;
    }

    [[nodiscard]] const QStringList &urls() const { return m_urls; }
    [[nodiscard]] int elsewhere() const { return m_elsewhere; }

private:
    QUrl m_base;
    bool m_sameOrigin;
    QSet<QString> m_seen;
    QStringList m_urls;
    int m_elsewhere = 0;
};

/// The texts that stand for URLs in `value`: itself, its member "url", or those of its items.
bool textsIn(dom::element value, QStringList &texts)
{
    std::string_view text;
    dom::array array;
    dom::object object;
    if (!value.get(text)) {
        texts.append(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        return true;
    }
    if (value.is_null())
        return true; // the last page's "next"
    if (!value.get(array)) {
        for (const dom::element each : array) {
            if (!textsIn(each, texts))
                return false;
        }
        return true;
    }
    dom::element member;
    return !value.get(object) && !object["url"].get(member) && member.is_string() && textsIn(member, texts);
}

Fault noUrl(qint64 index)
{
    return {FaultClass::Transform,
            {},
            FollowWords::tr("Value %1 has no URL to follow where one is looked for; see the option “url”.")
                .arg(index + 1)};
}

/// The URLs in one value; nothing found is no fault, something else than a URL is.
bool readValue(dom::parser &parser, QByteArrayView json, const QString &pointer, QStringList &texts)
{
    dom::element value;
    const simdjson::padded_string padded(json.data(), static_cast<size_t>(json.size()));
    if (parser.parse(padded).get(value))
        return false;
    if (pointer.isEmpty())
        return textsIn(value, texts);
    dom::element part;
    const QByteArray path = pointer.toUtf8();
    if (value.at_pointer(std::string_view(path.constData(), static_cast<size_t>(path.size()))).get(part))
        return true;
    return textsIn(part, texts);
}

QString detailOf(const Links &links, const StageContext &context)
{
    const QString found = urlsText(links.urls().size());
    QString detail = context.dryRun ? FollowWords::tr("would follow %1").arg(found)
                                    : FollowWords::tr("%1 found").arg(found);
    if (links.elsewhere() > 0)
        detail += FollowWords::tr(", %1 to other origins left out").arg(links.elsewhere());
    return detail;
}

} // namespace

QStringList nextLinks(const HeaderList &headers)
{
    static const QRegularExpression link(
        u"<([^>]*)>((?:\\s*;\\s*[^=;,\\s]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s;,\"]*))?)*)"_s);
    static const QRegularExpression next(
        u";\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next\\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList urls;
    for (const auto &[name, value] : headers) {
        if (name.compare("link", Qt::CaseInsensitive) != 0)
            continue;
        auto matches = link.globalMatch(QString::fromUtf8(value));
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (next.match(match.captured(2)).hasMatch())
                urls.append(match.captured(1));
        }
    }
    return urls;
}

Outcome<StageResult> FollowStage::run(Payload payload, const StageContext &context) const
{
    StageResult result{std::move(payload), {}};
    result.fromNext = m_rules.fromNext;
    if (std::cmp_greater_equal(result.payload.depth, m_rules.depth)) {
        result.detail = FollowWords::tr("not looked for: depth %1").arg(result.payload.depth);
        return result;
    }
    Links links(result.payload.url, m_rules.sameOrigin);
    if (m_rules.linkHeader) {
        for (const QString &text : nextLinks(result.payload.headers))
            links.add(text);
    }
    dom::parser parser;
    std::optional<Fault> fault;
    const bool all = forEachValue(result.payload, context, [&](QByteArrayView json, qint64 index) {
        if (links.urls().size() >= m_rules.limit)
            return true;
        QStringList texts;
        bool good = readValue(parser, json, m_rules.pointer, texts);
        for (const QString &text : std::as_const(texts))
            good = links.add(text) && good;
        if (!good && !m_rules.linkHeader && context.onError == OnError::Fail)
            fault = noUrl(index);
        return !fault.has_value();
    });
    if (fault)
        return *std::move(fault);
    if (!all)
        return Cancelled{};
    result.detail = detailOf(links, context);
    result.mostFound = m_rules.limit;
    if (!context.dryRun)
        result.found = links.urls();
    return result;
}

StageKind followKind()
{
    StageKind kind;
    kind.name = FollowStage::stageName;
    kind.description =
        FollowWords::tr("makes jobs of the URLs in its values: the next page, the items of a list; "
                        "each URL once a run");
    kind.takes = Data::Values;
    kind.options = {
        StageOption::text(
            "url"_L1,
            FollowWords::tr("JSON pointer to the URL, or the list of them, in each value; left out: the "
                            "value itself, or its member \"url\""),
            u""_s),
        StageOption::flag("link_header"_L1,
                          FollowWords::tr("also the answer's Link header with rel=\"next\"")),
        StageOption::choice(
            "then"_L1,
            FollowWords::tr("what the new jobs go through: all stages, or the rest, those after this "
                            "one; with rest the job that found them ends here"),
            {u"all"_s, u"rest"_s}, u"all"_s),
        StageOption::choice("origin"_L1, FollowWords::tr("where the URLs may lead"), {u"same"_s, u"any"_s},
                            u"same"_s),
        StageOption::whole("depth"_L1, FollowWords::tr("most steps away from what was given"), 1, deepest,
                           100),
        StageOption::whole("limit"_L1, FollowWords::tr("most jobs that a run gets by this stage"), 1,
                           mostJobs, 1000),
    };
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        const QString pointer = values.text("url"_L1);
        if (pointerSteps(pointer))
            return std::nullopt;
        return OptionFault{"url"_L1, FollowWords::tr("This is no JSON pointer; it looks like /next.")};
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        FollowRules rules;
        rules.pointer = values.text("url"_L1);
        rules.linkHeader = values.flag("link_header"_L1);
        rules.fromNext = values.text("then"_L1) == "rest"_L1;
        rules.sameOrigin = values.text("origin"_L1) == "same"_L1;
        rules.depth = static_cast<int>(values.whole("depth"_L1));
        rules.limit = static_cast<int>(values.whole("limit"_L1));
        return std::make_unique<const FollowStage>(std::move(rules));
    };
    return kind;
}

} // namespace inflight
