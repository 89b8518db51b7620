// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pipelinefiles.h"

#include "jobs/humantext.h"

#include <QFile>
#include <QFileDialog>
#include <QSaveFile>
#include <QWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Far more than anybody writes.
constexpr qint64 mostOfPipeline = 4LL * 1000 * 1000;

QFileDialog *dialogOn(QWidget &window, const QString &title)
{
    auto *dialog = new QFileDialog(&window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({PipelineFiles::tr("Pipelines (*.json)"), PipelineFiles::tr("All files (*)")});
    return dialog;
}

} // namespace

PipelineFiles::PipelineFiles(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    connect(&m_work, &QFutureWatcherBase::finished, this, &PipelineFiles::finish);
}

PipelineFiles::~PipelineFiles()
{
    m_work.waitForFinished();
}

void PipelineFiles::askToLoad()
{
    QFileDialog *dialog = dialogOn(m_window, tr("Load a pipeline"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    // For a path typed whose last name is also in the folder shown, Qt's dialog gives both and no
    // fileSelected().
    connect(dialog, &QFileDialog::filesSelected, this,
            [this](const QStringList &names) { load(names.constFirst()); });
    dialog->open();
}

void PipelineFiles::askToSave(const PipelineDescription &description)
{
    QFileDialog *dialog = dialogOn(m_window, tr("Save the pipeline"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile((description.name.isEmpty() ? u"pipeline"_s : description.name) + ".json"_L1);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, description](const QString &fileName) { save(fileName, description); });
    dialog->open();
}

void PipelineFiles::load(const QString &fileName)
{
    run([fileName] { return read(fileName); });
}

void PipelineFiles::save(const QString &fileName, const PipelineDescription &description)
{
    run([fileName, description] { return write(fileName, description); });
}

void PipelineFiles::run(const std::function<Answer()> &work)
{
    if (!m_work.isRunning())
        m_work.setFuture(QtConcurrent::run(work));
}

PipelineFiles::Answer PipelineFiles::read(const QString &fileName)
{
    Answer answer{fileName, {}, {}, false};
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        answer.problem = tr("%1 cannot be read: %2.").arg(fileName, file.errorString());
        return answer;
    }
    const QByteArray json = file.read(mostOfPipeline + 1);
    if (json.size() > mostOfPipeline) {
        answer.problem =
            tr("%1 is larger than %2: that is no pipeline.").arg(fileName, formatBytes(mostOfPipeline));
        return answer;
    }
    std::variant<PipelineDescription, PipelineFault> described = readPipeline(json);
    if (const auto *fault = std::get_if<PipelineFault>(&described))
        answer.problem = tr("%1 is refused at %2: %3").arg(fileName, fault->path, fault->message);
    else
        answer.description = std::get<PipelineDescription>(std::move(described));
    return answer;
}

PipelineFiles::Answer PipelineFiles::write(const QString &fileName, const PipelineDescription &description)
{
    Answer answer{fileName, description, {}, true};
    QSaveFile file(fileName);
    const QByteArray json = description.toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        answer.problem = tr("%1 cannot be written: %2.").arg(fileName, file.errorString());
    return answer;
}

void PipelineFiles::finish()
{
    const Answer answer = m_work.result();
    if (!answer.problem.isEmpty())
        Q_EMIT failed(answer.problem);
    else if (answer.wasSaved)
        Q_EMIT saved(answer.fileName, answer.description);
    else
        Q_EMIT loaded(answer.fileName, answer.description);
}

} // namespace inflight
