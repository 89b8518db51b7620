// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobcontents.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace inflight {

class CsvTable;
class ImageView;
class JsonTree;
class Notice;
class RowsView;
class TextView;

/// Shows bytes in the manner that fits what they are, or in another one that a person chooses: as a tree,
/// text, table, image or in hexadecimal. Only the view in front reads them. UI thread.
class ContentView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContentView)

public:
    enum class Manner : quint8 { Tree, Text, Table, Image, Hex, Count };

    /// What the objectNames begin with.
    explicit ContentView(const QString &name);

    /// Does nothing when it shows these bytes already.
    void setContent(const Content &content);
    void clear();
    [[nodiscard]] QWidget *keyboardTarget() const;

private:
    void choose(int index);
    void showAs(Manner manner);
    [[nodiscard]] QWidget *viewFor(Manner manner);
    [[nodiscard]] QWidget *makeView(Manner manner);
    [[nodiscard]] bool fits(Manner manner) const;
    [[nodiscard]] Manner mannerFor(ContentKind kind) const;

    QString m_name;
    Content m_content;
    QComboBox *m_choice;
    QLabel *m_about;
    Notice *m_notice;
    QStackedWidget *m_stack;
    JsonTree *m_tree = nullptr; ///< each is made when it is first wanted
    TextView *m_text = nullptr;
    CsvTable *m_table = nullptr;
    ImageView *m_image = nullptr;
    RowsView *m_hex = nullptr;
    QHash<ContentKind, Manner> m_chosen; ///< by a person, for contents of that kind
};

} // namespace inflight
