// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/comparisonwindow.h"

#include "jobs/humantext.h"
#include "ui/listtable.h"
#include "ui/panes/notice.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTableView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

ComparisonWindow::ComparisonWindow(RunComparison comparison, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_model(std::move(comparison))
    , m_done(new Notice(Tone::Good, Glyph::Check))
    , m_failed(new Notice(Tone::Bad, Glyph::Alert))
{
    setObjectName(u"comparison"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Two runs compared – Inflight"));
    auto *headlineLabel = new QLabel(headline());
    headlineLabel->setObjectName(u"comparisonHeadline"_s);
    headlineLabel->setWordWrap(true);
    headlineLabel->setTextFormat(Qt::PlainText);
    auto *toFile = new QPushButton(tr("&Export…"));
    toFile->setObjectName(u"exportComparison"_s);
    toFile->setAutoDefault(false);
    toFile->setEnabled(!m_model.comparison().jobs.isEmpty());
    auto *close = new QPushButton(tr("&Close"));
    close->setAutoDefault(false);
    connect(toFile, &QPushButton::clicked, this, &ComparisonWindow::askForFile);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(toFile);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(headlineLabel);
    layout->addWidget(makeTable(), 1);
    layout->addWidget(m_done);
    layout->addWidget(m_failed);
    layout->addLayout(buttons);
    m_done->setObjectName(u"comparisonDone"_s);
    m_failed->setObjectName(u"comparisonFailed"_s);
    say({}, false);
    const QSize wanted(200 * fontMetrics().averageCharWidth(), 30 * fontMetrics().lineSpacing());
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
}

QTableView *ComparisonWindow::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(u"comparisonTable"_s);
    table->setAccessibleName(tr("Differences"));
    table->setModel(&m_model);
    makeListTable(*table, 11);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const auto width = [this](const QString &sample) { return fontMetrics().horizontalAdvance(sample) + 16; };
    table->setColumnWidth(ComparisonModel::Changed, width(u"state, status, content"_s));
    table->setColumnWidth(ComparisonModel::Url, width(QString(26, u'x')));
    table->setColumnWidth(ComparisonModel::State, width(u"Succeeded → Failed"_s));
    table->setColumnWidth(ComparisonModel::Status, width(u"200 → 404 "_s));
    table->setColumnWidth(ComparisonModel::Output, width(QString(38, u'x')));
    table->setColumnWidth(ComparisonModel::Size, width(u"123.4 kB → 123.5 kB"_s));
    table->setColumnWidth(ComparisonModel::Time, width(u"850 ms → 4.2 s "_s));
    table->setColumnWidth(ComparisonModel::Digest, width(u"33bf1151 → 33bf1151"_s));
    return table;
}

void ComparisonWindow::say(const QString &sentence, bool failed)
{
    m_done->say(failed ? QString() : sentence);
    m_failed->say(failed ? sentence : QString());
}

QString ComparisonWindow::headline() const
{
    const RunComparison &comparison = m_model.comparison();
    const QString counts = comparison.jobs.isEmpty()
                               ? tr("All %1 jobs are the same.").arg(formatCount(comparison.same))
                               : tr("%1 jobs differ, %2 are the same.")
                                     .arg(formatCount(comparison.jobs.size()), formatCount(comparison.same));
    return tr("From %1 to %2. %3 Times that differ by up to %4 are taken for the same.")
        .arg(comparison.before, comparison.after, counts, formatDuration(std::llround(comparison.noiseMs)));
}

void ComparisonWindow::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the comparison"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("JSON Lines (*.jsonl)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("jsonl"_L1) ? u"jsonl"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &file) { Q_EMIT exportRequested(m_model.comparison(), file); });
    dialog->open();
}

} // namespace inflight
