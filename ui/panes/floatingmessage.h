// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace inflight {

/// A sentence about what is wrong in a field, right below it and above everything else, so that nothing moves
/// when it comes and goes. UI thread.
class FloatingMessage final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FloatingMessage)

public:
    /// Below `field`, which is its parent until there is something to say; then the field's window is.
    explicit FloatingMessage(QWidget &field);

    /// Hidden while there is nothing to say.
    void say(const QString &sentence);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void place();
    void applyTheme();

    QWidget &m_field;
};

} // namespace inflight
