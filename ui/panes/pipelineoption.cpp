// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/pipelineoption.h"

#include "ui/fixedfont.h"
#include "ui/models/optionlines.h"
#include "ui/panes/pipelinenumber.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

class NumberOption final : public PipelineOption
{
public:
    NumberOption(const StageOption &option, QWidget *parent)
        : NumberOption(option, new PipelineNumber(option, parent))
    {}

private:
    NumberOption(const StageOption &option, PipelineNumber *box)
        : PipelineOption(option, box)
        , m_box(box)
    {
        connect(box, &QDoubleSpinBox::valueChanged, this, &PipelineOption::edited);
    }
    [[nodiscard]] QJsonValue written() const override { return m_box->jsonValue(); }
    void write(const QJsonValue &value) override { m_box->setJsonValue(value); }

    PipelineNumber *m_box;
};

/// An empty line is an option left out; where an empty text is meant, this is written.
constexpr auto emptyText = "\"\""_L1;

class TextOption final : public PipelineOption
{
public:
    TextOption(const StageOption &option, QWidget *parent)
        : TextOption(option, new QLineEdit(parent))
    {}

private:
    TextOption(const StageOption &option, QLineEdit *line)
        : PipelineOption(option, line)
        , m_line(line)
    {
        const bool isOptional = !option.required && option.defaultValue.isUndefined();
        line->setPlaceholderText(isOptional
                                     ? PipelineOption::tr("left out; %1 is an empty text").arg(emptyText)
                                     : option.defaultValue.toString());
        connect(line, &QLineEdit::textEdited, this, &PipelineOption::edited);
    }
    [[nodiscard]] QJsonValue written() const override
    {
        if (m_line->text() == emptyText)
            return QString();
        return m_line->text().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_line->text());
    }
    void write(const QJsonValue &value) override
    {
        m_line->setText(value == QJsonValue(QString()) ? QString(emptyText) : value.toString());
    }

    QLineEdit *m_line;
};

class FlagOption final : public PipelineOption
{
public:
    FlagOption(const StageOption &option, QWidget *parent)
        : FlagOption(option, new QCheckBox(parent))
    {}

private:
    FlagOption(const StageOption &option, QCheckBox *box)
        : PipelineOption(option, box)
        , m_box(box)
    {
        box->setText(PipelineOption::tr("on"));
        connect(box, &QCheckBox::toggled, this, &PipelineOption::edited);
    }
    [[nodiscard]] QJsonValue written() const override { return m_box->isChecked(); }
    void write(const QJsonValue &value) override
    {
        m_box->setChecked(value.toBool(option().defaultValue.toBool()));
    }

    QCheckBox *m_box;
};

class ChoiceOption final : public PipelineOption
{
public:
    ChoiceOption(const StageOption &option, QWidget *parent)
        : ChoiceOption(option, new QComboBox(parent))
    {}

private:
    ChoiceOption(const StageOption &option, QComboBox *box)
        : PipelineOption(option, box)
        , m_box(box)
    {
        if (option.defaultValue.isUndefined())
            box->addItem(PipelineOption::tr("not given"));
        for (const QString &choice : option.choices)
            box->addItem(choice, choice);
        connect(box, &QComboBox::currentIndexChanged, this, &PipelineOption::edited);
    }
    [[nodiscard]] QJsonValue written() const override
    {
        const QVariant choice = m_box->currentData();
        return choice.isValid() ? QJsonValue(choice.toString()) : QJsonValue(QJsonValue::Undefined);
    }
    void write(const QJsonValue &value) override
    {
        m_box->setCurrentIndex(qMax(0, m_box->findData(value.toString(option().defaultValue.toString()))));
    }

    QComboBox *m_box;
};

/// Programs, lists and maps: a box of lines.
class LinesOption final : public PipelineOption
{
public:
    LinesOption(const StageOption &option, QWidget *parent)
        : LinesOption(option, new QPlainTextEdit(parent))
    {}

private:
    LinesOption(const StageOption &option, QPlainTextEdit *box)
        : PipelineOption(option, box)
        , m_box(box)
    {
        box->setFont(fixedFont());
        box->setTabChangesFocus(true);
        box->setLineWrapMode(QPlainTextEdit::NoWrap);
        box->setPlaceholderText(placeholder());
        constexpr int lines = 3;
        box->setMinimumHeight(lines * box->fontMetrics().lineSpacing() + 12);
        box->setMaximumHeight(2 * lines * box->fontMetrics().lineSpacing() + 12);
        connect(box, &QPlainTextEdit::textChanged, this, &PipelineOption::edited);
    }
    [[nodiscard]] QString placeholder() const
    {
        switch (option().type) {
        case OptionType::TextList:
            return PipelineOption::tr("one a line");
        case OptionType::TextMap:
            return PipelineOption::tr("name: text, one a line");
        case OptionType::JsonMap:
            return PipelineOption::tr("name: JSON value, one a line");
        default:
            return option().defaultValue.toString();
        }
    }
    [[nodiscard]] QJsonValue written() const override
    {
        const QString text = m_box->toPlainText();
        if (text.trimmed().isEmpty())
            return QJsonValue::Undefined;
        if (option().type == OptionType::Program)
            return text;
        const std::variant<QJsonValue, QString> read = valueFromLines(text, option().type);
        const QJsonValue *value = std::get_if<QJsonValue>(&read);
        return value ? *value : QJsonValue(text);
    }
    void write(const QJsonValue &value) override
    {
        m_box->setPlainText(linesFromValue(value, option().type));
    }

    QPlainTextEdit *m_box;
};

} // namespace

PipelineOption *PipelineOption::make(const StageOption &option, QWidget *parent)
{
    switch (option.type) {
    case OptionType::Whole:
    case OptionType::Number:
        return new NumberOption(option, parent);
    case OptionType::Text:
        return new TextOption(option, parent);
    case OptionType::Flag:
        return new FlagOption(option, parent);
    case OptionType::Choice:
        return new ChoiceOption(option, parent);
    case OptionType::Program:
    case OptionType::TextList:
    case OptionType::TextMap:
    case OptionType::JsonMap:
        return new LinesOption(option, parent);
    }
    Q_UNREACHABLE();
}

PipelineOption::PipelineOption(const StageOption &option, QWidget *widget)
    : QObject(widget)
    , m_option(option)
    , m_widget(widget)
{
    const QString help = PipelineOption::tr("%1 (%2)").arg(option.description, option.typeText());
    widget->setObjectName(u"option_"_s + option.name);
    widget->setAccessibleName(option.name);
    widget->setAccessibleDescription(help);
    widget->setToolTip(help);
    widget->setWhatsThis(help);
}

QJsonValue PipelineOption::value() const
{
    const QJsonValue now = written();
    return now == m_option.defaultValue ? QJsonValue(QJsonValue::Undefined) : now;
}

void PipelineOption::show(const QJsonValue &value)
{
    const QSignalBlocker quiet(this);
    write(value);
}

} // namespace inflight
