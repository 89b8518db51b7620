// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/check.h"

#include <array>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include "pipeline/content/json.h"
#include "pipeline/content/jsontext.h"
#include "pipeline/mediatype.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Check)
};

struct Algorithm
{
    QLatin1StringView name;
    QCryptographicHash::Algorithm algorithm;
};

constexpr std::array algorithms{
    Algorithm{"md5"_L1, QCryptographicHash::Md5}, Algorithm{"sha1"_L1, QCryptographicHash::Sha1},
    Algorithm{"sha256"_L1, QCryptographicHash::Sha256}, Algorithm{"sha512"_L1, QCryptographicHash::Sha512}};

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

bool isStatusRange(const QString &text)
{
    static const QRegularExpression form(u"^[1-5]\\d\\d(\\.\\.=[1-5]\\d\\d)?$"_s);
    return form.match(text).hasMatch();
}

/// `wanted` is the whole value, or a pattern between slashes.
bool headerFits(const QString &wanted, const QString &found)
{
    const bool isPattern = wanted.size() > 1 && wanted.startsWith(u'/') && wanted.endsWith(u'/');
    return isPattern ? QRegularExpression(wanted.mid(1, wanted.size() - 2)).match(found).hasMatch()
                     : wanted.compare(found, Qt::CaseInsensitive) == 0;
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
    for (const Algorithm &each : algorithms) {
        if (QCryptographicHash::hashLength(each.algorithm) * 2 == hexDigits)
            return each.algorithm;
    }
    return std::nullopt;
}

/// Empty when stopped.
QByteArray digestOf(const Body &body, QCryptographicHash::Algorithm algorithm, const StageContext &context)
{
    QCryptographicHash hash(algorithm);
    const bool all = inSlices(body, context, [&hash](QByteArrayView slice) {
        hash.addData(slice);
        return true;
    });
    return all ? hash.result().toHex() : QByteArray();
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
    std::optional<QString> wrong;
    qint64 at = 0;
    if (looksAtValues() && whole.values) {
        const bool all = forEachValue(whole, context, [&](QByteArrayView json, qint64 index) {
            wrong = wrongValue(json);
            at = index + 1;
            return !wrong;
        });
        if (wrong)
            return checkFault(Words::tr("Value %1: %2").arg(at).arg(*wrong));
        if (!all)
            return Cancelled{};
    } else if (looksAtValues()) {
        const Body text = whole.currentText();
        const JsonVerdict verdict = checkJson(text.bytes(), context);
        if (const auto *const fault = std::get_if<JsonFault>(&verdict))
            return checkFault(Words::tr("It is looked into as JSON, and is none: %1.").arg(fault->message));
        if ((wrong = wrongValue(text.bytes())))
            return checkFault(*wrong);
    }
    if (context.stop.stop_requested())
        return Cancelled{};
    return StageResult{std::move(whole), Words::tr("as it should be")};
}

std::optional<QString> CheckStage::wrongAnswer(const Payload &payload) const
{
    if (!m_rules.status.isEmpty() && !statusFits(m_rules.status, payload.status))
        return Words::tr("The status is %1, expected was %2.")
            .arg(payload.status)
            .arg(m_rules.status.join(u", "_s));
    for (auto wanted = m_rules.headers.begin(); wanted != m_rules.headers.end(); ++wanted) {
        QStringList found;
        for (const auto &[name, value] : payload.headers) {
            if (name.compare(wanted.key().toUtf8(), Qt::CaseInsensitive) == 0)
                found.append(QString::fromUtf8(value));
        }
        if (std::ranges::none_of(found,
                                 [&](const QString &each) { return headerFits(wanted.value(), each); }))
            return Words::tr("The header %1 is “%2”, expected was “%3”.")
                .arg(wanted.key(), found.join(u", "_s), wanted.value());
    }
    const QString type = QString::fromLatin1(MediaType::parse(payload.contentType).essence);
    const bool typeFits = m_rules.type.isEmpty() || type == m_rules.type ||
                          (m_rules.type.endsWith("/*"_L1) && type.startsWith(m_rules.type.chopped(1)));
    if (!typeFits)
        return Words::tr("The type is “%1”, expected was “%2”.").arg(type, m_rules.type);
    const qint64 size = payload.body.size();
    if (m_rules.minSize >= 0 && size < m_rules.minSize)
        return Words::tr("The body has %1 bytes, expected were at least %2.").arg(size).arg(m_rules.minSize);
    if (m_rules.maxSize >= 0 && size > m_rules.maxSize)
        return Words::tr("The body has %1 bytes, expected were at most %2.").arg(size).arg(m_rules.maxSize);
    return std::nullopt;
}

std::optional<QString> CheckStage::wrongDigest(const Payload &payload, const StageContext &context) const
{
    for (const WantedDigest &wanted : m_rules.digests) {
        const QByteArray found = digestOf(payload.body, *algorithmBySize(wanted.hex.size()), context);
        if (!found.isEmpty() && found != wanted.hex)
            return Words::tr("The %1 is %2, expected was %3.")
                .arg(wanted.name, QString::fromLatin1(found), QString::fromLatin1(wanted.hex));
    }
    if (m_rules.besideSuffix.isEmpty())
        return std::nullopt;
    const QString file = payload.url.fileName(QUrl::FullyDecoded);
    if (!payload.beside)
        return context.dryRun ? std::nullopt
                              : std::optional(Words::tr("There is no digest at %1: %2")
                                                  .arg(file + m_rules.besideSuffix, payload.besideFault));
    const QByteArray wanted = digestIn(payload.beside->bytes(), file);
    const auto algorithm = algorithmBySize(wanted.size());
    if (!algorithm)
        return Words::tr("%1 has no digest of %2.").arg(file + m_rules.besideSuffix, file);
    const QByteArray found = digestOf(payload.body, *algorithm, context);
    if (found.isEmpty() || found == wanted)
        return std::nullopt;
    return Words::tr("The digest is %1, %2 says %3.")
        .arg(QString::fromLatin1(found), file + m_rules.besideSuffix, QString::fromLatin1(wanted));
}

std::optional<QString> CheckStage::wrongValue(QByteArrayView json) const
{
    bool there = false;
    for (const QString &pointer : m_rules.exists) {
        textAt(json, pointer, there);
        if (!there)
            return Words::tr("there is nothing at %1.").arg(pointer);
    }
    for (auto wanted = m_rules.equals.begin(); wanted != m_rules.equals.end(); ++wanted) {
        const QByteArray found = textAt(json, wanted.key(), there);
        if (!there || !sameJson(found, wanted.value()))
            return Words::tr("%1 is %2, expected was %3.")
                .arg(wanted.key(), there ? excerpt(found) : Words::tr("not there"), excerpt(wanted.value()));
    }
    for (auto wanted = m_rules.matches.begin(); wanted != m_rules.matches.end(); ++wanted) {
        const QByteArray found = textAt(json, wanted.key(), there);
        const QByteArray text = found.startsWith('"') ? jsonStringText(found).toUtf8() : found;
        RegexProgram::Places places;
        if (!there || wanted.value()->match(text, 0, places) != RegexProgram::Result::Match)
            return Words::tr("%1 is %2, which does not match its pattern.")
                .arg(wanted.key(), there ? excerpt(found) : Words::tr("not there"));
    }
    return std::nullopt;
}

StageKind checkKind()
{
    StageKind kind;
    kind.name = CheckStage::stageName;
    kind.description = Words::tr("fails what is not as it should be, and hands on the rest as it came");
    kind.options = {
        StageOption::text("status"_L1, Words::tr("status codes, as in 200..=299,304")),
        StageOption::of(OptionType::TextMap, "header"_L1,
                        Words::tr("headers of the answer: the whole value, or a pattern between slashes")),
        StageOption::text("type"_L1, Words::tr("media type, as in application/json or image/*")),
        StageOption::whole("min_size"_L1, Words::tr("least bytes of the body"), 0, (1LL << 53) - 1),
        StageOption::whole("max_size"_L1, Words::tr("most bytes of the body"), 0, (1LL << 53) - 1),
        StageOption::text("md5"_L1, Words::tr("digest of the body, in hexadecimal")),
        StageOption::text("sha1"_L1, Words::tr("digest of the body, in hexadecimal")),
        StageOption::text("sha256"_L1, Words::tr("digest of the body, in hexadecimal")),
        StageOption::text("sha512"_L1, Words::tr("digest of the body, in hexadecimal")),
        StageOption::text(
            "digest_beside"_L1,
            Words::tr("what to add to the URL for the file that has the digest, as in .sha256")),
        StageOption::of(OptionType::JsonMap, "equals"_L1,
                        Words::tr("JSON pointers and the JSON that is there")),
        StageOption::of(OptionType::TextMap, "matches"_L1,
                        Words::tr("JSON pointers and the pattern that matches what is there")),
        StageOption::of(OptionType::TextList, "exists"_L1, Words::tr("JSON pointers to what must be there")),
    };
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        for (const QString &range : values.text("status"_L1).split(u',', Qt::SkipEmptyParts)) {
            if (!isStatusRange(range.trimmed()))
                return OptionFault{"status"_L1, Words::tr("Status codes look like 200..=299,304.")};
        }
        for (const Algorithm &each : algorithms) {
            static const QRegularExpression hex(u"^[0-9a-fA-F]*$"_s);
            const QString digest = values.text(each.name);
            const int digits = QCryptographicHash::hashLength(each.algorithm) * 2;
            if (values.has(each.name) && (digest.size() != digits || !hex.match(digest).hasMatch()))
                return OptionFault{each.name,
                                   Words::tr("There must be %1 hexadecimal digits here.").arg(digits)};
        }
        const QMap<QString, QString> headers = values.map("header"_L1);
        for (const QString &wanted : headers) {
            if (wanted.startsWith(u'/') && wanted.endsWith(u'/') && wanted.size() > 1 &&
                !QRegularExpression(wanted.mid(1, wanted.size() - 2)).isValid())
                return OptionFault{"header"_L1, Words::tr("The pattern %1 does not compile.").arg(wanted)};
        }
        const QMap<QString, QString> patterns = values.map("matches"_L1);
        for (const QString &pattern : patterns) {
            const auto program = RegexProgram::compile(pattern, {});
            if (const auto *const fault = std::get_if<QString>(&program))
                return OptionFault{"matches"_L1, *fault};
        }
        const auto pointersOf = [&values](QLatin1StringView option) {
            return option == "exists"_L1 ? values.list(option) : values.value(option).toObject().keys();
        };
        for (const QLatin1StringView option : {"equals"_L1, "matches"_L1, "exists"_L1}) {
            for (const QString &pointer : pointersOf(option)) {
                if (!pointerSteps(pointer))
                    return OptionFault{
                        option, Words::tr("“%1” is no JSON pointer; it looks like /results/0.").arg(pointer)};
            }
        }
        return std::nullopt;
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        CheckRules rules;
        for (const QString &range : values.text("status"_L1).split(u',', Qt::SkipEmptyParts))
            rules.status.append(range.trimmed());
        rules.headers = values.map("header"_L1);
        rules.type = values.text("type"_L1).toLower();
        rules.minSize = values.has("min_size"_L1) ? values.whole("min_size"_L1) : -1;
        rules.maxSize = values.has("max_size"_L1) ? values.whole("max_size"_L1) : -1;
        for (const Algorithm &each : algorithms) {
            if (values.has(each.name))
                rules.digests.append({each.name, values.text(each.name).toLatin1().toLower()});
        }
        rules.besideSuffix = values.text("digest_beside"_L1);
        const QJsonObject equals = values.value("equals"_L1).toObject();
        for (auto each = equals.begin(); each != equals.end(); ++each) {
            const QByteArray list = QJsonDocument(QJsonArray{each.value()}).toJson(QJsonDocument::Compact);
            rules.equals.insert(each.key(), list.sliced(1, list.size() - 2));
        }
        const QMap<QString, QString> matches = values.map("matches"_L1);
        for (auto each = matches.begin(); each != matches.end(); ++each)
            rules.matches.insert(each.key(), std::get<std::shared_ptr<const RegexProgram>>(
                                                 RegexProgram::compile(each.value(), {})));
        rules.exists = values.list("exists"_L1);
        return std::make_unique<const CheckStage>(std::move(rules));
    };
    return kind;
}

} // namespace inflight
