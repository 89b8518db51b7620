// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>

#include "pipeline/append/appendfile.h"

namespace inflight {

/// A file of lines: JSON Lines, or CSV (RFC 4180) with a header.
class LineFile final : public AppendFile
{
public:
    explicit LineFile(AppendTarget target)
        : m_target(std::move(target))
        , m_file(m_target.path)
    {}

    [[nodiscard]] std::optional<QString> open() override;
    [[nodiscard]] std::optional<QString> write(const QList<QByteArrayView> &values) override;
    [[nodiscard]] std::optional<qint64> end() override { return m_file.size(); }
    [[nodiscard]] qsizetype standing(AppendPlace &place, const QList<QByteArrayView> &values) override;
    [[nodiscard]] std::optional<QString> sync() override;

private:
    [[nodiscard]] std::optional<QString> addLine(QByteArray &lines, QByteArrayView value);
    [[nodiscard]] QByteArray header() const;
    [[nodiscard]] std::optional<QString> cutTornLine();
    [[nodiscard]] std::optional<QString> readHeader();
    [[nodiscard]] std::optional<QString> addRow(QByteArray &lines, QByteArrayView value);
    [[nodiscard]] QString refused(const QString &reason) const;

    AppendTarget m_target;
    QFile m_file;
    bool m_hasHeader = false;
};

} // namespace inflight
