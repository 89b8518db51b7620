// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QWidget>

#include <optional>

class QTextBrowser;

namespace inflight {

/// What became of one job's body in the edited stages, stage by stage. UI thread.
class PipelineTryOut final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineTryOut)

public:
    explicit PipelineTryOut(QWidget *parent = nullptr);

    /// `url` is of the job that it was tried on.
    void showResult(const TryOut &result, const QString &url);
    /// A sentence in place of a result.
    void say(const QString &sentence);
    /// The pipeline is another one than that of the result shown.
    void setOutdated(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QTextBrowser *m_page;
    QString m_sentence;
    std::optional<TryOut> m_result;
    QString m_url;
    bool m_outdated = false;
};

} // namespace inflight
