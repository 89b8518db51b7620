// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/append/appendtrail.h"

#include <limits>

#include <unistd.h>

#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include "pipeline/bodydigest.h"
#include "pipeline/notesfolder.h"
#include "pipeline/slices.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_4;
const QByteArray trailMagic = "Inflight append 2"_ba;

QByteArray digestOfValues(const Payload &payload)
{
    return QByteArray::fromHex(sha256Of(payload.values.value_or(Body()), {}));
}

void writeHead(QDataStream &out, const AppendTrailHead &head)
{
    const AppendTarget &target = head.target;
    out << trailMagic << target.path << target.format << target.columns << target.table << head.addsSource;
}

std::optional<AppendTrailHead> readHead(QDataStream &in)
{
    QByteArray beginning;
    in >> beginning;
    if (in.status() != QDataStream::Ok || beginning != trailMagic)
        return std::nullopt;
    AppendTrailHead head;
    AppendTarget &target = head.target;
    in >> target.path >> target.format >> target.columns >> target.table >> head.addsSource;
    return in.status() == QDataStream::Ok ? std::optional(head) : std::nullopt;
}

} // namespace

std::optional<AppendTrailHead> AppendTrail::headOf(const QString &file)
{
    QFile trail(file);
    if (!trail.open(QIODevice::ReadOnly))
        return std::nullopt;
    QDataStream in(&trail);
    in.setVersion(streamVersion);
    return readHead(in);
}

void AppendTrail::read(const StageNotes &notes, const AppendTrailHead &head)
{
    m_path = notes.file;
    m_head = head;
    QFile file(notes.earlier);
    if (notes.earlier.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    QDataStream in(&file);
    in.setVersion(streamVersion);
    const auto before = readHead(in);
    if (!before)
        return;
    m_hasBegun = before->target.path == head.target.path;
    readEntries(in);
    if (m_hasBegun)
        return;
    // What is in another file is not in this one.
    m_known.removeIf([this](const auto &each) { return !m_waiting.contains(each.key()); });
    m_begun.clear();
}

/// Up to what a crash left of the last one.
void AppendTrail::readEntries(QDataStream &in)
{
    for (;;) {
        Entry entry = Entry::Waits;
        quint32 job = 0;
        QByteArray digest;
        in >> entry >> job >> digest;
        AppendPlace place;
        if (entry == Entry::Begins || entry == Entry::Begun)
            in >> place.from >> place.until;
        if (in.status() != QDataStream::Ok || (entry == Entry::Waits && !readWaiting(in, job)))
            return;
        // It could not be written when something follows that is not about it.
        if (m_lastBegun)
            m_begun.remove(*std::exchange(m_lastBegun, {}));
        if (entry == Entry::Begins)
            m_lastBegun = job;
        if (entry == Entry::Begins || entry == Entry::Begun) {
            m_begun.insert(job, {digest, place});
            continue;
        }
        if (entry == Entry::Written) {
            m_waiting.erase(job);
            m_begun.remove(job);
        }
        m_known.insert(job, digest);
    }
}

bool AppendTrail::readWaiting(QDataStream &in, quint32 job)
{
    QByteArray url;
    qint64 size = 0;
    in >> url >> size;
    BodyWriter values(std::numeric_limits<qint64>::max());
    QByteArray piece(sliceSize, Qt::Uninitialized);
    while (in.status() == QDataStream::Ok && values.size() < size) {
        const int wanted = static_cast<int>(std::min<qint64>(sliceSize, size - values.size()));
        const int got = in.readRawData(piece.data(), wanted);
        if (got != wanted || values.append(QByteArrayView(piece).first(got)))
            return false;
    }
    Outcome<Body> body = values.finish();
    if (in.status() != QDataStream::Ok || !body.succeeded())
        return false;
    Payload payload;
    payload.url = QUrl::fromEncoded(url);
    payload.values = body.value();
    m_waiting.insert_or_assign(job, std::move(payload));
    return true;
}

void AppendTrail::begin(std::optional<qint64> end)
{
    if (m_lastBegun)
        m_begun[*m_lastBegun].place.until = end.value_or(0);
    if (m_path.isEmpty())
        return;
    makeNotesFolder(m_path);
    QSaveFile anew(m_path);
    if (!anew.open(QIODevice::WriteOnly)) {
        m_trouble = anew.errorString();
        return;
    }
    QDataStream out(&anew);
    out.setVersion(streamVersion);
    writeHead(out, m_head);
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        const auto waiting = m_waiting.find(known.key());
        const bool waits = waiting != m_waiting.end();
        put(anew, waits ? Entry::Waits : Entry::Written, known.key(), known.value(),
            waits ? waiting->second : Payload(), {});
    }
    for (auto begun = m_begun.cbegin(); begun != m_begun.cend(); ++begun)
        put(anew, Entry::Begun, begun.key(), begun->digest, {}, begun->place);
    m_file.setFileName(m_path);
    if (!anew.commit())
        m_trouble = anew.errorString();
    else if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        m_trouble = m_file.errorString();
}

bool AppendTrail::takeKnown(quint32 job, const Payload &payload)
{
    const QByteArray digest = m_known.take(job);
    return !digest.isEmpty() && digest == digestOfValues(payload);
}

std::optional<AppendPlace> AppendTrail::takeBegun(quint32 job, const Payload &payload)
{
    const auto begun = m_begun.constFind(job);
    if (begun == m_begun.cend() || begun->digest != digestOfValues(payload))
        return std::nullopt;
    return m_begun.take(job).place;
}

void AppendTrail::waits(quint32 job, const Payload &payload)
{
    add(Entry::Waits, job, payload);
}

void AppendTrail::begins(quint32 job, const Payload &payload, qint64 from)
{
    add(Entry::Begins, job, payload, {from, 0});
}

void AppendTrail::written(quint32 job, const Payload &payload)
{
    add(Entry::Written, job, payload);
}

/// Values that are being written are not gone through a second time when they are.
QByteArray AppendTrail::digestFor(Entry entry, quint32 job, const Payload &payload)
{
    const auto [begun, known] = std::exchange(m_lastBegins, {});
    if (entry == Entry::Written && begun == job && !known.isEmpty())
        return known;
    const QByteArray digest = digestOfValues(payload);
    if (entry == Entry::Begins)
        m_lastBegins = {job, digest};
    return digest;
}

void AppendTrail::add(Entry entry, quint32 job, const Payload &payload, const AppendPlace &place)
{
    if (!m_file.isOpen())
        return;
    const qint64 before = m_file.size();
    m_file.unsetError();
    put(m_file, entry, job, digestFor(entry, job, payload), payload, place);
    if (m_file.error() == QFileDevice::NoError)
        return;
    m_trouble = m_file.errorString();
    m_file.resize(before); // what comes behind half an entry could not be read
}

void AppendTrail::put(QIODevice &device, Entry entry, quint32 job, const QByteArray &digest,
                      const Payload &payload, const AppendPlace &place) const
{
    QByteArray head;
    QDataStream out(&head, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << entry << job << digest;
    if (entry == Entry::Begins || entry == Entry::Begun)
        out << place.from << place.until;
    const Body values = payload.values.value_or(Body());
    if (entry == Entry::Waits)
        out << payload.url.toEncoded() << values.size();
    device.write(head);
    if (entry == Entry::Waits)
        static_cast<void>(inSlices(values, {}, [&device](QByteArrayView slice) {
            return device.write(slice.data(), slice.size()) == slice.size();
        }));
}

void AppendTrail::sync()
{
    if (m_file.isOpen())
        ::fdatasync(m_file.handle());
}

} // namespace inflight
