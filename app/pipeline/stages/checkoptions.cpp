// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/check.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include "pipeline/content/jsontext.h"
#include "pipeline/jsonpath.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct CheckOptionsWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Check)
};

/// What stands between the slashes of a header's pattern; nothing where the whole value is meant.
std::optional<QString> patternIn(const QString &wanted)
{
    const bool isPattern = wanted.size() > 1 && wanted.startsWith(u'/') && wanted.endsWith(u'/');
    return isPattern ? std::optional(wanted.mid(1, wanted.size() - 2)) : std::nullopt;
}

std::optional<QString> patternFault(const QString &pattern)
{
    const auto program = RegexProgram::compile(pattern, {});
    const auto *const fault = std::get_if<QString>(&program);
    return fault ? std::optional(*fault) : std::nullopt;
}

std::shared_ptr<const RegexProgram> compiled(const QString &pattern)
{
    return std::get<std::shared_ptr<const RegexProgram>>(RegexProgram::compile(pattern, {}));
}

std::optional<OptionFault> statusFault(const OptionValues &values)
{
    static const QRegularExpression form(u"^([1-5]\\d\\d)(?:\\.\\.=([1-5]\\d\\d))?$"_s);
    if (!values.has("status"_L1))
        return std::nullopt;
    for (const QString &range : values.text("status"_L1).split(u',')) {
        const QRegularExpressionMatch match = form.match(range.trimmed());
        if (!match.hasMatch())
            return OptionFault{"status"_L1, CheckOptionsWords::tr("Status codes look like 200..=299,304.")};
        if (match.hasCaptured(2) && match.captured(2) < match.captured(1))
            return OptionFault{
                "status"_L1,
                CheckOptionsWords::tr("The range %1 ends before it begins.").arg(range.trimmed())};
    }
    return std::nullopt;
}

std::optional<OptionFault> sizeFault(const OptionValues &values)
{
    const bool both = values.has("min_size"_L1) && values.has("max_size"_L1);
    if (both && values.whole("max_size"_L1) < values.whole("min_size"_L1))
        return OptionFault{"max_size"_L1, CheckOptionsWords::tr("This is less than “min_size”.")};
    return std::nullopt;
}

std::optional<OptionFault> digestFault(const OptionValues &values)
{
    static const QRegularExpression hex(u"^[0-9a-fA-F]*$"_s);
    for (const DigestAlgorithm &each : digestAlgorithms) {
        const QString digest = values.text(each.name);
        const int digits = QCryptographicHash::hashLength(each.algorithm) * 2;
        if (values.has(each.name) && (digest.size() != digits || !hex.match(digest).hasMatch()))
            return OptionFault{
                each.name, CheckOptionsWords::tr("There must be %1 hexadecimal digits here.").arg(digits)};
    }
    return std::nullopt;
}

std::optional<OptionFault> patternsFault(const OptionValues &values)
{
    const QMap<QString, QString> headers = values.map("header"_L1);
    for (auto each = headers.begin(); each != headers.end(); ++each) {
        const std::optional<QString> pattern = patternIn(each.value());
        if (const auto fault = pattern ? patternFault(*pattern) : std::nullopt)
            return OptionFault{"header"_L1, *fault, jsonPathMember({}, each.key())};
    }
    const QMap<QString, QString> matches = values.map("matches"_L1);
    for (auto each = matches.begin(); each != matches.end(); ++each) {
        if (const auto fault = patternFault(each.value()))
            return OptionFault{"matches"_L1, *fault, jsonPathMember({}, each.key())};
    }
    return std::nullopt;
}

std::optional<OptionFault> pointersFault(const OptionValues &values)
{
    const auto faultOf = [](QLatin1StringView option, const QString &pointer, const QString &below) {
        return pointerSteps(pointer)
                   ? std::nullopt
                   : std::optional(OptionFault{
                         option,
                         CheckOptionsWords::tr("“%1” is no JSON pointer; it looks like /results/0.")
                             .arg(pointer),
                         below});
    };
    for (const QLatin1StringView option : {"equals"_L1, "matches"_L1}) {
        const QStringList pointers = values.value(option).toObject().keys();
        for (const QString &pointer : pointers) {
            if (auto fault = faultOf(option, pointer, jsonPathMember({}, pointer)))
                return fault;
        }
    }
    const QStringList exists = values.list("exists"_L1);
    for (qsizetype i = 0; i < exists.size(); ++i) {
        if (auto fault = faultOf("exists"_L1, exists.at(i), jsonPathItem({}, i)))
            return fault;
    }
    return std::nullopt;
}

std::optional<OptionFault> checkOptions(const OptionValues &values)
{
    for (const auto &faultIn : {statusFault, sizeFault, digestFault, patternsFault, pointersFault}) {
        if (std::optional<OptionFault> fault = faultIn(values))
            return fault;
    }
    return std::nullopt;
}

CheckRules rulesOf(const OptionValues &values)
{
    CheckRules rules;
    for (const QString &range : values.text("status"_L1).split(u',', Qt::SkipEmptyParts))
        rules.status.append(range.trimmed());
    const QMap<QString, QString> headers = values.map("header"_L1);
    for (auto each = headers.begin(); each != headers.end(); ++each) {
        const std::optional<QString> pattern = patternIn(each.value());
        rules.headers.append({each.key().toUtf8(), each.value(), pattern ? compiled(*pattern) : nullptr});
    }
    rules.type = values.text("type"_L1).toLower();
    rules.minSize = values.has("min_size"_L1) ? values.whole("min_size"_L1) : -1;
    rules.maxSize = values.has("max_size"_L1) ? values.whole("max_size"_L1) : -1;
    for (const DigestAlgorithm &each : digestAlgorithms) {
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
        rules.matches.insert(each.key(), compiled(each.value()));
    rules.exists = values.list("exists"_L1);
    return rules;
}

} // namespace

StageKind checkKind()
{
    StageKind kind;
    kind.name = CheckStage::stageName;
    kind.description =
        CheckOptionsWords::tr("fails what is not as it should be, and hands on the rest as it came");
    kind.options = {
        StageOption::text("status"_L1, CheckOptionsWords::tr("status codes, as in 200..=299,304")),
        StageOption::of(
            OptionType::TextMap, "header"_L1,
            CheckOptionsWords::tr("headers of the answer: the whole value, or a pattern between slashes")),
        StageOption::text("type"_L1, CheckOptionsWords::tr("media type, as in application/json or image/*")),
        StageOption::whole("min_size"_L1, CheckOptionsWords::tr("least bytes of the body"), 0,
                           (1LL << 53) - 1),
        StageOption::whole("max_size"_L1, CheckOptionsWords::tr("most bytes of the body"), 0,
                           (1LL << 53) - 1),
        StageOption::text("md5"_L1, CheckOptionsWords::tr("digest of the body, in hexadecimal")),
        StageOption::text("sha1"_L1, CheckOptionsWords::tr("digest of the body, in hexadecimal")),
        StageOption::text("sha256"_L1, CheckOptionsWords::tr("digest of the body, in hexadecimal")),
        StageOption::text("sha512"_L1, CheckOptionsWords::tr("digest of the body, in hexadecimal")),
        StageOption::text(
            "digest_beside"_L1,
            CheckOptionsWords::tr("what to add to the URL for the file that has the digest, as in .sha256")),
        StageOption::of(OptionType::JsonMap, "equals"_L1,
                        CheckOptionsWords::tr("JSON pointers and the JSON that is there")),
        StageOption::of(OptionType::TextMap, "matches"_L1,
                        CheckOptionsWords::tr("JSON pointers and the pattern that matches what is there")),
        StageOption::of(OptionType::TextList, "exists"_L1,
                        CheckOptionsWords::tr("JSON pointers to what must be there")),
    };
    kind.check = checkOptions;
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const CheckStage>(rulesOf(values));
    };
    return kind;
}

} // namespace inflight
