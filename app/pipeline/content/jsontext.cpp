// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Walks over valid JSON text.
class Cursor
{
public:
    explicit Cursor(QByteArrayView json)
        : m_json(json)
    {
        skipSpace();
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_json.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_json[m_at]; }

    /// Passes `c`, and the white space after it, if it is next.
    bool pass(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        skipSpace();
        return true;
    }

    /// The value that is next, without the white space around it.
    QByteArrayView value()
    {
        const qsizetype start = m_at;
        int depth = 0;
        do {
            step(depth);
        } while (depth > 0 && !atEnd());
        const QByteArrayView found = m_json.sliced(start, m_at - start);
        skipSpace();
        return found;
    }

private:
    void step(int &depth)
    {
        switch (peek()) {
        case '"':
            skipString();
            return;
        case '{':
        case '[':
            ++depth;
            ++m_at;
            return;
        case '}':
        case ']':
            --depth;
            ++m_at;
            return;
        case ',':
        case ':':
        case ' ':
        case '\t':
        case '\n':
        case '\r':
            ++m_at;
            return;
        default:
            skipWord();
        }
    }

    void skipString()
    {
        for (++m_at; !atEnd() && m_json[m_at] != '"'; ++m_at) {
            if (m_json[m_at] == '\\')
                ++m_at;
        }
        m_at = std::min(m_at + 1, m_json.size());
    }

    void skipWord()
    {
        const auto isEnd = [](char c) {
            return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
        };
        ++m_at;
        while (!atEnd() && !isEnd(m_json[m_at]))
            ++m_at;
    }

    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')
            ++m_at;
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

std::optional<QByteArrayView> item(QByteArrayView json, const QString &step)
{
    bool isNumber = false;
    const qlonglong wanted = step.toLongLong(&isNumber);
    // No sign and no leading zero (RFC 6901, section 4).
    if (!isNumber || QString::number(wanted) != step || wanted < 0)
        return std::nullopt;
    std::optional<QByteArrayView> found;
    qlonglong index = 0;
    forEachItem(json, [&](QByteArrayView each) {
        if (index++ == wanted)
            found = each;
        return !found;
    });
    return found;
}

std::optional<QByteArrayView> memberOf(QByteArrayView json, const QString &step)
{
    std::optional<QByteArrayView> found;
    forEachMember(json, [&](const QString &key, QByteArrayView value) {
        if (key == step)
            found = value; // the last of several, as most readers have it
        return true;
    });
    return found;
}

} // namespace

std::optional<QStringList> pointerSteps(QStringView pointer)
{
    if (pointer.isEmpty())
        return QStringList();
    if (pointer.front() != u'/')
        return std::nullopt;
    QStringList steps;
    for (const QStringView part : pointer.sliced(1).split(u'/')) {
        for (qsizetype at = part.indexOf(u'~'); at >= 0; at = part.indexOf(u'~', at + 1)) {
            if (at + 1 >= part.size() || (part[at + 1] != u'0' && part[at + 1] != u'1'))
                return std::nullopt;
        }
        steps.append(part.toString().replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
    }
    return steps;
}

std::optional<QByteArrayView> jsonPart(QByteArrayView json, const QStringList &steps)
{
    std::optional<QByteArrayView> part = Cursor(json).value();
    for (const QString &step : steps) {
        if (part)
            part = part->startsWith('[') ? item(*part, step) : memberOf(*part, step);
    }
    return part;
}

bool forEachItem(QByteArrayView json, const std::function<bool(QByteArrayView)> &work)
{
    Cursor cursor(json);
    if (!cursor.pass('['))
        return false;
    while (!cursor.atEnd() && !cursor.pass(']')) {
        if (!work(cursor.value()))
            return false;
        cursor.pass(',');
    }
    return true;
}

bool forEachMember(QByteArrayView json, const std::function<bool(const QString &, QByteArrayView)> &work)
{
    Cursor cursor(json);
    if (!cursor.pass('{'))
        return false;
    while (!cursor.atEnd() && !cursor.pass('}')) {
        const QString key = jsonStringText(cursor.value());
        cursor.pass(':');
        if (!work(key, cursor.value()))
            return false;
        cursor.pass(',');
    }
    return true;
}

QString jsonStringText(QByteArrayView json)
{
    if (json.size() < 2 || !json.startsWith('"'))
        return {};
    if (!json.contains('\\')) {
        const QString text = QString::fromUtf8(json.sliced(1, json.size() - 2));
        return text.isNull() ? u""_s : text;
    }
    const QJsonDocument document = QJsonDocument::fromJson('[' + json.toByteArray() + ']');
    const QString text = document.array().at(0).toString();
    return text.isNull() ? u""_s : text;
}

} // namespace inflight
