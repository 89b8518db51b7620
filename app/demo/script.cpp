// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/script.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QByteArray reasonPhrase(int status)
{
    static constexpr std::array<std::pair<int, const char *>, 20> phrases{{
        {200, "OK"},
        {201, "Created"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {410, "Gone"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
    }};
    const auto found = std::ranges::find(phrases, status, &std::pair<int, const char *>::first);
    return found == phrases.end() ? QByteArray() : QByteArray(found->second);
}

bool hasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

QByteArray headBytes(int status, const HeaderList &headers)
{
    QByteArray bytes = "HTTP/1.1 "_ba + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n"_ba;
    for (const Header &header : headers)
        bytes += header.name + ": "_ba + header.value + "\r\n"_ba;
    return bytes + "\r\n"_ba;
}

} // namespace

Script Script::with(Step step) const
{
    Script longer = *this;
    longer.m_steps.append(std::move(step));
    return longer;
}

Script Script::answer(int status, const HeaderList &headers, const QByteArray &body)
{
    HeaderList all = headers;
    if (hasBody(status) && headerValue(headers, "Content-Length").isNull())
        all.append({"Content-Length"_ba, QByteArray::number(body.size())});
    const Script start = head(status, all);
    return body.isEmpty() ? start : start.send(body);
}

Script Script::chunked(int status, const HeaderList &headers, const QList<QByteArray> &chunks,
                       std::chrono::milliseconds interval)
{
    HeaderList all = headers;
    all.append({"Transfer-Encoding"_ba, "chunked"_ba});
    Script script = head(status, all);
    for (const QByteArray &chunk : chunks) {
        if (chunk.isEmpty())
            continue; // an empty chunk would end the body
        script = script.send(QByteArray::number(chunk.size(), 16) + "\r\n"_ba + chunk + "\r\n"_ba);
        if (interval.count() > 0)
            script = script.wait(interval);
    }
    return script.send("0\r\n\r\n"_ba);
}

Script Script::head(int status, const HeaderList &headers)
{
    return raw(headBytes(status, headers));
}

Script Script::raw(const QByteArray &bytes)
{
    return Script().with(Send{bytes, false});
}

Script Script::never()
{
    return Script().stall();
}

Script Script::then(const Script &next) const
{
    Script longer = *this;
    longer.m_steps += next.m_steps;
    return longer;
}

Script Script::after(std::chrono::milliseconds delay) const
{
    Script delayed = *this;
    delayed.m_steps.prepend(Wait{delay});
    return delayed;
}

Script Script::paced(double factor) const
{
    const auto scaled = [factor](std::chrono::milliseconds time) {
        return std::chrono::milliseconds(qRound64(static_cast<double>(time.count()) * factor));
    };
    Script script = *this;
    for (Step &step : script.m_steps) {
        if (auto *wait = std::get_if<Wait>(&step))
            wait->time = scaled(wait->time);
        else if (auto *stream = std::get_if<Stream>(&step))
            stream->interval = scaled(stream->interval);
    }
    return script;
}

Script Script::send(const QByteArray &bytes) const
{
    return with(Send{bytes, true});
}

Script Script::drip(const QByteArray &bytes, qint64 chunk, std::chrono::milliseconds interval) const
{
    const auto slice = [bytes](qint64 offset, qint64 most) { return bytes.mid(offset, most); };
    return stream(bytes.size(), slice, chunk, interval);
}

Script Script::stream(qint64 size, const BytesSource &source, qint64 chunk,
                      std::chrono::milliseconds interval) const
{
    return with(Stream{size, source, chunk, interval});
}

Script Script::wait(std::chrono::milliseconds time) const
{
    return with(Wait{time});
}

Script Script::hold() const
{
    return with(Hold{});
}

Script Script::stall() const
{
    return with(Stall{});
}

Script Script::close() const
{
    return with(Close{});
}

Script Script::reset() const
{
    return with(Reset{});
}

} // namespace inflight
