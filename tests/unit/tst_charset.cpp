// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/text/charset.h"

#include <QStringEncoder>
#include <QTest>

#include "pipeline/stages/decode.h"
#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mark8 = "\xef\xbb\xbf"_ba;

QByteArray encoded(QStringConverter::Encoding encoding, const QString &text, bool mark = false)
{
    QStringEncoder encoder(encoding,
                           mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder.encode(text);
}

Outcome<StageResult> decode(const QByteArray &body, const QByteArray &type, StageTrial &run)
{
    return DecodeStage().run(payloadOf(body, type), run.context);
}

} // namespace

class TestCharset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAndConverts_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QString>("text");

        // By the header.
        QTest::newRow("utf-8") << "text/plain; charset=UTF-8"_ba
                               << "gr\xc3\xbc\xc3\x9f"_ba
                               << "utf-8"_ba << u"grüß"_s;
        QTest::newRow("utf8, quoted") << "text/plain; charset=\"utf8\""_ba
                                      << "\xc3\xbc"_ba
                                      << "utf-8"_ba << u"ü"_s;
        QTest::newRow("latin1") << "text/plain;charset=ISO-8859-1"_ba
                                << "gr\xfc\xdf \x80"_ba
                                << "windows-1252"_ba << u"grüß €"_s;
        QTest::newRow("ascii") << "text/plain;charset=us-ascii"_ba
                               << "plain"_ba
                               << "windows-1252"_ba << u"plain"_s;
        QTest::newRow("iso-8859-15") << "text/plain;charset=iso-8859-15"_ba
                                     << "\xa4"_ba
                                     << "iso-8859-15"_ba << u"€"_s;
        QTest::newRow("iso-8859-2") << "text/plain;charset=iso-8859-2"_ba
                                    << "\xa1"_ba
                                    << "iso-8859-2"_ba << u"Ą"_s;
        QTest::newRow("windows-1251") << "text/html;charset=windows-1251"_ba
                                      << "\xcf\xf0"_ba
                                      << "windows-1251"_ba << u"Пр"_s;
        QTest::newRow("windows-1254") << "text/html;charset=iso-8859-9"_ba
                                      << "\xf0"_ba
                                      << "windows-1254"_ba << u"ğ"_s;
        QTest::newRow("windows-874") << "text/html;charset=tis-620"_ba
                                     << "\xa1"_ba
                                     << "windows-874"_ba << u"ก"_s;
        QTest::newRow("koi8-r") << "text/html;charset=koi8-r"_ba
                                << "\xf0\xd2"_ba
                                << "koi8-r"_ba << u"Пр"_s;
        QTest::newRow("ibm866") << "text/html;charset=cp866"_ba
                                << "\x8f"_ba
                                << "ibm866"_ba << u"П"_s;
        QTest::newRow("macintosh") << "text/html;charset=x-mac-roman"_ba
                                   << "\x8e"_ba
                                   << "macintosh"_ba << u"é"_s;
        QTest::newRow("shift_jis") << "text/html;charset=Shift_JIS"_ba
                                   << "\x83\x65\x83\x58\x87\x40"_ba
                                   << "shift_jis"_ba << u"テス①"_s;
        QTest::newRow("euc-jp") << "text/html;charset=euc-jp"_ba
                                << "\xa5\xc6"_ba
                                << "euc-jp"_ba << u"テ"_s;
        QTest::newRow("iso-2022-jp") << "text/html;charset=iso-2022-jp"_ba
                                     << "\x1b$B\x25\x46\x1b(B!"_ba
                                     << "iso-2022-jp"_ba << u"テ!"_s;
        QTest::newRow("gb2312") << "text/html;charset=gb2312"_ba
                                << "\xd6\xd0\xce\xc4"_ba
                                << "gbk"_ba << u"中文"_s;
        QTest::newRow("gb18030") << "text/html;charset=gb18030"_ba
                                 << "\x95\x32\x82\x36"_ba
                                 << "gb18030"_ba << u"𠀀"_s;
        QTest::newRow("big5") << "text/html;charset=big5"_ba
                              << "\xa4\xa4"_ba
                              << "big5"_ba << u"中"_s;
        QTest::newRow("euc-kr") << "text/html;charset=ks_c_5601-1987"_ba
                                << "\xb0\xa1"_ba
                                << "euc-kr"_ba << u"가"_s;
        QTest::newRow("utf-16, no mark")
            << "text/plain; charset=utf-16"_ba << encoded(QStringConverter::Utf16LE, u"a😀"_s) << "utf-16le"_ba
            << u"a😀"_s;
        QTest::newRow("utf-16be") << "text/plain; charset=utf-16be"_ba
                                  << encoded(QStringConverter::Utf16BE, u"añ"_s) << "utf-16be"_ba << u"añ"_s;
        QTest::newRow("utf-32le") << "text/plain; charset=utf-32le"_ba
                                  << encoded(QStringConverter::Utf32LE, u"a😀"_s) << "utf-32le"_ba << u"a😀"_s;

        // By a byte order mark, which is not part of the text and wins over the header.
        QTest::newRow("mark of utf-8") << "text/plain"_ba << mark8 + "\xc3\xbc"
                                       << "utf-8"_ba << u"ü"_s;
        QTest::newRow("mark of utf-8 and no type") << ""_ba << mark8 + "\xc3\xbc"
                                                   << "utf-8"_ba << u"ü"_s;
        QTest::newRow("mark of utf-16le")
            << "text/plain"_ba << encoded(QStringConverter::Utf16LE, u"aü"_s, true) << "utf-16le"_ba
            << u"aü"_s;
        QTest::newRow("mark of utf-16be and no type")
            << ""_ba << encoded(QStringConverter::Utf16BE, u"aü"_s, true) << "utf-16be"_ba << u"aü"_s;
        QTest::newRow("mark of utf-32be")
            << "text/plain"_ba << QByteArray("\0\0\xfe\xff\0\0\0a", 8) << "utf-32be"_ba << u"a"_s;
        QTest::newRow("mark of utf-32le")
            << "text/plain"_ba << encoded(QStringConverter::Utf32LE, u"a"_s, true) << "utf-32le"_ba << u"a"_s;
        QTest::newRow("mark against header") << "text/plain; charset=iso-8859-1"_ba << mark8 + "\xc3\xbc"
                                             << "utf-8"_ba << u"ü"_s;
        QTest::newRow("only a mark") << "text/plain"_ba << mark8 << "utf-8"_ba << u""_s;

        // By the content.
        QTest::newRow("xml declaration")
            << "application/xml"_ba
            << "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xfc</a>"_ba
            << "windows-1252"_ba << u"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>ü</a>"_s;
        QTest::newRow("xml in utf-16")
            << "text/xml"_ba << encoded(QStringConverter::Utf16BE, u"<?xml version='1.0'?><ü/>"_s)
            << "utf-16be"_ba << u"<?xml version='1.0'?><ü/>"_s;
        QTest::newRow("xml that lies") << "text/xml"_ba
                                       << "<?xml version='1.0' encoding='utf-16'?><a/>"_ba
                                       << "utf-8"_ba << u"<?xml version='1.0' encoding='utf-16'?><a/>"_s;
        QTest::newRow("html meta") << "text/html"_ba
                                   << "<html><head><meta charset=koi8-r><p>\xf0"_ba
                                   << "koi8-r"_ba << u"<html><head><meta charset=koi8-r><p>П"_s;
        QTest::newRow("html meta http-equiv")
            << "text/html"_ba
            << "<META http-equiv=Content-Type content=\"text/html; charset=windows-1251\">\xcf"_ba
            << "windows-1251"_ba
            << u"<META http-equiv=Content-Type content=\"text/html; charset=windows-1251\">П"_s;
        QTest::newRow("html meta in a comment") << "text/html"_ba
                                                << "<!-- <meta charset=koi8-r> --><p>\xc3\xbc"_ba
                                                << "utf-8"_ba << u"<!-- <meta charset=koi8-r> --><p>ü"_s;
        QTest::newRow("header against meta") << "text/html;charset=utf-8"_ba
                                             << "<meta charset=koi8-r>\xc3\xbc"_ba
                                             << "utf-8"_ba << u"<meta charset=koi8-r>ü"_s;
        QTest::newRow("json in utf-16le")
            << "application/json"_ba << encoded(QStringConverter::Utf16LE, u"{\"ü\":1}"_s) << "utf-16le"_ba
            << u"{\"ü\":1}"_s;
        QTest::newRow("json in utf-16be")
            << "application/json"_ba << encoded(QStringConverter::Utf16BE, u"[1]"_s) << "utf-16be"_ba
            << u"[1]"_s;
        QTest::newRow("json in utf-32le")
            << "application/json"_ba << encoded(QStringConverter::Utf32LE, u"[1]"_s) << "utf-32le"_ba
            << u"[1]"_s;
        QTest::newRow("json in utf-32be")
            << "application/json"_ba << encoded(QStringConverter::Utf32BE, u"[1]"_s) << "utf-32be"_ba
            << u"[1]"_s;
        QTest::newRow("one wide digit")
            << "application/json"_ba << encoded(QStringConverter::Utf16LE, u"1"_s) << "utf-16le"_ba << u"1"_s;

        // By nothing.
        QTest::newRow("valid utf-8") << "text/plain"_ba
                                     << "gr\xc3\xbc\xc3\x9f"_ba
                                     << "utf-8"_ba << u"grüß"_s;
        QTest::newRow("not utf-8") << "text/plain"_ba
                                   << "gr\xfc\xdf \x93q\x94"_ba
                                   << "windows-1252"_ba << u"grüß “q”"_s;
        QTest::newRow("binary is no charset") << "text/plain; charset=binary"_ba
                                              << "\xc3\xbc"_ba
                                              << "utf-8"_ba << u"ü"_s;
        QTest::newRow("meta after 1024 bytes")
            << "text/html"_ba << QByteArray(1100, ' ') + "<meta charset=koi8-r>"
            << "utf-8"_ba << QString(1100, u' ') + u"<meta charset=koi8-r>"_s;
    }

    void findsAndConverts()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, charset);
        QFETCH(QString, text);
        StageTrial run;
        Outcome<StageResult> outcome = decode(body, type, run);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const Payload &payload = outcome.value().payload;
        QCOMPARE(payload.charset, charset);
        QVERIFY(payload.text);
        QCOMPARE(QString::fromUtf8(payload.text->bytes()), text);
        QVERIFY(payload.body.bytes() == body);
        QCOMPARE(payload.decodedSize, body.size());
    }

    void whatIsUtf8IsNotCopied_data()
    {
        QTest::addColumn<QByteArray>("mark");
        QTest::newRow("without a mark") << QByteArray();
        QTest::newRow("with a mark") << mark8;
    }

    void whatIsUtf8IsNotCopied()
    {
        QFETCH(QByteArray, mark);
        Payload payload = payloadOf({}, "text/plain");
        BodyWriter writer(3 * megabyte);
        QVERIFY(!writer.append(mark));
        QVERIFY(!writer.append("ü"_ba.repeated(megabyte)));
        payload.body = writer.finish().value();
        StageTrial run;
        Outcome<StageResult> outcome = DecodeStage().run(payload, run.context);
        QVERIFY(outcome.succeeded());
        const Body &text = *outcome.value().payload.text;
        QCOMPARE(static_cast<const void *>(text.bytes().data()),
                 static_cast<const void *>(payload.body.bytes().data() + mark.size()));
    }

    void whatIsNoTextIsReplacedAndCounted_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("one") << "text/plain; charset=utf-8"_ba
                             << "a\xff"
                                "b"_ba
                             << u"a\uFFFDb"_s << u"utf-8, 1 invalid sequence replaced"_s;
        // The longest part that could begin a character is one; the rest goes byte by byte.
        QTest::newRow("several") << "text/plain; charset=utf-8"_ba
                                 << "\xe2\x82(\xc0\xaf\xed\xa0\x80"_ba
                                 << u"\uFFFD(\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"_s
                                 << u"utf-8, 6 invalid sequences replaced"_s;
        QTest::newRow("cut at the end")
            << "text/plain; charset=utf-8"_ba
            << "ab\xf0\x9f\x98"_ba << u"ab\uFFFD"_s << u"utf-8, 1 invalid sequence replaced"_s;
        QTest::newRow("half a pair") << "text/plain; charset=utf-16le"_ba << QByteArray("a\0\x3d\xd8z\0", 6)
                                     << u"a\uFFFDz"_s << u"utf-16le, 1 invalid sequence replaced"_s;
        QTest::newRow("half a unit") << "text/plain; charset=utf-16le"_ba << QByteArray("a\0b", 3)
                                     << u"a\uFFFD"_s << u"utf-16le, 1 invalid sequence replaced"_s;
        // The first is what Unicode has no room for, the second what the converter has none for.
        QTest::newRow("past Unicode")
            << "text/plain; charset=ucs-4"_ba
            << QByteArray("\0\x11\0\0\0\0\0a\x7f\xff\xff\xff\xff\0\0\0\0\0\0b", 20)
            << u"\uFFFDa\uFFFD\uFFFDb"_s << u"ucs-4, 3 invalid sequences replaced"_s;
        QTest::newRow("half a character")
            << "text/plain; charset=shift_jis"_ba
            << "a\x83\n\x83"_ba << u"a\uFFFD\n\uFFFD"_s << u"shift_jis, 2 invalid sequences replaced"_s;
    }

    void whatIsNoTextIsReplacedAndCounted()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        QFETCH(QString, said);
        StageTrial run;
        Outcome<StageResult> outcome = decode(body, type, run);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QCOMPARE(QString::fromUtf8(outcome.value().payload.text->bytes()), text);
        QVERIFY2(outcome.value().detail.endsWith(said), qPrintable(outcome.value().detail));
        QVERIFY(outcome.value().payload.body.bytes() == body);
    }

    void jsonInUtf8IsLeftForTheParserToJudge()
    {
        StageTrial run;
        Outcome<StageResult> outcome = decode("[\"\xff\"]", "application/json", run);
        QVERIFY(outcome.succeeded());
        QVERIFY(outcome.value().payload.text->bytes() == "[\"\xff\"]"_ba);
        QCOMPARE(outcome.value().payload.charset, "utf-8"_ba);
    }

    void anUnknownCharacterSetIsAFault_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("header") << "text/plain; charset=klingon"_ba
                                << "text"_ba;
        QTest::newRow("an option for the converter") << "text/plain; charset=utf-8//IGNORE"_ba
                                                     << "text"_ba;
        QTest::newRow("json") << "application/json; charset=klingon"_ba
                              << "[]"_ba;
        QTest::newRow("xml") << "text/xml"_ba
                             << "<?xml version='1.0' encoding='klingon'?><a/>"_ba;
    }

    void anUnknownCharacterSetIsAFault()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        StageTrial run;
        Outcome<StageResult> outcome = decode(body, type, run);
        QCOMPARE(faultName(outcome), u"decode"_s);
        const bool named =
            faultMessage(outcome).contains("klingon"_L1) || faultMessage(outcome).contains("utf-8//"_L1);
        QVERIFY2(named, qPrintable(faultMessage(outcome)));
    }

    void whatIsNoTextHasNoCharacterSet_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("an image by type") << "image/png"_ba
                                          << "whatever"_ba;
        QTest::newRow("an image by content") << "text/html; charset=klingon"_ba
                                             << "\x89PNG\r\n\x1a\n\0\0\0"_ba;
        QTest::newRow("binary by content") << ""_ba << QByteArray("ab\0cd", 5);
        QTest::newRow("video") << "video/mp4"_ba
                               << "text"_ba;
    }

    void whatIsNoTextHasNoCharacterSet()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        StageTrial run;
        Outcome<StageResult> outcome = decode(body, type, run);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QVERIFY(!outcome.value().payload.text);
        QVERIFY(outcome.value().payload.charset.isEmpty());
        QVERIFY(outcome.value().payload.decoded);
    }

    void charactersAcrossSlicesStayWhole_data()
    {
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("character");
        QTest::newRow("utf-8") << "utf-8"_ba
                               << "\xf0\x9f\x98\x80"_ba;
        QTest::newRow("utf-8, three bytes") << "utf-8"_ba
                                            << "\xe2\x82\xac"_ba;
        QTest::newRow("utf-16le") << "utf-16le"_ba
                                  << "\x3d\xd8\x00\xde"_ba;
        QTest::newRow("gb18030") << "gb18030"_ba
                                 << "\x95\x32\x82\x36"_ba;
        QTest::newRow("shift_jis") << "shift_jis"_ba
                                   << "\x83\x65"_ba;
    }

    void charactersAcrossSlicesStayWhole()
    {
        QFETCH(QByteArray, charset);
        QFETCH(QByteArray, character);
        const QByteArray unit = charset == "utf-16le" ? QByteArray("x\0", 2) : "x"_ba;
        constexpr qint64 characters = 200'000;
        for (int shift = 0; shift < 4; ++shift) {
            // An invalid byte at the end, so that UTF-8 is converted too and not only checked.
            const QByteArray body = unit.repeated(shift) + character.repeated(characters) + "\x83"_ba;
            StageTrial run;
            Outcome<StageResult> outcome = decode(body, "text/plain; charset=" + charset, run);
            QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
            const QString text = QString::fromUtf8(outcome.value().payload.text->bytes());
            QCOMPARE(text.toUcs4().size(), shift + characters + 1);
            QCOMPARE(text.count(QChar(QChar::ReplacementCharacter)), 1);
        }
    }

    void aLargeConversionGoesThroughTheDiskAndStops()
    {
        Payload payload = payloadOf({}, "text/plain; charset=windows-1251");
        payload.body = repeatedBody("\xcf\xf0\xe8 ", 8 * megabyte);
        StageTrial whole;
        Outcome<StageResult> outcome = DecodeStage().run(payload, whole.context);
        QVERIFY(outcome.succeeded());
        QVERIFY(outcome.value().payload.text->onDisk());
        QCOMPARE(outcome.value().payload.text->size(), 14 * megabyte);
        QCOMPARE(whole.done, 8 * megabyte);
        StageTrial stopped;
        stopped.stopAt(megabyte);
        QVERIFY(DecodeStage().run(payload, stopped.context).cancelled());
        QVERIFY(stopped.done <= 2 * megabyte);
    }

    void labelsOfTheWeb_data()
    {
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("latin1") << " Latin1 "_ba
                                << "windows-1252"_ba;
        QTest::newRow("sjis") << "SJIS"_ba
                              << "shift_jis"_ba;
        QTest::newRow("unicode") << "Unicode"_ba
                                 << "utf-16le"_ba;
        QTest::newRow("unknown") << "Klingon"_ba
                                 << "klingon"_ba;
    }

    void labelsOfTheWeb()
    {
        QFETCH(QByteArray, label);
        QTEST(charsetName(label), "name");
    }
};

QTEST_GUILESS_MAIN(TestCharset)
#include "tst_charset.moc"
