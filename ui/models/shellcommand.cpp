// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/shellcommand.h"

#include "jobs/ratetext.h"
#include "jobs/runsettings.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// What comes first must not look like a flag.
QString fileArgument(const QString &name)
{
    return shellQuoted(name.startsWith(u'-') ? u"./"_s + name : name);
}

/// The line breaks of a pipeline file stand between its tokens alone: in its strings they are escaped.
QString onOneLine(const QByteArray &json)
{
    return QString::fromUtf8(json).replace("\n  "_L1, " "_L1).replace(u'\n', u' ').trimmed();
}

} // namespace

QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_@%+=:,./-]+\\z"_s);
    if (plain.match(text).hasMatch())
        return text;
    QString quoted = text;
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' + quoted + u'\'';
}

QString pipelineCommand(const CommandParts &parts)
{
    const RunSettings usual;
    QStringList words{u"inflight"_s, u"-p"_s};
    if (parts.pipeline.isEmpty())
        words.append(u"<(printf '%s' %1)"_s.replace("%1"_L1, shellQuoted(onOneLine(parts.json))));
    else
        words.append(fileArgument(parts.pipeline));
    if (!parts.saveDir.isEmpty())
        words += {u"--save-dir"_s, fileArgument(parts.saveDir)};
    if (parts.totals.concurrency > 0 && parts.totals.concurrency != usual.concurrency)
        words += {u"-j"_s, QString::number(parts.totals.concurrency)};
    if (parts.totals.perHost > 0 && parts.totals.perHost != usual.perHost)
        words += {u"--max-per-host"_s, QString::number(parts.totals.perHost)};
    if (const QString rate = rateText(parts.totals.rate); !rate.isEmpty())
        words += {u"--rate"_s, rate};
    for (const QString &flag : parts.flags) {
        static const QStringList told{u"--jobs"_s, u"--max-per-host"_s, u"--rate"_s, u"--save-dir"_s};
        if (!told.contains(flag.section(u'=', 0, 0)))
            words.append(shellQuoted(flag));
    }
    return words.join(u' ');
}

} // namespace inflight
