// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringView>

namespace inflight {

/// `text` as UTF-8 for the content and the attributes of XML 1.0, whatever is in it: markup, line breaks and
/// tabs as references, and what is no character there (XML 1.0, section 2.2, Char) as U+FFFD.
[[nodiscard]] QByteArray xmlText(QStringView text);

} // namespace inflight
