// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QJsonValue>
#include <QStringView>

#include <concepts>
#include <optional>
#include <vector>

namespace inflight {

/// Writes compact JSON (RFC 8259) as valid UTF-8 whatever it is given, with the keys in the order of the
/// calls. The caller keeps the nesting right. A value of one thread.
class JsonWriter
{
public:
    /// Whether members that are null or false are written. Of what is read again by this program alone they
    /// are left out: that takes less room and time.
    enum class Absent { Written, LeftOut };
    explicit JsonWriter(Absent absent = Absent::Written)
        : m_absent(absent)
    {}

    [[nodiscard]] bool leavesOut() const { return m_absent == Absent::LeftOut; }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// `name` is plain ASCII.
    void key(QByteArrayView name);

    void value(QStringView text);
    /// Bytes that should be UTF-8; where they are not, each is taken for a Latin-1 character.
    void value(QByteArrayView bytes);
    void value(bool flag) { raw(flag ? "true" : "false"); }
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) void value(Number number) { integer(static_cast<qint64>(number)); }
    /// A literal would otherwise be taken for a bool.
    void value(const char *) = delete;
    /// Rounded to thousandths; what is not finite, or as large as 1e15, is null.
    void value(double number);
    void value(const QJsonValue &json);
    /// For a place in a list, which is never left out.
    void valueOrNull(const std::optional<double> &number);
    /// `text` is JSON.
    void json(QByteArrayView text) { raw(text); }
    void null() { raw("null"); }

    template <typename Value>
    void member(QByteArrayView name, const Value &what)
    {
        key(name);
        value(what);
    }
    void member(QByteArrayView name, bool flag);
    /// Where absent ones are left out, so is one that is `usual`: whoever reads it knows that.
    template <typename Value>
    void memberUnless(const Value &usual, QByteArrayView name, const Value &what)
    {
        if (m_absent == Absent::Written || what != usual)
            member(name, what);
    }
    void nullMember(QByteArrayView name);
    /// Null when there is none.
    void member(QByteArrayView name, const std::optional<double> &number);
    /// In ISO 8601, UTC with milliseconds; null when it is not valid.
    void member(QByteArrayView name, const QDateTime &moment);
    /// Null when it is empty.
    void textOrNull(QByteArrayView name, QStringView text);

    /// What was written; the writer is empty then, and keeps its memory.
    [[nodiscard]] QByteArray take();
    /// The same with a line break at its end.
    [[nodiscard]] QByteArray takeLine();

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void raw(QByteArrayView text);
    void integer(qint64 number);
    void quoted(QByteArrayView utf8);
    template <typename Unit>
    [[nodiscard]] bool appendAscii(const Unit *text, std::size_t size);
    /// Room for so many bytes behind what is written, to be filled by the caller.
    char *claim(std::size_t bytes)
    {
        const std::size_t before = m_size;
        m_size += bytes;
        if (m_size > m_out.size()) [[unlikely]]
            grow();
        return m_out.data() + before;
    }
    void grow();
    void append(char byte) { *claim(1) = byte; }
    void append(QByteArrayView bytes);
    void appendNumber(qint64 number);
    void appendEscape(char byte);

    Absent m_absent;
    /// Written to by hand: a record has hundreds of short pieces, and a container's append() for each of them
    /// took longer than all the rest.
    std::vector<char> m_out;
    std::size_t m_size = 0; ///< of what is written of it
    bool m_first = true;    ///< nothing stands yet at this level, or a key was just written
};

} // namespace inflight
