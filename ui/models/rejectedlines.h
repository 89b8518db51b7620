// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/urllist.h"

#include <QAbstractListModel>

namespace inflight {

/// A line of at most `most` characters: it may be a whole document that was pasted by mistake.
QString shortenedLine(const QString &text, qsizetype most);

/// The lines that cannot be fetched, each with its number, its text and the reason, as a list. UI thread.
class RejectedLines final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RejectedLines)

public:
    using QAbstractListModel::QAbstractListModel;

    void setLines(QList<RejectedLine> lines);
    [[nodiscard]] const QList<RejectedLine> &lines() const { return m_lines; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<RejectedLine> m_lines;
};

} // namespace inflight
