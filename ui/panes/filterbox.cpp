// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/filterbox.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace inflight {

FilterBox::FilterBox(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(u"filter"_s);
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter (Ctrl+F)"));
    setClearButtonEnabled(true);
    setToolTip(tr("<p>Shows the jobs for which every word holds (Ctrl+F; Esc clears):</p>"
                  "<p>a part of the URL<br>"
                  "is:running, queued, waiting, succeeded, failed, cancelled or slow<br>"
                  "status-code:404 or status-code:4xx<br>domain:example.org<br>error:timeout</p>"
                  "<p>A leading - turns a word round: -is:succeeded</p>"));
    connect(this, &QLineEdit::textChanged, this, &FilterBox::read);
}

void FilterBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

void FilterBox::read(const QString &text)
{
    const auto parsed = JobFilter::parse(text);
    if (const auto *const fault = std::get_if<FilterFault>(&parsed)) {
        Q_EMIT complained(faultText(*fault, text));
        return;
    }
    Q_EMIT complained({});
    Q_EMIT filterChanged(std::get<JobFilter>(parsed));
}

} // namespace inflight
