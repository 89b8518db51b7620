// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/runlimitsform.h"

#include "jobs/humantext.h"
#include "ui/panes/diskspacebox.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr double bytesInGigabyte = 1e9;
constexpr int mostDays = 3650;
constexpr double mostGigabytes = 100'000;

} // namespace

RunLimitsForm::RunLimitsForm(const RunLimits &limits, QWidget *parent)
    : QWidget(parent)
    , m_days(new QSpinBox)
    , m_room(new DiskSpaceBox)
    , m_automatic(new QCheckBox(tr("Apply &when a window opens")))
    , m_excess(new QLabel)
    , m_apply(new QPushButton(tr("Delete &them")))
{
    m_days->setObjectName(u"keepDays"_s);
    m_days->setAccessibleName(tr("Days that runs are kept"));
    m_days->setRange(0, mostDays);
    m_days->setSpecialValueText(tr("any age"));
    m_days->setValue(limits.days);
    const auto nameUnit = [this](int days) { m_days->setSuffix(days == 1 ? tr(" day") : tr(" days")); };
    nameUnit(limits.days);
    connect(m_days, &QSpinBox::valueChanged, this, nameUnit);
    m_room->setObjectName(u"keepGigabytes"_s);
    m_room->setAccessibleName(tr("Room on the disk that all runs may take"));
    m_room->setRange(0, mostGigabytes);
    m_room->setSpecialValueText(tr("any size"));
    m_room->setValue(static_cast<double>(limits.bytes) / bytesInGigabyte);
    m_automatic->setObjectName(u"keepAutomatic"_s);
    m_automatic->setChecked(limits.automatic);
    m_excess->setObjectName(u"excessText"_s);
    m_apply->setObjectName(u"applyLimits"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(6);
    auto *age = new QLabel(tr("&Keep runs of"));
    age->setBuddy(m_days);
    auto *size = new QLabel(tr("and at &most"));
    size->setBuddy(m_room);
    row->addWidget(age);
    row->addWidget(m_days);
    row->addWidget(size);
    row->addWidget(m_room);
    row->addWidget(m_automatic);
    row->addSpacing(12);
    row->addWidget(m_excess, 1);
    row->addWidget(m_apply);

    const auto changed = [this] { Q_EMIT edited(this->limits()); };
    connect(m_days, &QSpinBox::valueChanged, this, changed);
    connect(m_room, &DiskSpaceBox::valueChanged, this, changed);
    connect(m_automatic, &QCheckBox::toggled, this, changed);
    connect(m_apply, &QPushButton::clicked, this, &RunLimitsForm::applyRequested);
    showExcess({});
}

RunLimits RunLimitsForm::limits() const
{
    return {.days = m_days->value(),
            .bytes = std::llround(m_room->value() * bytesInGigabyte),
            .automatic = m_automatic->isChecked()};
}

void RunLimitsForm::showExcess(const QList<ExcessRun> &excess)
{
    qint64 bytes = 0;
    for (const ExcessRun &run : excess)
        bytes += run.diskBytes;
    const QString size = formatBytes(bytes);
    m_excess->setText(
        excess.isEmpty() ? tr("Nothing would go.")
        : excess.size() == 1
            ? tr("1 run (%1) would go; its note says why.").arg(size)
            : tr("%1 runs (%2) would go; their notes say why.").arg(formatCount(excess.size()), size));
    m_apply->setEnabled(!excess.isEmpty());
}

} // namespace inflight
