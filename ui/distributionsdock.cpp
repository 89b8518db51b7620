// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/distributionsdock.h"

#include "jobs/engine.h"
#include "jobs/filter/distributionword.h"
#include "jobs/filter/filtertext.h"
#include "ui/listtable.h"
#include "ui/panes/histogramplot.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

/// Figures that change more often cannot be read.
constexpr auto pace = 250ms;

} // namespace

DistributionsDock::DistributionsDock(QMainWindow &window, Engine &engine)
    : QDockWidget(tr("Distributions"), &window)
    , m_engine(engine)
    , m_origins(new QComboBox)
    , m_showJobs(new QPushButton(tr("S&how jobs")))
    , m_table(new QTableView)
    , m_plot(new HistogramPlot)
    , m_caption(new QLabel)
{
    setObjectName(u"distributions"_s);
    setAccessibleName(tr("Distributions"));
    setUpTable();
    layOut();
    window.addDockWidget(Qt::BottomDockWidgetArea, this);
    m_pace.setSingleShot(true);
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &DistributionsDock::refresh);
    connect(&engine, &Engine::updated, this, &DistributionsDock::follow);
    connect(m_origins, &QComboBox::currentIndexChanged, this, [this] {
        letRangeGo();
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DistributionsDock::showCurrent);
    connect(m_plot, &HistogramPlot::rangeChosen, this, &DistributionsDock::chooseRange);
    connect(m_plot, &HistogramPlot::rangeLetGo, this, &DistributionsDock::letRangeGo);
    connect(m_plot, &HistogramPlot::pointedAt, this, &DistributionsDock::say);
    connect(m_showJobs, &QPushButton::clicked, this, &DistributionsDock::showJobs);
    showCurrent();
}

void DistributionsDock::layOut()
{
    m_origins->setObjectName(u"distributionOrigin"_s);
    m_origins->setAccessibleName(tr("Origin"));
    m_origins->setToolTip(tr("Whose jobs are counted"));
    m_origins->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_origins->setMinimumContentsLength(24);
    m_origins->setModel(&m_choice);
    if (auto *const list = qobject_cast<QListView *>(m_origins->view()))
        list->setUniformItemSizes(true); // there may be very many
    m_showJobs->setObjectName(u"showDistributionJobs"_s);
    m_showJobs->setAccessibleName(tr("Show jobs"));
    m_showJobs->setToolTip(tr("Filters the table by the origin and the stage that are chosen here"));
    m_caption->setObjectName(u"distributionCaption"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    auto *const line = new QHBoxLayout;
    line->addWidget(m_origins);
    line->addWidget(m_showJobs);
    line->addWidget(m_caption, 1);
    auto *const halves = new QSplitter;
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_table);
    halves->addWidget(m_plot);
    halves->setSizes({11000, 9000});
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(halves, 1);
    setWidget(content);
}

void DistributionsDock::setUpTable()
{
    m_table->setObjectName(u"distributionTable"_s);
    m_table->setAccessibleName(tr("Distribution table"));
    m_table->setModel(&m_model);
    makeListTable(*m_table, 4);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setMinimumHeight(4 * fontMetrics().height());
    m_table->horizontalHeader()->setMinimumSectionSize(10);
    m_table->setColumnWidth(DistributionModel::Name,
                            fontMetrics().horizontalAdvance(tr("Time to first byte")) + 16);
    for (int column = DistributionModel::Jobs; column < DistributionModel::ColumnCount; ++column) {
        const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int widest =
            std::max(fontMetrics().horizontalAdvance(u"00.00 ms"_s), fontMetrics().horizontalAdvance(title));
        m_table->setColumnWidth(column, widest + 8);
    }
    auto *const show = new QAction(tr("Show &jobs of the stage or origin"), m_table);
    show->setObjectName(u"showDistributionJobsAction"_s);
    show->setStatusTip(
        tr("Filter the table by the origin and the stage that are chosen in the distributions"));
    show->setShortcut(Qt::Key_Return);
    show->setShortcutContext(Qt::WidgetShortcut);
    connect(show, &QAction::triggered, this, &DistributionsDock::showJobs);
    m_table->addAction(show);
    connect(m_table, &QTableView::doubleClicked, this, &DistributionsDock::showJobs);
}

void DistributionsDock::takeFocus()
{
    raise();
    m_table->setFocus(Qt::ShortcutFocusReason);
}

QList<QAction *> DistributionsDock::menu() const
{
    return m_table->actions();
}

void DistributionsDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    refresh();
}

void DistributionsDock::follow(const ChangeBatch &batch)
{
    m_choice.apply(batch);
    if (isVisible() && !m_pace.isActive())
        m_pace.start();
}

void DistributionsDock::refresh()
{
    m_model.setDistributions(m_engine.distributions()->snapshot(origin()));
    if (currentRow() < 0 && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 0)); // selectRow() fails from right to left
    showCurrent();
}

int DistributionsDock::currentRow() const
{
    return m_table->currentIndex().row();
}

std::optional<quint32> DistributionsDock::origin() const
{
    return OriginChoice::origin(m_origins->currentIndex());
}

QString DistributionsDock::originWord() const
{
    return origin() ? filterWord(u"origin"_s, m_origins->currentText()) : QString();
}

void DistributionsDock::showCurrent()
{
    const int row = currentRow();
    const bool isStage = row >= 0 && m_model.distribution(row).of == Distribution::Of::Stage;
    m_showJobs->setEnabled(isStage || origin());
    const QString name = row < 0 ? QString() : m_model.name(row);
    if (name != m_shownName)
        letRangeGo();
    m_shownName = name;
    m_plot->setHistogram(row < 0 ? DurationHistogram() : m_model.distribution(row).times);
    m_plot->setAccessibleName(row < 0 ? tr("Histogram") : tr("Histogram: %1").arg(name));
    if (!m_plot->hasFocus())
        m_plot->setAccessibleDescription(row < 0 ? QString() : m_model.summary(row));
    say({});
}

void DistributionsDock::say(const QString &pointedAt)
{
    if (m_shownName.isEmpty())
        return m_caption->clear();
    const auto &range = m_plot->range();
    QStringList parts{m_shownName};
    if (range)
        parts.append(tr("shown: %1").arg(m_plot->rangeText(*range)));
    if (!pointedAt.isEmpty())
        parts.append(pointedAt);
    if (parts.size() == 1)
        parts.append(tr("drag over a range to filter by it"));
    m_caption->setText(parts.join(u" · "_s));
    m_caption->setToolTip(m_caption->text());
}

void DistributionsDock::chooseRange(BucketRange range)
{
    if (currentRow() < 0)
        return;
    if (origin())
        Q_EMIT jobsRequested(originWord());
    // Only now: noteFilter() must not miss it before it is there.
    m_word = distributionWord(m_model.distribution(currentRow()), range.first, range.end);
    Q_EMIT jobsRequested(m_word);
    say({});
}

void DistributionsDock::letRangeGo()
{
    m_plot->setRange(std::nullopt);
    if (!m_word.isEmpty())
        Q_EMIT wordDropped(std::exchange(m_word, {}));
    say({});
}

void DistributionsDock::noteFilter(const QString &text)
{
    if (m_word.isEmpty() || filterHas(text, m_word))
        return;
    m_word.clear();
    m_plot->setRange(std::nullopt);
    say({});
}

void DistributionsDock::showJobs()
{
    if (origin())
        Q_EMIT jobsRequested(originWord());
    const int row = currentRow();
    if (row >= 0 && m_model.distribution(row).of == Distribution::Of::Stage)
        Q_EMIT jobsRequested(filterWord(u"stage"_s, m_model.distribution(row).stage));
}

} // namespace inflight
