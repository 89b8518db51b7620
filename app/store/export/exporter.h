// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "net/redaction.h"
#include "store/outputtarget.h"

#include <QString>

#include <memory>
#include <optional>

namespace inflight {

class RequestBook;

/// What exporters need to know beside the jobs.
struct ExportContext
{
    Secrets secrets = Secrets::Redacted;
    const RequestBook *requests = nullptr; ///< what was sent; null: not known
};

/// One output in one format. Everything is written beside the place where it is to be, which commit() gives
/// to it at once; stdout, devices and pipes are written as they are. Errors are translated sentences that
/// name the place; nothing may be written after one. One thread at a time, and any one after open(); writing
/// may block.
class Exporter
{
    Q_DISABLE_COPY_MOVE(Exporter)

public:
    [[nodiscard]] static std::unique_ptr<Exporter> make(const OutputTarget &target,
                                                        const ExportContext &context);

    Exporter() = default;
    /// Without commit() or discard() before it, what was written stays beside its place.
    virtual ~Exporter() = default;

    [[nodiscard]] virtual std::optional<QString> open() = 0;
    /// Whether it goes to where somebody may be reading along.
    [[nodiscard]] virtual bool isDirect() const { return false; }
    /// Whether FinishedJob::body is of use to it.
    [[nodiscard]] virtual bool wantsBodies() const { return false; }
    [[nodiscard]] virtual std::optional<QString> write(const FinishedJob &job) = 0;
    /// Gives what was held back to the system.
    [[nodiscard]] virtual std::optional<QString> flush() = 0;
    [[nodiscard]] virtual std::optional<QString> commit() = 0;
    /// Removes what was written and not committed.
    virtual void discard() = 0;
};

} // namespace inflight
