// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/originsdock.h"

#include "jobs/engine.h"
#include "ui/panes/notice.h"
#include "ui/panes/originactions.h"
#include "ui/panes/originsview.h"

#include <QBoxLayout>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace inflight {

OriginsDock::OriginsDock(QMainWindow &window, Engine &engine, const JobTable &jobs)
    : QDockWidget(tr("Origins"), &window)
    , m_view(new OriginsView(m_origins, jobs))
{
    setObjectName(u"origins"_s);
    setAccessibleName(tr("Origins"));
    auto *complaint = new Notice(Tone::Bad, Glyph::Alert);
    complaint->setObjectName(u"originsMessage"_s);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_view, 1);
    layout->addWidget(complaint);
    setWidget(content);
    window.addDockWidget(Qt::BottomDockWidgetArea, this);
    window.resizeDocks({this}, {10 * fontMetrics().lineSpacing()}, Qt::Vertical);
    connect(m_view, &OriginsView::complained, complaint, &Notice::say);
    connect(&m_view->actionsOnOrigins(), &OriginActions::jobsRequested, this, &OriginsDock::jobsRequested);
    connectEngine(engine);
}

void OriginsDock::takeFocus()
{
    raise();
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void OriginsDock::connectEngine(Engine &engine)
{
    connect(&engine, &Engine::updated, &m_origins, &OriginModel::apply);
    connect(&m_origins, &OriginModel::limitsEdited, &engine, &Engine::setOriginLimits);
    connect(&m_view->actionsOnOrigins(), &OriginActions::cancelRequested, &engine, &Engine::cancelOrigin);
    connect(&m_view->actionsOnOrigins(), &OriginActions::retryRequested, &engine, &Engine::retryOrigin);
}

} // namespace inflight
