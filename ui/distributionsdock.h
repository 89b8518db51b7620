// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/distributionmodel.h"
#include "ui/models/histogramscale.h"
#include "ui/models/originchoice.h"

#include <QDockWidget>
#include <QTimer>

#include <memory>
#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QMainWindow;
class QPushButton;
class QTableView;

namespace inflight {

class Engine;
class HistogramPlot;

/// The dock of the distributions: how long jobs took as a whole, to their first byte and in each stage, over
/// all origins or at one; a range of one of them filters the table. It asks the engine for copies of the
/// counts a few times a second, as long as it is seen and something changes. UI thread.
class DistributionsDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DistributionsDock)

public:
    /// Docks itself in `window` below the table and follows `engine`. Both must outlive it.
    DistributionsDock(QMainWindow &window, Engine &engine);

    void takeFocus();
    /// What can be done with what is chosen here.
    [[nodiscard]] QList<QAction *> menu() const;
    /// The filter has this text now: a range that is no longer part of it is let go.
    void noteFilter(const QString &text);

Q_SIGNALS:
    /// Jobs are to be shown: a word of the filter.
    void jobsRequested(const QString &word);
    /// They are no longer to be chosen by this word.
    void wordDropped(const QString &word);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void setUpTable();
    void follow(const ChangeBatch &batch);
    void refresh();
    void showCurrent();
    void chooseRange(BucketRange range);
    void letRangeGo();
    void say(const QString &pointedAt);
    void showJobs();
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] std::optional<quint32> origin() const;
    [[nodiscard]] QString originWord() const;

    Engine &m_engine;
    DistributionModel m_model;
    OriginChoice m_choice;
    QComboBox *m_origins = nullptr;
    QPushButton *m_showJobs = nullptr;
    QTableView *m_table = nullptr;
    HistogramPlot *m_plot = nullptr;
    QLabel *m_caption = nullptr;
    QTimer m_pace;
    QString m_shownName; ///< of the row that is drawn
    QString m_word;      ///< of the range; empty: none
};

} // namespace inflight
