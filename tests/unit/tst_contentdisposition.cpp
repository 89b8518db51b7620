// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/contentdisposition.h"

#include "pipeline/safename.h"

#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

class TestContentDisposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesAName_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *header, const QString &name) {
            QTest::newRow(header) << QByteArray(header) << name;
        };
        row("", QString());
        row("inline", QString());
        row("attachment;", QString());
        row("attachment; filename", QString());
        row("attachment; filename=", QString());
        row("attachment; filename=a.txt", u"a.txt"_s);
        row("ATTACHMENT ; FileName = a.txt ; x=y", u"a.txt"_s);
        row("inline; filename=\"a b; c=d.txt\"", u"a b; c=d.txt"_s);
        row("attachment; filename=\"with \\\"quotes\\\".txt\"", u"with \"quotes\".txt"_s);
        row("attachment; filename=\"never closed", u"never closed"_s);
        row("attachment; filename=\"a\"garbage; filename=b", u"a"_s);
        row("attachment; x=\"; filename=no\"; filename=yes", u"yes"_s);
        row("attachment; filename=first; filename=second", u"first"_s);
        row("attachment; filename=\"gr\xc3\xbc\xc3\x9f.txt\"", u"grüß.txt"_s);
        row("attachment; filename=\"gr\xfc\xdf.txt\"", u"grüß.txt"_s);

        // RFC 8187's own examples, and what comes near.
        row("attachment; filename*=UTF-8''%c2%a3%20and%20%e2%82%ac%20rates", u"£ and € rates"_s);
        row("attachment; filename*=iso-8859-1'en'%A3%20rates", u"£ rates"_s);
        row("attachment; filename=plain; filename*=utf-8''better", u"better"_s);
        row("attachment; filename*=utf-8''better; filename=plain", u"better"_s);
        row("attachment; filename*=utf-8''%ff%fe; filename=plain", u"plain"_s);
        row("attachment; filename*=koi8-r''%ff; filename=plain", u"plain"_s);
        row("attachment; filename*=no-quotes; filename=plain", u"plain"_s);

        // Folders are not the server's to choose.
        row("attachment; filename=\"../../etc/passwd\"", u"passwd"_s);
        row("attachment; filename=/etc/passwd", u"passwd"_s);
        row("attachment; filename=\"C:\\\\windows\\\\boot.ini\"", u"boot.ini"_s);
        row("attachment; filename*=UTF-8''%2e%2e%2f%2e%2e%2fx", u"x"_s);
        row("attachment; filename*=UTF-8''%2e%2e%5cx", u"x"_s);
        row("attachment; filename=\"folder/\"", QString());
        row("attachment; filename=..", u".."_s);
    }

    void proposesAName()
    {
        QFETCH(QByteArray, header);
        QTEST(proposedFileName(header), "name");
    }

    void theNameOfTheFileIsASafeOneOfIt_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *header, const QString &name) {
            QTest::newRow(header) << QByteArray(header) << name;
        };
        row("attachment; filename=report.pdf", u"report.pdf"_s);
        row("attachment; filename=report", u"report.html"_s);
        row("attachment; filename=..", u"page.html"_s);
        row("attachment; filename=\" . \"", u"page.html"_s);
        row("attachment; filename=\"folder/\"", u"page.html"_s);
        row("attachment; filename=.bashrc", u"_bashrc.html"_s);
        row("attachment; filename=-rf.sh", u"_rf.sh"_s);
        row("attachment; filename=NUL.txt", u"_NUL.txt"_s);
        row("attachment; filename*=UTF-8''con", u"_con.html"_s);
        row("attachment; filename*=UTF-8''a%00b.txt", u"a_b.txt"_s);
        row("attachment; filename*=UTF-8''a%0d%0aSet-Cookie.txt", u"a__Set-Cookie.txt"_s);
        row("attachment; filename*=UTF-8''%e2%80%aegpj.exe", u"_gpj.exe"_s);
        row("attachment; filename=\"a.txt. . .\"", u"a.txt"_s);
        row("attachment; filename=%2e%2e%2fx.txt", u"%2e%2e%2fx.txt"_s);
        row("attachment; filename=\"C:boot.ini\"", u"C_boot.ini"_s);
    }

    void theNameOfTheFileIsASafeOneOfIt()
    {
        QFETCH(QByteArray, header);
        QTEST(safeFileName(QUrl(u"http://example.org/page"_s), "text/html", proposedFileName(header)),
              "name");
    }

    void aLongNameFitsOnADiskWithItsNumber()
    {
        const QString proposed =
            proposedFileName("attachment; filename=\"" + QByteArray("ü").repeated(300) + ".tar\"");
        const QString name = safeFileName(QUrl(u"http://h/"_s), {}, proposed);
        QVERIFY(name.endsWith(u".tar"));
        QVERIFY(name.toUtf8().size() <= 255);
        QVERIFY(numberedName(name, 123'456).toUtf8().size() <= 255);
    }
};

QTEST_GUILESS_MAIN(TestContentDisposition)
#include "tst_contentdisposition.moc"
