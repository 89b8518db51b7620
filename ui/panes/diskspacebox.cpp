// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/diskspacebox.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// A number, as far as it is written, and then a unit, as far as that is.
QRegularExpressionMatch partsOf(const QString &text)
{
    static const QRegularExpression parts(uR"(^\s*([\d.,'\s]*?)\s*(?:([kmgt])b?)?\s*$)"_s,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
    return parts.match(text);
}

constexpr double leastRoom = 0.001;

double factorOf(const QString &unit)
{
    if (unit.isEmpty())
        return 1;
    switch (unit.front().toLower().unicode()) {
    case 'k':
        return 1e-6;
    case 'm':
        return 1e-3;
    case 't':
        return 1e3;
    default:
        return 1;
    }
}

} // namespace

DiskSpaceBox::DiskSpaceBox(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(3);
}

QValidator::State DiskSpaceBox::validate(QString &text, int &) const
{
    if (isUnset(text))
        return QValidator::Acceptable;
    if (const std::optional<double> gigabytes = gigabytesOf(text))
        return *gigabytes >= minimum() && *gigabytes <= maximum() ? QValidator::Acceptable
                                                                  : QValidator::Intermediate;
    return partsOf(text).hasMatch() ? QValidator::Intermediate : QValidator::Invalid;
}

double DiskSpaceBox::valueFromText(const QString &text) const
{
    if (isUnset(text))
        return minimum();
    // What is less than can be shown is not nothing, which stands for no limit.
    const double gigabytes = gigabytesOf(text).value_or(value());
    return gigabytes > 0 ? std::max(leastRoom, std::round(gigabytes / leastRoom) * leastRoom) : gigabytes;
}

QString DiskSpaceBox::textFromValue(double gigabytes) const
{
    QLocale plain = locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return gigabytes < 1 ? tr("%1 MB").arg(plain.toString(gigabytes * 1000, 'g', 6))
                         : tr("%1 GB").arg(plain.toString(gigabytes, 'g', 12));
}

std::optional<double> DiskSpaceBox::gigabytesOf(const QString &text) const
{
    const QRegularExpressionMatch parts = partsOf(text);
    bool isNumber = false;
    const double number = locale().toDouble(parts.captured(1), &isNumber);
    return isNumber ? std::optional(number * factorOf(parts.captured(2))) : std::nullopt;
}

bool DiskSpaceBox::isUnset(const QString &text) const
{
    return text.trimmed().isEmpty() || text == specialValueText();
}

} // namespace inflight
