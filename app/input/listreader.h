// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/curl/shellwords.h"
#include "input/formatreader.h"
#include "input/intake.h"

#include <QStringList>

#include <optional>

namespace inflight {

/// Reads a list: a URL or a curl command a line, a command going on over as many lines as its quotes and its
/// line ends say. Blank lines and lines that begin with '#' are passed over.
class ListReader final : public LineReader
{
public:
    /// `intake` must outlive this.
    explicit ListReader(Intake &intake)
        : m_intake(intake)
    {}

protected:
    void line(int number, QStringView text) override;
    void end() override;

private:
    void read(int number, QStringView text);
    void readLine(int number, QStringView text);
    void readCommand();
    void readCommands(const QString &text, bool cmd);
    [[nodiscard]] bool takeUrls(const ShellCommand &command, QStringView shown);
    void giveUp();

    Intake &m_intake;
    /// The lines of a command that is not whole yet.
    QStringList m_lines;
    qsizetype m_size = 0; ///< their characters
    int m_firstLine = 0;
    std::optional<CommandLines> m_command;
    bool m_isCmd = false;
    qsizetype m_budget = 0; ///< characters that may be read a second time
};

} // namespace inflight
