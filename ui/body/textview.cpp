// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/textview.h"

#include "jobs/humantext.h"
#include "ui/body/rowsview.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace inflight {

TextView::TextView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_view(new RowsView)
    , m_search(new QLineEdit)
    , m_says(new QLabel)
{
    m_view->setObjectName(name + u"Text"_s);
    m_view->setAccessibleName(tr("Text"));
    m_search->setObjectName(name + u"Search"_s);
    m_search->setAccessibleName(tr("Search the text"));
    m_search->setPlaceholderText(tr("Search (Enter: next, Shift+Enter: previous)"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_says->setObjectName(name + u"SearchSays"_s);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_says);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(&m_indexing, &QFutureWatcherBase::finished, this, &TextView::takeIndex);
    connect(&m_searching, &QFutureWatcherBase::finished, this, &TextView::takeMatch);
    connect(m_search, &QLineEdit::textEdited, this, [this] { search(false, true); });
}

TextView::~TextView()
{
    m_stopIndexing.request_stop();
    m_stopSearching.request_stop();
    m_indexing.waitForFinished();
    m_searching.waitForFinished();
}

void TextView::setText(const Body &body)
{
    m_stopIndexing.request_stop();
    m_stopSearching.request_stop();
    m_stopIndexing = {};
    m_body = body;
    m_rows.reset();
    m_view->setRows(nullptr);
    m_says->setText(tr("Reading…"));
    m_indexing.setFuture(QtConcurrent::run([body, stop = m_stopIndexing.get_token()] {
        return std::make_shared<const TextIndex>(TextIndex::build(body.bytes(), stop));
    }));
}

void TextView::takeIndex()
{
    if (m_stopIndexing.stop_requested())
        return;
    m_rows = std::make_shared<const TextRows>(m_body, m_indexing.result());
    m_view->setRows(m_rows);
    m_says->setText(tr("%1 lines").arg(formatCount(m_rows->lineCount())));
    if (!m_search->text().isEmpty())
        search(false, true);
}

/// `fromHere`: a match at the present place counts, as while one types.
void TextView::search(bool backwards, bool fromHere)
{
    m_stopSearching.request_stop();
    m_words = m_search->text();
    if (!m_rows)
        return;
    if (m_words.isEmpty()) {
        m_from = {};
        m_view->clearMatch();
        m_says->setText(tr("%1 lines").arg(formatCount(m_rows->lineCount())));
        return;
    }
    m_stopSearching = {};
    m_says->setText(tr("Searching…"));
    const RowPlace from{m_from.row, m_from.column - (fromHere ? 1 : 0)};
    m_searching.setFuture(QtConcurrent::run(
        [rows = std::shared_ptr<const TextRows>(m_rows->copy()), words = m_words, from, backwards,
         stop = m_stopSearching.get_token()] { return findInRows(*rows, words, from, backwards, stop); }));
}

void TextView::takeMatch()
{
    if (m_stopSearching.stop_requested() || !m_rows)
        return;
    const std::optional<RowPlace> found = m_searching.result();
    if (!found) {
        m_view->clearMatch();
        m_says->setText(tr("Not found"));
        return;
    }
    m_from = *found;
    m_view->showMatch(*found, m_words.size());
    m_says->setText(tr("Row %1 of %2").arg(formatCount(found->row + 1), formatCount(m_rows->rowCount())));
}

bool TextView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            search(key->modifiers().testFlag(Qt::ShiftModifier), false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// As in browsers and editors.
void TextView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F3)
        search(event->modifiers().testFlag(Qt::ShiftModifier), false);
    else if (event->key() == Qt::Key_Slash)
        m_search->setFocus(Qt::ShortcutFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace inflight
