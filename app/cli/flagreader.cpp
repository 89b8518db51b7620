// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/flagreader.h"

#include "cli/values.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct FlagReaderText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::FlagReader)
};

} // namespace

std::optional<QString> FlagReader::text(const QString &flag) const
{
    return has(flag) ? std::optional(m_parser.values(flag).last()) : std::nullopt;
}

void FlagReader::integer(const QString &flag, int lowest, int highest, int &target)
{
    const auto value = text(flag);
    if (!value)
        return;
    if (const auto number = parseInteger(*value, lowest, highest))
        target = *number;
    else
        refuseValue(flag, *value,
                    FlagReaderText::tr("a whole number from %1 to %2").arg(lowest).arg(highest));
}

void FlagReader::seconds(const QString &flag, std::chrono::milliseconds &target)
{
    const auto value = text(flag);
    if (!value)
        return;
    if (const auto time = parseSeconds(*value))
        target = *time;
    else
        refuseValue(flag, *value, FlagReaderText::tr("a number of seconds such as 30 or 1.5"));
}

void FlagReader::limit(const QString &flag, std::optional<std::chrono::milliseconds> &target)
{
    if (!has(flag))
        return;
    std::chrono::milliseconds time{0};
    seconds(flag, time);
    target = time.count() > 0 ? std::optional(time) : std::nullopt;
}

void FlagReader::size(const QString &flag, qint64 &target)
{
    const auto value = text(flag);
    if (!value)
        return;
    if (const auto bytes = parseSize(*value))
        target = *bytes > 0 ? *bytes : std::numeric_limits<qint64>::max();
    else
        refuseValue(flag, *value, FlagReaderText::tr("a size such as 500k, 20M or 1G"));
}

void FlagReader::refuse(const QString &flag, const QString &reason)
{
    if (!m_fault)
        m_fault = UsageFault{u"--%1: %2"_s.arg(flag, reason)};
}

void FlagReader::refuseValue(const QString &flag, const QString &value, const QString &expected)
{
    refuse(flag, FlagReaderText::tr("\"%1\" is not %2").arg(value, expected));
}

} // namespace inflight
