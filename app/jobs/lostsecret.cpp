// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/lostsecret.h"

#include "net/redaction.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct LostSecretText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::LostSecret)
};

const QByteArray &dots()
{
    static const QByteArray text = redactedText.toUtf8();
    return text;
}

/// Dots in the place of a secret, and not in a search for dots: what else stood there would be redacted.
bool isLost(const QString &url)
{
    static const QString encoded = QString::fromLatin1(dots().toPercentEncoding());
    if (!url.contains(redactedText) && !url.contains(encoded, Qt::CaseInsensitive))
        return false;
    QString other = url;
    other.replace(redactedText.toString(), "x"_L1);
    other.replace(encoded, "x"_L1, Qt::CaseInsensitive);
    return displayUrl(other, Secrets::Redacted) != other;
}

QString lostPart(const JobInput &input)
{
    if (isLost(input.url))
        return LostSecretText::tr("a part of its URL");
    if (!input.request)
        return {};
    for (const Header &header : input.request->headers) {
        if (header.value == dots() && isSecretHeader(header.name))
            return LostSecretText::tr("its header %1").arg(QString::fromLatin1(header.name));
    }
    return input.request->body == dots() ? LostSecretText::tr("its body") : QString();
}

} // namespace

std::optional<Fault> lostSecret(const JobInput &input)
{
    const QString part = lostPart(input);
    if (part.isEmpty())
        return std::nullopt;
    return Fault{FaultClass::Protocol,
                 {},
                 LostSecretText::tr(
                     "It is not sent: %1 was replaced by dots when it was saved or exported without its "
                     "secrets. Give it again as it was, or save it with its secrets.")
                     .arg(part)};
}

} // namespace inflight
