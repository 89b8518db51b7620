// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/urlglob.h"

#include <algorithm>
#include <limits>
#include <ranges>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr quint64 mostCount = std::numeric_limits<quint64>::max();

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSmall(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isCapital(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

/// Takes what a range is written with from the front of a text.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_rest(text)
        , m_size(text.size())
    {}

    [[nodiscard]] bool take(QChar c)
    {
        if (!m_rest.startsWith(c))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    /// Empty when there is no number, or one that is beyond any use.
    [[nodiscard]] QStringView takeNumber()
    {
        constexpr qsizetype mostDigits = 15;
        const auto end = std::ranges::find_if_not(m_rest, isDigit);
        const QStringView number = m_rest.first(end - m_rest.begin());
        m_rest = m_rest.sliced(number.size());
        return number.size() <= mostDigits ? number : QStringView();
    }
    [[nodiscard]] QChar takeLetter()
    {
        if (m_rest.isEmpty() || !(isSmall(m_rest.front()) || isCapital(m_rest.front())))
            return {};
        const QChar letter = m_rest.front();
        m_rest = m_rest.sliced(1);
        return letter;
    }
    [[nodiscard]] qsizetype taken() const { return m_size - m_rest.size(); }

private:
    QStringView m_rest;
    qsizetype m_size;
};

} // namespace

quint64 UrlGlob::Part::count() const
{
    return items.isEmpty() ? range.count : static_cast<quint64>(items.size());
}

QString UrlGlob::Part::at(quint64 index) const
{
    if (!items.isEmpty())
        return items.at(static_cast<qsizetype>(index));
    const qint64 value = range.first + static_cast<qint64>(index) * range.step;
    return range.width > 0 ? QString::number(value).rightJustified(range.width, u'0')
                           : QString(QChar(static_cast<char16_t>(value)));
}

/// How many characters of `text`, which begins with '[', are a range; 0: it is none.
qsizetype UrlGlob::readRange(QStringView text, Part &part)
{
    Scanner scanner(text);
    if (!scanner.take(u'['))
        return 0;
    qint64 last = 0;
    if (const QStringView number = scanner.takeNumber(); !number.isEmpty()) {
        part.range.first = number.toLongLong();
        part.range.width = number.startsWith(u'0') ? static_cast<int>(number.size()) : 1;
        const QStringView end = scanner.take(u'-') ? scanner.takeNumber() : QStringView();
        if (end.isEmpty())
            return 0;
        last = end.toLongLong();
    } else {
        const QChar from = scanner.takeLetter();
        const QChar to = scanner.take(u'-') ? scanner.takeLetter() : QChar();
        if (from.isNull() || to.isNull() || isSmall(from) != isSmall(to))
            return 0;
        part.range.first = from.unicode();
        last = to.unicode();
    }
    if (scanner.take(u':'))
        part.range.step = scanner.takeNumber().toLongLong();
    if (!scanner.take(u']') || part.range.step < 1 || part.range.first > last)
        return 0;
    part.range.count = static_cast<quint64>((last - part.range.first) / part.range.step + 1);
    return scanner.taken();
}

/// The same for a list, which begins with '{'.
qsizetype UrlGlob::readList(QStringView text, Part &part)
{
    const auto ends = [](QChar c) { return QStringView(u"{}[]\"'<>").contains(c) || c.isSpace(); };
    const auto end = std::find_if(text.begin() + 1, text.end(), ends);
    if (end == text.end() || *end != u'}')
        return 0;
    const qsizetype size = end - text.begin() + 1;
    const QStringView inside = text.sliced(1, size - 2);
    if (!inside.contains(u','))
        return 0;
    for (const QStringView item : inside.split(u',')) {
        if (item.isEmpty())
            return 0;
        part.items.append(item.toString());
    }
    return size;
}

UrlGlob UrlGlob::parse(QStringView text)
{
    UrlGlob glob;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size();) {
        Part part;
        const QStringView rest = text.sliced(i);
        const qsizetype size = rest.front() == u'['   ? readRange(rest, part)
                               : rest.front() == u'{' ? readList(rest, part)
                                                      : 0;
        if (size == 0) {
            ++i;
            continue;
        }
        part.before = text.sliced(start, i - start).toString();
        glob.m_parts.push_back(std::move(part));
        i += size;
        start = i;
    }
    glob.m_after = text.sliced(start).toString();
    return glob;
}

quint64 UrlGlob::count() const
{
    quint64 all = 1;
    for (const Part &part : m_parts) {
        const quint64 count = part.count();
        if (all > mostCount / count)
            return mostCount;
        all *= count;
    }
    return all;
}

QString UrlGlob::at(quint64 index) const
{
    QStringList varying;
    for (const Part &part : m_parts | std::views::reverse) {
        varying.prepend(part.at(index % part.count()));
        index /= part.count();
    }
    QString url;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        url += m_parts[i].before + varying[static_cast<qsizetype>(i)];
    return url + m_after;
}

} // namespace inflight
