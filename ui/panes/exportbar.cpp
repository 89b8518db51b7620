// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/exportbar.h"

#include "jobs/humantext.h"
#include "ui/panes/notice.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace inflight {

ExportBar::ExportBar(QWidget *parent)
    : QWidget(parent)
    , m_going(new Notice(Tone::Active, Glyph::Play))
    , m_done(new Notice(Tone::Good, Glyph::Check))
    , m_problem(new Notice(Tone::Bad, Glyph::Alert))
    , m_progress(new QProgressBar)
{
    setObjectName(u"exportBar"_s);
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setMaximumWidth(24 * fontMetrics().averageCharWidth());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (Notice *notice : {m_going, m_done, m_problem})
        layout->addWidget(notice, 1);
    layout->addWidget(m_progress);
    m_cancel = addButton(tr("Cancel the export"), u"cancelExport"_s);
    m_showFolder = addButton(tr("Show the folder"), u"showExport"_s);
    m_close = addButton(tr("Close"), u"closeExport"_s);
    connect(m_cancel, &QPushButton::clicked, this, &ExportBar::cancelRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_showFolder, &QPushButton::clicked, this, [this] {
        const QFileInfo info(m_path);
        QDesktopServices::openUrl(QUrl::fromLocalFile(info.isDir() ? m_path : info.path()));
    });
    hide();
}

QPushButton *ExportBar::addButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    layout()->addWidget(button);
    return button;
}

void ExportBar::say(Notice *notice, const QString &sentence)
{
    for (Notice *each : {m_going, m_done, m_problem})
        each->say(each == notice ? sentence : QString());
}

void ExportBar::begin(const QString &path)
{
    m_path = path;
    say(m_going, tr("Exporting to %1").arg(QDir::toNativeSeparators(path)));
    m_progress->setRange(0, 0);
    for (QWidget *ofRunning : std::initializer_list<QWidget *>{m_progress, m_cancel})
        ofRunning->show();
    for (QWidget *ofEnded : {m_showFolder, m_close})
        ofEnded->hide();
    show();
}

void ExportBar::setProgress(qint64 done, qint64 all)
{
    constexpr qint64 parts = 1000;
    m_progress->setRange(0, parts);
    m_progress->setValue(static_cast<int>(all > 0 ? done * parts / all : 0));
}

void ExportBar::end(const ExportEnd &end)
{
    const QString place = QDir::toNativeSeparators(end.path);
    if (!end.problem.isEmpty())
        say(m_problem, tr("Not exported: %1").arg(end.problem));
    else if (end.cancelled)
        say(m_problem, tr("The export was cancelled; nothing was written to %1").arg(place));
    else if (end.jobs == 1)
        say(m_done, tr("1 job was exported to %1").arg(place));
    else
        say(m_done, tr("%1 jobs were exported to %2").arg(formatCount(end.jobs), place));
    m_progress->hide();
    m_cancel->hide();
    m_showFolder->setVisible(end.problem.isEmpty() && !end.cancelled);
    m_close->show();
}

} // namespace inflight
