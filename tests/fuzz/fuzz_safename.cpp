// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "pipeline/contentdisposition.h"
#include "pipeline/safename.h"

#include <QRegularExpression>

#include <algorithm>

using namespace inflight;
using namespace inflight::fuzzing;
using namespace Qt::StringLiterals;

namespace {

bool isForbidden(QChar c)
{
    return c < u' ' || c == u'\x7f' || QStringView(u"/\\:*?\"<>|").contains(c) ||
           c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

void checkName(const QString &name)
{
    static const QRegularExpression device(u"^(con|prn|aux|nul|(com|lpt)[0-9])(\\..*)?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    require(!name.isEmpty(), "there is a name");
    require(name.toUtf8().size() <= longestName, "it is not too long for a disk");
    require(name.isValidUtf16(), "it is text");
    require(std::ranges::none_of(name, isForbidden), "no separator, control or direction mark is in it");
    require(!name.startsWith(u'.') && !name.startsWith(u'-') && !name.startsWith(u'~'),
            "it is not hidden, a flag or a home");
    require(!name.endsWith(u'.') && !name.endsWith(u' '), "Windows does not shorten it");
    require(!device.match(name).hasMatch(), "it is no device");
}

} // namespace

/// A path, a content type and a Content-Disposition, with '|' between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const QUrl url = QUrl::fromEncoded("http://example.org/" + input.takeField());
    const QByteArray type = input.takeField();
    const QByteArray disposition = input.rest();
    const QString name = safeFileName(url, type, proposedFileName(disposition));
    checkName(name);
    for (const int number : {2, 10'000})
        checkName(numberedName(name, number));
    checkName(safeFolderName(url));
    checkName(safeFolderName(QUrl::fromEncoded("http://" + disposition)));
    return 0;
}
