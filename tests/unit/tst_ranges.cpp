// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/digestfields.h"
#include "net/ranges.h"

#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

/// What answers say of ranges, and of the digest of what they carry.
class TestRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentRangesAreRead_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<qint64>("first"); ///< -1: not a range
        QTest::addColumn<qint64>("last");
        QTest::addColumn<qint64>("length");
        const auto add = [](const char *field, qint64 first = -1, qint64 last = 0, qint64 length = 0) {
            QTest::newRow(field) << QByteArray(field) << first << last << length;
        };
        add("bytes 0-0/1", 0, 0, 1);
        add("bytes 4000-9999/10000", 4000, 9999, 10'000);
        add(" Bytes  4000-9999/* ", 4000, 9999, -1);
        add("bytes 0-9223372036854775806/9223372036854775807", 0, 9223372036854775806, 9223372036854775807);
        add("");
        add("bytes");
        add("bytes */10000");
        add("bytes 5-4/10");
        add("bytes 5-10/10");
        add("bytes -5-9/10");
        add("bytes 5-/10");
        add("bytes 5-9");
        add("bytes 5-9/");
        add("bytes 5-9/1 0");
        add("bytes 5/9-10");
        add("bytes 5-9/+10");
        add("bytes 5-9/9223372036854775808");
        add("items 5-9/10");
    }

    void contentRangesAreRead()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const qint64, first);
        QFETCH(const qint64, last);
        QFETCH(const qint64, length);
        const std::optional<ContentRange> range = parseContentRange(field);
        QCOMPARE(range.has_value(), first >= 0);
        if (range)
            QCOMPARE(*range, (ContentRange{first, last, length}));
    }

    void unitsAreFoundAmongOthers()
    {
        QVERIFY(acceptsByteRanges({{"accept-ranges", "bytes"}}));
        QVERIFY(acceptsByteRanges({{"Accept-Ranges", "items, Bytes"}}));
        QVERIFY(!acceptsByteRanges({{"accept-ranges", "none"}}));
        QVERIFY(!acceptsByteRanges({}));
    }

    void onlyWhatIsStrongValidates()
    {
        const Header date{"date", "Sun, 06 Nov 1994 08:50:00 GMT"};
        const Header minuteBefore{"last-modified", "Sun, 06 Nov 1994 08:49:00 GMT"};
        const Header justBefore{"last-modified", "Sun, 06 Nov 1994 08:49:01 GMT"};
        QCOMPARE(rangeValidator({{"etag", "\"a b\""}}), ""_ba);
        QCOMPARE(rangeValidator({{"etag", "\"a\""}}), "\"a\""_ba);
        QCOMPARE(rangeValidator({{"etag", "W/\"a\""}, date, minuteBefore}), ""_ba);
        QCOMPARE(rangeValidator({{"etag", "unquoted"}}), ""_ba);
        QCOMPARE(rangeValidator({date, minuteBefore}), minuteBefore.value);
        QCOMPARE(rangeValidator({date, justBefore}), ""_ba);
        QCOMPARE(rangeValidator({minuteBefore}), ""_ba);
        QCOMPARE(rangeValidator({}), ""_ba);
    }

    void digestsAreFound_data()
    {
        QTest::addColumn<HeaderList>("headers");
        QTest::addColumn<QString>("field"); ///< empty: none
        QTest::addColumn<QString>("name");
        const QByteArray sha256 = QByteArray(32, 'a').toBase64();
        const QByteArray sha512 = QByteArray(64, 'b').toBase64();
        const QByteArray md5 = QByteArray(16, 'c').toBase64();
        const QByteArray repr = "sha-256=:" + sha256 + ':';
        QTest::newRow("none") << HeaderList{} << u""_s << u""_s;
        QTest::newRow("Repr-Digest") << HeaderList{{"repr-digest", repr}} << u"Repr-Digest"_s << u"sha-256"_s;
        QTest::newRow("the strongest wins")
            << HeaderList{{"repr-digest", repr + ", sha-512=:" + sha512 + ":;a=1"}} << u"Repr-Digest"_s
            << u"sha-512"_s;
        QTest::newRow("in two fields")
            << HeaderList{{"repr-digest", "md5=:" + md5 + ':'}, {"repr-digest", repr}} << u"Repr-Digest"_s
            << u"sha-256"_s;
        QTest::newRow("Digest") << HeaderList{{"digest", "md5=" + md5 + ",SHA-256=" + sha256}} << u"Digest"_s
                                << u"sha-256"_s;
        QTest::newRow("Content-MD5") << HeaderList{{"content-md5", md5}} << u"Content-MD5"_s << u"md5"_s;
        QTest::newRow("of coded bytes") << HeaderList{{"repr-digest", repr}, {"content-encoding", "gzip"}}
                                        << u"Repr-Digest"_s << u"sha-256"_s;
        QTest::newRow("nobody knows of what")
            << HeaderList{{"digest", "sha-256=" + sha256}, {"content-md5", md5}, {"content-encoding", "gzip"}}
            << u""_s << u""_s;
        QTest::newRow("of what is under a transfer coding")
            << HeaderList{{"repr-digest", repr}, {"transfer-encoding", "gzip, chunked"}} << u""_s << u""_s;
        QTest::newRow("too short") << HeaderList{{"repr-digest", "sha-256=:" + md5 + ':'}} << u""_s << u""_s;
        QTest::newRow("not base64") << HeaderList{{"repr-digest", "sha-256=:?:"}} << u""_s << u""_s;
        QTest::newRow("without colons") << HeaderList{{"repr-digest", "sha-256=" + sha256}} << u""_s << u""_s;
        QTest::newRow("unknown") << HeaderList{{"repr-digest", "crc=:" + md5 + ':'}} << u""_s << u""_s;
    }

    void digestsAreFound()
    {
        QFETCH(const HeaderList, headers);
        QFETCH(const QString, field);
        QFETCH(const QString, name);
        const std::optional<GivenDigest> digest = givenDigest(headers);
        QCOMPARE(digest.has_value(), !field.isEmpty());
        if (!digest)
            return;
        QCOMPARE(QString(digest->field), field);
        QCOMPARE(QString(digest->name), name);
        QCOMPARE(digest->value.size(), QCryptographicHash::hashLength(digest->algorithm));
    }
};

QTEST_GUILESS_MAIN(TestRanges)
#include "tst_ranges.moc"
