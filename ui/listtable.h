// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QTableView;

namespace inflight {

/// Makes `table` look and act as a list of rows of one height: whole rows are selected, Tab leaves it,
/// nothing is edited by a click. `padding`: pixels of a row's height beside those of its text.
void makeListTable(QTableView &table, int padding);

} // namespace inflight
