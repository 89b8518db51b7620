// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

namespace inflight {

/// An entry of a menu, as it was when the palette opened.
struct Command
{
    QString name;     ///< without mnemonics
    QString path;     ///< the menus above it: "View ▸ Columns"; empty: none
    QString shortcut; ///< as people read it
    QString tip;      ///< what it does
    QString id;       ///< the same in every run of the program
    bool enabled = true;
    bool checked = false;
    QPointer<QAction> action; ///< of a menu that is filled anew it may be gone

    /// What is searched: "View ▸ Columns ▸ Size".
    [[nodiscard]] QString text() const;
    /// Where the name begins in text().
    [[nodiscard]] qsizetype nameAt() const { return text().size() - name.size(); }
};

/// The commands that fit what was typed, the best first; while nothing is typed, those used last come first.
/// UI thread.
class CommandList final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandList)

public:
    /// Beside Display (text()), StatusTip and AccessibleText.
    enum Role {
        NameAtRole = Qt::UserRole, ///< int: Command::nameAt()
        PositionsRole,             ///< QList<qsizetype>: of the matched letters
        ShortcutRole,
        CheckedRole
    };

    explicit CommandList(QObject *parent = nullptr);

    /// `recent`: ids, the last used first.
    void setCommands(QList<Command> commands, const QStringList &recent);
    void setQuery(const QString &query);
    [[nodiscard]] const Command &command(int row) const { return m_commands.at(m_found.at(row).place); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// What is not possible now is shown and passed over.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Found
    {
        qsizetype place = 0;
        int score = 0;
        qsizetype recency = 0; ///< 0: used last
        QList<qsizetype> positions;
    };

    void find();
    [[nodiscard]] QString accessibleText(const Command &command) const;

    QList<Command> m_commands;
    QStringList m_recent;
    QString m_query;
    QList<Found> m_found;
};

} // namespace inflight
