// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace inflight {

/// What a stage's option takes, as JSON.
enum class OptionType : quint8 {
    Whole,    ///< a whole number from `minimum` to `maximum`
    Number,   ///< a number from `minimum` to `maximum`
    Text,     ///< a string on one line
    Program,  ///< a string that may have many lines and is shown in a fixed-width font
    Flag,     ///< true or false
    Choice,   ///< one of `choices`
    TextList, ///< a list of strings
    TextMap,  ///< an object whose values are strings
    JsonMap   ///< an object whose values are any JSON
};

/// What is wrong with an option's value.
struct ValueFault
{
    QString message; ///< translated sentence
    QString below;   ///< where in the value, as the rest of a JSON path: "[1]", ".name"; empty: all of it
};

/// One option of a stage, as pipeline files give it and the editor shows it.
struct StageOption
{
    QLatin1StringView name;
    QString description; ///< translated, no full stop
    OptionType type = OptionType::Text;
    bool required = false;
    QJsonValue defaultValue = QJsonValue::Undefined; ///< undefined: left out, it is not there
    qint64 minimum = 0;
    qint64 maximum = 0;
    QStringList choices;

    /// Shapes of the usual ones; `defaultValue` undefined and not required: optional.
    static StageOption whole(QLatin1StringView name, const QString &description, qint64 minimum,
                             qint64 maximum, QJsonValue defaultValue = QJsonValue::Undefined);
    static StageOption text(QLatin1StringView name, const QString &description,
                            QJsonValue defaultValue = QJsonValue::Undefined);
    static StageOption flag(QLatin1StringView name, const QString &description, bool defaultValue = false);
    static StageOption choice(QLatin1StringView name, const QString &description, const QStringList &choices,
                              const QString &defaultValue);
    static StageOption of(OptionType type, QLatin1StringView name, const QString &description);
    /// The same option, which must be given.
    [[nodiscard]] StageOption must() const;

    /// For a person: "a whole number from 1 to 9", "one of: a, b".
    [[nodiscard]] QString typeText() const;
    /// What is wrong with `value`; nothing when it is of the type and in the range.
    [[nodiscard]] std::optional<ValueFault> check(const QJsonValue &value) const;
};

/// The values of a stage's options: those given and the defaults of the rest, all of the right type.
class OptionValues
{
public:
    void set(const QString &name, const QJsonValue &value) { m_values.insert(name, value); }
    [[nodiscard]] bool has(QLatin1StringView name) const { return m_values.contains(QString(name)); }
    [[nodiscard]] QJsonValue value(QLatin1StringView name) const;
    [[nodiscard]] qint64 whole(QLatin1StringView name) const { return value(name).toInteger(); }
    [[nodiscard]] double number(QLatin1StringView name) const { return value(name).toDouble(); }
    [[nodiscard]] QString text(QLatin1StringView name) const { return value(name).toString(); }
    [[nodiscard]] bool flag(QLatin1StringView name) const { return value(name).toBool(); }
    [[nodiscard]] QStringList list(QLatin1StringView name) const;
    [[nodiscard]] QMap<QString, QString> map(QLatin1StringView name) const;

private:
    QHash<QString, QJsonValue> m_values;
};

} // namespace inflight
