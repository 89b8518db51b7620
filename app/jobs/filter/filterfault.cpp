// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterfault.h"

#include <QCoreApplication>

namespace inflight {

QString faultText(const FilterFault &fault, QStringView text)
{
    return QCoreApplication::translate("inflight::JobFilter", "Column %1, “%2”: %3")
        .arg(QString::number(fault.position + 1), text.mid(fault.position, fault.length), fault.message);
}

} // namespace inflight
