// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/gzip.h"
#include "demo/scriptserver.h"

#include <random>
#include <vector>

namespace inflight {

/// What a server in trouble answers, by a seed of its own: about half of it good, the rest every way of going
/// wrong that a server has.
class SoakTrouble
{
public:
    SoakTrouble()
    {
        using namespace std::chrono_literals;
        const HeaderList json{{"Content-Type", "application/json"}};
        const auto length = [](const QByteArray &value) { return HeaderList{{"Content-Length", value}}; };
        const Script chunks = Script::head(200, {{"Transfer-Encoding", "chunked"}});
        const auto zipped = [json](const QByteArray &body) {
            HeaderList headers = json;
            headers.append(Header{"Content-Encoding", "gzip"});
            return Script::answer(200, headers, body);
        };
        const auto redirect = [](const QByteArray &location) {
            return Script::answer(302, {{"Location", location}});
        };

        add(48, Script::answer(200, json, R"({"a": [1, 2, 3]})"));
        add(4, Script::chunked(200, json, {"[1,", "2]"}, 2ms));
        add(3, zipped(gzipped("{\"b\": null}")));
        add(2, Script::answer(204));
        add(2, redirect("/landed"));
        add(1, Script::raw("HTTP/1.1 103 Early Hints\r\n\r\n").then(Script::answer(200, json, "1")));

        add(3, Script::answer(404));
        add(2, Script::answer(500));
        add(2, Script::answer(503, {{"Retry-After", "0"}}));
        add(1, Script::answer(429));
        add(2, Script::answer(200, json, "{\"a\": ]"));
        add(1, redirect({}));
        add(1, redirect("file:///etc/passwd"));
        add(1, Script::answer(301));
        add(1, redirect("/loop"));

        add(2, Script().reset());
        add(2, Script().close());
        add(1, Script::raw("HTTP/1.1 200 OK\r\nX").wait(5ms).reset());
        add(1, Script::raw("HTTP/1.1 200 OK\r\nX").close());
        add(2, Script::head(200, length("100")).send("12345").close());
        add(2, Script::head(200, length("100")).send("12345").wait(5ms).reset());
        add(1, chunks.send("a\r\n12345").close());
        add(1, chunks.send("xyz\r\n12345\r\n0\r\n\r\n"));
        add(1, Script::raw("SSH-2.0-OpenSSH_9.2\r\n"));
        add(1, Script::head(200, length("abc")).send("12345"));
        add(1, Script::head(200, {{"Content-Length", "5"}, {"Content-Length", "4"}}).send("12345"));
        add(1, Script::head(204, {}).send("unexpected"));
        add(1, zipped(gzipped(QByteArray(2000, 'x')).left(15)).close());
        add(1, zipped(QByteArray("\x1f\x8b\x08garbage")));
        add(1, zipped(gzipped(QByteArray(3'000'000, '0'))));
        add(1, Script::raw("HTTP/1.1 200 OK\r\n" + QByteArray("X: y\r\n").repeated(60'000)).stall());
        add(1, Script::raw(QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(500)).stall());

        add(1, Script::never());
        add(1, Script::raw("HTTP/1.1 200 OK\r\nX: y\r\n").stall());
        add(1, Script::head(200, length("100")).send("12345").stall());
        add(1, Script::head(200, length("100")).drip(QByteArray(100, 'x'), 1, 100ms));
    }

    /// What request number `number` for `path` gets.
    [[nodiscard]] Script answer(const QByteArray &path, qint64 number) const
    {
        if (path == "/landed" || path == "/good")
            return Script::answer(200, {{"Content-Type", "application/json"}}, "[]");
        if (path == "/loop")
            return Script::answer(302, {{"Location", "/loop"}});
        std::mt19937_64 random(static_cast<quint64>(number) * 7919 + 20'261'123);
        return m_scripts[random() % m_scripts.size()];
    }

private:
    void add(int weight, const Script &script)
    {
        m_scripts.insert(m_scripts.end(), static_cast<std::size_t>(weight), script);
    }

    std::vector<Script> m_scripts;
};

} // namespace inflight
