// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/prosereader.h"

#include "input/links.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ProseReaderText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ProseReader)
};

constexpr qsizetype mostOfLinkName = 200;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-';
}

bool endsBareUrl(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control ||
           QStringView(u"<>\"`|\\^{}“”„«»‹›。，、；！？（）「」『』【】《》…").contains(c);
}

/// How much of `text` is the URL that it begins with: without the sentence's punctuation, and without
/// closing brackets that were opened before the URL.
qsizetype bareUrlSize(QStringView text)
{
    qsizetype size = std::ranges::find_if(text, endsBareUrl) - text.begin();
    if (const qsizetype link = text.first(size).indexOf("]("_L1); link >= 0)
        size = link; // It is the text of a link.
    for (qsizetype at = 0; at < size; ++at) {
        const bool separates = text[at] == u',' || text[at] == u';';
        if (separates && beginsUrl(text.sliced(at + 1)) > 0)
            size = at; // Two that are written without a space.
    }
    qsizetype round = text.first(size).count(u')') - text.first(size).count(u'(');
    qsizetype square = text.first(size).count(u']') - text.first(size).count(u'[');
    for (; size > 0; --size) {
        const QChar last = text[size - 1];
        const bool closes = (last == u')' && round > 0) || (last == u']' && square > 0);
        if (!closes && !QStringView(u".,;:!?'*_~’").contains(last))
            break;
        round -= last == u')';
        square -= last == u']';
    }
    return size;
}

/// The target of a link that begins at `at`, after its '('.
struct Target
{
    QStringView text;
    qsizetype end = 0; ///< after the ')'; of none: how far was looked
    bool found = false;
};

Target closedTarget(QStringView line, QStringView text, qsizetype from)
{
    const qsizetype close = line.indexOf(u')', from); // after a title, if there is one
    return close < 0 ? Target{{}, line.size()} : Target{text, close + 1, true};
}

Target readTarget(QStringView line, qsizetype at)
{
    while (at < line.size() && line[at].isSpace())
        ++at;
    if (at < line.size() && line[at] == u'<') {
        const qsizetype close = line.indexOf(u'>', at);
        return close < 0 ? Target{{}, line.size()}
                         : closedTarget(line, line.sliced(at + 1, close - at - 1), close);
    }
    int depth = 0;
    qsizetype end = at;
    for (; end < line.size() && !line[end].isSpace(); ++end) {
        if (line[end] == u'(')
            ++depth;
        else if (line[end] == u')' && depth-- == 0)
            return {line.sliced(at, end - at), end + 1, true};
    }
    return closedTarget(line, line.sliced(at, end - at), end);
}

QString nameOf(QStringView text)
{
    QString name = text.left(mostOfLinkName).toString().simplified();
    name.remove(u'`');
    if (name.startsWith(u"!["))
        name = name.section(u'[', 1).section(u']', 0, 0); // a picture that is a link
    return name.remove("**"_L1);
}

} // namespace

qsizetype beginsUrl(QStringView text)
{
    for (const QLatin1StringView start : {"https://"_L1, "http://"_L1, "www."_L1}) {
        if (text.startsWith(start, Qt::CaseInsensitive) && text.size() > start.size() &&
            !endsBareUrl(text[start.size()]))
            return start.size();
    }
    return 0;
}

void ProseReader::line(int number, QStringView text)
{
    m_brackets.clear();
    m_noTargetBefore = 0;
    for (qsizetype i = takeDefinition(number, text); i < text.size();) {
        const QChar c = text[i];
        qsizetype end = -1;
        if (c == u'[')
            m_brackets.append(i);
        else if (c == u']' && !m_brackets.isEmpty())
            end = takeLink(number, text, i);
        else if ((c == u'h' || c == u'H' || c == u'w' || c == u'W') &&
                 (i == 0 || !isWordCharacter(text[i - 1])))
            end = takeBare(number, text, i);
        i = end < 0 ? i + 1 : end;
    }
}

/// `at`: a ']' that closes a bracket. Gives where the link ends; -1: it is none.
qsizetype ProseReader::takeLink(int number, QStringView text, qsizetype at)
{
    const qsizetype begin = m_brackets.takeLast() + 1;
    const bool mayBeLink = at + 1 < text.size() && text[at + 1] == u'(' && at >= m_noTargetBefore;
    if (!mayBeLink)
        return -1;
    const Target target = readTarget(text, at + 2);
    if (!target.found) {
        m_noTargetBefore = target.end;
        return -1;
    }
    takeTarget(number, target.text, nameOf(text.sliced(begin, at - begin)));
    return target.end;
}

qsizetype ProseReader::takeBare(int number, QStringView text, qsizetype at)
{
    const QStringView rest = text.sliced(at);
    const qsizetype start = beginsUrl(rest);
    if (start == 0)
        return -1;
    const qsizetype size = bareUrlSize(rest);
    if (size <= start)
        return -1;
    // A link whose text is its URL, too, is taken as the link.
    const bool isLinkText = at > 0 && text[at - 1] == u'[' && rest.sliced(size).startsWith("]("_L1);
    if (!isLinkText)
        m_intake.take({.line = number, .text = rest.first(size)});
    return at + size;
}

/// "[name]: target", where links keep their targets. Gives where the rest of the line begins.
qsizetype ProseReader::takeDefinition(int number, QStringView text)
{
    const QStringView line = text.trimmed();
    const qsizetype close = line.startsWith(u'[') ? line.indexOf("]:"_L1) : -1;
    if (close < 2 || line.sliced(1, close - 1).contains(u']'))
        return 0;
    QStringView target = line.sliced(close + 2).trimmed();
    target = target.first(std::ranges::find_if(target, [](QChar c) { return c.isSpace(); }) - target.begin());
    if (target.startsWith(u'<') && target.endsWith(u'>'))
        target = target.sliced(1, target.size() - 2);
    if (beginsUrl(target) == 0)
        return 0;
    takeTarget(number, target, nameOf(line.sliced(1, close - 1)));
    return text.size();
}

void ProseReader::takeTarget(int number, QStringView target, const QString &name)
{
    switch (linkKind(target)) {
    case LinkKind::Absolute:
        return m_intake.take({.line = number, .text = target, .name = name});
    case LinkKind::Relative:
        return m_intake.reject(
            number, target, ProseReaderText::tr("it is relative, and the text does not say to what address"));
    case LinkKind::NotFetched:
        return;
    }
}

} // namespace inflight
