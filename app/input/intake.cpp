// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/intake.h"

#include "input/urlglob.h"
#include "input/urlline.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct IntakeText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Intake)
};

/// A rejected piece may be a whole document.
constexpr qsizetype mostShown = 65'536;
/// A longer text is no URL.
constexpr qsizetype mostOfGlob = 65'536;

/// A token as methods and names of headers are made of (RFC 9110, section 5.6.2).
bool isToken(const QByteArray &text)
{
    const auto belongs = [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letter || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    return !text.isEmpty() && std::ranges::all_of(text, belongs);
}

bool hasControls(const QByteArray &value)
{
    return std::ranges::any_of(
        value, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7F'; });
}

/// Why a request with `parts` cannot be sent; empty when nothing speaks against it.
QString refusedParts(const RequestParts &parts)
{
    if (!parts.method.isEmpty() && !isToken(parts.method))
        return IntakeText::tr("\"%1\" cannot be a request method")
            .arg(QString::fromUtf8(parts.method.left(40)));
    for (const auto &[name, value] : parts.headers) {
        if (!isToken(name))
            return IntakeText::tr("\"%1\" cannot be a header's name").arg(QString::fromUtf8(name.left(40)));
        if (hasControls(value))
            return IntakeText::tr("its header %1 has line breaks or other control characters")
                .arg(QLatin1StringView(name));
    }
    return {};
}

/// No URL has a space: what follows it sets apart requests that differ in more than the URL.
QString keyOf(const QString &urlKey, const RequestParts &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const auto &[name, value] : parts.headers)
        hash.addData(name.toLower() + ':' + value + '\n');
    hash.addData("\n"_ba + parts.body);
    return urlKey + u' ' + QString::fromLatin1(parts.method + ' ' + hash.result().toBase64());
}

} // namespace

void Intake::take(const Candidate &candidate)
{
    if (candidate.parts) {
        if (const QString reason = refusedParts(*candidate.parts); !reason.isEmpty())
            return reject(candidate.line, candidate.text, reason);
    }
    const QStringView text = trimmedUrlText(candidate.text);
    const bool mayBeGlob = candidate.globs == Globs::Expanded && text.size() <= mostOfGlob &&
                           (text.contains(u'[') || text.contains(u'{'));
    if (mayBeGlob)
        takeGlob(candidate, text);
    else
        static_cast<void>(takeUrl(candidate, text));
}

void Intake::takeGlob(const Candidate &candidate, QStringView text)
{
    const UrlGlob glob = UrlGlob::parse(text);
    if (glob.isPlain() || !m_expand)
        static_cast<void>(takeUrl(candidate, text));
    if (glob.isPlain())
        return;
    ++m_globs;
    const quint64 count = glob.count();
    m_globUrls += std::min(count, std::numeric_limits<quint64>::max() - m_globUrls);
    if (!m_expand)
        return;
    if (count > mostExpanded - m_expanded) {
        return reject(
            candidate.line, text,
            count > mostExpanded
                ? IntakeText::tr("it stands for %L1 URLs; at most %L2 are made of ranges and lists")
                      .arg(count)
                      .arg(mostExpanded)
                : IntakeText::tr("its %L1 URLs are too many; with those before it there would be more "
                                 "than %L2 of ranges and lists")
                      .arg(count)
                      .arg(mostExpanded));
    }
    m_expanded += count;
    for (quint64 i = 0; i < count; ++i) {
        if (!takeUrl(candidate, glob.at(i)))
            return; // What is wrong with one is wrong with its like.
    }
}

bool Intake::takeUrl(const Candidate &candidate, QStringView text)
{
    auto read = m_urls.read(text);
    if (const auto *refusal = std::get_if<UrlRefusal>(&read)) {
        reject(candidate.line, text, refusal->reason);
        return false;
    }
    auto &url = std::get<FetchableUrl>(read);
    const bool hasParts = candidate.parts && !candidate.parts->isEmpty();
    QString key = hasParts ? keyOf(url.key, *candidate.parts) : url.key;
    m_sink.accept({std::move(url.url), std::move(key), hasParts ? candidate.parts : nullptr, candidate.name,
                   candidate.line});
    return true;
}

void Intake::reject(int line, QStringView text, const QString &reason)
{
    m_sink.reject({line, text.first(std::min(text.size(), mostShown)).toString(), reason});
}

} // namespace inflight
