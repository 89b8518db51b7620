// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/certificate.h"

#include "net/origin.h"
#include "ui/panes/html.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QSslKey>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Certificate)
};

QString protocolText(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    case QSsl::UnknownProtocol:
        return {};
    default:
        return CertificateText::tr("older than TLS 1.2");
    }
}

/// "name, organization", as far as they are there.
QString nameText(const QStringList &names, const QStringList &organizations)
{
    QStringList parts = names + organizations;
    parts.removeDuplicates();
    return parts.join(", "_L1);
}

QString subjectText(const QSslCertificate &certificate)
{
    return nameText(certificate.subjectInfo(QSslCertificate::CommonName),
                    certificate.subjectInfo(QSslCertificate::Organization));
}

QString issuerText(const QSslCertificate &certificate)
{
    return nameText(certificate.issuerInfo(QSslCertificate::CommonName),
                    certificate.issuerInfo(QSslCertificate::Organization));
}

/// What it is for (RFC 6125, section 6.4: the names that count).
QString alternativeNames(const QSslCertificate &certificate)
{
    const auto names = certificate.subjectAlternativeNames();
    QStringList texts;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        if (it.key() == QSsl::DnsEntry || it.key() == QSsl::IpAddressEntry)
            texts.append(it.value());
    }
    std::ranges::sort(texts);
    return texts.join(", "_L1);
}

QString keyText(const QSslKey &key)
{
    switch (key.algorithm()) {
    case QSsl::Rsa:
        return CertificateText::tr("RSA, %1 bits").arg(key.length());
    case QSsl::Ec:
        return CertificateText::tr("elliptic curve, %1 bits").arg(key.length());
    case QSsl::Dsa:
        return CertificateText::tr("DSA, %1 bits").arg(key.length());
    default:
        return {};
    }
}

QString dayText(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), u"yyyy-MM-dd HH:mm"_s);
}

/// "2026-01-01 00:00 to 2027-01-01 00:00 (30 days left)"
QString validityText(const QSslCertificate &certificate, const QDateTime &now)
{
    const QDateTime from = certificate.effectiveDate();
    const QDateTime until = certificate.expiryDate();
    const QString left =
        now < from    ? CertificateText::tr("not yet valid")
        : now > until ? CertificateText::tr("expired")
                      : CertificateText::tr("%Ln day(s) left", nullptr, static_cast<int>(now.daysTo(until)));
    return CertificateText::tr("%1 to %2 (%3)").arg(dayText(from), dayText(until), left);
}

/// Bytes apart: it wraps between them.
QString hexText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' ').toUpper());
}

void writeCertificate(Html &html, const QSslCertificate &certificate, const QDateTime &now)
{
    html.beginTable();
    html.fact(CertificateText::tr("Subject"), subjectText(certificate));
    html.fact(CertificateText::tr("Names"), alternativeNames(certificate));
    html.fact(CertificateText::tr("Issuer"),
              certificate.isSelfSigned() ? CertificateText::tr("itself") : issuerText(certificate));
    html.fact(CertificateText::tr("Valid"), validityText(certificate, now));
    html.fact(CertificateText::tr("Key"), keyText(certificate.publicKey()));
    html.fact(CertificateText::tr("Serial number"),
              QString::fromLatin1(certificate.serialNumber()).toUpper().replace(u':', u' '));
    html.fact(CertificateText::tr("SHA-256"), hexText(certificate.digest(QCryptographicHash::Sha256)));
    html.endTable();
}

void writeTrust(Html &html, const TlsFacts &facts)
{
    QStringList errors;
    for (const QSslError &error : facts.errors)
        errors.append(error.errorString());
    errors.removeDuplicates();
    if (!facts.verified) {
        html.notice(Tone::Caution, CertificateText::tr("Not verified"),
                    CertificateText::tr("Inflight was told not to verify certificates (--insecure)."));
    } else if (errors.isEmpty()) {
        html.notice(Tone::Good, CertificateText::tr("✓ Trusted"),
                    CertificateText::tr("An authority that Inflight trusts vouches for this server's name."));
    } else {
        html.notice(Tone::Bad, CertificateText::tr("✗ Not trusted"), errors.join("; "_L1));
    }
}

} // namespace

QString certificateHtml(const JobStory &story, const Theme &theme)
{
    Html html(theme);
    const QUrl url(story.record && !story.record->finalUrl.isEmpty() ? story.record->finalUrl : story.url);
    if (url.scheme() != "https"_L1) {
        html.hint(CertificateText::tr("There is none: http is not encrypted."));
        return html.text();
    }
    if (!story.tls) {
        const bool wasThere = story.record && story.record->status > 0;
        html.hint(wasThere
                      ? CertificateText::tr("It is not kept with a run. Retry the job to see it.")
                      : CertificateText::tr("Nothing yet: there was no connection to %1.").arg(url.host()));
        return html.text();
    }
    const TlsFacts &facts = *story.tls;
    writeTrust(html, facts);
    html.beginTable();
    html.fact(CertificateText::tr("Server"), Origin::of(url).text());
    html.fact(CertificateText::tr("Protocol"), protocolText(facts.protocol));
    html.fact(CertificateText::tr("Cipher suite"), facts.cipher);
    html.fact(CertificateText::tr("Application protocol"), QString::fromLatin1(facts.application));
    html.fact(CertificateText::tr("Newest connection"),
              QLocale().toString(facts.seen.toLocalTime(), u"yyyy-MM-dd HH:mm:ss"_s));
    html.endTable();
    for (qsizetype i = 0; i < facts.chain.size(); ++i) {
        html.heading(i == 0 ? CertificateText::tr("The server's certificate")
                            : CertificateText::tr("Issued by"));
        writeCertificate(html, facts.chain.at(i), facts.seen);
    }
    return html.text();
}

} // namespace inflight
