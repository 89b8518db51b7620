# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests/bench/compare is made of: servers, the programs that fetch from them, and the rows of its table."""
