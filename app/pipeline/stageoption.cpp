// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stageoption.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

#include "pipeline/jsonpath.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct StageOptionWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StageOption)
};

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) == value.toInteger(-2);
}

bool allTexts(const auto &values)
{
    return std::ranges::all_of(values, [](const QJsonValue &each) { return each.isString(); });
}

bool fits(const StageOption &option, const QJsonValue &value)
{
    switch (option.type) {
    case OptionType::Whole:
        return isWhole(value) && value.toInteger() >= option.minimum && value.toInteger() <= option.maximum;
    case OptionType::Number:
        return value.isDouble() && value.toDouble() >= static_cast<double>(option.minimum) &&
               value.toDouble() <= static_cast<double>(option.maximum);
    case OptionType::Text:
    case OptionType::Program:
        return value.isString();
    case OptionType::Flag:
        return value.isBool();
    case OptionType::Choice:
        return value.isString() && option.choices.contains(value.toString());
    case OptionType::TextList:
        return value.isArray() && allTexts(value.toArray());
    case OptionType::TextMap:
        return value.isObject() && allTexts(value.toObject());
    case OptionType::JsonMap:
        return value.isObject();
    }
    Q_UNREACHABLE();
}

/// Where in a list or an object of texts there is something else; empty when `value` is neither.
QString placeOfNoText(const StageOption &option, const QJsonValue &value)
{
    if (option.type == OptionType::TextList && value.isArray()) {
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (!list.at(i).isString())
                return jsonPathItem({}, i);
        }
    }
    if (option.type == OptionType::TextMap && value.isObject()) {
        const QJsonObject map = value.toObject();
        for (auto each = map.begin(); each != map.end(); ++each) {
            if (!each.value().isString())
                return jsonPathMember({}, each.key());
        }
    }
    return {};
}

} // namespace

StageOption StageOption::whole(QLatin1StringView name, const QString &description, qint64 minimum,
                               qint64 maximum, QJsonValue defaultValue)
{
    StageOption option = of(OptionType::Whole, name, description);
    option.defaultValue = std::move(defaultValue);
    option.minimum = minimum;
    option.maximum = maximum;
    return option;
}

StageOption StageOption::text(QLatin1StringView name, const QString &description, QJsonValue defaultValue)
{
    StageOption option = of(OptionType::Text, name, description);
    option.defaultValue = std::move(defaultValue);
    return option;
}

StageOption StageOption::flag(QLatin1StringView name, const QString &description, bool defaultValue)
{
    StageOption option = of(OptionType::Flag, name, description);
    option.defaultValue = defaultValue;
    return option;
}

StageOption StageOption::choice(QLatin1StringView name, const QString &description,
                                const QStringList &choices, const QString &defaultValue)
{
    StageOption option = of(OptionType::Choice, name, description);
    option.choices = choices;
    option.defaultValue = defaultValue;
    return option;
}

StageOption StageOption::of(OptionType type, QLatin1StringView name, const QString &description)
{
    StageOption option;
    option.name = name;
    option.description = description;
    option.type = type;
    return option;
}

StageOption StageOption::must() const
{
    StageOption option = *this;
    option.required = true;
    return option;
}

QString StageOption::typeText() const
{
    switch (type) {
    case OptionType::Whole:
        return StageOptionWords::tr("a whole number from %1 to %2").arg(minimum).arg(maximum);
    case OptionType::Number:
        return StageOptionWords::tr("a number from %1 to %2").arg(minimum).arg(maximum);
    case OptionType::Text:
    case OptionType::Program:
        return StageOptionWords::tr("a text");
    case OptionType::Flag:
        return StageOptionWords::tr("true or false");
    case OptionType::Choice:
        return StageOptionWords::tr("one of: %1").arg(choices.join(u", "_s));
    case OptionType::TextList:
        return StageOptionWords::tr("a list of texts");
    case OptionType::TextMap:
        return StageOptionWords::tr("an object of texts");
    case OptionType::JsonMap:
        return StageOptionWords::tr("an object");
    }
    Q_UNREACHABLE();
}

std::optional<ValueFault> StageOption::check(const QJsonValue &value) const
{
    if (fits(*this, value))
        return std::nullopt;
    const QString below = placeOfNoText(*this, value);
    return ValueFault{below.isEmpty() ? StageOptionWords::tr("There must be %1 here.").arg(typeText())
                                      : StageOptionWords::tr("There must be a text here."),
                      below};
}

QJsonValue OptionValues::value(QLatin1StringView name) const
{
    return m_values.value(QString(name), QJsonValue(QJsonValue::Undefined));
}

QStringList OptionValues::list(QLatin1StringView name) const
{
    QStringList texts;
    for (const QJsonValue &each : value(name).toArray())
        texts.append(each.toString());
    return texts;
}

QMap<QString, QString> OptionValues::map(QLatin1StringView name) const
{
    QMap<QString, QString> texts;
    const QJsonObject object = value(name).toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        texts.insert(each.key(), each.value().toString());
    return texts;
}

} // namespace inflight
