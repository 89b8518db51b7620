// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/check.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include "pipeline/bodydigest.h"
#include "pipeline/content/json.h"
#include "pipeline/content/jsontext.h"
#include "pipeline/ended.h"
#include "pipeline/mediatype.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct CheckWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Check)
};

constexpr qsizetype shown = 60;

QString excerpt(QByteArrayView json)
{
    const QString text = QString::fromUtf8(json.first(std::min(json.size(), shown)));
    return json.size() > shown ? text + u'…' : text;
}

bool statusFits(const QStringList &ranges, int status)
{
    return std::ranges::any_of(ranges, [status](const QString &range) {
        const qsizetype dots = range.indexOf("..="_L1);
        if (dots < 0)
            return range.toInt() == status;
        return status >= range.left(dots).toInt() && status <= range.mid(dots + 3).toInt();
    });
}

bool headerFits(const WantedHeader &wanted, const QByteArray &found)
{
    RegexProgram::Places places;
    return wanted.pattern ? wanted.pattern->match(found, 0, places) == RegexProgram::Result::Match
                          : wanted.text.compare(QString::fromUtf8(found), Qt::CaseInsensitive) == 0;
}

/// Equal as JSON, whatever the white space and the order of keys.
bool sameJson(QByteArrayView left, QByteArrayView right)
{
    const auto read = [](QByteArrayView json) {
        return QJsonDocument::fromJson('[' + json.toByteArray() + ']').array();
    };
    return compactJson(left) == compactJson(right) || read(left) == read(right);
}

QByteArray textAt(QByteArrayView json, const QString &pointer, bool &there)
{
    const std::optional<QStringList> steps = pointerSteps(pointer);
    const auto part = steps ? jsonPart(json, *steps) : std::nullopt;
    there = part.has_value();
    return part ? part->toByteArray() : QByteArray();
}

std::optional<QCryptographicHash::Algorithm> algorithmBySize(qsizetype hexDigits)
{
    for (const DigestAlgorithm &each : digestAlgorithms) {
        if (QCryptographicHash::hashLength(each.algorithm) * 2 == hexDigits)
            return each.algorithm;
    }
    return std::nullopt;
}

Fault checkFault(const QString &message)
{
    return {FaultClass::Check, {}, message};
}

} // namespace

QByteArray digestIn(QByteArrayView text, const QString &fileName)
{
    static const QRegularExpression bsd(u"^\\w+\\s*\\((.*)\\)\\s*=\\s*([0-9a-fA-F]{32,128})\\s*$"_s);
    static const QRegularExpression gnu(u"^\\\\?([0-9a-fA-F]{32,128})(?:\\s+\\*?(.*?))?\\s*$"_s);
    QByteArray only;
    int lines = 0;
    for (const QString &line :
         QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), sliceSize))).split(u'\n')) {
        const QRegularExpressionMatch tagged = bsd.match(line.trimmed());
        const QRegularExpressionMatch plain = gnu.match(line.trimmed());
        if (!tagged.hasMatch() && !plain.hasMatch())
            continue;
        const QString name = tagged.hasMatch() ? tagged.captured(1) : plain.captured(2);
        const QByteArray hex =
            (tagged.hasMatch() ? tagged.captured(2) : plain.captured(1)).toLatin1().toLower();
        if (!fileName.isEmpty() && name.section(u'/', -1) == fileName)
            return hex;
        only = hex;
        ++lines;
    }
    return lines == 1 ? only : QByteArray();
}

QUrl CheckStage::beside(const Payload &payload) const
{
    if (m_rules.besideSuffix.isEmpty())
        return {};
    QUrl url = payload.url;
    url.setPath(url.path(QUrl::FullyEncoded) + m_rules.besideSuffix, QUrl::StrictMode);
    return url;
}

bool CheckStage::looksAtValues() const
{
    return !m_rules.equals.isEmpty() || !m_rules.matches.isEmpty() || !m_rules.exists.isEmpty();
}

Outcome<StageResult> CheckStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decoded(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &whole = ready.value().payload;
    if (const std::optional<QString> wrong = wrongAnswer(whole))
        return checkFault(*wrong);
    if (const std::optional<QString> wrong = wrongDigest(whole, context))
        return checkFault(*wrong);
    if (looksAtValues() && whole.values)
        return checkValues(std::move(whole), context);
    if (looksAtValues()) {
        const Body text = whole.currentText();
        const JsonVerdict verdict = checkJson(text.bytes(), context);
        if (const auto *const fault = std::get_if<JsonFault>(&verdict))
            return checkFault(
                CheckWords::tr("It is looked into as JSON, and is none: %1.").arg(fault->message));
        if (const std::optional<QString> wrong = wrongValue(text.bytes()))
            return checkFault(*wrong);
    }
    if (context.stop.stop_requested())
        return Cancelled{};
    return StageResult{std::move(whole), CheckWords::tr("as it should be")};
}

/// Each value by itself: one that is wrong is left out where that was asked for.
Outcome<StageResult> CheckStage::checkValues(Payload payload, const StageContext &context) const
{
    ValuesWriter good(0);
    std::optional<Fault> fault;
    qint64 leftOut = 0;
    const bool all = forEachValue(payload, context, [&](QByteArrayView json, qint64 index) {
        const std::optional<QString> wrong = wrongValue(json);
        if (wrong && context.onError != OnError::Skip)
            fault = checkFault(CheckWords::tr("Value %1: %2").arg(index + 1).arg(*wrong));
        else if (wrong)
            ++leftOut;
        else if (context.onError == OnError::Skip)
            fault = good.append(json);
        return !fault;
    });
    if (fault)
        return *std::move(fault);
    if (!all)
        return Cancelled{};
    if (leftOut == 0)
        return StageResult{std::move(payload), CheckWords::tr("as it should be")};
    const QString detail = CheckWords::tr("%1 as they should be, %2 left out")
                               .arg(valuesText(good.count()), valuesText(leftOut));
    const Outcome<Done> done = good.finish(payload);
    if (!done.succeeded())
        return ended<StageResult>(done);
    return StageResult{std::move(payload), detail};
}

std::optional<QString> CheckStage::wrongAnswer(const Payload &payload) const
{
    if (!m_rules.status.isEmpty() && !statusFits(m_rules.status, payload.status))
        return CheckWords::tr("The status is %1, expected was %2.")
            .arg(payload.status)
            .arg(m_rules.status.join(u", "_s));
    for (const WantedHeader &wanted : m_rules.headers) {
        QByteArrayList found;
        for (const auto &[name, value] : payload.headers) {
            if (name.compare(wanted.name, Qt::CaseInsensitive) == 0)
                found.append(value);
        }
        if (std::ranges::none_of(found, [&](const QByteArray &each) { return headerFits(wanted, each); }))
            return CheckWords::tr("The header %1 is “%2”, expected was “%3”.")
                .arg(QString::fromUtf8(wanted.name), excerpt(found.join(", ")), wanted.text);
    }
    const QString type = QString::fromLatin1(MediaType::parse(payload.contentType).essence);
    const bool typeFits = m_rules.type.isEmpty() || type == m_rules.type ||
                          (m_rules.type.endsWith("/*"_L1) && type.startsWith(m_rules.type.chopped(1)));
    if (!typeFits)
        return CheckWords::tr("The type is “%1”, expected was “%2”.").arg(type, m_rules.type);
    const qint64 size = payload.body.size();
    if (m_rules.minSize >= 0 && size < m_rules.minSize)
        return CheckWords::tr("The body has %1 bytes, expected were at least %2.")
            .arg(size)
            .arg(m_rules.minSize);
    if (m_rules.maxSize >= 0 && size > m_rules.maxSize)
        return CheckWords::tr("The body has %1 bytes, expected were at most %2.")
            .arg(size)
            .arg(m_rules.maxSize);
    return std::nullopt;
}

std::optional<QString> CheckStage::wrongDigest(const Payload &payload, const StageContext &context) const
{
    for (const WantedDigest &wanted : m_rules.digests) {
        const QByteArray found = digestOf(payload.body, *algorithmBySize(wanted.hex.size()), context);
        if (!found.isEmpty() && found != wanted.hex)
            return CheckWords::tr("The %1 is %2, expected was %3.")
                .arg(wanted.name, QString::fromLatin1(found), QString::fromLatin1(wanted.hex));
    }
    if (m_rules.besideSuffix.isEmpty())
        return std::nullopt;
    const QString file = payload.url.fileName(QUrl::FullyDecoded);
    if (!payload.beside)
        return context.dryRun ? std::nullopt
                              : std::optional(CheckWords::tr("There is no digest at %1: %2")
                                                  .arg(file + m_rules.besideSuffix, payload.besideFault));
    const QByteArray wanted = digestIn(payload.beside->bytes(), file);
    const auto algorithm = algorithmBySize(wanted.size());
    if (!algorithm)
        return CheckWords::tr("%1 has no digest of %2.").arg(file + m_rules.besideSuffix, file);
    const QByteArray found = digestOf(payload.body, *algorithm, context);
    if (found.isEmpty() || found == wanted)
        return std::nullopt;
    return CheckWords::tr("The digest is %1, %2 says %3.")
        .arg(QString::fromLatin1(found), file + m_rules.besideSuffix, QString::fromLatin1(wanted));
}

std::optional<QString> CheckStage::wrongValue(QByteArrayView json) const
{
    bool there = false;
    for (const QString &pointer : m_rules.exists) {
        textAt(json, pointer, there);
        if (!there)
            return CheckWords::tr("there is nothing at %1.").arg(pointer);
    }
    for (auto wanted = m_rules.equals.begin(); wanted != m_rules.equals.end(); ++wanted) {
        const QByteArray found = textAt(json, wanted.key(), there);
        if (!there || !sameJson(found, wanted.value()))
            return CheckWords::tr("%1 is %2, expected was %3.")
                .arg(wanted.key(), there ? excerpt(found) : CheckWords::tr("not there"),
                     excerpt(wanted.value()));
    }
    for (auto wanted = m_rules.matches.begin(); wanted != m_rules.matches.end(); ++wanted) {
        const QByteArray found = textAt(json, wanted.key(), there);
        const QByteArray text = found.startsWith('"') ? jsonStringText(found).toUtf8() : found;
        RegexProgram::Places places;
        if (!there || wanted.value()->match(text, 0, places) != RegexProgram::Result::Match)
            return CheckWords::tr("%1 is %2, which does not match its pattern.")
                .arg(wanted.key(), there ? excerpt(found) : CheckWords::tr("not there"));
    }
    return std::nullopt;
}

} // namespace inflight
