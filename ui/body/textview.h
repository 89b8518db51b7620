// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/textrows.h"

#include <QFutureWatcher>
#include <QWidget>

#include <stop_token>

class QLabel;
class QLineEdit;

namespace inflight {

class RowsView;

/// A text of any size with the numbers of its lines, which can be searched. It is indexed and searched on
/// pool threads. UI thread.
class TextView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextView)

public:
    /// What the objectNames begin with.
    explicit TextView(const QString &name, QWidget *parent = nullptr);
    ~TextView() override;

    /// UTF-8.
    void setText(const Body &body);
    [[nodiscard]] RowsView &rows() const { return *m_view; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeIndex();
    void search(bool backwards, bool fromHere);
    void takeMatch();

    RowsView *m_view;
    QLineEdit *m_search;
    QLabel *m_says;
    Body m_body;
    std::shared_ptr<const TextRows> m_rows; ///< null until the text is indexed
    QFutureWatcher<std::shared_ptr<const TextIndex>> m_indexing;
    QFutureWatcher<std::optional<RowPlace>> m_searching;
    std::stop_source m_stopIndexing;
    std::stop_source m_stopSearching;
    RowPlace m_from; ///< the match before
    QString m_words; ///< that are searched for
};

} // namespace inflight
