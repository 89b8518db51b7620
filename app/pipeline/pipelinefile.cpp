// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <simdjson.h>

#include <QCoreApplication>
#include <QSet>

#include "pipeline/content/json.h"
#include "pipeline/pipeline.h"
#include "pipeline/registry.h"

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace inflight {

namespace {

constexpr qint64 formatVersion = 1;

/// Reads a pipeline file from the top down; the first fault ends it. One object, one file.
class PipelineReader
{
    Q_DECLARE_TR_FUNCTIONS(inflight::PipelineFile)

public:
    explicit PipelineReader(const PipelineOptions &options)
        : m_options(options)
    {}

    PipelineOrFault read(const QByteArray &json)
    {
        dom::parser parser;
        dom::element root;
        if (!isJson(json) || !parse(parser, json, root) || !readFile(root))
            return m_fault;
        return std::make_shared<const Pipeline>(m_name, std::move(m_stages));
    }

private:
    using Members = QList<std::pair<QString, dom::element>>;

    bool fail(const QString &path, const QString &message)
    {
        m_fault = {path, message};
        return false;
    }

    bool isJson(const QByteArray &json)
    {
        const JsonVerdict verdict = checkJson(json, {});
        const auto *const fault = std::get_if<JsonFault>(&verdict);
        return !fault || fail(u"$"_s, tr("The file is not JSON: %1.").arg(fault->message));
    }

    bool parse(dom::parser &parser, const QByteArray &json, dom::element &root)
    {
        const simdjson::error_code error =
            parser.parse(json.constData(), static_cast<size_t>(json.size())).get(root);
        return !error || fail(u"$"_s, tr("The file cannot be read: %1.")
                                          .arg(QString::fromLatin1(simdjson::error_message(error))));
    }

    static QString text(std::string_view view)
    {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    }

    static QString member(const QString &path, const QString &key)
    {
        const bool plain = !key.isEmpty() && std::ranges::all_of(key, [](QChar c) {
            return c.isLetterOrNumber() || c == u'_';
        });
        return plain ? path + u'.' + key : path + "[\""_L1 + key + "\"]"_L1;
    }

    /// The members of an object, all of them known and none twice.
    bool members(dom::element value, const QString &path, const QStringList &known, Members &members)
    {
        dom::object object;
        if (value.get(object))
            return fail(path, tr("There must be an object here."));
        QSet<QString> seen;
        for (const dom::key_value_pair field : object) {
            const QString key = text(field.key);
            if (!known.contains(key))
                return fail(
                    member(path, key),
                    tr("The key “%1” is not known here; known are: %2.").arg(key, known.join(u", "_s)));
            if (seen.contains(key))
                return fail(member(path, key), tr("The key “%1” is here twice.").arg(key));
            seen.insert(key);
            members.append({key, field.value});
        }
        return true;
    }

    bool find(const Members &members, const QString &path, const QString &key, dom::element &value)
    {
        const auto found = std::ranges::find(members, key, &std::pair<QString, dom::element>::first);
        if (found == members.end())
            return fail(member(path, key), tr("The key “%1” is missing.").arg(key));
        value = found->second;
        return true;
    }

    bool readText(dom::element value, const QString &path, QString &out)
    {
        std::string_view view;
        if (value.get(view))
            return fail(path, tr("There must be a text here."));
        out = text(view);
        return true;
    }

    bool readInteger(dom::element value, const QString &path, qint64 minimum, qint64 maximum, qint64 &out)
    {
        int64_t number = 0;
        if (value.get(number) || number < minimum || number > maximum)
            return fail(path,
                        tr("There must be a whole number from %1 to %2 here.").arg(minimum).arg(maximum));
        out = number;
        return true;
    }

    bool readFile(dom::element root)
    {
        Members file;
        dom::element value;
        qint64 version = 0;
        return members(root, u"$"_s, {u"inflight"_s, u"name"_s, u"stages"_s}, file) &&
               find(file, u"$"_s, u"inflight"_s, value) && readVersion(value, version) &&
               find(file, u"$"_s, u"name"_s, value) && readText(value, u"$.name"_s, m_name) &&
               find(file, u"$"_s, u"stages"_s, value) && readStages(value);
    }

    bool readVersion(dom::element value, qint64 &version)
    {
        return readInteger(value, u"$.inflight"_s, formatVersion, formatVersion, version) ||
               fail(u"$.inflight"_s,
                    tr("This program reads pipeline files of version %1.").arg(formatVersion));
    }

    bool readStages(dom::element value)
    {
        dom::array stages;
        if (value.get(stages))
            return fail(u"$.stages"_s, tr("There must be a list of stages here."));
        qsizetype index = 0;
        for (const dom::element stage : stages) {
            if (!readStage(stage, u"$.stages[%1]"_s.arg(index++)))
                return false;
        }
        return true;
    }

    bool readStage(dom::element value, const QString &path)
    {
        dom::object object;
        dom::element nameValue;
        QString name;
        if (value.get(object))
            return fail(path, tr("There must be an object here, such as {\"stage\": \"parse\"}."));
        if (object["stage"].get(nameValue))
            return fail(path + ".stage"_L1, tr("The key “stage” is missing: it names the stage."));
        if (!readText(nameValue, path + ".stage"_L1, name))
            return false;
        const std::optional<StageKind> kind = stageKind(name);
        if (!kind)
            return failUnknown(name, path + ".stage"_L1);
        StageOptionValues values;
        if (!readOptions(value, path, *kind, values))
            return false;
        m_stages.push_back(kind->make(values, m_options));
        return true;
    }

    bool failUnknown(const QString &name, const QString &path)
    {
        if (name == "fetch"_L1)
            return fail(path, tr("“fetch” always comes first by itself and is not written."));
        QStringList names;
        for (const StageKind &kind : stageKinds())
            names.append(kind.name);
        return fail(path, tr("There is no stage “%1”; there are: %2.").arg(name, names.join(u", "_s)));
    }

    bool readOptions(dom::element value, const QString &path, const StageKind &kind,
                     StageOptionValues &values)
    {
        QStringList known{u"stage"_s};
        for (const StageOption &option : kind.options)
            known.append(option.name);
        Members given;
        return members(value, path, known, given) &&
               std::ranges::all_of(kind.options, [&](const StageOption &option) {
                   return readOption(given, path, option, values);
               });
    }

    bool readOption(const Members &given, const QString &path, const StageOption &option,
                    StageOptionValues &values)
    {
        const QString key = option.name;
        const bool isGiven = std::ranges::any_of(given, [&](const auto &each) { return each.first == key; });
        if (!isGiven && option.defaultValue) {
            values.insert(key, *option.defaultValue);
            return true;
        }
        dom::element value;
        return find(given, path, key, value) &&
               readInteger(value, member(path, key), option.minimum, option.maximum, values[key]);
    }

    const PipelineOptions &m_options;
    QString m_name;
    std::vector<std::unique_ptr<const Stage>> m_stages;
    PipelineFault m_fault;
};

} // namespace

PipelineOrFault parsePipeline(const QByteArray &json, const PipelineOptions &options)
{
    return PipelineReader(options).read(json);
}

} // namespace inflight
