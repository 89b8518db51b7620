// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/runoffer.h"

#include "jobs/humantext.h"
#include "ui/panes/notice.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString sentenceFor(const UnfinishedRun &run, qsizetype others)
{
    const QString when = QLocale().toString(run.created.toLocalTime(), QLocale::ShortFormat);
    const QString name = run.name.isEmpty() ? RunOffer::tr("The run of %1").arg(when)
                                            : RunOffer::tr("The run “%1” of %2").arg(run.name, when);
    const QString left = run.inputs == 1 ? RunOffer::tr("%1 was not finished: its one job is left.").arg(name)
                         : run.unfinished == 1
                             ? RunOffer::tr("%1 was not finished: 1 of its %2 jobs is left.")
                                   .arg(name, formatCount(run.inputs))
                             : RunOffer::tr("%1 was not finished: %2 of its %3 jobs are left.")
                                   .arg(name, formatCount(run.unfinished), formatCount(run.inputs));
    if (others == 0)
        return left;
    return others == 1
               ? RunOffer::tr("%1 There is 1 other unfinished run.").arg(left)
               : RunOffer::tr("%1 There are %2 other unfinished runs.").arg(left, formatCount(others));
}

} // namespace

RunOffer::RunOffer(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(Tone::Caution, Glyph::Clock))
{
    setObjectName(u"runOffer"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    auto *resume =
        addButton(tr("Resume"), u"resumeRun"_s, tr("Fetch what is left of it; what is finished is kept"));
    auto *notNow = addButton(tr("Not now"), u"notNow"_s, tr("Offer it again the next time"));
    auto *forget = addButton(tr("Forget"), u"forgetRun"_s, tr("Do not offer it again; its file is kept"));
    m_ofRun = {resume, forget};
    connect(resume, &QPushButton::clicked, this, &RunOffer::resumeFirst);
    connect(notNow, &QPushButton::clicked, this, [this] { offer({}); });
    connect(forget, &QPushButton::clicked, this, &RunOffer::forgetFirst);
    hide();
}

QPushButton *RunOffer::addButton(const QString &text, const QString &name, const QString &toolTip)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    m_notice->addButton(button);
    return button;
}

void RunOffer::offer(const QList<UnfinishedRun> &runs)
{
    m_runs = runs;
    showFirst();
}

void RunOffer::showFirst()
{
    setVisible(!m_runs.isEmpty());
    setEnabled(true);
    for (QPushButton *const button : std::as_const(m_ofRun))
        button->setVisible(!m_runs.isEmpty());
    if (!m_runs.isEmpty())
        m_notice->say(sentenceFor(m_runs.constFirst(), m_runs.size() - 1));
}

void RunOffer::resumeFirst()
{
    const QString path = m_runs.constFirst().path;
    // Once: reading a large session takes a moment.
    setEnabled(false);
    Q_EMIT resumeRequested(path);
}

void RunOffer::forgetFirst()
{
    const QString path = m_runs.takeFirst().path;
    showFirst();
    Q_EMIT forgetRequested(path);
}

void RunOffer::drop(const QString &path)
{
    m_runs.removeIf([&path](const UnfinishedRun &run) { return run.path == path; });
    showFirst();
}

void RunOffer::complain(const QString &fault)
{
    setEnabled(true);
    m_notice->say(fault);
    for (QPushButton *const button : std::as_const(m_ofRun))
        button->setVisible(!m_runs.isEmpty());
    show();
}

} // namespace inflight
