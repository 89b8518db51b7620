// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/pipelinenumber.h"

using namespace Qt::StringLiterals;

namespace inflight {

PipelineNumber::PipelineNumber(const StageOption &option, QWidget *parent)
    : QDoubleSpinBox(parent)
    , m_isWhole(option.type == OptionType::Whole)
    , m_firstStep(option.defaultValue.toDouble(static_cast<double>(option.minimum)))
{
    setDecimals(m_isWhole ? 0 : 3);
    // One below the range stands for "not given".
    setRange(static_cast<double>(option.minimum) - 1, static_cast<double>(option.maximum));
    setSpecialValueText(option.required ? tr("not given")
                        : option.defaultValue.isUndefined()
                            ? tr("default")
                            : tr("default (%1)").arg(textFromValue(m_firstStep)));
    setValue(minimum());
}

QJsonValue PipelineNumber::jsonValue() const
{
    if (value() <= minimum())
        return QJsonValue::Undefined;
    return m_isWhole ? QJsonValue(static_cast<qint64>(value())) : QJsonValue(value());
}

void PipelineNumber::setJsonValue(const QJsonValue &value)
{
    setValue(value.isDouble() ? value.toDouble() : minimum());
}

bool PipelineNumber::isUnset(const QString &text) const
{
    return text.trimmed().isEmpty() || text == specialValueText();
}

QValidator::State PipelineNumber::validate(QString &text, int &position) const
{
    if (isUnset(text))
        return QValidator::Acceptable;
    const QValidator::State state = QDoubleSpinBox::validate(text, position);
    // The value that means "not given" is no number that one can write.
    if (state == QValidator::Acceptable && QDoubleSpinBox::valueFromText(text) <= minimum())
        return QValidator::Intermediate;
    return state;
}

double PipelineNumber::valueFromText(const QString &text) const
{
    return isUnset(text) ? minimum() : QDoubleSpinBox::valueFromText(text);
}

QString PipelineNumber::textFromValue(double value) const
{
    return m_isWhole ? QString::number(static_cast<qint64>(value)) : QString::number(value, 'g', 12);
}

void PipelineNumber::stepBy(int steps)
{
    if (value() <= minimum() && steps > 0)
        setValue(m_firstStep);
    else
        QDoubleSpinBox::stepBy(steps);
}

} // namespace inflight
