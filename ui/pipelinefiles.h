// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/pipeline.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

class QWidget;

namespace inflight {

/// Asks for pipeline files, reads and writes them on a pool thread. Nothing blocks: dialogs are not modal to
/// the application and answers come as signals. UI thread.
class PipelineFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineFiles)

public:
    /// Dialogs open above `window`, which must outlive this.
    explicit PipelineFiles(QWidget &window);
    ~PipelineFiles() override;

    void askToLoad();
    void askToSave(const PipelineDescription &description);
    void load(const QString &fileName);
    /// Writes the whole file or leaves the old one.
    void save(const QString &fileName, const PipelineDescription &description);

Q_SIGNALS:
    void loaded(const QString &fileName, const inflight::PipelineDescription &description);
    void saved(const QString &fileName, const inflight::PipelineDescription &description);
    /// A translated sentence.
    void failed(const QString &message);

private:
    struct Answer
    {
        QString fileName;
        PipelineDescription description;
        QString problem; ///< empty: it worked
        bool wasSaved = false;
    };

    static Answer read(const QString &fileName);
    static Answer write(const QString &fileName, const PipelineDescription &description);
    void run(const std::function<Answer()> &work);
    void finish();

    QWidget &m_window;
    QFutureWatcher<Answer> m_work;
};

} // namespace inflight
