// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/displayjson.h"

#include "input/json/jsontape.h"
#include "net/redaction.h"
#include "net/secretnames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

bool isSecretName(QStringView name)
{
    return looksSecret(name) || isSecretHeader(name.toUtf8()) ||
           name.contains("cookie"_L1, Qt::CaseInsensitive);
}

/// Copies JSON, with dots in place of secrets.
class JsonHiding
{
public:
    explicit JsonHiding(QStringView text)
        : m_text(text)
    {}

    void read(const JsonValue &value)
    {
        if (value.isObject())
            readObject(value);
        else if (value.isArray())
            readArray(value);
        else if (value.isString())
            readHeaderLine(value.written());
    }

    QString finish() { return m_shown.append(m_text.sliced(m_copied)); }

private:
    void readObject(const JsonValue &object)
    {
        const auto its = object.member("value"_L1);
        const bool isPair = its && (isSecretPair(object, "name"_L1) || isSecretPair(object, "key"_L1));
        object.eachMember([&](const JsonValue &key, const JsonValue &value) {
            const QString name = key.string();
            const bool isName = its && name.compare("key"_L1, Qt::CaseInsensitive) == 0;
            const bool isValue = isPair && name.compare("value"_L1, Qt::CaseInsensitive) == 0;
            if (isValue || (!isName && isSecretName(name)))
                hide(value.written());
            else
                read(value);
        });
    }

    static bool isSecretPair(const JsonValue &object, QLatin1StringView key)
    {
        const auto name = object.member(key);
        return name && isSecretName(name->string());
    }

    void readArray(const JsonValue &array)
    {
        bool secret = false; // what follows is the value of a header
        array.eachItem([&](const JsonValue &item) {
            if (secret)
                hide(item.written());
            else
                read(item);
            const QString name = item.string();
            secret = secret || (!name.contains(u':') && isSecretName(name));
        });
    }

    /// A header as "Name: value".
    void readHeaderLine(QStringView text)
    {
        const qsizetype colon = text.indexOf(u':');
        if (colon > 0 && isSecretHeader(text.first(colon).trimmed().toUtf8()))
            hide(text.sliced(colon + 1));
    }

    void hide(QStringView part)
    {
        const qsizetype from = part.data() - m_text.data();
        m_shown += m_text.sliced(m_copied, from - m_copied);
        m_shown += redactedText;
        m_copied = from + part.size();
    }

    QStringView m_text;
    QString m_shown;
    qsizetype m_copied = 0; ///< of the text: it is in `m_shown`, or dots are
};

/// Where the object or list begins that `at` is in; -1: nowhere.
qsizetype containerOf(QStringView text, qsizetype at)
{
    int closed = 0;
    for (--at; at >= 0; --at) {
        if (text[at] == u'}' || text[at] == u']')
            ++closed;
        else if ((text[at] == u'{' || text[at] == u'[') && closed-- == 0)
            break;
    }
    return at;
}

/// Quotes that are missing turn round what is a name and what is a value.
QString brokenWithoutSecrets(const QString &text)
{
    static const QRegularExpression word(u"[\\w-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    for (auto found = word.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (!isSecretName(match.capturedView()))
            continue;
        const qsizetype container = containerOf(text, match.capturedStart());
        return text.first(container < 0 ? match.capturedEnd() : container).append(redactedText);
    }
    return text;
}

} // namespace

QString withoutJsonSecrets(const QString &text)
{
    const JsonTape tape(text);
    if (tape.fault())
        return brokenWithoutSecrets(text);
    JsonHiding hiding(text);
    for (int at = 0; at < tape.size(); at = tape.node(at).next)
        hiding.read(JsonValue(tape, at));
    return hiding.finish();
}

} // namespace inflight
