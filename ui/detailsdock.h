// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>

class QMainWindow;

namespace inflight {

/// The dock of the Details: beside the table in a wide window, below it in a narrow one, until a person puts
/// it somewhere. UI thread.
class DetailsDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsDock)

public:
    /// Docks itself in `window`, which must outlive it.
    DetailsDock(QMainWindow &window, QWidget *content);

    /// After the window's width changed.
    void fit();
    /// Whether a person put it where it is.
    [[nodiscard]] bool isPlaced() const { return m_isPlaced; }
    void setPlaced(bool isPlaced) { m_isPlaced = isPlaced; }

private:
    QMainWindow &m_window;
    bool m_isPlaced = false;
    bool m_fitting = false; ///< moved by us, not by a person
};

} // namespace inflight
