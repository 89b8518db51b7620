// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/serverrequest.h"

#include <optional>

namespace inflight {

/// Cuts the bytes of a connection into HTTP/1.1 requests (RFC 9112, sections 2 to 7): bodies by
/// Content-Length or chunked. Does no input or output; used by one thread.
class RequestParser
{
public:
    /// Most bytes of a request line with its headers.
    static constexpr qsizetype maxHead = 1024 * 1024;

    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    /// The next whole request; nothing when more bytes are needed or malformed().
    [[nodiscard]] std::optional<ServerRequest> next();
    /// What came is no HTTP/1.1: nothing more can be read from this connection.
    [[nodiscard]] bool malformed() const { return m_state == State::Malformed; }

private:
    enum class State { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailers, Complete, Malformed };

    [[nodiscard]] bool advance();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readData(State after);
    [[nodiscard]] bool readChunkSize();
    [[nodiscard]] bool readChunkEnd();
    [[nodiscard]] bool readTrailers();
    [[nodiscard]] std::optional<QByteArray> takeLine();
    void parseHead(const QByteArray &head);
    void chooseBody();
    void consume(qsizetype size);

    QByteArray m_buffer;
    qsizetype m_start = 0;    ///< bytes of the buffer that are used up
    qsizetype m_searched = 0; ///< bytes known to hold no end of the head
    qint64 m_left = 0;        ///< bytes missing of the body or chunk
    State m_state = State::Head;
    ServerRequest m_request;
};

} // namespace inflight
