// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "net/digestfields.h"
#include "net/httpdate.h"
#include "net/ranges.h"

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

void checkRange(const QByteArray &value)
{
    const std::optional<ContentRange> range = parseContentRange(value);
    if (!range)
        return;
    require(range->first >= 0 && range->last >= range->first, "a range goes forward");
    require(range->length == -1 || range->length > range->last, "a range is of what it is part of");
    const QByteArray length = range->length < 0 ? QByteArray("*") : QByteArray::number(range->length);
    const QByteArray text =
        "bytes " + QByteArray::number(range->first) + '-' + QByteArray::number(range->last) + '/' + length;
    require(parseContentRange(text) == range, "written again it is the same");
}

void checkDigest(const QByteArray &name, const QByteArray &value)
{
    const std::optional<GivenDigest> digest = givenDigest({{name, value}});
    if (digest)
        require(digest->value.size() == QCryptographicHash::hashLength(digest->algorithm),
                "a digest has the bytes of its algorithm");
}

} // namespace

/// The value of a field of an answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray value = Input(data, size).rest();
    checkRange(value);
    for (const char *const name : {"repr-digest", "content-digest", "digest", "content-md5"})
        checkDigest(name, value);
    const HeaderList headers{{"etag", value}, {"last-modified", value}, {"accept-ranges", value}};
    (void)acceptsByteRanges(headers);
    // What it gives goes out again as If-Range.
    const QByteArray validator = rangeValidator(headers);
    require(!validator.contains('\r') && !validator.contains('\n') && !validator.startsWith("W/"),
            "a validator is strong and of one line");
    const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    const std::optional<QDateTime> date = parseHttpDate(value, now);
    require(!date || (date->isValid() && date->timeSpec() == Qt::UTC), "a date is one, in UTC");
    return 0;
}
