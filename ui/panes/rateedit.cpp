// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/rateedit.h"

#include "jobs/ratetext.h"

#include <QKeyEvent>
#include <QValidator>

using namespace Qt::StringLiterals;

namespace inflight {

/// Lets everything be typed, but nothing that is not a rate be finished: then fixup() is called, by the line
/// itself and by the table whose cell it edits.
class RateEdit::Reader final : public QValidator
{
public:
    explicit Reader(RateEdit &edit)
        : QValidator(&edit)
        , m_edit(edit)
    {}

    State validate(QString &text, int &) const override
    {
        return rateFromText(text) ? Acceptable : Intermediate;
    }
    void fixup(QString &text) const override { m_edit.refuse(text); }

private:
    RateEdit &m_edit;
};

RateEdit::RateEdit(RateLimit rate, QWidget *parent)
    : QLineEdit(parent)
    , m_rate(rate)
{
    setText(rateText(rate));
    setValidator(new Reader(*this));
    setPlaceholderText(tr("none"));
    connect(this, &QLineEdit::editingFinished, this, &RateEdit::take);
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (hasAcceptableInput())
            Q_EMIT complained({});
    });
}

void RateEdit::take()
{
    const std::optional<RateLimit> rate = rateFromText(text());
    if (!rate || *rate == m_rate)
        return;
    m_rate = *rate;
    Q_EMIT rateChanged(m_rate);
}

void RateEdit::refuse(const QString &text)
{
    Q_EMIT complained(tr("“%1” is not a rate, so nothing is changed. Write a number and a time, such as 5/s, "
                         "100/m or 5/15s, or nothing for no limit.")
                          .arg(text.simplified()));
}

void RateEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        setText(rateText(m_rate));
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace inflight
