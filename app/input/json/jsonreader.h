// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/formatreader.h"
#include "input/intake.h"

namespace inflight {

/// Reads JSON, which may be an HTTP Archive (HAR).
class JsonReader final : public DocumentReader
{
public:
    /// `intake` must outlive this.
    explicit JsonReader(Intake &intake)
        : m_intake(intake)
    {}

    /// What it was, once it is read.
    [[nodiscard]] bool isHar() const { return m_isHar; }

protected:
    void read(QStringView text) override;

private:
    Intake &m_intake;
    bool m_isHar = false;
};

/// Reads JSON values, one a line.
class JsonLinesReader final : public LineReader
{
public:
    /// `intake` must outlive this.
    explicit JsonLinesReader(Intake &intake)
        : m_intake(intake)
    {}

protected:
    void line(int number, QStringView text) override;

private:
    Intake &m_intake;
};

} // namespace inflight
