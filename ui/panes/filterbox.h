// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobfilter.h"

#include <QLineEdit>

namespace inflight {

/// The line that filters the table in the language of JobFilter. Esc clears it. UI thread.
class FilterBox final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBox)

public:
    explicit FilterBox(QWidget *parent = nullptr);

Q_SIGNALS:
    void filterChanged(const inflight::JobFilter &filter);
    /// What is wrong with the text; empty when nothing is. The last good filter holds meanwhile.
    void complained(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void read(const QString &text);
};

} // namespace inflight
