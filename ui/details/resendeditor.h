// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace inflight {

class Notice;

/// A request to be changed and sent as a new job. Not modal. Shows it as it is, secrets too: it is there to
/// be changed. UI thread.
class ResendEditor final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResendEditor)

public:
    explicit ResendEditor(QWidget *parent = nullptr);

    /// Shows it with this request, in place of the one before.
    void edit(const JobInput &input);

Q_SIGNALS:
    void sendRequested(const QList<inflight::JobInput> &inputs);

private:
    void layOut();
    void send();
    [[nodiscard]] std::optional<HeaderList> headers();
    bool refuse(const QString &reason, QWidget *where);

    QComboBox *m_method;
    QLineEdit *m_url;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_body;
    QPushButton *m_send;
    Notice *m_complaint;
    Notice *m_bodyNote;
    QByteArray m_binaryBody; ///< sent as it is; empty: the text is the body
    QString m_name;
};

} // namespace inflight
