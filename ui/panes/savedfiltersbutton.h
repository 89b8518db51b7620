// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace inflight {

class FilterBox;

/// The button beside the filter whose menu has the saved ones: to choose, to save the present one, to remove.
/// UI thread.
class SavedFiltersButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedFiltersButton)

public:
    /// `box` must outlive it.
    explicit SavedFiltersButton(FilterBox &box, QWidget *parent = nullptr);

private:
    void fillMenu();
    void askName();

    FilterBox &m_box;
};

} // namespace inflight
