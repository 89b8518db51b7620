// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/displaycommand.h"

#include "input/curl/curlcommand.h"
#include "input/curl/curlflags.h"
#include "input/curl/shellwords.h"
#include "net/redaction.h"
#include "net/secretnames.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// What a flag of curl is followed by.
enum class Value : quint8 { Shown, Header, Secret };

/// Whether curl takes `flag` for one of `names`: as such, or as the beginning of one.
template <std::size_t count>
bool isAnyOf(QStringView flag, const std::array<QLatin1StringView, count> &names)
{
    const bool known = curlFlag(flag) != nullptr;
    return std::ranges::any_of(names, [flag, known](QLatin1StringView name) {
        return name == flag || (!known && flag.size() > 1 && name.startsWith(flag));
    });
}

Value valueOf(QStringView flag)
{
    static constexpr std::array secrets{"user"_L1, "proxy-user"_L1, "cookie"_L1,     "oauth2-bearer"_L1,
                                        "cert"_L1, "tlsuser"_L1,    "proxy-cert"_L1, "proxy-tlsuser"_L1};
    static constexpr std::array headers{"header"_L1, "proxy-header"_L1};
    if (looksSecret(flag) || isAnyOf(flag, secrets))
        return Value::Secret;
    return isAnyOf(flag, headers) ? Value::Header : Value::Shown;
}

Value valueOf(QChar letter)
{
    if (letter == u'H')
        return Value::Header;
    return QStringView(u"uUbE").contains(letter) ? Value::Secret : Value::Shown;
}

/// Puts dots in place of the secrets among a command's words.
class Hiding
{
public:
    explicit Hiding(QStringList words)
        : m_words(std::move(words))
    {}

    void read()
    {
        while (m_at < m_words.size()) {
            const QString word = m_words.at(m_at);
            if (word.startsWith("--"_L1))
                readLong(word);
            else if (word.startsWith(u'-'))
                readLetters(word);
            else
                hideHeader(0);
            ++m_at;
        }
    }

    [[nodiscard]] bool hasHidden() const { return m_hasHidden; }
    [[nodiscard]] const QStringList &words() const { return m_words; }

private:
    void readLong(const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const qsizetype end = equals < 0 ? word.size() : equals;
        hideValue(valueOf(QStringView(word).first(end).sliced(2)), equals < 0 ? end : equals + 1);
    }

    void readLetters(const QString &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const Value value = valueOf(word[i]);
            if (value != Value::Shown)
                return hideValue(value, i + 1);
            const CurlFlag *const flag = curlFlag(word[i]);
            if (flag && flag->takesValue)
                return;
        }
    }

    /// Of the present word from `from` on, or of the next one where nothing is left of this.
    void hideValue(Value value, qsizetype from)
    {
        if (value == Value::Shown)
            return;
        if (from >= m_words.at(m_at).size()) {
            if (++m_at >= m_words.size())
                return;
            from = 0;
        }
        if (value == Value::Secret)
            hideFrom(from);
        else
            hideHeader(from);
    }

    /// "Name: value" from `from` on; without its quotes the value, or what follows a scheme such as Bearer,
    /// stands in the next words.
    void hideHeader(qsizetype from)
    {
        static const QRegularExpression header(u"^[^\\w]*([\\w-]+)\\s*[:;=\\s]\\s*"_s);
        const auto match = header.match(m_words.at(m_at).sliced(from));
        if (!match.hasMatch() || !isSecretHeader(match.capturedView(1).toUtf8()))
            return;
        const qsizetype value = from + match.capturedEnd();
        const QString text = m_words.at(m_at).sliced(value);
        if (!text.isEmpty())
            hideFrom(value);
        if (!std::ranges::all_of(text, [](QChar c) { return c.isLetter(); }))
            return;
        const auto goesOn = [](const QString &word) {
            return !word.startsWith(u'-') && !word.contains("://"_L1);
        };
        while (m_at + 1 < m_words.size() && goesOn(m_words.at(m_at + 1))) {
            ++m_at;
            hideFrom(0);
        }
    }

    void hideFrom(qsizetype from)
    {
        m_words[m_at] = m_words.at(m_at).first(from).append(redactedText);
        m_hasHidden = true;
    }

    QStringList m_words;
    qsizetype m_at = 0;
    bool m_hasHidden = false;
};

QString shellQuoted(const QString &word)
{
    static const QRegularExpression special(u"[\\s'\"\\\\$`&|;<>#]"_s);
    if (!word.isEmpty() && !special.match(word).hasMatch())
        return word;
    return u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'';
}

QString lineOf(const QStringList &words)
{
    QStringList shown;
    for (const QString &word : words)
        shown.append(shellQuoted(word));
    return shown.join(u' ');
}

} // namespace

QString withoutCommandSecrets(const QString &text)
{
    const bool cmd = CommandLines::isCmd(text.section(u'\n', 0, 0));
    bool asWords = beginsCurl(text); // What the words leave out, such as comments, may have secrets, too.
    QStringList lines;
    for (const ShellCommand &command : cmd ? splitCmd(text) : splitShell(text)) {
        Hiding hiding(command.words);
        hiding.read();
        asWords = asWords || hiding.hasHidden();
        lines.append(lineOf(hiding.words()));
    }
    return asWords ? lines.join("; "_L1) : text;
}

} // namespace inflight
