// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"
#include "ui/models/foundrequests.h"
#include "ui/models/rejectededits.h"
#include "ui/pastereading.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QHash>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace inflight {

/// Shows the requests in what was pasted, dropped or opened before anything is sent: what was found, what was
/// not and why, as which format it was read. Not modal. UI thread.
class PastePreview final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PastePreview)

public:
    /// `defaults`: what requests get that do not say otherwise; may be null.
    explicit PastePreview(std::shared_ptr<const RequestTemplate> defaults, QWidget *parent = nullptr);
    ~PastePreview() override;

    /// Reads `text`, which comes from `source` (a translated name), and shows what is in it.
    void open(const QString &source, const QString &text);
    /// The same, and fetches it without being asked.
    void fetchAtOnce(const QString &source, const QString &text);

Q_SIGNALS:
    /// Never empty.
    void fetchRequested(const QList<inflight::JobInput> &inputs);

private:
    void layOut();
    void setUpTables();
    void connectParts();
    void load(const QString &source, const QString &text);
    void readAgain();
    void showReport(InputReport report);
    void showFormat(const InputReport &report);
    void showColumns(const TableShape &table);
    void showCounts();
    void readEdited(int row);
    void mendAgain();
    void fetch();
    void submit();

    std::shared_ptr<const RequestTemplate> m_defaults;
    QString m_source;
    QString m_text;
    PasteReading m_reading;
    QFutureWatcher<QList<JobInput>> m_making;
    FoundRequests m_found;
    RejectedEdits m_rejected;
    QHash<int, QString> m_mended; ///< by line: what a person made of rejected ones
    int m_globs = 0;
    quint64 m_globUrls = 0;
    bool m_fetchWhenRead = false;
    QLabel *m_from;
    QComboBox *m_format;
    QLabel *m_columnLabel;
    QComboBox *m_column;
    QLabel *m_summary;
    QTableView *m_foundView;
    QCheckBox *m_expand;
    QCheckBox *m_dropDuplicates;
    QLabel *m_rejectedTitle;
    QTableView *m_rejectedView;
    QLabel *m_notes;
    QPushButton *m_fetch;
    QPushButton *m_cancel;
};

} // namespace inflight
