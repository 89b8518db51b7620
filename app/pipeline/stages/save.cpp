// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/save.h"

#include <cerrno>

#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include "pipeline/ended.h"
#include "pipeline/safename.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Save)
};

Fault writeFault(const QString &path, const QString &reason)
{
    return {FaultClass::Write,
            {},
            Words::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), reason)};
}

/// Makes the folder `name` in `root`, which must not lead out of it.
Outcome<Done> makeFolder(const QDir &root, const QString &name)
{
    const QString folder = root.filePath(name);
    if (!QDir().mkpath(folder))
        return writeFault(folder,
                          Words::tr("the folder cannot be made; see that its parent is a folder that you may "
                                    "write to"));
    if (QDir(folder).canonicalPath() != QDir(root.canonicalPath()).filePath(name))
        return writeFault(folder, Words::tr("it is a link to another place; remove it or save elsewhere"));
    return Done{};
}

/// Whether all of `file` is on the disk; file systems that cannot say count as saying yes.
bool sync(QSaveFile &file)
{
    return file.flush() && (::fdatasync(file.handle()) == 0 || errno == EINVAL || errno == ENOSYS);
}

/// Puts what was written in its place, or answers false where somebody else has made a file of that name
/// since it was claimed: creating it must succeed before it may be replaced.
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

/// Whether the file was written; false: the name is somebody else's by now.
Outcome<bool> writeFile(const QString &path, const Body &body, const StageContext &context)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeFault(path, file.errorString());
    bool written = true;
    const bool all = inSlices(body, context, [&](QByteArrayView slice) {
        written = file.write(slice.data(), slice.size()) == slice.size();
        return written;
    });
    if (!written)
        return writeFault(path, file.errorString());
    if (!all)
        return Cancelled{};
    return commit(file);
}

} // namespace

SaveStage::SaveStage(const QString &folder)
    : m_root(QDir::cleanPath(QDir::current().absoluteFilePath(folder)))
{}

Outcome<StageResult> SaveStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decoded(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    const QString host = safeFolderName(ready.value().payload.url);
    Outcome<Done> folder = makeFolder(QDir(m_root), host);
    if (!folder.succeeded())
        return ended<StageResult>(folder);
    return save(std::move(ready.value().payload), host, context);
}

Outcome<StageResult> SaveStage::save(Payload payload, const QString &folder,
                                     const StageContext &context) const
{
    const QString wanted = safeFileName(payload.url, payload.contentType, payload.proposedName);
    for (;;) {
        NameRegistry::Claim claim = m_names.claim(QDir(m_root).filePath(folder), wanted);
        Outcome<bool> written = writeFile(claim.path(), payload.body, context);
        if (!written.succeeded())
            return ended<StageResult>(written);
        if (!written.value())
            continue; // the file that is there now makes the next claim another one
        claim.keep();
        payload.savedTo = claim.path();
        return StageResult{std::move(payload), folder + u'/' + claim.name()};
    }
}

StageKind saveKind()
{
    StageKind kind;
    kind.name = SaveStage::stageName;
    kind.description = Words::tr("writes the body to a file under the folder for saving");
    kind.make = [](const OptionValues &, const PipelineOptions &options) -> std::unique_ptr<const Stage> {
        return std::make_unique<const SaveStage>(options.saveDir.isEmpty() ? u"."_s : options.saveDir);
    };
    return kind;
}

} // namespace inflight
