// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fixedfont.h"

#include <QApplication>
#include <QFontDatabase>

namespace inflight {

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (const qreal size = QApplication::font().pointSizeF(); size > 0)
        font.setPointSizeF(size);
    else
        font.setPixelSize(QApplication::font().pixelSize());
    return font;
}

} // namespace inflight
