// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/urllist.h"
#include "jobs/jobinput.h"

#include <QSet>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QListView;
class QPushButton;

namespace inflight {

class RejectedLines;
class UrlCheck;
class UrlsBox;
struct UrlListReport;

/// Where URLs are pasted and fetched, with what is wrong with them beside them. UI thread.
class UrlsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UrlsPane)

public:
    /// Which of `urls` belong to jobs that are not finished: they are said and not fetched a second time.
    using UnderWay = std::function<QSet<QString>(const QList<AcceptedUrl> &urls)>;

    /// `request`: what the requests have in common.
    explicit UrlsPane(UnderWay underWay, std::shared_ptr<const RequestTemplate> request = nullptr,
                      QWidget *parent = nullptr);

    [[nodiscard]] UrlsBox &box() const { return *m_box; }
    /// Submits the accepted lines and takes them out of the box; the rejected ones stay.
    void fetch();
    /// Says something about the box until it is edited.
    void say(const QString &message);

Q_SIGNALS:
    /// None twice, never empty.
    void fetchRequested(const QList<inflight::JobInput> &inputs);

private:
    void layOut();
    void noteEdit();
    void showReport();
    void submit();
    void request(const QList<AcceptedUrl> &urls);
    void keepRejected(const UrlListReport &report);
    void showRejectedLine(int row);

    UnderWay m_underWay;
    std::shared_ptr<const RequestTemplate> m_request;
    UrlsBox *m_box = nullptr;
    UrlCheck *m_check = nullptr;
    RejectedLines *m_rejected = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_summary = nullptr;
    QListView *m_rejectedView = nullptr;
    QPushButton *m_fetch = nullptr;
    bool m_fetchWhenChecked = false;
    bool m_submitting = false; ///< the box is changed by us, not by a person
};

} // namespace inflight
