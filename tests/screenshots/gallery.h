// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QString>

#include <functional>

class QWidget;

namespace inflight {

/// Takes pictures of widgets into a folder, as NUMBER-NAME.png in the order in which they are taken.
class Gallery
{
public:
    explicit Gallery(const QString &folder);

    /// Waits until everything is laid out and painted, then takes it as it is on the screen.
    void take(QWidget &widget, const QString &name);
    /// Does `open`, takes the window or menu that it opens, and closes that again.
    void takeOpened(const std::function<void()> &open, const QString &name);
    /// How many were taken.
    [[nodiscard]] int count() const { return m_count; }
    /// What could not be taken; empty: nothing.
    [[nodiscard]] QStringList missing() const { return m_missing; }

private:
    QDir m_folder;
    int m_count = 0;
    QStringList m_missing;
};

/// Runs the event loop until `condition` holds, ten seconds at most; whether it does.
bool waitUntil(const std::function<bool()> &condition);

} // namespace inflight
