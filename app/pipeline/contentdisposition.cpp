// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/contentdisposition.h"

#include <algorithm>
#include <optional>

#include <QByteArray>

#include "pipeline/text/utf8.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Parameter
{
    QByteArrayView name;
    QByteArray value; ///< without quotes and their escapes
};

/// A quoted-string (RFC 9110, section 5.6.4) that `text` begins with; `text` is what follows it.
QByteArray takeQuoted(QByteArrayView &text)
{
    QByteArray value;
    qsizetype at = 1;
    for (; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            ++at;
        value += text[at];
    }
    text = text.sliced(std::min(at + 1, text.size()));
    return value;
}

/// What comes before the next of `ends`; `text` begins with it afterwards.
QByteArrayView takeUntil(QByteArrayView &text, QByteArrayView ends)
{
    const auto end = std::ranges::find_if(text, [ends](char c) { return ends.contains(c); });
    const QByteArrayView taken = text.first(end - text.begin());
    text = text.sliced(taken.size());
    return taken.trimmed();
}

/// The parameter that `text` begins with; `text` is what follows its semicolon.
Parameter takeParameter(QByteArrayView &text)
{
    Parameter parameter{takeUntil(text, "=;"), {}};
    if (text.startsWith('=')) {
        text = text.sliced(1).trimmed();
        parameter.value = text.startsWith('"') ? takeQuoted(text) : takeUntil(text, ";").toByteArray();
    }
    takeUntil(text, ";");
    text = text.sliced(std::min<qsizetype>(1, text.size()));
    return parameter;
}

bool isUtf8(QByteArrayView bytes)
{
    return validUtf8Prefix(bytes) == bytes.size();
}

/// An ext-value: charset'language'escaped (RFC 8187, section 3.2); nothing where it is none.
std::optional<QString> extendedText(const QByteArray &value)
{
    const qsizetype language = value.indexOf('\'');
    const qsizetype text = language < 0 ? -1 : value.indexOf('\'', language + 1);
    if (text < 0)
        return std::nullopt;
    const QByteArrayView charset = QByteArrayView(value).first(language);
    const QByteArray plain = QByteArray::fromPercentEncoding(value.sliced(text + 1));
    if (charset.compare("utf-8", Qt::CaseInsensitive) == 0 && isUtf8(plain))
        return QString::fromUtf8(plain);
    if (charset.compare("iso-8859-1", Qt::CaseInsensitive) == 0)
        return QString::fromLatin1(plain);
    return std::nullopt;
}

QString lastSegment(const QString &path)
{
    const qsizetype at = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    return path.sliced(at + 1);
}

} // namespace

QString proposedFileName(QByteArrayView header)
{
    // The disposition type first: both inline and attachment may have a name.
    takeUntil(header, ";");
    std::optional<QString> plain;
    std::optional<QString> extended;
    while (!header.isEmpty()) {
        header = header.sliced(header.startsWith(';') ? 1 : 0);
        const Parameter parameter = takeParameter(header);
        if (!extended && parameter.name.compare("filename*", Qt::CaseInsensitive) == 0)
            extended = extendedText(parameter.value);
        else if (!plain && parameter.name.compare("filename", Qt::CaseInsensitive) == 0)
            plain = isUtf8(parameter.value) ? QString::fromUtf8(parameter.value)
                                            : QString::fromLatin1(parameter.value);
    }
    return lastSegment(extended ? *extended : plain.value_or(QString()));
}

} // namespace inflight
