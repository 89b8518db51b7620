// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/json/jsontape.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JsonTapeText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JsonTape)
};

/// Four hexadecimal digits; nothing when they are none.
std::optional<char16_t> codeUnit(QStringView digits)
{
    bool isNumber = false;
    const uint value = digits.toUInt(&isNumber, 16);
    const bool whole = digits.size() == 4 && !digits.startsWith(u'+') && !digits.startsWith(u'-');
    return isNumber && whole ? std::optional(static_cast<char16_t>(value)) : std::nullopt;
}

} // namespace

class JsonTape::Parser
{
public:
    Parser(JsonTape &tape, int firstLine)
        : m_tape(tape)
        , m_text(tape.m_text)
        , m_line(firstLine)
    {}

    void parse()
    {
        if (m_text.size() >= std::numeric_limits<int>::max())
            return fail(JsonTapeText::tr("it is too large"));
        while (!m_tape.m_fault) {
            skipSpace();
            if (m_at >= m_text.size())
                break;
            step();
        }
        if (!m_tape.m_fault && !m_open.empty())
            fail(JsonTapeText::tr("it ends inside of what begins in line %1").arg(lineOf(m_open.back())));
        for (const int open : m_open)
            close(open, false);
    }

private:
    enum class Expects : quint8 { Value, FirstItem, FirstKey, Key, Colon, Separator };

    void step()
    {
        const QChar c = m_text[m_at];
        switch (m_expects) {
        case Expects::Separator:
            return separator(c);
        case Expects::Colon:
            if (c != u':')
                return unexpected(JsonTapeText::tr("a colon"));
            ++m_at;
            m_expects = Expects::Value;
            return;
        case Expects::FirstKey:
        case Expects::Key:
            if (c == u'}' && m_expects == Expects::FirstKey)
                return closeContainer();
            if (c != u'"')
                return unexpected(JsonTapeText::tr("a key in quotes"));
            return string(true);
        case Expects::FirstItem:
            if (c == u']')
                return closeContainer();
            [[fallthrough]];
        case Expects::Value:
            return value(c);
        }
    }

    void separator(QChar c)
    {
        const bool inObject = m_tape.node(m_open.back()).type == Type::Object;
        if (c == (inObject ? u'}' : u']'))
            return closeContainer();
        if (c != u',')
            return unexpected(inObject ? JsonTapeText::tr("a comma or }") : JsonTapeText::tr("a comma or ]"));
        ++m_at;
        m_expects = inObject ? Expects::Key : Expects::Value;
    }

    void value(QChar c)
    {
        if (c == u'{' || c == u'[')
            return openContainer(c == u'{' ? Type::Object : Type::Array);
        if (c == u'"')
            return string(false);
        const auto belongs = [](QChar each) {
            return each.isLetterOrNumber() || each == u'+' || each == u'-' || each == u'.';
        };
        const QStringView rest = m_text.sliced(m_at);
        const QStringView word = rest.first(std::ranges::find_if_not(rest, belongs) - rest.begin());
        const bool isWord = word == "true"_L1 || word == "false"_L1 || word == "null"_L1;
        bool isNumber = false;
        if (!isWord && !word.isEmpty() && (word.front() == u'-' || word.front().isDigit()))
            static_cast<void>(word.first(std::min<qsizetype>(word.size(), 400)).toDouble(&isNumber));
        if (!isWord && !isNumber)
            return unexpected(JsonTapeText::tr("a value"));
        add(isWord ? Type::Word : Type::Number, m_at, m_at + word.size());
        m_at += word.size();
        endValue();
    }

    void openContainer(Type type)
    {
        if (m_open.size() == mostDepth)
            return fail(JsonTapeText::tr("it is nested deeper than %1 levels").arg(mostDepth));
        m_open.push_back(add(type, m_at, m_at + 1));
        ++m_at;
        m_expects = type == Type::Object ? Expects::FirstKey : Expects::FirstItem;
    }

    void closeContainer()
    {
        ++m_at;
        close(m_open.back(), true);
        m_open.pop_back();
        endValue();
    }

    void close(int index, bool whole)
    {
        Node &node = m_tape.m_nodes[static_cast<std::size_t>(index)];
        node.to = static_cast<int>(std::min(m_at, m_text.size()));
        node.next = m_tape.size();
        node.whole = whole;
    }

    void string(bool isKey)
    {
        const qsizetype from = m_at + 1;
        bool escaped = false;
        for (m_at = from; m_at < m_text.size() && m_text[m_at] != u'"'; ++m_at) {
            if (m_text[m_at] < u' ')
                return fail(JsonTapeText::tr("a text in quotes does not end in its line"));
            if (m_text[m_at] == u'\\') {
                escaped = true;
                ++m_at;
            }
        }
        if (m_at >= m_text.size())
            return fail(JsonTapeText::tr("a text in quotes does not end"));
        const int index = add(Type::String, from, m_at);
        Node &node = m_tape.m_nodes[static_cast<std::size_t>(index)];
        node.isKey = isKey;
        node.escaped = escaped;
        ++m_at;
        if (isKey)
            m_expects = Expects::Colon;
        else
            endValue();
    }

    void endValue() { m_expects = m_open.empty() ? Expects::Value : Expects::Separator; }

    int add(Type type, qsizetype from, qsizetype to)
    {
        const int index = m_tape.size();
        m_tape.m_nodes.push_back(
            {static_cast<int>(from), static_cast<int>(to), index + 1, m_line, type, false, false, true});
        return index;
    }

    [[nodiscard]] int lineOf(int index) const { return m_tape.node(index).line; }

    void skipSpace()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            const bool pair = c == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
            if (c == u'\n' || (c == u'\r' && !pair))
                ++m_line;
            else if (c != u' ' && c != u'\t' && c != u'\r' && c != u'\uFEFF')
                return;
        }
    }

    void unexpected(const QString &wanted)
    {
        fail(JsonTapeText::tr("expected %1, found \"%2\"").arg(wanted, m_text[m_at]));
    }
    void fail(const QString &message) { m_tape.m_fault = Fault{m_line, message}; }

    JsonTape &m_tape;
    QStringView m_text;
    qsizetype m_at = 0;
    int m_line;
    Expects m_expects = Expects::Value;
    std::vector<int> m_open; ///< containers, outermost first
};

JsonTape::JsonTape(QStringView text, int firstLine)
    : m_text(text)
{
    Parser(*this, firstLine).parse();
}

QString JsonValue::string() const
{
    if (!isString())
        return {};
    const QStringView raw = written();
    if (!m_tape->node(m_index).escaped)
        return raw.toString();
    QString text;
    text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != u'\\' || i + 1 == raw.size()) {
            text += raw[i];
            continue;
        }
        ++i;
        constexpr QStringView escapes = u"bfnrt";
        constexpr QStringView meanings = u"\b\f\n\r\t";
        const auto code = raw[i] == u'u'
                              ? codeUnit(raw.sliced(i + 1, std::min<qsizetype>(4, raw.size() - i - 1)))
                              : std::nullopt;
        if (code)
            i += 4;
        const qsizetype known = escapes.indexOf(raw[i]);
        text += code ? QChar(*code) : known >= 0 ? meanings[known] : raw[i];
    }
    return text;
}

std::optional<JsonValue> JsonValue::member(QLatin1StringView key) const
{
    if (!isObject())
        return std::nullopt;
    for (int at = m_index + 1; at + 1 < end(); at = m_tape->node(at + 1).next) {
        if (m_tape->text(at).compare(key, Qt::CaseInsensitive) == 0)
            return JsonValue(*m_tape, at + 1);
    }
    return std::nullopt;
}

} // namespace inflight
