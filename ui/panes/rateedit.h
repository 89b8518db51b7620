// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/originlimits.h"

#include <QLineEdit>

namespace inflight {

/// A line for a rate in curl's grammar: 5/s, 100/m, 5/15s; nothing for no limit. What cannot be read is
/// complained about and changes nothing; Esc brings back what holds. UI thread.
class RateEdit final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RateEdit)

public:
    explicit RateEdit(RateLimit rate = {}, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Enter was pressed or the line was left, with another rate in it.
    void rateChanged(inflight::RateLimit rate);
    /// What is wrong with the text; empty when nothing is any more.
    void complained(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Reader;

    void take();
    void refuse(const QString &text);

    RateLimit m_rate; ///< the last that could be read
};

} // namespace inflight
