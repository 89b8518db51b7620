// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/pipelinetryout.h"

#include "jobs/humantext.h"
#include "net/redaction.h"
#include "ui/glyphs.h"
#include "ui/models/jobtext.h"
#include "ui/panes/html.h"
#include "ui/panes/readingtext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollBar>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// A stage that has not ended is shown by its word alone.
bool hasGlyph(StageState state)
{
    return state != StageState::Pending && state != StageState::Running;
}

/// In the colour of the theme: documents keep pictures by their names.
QString pictureOf(StageState state, const Theme &theme)
{
    return u"glyph:%1%2"_s.arg(static_cast<int>(state)).arg(theme.text(toneOf(state)).name());
}

/// A page whose pictures are glyphs.
class Page final : public ReadingText
{
public:
    using ReadingText::ReadingText;

    QVariant loadResource(int type, const QUrl &name) override
    {
        if (type != QTextDocument::ImageResource || name.scheme() != "glyph"_L1)
            return {};
        const auto state = static_cast<StageState>(name.path().toInt());
        return glyphPixmap(glyphOf(state), QColor(u'#' + name.fragment()), fontMetrics().height(),
                           devicePixelRatioF());
    }
};

QString amountText(const TryOutStep &step)
{
    if (step.state != StageState::Done)
        return {};
    const QString size = formatBytes(step.bytes);
    if (step.values < 0)
        return size;
    return step.values == 1 ? PipelineTryOut::tr("1 value, %1").arg(size)
                            : PipelineTryOut::tr("%1 values, %2").arg(formatCount(step.values), size);
}

QString headingOf(const TryOutStep &step, const Theme &theme)
{
    const QString picture =
        hasGlyph(step.state)
            ? u"<img src='%1' style='vertical-align:middle'> "_s.arg(pictureOf(step.state, theme))
            : QString();
    return u"<p style='margin-top:10px; margin-bottom:2px'>%1<b>%2</b> "
           "<span style='color:%3'>%4</span></p>"_s.arg(picture, Html::escaped(step.stage),
                                                        theme.text(toneOf(step.state)).name(),
                                                        Html::escaped(stageWord(step.state)));
}

QString stepHtml(const TryOutStep &step, const Theme &theme)
{
    Html html(theme);
    QStringList facts{amountText(step), step.detail};
    facts.removeAll({});
    if (!facts.isEmpty())
        html.paragraph(facts.join(u" · "_s));
    if (!step.sample.isEmpty())
        html.preformatted(step.sample);
    return headingOf(step, theme) + html.text();
}

} // namespace

PipelineTryOut::PipelineTryOut(QWidget *parent)
    : QWidget(parent)
    , m_page(new Page(tr("Try-out"), u"tryOutResult"_s))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    setMinimumWidth(24 * fontMetrics().averageCharWidth());
    say(tr(
        "“Try out” takes the kept body of the selected job through these stages and shows here what each of "
        "them gives."));
}

void PipelineTryOut::showResult(const TryOut &result, const QString &url)
{
    m_result = result;
    m_url = url;
    m_outdated = false;
    refresh();
}

void PipelineTryOut::say(const QString &sentence)
{
    m_result.reset();
    m_sentence = sentence;
    refresh();
}

void PipelineTryOut::setOutdated(bool on)
{
    if (on == std::exchange(m_outdated, on) || !m_result)
        return;
    const int scroll = m_page->verticalScrollBar()->value();
    refresh();
    m_page->verticalScrollBar()->setValue(scroll);
}

void PipelineTryOut::refresh()
{
    const Theme theme = Theme::of(palette());
    Html html(theme);
    if (!m_result || !m_result->missing.isEmpty()) {
        html.hint(m_result ? m_result->missing : m_sentence);
        m_page->setHtml(html.text());
        return;
    }
    if (m_outdated)
        html.hint(tr("The pipeline was edited since; try it out again to see what it gives now."));
    html.hint(tr("Tried on %1").arg(displayUrl(m_url, Secrets::Redacted)));
    QString page = html.text();
    for (const TryOutStep &step : m_result->steps)
        page += stepHtml(step, theme);
    m_page->setHtml(page);
}

void PipelineTryOut::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace inflight
