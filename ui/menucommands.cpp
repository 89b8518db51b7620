// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/menucommands.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Without the mnemonic, and without a shortcut that is part of the text.
QString plainText(const QAction &action)
{
    QString text = action.text().section(u'\t', 0, 0);
    text.replace("&&"_L1, "\x1f"_L1).remove(u'&').replace(u'\x1f', u'&');
    return text;
}

Command commandOf(QAction &action, const QString &path)
{
    QString shortcut = action.shortcut().toString(QKeySequence::NativeText);
    if (shortcut.isEmpty())
        shortcut = action.text().section(u'\t', 1, 1);
    const QString name = plainText(action);
    return {.name = name,
            .path = path,
            .shortcut = shortcut,
            .tip = action.statusTip(),
            .id = action.objectName().isEmpty() ? path + u'/' + name : action.objectName(),
            .enabled = action.isEnabled(),
            .checked = action.isChecked(),
            .action = &action};
}

void collect(QMenu &menu, const QString &path, bool isEnabled, QList<Command> &commands)
{
    QMetaObject::invokeMethod(&menu, "aboutToShow");
    const QList<QAction *> actions = menu.actions();
    for (QAction *const action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        if (QMenu *const below = action->menu()) {
            collect(*below, path + u" ▸ "_s + plainText(*action), isEnabled && action->isEnabled(), commands);
            continue;
        }
        commands.append(commandOf(*action, path));
        commands.last().enabled = isEnabled && action->isEnabled();
    }
    QMetaObject::invokeMethod(&menu, "aboutToHide");
}

} // namespace

QList<Command> menuCommands(const QMenuBar &menus)
{
    QList<Command> commands;
    const QList<QAction *> tops = menus.actions();
    for (QAction *const top : tops) {
        if (top->menu() && top->isVisible())
            collect(*top->menu(), plainText(*top), top->isEnabled(), commands);
    }
    return commands;
}

} // namespace inflight
