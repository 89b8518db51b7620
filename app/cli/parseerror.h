// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineParser>
#include <QString>

namespace inflight {

/// What is wrong with arguments that `parser` could not parse: one translated sentence. An unknown flag is
/// named with the one that was probably meant, if there is one.
QString parseErrorText(const QCommandLineParser &parser);

} // namespace inflight
