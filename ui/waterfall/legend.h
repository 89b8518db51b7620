// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/waterfall/jobbar.h"

#include <QWidget>

namespace inflight {

/// What the shapes of the waterfall mean, in as many lines as the width asks for. UI thread.
class Legend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Legend)

public:
    explicit Legend(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// One entry: a phase, or an end.
    struct Entry
    {
        Phase phase = Phase::Count;
        SegmentFate fate = SegmentFate::Done; ///< Open: slow
        QString text;
    };

    [[nodiscard]] QList<QRect> places(int width) const;
    [[nodiscard]] int sampleWidth() const;

    QList<Entry> m_entries;
};

} // namespace inflight
