// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/optionlines.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct OptionLinesWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::OptionLines)
};

QString jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

/// Nothing when `text` is not one JSON value.
std::optional<QJsonValue> jsonValue(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument list = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    if (error.error != QJsonParseError::NoError || list.array().size() != 1)
        return std::nullopt;
    return list.array().at(0);
}

QString lineOf(const QString &text)
{
    const bool isPlain =
        !text.isEmpty() && text == text.trimmed() && !text.startsWith(u'"') && !text.contains(u'\n');
    return isPlain ? text : jsonText(text);
}

QString textOf(const QString &line)
{
    if (!line.startsWith(u'"'))
        return line;
    const std::optional<QJsonValue> quoted = jsonValue(line);
    return quoted && quoted->isString() ? quoted->toString() : line;
}

QString nameOf(const QString &name)
{
    return name.contains(u':') ? jsonText(name) : lineOf(name);
}

/// Where the name ends and the value begins; -1: there is no colon.
qsizetype colonIn(const QString &line)
{
    if (!line.startsWith(u'"'))
        return line.indexOf(u':');
    for (qsizetype at = line.indexOf(u':'); at >= 0; at = line.indexOf(u':', at + 1)) {
        if (const auto name = jsonValue(line.first(at).trimmed()); name && name->isString())
            return at;
    }
    return -1;
}

/// Puts one line into `map`; what is wrong with it.
std::optional<QString> readEntry(const QString &line, OptionType type, QJsonObject &map)
{
    const qsizetype colon = colonIn(line);
    if (colon < 0)
        return OptionLinesWords::tr("“%1” has no colon; write “name: value”.").arg(line);
    const QString name = textOf(line.first(colon).trimmed());
    const QString text = line.sliced(colon + 1).trimmed();
    if (map.contains(name))
        return OptionLinesWords::tr("“%1” is here twice.").arg(name);
    if (type == OptionType::TextMap) {
        map.insert(name, textOf(text));
        return std::nullopt;
    }
    const std::optional<QJsonValue> value = jsonValue(text);
    if (!value)
        return OptionLinesWords::tr("“%1” is not JSON; a text stands in quotation marks.").arg(text);
    map.insert(name, *value);
    return std::nullopt;
}

} // namespace

QString linesFromValue(const QJsonValue &value, OptionType type)
{
    if (value.isString())
        return value.toString();
    QStringList lines;
    for (const QJsonValue &each : value.toArray())
        lines.append(lineOf(each.toString()));
    const QJsonObject map = value.toObject();
    for (auto each = map.begin(); each != map.end(); ++each) {
        const QString text =
            type == OptionType::TextMap ? lineOf(each.value().toString()) : jsonText(each.value());
        lines.append(u"%1: %2"_s.arg(nameOf(each.key()), text));
    }
    return lines.join(u'\n');
}

std::variant<QJsonValue, QString> valueFromLines(const QString &lines, OptionType type)
{
    QJsonArray list;
    QJsonObject map;
    int number = 0;
    for (const QString &each : lines.split(u'\n')) {
        ++number;
        const QString line = each.trimmed();
        if (line.isEmpty())
            continue;
        if (type == OptionType::TextList)
            list.append(textOf(line));
        else if (const std::optional<QString> wrong = readEntry(line, type, map))
            return OptionLinesWords::tr("Line %1: %2").arg(number).arg(*wrong);
    }
    return type == OptionType::TextList ? QJsonValue(list) : QJsonValue(map);
}

} // namespace inflight
