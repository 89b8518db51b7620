// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/detailspage.h"

class QCheckBox;
class QLabel;

namespace inflight {

class HeadersTable;

/// The answer's status line and headers; without secrets unless they are asked for.
class ResponsePage final : public DetailsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResponsePage)

public:
    ResponsePage();

    void showStory(const JobStory &story, bool isSameJob) override;
    void clear() override;
    [[nodiscard]] QWidget *keyboardTarget() override;

private:
    QLabel *m_line;
    HeadersTable *m_headers;
    QCheckBox *m_secrets;
    JobStory m_story;
};

} // namespace inflight
