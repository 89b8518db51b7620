// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/markupreader.h"

#include "input/entities.h"
#include "input/links.h"
#include "input/prosereader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct MarkupReaderText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::MarkupReader)
};

constexpr qsizetype mostOfName = 200;

bool isNamed(QStringView text, QLatin1StringView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

bool isTarget(QStringView attribute)
{
    return isNamed(attribute, "href"_L1) || isNamed(attribute, "src"_L1) || isNamed(attribute, "poster"_L1);
}

/// Elements whose content is no markup.
bool isRaw(QStringView element)
{
    return isNamed(element, "script"_L1) || isNamed(element, "style"_L1) || isNamed(element, "textarea"_L1) ||
           isNamed(element, "title"_L1);
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u':' || c == u'.';
}

} // namespace

/// Goes through the text once, from tag to tag.
class MarkupReader::Scanner
{
public:
    Scanner(MarkupReader &reader, QStringView text)
        : m_reader(reader)
        , m_text(text)
        , m_xml(isXml(text))
    {}

    void scan()
    {
        while (m_at < m_text.size()) {
            const qsizetype tag = m_text.indexOf(u'<', m_at);
            const qsizetype end = tag < 0 ? m_text.size() : tag;
            content(m_text.sliced(m_at, end - m_at));
            m_at = end;
            if (tag >= 0)
                markup();
        }
        endAnchor();
    }

private:
    static bool isXml(QStringView text)
    {
        const QStringView start = text.first(std::min<qsizetype>(text.size(), 2000)).trimmed();
        for (const QLatin1StringView root : {"<urlset"_L1, "<sitemapindex"_L1, "<rss"_L1, "<feed"_L1}) {
            if (start.startsWith(root))
                return true;
        }
        return start.startsWith("<?xml"_L1) && !start.contains("<html"_L1, Qt::CaseInsensitive);
    }

    void content(QStringView text)
    {
        if (m_xml && beginsUrl(text.trimmed()) > 0)
            m_reader.takeTarget(m_line, withoutEntities(text.trimmed()), {});
        if (m_inAnchor && m_name.size() < mostOfName)
            m_name += text.first(std::min(text.size(), mostOfName));
        countLines(text);
    }

    void countLines(QStringView text) { m_line += static_cast<int>(text.count(u'\n')); }

    /// To `end`, which is not before m_at.
    void skipTo(qsizetype end)
    {
        countLines(m_text.sliced(m_at, end - m_at));
        m_at = end;
    }
    void skipPast(QStringView mark)
    {
        const qsizetype found = m_text.indexOf(mark, m_at);
        skipTo(found < 0 ? m_text.size() : found + mark.size());
    }

    void markup()
    {
        const QStringView rest = m_text.sliced(m_at);
        if (rest.startsWith("<!--"_L1))
            return skipPast(u"-->");
        if (rest.startsWith("<![CDATA["_L1))
            return section();
        const bool closes = rest.startsWith("</"_L1);
        const qsizetype nameAt = m_at + (closes ? 2 : 1);
        if (nameAt >= m_text.size() || !m_text[nameAt].isLetter()) {
            if (rest.startsWith("<!"_L1) || rest.startsWith("<?"_L1))
                return skipPast(u">");
            return skipTo(m_at + 1); // A '<' that means itself.
        }
        m_at = nameAt;
        const QStringView name = takeName();
        if (isNamed(name, "a"_L1))
            endAnchor();
        if (closes)
            return skipPast(u">");
        attributes(name);
        if (isRaw(name) && !m_xml)
            skipRaw(name);
    }

    void section()
    {
        const qsizetype begin = m_at + 9;
        const qsizetype found = m_text.indexOf("]]>"_L1, begin);
        const qsizetype end = found < 0 ? m_text.size() : found;
        content(m_text.sliced(begin, end - begin));
        m_at = std::min(end + 3, m_text.size());
    }

    QStringView takeName()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isNameCharacter(m_text[m_at]))
            ++m_at;
        return m_text.sliced(begin, m_at - begin);
    }

    void skipSpace()
    {
        for (; m_at < m_text.size() && m_text[m_at].isSpace(); ++m_at)
            m_line += m_text[m_at] == u'\n';
    }

    void attributes(QStringView element)
    {
        for (;;) {
            skipSpace();
            if (m_at >= m_text.size() || m_text[m_at] == u'<')
                return;
            if (m_text[m_at] == u'>') {
                ++m_at;
                return;
            }
            const int line = m_line;
            const QStringView name = takeName();
            if (name.isEmpty()) {
                ++m_at; // A '/', or what belongs to nothing.
                continue;
            }
            skipSpace();
            if (m_at < m_text.size() && m_text[m_at] == u'=')
                attribute(line, element, name, takeValue());
        }
    }

    QStringView takeValue()
    {
        ++m_at;
        skipSpace();
        const QChar quote = m_at < m_text.size() ? m_text[m_at] : QChar();
        if (quote == u'"' || quote == u'\'') {
            const qsizetype begin = m_at + 1;
            const qsizetype found = m_text.indexOf(quote, begin);
            const qsizetype end = found < 0 ? m_text.size() : found;
            skipTo(std::min(end + 1, m_text.size()));
            return m_text.sliced(begin, end - begin);
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != u'>')
            ++m_at;
        return m_text.sliced(begin, m_at - begin);
    }

    void attribute(int line, QStringView element, QStringView name, QStringView raw)
    {
        const bool isSet = isNamed(name, "srcset"_L1) || isNamed(name, "imagesrcset"_L1);
        const bool isEnclosure = m_xml && isNamed(name, "url"_L1);
        if (!isSet && !isEnclosure && !isTarget(name))
            return;
        const QString value = withoutEntities(raw.trimmed());
        if (isSet)
            return m_reader.takeSet(line, value);
        if (isNamed(element, "base"_L1)) {
            m_reader.m_base = QUrl(value);
            return;
        }
        if (isNamed(element, "a"_L1) && !m_xml) {
            m_inAnchor = true;
            m_anchorLine = line;
            m_target = value;
            m_name.clear();
            return;
        }
        m_reader.takeTarget(line, value, {});
    }

    void endAnchor()
    {
        if (m_inAnchor)
            m_reader.takeTarget(m_anchorLine, m_target,
                                withoutEntities(m_name).simplified().left(mostOfName));
        m_inAnchor = false;
    }

    void skipRaw(QStringView element)
    {
        for (;;) {
            const qsizetype found = m_text.indexOf("</"_L1, m_at);
            if (found < 0)
                return skipTo(m_text.size());
            skipTo(found);
            if (m_text.sliced(found + 2).startsWith(element, Qt::CaseInsensitive))
                return;
            skipTo(found + 2);
        }
    }

    MarkupReader &m_reader;
    QStringView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_xml;
    bool m_inAnchor = false;
    int m_anchorLine = 0;
    QString m_target;
    QString m_name;
};

void MarkupReader::read(QStringView text)
{
    Scanner(*this, text).scan();
}

void MarkupReader::takeTarget(int line, const QString &target, const QString &name)
{
    const LinkKind kind = linkKind(target);
    if (kind == LinkKind::NotFetched)
        return;
    if (kind == LinkKind::Absolute && !(target.startsWith("//"_L1) && m_base.isValid()))
        return m_intake.take({.line = line, .text = target, .name = name});
    if (m_base.isRelative() || m_base.isEmpty())
        return m_intake.reject(
            line, target,
            MarkupReaderText::tr("it is relative, and the page does not say to what address (<base>)"));
    const QString resolved = m_base.resolved(QUrl(target)).toString(QUrl::FullyEncoded);
    m_intake.take({.line = line, .text = resolved, .name = name});
}

/// Candidates with their descriptors, separated by commas (HTML, "parse a srcset attribute"). URLs may hold
/// commas, but do not begin or end with one; descriptors may hold them in parentheses.
void MarkupReader::takeSet(int line, const QString &set)
{
    QStringView rest(set);
    const auto split = [&rest](auto isEnd) {
        const QStringView head = rest.first(std::ranges::find_if(rest, isEnd) - rest.begin());
        rest = rest.sliced(head.size());
        return head;
    };
    for (;;) {
        split([](QChar c) { return !c.isSpace() && c != u','; });
        QStringView url = split([](QChar c) { return c.isSpace(); });
        if (url.isEmpty())
            return;
        const bool isLast = url.endsWith(u',');
        while (url.endsWith(u','))
            url.chop(1);
        takeTarget(line, url.toString(), {});
        int depth = 0;
        if (!isLast) {
            split([&depth](QChar c) {
                depth += c == u'(' ? 1 : c == u')' && depth > 0 ? -1 : 0;
                return c == u',' && depth == 0;
            });
        }
    }
}

} // namespace inflight
