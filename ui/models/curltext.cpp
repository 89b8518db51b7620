// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/curltext.h"

#include "ui/models/shellcommand.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// curl says these itself, as its command line has them.
bool isImplied(const Header &header)
{
    return hasName(header, "Content-Length") || hasName(header, "Host") || hasName(header, "Connection");
}

QString headerArgument(const Header &header)
{
    const QString name = headerText(header.name);
    if (header.value.trimmed().isEmpty()) // one without a value, or none at all
        return header.value.isNull() || hasName(header, "User-Agent") ? name + u':' : name + u';';
    return name + u": "_s + headerText(header.value);
}

/// What a shell's word can say and a clipboard can hold.
bool isSayable(const QByteArray &body)
{
    return QByteArrayView(body).isValidUtf8() && !body.contains('\0') && !body.contains('\r');
}

/// `bytes` as the format of a printf command (POSIX).
QString printfFormat(const QByteArray &bytes)
{
    QString format;
    for (const char c : bytes) {
        if (c == '%')
            format += u"%%"_s;
        else if (c == '\\')
            format += u"\\\\"_s;
        else if (c >= 0x20 && c < 0x7f)
            format += QLatin1Char(c);
        else
            format += u'\\' + QString::number(static_cast<uchar>(c), 8).rightJustified(3, u'0');
    }
    return shellQuoted(format);
}

QStringList methodWords(const Request &request)
{
    const QByteArray usual = request.body.isEmpty() ? "GET"_ba : "POST"_ba;
    if (request.method == usual)
        return {};
    if (request.method == "HEAD" && request.body.isEmpty())
        return {u"-I"_s};
    return {u"-X"_s, shellQuoted(headerText(request.method))};
}

QStringList headerWords(const Request &request, Secrets secrets)
{
    QStringList words;
    for (const Header &header : displayHeaders(request.headers, secrets)) {
        if (hasName(header, "Accept-Encoding") && header.value.contains("gzip"))
            words.append(u"--compressed"_s);
        else if (!isImplied(header))
            words += {u"-H"_s, shellQuoted(headerArgument(header))};
    }
    const bool saysType = std::ranges::any_of(
        request.headers, [](const Header &header) { return hasName(header, "Content-Type"); });
    if (!request.body.isEmpty() && !saysType)
        words += {u"-H"_s, u"Content-Type:"_s};
    return words;
}

} // namespace

QByteArray displayBody(const Request &request, Secrets secrets)
{
    if (secrets == Secrets::Shown || request.body.isEmpty())
        return request.body;
    const QByteArray type = headerValue(request.headers, "Content-Type").toLower();
    if (!type.startsWith("application/x-www-form-urlencoded"))
        return redactedText.toUtf8();
    // A form is written as a query is.
    const QString prefix = u"http://form/?"_s;
    return displayUrl(prefix + headerText(request.body), secrets).sliced(prefix.size()).toUtf8();
}

QString curlCommand(const Request &request, Secrets secrets)
{
    const QString url = displayUrl(request.url, secrets);
    const QByteArray body = displayBody(request, secrets);
    QStringList words{u"curl"_s};
    // Without it curl takes brackets and braces for lists of URLs.
    if (std::ranges::any_of(url, [](QChar c) { return QStringView(u"[]{}").contains(c); }))
        words.append(u"-g"_s);
    words += methodWords(request);
    words += headerWords(request, secrets);
    const bool piped = !isSayable(body);
    if (piped)
        words += {u"--data-binary"_s, u"@-"_s};
    else if (!body.isEmpty())
        words += {u"--data-raw"_s, shellQuoted(headerText(body))};
    words += {u"--url"_s, shellQuoted(url)};
    const QString command = words.join(u' ');
    return piped ? u"printf "_s + printfFormat(body) + u" | "_s + command : command;
}

} // namespace inflight
