// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/requestoptions.h"

#include "cli/readbytes.h"
#include "cli/values.h"
#include "jobs/requestgiven.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct RequestOptionsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::RequestOptions)
};

bool isNamed(QByteArrayView name, QByteArrayView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool has(const HeaderList &headers, QByteArrayView name)
{
    return std::ranges::any_of(headers, [name](const Header &header) { return isNamed(header.name, name); });
}

/// Appends what "Name: value" and its like, given to `flag`, ask for.
void addHeader(FlagReader &flags, const QString &flag, const QString &text, HeaderList &headers)
{
    const auto parsed = parseHeader(text);
    if (const auto *refusal = std::get_if<ValueRefusal>(&parsed))
        flags.refuse(flag, refusal->reason);
    else if (auto header = headerToSend(std::get<HeaderRule>(parsed).header))
        headers.append(*std::move(header));
}

HeaderList readHeaders(FlagReader &flags)
{
    HeaderList headers;
    for (const QString &text : flags.texts(u"header"_s))
        addHeader(flags, u"header"_s, text, headers);
    const auto agent = flags.text(u"user-agent"_s);
    if (agent && !has(headers, "User-Agent"))
        addHeader(flags, u"user-agent"_s, u"User-Agent: "_s + *agent, headers);
    return headers;
}

/// curl leaves line breaks and NULs out of what it reads from a file for -d.
QByteArray withoutLineBreaks(QByteArray bytes)
{
    bytes.removeIf([](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return bytes;
}

QByteArray readData(FlagReader &flags)
{
    QByteArrayList parts;
    for (const QString &text : flags.texts(u"data"_s)) {
        if (!text.startsWith(u'@')) {
            parts.append(text.toUtf8());
            continue;
        }
        auto read = readBytes(text.sliced(1));
        if (const auto *refusal = std::get_if<ValueRefusal>(&read))
            flags.refuse(u"data"_s, refusal->reason);
        else
            parts.append(withoutLineBreaks(std::get<QByteArray>(std::move(read))));
    }
    return parts.join('&');
}

QByteArray readMethod(FlagReader &flags)
{
    const auto text = flags.text(u"request"_s);
    if (!text)
        return flags.has(u"data"_s) ? "POST"_ba : "GET"_ba;
    const auto method = parseMethod(*text);
    if (!method)
        flags.refuse(u"request"_s, RequestOptionsText::tr("\"%1\" cannot be a request method").arg(*text));
    return method.value_or("GET"_ba);
}

QList<QSslCertificate> readCertificates(FlagReader &flags, const QString &path)
{
    const auto read = readBytes(path);
    if (const auto *refusal = std::get_if<ValueRefusal>(&read)) {
        flags.refuse(u"cacert"_s, refusal->reason);
        return {};
    }
    const auto certificates = QSslCertificate::fromData(std::get<QByteArray>(read), QSsl::Pem);
    if (certificates.isEmpty())
        flags.refuse(u"cacert"_s,
                     RequestOptionsText::tr("\"%1\" holds no certificate in PEM form").arg(path));
    return certificates;
}

} // namespace

std::shared_ptr<const RequestTemplate> readRequestOptions(FlagReader &flags)
{
    RequestTemplate request;
    request.method = readMethod(flags);
    request.headers = readHeaders(flags);
    if (const auto user = flags.text(u"user"_s); user && !has(request.headers, "Authorization"))
        request.headers.append({"Authorization"_ba, basicCredentials(*user)});
    if (flags.has(u"data"_s)) {
        request.body = readData(flags);
        if (!has(request.headers, "Content-Type"))
            request.headers.append({"Content-Type"_ba, "application/x-www-form-urlencoded"_ba});
    }
    if (request.method == "GET" && request.headers.isEmpty() && request.body.isEmpty())
        return nullptr;
    return std::make_shared<const RequestTemplate>(std::move(request));
}

void readTransportOptions(FlagReader &flags, TransportSettings &transport)
{
    flags.integer(u"max-redirs"_s, -1, 1000, transport.maxRedirects);
    if (transport.maxRedirects < 0)
        transport.maxRedirects = std::numeric_limits<int>::max();
    if (const auto file = flags.text(u"cacert"_s))
        transport.caCertificates = readCertificates(flags, *file);
    transport.followDowngrades = flags.has(u"allow-downgrade"_s);
    transport.insecure = flags.has(u"insecure"_s);
    transport.http2 = flags.has(u"http2"_s);
    if (const auto text = flags.text(u"proxy"_s)) {
        const auto proxy = parseProxy(*text);
        if (const auto *refusal = std::get_if<ValueRefusal>(&proxy))
            flags.refuse(u"proxy"_s, refusal->reason);
        else
            transport.proxy = std::get<QNetworkProxy>(proxy);
    }
}

} // namespace inflight
