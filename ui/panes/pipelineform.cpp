// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/pipelineform.h"

#include "pipeline/registry.h"
#include "ui/models/optionlines.h"
#include "ui/models/pipelinestages.h"
#include "ui/panes/notice.h"
#include "ui/panes/pipelineoption.h"

#include <QAbstractSpinBox>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QLabel *wordsAlone(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    return label;
}

QFormLayout *formOf()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    return form;
}

} // namespace

PipelineForm::PipelineForm(PipelineStages &stages, QWidget *parent)
    : QWidget(parent)
    , m_stages(stages)
    , m_area(new QScrollArea)
    , m_help(wordsAlone({}))
    , m_fault(new Notice(Tone::Bad, Glyph::Alert))
{
    setAccessibleName(tr("Stage options"));
    m_area->setObjectName(u"stageOptions"_s);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_help->setObjectName(u"optionHelp"_s);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_fault->setObjectName(u"stageFault"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_help);
    layout->addWidget(m_fault);
    connect(&stages, &QAbstractItemModel::dataChanged, this, &PipelineForm::showFault);
    showRow(-1);
}

void PipelineForm::showRow(int row)
{
    m_row = row;
    m_options.clear();
    // One of its controls may be what asked for this.
    if (QWidget *old = m_area->takeWidget())
        old->deleteLater();
    QWidget *content = makeContent();
    m_area->setWidget(content);
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_area->setMinimumWidth(content->minimumSizeHint().width() + bar);
    const StageDescription *stage = m_stages.stage(row);
    const StageKind *kind = stage ? stageKind(stage->stage) : nullptr;
    showHelp(kind ? tr("%1: %2").arg(kind->name, kind->description) : QString());
    showFault();
}

QWidget *PipelineForm::makeContent()
{
    const StageDescription *stage = m_stages.stage(m_row);
    if (!stage) {
        return wordsAlone(m_row == 0
                              ? tr("“fetch” always comes first. The bar above the table and the command "
                                   "line say how it fetches.")
                              : tr("Select a stage to see its options."));
    }
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 6, 0);
    QFormLayout *own = formOf();
    layout->addLayout(own);
    const StageKind *kind = stageKind(stage->stage);
    QStringList known;
    for (const StageOption &option : kind ? kind->options : QList<StageOption>()) {
        addOption(*own, option);
        known.append(option.name);
    }
    auto *group = new QGroupBox(tr("Common to all stages"));
    group->setObjectName(u"commonOptions"_s);
    QFormLayout *common = formOf();
    group->setLayout(common);
    for (const StageOption &option : commonOptions()) {
        addOption(*common, option);
        known.append(option.name);
    }
    for (const QString &key : stage->options.keys()) {
        if (!known.contains(key))
            addStranger(*own, key);
    }
    if (own->rowCount() == 0)
        own->addRow(
            wordsAlone(kind ? tr("This stage has no options of its own.") : tr("There is no such stage.")));
    layout->addWidget(group);
    layout->addStretch(1);
    return content;
}

void PipelineForm::addOption(QFormLayout &form, const StageOption &option)
{
    PipelineOption *edit = PipelineOption::make(option, this);
    edit->show(m_stages.stage(m_row)->options.value(option.name));
    edit->widget().installEventFilter(this);
    if (edit->widget().focusPolicy() == Qt::WheelFocus)
        edit->widget().setFocusPolicy(Qt::StrongFocus);
    auto *label = new QLabel(option.required ? tr("%1 (required)").arg(option.name) : QString(option.name));
    label->setToolTip(edit->widget().toolTip());
    label->setBuddy(&edit->widget());
    form.addRow(label, &edit->widget());
    connect(edit, &PipelineOption::edited, this,
            [this, edit] { m_stages.setOption(m_row, edit->option().name, edit->value()); });
    m_options.append(edit);
}

/// A key that the stage does not know, as files may have it: it can be seen and taken away.
void PipelineForm::addStranger(QFormLayout &form, const QString &key)
{
    auto *remove = new QPushButton(tr("Remove “%1”").arg(key));
    form.addRow(tr("%1 (unknown)").arg(key), remove);
    connect(remove, &QPushButton::clicked, this, [this, key] {
        m_stages.setOption(m_row, key, QJsonValue::Undefined);
        showRow(m_row);
        takeFocus();
    });
}

void PipelineForm::takeFocus()
{
    if (!m_options.isEmpty())
        m_options.constFirst()->widget().setFocus(Qt::ShortcutFocusReason);
}

/// Of a box whose lines cannot be read, which knows more about that than the pipeline's types do.
QString PipelineForm::ownSentence() const
{
    for (const QPointer<PipelineOption> &edit : m_options) {
        const OptionType type = edit->option().type;
        const bool isLines =
            type == OptionType::TextList || type == OptionType::TextMap || type == OptionType::JsonMap;
        const QJsonValue value = edit->value();
        if (!isLines || !value.isString())
            continue;
        const std::variant<QJsonValue, QString> read = valueFromLines(value.toString(), type);
        if (const QString *sentence = std::get_if<QString>(&read))
            return u"%1: %2"_s.arg(edit->option().name, *sentence);
    }
    return {};
}

void PipelineForm::showFault()
{
    const QString own = ownSentence();
    const QString said =
        m_row < 0 ? QString() : m_stages.index(m_row).data(PipelineStages::FaultRole).toString();
    m_fault->say(own.isEmpty() ? said : own);
}

void PipelineForm::showHelp(const QString &text)
{
    m_help->setText(text);
    m_help->setVisible(!text.isEmpty());
}

bool PipelineForm::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::FocusIn && widget) {
        showHelp(tr("%1: %2").arg(widget->accessibleName(), widget->toolTip()));
        m_area->ensureWidgetVisible(widget);
    }
    // Scrolling through the form must not turn what happens to be under the wheel.
    const bool turns = qobject_cast<QAbstractSpinBox *>(watched) || qobject_cast<QComboBox *>(watched);
    if (event->type() == QEvent::Wheel && turns && !widget->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace inflight
