// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/safename.h"

#include <QSet>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

class TestSafeName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAFile_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *path, const char *type, const QString &name) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(type) << name;
        };
        // The ordinary ones.
        row("/a/b/photo.jpg", "image/jpeg", u"photo.jpg"_s);
        row("/data.json?x=1#y", "application/json", u"data.json"_s);
        row("/api/users", "application/json; charset=utf-8", u"users.json"_s);
        row("/problem", "application/problem+json", u"problem.json"_s);
        row("/feed", "application/rss+xml", u"feed.rss"_s);
        row("/thing", "application/thing+xml", u"thing.xml"_s);
        row("/page", "text/html", u"page.html"_s);
        row("/picture", "image/svg+xml", u"picture.svg"_s);
        row("/nothing-known", "application/x-nobody", u"nothing-known"_s);
        row("/untyped", "", u"untyped"_s);
        row("", "text/html", u"index.html"_s);
        row("/", "application/json", u"index.json"_s);
        row("/folder/", "", u"index"_s);
        row("/release-1.2", "text/plain", u"release-1.2.txt"_s);
        row("/archive.tar.gz", "application/gzip", u"archive.tar.gz"_s);
        row("/gr%C3%BC%C3%9Fe.txt", "text/plain", u"grüße.txt"_s);
        row("/gru%CC%88n.txt", "", u"grün.txt"_s);
        row("/a%20b%2Bc.txt", "", u"a b+c.txt"_s);
        row("/%FF%FE.bin", "", u"%FF%FE.bin"_s);
        row("/caf%E9", "text/plain", u"caf%E9.txt"_s);

        // Those that would like to be elsewhere.
        row("/..", "", u"index"_s);
        row("/%2e%2e", "", u"index"_s);
        row("/.", "", u"index"_s);
        row("/...", "", u"index"_s);
        row("/a/..%2f..%2fetc%2fpasswd", "", u"_._.._etc_passwd"_s);
        row("/%2Fetc%2Fpasswd", "", u"_etc_passwd"_s);
        row("/..%5c..%5cwindows%5cx.ini", "", u"_._.._windows_x.ini"_s);
        row("/C%3A%5Cx.txt", "", u"C__x.txt"_s);
        row("/%00", "", u"_"_s);
        row("/a%00b.txt", "", u"a_b.txt"_s);
        row("/a%0Ab%1B%7F.txt", "", u"a_b__.txt"_s);
        row("/a%C2%85.txt", "", u"a_.txt"_s);
        row("/%E2%80%AEgpj.exe", "", u"_gpj.exe"_s);
        row("/a%E2%80%8Bb.txt", "", u"a_b.txt"_s);
        row("/a%E2%80%A8b.txt", "", u"a_b.txt"_s);
        row("/a*b%3Fc%22d%3Ce%3Ef%7Cg.txt", "", u"a_b_c_d_e_f_g.txt"_s);

        // Those that shells, listings and Windows take for something else.
        row("/.htaccess", "", u"_htaccess"_s);
        row("/.bashrc", "text/plain", u"_bashrc.txt"_s);
        row("/-rf", "", u"_rf"_s);
        row("/~root", "", u"_root"_s);
        row("/%20%20a.txt", "", u"a.txt"_s);
        row("/a.txt.", "", u"a.txt"_s);
        row("/a.txt%20%20", "", u"a.txt"_s);
        row("/a.%20.%20.", "", u"a"_s);
        row("/%20", "", u"index"_s);
        row("/con", "", u"_con"_s);
        row("/NUL.txt", "", u"_NUL.txt"_s);
        row("/aux.tar.gz", "", u"_aux.tar.gz"_s);
        row("/Com1", "text/html", u"_Com1.html"_s);
        row("/lpt9.log", "", u"_lpt9.log"_s);
        row("/COM%C2%B2", "", u"_COM²"_s);
        row("/con%20.txt", "", u"_con.txt"_s);
        row("/console.txt", "", u"console.txt"_s);
        row("/com10", "", u"com10"_s);
    }

    void namesAFile()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, type);
        const QUrl url = QUrl::fromEncoded("http://example.org" + path);
        QVERIFY(url.isValid());
        QTEST(safeFileName(url, type), "name");
    }

    void longNamesAreCutByBytesAndKeepTheirExtension_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("name");
        QTest::newRow("ascii") << QString(300, u'a') + u".jpeg"_s << QByteArray()
                               << QString(195, u'a') + u".jpeg"_s;
        QTest::newRow("just fits") << QString(195, u'a') + u".jpeg"_s << QByteArray()
                                   << QString(195, u'a') + u".jpeg"_s;
        QTest::newRow("two bytes each")
            << QString(300, u'ü') + u".txt"_s << QByteArray() << QString(98, u'ü') + u".txt"_s;
        QTest::newRow("four bytes each") << u"😀"_s.repeated(300) << QByteArray() << u"😀"_s.repeated(50);
        QTest::newRow("by type") << QString(300, u'a') << "application/json"_ba
                                 << QString(195, u'a') + u".json"_s;
        QTest::newRow("no extension, only long")
            << u"a."_s + QString(300, u'b') << QByteArray() << u"a."_s + QString(198, u'b');
        QTest::newRow("ending in dots")
            << QString(190, u'a') + QString(100, u'.') + u"b"_s + QString(30, u'c') << QByteArray()
            << QString(190, u'a');
    }

    void longNamesAreCutByBytesAndKeepTheirExtension()
    {
        QFETCH(QString, segment);
        QFETCH(QByteArray, type);
        QUrl url(u"http://example.org"_s);
        url.setPath(u'/' + segment);
        const QString name = safeFileName(url, type);
        QTEST(name, "name");
        QVERIFY(name.toUtf8().size() <= longestName);
    }

    void namesAFolder_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("name");
        QTest::newRow("host") << u"https://WWW.Example.ORG:8080/x"_s << u"www.example.org"_s;
        QTest::newRow("address") << u"http://127.0.0.1:80/"_s << u"127.0.0.1"_s;
        QTest::newRow("long address") << u"http://[::1]/"_s << u"__1"_s;
        QTest::newRow("other alphabet") << u"http://bücher.example/"_s << u"xn--bcher-kva.example"_s;
        QTest::newRow("ending in a dot") << u"http://example.org./"_s << u"example.org"_s;
        QTest::newRow("device") << u"http://con/"_s << u"_con"_s;
        QTest::newRow("device with a domain") << u"http://aux.example/"_s << u"_aux.example"_s;
        QTest::newRow("none") << u"file:///x"_s << u"unknown-host"_s;
    }

    void namesAFolder()
    {
        QFETCH(QString, url);
        QTEST(safeFolderName(QUrl(url)), "name");
    }

    void numbersComeBeforeTheExtension_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("numbered");
        QTest::newRow("first") << u"a.json"_s << 1 << u"a.json"_s;
        QTest::newRow("second") << u"a.json"_s << 2 << u"a (2).json"_s;
        QTest::newRow("no extension") << u"index"_s << 12 << u"index (12)"_s;
        QTest::newRow("two extensions") << u"a.tar.gz"_s << 3 << u"a.tar (3).gz"_s;
        QTest::newRow("long") << QString(195, u'a') + u".jpeg"_s << 1000
                              << QString(188, u'a') + u" (1000).jpeg"_s;
    }

    void numbersComeBeforeTheExtension()
    {
        QFETCH(QString, name);
        QFETCH(int, number);
        QTEST(numberedName(name, number), "numbered");
    }

    void noByteInAPathLeadsAnywhere()
    {
        for (int first = 0; first < 256; ++first) {
            for (const int second : {0x00, 0x2e, 0x2f, 0x5c, 0x20, 0x41, 0xff}) {
                const QByteArray hidden = QByteArray(1, static_cast<char>(first)) + static_cast<char>(second);
                const QByteArray escaped = "%" + hidden.left(1).toHex() + "%" + hidden.right(1).toHex();
                const QString name = safeFileName(QUrl::fromEncoded("http://h/" + escaped), {});
                QVERIFY(!name.isEmpty());
                QVERIFY(!name.contains(u'/') && !name.contains(u'\\') && !name.contains(QChar(0)));
                QVERIFY(name != u"."_s && name != u".."_s);
                QVERIFY(!name.startsWith(u'.') && !name.endsWith(u'.') && !name.endsWith(u' '));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSafeName)
#include "tst_safename.moc"
