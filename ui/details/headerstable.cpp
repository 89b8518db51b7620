// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/headerstable.h"

#include "ui/listtable.h"
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace inflight {

HeadersTable::HeadersTable(const QString &title, const QString &name)
    : m_search(new QLineEdit)
    , m_copyAll(new QPushButton(tr("Copy all")))
    , m_table(new QTableView)
{
    m_search->setObjectName(name + u"Search"_s);
    m_search->setAccessibleName(tr("Search %1").arg(title));
    m_search->setPlaceholderText(tr("Search headers"));
    m_search->setClearButtonEnabled(true);
    m_copyAll->setObjectName(name + u"CopyAll"_s);
    m_copyAll->setAccessibleName(tr("Copy all of %1").arg(title));
    m_copyAll->setToolTip(tr("Those that are listed, a line each"));
    setUpTable(title, name);

    auto *const row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_copyAll);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);

    connect(m_search, &QLineEdit::textChanged, &m_headers, &HeaderModel::setSearch);
    connect(m_copyAll, &QPushButton::clicked, this, &HeadersTable::copyAll);
    connect(&m_headers, &QAbstractItemModel::modelReset, this, &HeadersTable::update);
    update();
}

void HeadersTable::setUpTable(const QString &title, const QString &name)
{
    m_table->setObjectName(name);
    m_table->setAccessibleName(title);
    m_table->setModel(&m_headers);
    makeListTable(*m_table, 7);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setMinimumHeight(4 * fontMetrics().height());
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(HeaderModel::Name, fontMetrics().horizontalAdvance(u"content-encoding"_s) + 16);
    auto *const copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &HeadersTable::copySelected);
    connect(m_table, &QWidget::customContextMenuRequested, this, &HeadersTable::showMenu);
}

void HeadersTable::showMenu(const QPoint &position)
{
    auto *const menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy selected"), this, &HeadersTable::copySelected);
    menu->addAction(tr("Copy &all"), this, &HeadersTable::copyAll);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void HeadersTable::copySelected()
{
    QStringList lines;
    for (int row = 0; row < m_headers.rowCount(); ++row) {
        if (m_table->selectionModel()->isRowSelected(row))
            lines.append(m_headers.line(row));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void HeadersTable::copyAll()
{
    QStringList lines;
    for (int row = 0; row < m_headers.rowCount(); ++row)
        lines.append(m_headers.line(row));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void HeadersTable::update()
{
    m_copyAll->setEnabled(m_headers.rowCount() > 0);
}

} // namespace inflight
