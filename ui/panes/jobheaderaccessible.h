// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessibleInterface>
#include <QPointer>

namespace inflight {

class JobRowsView;

/// The title of a column of the table of jobs, or the number of a row, for assistive technology. Section -1
/// is the corner between them.
class JobHeaderAccessible final : public QAccessibleInterface
{
public:
    JobHeaderAccessible(JobRowsView &view, Qt::Orientation orientation, int section);
    ~JobHeaderAccessible() override;

    [[nodiscard]] bool isValid() const override { return m_view; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

private:
    QPointer<JobRowsView> m_view;
    Qt::Orientation m_orientation;
    int m_section;
};

} // namespace inflight
