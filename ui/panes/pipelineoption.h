// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/stageoption.h"

#include <QObject>

class QWidget;

namespace inflight {

/// The control for one option of a stage. A child of its widget. UI thread.
class PipelineOption : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineOption)

public:
    /// The control that suits `option`, with its name, description and type for every kind of reader.
    static PipelineOption *make(const StageOption &option, QWidget *parent);

    [[nodiscard]] const StageOption &option() const { return m_option; }
    [[nodiscard]] QWidget &widget() const { return *m_widget; }
    /// What a pipeline file would say; undefined: nothing, as for what is left at its default. Lines that
    /// cannot be read are given as a string, which is no value of that type.
    [[nodiscard]] QJsonValue value() const;
    /// Shows what a pipeline file says; undefined: nothing. Announces no edit.
    void show(const QJsonValue &value);

Q_SIGNALS:
    void edited();

protected:
    PipelineOption(const StageOption &option, QWidget *widget);
    [[nodiscard]] virtual QJsonValue written() const = 0;
    virtual void write(const QJsonValue &value) = 0;

private:
    StageOption m_option;
    QWidget *m_widget;
};

} // namespace inflight
