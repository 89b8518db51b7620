// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/values.h"

#include "pipeline/slices.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace inflight {

namespace {

constexpr bool isJsonSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The index after the string that begins at `at`.
qsizetype endOfString(QByteArrayView json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return std::min(at + 1, json.size());
}

/// Gives `json` without the white space between its tokens to `work`, piece by piece, until that answers
/// false.
template <typename Work>
void forEachCompactPiece(QByteArrayView json, Work work)
{
    qsizetype begin = 0;
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] == '"') {
            at = endOfString(json, at);
        } else if (!isJsonSpace(json[at])) {
            ++at;
        } else {
            if (at > begin && !work(json.sliced(begin, at - begin)))
                return;
            while (at < json.size() && isJsonSpace(json[at]))
                ++at;
            begin = at;
        }
    }
    if (begin < json.size())
        work(json.sliced(begin));
}

// Values of this size are made compact in memory and all at once, which is many times as quick.
constexpr qsizetype leastAtOnce = 1024;
constexpr qsizetype mostAtOnce = 4 * 1024 * 1024;

/// Nothing for what is smaller or larger.
std::optional<QByteArray> compactAtOnce(QByteArrayView json)
{
    if (json.size() < leastAtOnce || json.size() > mostAtOnce)
        return std::nullopt;
    QByteArray out(json.size(), Qt::Uninitialized);
    std::size_t size = 0;
    const simdjson::error_code error =
        simdjson::minify(json.data(), static_cast<std::size_t>(json.size()), out.data(), size);
    if (error != simdjson::SUCCESS)
        return std::nullopt;
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

void appendEscaped(QByteArray &out, uchar c)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += "\\u00";
    out += digits[c >> 4];
    out += digits[c & 15];
}

} // namespace

QByteArray compactJson(QByteArrayView json)
{
    if (std::optional<QByteArray> compact = compactAtOnce(json))
        return *std::move(compact);
    QByteArray out;
    out.reserve(json.size());
    forEachCompactPiece(json, [&out](QByteArrayView piece) {
        out += piece;
        return true;
    });
    return out;
}

QByteArray jsonString(QByteArrayView text)
{
    // By way of QString: what is no UTF-8 is replaced.
    const QByteArray utf8 = QString::fromUtf8(text).toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (static_cast<uchar>(c) < 0x20) {
            appendEscaped(out, static_cast<uchar>(c));
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

ValuesWriter::ValuesWriter(qint64 limit)
    : m_body(limit > 0 ? limit : std::numeric_limits<qint64>::max())
{}

std::optional<Fault> ValuesWriter::append(QByteArrayView json)
{
    ++m_count;
    if (std::optional<QByteArray> compact = compactAtOnce(json)) {
        compact->append('\n');
        return m_body.append(*compact);
    }
    // Not by way of compactJson(): a value may be as large as its body, which lies on the disk. Pieces are a
    // few bytes long: they are gathered.
    std::optional<Fault> fault;
    std::array<char, 16 * 1024> room;
    qsizetype used = 0;
    const auto add = [this, &fault](QByteArrayView bytes) {
        fault = m_body.append(bytes);
        return !fault;
    };
    forEachCompactPiece(json, [&](QByteArrayView piece) {
        if (piece.size() > static_cast<qsizetype>(room.size()) - used) {
            if (!add({room.data(), std::exchange(used, 0)}))
                return false;
            if (piece.size() > static_cast<qsizetype>(room.size()))
                return add(piece);
        }
        std::ranges::copy(piece, room.data() + used);
        used += piece.size();
        return true;
    });
    if (!fault && add({room.data(), used}))
        add("\n");
    return fault;
}

std::optional<Fault> ValuesWriter::appendLines(const Body &lines, qint64 count)
{
    m_count += count;
    return m_body.append(lines.bytes());
}

Outcome<Done> ValuesWriter::finish(Payload &payload)
{
    Outcome<Body> body = m_body.finish();
    if (body.failed())
        return body.fault();
    payload.setValues(body.value(), m_count);
    return Done{};
}

QByteArray outputJson(const Payload &payload, qint64 limit)
{
    if (!payload.values || payload.values->size() > limit)
        return {};
    QByteArray json = payload.values->bytes().toByteArray();
    if (json.endsWith('\n'))
        json.chop(1);
    json.replace('\n', ',');
    return payload.valueCount == 1 ? json : '[' + json + ']';
}

bool forEachValue(const Payload &payload, const StageContext &context,
                  const std::function<bool(QByteArrayView, qint64)> &work)
{
    if (!payload.values)
        return true;
    const Body &body = *payload.values;
    const QByteArrayView bytes = body.bytes();
    const StageContext reading = readingOnce(body, context);
    qsizetype reported = 0;
    qint64 index = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        if (context.stop.stop_requested())
            return false;
        const qsizetype found = bytes.indexOf('\n', at);
        const qsizetype end = found < 0 ? bytes.size() : found;
        if (!work(bytes.sliced(at, end - at), index++))
            return false;
        at = end + 1;
        if (at - reported >= sliceSize || at >= bytes.size()) {
            reported = std::min(at, bytes.size());
            report(reading, reported, bytes.size());
        }
    }
    return !context.stop.stop_requested();
}

} // namespace inflight
