// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/detailspage.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace inflight {

class HeadersTable;

/// The request as it goes out: method, URL, headers, body; without secrets unless they are asked for.
class RequestPage final : public DetailsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestPage)

public:
    RequestPage();

    void showStory(const JobStory &story, bool isSameJob) override;
    void clear() override;
    [[nodiscard]] QWidget *keyboardTarget() override;

private:
    QLabel *m_line;
    HeadersTable *m_headers;
    QLabel *m_bodyTitle;
    QPlainTextEdit *m_body;
    QCheckBox *m_secrets;
    JobStory m_story;
    QString m_shownBody;
};

} // namespace inflight
