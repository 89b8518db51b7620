// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/markup/cssselector.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype longestSelector = 10'000;
constexpr std::size_t mostCompounds = 64;
constexpr qint64 mostPlaces = 1'000'000'000;

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c.unicode() >= 0x80;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// One reading of one text; ends at the first fault.
class CssReader
{
    Q_DECLARE_TR_FUNCTIONS(inflight::CssSelector)

public:
    explicit CssReader(const QString &text)
        : m_text(text)
    {}

    std::variant<CssSelector, QString> read()
    {
        CssSelector selector;
        if (m_text.size() > longestSelector)
            fail(tr("A selector has at most %1 characters.").arg(longestSelector));
        do {
            selector.push_back(complex());
        } while (good() && pass(u','));
        if (good() && m_at < m_text.size())
            expect(tr("a selector"));
        if (m_fault)
            return *m_fault;
        return selector;
    }

private:
    using How = CssAttribute::How;

    [[nodiscard]] bool good() const { return !m_fault; }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }
    bool pass(QChar c)
    {
        if (m_at >= m_text.size() || peek() != c)
            return false;
        ++m_at;
        return true;
    }
    bool skipSpace()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isSpace(peek()))
            ++m_at;
        return m_at > from;
    }
    void fail(const QString &message)
    {
        if (!m_fault)
            m_fault = message;
    }
    void expect(const QString &what)
    {
        const QString found =
            m_at < m_text.size() ? tr("“%1”").arg(m_text.mid(m_at, 1)) : tr("the end of the selector");
        fail(tr("Not a CSS selector: expected %1 at character %2, found %3.")
                 .arg(what, QString::number(m_at + 1), found));
    }

    CssComplex complex()
    {
        CssComplex complex;
        skipSpace();
        complex.compounds.push_back(compound());
        while (good()) {
            const bool spaced = skipSpace();
            if (m_at >= m_text.size() || peek() == u',')
                break;
            const std::optional<CssComplex::Combinator> relation = combinator(spaced);
            if (!relation)
                break;
            skipSpace();
            if (complex.compounds.size() == mostCompounds)
                fail(tr("A selector has at most %1 elements in a row.").arg(mostCompounds));
            complex.combinators.push_back(*relation);
            complex.compounds.push_back(compound());
        }
        return complex;
    }

    std::optional<CssComplex::Combinator> combinator(bool spaced)
    {
        using enum CssComplex::Combinator;
        if (pass(u'>'))
            return Child;
        if (pass(u'+'))
            return NextSibling;
        if (pass(u'~'))
            return LaterSibling;
        return spaced ? std::optional(Descendant) : std::nullopt;
    }

    CssCompound compound(bool inNot = false)
    {
        CssCompound compound;
        const qsizetype from = m_at;
        if (!pass(u'*') && startsName()) {
            compound.type = name();
            compound.lowerType = compound.type.toLower();
        }
        while (good() && simple(compound, inNot)) {
        }
        if (m_at == from)
            expect(tr("an element, a class, an id or an attribute"));
        return compound;
    }

    bool simple(CssCompound &compound, bool inNot)
    {
        using enum How;
        if (pass(u'#'))
            compound.attributes.push_back({"id", "id", Equals, name()});
        else if (pass(u'.'))
            compound.attributes.push_back({"class", "class", HasWord, name()});
        else if (pass(u'['))
            compound.attributes.push_back(attribute());
        else if (pass(u':'))
            pseudoClass(compound, inNot);
        else
            return false;
        return true;
    }

    CssAttribute attribute()
    {
        CssAttribute attribute;
        skipSpace();
        attribute.name = name();
        attribute.lowerName = attribute.name.toLower();
        skipSpace();
        if (pass(u']'))
            return attribute;
        attribute.how = relation();
        skipSpace();
        attribute.value = peek() == u'"' || peek() == u'\'' ? quoted() : name();
        skipSpace();
        attribute.anyCase = pass(u'i') || pass(u'I');
        skipSpace();
        if (good() && !pass(u']'))
            expect(u"“]”"_s);
        return attribute;
    }

    How relation()
    {
        static constexpr std::pair<char16_t, How> relations[] = {{u'~', How::HasWord},
                                                                 {u'|', How::Dashed},
                                                                 {u'^', How::Begins},
                                                                 {u'$', How::Ends},
                                                                 {u'*', How::Contains}};
        for (const auto &[sign, how] : relations) {
            if (peek() == sign && peek(1) == u'=') {
                m_at += 2;
                return how;
            }
        }
        if (!pass(u'='))
            expect(tr("“]” or a comparison"));
        return How::Equals;
    }

    void pseudoClass(CssCompound &compound, bool inNot)
    {
        const qsizetype from = m_at;
        const QByteArray word = name().toLower();
        if (word == "root")
            compound.root = true;
        else if (word == "empty")
            compound.empty = true;
        else if (word == "not" && !inNot)
            exclude(compound);
        else if (!position(word, compound)) {
            m_at = from;
            fail(tr("“:%1” at character %2 is not among the selectors that are known here.")
                     .arg(QString::fromUtf8(word), QString::number(from)));
        }
    }

    void exclude(CssCompound &compound)
    {
        if (!pass(u'('))
            return expect(u"“(”"_s);
        do {
            skipSpace();
            compound.excluded.push_back(this->compound(true));
            skipSpace();
        } while (good() && pass(u','));
        if (good() && !pass(u')'))
            expect(u"“)”"_s);
    }

    bool position(QByteArray word, CssCompound &compound)
    {
        CssPlace place;
        if (word.endsWith("-of-type")) {
            place.ofType = true;
            word.chop(8);
        } else if (word.endsWith("-child")) {
            word.chop(6);
        } else {
            return false;
        }
        place.fromEnd = word == "last" || word == "nth-last";
        if (word == "only") {
            compound.places.push_back(place);
            place.fromEnd = true;
        } else if (word == "nth" || word == "nth-last") {
            formula(place);
        } else if (word != "first" && word != "last") {
            return false;
        }
        compound.places.push_back(place);
        return true;
    }

    /// odd, even, 5, 2n, -n+3: in brackets.
    void formula(CssPlace &place)
    {
        if (!pass(u'('))
            return expect(u"“(”"_s);
        const qsizetype end = m_text.indexOf(u')', m_at);
        if (end < 0) {
            m_at = m_text.size();
            return expect(u"“)”"_s);
        }
        QString text = m_text.sliced(m_at, end - m_at).toLower();
        text = text.trimmed();
        if (text == "odd"_L1)
            text = u"2n+1"_s;
        else if (text == "even"_L1)
            text = u"2n"_s;
        const qsizetype n = text.indexOf(u'n');
        const QString first = n < 0 ? QString() : text.first(n);
        const std::optional<qint64> step =
            n < 0 ? 0 : number(first.isEmpty() || first == u"+" || first == u"-" ? first + u'1' : first);
        QString rest = n < 0 ? text : text.sliced(n + 1).remove(u' ');
        if (n >= 0 && rest.isEmpty())
            rest = u"0"_s;
        const bool isSigned = rest.startsWith(u'+') || rest.startsWith(u'-');
        const std::optional<qint64> offset =
            n >= 0 && !isSigned && rest != "0"_L1 ? std::nullopt : number(rest);
        if (!step || !offset)
            return expect(tr("a place such as 3, odd or 2n+1"));
        m_at = end + 1;
        place.step = *step;
        place.offset = *offset;
    }

    static std::optional<qint64> number(const QString &text)
    {
        bool isNumber = false;
        const qint64 value = text.toLongLong(&isNumber);
        if (!isNumber || value > mostPlaces || value < -mostPlaces)
            return std::nullopt;
        return value;
    }

    [[nodiscard]] bool startsName() const
    {
        const qsizetype ahead = peek() == u'-' ? 1 : 0;
        return isNameStart(peek(ahead)) || peek(ahead) == u'\\' || (ahead == 1 && peek(1) == u'-');
    }

    QByteArray name()
    {
        if (!startsName()) {
            expect(tr("a name"));
            return {};
        }
        QString out;
        while (m_at < m_text.size()) {
            if (isNameStart(peek()) || isDigit(peek()) || peek() == u'-')
                out += m_text.at(m_at++);
            else if (pass(u'\\'))
                out += escaped();
            else
                break;
        }
        return out.toUtf8();
    }

    QByteArray quoted()
    {
        const QChar quote = m_text.at(m_at++);
        QString out;
        while (m_at < m_text.size() && peek() != quote) {
            const QChar c = m_text.at(m_at++);
            out += c == u'\\' ? escaped() : QString(c);
        }
        if (!pass(quote))
            expect(u"“%1”"_s.arg(quote));
        return out.toUtf8();
    }

    /// What stands after a backslash (CSS Syntax Level 3, section 4.3.7).
    QString escaped()
    {
        if (m_at >= m_text.size()) {
            expect(tr("a character"));
            return {};
        }
        if (!isHex(peek()))
            return m_text.at(m_at++);
        QString digits;
        while (m_at < m_text.size() && digits.size() < 6 && isHex(peek()))
            digits += m_text.at(m_at++);
        if (isSpace(peek()) && m_at < m_text.size())
            ++m_at;
        const char32_t code = digits.toUInt(nullptr, 16);
        const bool isCharacter = code != 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        return isCharacter ? QString::fromUcs4(&code, 1) : QString(QChar(QChar::ReplacementCharacter));
    }

    QString m_text;
    qsizetype m_at = 0;
    std::optional<QString> m_fault;
};

} // namespace

std::variant<CssSelector, QString> readCss(const QString &text)
{
    return CssReader(text).read();
}

} // namespace inflight
