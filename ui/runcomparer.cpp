// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runcomparer.h"

#include "ui/comparisonwindow.h"
#include "ui/historythread.h"

#include <QDir>

namespace inflight {

void RunComparer::compare(const QString &before, const QString &after, QWidget *beside)
{
    m_thread.call(
        this, [before, after](RunHistory &history) { return history.compare(before, after); },
        [this, beside](const std::variant<RunComparison, QString> &result) {
            if (const auto *const fault = std::get_if<QString>(&result)) {
                Q_EMIT failed(*fault);
                return;
            }
            Q_EMIT compared();
            show(std::get<RunComparison>(result), beside);
        });
}

void RunComparer::show(const RunComparison &comparison, QWidget *beside)
{
    auto *const shown = new ComparisonWindow(comparison, beside);
    connect(shown, &ComparisonWindow::exportRequested, this,
            [this, shown](const RunComparison &wanted, const QString &file) { write(wanted, file, shown); });
    shown->show();
}

/// Told where it was asked for, unless that is closed by then.
void RunComparer::write(const RunComparison &comparison, const QString &file, ComparisonWindow *asked)
{
    m_thread.call(
        asked, [comparison, file](RunHistory &history) { return history.exportComparison(comparison, file); },
        [asked, file](const std::optional<QString> &fault) {
            asked->say(fault.value_or(tr("The comparison is in %1.").arg(QDir::toNativeSeparators(file))),
                       fault.has_value());
        });
}

} // namespace inflight
