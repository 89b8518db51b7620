// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/commandpalette.h"

#include "ui/delegates/commanddelegate.h"
#include "ui/menucommands.h"
#include "ui/settingsfile.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenuBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype mostRecent = 30;
constexpr int rowsShown = 12;
constexpr int lettersWide = 96;

QString paletteFile()
{
    return settingsFile(u"palette"_s);
}

} // namespace

CommandPalette::CommandPalette(QMainWindow &window)
    : QFrame(&window)
    , m_window(window)
    , m_recent(QSettings(paletteFile(), QSettings::IniFormat).value("recent"_L1).toStringList())
    , m_query(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel(tr("No command matches")))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Commands"));
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setAutoFillBackground(true);
    layOut();
    hide();
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::announce);
    connect(qApp, &QApplication::focusChanged, this, &CommandPalette::followFocus);
    m_query->installEventFilter(this);
    window.installEventFilter(this);
}

void CommandPalette::layOut()
{
    m_query->setObjectName(u"commandQuery"_s);
    m_query->setAccessibleName(tr("Command"));
    m_query->setPlaceholderText(tr("Type a few letters of a command or a pane"));
    m_query->setClearButtonEnabled(true);
    m_list->setObjectName(u"commandList"_s);
    m_list->setAccessibleName(tr("Commands that match"));
    m_list->setModel(&m_commands);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays where one types
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(u"commandNothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_query);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_query);
}

void CommandPalette::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_commands.setCommands(menuCommands(*m_window.menuBar()), m_recent);
    m_query->clear();
    search({});
    place();
    show();
    raise();
    m_query->setFocus(Qt::PopupFocusReason);
    announce();
}

void CommandPalette::place()
{
    const QRect room = m_window.rect().adjusted(24, m_window.menuBar()->height() + 8, -24, -24);
    const int wide = std::min(lettersWide * fontMetrics().averageCharWidth(), room.width());
    const int rowHeight = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : fontMetrics().height();
    const int high = std::min(rowsShown * rowHeight + m_query->sizeHint().height() + 24, room.height());
    setGeometry(room.left() + (room.width() - wide) / 2, room.top(), wide, high);
}

void CommandPalette::search(const QString &query)
{
    m_commands.setQuery(query);
    const bool isAny = m_commands.rowCount() > 0;
    m_nothing->setVisible(!isAny);
    m_list->setVisible(isAny);
    choose(-1);
    goBy(1);
    m_list->scrollToTop();
}

void CommandPalette::choose(int row)
{
    m_list->setCurrentIndex(m_commands.index(row));
    announce();
}

/// To the next command that is possible; over the end to the begin.
void CommandPalette::goBy(int step)
{
    const int rows = m_commands.rowCount();
    int row = m_list->currentIndex().row();
    if (row < 0 && step < 0)
        row = 0;
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + step + rows) % rows;
        if (m_commands.flags(m_commands.index(row)).testFlag(Qt::ItemIsEnabled))
            return choose(row);
    }
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid() || !m_commands.command(index.row()).enabled)
        return;
    const Command command = m_commands.command(index.row());
    m_recent.removeOne(command.id);
    m_recent.prepend(command.id);
    m_recent.resize(std::min(m_recent.size(), mostRecent));
    QSettings(paletteFile(), QSettings::IniFormat).setValue("recent"_L1, m_recent);
    dismiss(); // first: many commands are about what has the keyboard
    if (command.action)
        command.action->trigger();
}

void CommandPalette::dismiss()
{
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadKeyboard && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        goBy(-1);
        return true;
    case Qt::Key_Down:
        goBy(1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        for (int i = 0; i < rowsShown - 1; ++i)
            goBy(key == Qt::Key_PageUp ? -1 : 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_query && event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        place();
    if (event->type() == QEvent::ShortcutOverride) {
        // A text would delete the rest of its line by Ctrl+K, as in Emacs.
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_K && key->modifiers() == Qt::ControlModifier) {
            event->ignore();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

/// What Enter would do is said where the keyboard is.
void CommandPalette::announce()
{
    const QString said = m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
    if (m_query->accessibleDescription() != said)
        m_query->setAccessibleDescription(said);
}

void CommandPalette::followFocus(QWidget *old, QWidget *now)
{
    if (old && old != m_query)
        old->removeEventFilter(this);
    if (!now)
        return;
    if (now != m_query && now->window() == &m_window)
        now->installEventFilter(this);
    if (isVisible() && !isAncestorOf(now))
        hide();
}

} // namespace inflight
