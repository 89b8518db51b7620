// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "jobs/originlimits.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;
class QSpinBox;

namespace inflight {

class FilterBox;
class FloatingMessage;
class Notice;
class RateEdit;
struct RunSettings;

/// The buttons and numbers that steer a whole run, and the filter of its table. UI thread.
class ControlsBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ControlsBar)

public:
    /// `settings`: what the run starts with.
    explicit ControlsBar(const RunSettings &settings, QWidget *parent = nullptr);

    /// Presses the Pause button, or lets it go, as a person would.
    void setPaused(bool paused);
    /// Enables what can do something.
    void follow(const RunTotals &totals);
    /// Says that the orders are about the jobs shown, not about all.
    void setFiltered(bool isFiltered);
    [[nodiscard]] bool isFiltered() const { return m_isFiltered; }
    /// Says that what is retried are the jobs shown: rows may have been removed, too.
    void setPartial(bool isPartial);
    [[nodiscard]] bool isPartial() const { return m_isPartial; }
    [[nodiscard]] FilterBox &filter() const { return *m_filter; }

Q_SIGNALS:
    void pauseRequested(bool paused);
    void cancelAllRequested();
    void cancelSlowRequested();
    void retryFailedRequested();
    void concurrencyChanged(int jobs);
    void perHostChanged(int requests);
    void rateChanged(inflight::RateLimit rate);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *addGroup(QLayout &groups);
    QPushButton *addButton(QBoxLayout &row, const QString &text, const QString &name, const QString &toolTip);
    void keepWidth(QPushButton &button, const QString &otherText);
    void addCaption(QBoxLayout &row, const QString &text, QWidget *buddy);
    QSpinBox *addNumber(QBoxLayout &row, const QString &label, const QString &name, int value,
                        const QString &toolTip);
    void connectAll();
    void showPaused(bool paused);
    void showComplaints();

    QPushButton *m_pause = nullptr;
    QPushButton *m_cancelAll = nullptr;
    QPushButton *m_cancelSlow = nullptr;
    QPushButton *m_retryFailed = nullptr;
    QSpinBox *m_concurrency = nullptr;
    QSpinBox *m_perHost = nullptr;
    RateEdit *m_rate = nullptr;
    FilterBox *m_filter = nullptr;
    QString m_filterComplaint;
    QString m_rateComplaint;
    bool m_isFiltered = false;
    bool m_isPartial = false;
    FloatingMessage *m_complaint = nullptr;
    Notice *m_notice = nullptr;
};

} // namespace inflight
