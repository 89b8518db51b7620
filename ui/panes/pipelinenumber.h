// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/stageoption.h"

#include <QDoubleSpinBox>

namespace inflight {

/// A spin box for a number that need not be given: emptied it stands at "default". Whole numbers up to 2^53.
/// UI thread.
class PipelineNumber final : public QDoubleSpinBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineNumber)

public:
    /// `option` is of type Whole or Number.
    explicit PipelineNumber(const StageOption &option, QWidget *parent = nullptr);

    /// Undefined: not given.
    [[nodiscard]] QJsonValue jsonValue() const;
    /// What is no number counts as not given.
    void setJsonValue(const QJsonValue &value);

    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;
    [[nodiscard]] QString textFromValue(double value) const override;
    void stepBy(int steps) override;

private:
    [[nodiscard]] bool isUnset(const QString &text) const;

    bool m_isWhole;
    double m_firstStep; ///< what stepping begins at while nothing is given
};

} // namespace inflight
