// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ranges.h"

#include "net/httpdate.h"

#include <algorithm>

namespace inflight {

namespace {

constexpr qint64 secondsApart = 60;

std::optional<qint64> number(QByteArrayView digits)
{
    bool ok = !digits.isEmpty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    const qint64 value = ok ? digits.toLongLong(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

bool isStrongTag(const QByteArray &tag)
{
    return tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"') &&
           std::ranges::none_of(tag, [](char c) { return static_cast<uchar>(c) < 0x21 || c == 0x7f; });
}

} // namespace

std::optional<ContentRange> parseContentRange(QByteArrayView field)
{
    const QByteArrayView text = field.trimmed();
    constexpr QByteArrayView unit = "bytes ";
    if (text.size() < unit.size() || text.first(unit.size()).compare(unit, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArrayView rest = text.sliced(unit.size()).trimmed();
    const qsizetype dash = rest.indexOf('-');
    const qsizetype slash = rest.indexOf('/');
    if (dash < 0 || slash < dash)
        return std::nullopt;
    const std::optional<qint64> first = number(rest.first(dash));
    const std::optional<qint64> last = number(rest.sliced(dash + 1, slash - dash - 1));
    const QByteArrayView whole = rest.sliced(slash + 1);
    const std::optional<qint64> length = whole == "*" ? std::optional<qint64>(-1) : number(whole);
    if (!first || !last || !length || *last < *first || (*length >= 0 && *last >= *length))
        return std::nullopt;
    return ContentRange{*first, *last, *length};
}

bool acceptsByteRanges(const HeaderList &headers)
{
    const QByteArray said = headerValue(headers, "accept-ranges");
    if (said.isEmpty()) // as of most answers, which are all asked
        return false;
    const QList<QByteArray> units = said.split(',');
    return std::ranges::any_of(units, [](const QByteArray &unit) {
        return unit.trimmed().compare("bytes", Qt::CaseInsensitive) == 0;
    });
}

QByteArray rangeValidator(const HeaderList &headers)
{
    const QByteArray tag = headerValue(headers, "etag").trimmed();
    if (!tag.isEmpty())
        return isStrongTag(tag) ? tag : QByteArray();
    const QByteArray modified = headerValue(headers, "last-modified").trimmed();
    if (modified.isEmpty())
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::optional<QDateTime> changed = parseHttpDate(modified, now);
    const std::optional<QDateTime> sent = parseHttpDate(headerValue(headers, "date").trimmed(), now);
    return changed && sent && changed->secsTo(*sent) >= secondsApart ? modified : QByteArray();
}

} // namespace inflight
