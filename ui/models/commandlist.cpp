// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/commandlist.h"

#include "ui/models/fuzzymatch.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace inflight {

QString Command::text() const
{
    return path.isEmpty() ? name : path + u" ▸ "_s + name;
}

CommandList::CommandList(QObject *parent)
    : QAbstractListModel(parent)
{}

void CommandList::setCommands(QList<Command> commands, const QStringList &recent)
{
    m_commands = std::move(commands);
    m_recent = recent;
    find();
}

void CommandList::setQuery(const QString &query)
{
    m_query = query;
    find();
}

void CommandList::find()
{
    beginResetModel();
    m_found.clear();
    for (qsizetype place = 0; place < m_commands.size(); ++place) {
        const Command &command = m_commands.at(place);
        const auto match = fuzzyMatch(m_query, command.text(), command.nameAt());
        if (!match)
            continue;
        const qsizetype used = m_recent.indexOf(command.id);
        m_found.append({place, match->score, used < 0 ? m_recent.size() : used, match->positions});
    }
    std::ranges::sort(m_found, [this](const Found &a, const Found &b) {
        const auto rank = [this](const Found &found) {
            return std::tuple(-found.score, !m_commands.at(found.place).enabled, found.recency, found.place);
        };
        return rank(a) < rank(b);
    });
    endResetModel();
}

int CommandList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant CommandList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Command &each = command(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return each.text();
    case Qt::StatusTipRole:
    case Qt::ToolTipRole:
        return each.tip;
    case Qt::AccessibleTextRole:
        return accessibleText(each);
    case NameAtRole:
        return static_cast<int>(each.nameAt());
    case PositionsRole:
        return QVariant::fromValue(m_found.at(index.row()).positions);
    case ShortcutRole:
        return each.shortcut;
    case CheckedRole:
        return each.checked;
    default:
        return {};
    }
}

QString CommandList::accessibleText(const Command &command) const
{
    QStringList parts{command.name, command.path, command.shortcut};
    if (command.checked)
        parts.append(tr("on"));
    if (!command.enabled)
        parts.append(tr("not possible now"));
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

Qt::ItemFlags CommandList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags always = Qt::ItemNeverHasChildren;
    return command(index.row()).enabled ? always | Qt::ItemIsEnabled | Qt::ItemIsSelectable : always;
}

} // namespace inflight
