// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace inflight {

/// The head of an HTTP/1 answer, and the text that said it.
struct ParsedHead
{
    QByteArray text = {}; ///< up to the blank line, that included; empty where it is long
    int status = 0;
    int minorVersion = 0; ///< of HTTP/1.x: 0 to 9
    QByteArray reason = {};
    HeaderList headers = {};
};

/// Reads the status line and the header fields of an HTTP/1 answer (RFC 9112, sections 4 and 5) from bytes
/// that come in any pieces. Says at the first wrong byte that something is no HTTP, and never keeps more than
/// `mostBytes`. Names are given in lower case, folded lines joined by a space. A value, for one head.
class HeadParser
{
public:
    /// Browsers and curl stop between 256 and 300 KiB.
    static constexpr qsizetype mostBytes = 256 * 1024;

    enum class State : quint8 { Incomplete, Complete, Broken };

    /// What an answer before this one said, most likely of the same server: what is the same again shares its
    /// memory, and a whole head that is the same is not read again.
    void expect(const ParsedHead &before) { m_expected = before; }
    /// Takes what belongs to the head from the front of `bytes`; gives how many that are.
    qsizetype feed(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// Whether a byte has come.
    [[nodiscard]] bool begun() const { return m_state != State::Incomplete || !m_bytes.isEmpty(); }
    /// When Broken: what is wrong, in translated words.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    // When Complete:
    [[nodiscard]] const ParsedHead &head() const { return m_head; }
    [[nodiscard]] int status() const { return m_head.status; }
    [[nodiscard]] int minorVersion() const { return m_head.minorVersion; }
    [[nodiscard]] const QByteArray &reason() const { return m_head.reason; }
    [[nodiscard]] const HeaderList &headers() const { return m_head.headers; }

private:
    void look(QByteArrayView head);
    void readStatusLine(QByteArrayView line);
    void readField(QByteArrayView line);
    void fail(const QString &problem);

    QByteArray m_bytes; ///< what has come of a head that is not complete
    State m_state = State::Incomplete;
    QString m_problem;
    ParsedHead m_expected;
    ParsedHead m_head;
};

} // namespace inflight
