// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/configfile.h"
#include "cli/flags.h"
#include "cli/shard.h"
#include "cli/values.h"
#include "fuzz/fuzzing.h"
#include "jobs/ratetext.h"
#include "net/statusset.h"

#include <algorithm>

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

void checkStatusSet(const QString &text)
{
    const std::optional<StatusSet> set = StatusSet::parse(text);
    if (!set)
        return;
    const std::optional<StatusSet> again = StatusSet::parse(set->text());
    require(again.has_value() && again->text() == set->text(), "a set's text is a set of that text");
    for (int status = 0; status <= 1100; ++status) {
        require(again->contains(status) == set->contains(status), "and of the same codes");
        require(!set->contains(status) || (status >= 100 && status <= 999), "codes have three digits");
    }
}

void checkHeader(const QString &text)
{
    const auto rule = parseHeader(text);
    if (const auto *const refusal = std::get_if<ValueRefusal>(&rule)) {
        require(!refusal->reason.isEmpty(), "a refusal says why");
        return;
    }
    const Header &header = std::get<HeaderRule>(rule).header;
    const auto breaks = [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; };
    require(!header.name.isEmpty(), "a header has a name");
    require(std::ranges::none_of(header.name, [](char c) { return c <= ' ' || c == ':'; }), "of one token");
    require(std::ranges::none_of(header.value, breaks), "no header becomes two");
}

void checkNumbers(const QString &text)
{
    if (const std::optional<int> number = parseInteger(text, -5, 4096))
        require(*number >= -5 && *number <= 4096, "a number is within its limits");
    if (const std::optional<std::chrono::milliseconds> time = parseSeconds(text))
        require(time->count() >= 0 && time->count() <= 2'000'000'000, "so is a time");
    if (const std::optional<qint64> bytes = parseSize(text))
        require(*bytes >= 0, "no size overflows");
    if (const std::optional<RateLimit> rate = rateFromText(text))
        require(rateFromText(rateText(*rate)) == rate, "a rate's text is that rate");
}

/// A line of a configuration file that gives this entry.
QByteArray lineOf(const ConfigEntry &entry)
{
    QString value = entry.value.value_or(QString());
    value.replace(u'\\', QLatin1StringView("\\\\"))
        .replace(u'"', QLatin1StringView("\\\""))
        .replace(u'\n', QLatin1StringView("\\n"))
        .replace(u'\r', QLatin1StringView("\\r"))
        .replace(u'\t', QLatin1StringView("\\t"));
    const QString text = entry.value ? entry.name + QLatin1StringView(" = \"") + value + u'"' : entry.name;
    return text.toUtf8() + '\n';
}

void checkConfig(const QByteArray &bytes)
{
    const QString path = QStringLiteral("f");
    const auto parsed = parseConfig(bytes, path);
    if (const auto *const fault = std::get_if<UsageFault>(&parsed)) {
        require(fault->message.startsWith(QLatin1StringView("f:")), "a fault has its file and line");
        return;
    }
    const auto &entries = std::get<QList<ConfigEntry>>(parsed);
    QByteArray text;
    for (const ConfigEntry &entry : entries) {
        const auto flag = flagNamed(entry.name);
        require(flag && flag->value.isEmpty() != entry.value.has_value(), "flags have values as they should");
        text += lineOf(entry);
    }
    const auto again = parseConfig(text, path);
    const auto *const same = std::get_if<QList<ConfigEntry>>(&again);
    require(same != nullptr &&
                std::ranges::equal(*same, entries, {}, &ConfigEntry::argument, &ConfigEntry::argument),
            "what is written in quotes is what was read");
}

void checkShard(const QString &text)
{
    if (const auto shard = Shard::parse(text))
        require(shard->index() >= 1 && shard->index() <= shard->count(), "a share is one of those there are");
    const int share = Shard::of(text, 7);
    require(share >= 1 && share <= 7, "everything is in a share");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Input(data, size).rest();
    checkConfig(bytes);
    const QString text = QString::fromUtf8(bytes);
    checkShard(text);
    checkStatusSet(text);
    checkHeader(text);
    checkNumbers(text);
    if (const std::optional<QByteArray> method = parseMethod(text))
        require(std::ranges::all_of(*method, [](char c) { return c > ' ' && c < '\x7f'; }),
                "a method is one word");
    const auto proxy = parseProxy(text);
    if (const auto *const found = std::get_if<QNetworkProxy>(&proxy))
        require(found->type() == QNetworkProxy::NoProxy ||
                    (!found->hostName().isEmpty() && found->port() != 0),
                "a proxy has a host and a port");
    return 0;
}
