// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace inflight {

/// A spin box for room on a disk, in gigabytes to a thousandth, that reads "20 MB" as well as "0.02 GB" or
/// "0.02"; emptied it stands at its least. UI thread.
class DiskSpaceBox final : public QDoubleSpinBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiskSpaceBox)

public:
    explicit DiskSpaceBox(QWidget *parent = nullptr);

    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;
    [[nodiscard]] QString textFromValue(double gigabytes) const override;

private:
    [[nodiscard]] std::optional<double> gigabytesOf(const QString &text) const;
    [[nodiscard]] bool isUnset(const QString &text) const;
};

} // namespace inflight
