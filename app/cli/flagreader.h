// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace inflight {

/// Why the command line cannot be obeyed: one translated sentence that names flag and value.
struct UsageFault
{
    QString message;
};

/// Typed access to parsed flags. A flag that is not there leaves its target as it is; of one that is there
/// several times the last counts; the first fault is kept. Lives for the length of one parse.
class FlagReader
{
    Q_DISABLE_COPY_MOVE(FlagReader)

public:
    /// `parser` has parsed and must outlive the reader.
    explicit FlagReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    [[nodiscard]] bool has(const QString &flag) const { return m_parser.isSet(flag); }
    /// The last value; nothing when the flag is not there.
    [[nodiscard]] std::optional<QString> text(const QString &flag) const;
    [[nodiscard]] QStringList texts(const QString &flag) const { return m_parser.values(flag); }

    void integer(const QString &flag, int lowest, int highest, int &target);
    void seconds(const QString &flag, std::chrono::milliseconds &target);
    /// 0 is no limit, as in curl.
    void limit(const QString &flag, std::optional<std::chrono::milliseconds> &target);
    void size(const QString &flag, qint64 &target);

    /// "--flag: `reason`".
    void refuse(const QString &flag, const QString &reason);
    [[nodiscard]] const std::optional<UsageFault> &fault() const { return m_fault; }

private:
    void refuseValue(const QString &flag, const QString &value, const QString &expected);

    const QCommandLineParser &m_parser;
    std::optional<UsageFault> m_fault;
};

} // namespace inflight
