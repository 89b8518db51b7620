// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/append.h"

#include <limits>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMutexLocker>

#include "pipeline/jsonpath.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct AppendWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Append)
};

constexpr qsizetype batchValues = 1000;
constexpr qint64 syncIntervalMs = 1000;

Fault writeFault(const QString &message)
{
    return {FaultClass::Write, {}, message};
}

std::optional<AppendFormat> formatOf(const QString &option, const QString &path)
{
    const QString suffix = option == "auto"_L1 ? QFileInfo(path).suffix().toLower() : option;
    if (suffix == "jsonl"_L1 || suffix == "ndjson"_L1)
        return AppendFormat::JsonLines;
    if (suffix == "csv"_L1)
        return AppendFormat::Csv;
    if (suffix == "sqlite"_L1 || suffix == "db"_L1)
        return AppendFormat::Sqlite;
    return std::nullopt;
}

/// `json` with the URL that it comes from.
QByteArray withSource(QByteArrayView json, const QUrl &url)
{
    const QByteArray source = "\"_url\":" + jsonString(url.toEncoded());
    if (!json.startsWith('{'))
        return "{\"value\":" + json.toByteArray() + ',' + source + '}';
    const QByteArray members = json.sliced(1).toByteArray();
    return members == "}" ? '{' + source + '}' : members.chopped(1).prepend('{') + ',' + source + '}';
}

std::optional<OptionFault> columnsFault(const QStringList &columns)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns.indexOf(columns.at(i)) < i)
            return OptionFault{"columns"_L1,
                               AppendWords::tr("The column “%1” is here twice.").arg(columns.at(i)),
                               jsonPathItem({}, i)};
    }
    return std::nullopt;
}

/// Whether the path stays in the folder for saving.
bool staysInside(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return !path.isEmpty() && !path.contains(QChar::Null) && QDir::isRelativePath(clean) &&
           clean != ".."_L1 && !clean.startsWith("../"_L1);
}

} // namespace

AppendStage::AppendStage(AppendTarget target, bool inOrder, bool addsSource)
    : m_target(std::move(target))
    , m_inOrder(inOrder)
    , m_addsSource(addsSource)
{}

AppendStage::~AppendStage() = default;

Outcome<StageResult> AppendStage::run(Payload payload, const StageContext &context) const
{
    const QString name = QFileInfo(m_target.path).fileName();
    const QString count = valuesText(payload.valueCount);
    if (context.dryRun)
        return StageResult{std::move(payload), AppendWords::tr("%1 would go to %2").arg(count, name)};
    const QMutexLocker lock(&m_writing);
    if (std::optional<QString> fault = openOnce())
        return writeFault(*fault);
    QString detail = AppendWords::tr("%1 to %2").arg(count, name);
    if (!m_file->mended().isEmpty())
        detail += "; "_L1 + m_file->mended();
    if (isNew(context.job, payload)) {
        if (std::optional<QString> fault = m_inOrder ? hold(context.job, payload) : write(payload, context))
            return writeFault(*fault);
    }
    if (std::optional<QString> fault = syncNowAndThen())
        return writeFault(*fault);
    if (!m_trail.trouble().isEmpty())
        detail += "; "_L1 +
                  AppendWords::tr("a crash would lose what waits for its turn: %1").arg(m_trail.trouble());
    if (context.stop.stop_requested())
        return Cancelled{};
    return StageResult{std::move(payload), detail};
}

std::optional<QString> AppendStage::openOnce() const
{
    if (m_file || m_fault)
        return m_fault;
    const QString folder = QFileInfo(m_target.path).path();
    if (!QDir().mkpath(folder)) {
        m_fault = AppendWords::tr("%1 could not be written: the folder cannot be made").arg(m_target.path);
        return m_fault;
    }
    m_trail.read(m_notes, {m_target, m_addsSource});
    AppendTarget target = m_target;
    if (m_trail.hasBegun())
        target.existing = ExistingFile::Append;
    std::unique_ptr<AppendFile> file = AppendFile::make(target);
    m_fault = file->open();
    m_sinceSync.start();
    if (m_fault)
        return m_fault;
    m_file = std::move(file);
    m_trail.begin(m_file->end());
    m_held = m_trail.takeWaiting();
    return std::nullopt;
}

/// With another folder for saving it is the same file in another place.
bool AppendStage::ownsNotes(const QString &file) const
{
    const auto head = AppendTrail::headOf(file);
    if (!head)
        return false;
    const AppendTarget &target = head->target;
    return target.path == m_target.path ||
           (QFileInfo(target.path).fileName() == QFileInfo(m_target.path).fileName() &&
            target.format == m_target.format && target.columns == m_target.columns &&
            target.table == m_target.table && head->addsSource == m_addsSource);
}

bool AppendStage::keepNotes(const StageNotes &notes) const
{
    m_notes = notes;
    return true;
}

/// Whoever was killed may have had the values before it could say that the job has ended.
bool AppendStage::isNew(quint32 job, const Payload &payload) const
{
    const bool wasKnown = m_trail.takeKnown(job, payload);
    const QMutexLocker lock(&m_ending);
    return !wasKnown || m_again.contains(job);
}

std::optional<QString> AppendStage::hold(quint32 job, const Payload &payload) const
{
    // Its body and what else came with it need not wait, too.
    Payload &held = m_held[job] = Payload();
    held.url = payload.url;
    held.values = payload.values;
    held.valueCount = payload.valueCount;
    std::optional<QString> fault = writeDue();
    if (m_held.contains(job))
        m_trail.waits(job, payload);
    return fault;
}

std::optional<QString> AppendStage::write(const Payload &payload, const StageContext &context) const
{
    std::optional<QString> fault;
    QList<QByteArray> changed;
    QList<QByteArrayView> batch;
    // Killed just after they were written, an earlier process could not say so any more.
    std::optional<AppendPlace> begun = m_trail.takeBegun(context.job, payload);
    if (const std::optional<qint64> end = m_file->end(); end && !begun)
        m_trail.begins(context.job, payload, *end);
    const auto flush = [&] {
        if (begun)
            batch.remove(0, m_file->standing(*begun, batch));
        if (!batch.isEmpty()) {
            begun.reset();
            fault = m_file->write(batch);
        }
        batch.clear();
        changed.clear();
        return !fault;
    };
    const bool all = forEachValue(payload, context, [&](QByteArrayView json, qint64) {
        if (m_addsSource)
            changed.append(withSource(json, payload.url));
        batch.append(m_addsSource ? QByteArrayView(changed.constLast()) : json);
        return batch.size() < batchValues || flush();
    });
    if (all && !fault && !batch.isEmpty())
        flush();
    if (all && !fault)
        m_trail.written(context.job, payload);
    return fault;
}

std::optional<QString> AppendStage::syncNowAndThen() const
{
    if (m_sinceSync.elapsed() < syncIntervalMs)
        return std::nullopt;
    m_sinceSync.restart();
    m_trail.sync();
    return m_file->sync();
}

/// Writes what waits for no job that is still under way.
std::optional<QString> AppendStage::writeDue() const
{
    quint32 next = 0;
    {
        const QMutexLocker lock(&m_ending);
        next = m_again.empty() ? m_next : std::min(m_next, *m_again.begin());
    }
    // A job's own end is told after it was here: its result is due once all before it have ended.
    while (!m_held.empty() && m_held.begin()->first <= next) {
        const auto due = m_held.extract(m_held.begin());
        StageContext context;
        context.job = due.key();
        if (std::optional<QString> fault = write(due.mapped(), context))
            return fault;
    }
    return std::nullopt;
}

void AppendStage::jobEnded(quint32 job) const
{
    const QMutexLocker lock(&m_ending);
    m_again.erase(job);
    if (job >= m_next)
        m_endedLater.insert(job);
    while (!m_endedLater.empty() && *m_endedLater.begin() == m_next) {
        m_endedLater.erase(m_endedLater.begin());
        ++m_next;
    }
}

void AppendStage::jobAgain(quint32 job) const
{
    const QMutexLocker lock(&m_ending);
    m_endedLater.erase(job);
    m_again.insert(job);
}

Outcome<Done> AppendStage::settle() const
{
    const QMutexLocker lock(&m_writing);
    // No job may have come of those that an earlier process left.
    if (!m_file && !QFileInfo::exists(m_notes.earlier))
        return Done{};
    std::optional<QString> fault = openOnce();
    if (!fault)
        fault = writeDue();
    if (!fault)
        fault = m_file->sync();
    m_trail.sync();
    if (fault)
        return writeFault(*fault);
    return Done{};
}

Outcome<Done> AppendStage::writeLeft(const QString &notes)
{
    const auto head = AppendTrail::headOf(notes);
    if (!head)
        return Done{};
    AppendTrail trail;
    trail.read({{}, notes}, *head);
    if (!trail.takeWaiting().empty()) {
        const AppendStage stage(head->target, true, head->addsSource);
        static_cast<void>(stage.keepNotes({notes, notes}));
        stage.m_next = std::numeric_limits<quint32>::max(); // nothing comes any more that they wait for
        const Outcome<Done> settled = stage.settle();
        if (settled.failed())
            return settled;
    }
    QFile::remove(notes);
    return Done{};
}

StageKind appendKind()
{
    StageKind kind;
    kind.name = AppendStage::stageName;
    kind.description = AppendWords::tr("adds the values of all jobs to one file: JSON Lines, CSV or SQLite");
    kind.takes = Data::Values;
    kind.options = {
        StageOption::text("path"_L1, AppendWords::tr("the file, in the folder for saving")).must(),
        StageOption::choice("format"_L1, AppendWords::tr("what the file is; auto goes by its suffix"),
                            {u"auto"_s, u"jsonl"_s, u"csv"_s, u"sqlite"_s}, u"auto"_s),
        StageOption::choice("order"_L1,
                            AppendWords::tr("of the jobs' results: as they come, or as they were given"),
                            {u"completion"_s, u"input"_s}, u"completion"_s),
        StageOption::of(
            OptionType::TextList, "columns"_L1,
            AppendWords::tr("of CSV and SQLite; left out: the keys of the first value, and in SQLite those "
                            "that come later, too")),
        StageOption::text("table"_L1, AppendWords::tr("of SQLite"), u"results"_s),
        StageOption::flag("source"_L1, AppendWords::tr("adds the job's URL to each value, as _url")),
        StageOption::choice("existing"_L1, AppendWords::tr("what becomes of a file that is there already"),
                            {u"append"_s, u"replace"_s, u"refuse"_s}, u"append"_s),
    };
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        const QString table = values.text("table"_L1);
        if (table.isEmpty() || table.contains(QChar::Null) ||
            table.startsWith("sqlite_"_L1, Qt::CaseInsensitive))
            return OptionFault{"table"_L1,
                               AppendWords::tr("There must be a name that a table can have here; those "
                                               "that begin with sqlite_ are SQLite's own.")};
        if (const std::optional<OptionFault> fault = columnsFault(values.list("columns"_L1)))
            return fault;
        if (!staysInside(values.text("path"_L1)))
            return OptionFault{"path"_L1,
                               AppendWords::tr("There must be a path inside the folder for saving here.")};
        if (!formatOf(values.text("format"_L1), values.text("path"_L1)))
            return OptionFault{"path"_L1,
                               AppendWords::tr("The suffix does not tell the format; use .jsonl, .csv or "
                                               ".sqlite, or the option “format”.")};
        return std::nullopt;
    };
    kind.make = [](const OptionValues &values,
                   const PipelineOptions &options) -> std::unique_ptr<const Stage> {
        static const QMap<QString, ExistingFile> existing{{u"append"_s, ExistingFile::Append},
                                                          {u"replace"_s, ExistingFile::Replace},
                                                          {u"refuse"_s, ExistingFile::Refuse}};
        const QDir root(options.saveDir.isEmpty() ? QDir::currentPath() : options.saveDir);
        AppendTarget target;
        target.path = QDir::cleanPath(root.absoluteFilePath(values.text("path"_L1)));
        target.format =
            formatOf(values.text("format"_L1), values.text("path"_L1)).value_or(AppendFormat::JsonLines);
        target.existing = existing.value(values.text("existing"_L1));
        target.columns = values.list("columns"_L1);
        target.table = values.text("table"_L1);
        return std::make_unique<const AppendStage>(std::move(target), values.text("order"_L1) == "input"_L1,
                                                   values.flag("source"_L1));
    };
    return kind;
}

} // namespace inflight
