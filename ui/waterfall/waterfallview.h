// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/jobrowsview.h"
#include "ui/waterfall/runbounds.h"
#include "ui/waterfall/timescale.h"
#include "ui/waterfall/wallclock.h"

#include <QTimer>

class QAction;
class QKeySequence;

namespace inflight {

class BarDelegate;
class TimeAxis;

/// The jobs along an axis of time, a bar each, in the order and with the selection of the table. Only what is
/// in sight is laid out and painted, and only while something goes on there. UI thread.
class WaterfallView final : public JobRowsView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaterfallView)

public:
    /// `table`: whose selection, current row, sorting and actions on rows it shares; must outlive it.
    WaterfallView(JobOrder &order, QTableView &table, QWidget *parent = nullptr);

    /// After the model took `batch` over.
    void follow(const ChangeBatch &batch);

    [[nodiscard]] const TimeScale &scale() const { return m_scale; }
    [[nodiscard]] const BarDelegate &bars() const { return *m_bars; }
    /// Follow now, whole run, zoom, earlier and later: for menus and buttons.
    [[nodiscard]] const QList<QAction *> &timeActions() const { return m_timeActions; }
    /// Whether time goes on in it by itself.
    [[nodiscard]] bool isTicking() const { return m_ticker.isActive(); }
    /// What is in sight of the bars.
    [[nodiscard]] QRect barsRect() const;

Q_SIGNALS:
    /// The unfinished jobs in sight: others than before. None while it is hidden.
    void sightChanged(const QList<inflight::JobId> &ids);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpColumns();
    void shareHeader(QTableView &table);
    void addTimeActions();
    QAction *addTimeAction(const QString &text, const QString &tip, const QString &name,
                           const QList<QKeySequence> &keys, void (WaterfallView::*slot)());
    void followNow();
    void showWholeRun();
    void zoomIn();
    void zoomOut();
    void goEarlier();
    void goLater();

    void showUnasked();
    void measure();
    void noteScale();
    void tick();
    void bringUp();
    void updateTicker();
    void noteSight();
    void tellSight();
    void tell(const QList<JobId> &ids);
    [[nodiscard]] bool goesOnInSight() const;

    TimeScale m_scale;
    WallClock m_clock;
    RunBounds m_run;
    BarDelegate *m_bars;
    TimeAxis *m_axis;
    QList<QAction *> m_timeActions;
    QAction *m_followNow = nullptr;
    QAction *m_wholeRun = nullptr;
    QTimer m_ticker;
    QTimer m_sightTimer;     ///< gathers what changes what is in sight
    QList<JobId> m_inSight;  ///< as told
    bool m_isChosen = false; ///< a person has said what is to be shown
    bool m_isPressed = false;
    bool m_isPanning = false;
    QPoint m_pressedAt;
    int m_pannedTo = 0;
};

} // namespace inflight
