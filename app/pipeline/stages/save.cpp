// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/save.h"

#include <cerrno>

#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QSaveFile>

#include "pipeline/bodydigest.h"
#include "pipeline/ended.h"
#include "pipeline/namelessfile.h"
#include "pipeline/safename.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SaveWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Save)
};

Fault writeFault(const QString &path, const QString &reason)
{
    return {FaultClass::Write,
            {},
            SaveWords::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), reason)};
}

/// Makes the folder `name` in `root`, which must not lead out of it.
Outcome<Done> makeFolder(const QDir &root, const QString &name)
{
    const QString folder = name.isEmpty() ? root.path() : root.filePath(name);
    if (!QDir().mkpath(folder))
        return writeFault(
            folder, SaveWords::tr("the folder cannot be made; see that its parent is a folder that you may "
                                  "write to"));
    if (!name.isEmpty() && QDir(folder).canonicalPath() != QDir(root.canonicalPath()).filePath(name))
        return writeFault(folder,
                          SaveWords::tr("it is a link to another place; remove it or save elsewhere"));
    return Done{};
}

/// Whether all of `file` is on the disk; file systems that cannot say count as saying yes.
bool sync(QSaveFile &file)
{
    return file.flush() && (::fdatasync(file.handle()) == 0 || errno == EINVAL || errno == ENOSYS);
}

/// Where files cannot be made without a name, puts what was written in its place, or answers false where
/// somebody else has made a file of that name since it was claimed: creating it must succeed before it may be
/// replaced.
Outcome<bool> commit(QSaveFile &file)
{
    // On the disk first, so that the place is empty for no longer than a rename takes.
    if (!sync(file))
        return writeFault(file.fileName(),
                          file.error() == QFileDevice::NoError ? qt_error_string() : file.errorString());
    QFile place(file.fileName());
    if (!place.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        // Asked anew: QFile remembers what it saw before the other one made the file.
        const QFileInfo there(file.fileName());
        if (there.exists() || there.isSymLink())
            return false;
        return writeFault(file.fileName(), place.errorString());
    }
    if (!file.commit()) {
        place.remove();
        return writeFault(file.fileName(), file.errorString());
    }
    return true;
}

/// Whether the file at `path` has this content.
bool hasContent(const QString &path, const Body &body, const StageContext &context)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() != body.size())
        return false;
    return inSlices(body, context,
                    [&file](QByteArrayView slice) { return file.read(slice.size()) == slice; });
}

Outcome<Done> writeBody(QFileDevice &file, const QString &path, const Body &body, const StageContext &context)
{
    bool written = true;
    const bool all = inSlices(body, context, [&](QByteArrayView slice) {
        written = file.write(slice.data(), slice.size()) == slice.size();
        return written;
    });
    if (!written)
        return writeFault(path, file.errorString());
    return all ? Outcome<Done>(Done{}) : Outcome<Done>(Cancelled{});
}

/// Whether the file was written; false: the name is somebody else's by now.
Outcome<bool> writeFile(const QString &path, const Body &body, const StageContext &context)
{
    if (context.isLastReader && body.isLinkable()) {
        if (body.linkTo(path)) {
            report(context, body.size(), body.size());
            return true;
        }
        if (errno == EEXIST)
            return false;
    }
    QFile nameless;
    const int descriptor = openNameless(QFileInfo(path).path());
    if (descriptor >= 0 && nameless.open(descriptor, QIODevice::ReadWrite | QIODevice::Unbuffered,
                                         QFileDevice::AutoCloseHandle)) {
        const Outcome<Done> written = writeBody(nameless, path, body, context);
        if (!written.succeeded())
            return ended<bool>(written);
        if (giveName(descriptor, path))
            return true;
        if (errno == EEXIST)
            return false;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeFault(path, file.errorString());
    const Outcome<Done> written = writeBody(file, path, body, context);
    return written.succeeded() ? commit(file) : ended<bool>(written);
}

} // namespace

/// The files of one job.
class SaveStage::Run
{
public:
    Run(const SaveStage &stage, const Payload &payload, const StageContext &context)
        : m_stage(stage)
        , m_payload(payload)
        , m_context(context)
    {}

    Outcome<Done> all()
    {
        const bool each = m_stage.m_path && m_stage.m_path->isPerValue() && m_payload.values;
        if (!each || m_payload.valueCount == 1)
            return one(m_payload.current(), m_payload.valueCount == 1 ? line() : QByteArrayView(),
                       QString::number(m_context.job));
        std::optional<Outcome<Done>> over;
        const bool complete = forEachValue(m_payload, m_context, [&](QByteArrayView json, qint64 index) {
            const QString number = u"%1-%2"_s.arg(m_context.job).arg(index + 1);
            const Outcome<Done> saved = one(Body(json.toByteArray() + '\n'), json, number);
            if (saved.failed() && saved.fault().faultClass == FaultClass::Transform &&
                m_context.onError != OnError::Fail)
                ++m_leftOut;
            else if (!saved.succeeded())
                over = saved;
            return !over;
        });
        if (over)
            return *over;
        if (!complete)
            return Cancelled{};
        return Done{};
    }

    [[nodiscard]] const QString &first() const { return m_first; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QString detail() const
    {
        QString text = m_count == 0   ? SaveWords::tr("nothing to save")
                       : m_count == 1 ? m_first
                                      : SaveWords::tr("%1, the first is %2").arg(filesText(m_count), m_first);
        if (m_leftOut > 0)
            text += m_leftOut == 1
                        ? SaveWords::tr("; 1 value left out: it names no file")
                        : SaveWords::tr("; %1 left out: they name no file").arg(valuesText(m_leftOut));
        return text;
    }

private:
    Outcome<Done> one(const Body &body, QByteArrayView json, const QString &index)
    {
        Outcome<QString> path = pathFor(body, json, index);
        if (!path.succeeded())
            return ended<Done>(path);
        QString written = path.value();
        if (!m_context.dryRun) {
            Outcome<QString> saved = m_stage.save(body, path.value(), m_context);
            if (!saved.succeeded())
                return ended<Done>(saved);
            written = saved.value();
        }
        if (m_count++ == 0)
            m_first = written;
        return Done{};
    }

    [[nodiscard]] Outcome<QString> pathFor(const Body &body, QByteArrayView json, const QString &index) const
    {
        const QString name = ownName();
        if (!m_stage.m_path)
            return safeFolderName(m_payload.url) + u'/' + name;
        PathParts parts{m_payload.url, name, index, {}, json};
        if (m_stage.m_path->needsDigest()) {
            parts.sha256 = QString::fromLatin1(sha256Of(body, quiet()));
            if (parts.sha256.isEmpty())
                return Cancelled{};
        }
        const std::variant<QString, QString> path = m_stage.m_path->expand(parts);
        if (path.index() == 1)
            return Fault{FaultClass::Transform, {}, std::get<1>(path)};
        return std::get<0>(path);
    }

    /// The name that it has by itself; what stages made gets the ending of what it is now.
    [[nodiscard]] QString ownName() const
    {
        const QString name = safeFileName(m_payload.url, m_payload.contentType, m_payload.proposedName);
        if (!m_payload.values && !m_payload.product)
            return name;
        const QString suffix = m_payload.values
                                   ? (m_payload.valueCount == 1 ? u"json"_s : u"jsonl"_s)
                                   : QMimeDatabase()
                                         .mimeTypeForName(QString::fromLatin1(m_payload.productType))
                                         .preferredSuffix();
        if (suffix.isEmpty() || suffix == "bin"_L1)
            return name;
        return safeSegment(QFileInfo(name).completeBaseName() + u'.' + suffix);
    }

    [[nodiscard]] QByteArrayView line() const
    {
        const QByteArrayView bytes = m_payload.values->bytes();
        return bytes.endsWith('\n') ? bytes.chopped(1) : bytes;
    }
    [[nodiscard]] StageContext quiet() const
    {
        StageContext context;
        context.stop = m_context.stop;
        return context;
    }

    const SaveStage &m_stage;
    const Payload &m_payload;
    const StageContext &m_context;
    QString m_first;
    int m_count = 0;
    qint64 m_leftOut = 0;
};

SaveStage::SaveStage(const QString &folder, std::optional<PathTemplate> path)
    : m_root(QDir::cleanPath(QDir::current().absoluteFilePath(folder)))
    , m_path(std::move(path))
{}

Outcome<StageResult> SaveStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decoded(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &whole = ready.value().payload;
    const bool givesAway = context.isLastReader && whole.current().isLinkable();
    if (givesAway && whole.sha256.isEmpty())
        whole.sha256 = sha256Of(whole.body, context);
    Run run(*this, whole, context);
    const Outcome<Done> saved = run.all();
    if (!saved.succeeded())
        return ended<StageResult>(saved);
    QString detail = run.detail();
    if (context.dryRun)
        detail = SaveWords::tr("would be saved: %1").arg(detail);
    else if (run.count() > 0)
        whole.savedTo = m_root + u'/' + run.first();
    if (givesAway)
        whole.keepBeginning();
    return StageResult{std::move(whole), detail};
}

bool SaveStage::keepNotes(const StageNotes &notes) const
{
    m_trail.keep(notes);
    return true;
}

Outcome<QString> SaveStage::save(const Body &body, const QString &path, const StageContext &context) const
{
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString folder = path.left(qMax<qsizetype>(0, slash));
    Outcome<Done> made = makeFolder(QDir(m_root), folder);
    if (!made.succeeded())
        return ended<QString>(made);
    const QString place = QDir::cleanPath(m_root + u'/' + folder);
    const auto named = [&folder](const QString &name) {
        return folder.isEmpty() ? name : folder + u'/' + name;
    };
    const QString wanted = place + u'/' + path.mid(slash + 1);
    const QString leftover = m_trail.takeLeftover(context.job, wanted);
    if (!leftover.isEmpty() && hasContent(leftover, body, context))
        return named(QFileInfo(leftover).fileName());
    for (;;) {
        NameRegistry::Claim claim = m_names.claim(place, path.mid(slash + 1));
        m_trail.writes(context.job, wanted, claim.path());
        Outcome<bool> written = writeFile(claim.path(), body, context);
        if (!written.succeeded())
            return ended<QString>(written);
        if (!written.value())
            continue; // the file that is there now makes the next claim another one
        claim.keep();
        return named(claim.name());
    }
}

StageKind saveKind()
{
    StageKind kind;
    kind.name = SaveStage::stageName;
    kind.description = SaveWords::tr("writes what comes to a file of its own in the folder for saving");
    kind.options = {StageOption::text(
        "path"_L1,
        SaveWords::tr("where to, by {host}, {path}, {name}, {index}, {sha256}, {ext} and JSON pointers such "
                      "as {/id}, which give each value a file of its own; left out: {host}/{name}"))};
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        if (!values.has("path"_L1))
            return std::nullopt;
        const auto path = PathTemplate::parse(values.text("path"_L1));
        if (const auto *const fault = std::get_if<QString>(&path))
            return OptionFault{"path"_L1, *fault};
        return std::nullopt;
    };
    kind.make = [](const OptionValues &values,
                   const PipelineOptions &options) -> std::unique_ptr<const Stage> {
        std::optional<PathTemplate> path;
        if (values.has("path"_L1))
            path = std::get<PathTemplate>(PathTemplate::parse(values.text("path"_L1)));
        return std::make_unique<const SaveStage>(options.saveDir.isEmpty() ? u"."_s : options.saveDir,
                                                 std::move(path));
    };
    return kind;
}

} // namespace inflight
