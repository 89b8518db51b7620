// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/values.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ValuesText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Values)
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isDigit);
}

/// Digits with at most one point among or before them; no sign, no exponent.
std::optional<double> parseDecimal(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    const bool wholeOk = whole.isEmpty() || isNumber(whole);
    const bool fractionOk = fraction.isEmpty() || isNumber(fraction);
    if (!wholeOk || !fractionOk || whole.size() + fraction.size() == 0 || text.size() > 20)
        return std::nullopt;
    return text.toDouble();
}

/// The power of 1024 that a suffix stands for; nothing when it is not one.
std::optional<int> suffixPower(QChar suffix)
{
    const qsizetype at = QStringView(u"KMGT").indexOf(suffix.toUpper());
    return at < 0 ? std::nullopt : std::optional(static_cast<int>(at) + 1);
}

bool isTokenChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenChar);
}

bool hasControls(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return (c < u' ' && c != u'\t') || c == u'\x7F'; });
}

struct ProxyScheme
{
    QNetworkProxy::ProxyType type;
    QStringView rest;
};

std::optional<ProxyScheme> proxyScheme(QStringView text)
{
    const qsizetype end = text.indexOf("://"_L1);
    if (end < 0)
        return ProxyScheme{QNetworkProxy::HttpProxy, text};
    const QStringView scheme = text.first(end);
    const QStringView rest = text.sliced(end + 3);
    if (scheme.compare("http"_L1, Qt::CaseInsensitive) == 0)
        return ProxyScheme{QNetworkProxy::HttpProxy, rest};
    // Qt leaves the look-up of names to a SOCKS proxy either way.
    if (scheme.compare("socks5"_L1, Qt::CaseInsensitive) == 0 ||
        scheme.compare("socks5h"_L1, Qt::CaseInsensitive) == 0)
        return ProxyScheme{QNetworkProxy::Socks5Proxy, rest};
    return std::nullopt;
}

} // namespace

std::optional<int> parseInteger(QStringView text, int lowest, int highest)
{
    const bool negative = text.startsWith(u'-');
    if (!isNumber(negative ? text.sliced(1) : text))
        return std::nullopt;
    bool fits = false;
    const int value = text.toInt(&fits);
    return fits && value >= lowest && value <= highest ? std::optional(value) : std::nullopt;
}

std::optional<std::chrono::milliseconds> parseSeconds(QStringView text)
{
    constexpr double most = 2'000'000; // what a millisecond count of 31 bits holds
    const auto seconds = parseDecimal(text);
    if (!seconds || *seconds > most)
        return std::nullopt;
    // A limit that was asked for must not be rounded to 0, which means no limit.
    const double ms = *seconds > 0 ? std::max(1.0, std::round(*seconds * 1000)) : 0;
    return std::chrono::milliseconds(static_cast<qint64>(ms));
}

std::optional<qint64> parseSize(QStringView text)
{
    const auto power = text.isEmpty() ? std::nullopt : suffixPower(text.back());
    const auto number = parseDecimal(power ? text.chopped(1) : text);
    if (!number)
        return std::nullopt;
    const double bytes = std::floor(*number * std::pow(1024.0, power.value_or(0)));
    constexpr double most = 1024.0 * 1024 * 1024 * 1024 * 1024;
    return bytes <= most ? std::optional(static_cast<qint64>(bytes)) : std::nullopt;
}

std::optional<QByteArray> parseMethod(QStringView text)
{
    QByteArray method = text.toUtf8();
    return isToken(method) ? std::optional(std::move(method)) : std::nullopt;
}

std::variant<HeaderRule, ValueRefusal> parseHeader(const QString &text)
{
    if (hasControls(text))
        return ValueRefusal{ValuesText::tr("a header must not hold line breaks or other control characters")};
    const qsizetype colon = text.indexOf(u':');
    const bool emptied = colon < 0 && text.trimmed().endsWith(u';');
    if (colon < 0 && !emptied)
        return ValueRefusal{ValuesText::tr("a header is written \"Name: value\"")};
    const QByteArray name = (emptied ? text.trimmed().chopped(1) : text.first(colon)).trimmed().toUtf8();
    if (!isToken(name))
        return ValueRefusal{ValuesText::tr("\"%1\" cannot be a header's name").arg(QString::fromUtf8(name))};
    if (emptied)
        return HeaderRule{HeaderRule::Kind::Set, {name, ""_ba}};
    const QByteArray value = text.sliced(colon + 1).trimmed().toUtf8();
    return value.isEmpty() ? HeaderRule{HeaderRule::Kind::Remove, {name, {}}}
                           : HeaderRule{HeaderRule::Kind::Set, {name, value}};
}

std::variant<QNetworkProxy, ValueRefusal> parseProxy(const QString &text)
{
    constexpr int defaultPort = 1080;
    if (text.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const auto scheme = proxyScheme(text);
    if (!scheme)
        return ValueRefusal{ValuesText::tr("only http://, socks5:// and socks5h:// proxies are supported")};
    const QUrl url("http://"_L1 + scheme->rest.toString(), QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty())
        return ValueRefusal{ValuesText::tr("it is written [SCHEME://][USER[:PASS]@]HOST[:PORT]")};
    const int port = url.port(defaultPort);
    if (port == 0)
        return ValueRefusal{ValuesText::tr("its port is not a number from 1 to 65535")};
    return QNetworkProxy(scheme->type, url.host(QUrl::FullyEncoded), static_cast<quint16>(port),
                         url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

QByteArray basicCredentials(const QString &userAndPassword)
{
    const bool hasPassword = userAndPassword.contains(u':');
    const QByteArray plain = userAndPassword.toUtf8() + (hasPassword ? ""_ba : ":"_ba);
    return "Basic "_ba + plain.toBase64();
}

} // namespace inflight
