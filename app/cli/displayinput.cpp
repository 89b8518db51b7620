// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/displayinput.h"

#include "cli/displaycommand.h"
#include "cli/displayjson.h"

namespace inflight {

QString displayInput(const QString &text, Secrets secrets)
{
    if (secrets == Secrets::Shown)
        return text;
    const QStringView beginning = QStringView(text).trimmed().left(1);
    const bool isJson = !beginning.isEmpty() && QStringView(u"{}[]\",").contains(beginning.front());
    return displayText(isJson ? withoutJsonSecrets(text) : withoutCommandSecrets(text), secrets);
}

} // namespace inflight
