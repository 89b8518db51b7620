// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "store/outputfile.h"

#include <optional>

namespace inflight {

/// Prints the requests of --dump to stdout as they are found, and what is wrong with the input to stderr.
/// Blocks as long as stdout does.
class RequestDump final
{
    Q_DISABLE_COPY_MOVE(RequestDump)

public:
    /// `options` must outlive it.
    explicit RequestDump(const Options &options);

    /// False once stdout takes no more.
    bool add(const GatheredInputs &found);
    /// After all of them. Gives the exit status.
    [[nodiscard]] int finish();

private:
    [[nodiscard]] std::optional<UsageFault> whyNothing() const;

    const Options &m_options;
    Console m_console;
    OutputFile m_out;
    std::optional<QString> m_fault; ///< of writing
    JobId m_next = 0;
    int m_rejected = 0;
    int m_duplicates = 0;
};

} // namespace inflight
