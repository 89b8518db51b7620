// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <string_view>

#include <simdjson.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include "pipeline/content/json.h"
#include "pipeline/jsonpath.h"
#include "pipeline/pipeline.h"

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace inflight {

namespace {

constexpr qint64 formatVersion = 1;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Reads a pipeline file from the top down; the first fault ends it. One object, one file.
class PipelineReader
{
    Q_DECLARE_TR_FUNCTIONS(inflight::PipelineFile)

public:
    std::variant<PipelineDescription, PipelineFault> read(const QByteArray &file)
    {
        // Some editors put a byte order mark before everything (RFC 8259, section 8.1 lets it be passed
        // over).
        const QByteArray json = file.startsWith(byteOrderMark.data()) ? file.sliced(3) : file;
        QJsonValue root;
        if (!parse(json, root) || !readFile(root))
            return m_fault;
        return m_description;
    }

private:
    bool fail(const QString &path, const QString &message)
    {
        m_fault = {path, message};
        return false;
    }

    bool parse(const QByteArray &json, QJsonValue &root)
    {
        const JsonVerdict verdict = checkJson(json, {});
        if (const auto *const fault = std::get_if<JsonFault>(&verdict))
            return fail(u"$"_s, tr("The file is not JSON: %1.").arg(fault->message));
        dom::parser parser;
        dom::element element;
        const simdjson::error_code refused =
            parser.parse(json.constData(), static_cast<size_t>(json.size())).get(element);
        if (refused)
            return fail(u"$"_s, tr("The file cannot be read: %1.")
                                    .arg(QString::fromLatin1(simdjson::error_message(refused))));
        if (!isKept(element, u"$"_s))
            return false;
        // In a list of its own: the root need not be an object for that to work.
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson('[' + json + ']', &error);
        root = document.array().at(0);
        return error.error == QJsonParseError::NoError ||
               fail(u"$"_s, tr("The file cannot be read: %1.").arg(error.errorString()));
    }

    /// Qt drops the mark at one time and keeps it at another: the text would change with being written.
    bool noMark(std::string_view text, const QString &path)
    {
        return !text.starts_with(byteOrderMark) ||
               fail(path, tr("The text here begins with a byte order mark, which cannot be seen."));
    }

    /// Whether Qt's JSON keeps all of it: of keys that are there twice it takes the last without a word.
    bool isKept(dom::element value, const QString &path)
    {
        std::string_view text;
        if (!value.get(text))
            return noMark(text, path);
        dom::array array;
        if (!value.get(array)) {
            qsizetype index = 0;
            return std::ranges::all_of(
                array, [&](dom::element each) { return isKept(each, jsonPathItem(path, index++)); });
        }
        dom::object object;
        if (value.get(object))
            return true;
        QSet<QString> seen;
        for (const dom::key_value_pair field : object) {
            const QString key = QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
            if (seen.contains(key))
                return fail(jsonPathMember(path, key), tr("The key “%1” is here twice.").arg(key));
            seen.insert(key);
            if (!noMark(field.key, jsonPathMember(path, key)) ||
                !isKept(field.value, jsonPathMember(path, key)))
                return false;
        }
        return true;
    }

    bool readFile(const QJsonValue &root)
    {
        static const QStringList keys{u"inflight"_s, u"name"_s, u"stages"_s};
        if (!root.isObject())
            return fail(u"$"_s, tr("There must be an object here."));
        const QJsonObject file = root.toObject();
        for (const QString &key : file.keys()) {
            if (!keys.contains(key))
                return fail(jsonPathMember(u"$"_s, key), unknownKeyText(key, keys));
        }
        for (const QString &key : keys) {
            if (!file.contains(key))
                return fail(jsonPathMember(u"$"_s, key), missingKeyText(key));
        }
        if (file.value(keys[0]).toInteger(-1) != formatVersion)
            return fail(u"$.inflight"_s,
                        tr("This program reads pipeline files of version %1.").arg(formatVersion));
        if (!file.value(keys[1]).isString())
            return fail(u"$.name"_s, tr("There must be a text here."));
        m_description.name = file.value(keys[1]).toString();
        return readStages(file.value(keys[2]));
    }

    bool readStages(const QJsonValue &value)
    {
        if (!value.isArray())
            return fail(u"$.stages"_s, tr("There must be a list of stages here."));
        const QJsonArray stages = value.toArray();
        for (qsizetype i = 0; i < stages.size(); ++i) {
            if (!readStage(stages.at(i), jsonPathItem(u"$.stages"_s, i)))
                return false;
        }
        return true;
    }

    bool readStage(const QJsonValue &value, const QString &path)
    {
        if (!value.isObject())
            return fail(path, tr("There must be an object here, such as {\"stage\": \"parse\"}."));
        QJsonObject options = value.toObject();
        if (!options.contains("stage"_L1))
            return fail(path + ".stage"_L1, tr("The key “stage” is missing: it names the stage."));
        const QJsonValue stage = options.take("stage"_L1);
        if (!stage.isString())
            return fail(path + ".stage"_L1, tr("There must be a text here."));
        m_description.stages.append({stage.toString(), options});
        return true;
    }

    PipelineDescription m_description;
    PipelineFault m_fault;
};

} // namespace

QString jsonPathMember(const QString &path, const QString &key)
{
    const bool plain =
        !key.isEmpty() && std::ranges::all_of(key, [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
    if (plain)
        return path + u'.' + key;
    QString escaped = key;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return path + "[\""_L1 + escaped + "\"]"_L1;
}

QString jsonPathItem(const QString &path, qsizetype index)
{
    return u"%1[%2]"_s.arg(path).arg(index);
}

QString unknownKeyText(const QString &key, const QStringList &known)
{
    return QCoreApplication::translate("inflight::PipelineFile",
                                       "The key “%1” is not known here; known are: %2.")
        .arg(key, known.join(u", "_s));
}

QString missingKeyText(const QString &key)
{
    return QCoreApplication::translate("inflight::PipelineFile", "The key “%1” is missing.").arg(key);
}

std::variant<PipelineDescription, PipelineFault> readPipeline(const QByteArray &json)
{
    return PipelineReader().read(json);
}

} // namespace inflight
