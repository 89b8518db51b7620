// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace inflight {

class ListOpener;
class PastePreview;

/// Brings what is pasted into the table, dropped on the window or opened from a file into the preview. UI
/// thread.
class PasteDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasteDesk)

public:
    /// A child of `window`, which takes drops from now on. `defaults`: what requests get that do not say
    /// otherwise; may be null.
    PasteDesk(QWidget &window, std::shared_ptr<const RequestTemplate> defaults);

    /// Asks for a file.
    void openFile();
    void openClipboard();
    /// Whether a preview waits for a person.
    [[nodiscard]] bool isOpen() const;
    /// The first of them.
    void openFiles(const QStringList &files);
    void openText(const QString &source, const QString &text);
    /// Fetches what is in `text` without a preview, unless some of it is rejected.
    void fetchText(const QString &source, const QString &text);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void fetchRequested(const QList<inflight::JobInput> &inputs);
    /// A translated sentence.
    void failed(const QString &message);

private:
    void take(const QString &source, const QMimeData &data);

    PastePreview *m_preview;
    ListOpener *m_opener;
};

} // namespace inflight
