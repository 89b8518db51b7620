// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

/// `bytes` for a person, in units of 1024 and the locale's manner: "300 bytes", "12.3 KB", "10 MB".
[[nodiscard]] QString sizeText(qint64 bytes);

/// Counted things for a person, in the locale's manner: "1 key", "1,200 items".
[[nodiscard]] QString keysText(qint64 count);
[[nodiscard]] QString itemsText(qint64 count);
[[nodiscard]] QString charactersText(qint64 count);
[[nodiscard]] QString linesText(qint64 count);
[[nodiscard]] QString valuesText(qint64 count);
[[nodiscard]] QString rowsText(qint64 count);
[[nodiscard]] QString columnsText(qint64 count);
[[nodiscard]] QString elementsText(qint64 count);
[[nodiscard]] QString linksText(qint64 count);
[[nodiscard]] QString matchesText(qint64 count);
[[nodiscard]] QString filesText(qint64 count);
[[nodiscard]] QString urlsText(qint64 count);
[[nodiscard]] QString invalidSequencesText(qint64 count);

} // namespace inflight
