// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/configfile.h"

#include "cli/flags.h"
#include "cli/readbytes.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QStandardPaths>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ConfigFileText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ConfigFile)
};

/// A line, or why it is none.
using LineOrReason = std::variant<ConfigEntry, QString>;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

/// What a backslash before `c` stands for.
std::optional<QChar> unescaped(QChar c)
{
    switch (c.unicode()) {
    case u'"':
    case u'\\':
        return c;
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    default:
        return std::nullopt;
    }
}

/// The value of `"…"`, which `text` begins with; nothing when it does not end with its closing quote.
std::optional<QString> unquoted(QStringView text)
{
    QString value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u'"')
            return i == text.size() - 1 ? std::optional(value) : std::nullopt;
        if (text[i] != u'\\') {
            value += text[i];
            continue;
        }
        const auto escaped = ++i < text.size() ? unescaped(text[i]) : std::nullopt;
        if (!escaped)
            return std::nullopt;
        value += *escaped;
    }
    return std::nullopt;
}

/// A flag that takes no value may be said to be true.
LineOrReason readSwitch(ConfigEntry entry)
{
    if (entry.value && *entry.value != "true"_L1)
        return ConfigFileText::tr("%1 takes no value but true").arg(entry.name);
    entry.value.reset();
    return entry;
}

LineOrReason readLine(QStringView line)
{
    while (line.startsWith(u'-'))
        line = line.sliced(1);
    const auto *const end = std::ranges::find_if(line, [](QChar c) { return isBlank(c) || c == u'='; });
    const QString name = line.first(end - line.begin()).toString();
    const auto flag = flagNamed(name);
    if (name.isEmpty() || !flag)
        return ConfigFileText::tr("\"%1\" is no flag of this version; --help lists them").arg(name);
    if (isForCommandLineOnly(*flag))
        return ConfigFileText::tr("%1 belongs on the command line").arg(flag->names.last());
    ConfigEntry entry{flag->names.last(), std::nullopt, 0};
    QStringView rest = line.sliced(name.size()).trimmed();
    const bool hasValue = !rest.isEmpty();
    if (rest.startsWith(u'='))
        rest = rest.sliced(1).trimmed();
    if (hasValue)
        entry.value = rest.startsWith(u'"') ? unquoted(rest) : rest.toString();
    if (hasValue && !entry.value)
        return ConfigFileText::tr(
            "a value in quotes ends with a quote and nothing after it; inside, \\\" \\\\ \\n \\r and "
            "\\t are escapes");
    if (flag->value.isEmpty())
        return readSwitch(std::move(entry));
    if (!hasValue)
        return ConfigFileText::tr("%1 needs a value, as in '%1 = %2'").arg(entry.name, flag->value);
    return entry;
}

/// Where a flag stood first of which only one value counts.
class OnceOnly
{
public:
    [[nodiscard]] std::optional<QString> check(const ConfigEntry &entry)
    {
        const auto flag = flagNamed(entry.name);
        if (flag && flag->repeatable)
            return std::nullopt;
        const int first = m_lines.value(entry.name);
        m_lines.insert(entry.name, entry.line);
        return first == 0
                   ? std::nullopt
                   : std::optional(
                         ConfigFileText::tr("%1 is there already, in line %2").arg(entry.name).arg(first));
    }

private:
    QHash<QString, int> m_lines;
};

} // namespace

QString ConfigEntry::argument() const
{
    return "--"_L1 + name + (value ? u'=' + *value : QString());
}

UsageFault configFault(const QString &path, int line, const QString &reason)
{
    return {u"%1:%2: %3"_s.arg(path, QString::number(line), reason)};
}

std::variant<QList<ConfigEntry>, UsageFault> parseConfig(const QByteArray &bytes, const QString &path)
{
    QList<ConfigEntry> entries;
    OnceOnly once;
    int number = 0;
    for (const QByteArray &raw : bytes.split('\n')) {
        ++number;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder(raw);
        if (decoder.hasError() || text.contains(u'\0'))
            return configFault(path, number, ConfigFileText::tr("this is not text in UTF-8"));
        const QString line = text.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        auto read = readLine(line);
        if (const auto *const reason = std::get_if<QString>(&read))
            return configFault(path, number, *reason);
        ConfigEntry &entry = std::get<ConfigEntry>(read);
        entry.line = number;
        if (const auto reason = once.check(entry))
            return configFault(path, number, *reason);
        entries.append(std::move(entry));
    }
    return entries;
}

QString defaultConfigPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(u"inflight/config"_s);
}

std::variant<QList<ConfigEntry>, UsageFault> readConfig(const QString &path)
{
    auto read = readBytes(path);
    if (const auto *const refusal = std::get_if<ValueRefusal>(&read))
        return UsageFault{"--config: "_L1 + refusal->reason};
    return parseConfig(std::get<QByteArray>(std::move(read)), path);
}

} // namespace inflight
