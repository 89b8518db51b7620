// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/rowscopy.h"

#include <QObject>
#include <QTimer>

namespace inflight {

/// Puts rows on the clipboard as text. What takes longer than a few milliseconds is made in slices between
/// the events, so that copying 100,000 rows stalls nothing; the clipboard changes once all of it is there. A
/// new copy stops the one before. UI thread.
class RowsCopier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowsCopier)

public:
    explicit RowsCopier(QObject *parent);

    void copy(RowsText text, QList<int> rows);

private:
    void makeSlice();

    RowsText m_text;
    QList<int> m_rows;
    qsizetype m_next = 0;
    QString m_made;
    QTimer m_timer;
};

} // namespace inflight
