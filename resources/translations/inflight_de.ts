<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>inflight::AboutBox</name>
    <message>
        <source>About Inflight</source>
        <translation>Über Inflight</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Inflight %1&lt;/h3&gt;&lt;p&gt;Fetches many URLs at once and shows what happens to each of them, stage by stage.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Inflight %1&lt;/h3&gt;&lt;p&gt;Ruft viele URLs zugleich ab und zeigt Stufe für Stufe, was mit jeder von ihnen geschieht.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>inflight::Append</name>
    <message>
        <source>The column “%1” is here twice.</source>
        <translation>Die Spalte „%1“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>%1 would go to %2</source>
        <translation>%1 gingen nach %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 could not be written: the folder cannot be made</source>
        <translation>%1 konnte nicht geschrieben werden: der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>adds the values of all jobs to one file: JSON Lines, CSV or SQLite</source>
        <translation>fügt die Werte aller Aufträge an eine Datei an: JSON Lines, CSV oder SQLite</translation>
    </message>
    <message>
        <source>the file, in the folder for saving</source>
        <translation>die Datei, im Ordner zum Speichern</translation>
    </message>
    <message>
        <source>what the file is; auto goes by its suffix</source>
        <translation>was die Datei ist; auto richtet sich nach ihrer Endung</translation>
    </message>
    <message>
        <source>of the jobs&apos; results: as they come, or as they were given</source>
        <translation>der Ergebnisse der Aufträge: wie sie kommen oder wie sie gegeben wurden</translation>
    </message>
    <message>
        <source>of CSV and SQLite; left out: the keys of the first value, and in SQLite those that come later, too</source>
        <translation>von CSV und SQLite; weggelassen: die Schlüssel des ersten Wertes, in SQLite auch spätere</translation>
    </message>
    <message>
        <source>of SQLite</source>
        <translation>von SQLite</translation>
    </message>
    <message>
        <source>adds the job&apos;s URL to each value, as _url</source>
        <translation>fügt jedem Wert die URL des Auftrags als _url hinzu</translation>
    </message>
    <message>
        <source>what becomes of a file that is there already</source>
        <translation>was aus einer Datei wird, die es schon gibt</translation>
    </message>
    <message>
        <source>There must be a name that a table can have here; those that begin with sqlite_ are SQLite&apos;s own.</source>
        <translation>Hier muss ein Name stehen, den eine Tabelle haben kann; Namen, die mit sqlite_ beginnen, gehören SQLite selbst.</translation>
    </message>
    <message>
        <source>There must be a path inside the folder for saving here.</source>
        <translation>Hier muss ein Pfad innerhalb des Ordners zum Speichern stehen.</translation>
    </message>
    <message>
        <source>The suffix does not tell the format; use .jsonl, .csv or .sqlite, or the option “format”.</source>
        <translation>Die Endung verrät das Format nicht; verwenden Sie .jsonl, .csv oder .sqlite oder die Option „format“.</translation>
    </message>
    <message>
        <source>a crash would lose what waits for its turn: %1</source>
        <translation>ein Absturz verlöre, was auf seine Reihe wartet: %1</translation>
    </message>
</context>
<context>
    <name>inflight::AppendFile</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>an unfinished last line of an earlier run was cut off</source>
        <translation>eine unfertige letzte Zeile eines früheren Laufs wurde abgeschnitten</translation>
    </message>
    <message>
        <source>its header has other columns (%1)</source>
        <translation>die Kopfzeile hat andere Spalten (%1)</translation>
    </message>
    <message>
        <source>The value has a key “%1” that is no column of %2; name the columns with the option “columns”, or leave the key out before.</source>
        <translation>Der Wert hat einen Schlüssel „%1“, der keine Spalte von %2 ist; nennen Sie die Spalten mit der Option „columns“, oder lassen Sie den Schlüssel vorher weg.</translation>
    </message>
    <message>
        <source>it exists already</source>
        <translation>es gibt sie schon</translation>
    </message>
    <message>
        <source>it cannot be replaced</source>
        <translation>sie kann nicht ersetzt werden</translation>
    </message>
</context>
<context>
    <name>inflight::Authority</name>
    <message>
        <source>it looks like an e-mail address</source>
        <translation>es sieht nach einer E-Mail-Adresse aus</translation>
    </message>
    <message>
        <source>it is not a URL: it has no scheme, no dot and no path</source>
        <translation>es ist keine URL: es hat weder Schema noch Punkt noch Pfad</translation>
    </message>
    <message>
        <source>it is not a URL: &quot;%1&quot; is neither a host name nor an address</source>
        <translation>es ist keine URL: „%1“ ist weder ein Hostname noch eine Adresse</translation>
    </message>
    <message>
        <source>an IPv6 address stands in brackets, as in [::1]</source>
        <translation>eine IPv6-Adresse steht in Klammern, wie [::1]</translation>
    </message>
    <message>
        <source>it has no host name</source>
        <translation>es hat keinen Hostnamen</translation>
    </message>
    <message>
        <source>its port &quot;%1&quot; is not a number from 1 to 65535</source>
        <translation>der Port „%1“ ist keine Zahl von 1 bis 65535</translation>
    </message>
</context>
<context>
    <name>inflight::BarWords</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>stopped: the other one was first</source>
        <translation>gestoppt: der andere war zuerst da</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>waiting before %1</source>
        <translation>wartet vor %1</translation>
    </message>
    <message>
        <source>beside attempt %1</source>
        <translation>neben Versuch %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>gewartet</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>verbinden</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>wait for first byte</source>
        <translation>Warten auf erstes Byte</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>waiting for a place</source>
        <translation>wartet auf einen Platz</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>From %1, %2 in all</source>
        <translation>Ab %1, insgesamt %2</translation>
    </message>
</context>
<context>
    <name>inflight::BatchNotification</name>
    <message>
        <source>1 job finished</source>
        <translation>1 Auftrag beendet</translation>
    </message>
    <message>
        <source>%1 jobs finished</source>
        <translation>%1 Aufträge beendet</translation>
    </message>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 erfolgreich</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
</context>
<context>
    <name>inflight::Body</name>
    <message>
        <source>The body could not be kept in a temporary file in %1: %2. Make room there, or set TMPDIR to a folder that has some.</source>
        <translation>Der Inhalt konnte nicht in einer temporären Datei in %1 gehalten werden: %2. Schaffen Sie dort Platz, oder setzen Sie TMPDIR auf einen Ordner, der welchen hat.</translation>
    </message>
    <message>
        <source>The body is larger than the limit of %1 (--max-size); raise it to take this body.</source>
        <translation>Der Inhalt ist größer als die Grenze von %1 (--max-size); heben Sie sie an, um ihn zu holen.</translation>
    </message>
</context>
<context>
    <name>inflight::BodyCollector</name>
    <message>
        <source>The server sent another part of the body than it was asked for.</source>
        <translation>Der Server hat einen anderen Teil des Inhalts geschickt, als verlangt war.</translation>
    </message>
    <message>
        <source>The server announces %1, more than the %2 that --max-size allows.</source>
        <translation>Der Server kündigt %1 an, mehr als die %2, die --max-size erlaubt.</translation>
    </message>
</context>
<context>
    <name>inflight::BodyPage</name>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>inflight::BodySaver</name>
    <message>
        <source>Saved %1 to %2.</source>
        <translation>%1 in %2 gespeichert.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The body is on the clipboard.</source>
        <translation>Der Inhalt ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>inflight::Certificate</name>
    <message>
        <source>older than TLS 1.2</source>
        <translation>älter als TLS 1.2</translation>
    </message>
    <message>
        <source>RSA, %1 bits</source>
        <translation>RSA, %1 Bits</translation>
    </message>
    <message>
        <source>elliptic curve, %1 bits</source>
        <translation>elliptische Kurve, %1 Bits</translation>
    </message>
    <message>
        <source>DSA, %1 bits</source>
        <translation>DSA, %1 Bits</translation>
    </message>
    <message>
        <source>not yet valid</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>noch %Ln Tag</numerusform>
            <numerusform>noch %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>es selbst</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Inflight was told not to verify certificates (--insecure).</source>
        <translation>Inflight wurde angewiesen, Zertifikate nicht zu prüfen (--insecure).</translation>
    </message>
    <message>
        <source>✓ Trusted</source>
        <translation>✓ Vertrauenswürdig</translation>
    </message>
    <message>
        <source>An authority that Inflight trusts vouches for this server&apos;s name.</source>
        <translation>Eine Stelle, der Inflight vertraut, bürgt für den Namen dieses Servers.</translation>
    </message>
    <message>
        <source>✗ Not trusted</source>
        <translation>✗ Nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>There is none: http is not encrypted.</source>
        <translation>Es gibt keines: http ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>It is not kept with a run. Retry the job to see it.</source>
        <translation>Es wird nicht mit einem Lauf aufgehoben. Den Auftrag wiederholen, um es zu sehen.</translation>
    </message>
    <message>
        <source>Nothing yet: there was no connection to %1.</source>
        <translation>Noch nichts: Es gab keine Verbindung zu %1.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Cipher suite</source>
        <translation>Cipher-Suite</translation>
    </message>
    <message>
        <source>Application protocol</source>
        <translation>Anwendungsprotokoll</translation>
    </message>
    <message>
        <source>Newest connection</source>
        <translation>Neueste Verbindung</translation>
    </message>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>Das Zertifikat des Servers</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
</context>
<context>
    <name>inflight::Check</name>
    <message>
        <source>It is looked into as JSON, and is none: %1.</source>
        <translation>Es wird als JSON untersucht und ist keines: %1.</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>wie es sein soll</translation>
    </message>
    <message>
        <source>Value %1: %2</source>
        <translation>Wert %1: %2</translation>
    </message>
    <message>
        <source>%1 as they should be, %2 left out</source>
        <translation>%1 wie sie sein sollen, %2 weggelassen</translation>
    </message>
    <message>
        <source>The status is %1, expected was %2.</source>
        <translation>Der Status ist %1, erwartet war %2.</translation>
    </message>
    <message>
        <source>The header %1 is “%2”, expected was “%3”.</source>
        <translation>Der Header %1 ist „%2“, erwartet war „%3“.</translation>
    </message>
    <message>
        <source>The type is “%1”, expected was “%2”.</source>
        <translation>Der Typ ist „%1“, erwartet war „%2“.</translation>
    </message>
    <message>
        <source>The body has %1 bytes, expected were at least %2.</source>
        <translation>Der Inhalt hat %1 Bytes, erwartet waren mindestens %2.</translation>
    </message>
    <message>
        <source>The body has %1 bytes, expected were at most %2.</source>
        <translation>Der Inhalt hat %1 Bytes, erwartet waren höchstens %2.</translation>
    </message>
    <message>
        <source>The %1 is %2, expected was %3.</source>
        <translation>Der Wert von %1 ist %2, erwartet war %3.</translation>
    </message>
    <message>
        <source>There is no digest at %1: %2</source>
        <translation>Unter %1 gibt es keine Prüfsumme: %2</translation>
    </message>
    <message>
        <source>%1 has no digest of %2.</source>
        <translation>%1 hat keine Prüfsumme von %2.</translation>
    </message>
    <message>
        <source>The digest is %1, %2 says %3.</source>
        <translation>Die Prüfsumme ist %1, %2 nennt %3.</translation>
    </message>
    <message>
        <source>there is nothing at %1.</source>
        <translation>bei %1 ist nichts.</translation>
    </message>
    <message>
        <source>%1 is %2, expected was %3.</source>
        <translation>%1 ist %2, erwartet war %3.</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>%1 is %2, which does not match its pattern.</source>
        <translation>%1 ist %2, was nicht zum Muster passt.</translation>
    </message>
    <message>
        <source>Status codes look like 200..=299,304.</source>
        <translation>Statuscodes sehen so aus: 200..=299,304.</translation>
    </message>
    <message>
        <source>The range %1 ends before it begins.</source>
        <translation>Der Bereich %1 endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>This is less than “min_size”.</source>
        <translation>Das ist weniger als „min_size“.</translation>
    </message>
    <message>
        <source>There must be %1 hexadecimal digits here.</source>
        <translation>Hier müssen %1 hexadezimale Ziffern stehen.</translation>
    </message>
    <message>
        <source>“%1” is no JSON pointer; it looks like /results/0.</source>
        <translation>„%1“ ist kein JSON-Pointer; ein solcher sieht aus wie /results/0.</translation>
    </message>
    <message>
        <source>fails what is not as it should be, and hands on the rest as it came</source>
        <translation>lässt fehlschlagen, was nicht ist, wie es sein soll, und gibt das Übrige weiter, wie es kam</translation>
    </message>
    <message>
        <source>status codes, as in 200..=299,304</source>
        <translation>Statuscodes, etwa 200..=299,304</translation>
    </message>
    <message>
        <source>headers of the answer: the whole value, or a pattern between slashes</source>
        <translation>Header der Antwort: der ganze Wert oder ein Muster zwischen Schrägstrichen</translation>
    </message>
    <message>
        <source>media type, as in application/json or image/*</source>
        <translation>Medientyp, etwa application/json oder image/*</translation>
    </message>
    <message>
        <source>least bytes of the body</source>
        <translation>kleinste Zahl von Bytes des Inhalts</translation>
    </message>
    <message>
        <source>most bytes of the body</source>
        <translation>größte Zahl von Bytes des Inhalts</translation>
    </message>
    <message>
        <source>digest of the body, in hexadecimal</source>
        <translation>Prüfsumme des Inhalts, hexadezimal</translation>
    </message>
    <message>
        <source>what to add to the URL for the file that has the digest, as in .sha256</source>
        <translation>was an die URL anzuhängen ist für die Datei mit der Prüfsumme, etwa .sha256</translation>
    </message>
    <message>
        <source>JSON pointers and the JSON that is there</source>
        <translation>JSON-Pointer und das JSON, das dort steht</translation>
    </message>
    <message>
        <source>JSON pointers and the pattern that matches what is there</source>
        <translation>JSON-Pointer und das Muster, zu dem passt, was dort steht</translation>
    </message>
    <message>
        <source>JSON pointers to what must be there</source>
        <translation>JSON-Pointer auf das, was da sein muss</translation>
    </message>
</context>
<context>
    <name>inflight::ColumnActions</name>
    <message>
        <source>&amp;Reset the columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>All columns, in the order and as wide as at first</source>
        <translation>Alle Spalten, in der Reihenfolge und Breite vom Anfang</translation>
    </message>
    <message>
        <source>Show or hide the column %1</source>
        <translation>Die Spalte %1 zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Move the column to the &amp;left</source>
        <translation>Spalte nach &amp;links</translation>
    </message>
    <message>
        <source>The current cell&apos;s column changes places with the one to its left</source>
        <translation>Die Spalte der aktuellen Zelle tauscht den Platz mit der links davon</translation>
    </message>
    <message>
        <source>Move the column to the r&amp;ight</source>
        <translation>Spalte nach &amp;rechts</translation>
    </message>
    <message>
        <source>The current cell&apos;s column changes places with the one to its right</source>
        <translation>Die Spalte der aktuellen Zelle tauscht den Platz mit der rechts davon</translation>
    </message>
    <message>
        <source>Sort by the column, &amp;ascending</source>
        <translation>Nach der Spalte sortieren, &amp;aufsteigend</translation>
    </message>
    <message>
        <source>Order the jobs by the current cell&apos;s column, smallest first</source>
        <translation>Die Aufträge nach der Spalte der aktuellen Zelle ordnen, das Kleinste zuerst</translation>
    </message>
    <message>
        <source>Sort by the column, &amp;descending</source>
        <translation>Nach der Spalte sortieren, a&amp;bsteigend</translation>
    </message>
    <message>
        <source>Order the jobs by the current cell&apos;s column, largest first</source>
        <translation>Die Aufträge nach der Spalte der aktuellen Zelle ordnen, das Größte zuerst</translation>
    </message>
    <message>
        <source>Order the jobs as they came</source>
        <translation>Die Aufträge ordnen, wie sie kamen</translation>
    </message>
    <message>
        <source>Sort by %1, &amp;ascending</source>
        <translation>Nach %1 sortieren, &amp;aufsteigend</translation>
    </message>
    <message>
        <source>Sort by %1, &amp;descending</source>
        <translation>Nach %1 sortieren, a&amp;bsteigend</translation>
    </message>
    <message>
        <source>Move %1 to the &amp;left</source>
        <translation>%1 nach &amp;links</translation>
    </message>
    <message>
        <source>Move %1 to the r&amp;ight</source>
        <translation>%1 nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Hide %1</source>
        <translation>%1 &amp;ausblenden</translation>
    </message>
    <message>
        <source>Order of in&amp;put</source>
        <translation>Reihenfolge der &amp;Eingabe</translation>
    </message>
</context>
<context>
    <name>inflight::ColumnsList</name>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move the column before the one above it (Alt+Up)</source>
        <translation>Die Spalte vor die darüber setzen (Alt+Auf)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move the column behind the one below it (Alt+Down)</source>
        <translation>Die Spalte hinter die darunter setzen (Alt+Ab)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>inflight::Command</name>
    <message>
        <source>The program did not end within %1 s.</source>
        <translation>Das Programm endete nicht innerhalb von %1 s.</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2</source>
        <translation>%1 wurde durch Signal %2 beendet</translation>
    </message>
    <message>
        <source>%1 ended with exit status %2</source>
        <translation>%1 endete mit Exit-Status %2</translation>
    </message>
    <message>
        <source>%1 could not be started: %2. Is it installed, and in the PATH?</source>
        <translation>%1 konnte nicht gestartet werden: %2. Ist es installiert und im PATH?</translation>
    </message>
    <message>
        <source>; it says: %1</source>
        <translation>; es sagt: %1</translation>
    </message>
    <message>
        <source>an external program: the body to its standard input, its standard output on</source>
        <translation>ein externes Programm: den Inhalt in seine Standardeingabe, seine Standardausgabe weiter</translation>
    </message>
    <message>
        <source>the program and its arguments; there is no shell between</source>
        <translation>das Programm und seine Argumente; dazwischen ist keine Shell</translation>
    </message>
    <message>
        <source>most seconds for one body</source>
        <translation>höchstens so viele Sekunden für einen Inhalt</translation>
    </message>
    <message>
        <source>the exit status of a good end</source>
        <translation>der Exit-Status eines guten Endes</translation>
    </message>
    <message>
        <source>media type of what it writes</source>
        <translation>Medientyp dessen, was es schreibt</translation>
    </message>
    <message>
        <source>There must be a program first, as in [&quot;jq&quot;, &quot;.name&quot;].</source>
        <translation>Zuerst muss hier ein Programm stehen, wie in [&quot;jq&quot;, &quot;.name&quot;].</translation>
    </message>
    <message>
        <source>A text with the character U+0000 cannot be an argument.</source>
        <translation>Ein Text mit dem Zeichen U+0000 kann kein Argument sein.</translation>
    </message>
</context>
<context>
    <name>inflight::CommandList</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>inflight::CommandPalette</name>
    <message>
        <source>No command matches</source>
        <translation>Kein Befehl passt</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Type a few letters of a command or a pane</source>
        <translation>Tippen Sie einige Buchstaben eines Befehls oder Bereichs</translation>
    </message>
    <message>
        <source>Commands that match</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>inflight::ComparisonModel</name>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nicht erledigt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>inflight::ComparisonWindow</name>
    <message>
        <source>Two runs compared – Inflight</source>
        <translation>Zwei Läufe im Vergleich – Inflight</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>All %1 jobs are the same.</source>
        <translation>Alle %1 Aufträge sind gleich.</translation>
    </message>
    <message>
        <source>%1 jobs differ, %2 are the same.</source>
        <translation>%1 Aufträge unterscheiden sich, %2 sind gleich.</translation>
    </message>
    <message>
        <source>From %1 to %2. %3 Times that differ by up to %4 are taken for the same.</source>
        <translation>Von %1 zu %2. %3 Zeiten, die sich um bis zu %4 unterscheiden, gelten als gleich.</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Den Vergleich exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>inflight::ConfigFile</name>
    <message>
        <source>%1 takes no value but true</source>
        <translation>%1 nimmt keinen Wert außer true</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no flag of this version; --help lists them</source>
        <translation>„%1“ ist kein Schalter dieser Version; --help nennt sie</translation>
    </message>
    <message>
        <source>%1 belongs on the command line</source>
        <translation>%1 gehört auf die Kommandozeile</translation>
    </message>
    <message>
        <source>a value in quotes ends with a quote and nothing after it; inside, \&quot; \\ \n \r and \t are escapes</source>
        <translation>ein Wert in Anführungszeichen endet mit einem Anführungszeichen, danach kommt nichts; innen sind \&quot; \\ \n \r und \t Ersatzzeichen</translation>
    </message>
    <message>
        <source>%1 needs a value, as in &apos;%1 = %2&apos;</source>
        <translation>%1 braucht einen Wert, wie in &apos;%1 = %2&apos;</translation>
    </message>
    <message>
        <source>%1 is there already, in line %2</source>
        <translation>%1 steht schon in Zeile %2</translation>
    </message>
    <message>
        <source>this is not text in UTF-8</source>
        <translation>das ist kein Text in UTF-8</translation>
    </message>
</context>
<context>
    <name>inflight::ContentCoding</name>
    <message>
        <source>The body has %1 content codings, one over the other; at most %2 are taken.</source>
        <translation>Der Inhalt hat %1 Kodierungen übereinander; höchstens %2 werden angenommen.</translation>
    </message>
    <message>
        <source>The body&apos;s content coding “%1” is not known here; gzip, deflate, br and zstd are.</source>
        <translation>Die Kodierung „%1“ des Inhalts ist hier nicht bekannt; gzip, deflate, br und zstd sind es.</translation>
    </message>
</context>
<context>
    <name>inflight::ContentDecoder</name>
    <message>
        <source>The body cannot be decompressed: its %1 data are damaged (%2).</source>
        <translation>Der Inhalt lässt sich nicht entpacken: seine %1-Daten sind beschädigt (%2).</translation>
    </message>
    <message>
        <source>The body cannot be decompressed: it ends in the middle of its %1 data.</source>
        <translation>Der Inhalt lässt sich nicht entpacken: er endet mitten in seinen %1-Daten.</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
</context>
<context>
    <name>inflight::ContentView</name>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Zeigen als</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Wie er gezeigt wird</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>From byte %1 on this is no JSON.</source>
        <translation>Ab Byte %1 ist das kein JSON.</translation>
    </message>
    <message>
        <source>Only the first %1 rows are shown.</source>
        <translation>Nur die ersten %1 Zeilen werden gezeigt.</translation>
    </message>
    <message>
        <source>Bytes in hexadecimal</source>
        <translation>Bytes in hexadezimaler Schreibweise</translation>
    </message>
</context>
<context>
    <name>inflight::ControlsBar</name>
    <message>
        <source>&amp;Pause</source>
        <translation>Pau&amp;se</translation>
    </message>
    <message>
        <source>Start nothing new; what is in flight goes on (Ctrl+P)</source>
        <translation>Nichts Neues beginnen; was unterwegs ist, geht weiter (Strg+P)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cancel every job that is not finished</source>
        <translation>Jeden Auftrag abbrechen, der nicht fertig ist</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Cancel s&amp;low</source>
        <translation>Langsa&amp;me abbrechen</translation>
    </message>
    <message>
        <source>Cancel the running jobs that are marked slow</source>
        <translation>Die laufenden Aufträge abbrechen, die als langsam gelten</translation>
    </message>
    <message>
        <source>Cancel slow</source>
        <translation>Langsame abbrechen</translation>
    </message>
    <message>
        <source>Queue every failed job again (Ctrl+Shift+R)</source>
        <translation>Jeden fehlgeschlagenen Auftrag neu einreihen (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehler wiederholen</translation>
    </message>
    <message>
        <source>Most jobs in flight at once; acts at once</source>
        <translation>Höchstens so viele Aufträge zugleich unterwegs; wirkt sofort</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Most requests in flight to one host at once; acts at once</source>
        <translation>Höchstens so viele Anfragen zugleich an einen Host; wirkt sofort</translation>
    </message>
    <message>
        <source>Per host</source>
        <translation>Je Host</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Most requests started to one host, such as 5/s, 100/m or 5/15s; empty: no limit</source>
        <translation>Höchstens so viele Anfragen an einen Host beginnen, etwa 5/s, 100/m oder 5/15s; leer: keine Grenze</translation>
    </message>
    <message>
        <source>TLS certificates are not verified (--insecure): somebody on the way could read or change what is fetched by https.</source>
        <translation>TLS-Zertifikate werden nicht geprüft (--insecure): jemand auf dem Weg könnte lesen oder ändern, was über https geholt wird.</translation>
    </message>
    <message>
        <source>Cancel every job that is shown and not finished</source>
        <translation>Jeden gezeigten Auftrag abbrechen, der nicht fertig ist</translation>
    </message>
    <message>
        <source>Cancel the running jobs that are shown and marked slow</source>
        <translation>Die gezeigten laufenden Aufträge abbrechen, die als langsam gelten</translation>
    </message>
    <message>
        <source>Queue every failed job that is shown again (Ctrl+Shift+R)</source>
        <translation>Jeden gezeigten fehlgeschlagenen Auftrag neu einreihen (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Start new jobs again (Ctrl+P)</source>
        <translation>Wieder neue Aufträge beginnen (Strg+P)</translation>
    </message>
    <message>
        <source>Retry faile&amp;d</source>
        <translation>Fehler w&amp;iederholen</translation>
    </message>
    <message>
        <source>Retry sho&amp;wn</source>
        <translation>Gezeigte w&amp;iederholen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel all</source>
        <translation>Alle abbre&amp;chen</translation>
    </message>
    <message>
        <source>Conc&amp;urrency</source>
        <translation>Gleich&amp;zeitig</translation>
    </message>
    <message>
        <source>Per hos&amp;t</source>
        <translation>&amp;Je Host</translation>
    </message>
    <message>
        <source>R&amp;ate</source>
        <translation>Ra&amp;te</translation>
    </message>
    <message>
        <source>Ca&amp;ncel shown</source>
        <translation>&amp;Gezeigte abbrechen</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>F&amp;ortsetzen</translation>
    </message>
</context>
<context>
    <name>inflight::CssSelector</name>
    <message>
        <source>A selector has at most %1 characters.</source>
        <translation>Ein Selektor hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>a selector</source>
        <translation>ein Selektor</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the end of the selector</source>
        <translation>das Ende des Selektors</translation>
    </message>
    <message>
        <source>Not a CSS selector: expected %1 at character %2, found %3.</source>
        <translation>Kein CSS-Selektor: erwartet wurde %1 bei Zeichen %2, gefunden %3.</translation>
    </message>
    <message>
        <source>A selector has at most %1 elements in a row.</source>
        <translation>Ein Selektor hat höchstens %1 Elemente hintereinander.</translation>
    </message>
    <message>
        <source>an element, a class, an id or an attribute</source>
        <translation>ein Element, eine Klasse, eine ID oder ein Attribut</translation>
    </message>
    <message>
        <source>“]” or a comparison</source>
        <translation>„]“ oder ein Vergleich</translation>
    </message>
    <message>
        <source>“:%1” at character %2 is not among the selectors that are known here.</source>
        <translation>„:%1“ bei Zeichen %2 gehört nicht zu den Selektoren, die hier bekannt sind.</translation>
    </message>
    <message>
        <source>a place such as 3, odd or 2n+1</source>
        <translation>eine Stelle wie 3, odd oder 2n+1</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>ein Zeichen</translation>
    </message>
</context>
<context>
    <name>inflight::Csv</name>
    <message>
        <source>CSV, %1 × %2</source>
        <translation>CSV, %1 × %2</translation>
    </message>
    <message>
        <source>; %1 of another width (the first is row %2, with %3)</source>
        <translation>; %1 von anderer Breite (die erste ist Zeile %2, mit %3)</translation>
    </message>
    <message>
        <source>; ends inside a quoted field</source>
        <translation>; endet in einem Feld in Anführungszeichen</translation>
    </message>
</context>
<context>
    <name>inflight::CsvStage</name>
    <message>
        <source>CSV, %1 × %2</source>
        <translation>CSV, %1 × %2</translation>
    </message>
    <message>
        <source>; %1 of another width left out</source>
        <translation>; %1 von anderer Breite weggelassen</translation>
    </message>
    <message>
        <source>Not a regular CSV: line %1, column %2: the row ends after %3, the first row has %4.</source>
        <translation>Kein regelmäßiges CSV: Zeile %1, Spalte %2: die Zeile endet nach %3, die erste hat %4.</translation>
    </message>
    <message>
        <source>Not a regular CSV: line %1, column %2: the quote that begins here does not end.</source>
        <translation>Kein regelmäßiges CSV: Zeile %1, Spalte %2: das Anführungszeichen, das hier beginnt, wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>reads the body as CSV, one value a row</source>
        <translation>liest den Inhalt als CSV, ein Wert je Zeile</translation>
    </message>
    <message>
        <source>the first row names the columns and rows become objects; else they become lists</source>
        <translation>die erste Zeile benennt die Spalten, und Zeilen werden Objekte; sonst werden sie Listen</translation>
    </message>
    <message>
        <source>what stands between the fields</source>
        <translation>was zwischen den Feldern steht</translation>
    </message>
    <message>
        <source>fields that are numbers become numbers, not texts</source>
        <translation>Felder, die Zahlen sind, werden Zahlen, nicht Texte</translation>
    </message>
</context>
<context>
    <name>inflight::CsvTable</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>inflight::CurlCommand</name>
    <message>
        <source>-H %1 would read a file; write the headers themselves</source>
        <translation>-H %1 würde eine Datei lesen; schreiben Sie die Header selbst</translation>
    </message>
    <message>
        <source>its header &quot;%1&quot; has no colon</source>
        <translation>sein Header „%1“ hat keinen Doppelpunkt</translation>
    </message>
    <message>
        <source>--%1 %2 would read a file; write the data itself</source>
        <translation>--%1 %2 würde eine Datei lesen; schreiben Sie die Daten selbst</translation>
    </message>
    <message>
        <source>the curl command has no URL</source>
        <translation>der curl-Befehl hat keine URL</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 hat keinen Wert</translation>
    </message>
    <message>
        <source>%1 is passed over: it is set for the whole run here</source>
        <translation>%1 wird übergangen: das ist hier für den ganzen Lauf eingestellt</translation>
    </message>
    <message>
        <source>%1 is passed over: certificates are verified unless the run is started with --insecure</source>
        <translation>%1 wird übergangen: Zertifikate werden geprüft, es sei denn, der Lauf wird mit --insecure gestartet</translation>
    </message>
    <message>
        <source>%1 builds a multipart form, which is not done here; give the whole body with --data-raw</source>
        <translation>%1 baut ein mehrteiliges Formular, was hier nicht gemacht wird; geben Sie den ganzen Inhalt mit --data-raw</translation>
    </message>
    <message>
        <source>%1 would read a file; nothing but the command itself is read</source>
        <translation>%1 würde eine Datei lesen; gelesen wird nur der Befehl selbst</translation>
    </message>
    <message>
        <source>%1 changes where the request goes or who sends it, which is set for the whole run here; take it out</source>
        <translation>%1 ändert, wohin die Anfrage geht oder wer sie sendet, was hier für den ganzen Lauf eingestellt ist; nehmen Sie es heraus</translation>
    </message>
    <message>
        <source>%1: only Basic and Bearer authentication are known here</source>
        <translation>%1: nur die Anmeldungen Basic und Bearer sind hier bekannt</translation>
    </message>
    <message>
        <source>the flag %1 is not known here; take it out</source>
        <translation>der Schalter %1 ist hier nicht bekannt; nehmen Sie ihn heraus</translation>
    </message>
    <message>
        <source>-b without a = would read cookies from a file; write them as name=value</source>
        <translation>-b ohne = würde Cookies aus einer Datei lesen; schreiben Sie sie als name=wert</translation>
    </message>
</context>
<context>
    <name>inflight::Decode</name>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 after its end passed over</source>
        <translation>%1 nach seinem Ende übergangen</translation>
    </message>
    <message>
        <source>%1 replaced</source>
        <translation>%1 ersetzt</translation>
    </message>
    <message>
        <source>unpacked %1 %2 → %3</source>
        <translation>entpackt %1 %2 → %3</translation>
    </message>
    <message>
        <source>already decoded</source>
        <translation>schon dekodiert</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>removes the content coding, unpacks archives of one member, and turns text into UTF-8</source>
        <translation>entfernt die Inhaltskodierung, entpackt Archive mit einer Datei und macht aus Text UTF-8</translation>
    </message>
    <message>
        <source>gzip, zstd and br files that came as such; auto: those with text in them are unpacked</source>
        <translation>gzip-, zstd- und br-Dateien, die als solche kamen; auto: die mit Text darin werden entpackt</translation>
    </message>
    <message>
        <source>the text&apos;s character set, such as windows-1251, whatever the answer says</source>
        <translation>der Zeichensatz des Textes, etwa windows-1251, was auch immer die Antwort sagt</translation>
    </message>
    <message>
        <source>This system knows no character set “%1”.</source>
        <translation>Dieses System kennt keinen Zeichensatz „%1“.</translation>
    </message>
</context>
<context>
    <name>inflight::Delay</name>
    <message>
        <source>waits: for demonstrations and tests</source>
        <translation>wartet: für Vorführungen und Tests</translation>
    </message>
    <message>
        <source>milliseconds to wait</source>
        <translation>Millisekunden zu warten</translation>
    </message>
</context>
<context>
    <name>inflight::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>inflight::DetailsPane</name>
    <message>
        <source>Select a job to see what happened to it.</source>
        <translation>Wählen Sie einen Auftrag, um zu sehen, was mit ihm geschah.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Selected jobs</source>
        <translation>Ausgewählte Aufträge</translation>
    </message>
    <message>
        <source>Pages of the details</source>
        <translation>Seiten der Einzelheiten</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the request or the body</source>
        <translation>Die Anfrage oder den Inhalt kopieren</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
</context>
<context>
    <name>inflight::Digest</name>
    <message>
        <source>computes the SHA-256 of the body as it was decoded</source>
        <translation>berechnet den SHA-256 des dekodierten Inhalts</translation>
    </message>
</context>
<context>
    <name>inflight::DiskSpaceBox</name>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
</context>
<context>
    <name>inflight::DistributionModel</name>
    <message>
        <source>Whole time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Time to first byte</source>
        <translation>Zeit bis zum ersten Byte</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>%1; jobs: %2; %3; shortest %4, longest %5</source>
        <translation>%1; Aufträge: %2; %3; kürzeste %4, längste %5</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzeste</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
</context>
<context>
    <name>inflight::DistributionsDock</name>
    <message>
        <source>Distributions</source>
        <translation>Verteilungen</translation>
    </message>
    <message>
        <source>S&amp;how jobs</source>
        <translation>Aufträge &amp;zeigen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>Whose jobs are counted</source>
        <translation>Wessen Aufträge gezählt werden</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>Aufträge zeigen</translation>
    </message>
    <message>
        <source>Filters the table by the origin and the stage that are chosen here</source>
        <translation>Filtert die Tabelle nach dem Ursprung und der Stufe, die hier gewählt sind</translation>
    </message>
    <message>
        <source>Distribution table</source>
        <translation>Tabelle der Verteilungen</translation>
    </message>
    <message>
        <source>Time to first byte</source>
        <translation>Zeit bis zum ersten Byte</translation>
    </message>
    <message>
        <source>Filter the table by the origin and the stage that are chosen in the distributions</source>
        <translation>Die Tabelle nach dem Ursprung und der Stufe filtern, die in den Verteilungen gewählt sind</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Histogram: %1</source>
        <translation>Histogramm: %1</translation>
    </message>
    <message>
        <source>shown: %1</source>
        <translation>gezeigt: %1</translation>
    </message>
    <message>
        <source>drag over a range to filter by it</source>
        <translation>Ziehen über einen Bereich filtert danach</translation>
    </message>
    <message>
        <source>Show &amp;jobs of the stage or origin</source>
        <translation>Aufträge der Stufe &amp;oder des Ursprungs zeigen</translation>
    </message>
</context>
<context>
    <name>inflight::EngineCore</name>
    <message>
        <source>This is a fault of Inflight itself: %1. Please report it.</source>
        <translation>Das ist ein Fehler von Inflight selbst: %1. Bitte melden Sie ihn.</translation>
    </message>
</context>
<context>
    <name>inflight::ErrorModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Latest message</source>
        <translation>Letzte Meldung</translation>
    </message>
</context>
<context>
    <name>inflight::ErrorsDock</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>&amp;Show these</source>
        <translation>Diese &amp;zeigen</translation>
    </message>
    <message>
        <source>Retr&amp;y these</source>
        <translation>Diese &amp;wiederholen</translation>
    </message>
    <message>
        <source>Error table</source>
        <translation>Fehlertabelle</translation>
    </message>
    <message>
        <source>Filter by the current class of errors</source>
        <translation>Nach der aktuellen Fehlerklasse filtern</translation>
    </message>
    <message>
        <source>Queue the jobs of the selected classes again</source>
        <translation>Die Aufträge der gewählten Klassen neu einreihen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>inflight::Exchange</name>
    <message>
        <source>%1 closed the connection without an answer. Try again; if it stays, look at the server&apos;s log.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen. Versuchen Sie es erneut; bleibt es dabei, sehen Sie im Protokoll des Servers nach.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>No connection to %1 within %2. Check that the host is up, or allow more with --connect-timeout.</source>
        <translation>Keine Verbindung zu %1 innerhalb von %2. Prüfen Sie, ob der Host läuft, oder erlauben Sie mit --connect-timeout mehr.</translation>
    </message>
    <message>
        <source>%1 began to answer but did not finish its headers within %2. It may be overloaded, or mean no good; allow more with --first-byte-timeout.</source>
        <translation>%1 begann zu antworten, beendete seine Header aber nicht innerhalb von %2. Vielleicht ist er überlastet oder hat nichts Gutes im Sinn; erlauben Sie mit --first-byte-timeout mehr.</translation>
    </message>
    <message>
        <source>%1 did not begin to answer within %2. It may be overloaded; allow more with --first-byte-timeout.</source>
        <translation>%1 begann nicht innerhalb von %2 zu antworten. Vielleicht ist er überlastet; erlauben Sie mit --first-byte-timeout mehr.</translation>
    </message>
    <message>
        <source>%1 sent nothing more for %2. Try again, or allow longer pauses with --idle-timeout.</source>
        <translation>%1 hat %2 lang nichts mehr gesendet. Versuchen Sie es erneut, oder erlauben Sie mit --idle-timeout längere Pausen.</translation>
    </message>
    <message>
        <source>%1 took nothing more of the request for %2. Try again, or allow longer pauses with --idle-timeout.</source>
        <translation>%1 hat %2 lang nichts mehr von der Anfrage angenommen. Versuchen Sie es erneut, oder erlauben Sie mit --idle-timeout längere Pausen.</translation>
    </message>
    <message>
        <source>%1 announces a length that is no number (Content-Length: %2).</source>
        <translation>%1 kündigt eine Länge an, die keine Zahl ist (Content-Length: %2).</translation>
    </message>
    <message>
        <source>The answer is cut off: %L1 of %L2 bytes came. Try again; if it stays, the server or something before it cuts answers off.</source>
        <translation>Die Antwort ist abgeschnitten: %L1 von %L2 Bytes kamen. Versuchen Sie es erneut; bleibt es dabei, schneidet der Server oder etwas vor ihm Antworten ab.</translation>
    </message>
</context>
<context>
    <name>inflight::ExportBar</name>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Den Export abbrechen</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>Nicht exportiert: %1</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written to %1</source>
        <translation>Der Export wurde abgebrochen; nach %1 wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>1 job was exported to %1</source>
        <translation>1 Auftrag wurde nach %1 exportiert</translation>
    </message>
    <message>
        <source>%1 jobs were exported to %2</source>
        <translation>%1 Aufträge wurden nach %2 exportiert</translation>
    </message>
</context>
<context>
    <name>inflight::ExportDialog</name>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>A table for spreadsheets and scripts; what looks like a formula is made text.</source>
        <translation>Eine Tabelle für Tabellenprogramme und Skripte; was nach einer Formel aussieht, wird Text.</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>One object a job, with everything that is known of it.</source>
        <translation>Ein Objekt je Auftrag, mit allem, was darüber bekannt ist.</translation>
    </message>
    <message>
        <source>HAR</source>
        <translation>HAR</translation>
    </message>
    <message>
        <source>An archive that the network panels of browsers open; has the bodies, too.</source>
        <translation>Ein Archiv, das die Netzwerkansichten der Browser öffnen; enthält auch die Inhalte.</translation>
    </message>
    <message>
        <source>JUnit XML</source>
        <translation>JUnit XML</translation>
    </message>
    <message>
        <source>A test report for CI: each job is a test case.</source>
        <translation>Ein Testbericht für CI: jeder Auftrag ist ein Testfall.</translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation>SQLite</translation>
    </message>
    <message>
        <source>A database with the table “jobs”; each row has the whole record, too.</source>
        <translation>Eine Datenbank mit der Tabelle „jobs“; jede Zeile hat auch den ganzen Datensatz.</translation>
    </message>
    <message>
        <source>Folder of bodies</source>
        <translation>Ordner der Inhalte</translation>
    </message>
    <message>
        <source>Each body as a file, and index.jsonl, which names them.</source>
        <translation>Jeder Inhalt als Datei, und index.jsonl, das sie nennt.</translation>
    </message>
    <message>
        <source>Co&amp;lumns:</source>
        <translation>S&amp;palten:</translation>
    </message>
    <message>
        <source>With &amp;secrets</source>
        <translation>Mit &amp;Geheimnissen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>With secrets</source>
        <translation>Mit Geheimnissen</translation>
    </message>
    <message>
        <source>Passwords, tokens, cookies and the like as they are; otherwise dots stand in their place</source>
        <translation>Passwörter, Token, Cookies und dergleichen, wie sie sind; sonst stehen Punkte an ihrer Stelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Jobs:</source>
        <translation>Aufträge:</translation>
    </message>
    <message>
        <source>&amp;Where to:</source>
        <translation>&amp;Wohin:</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;All that have ended: %1</source>
        <translation>&amp;Alle beendeten: %1</translation>
    </message>
    <message>
        <source>Those of them that are s&amp;hown: %1</source>
        <translation>Davon die ge&amp;zeigten: %1</translation>
    </message>
    <message>
        <source>Those of them that are sele&amp;cted: %1</source>
        <translation>Davon die ausge&amp;wählten: %1</translation>
    </message>
    <message>
        <source>1 job has not ended yet and is left out.</source>
        <translation>1 Auftrag ist noch nicht beendet und bleibt weg.</translation>
    </message>
    <message>
        <source>%1 jobs have not ended yet and are left out.</source>
        <translation>%1 Aufträge sind noch nicht beendet und bleiben weg.</translation>
    </message>
    <message>
        <source>Say where to write it.</source>
        <translation>Sagen Sie, wohin geschrieben werden soll.</translation>
    </message>
    <message>
        <source>Choose a column.</source>
        <translation>Wählen Sie eine Spalte.</translation>
    </message>
    <message>
        <source>That is a file, not a folder.</source>
        <translation>Das ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>That is a folder: give the file a name.</source>
        <translation>Das ist ein Ordner: geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Den Ordner %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation>Die Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>inflight::FetchStage</name>
    <message>
        <source>%1 %2, HTTP/%3</source>
        <translation>%1 %2, HTTP/%3</translation>
    </message>
    <message>
        <source>%1, went on at %2</source>
        <translation>%1, fortgesetzt bei %2</translation>
    </message>
    <message>
        <source>The answer is cut off: %L1 of %L2 bytes came, the rest in parts. Try again; if it stays, the server or something before it cuts answers off.</source>
        <translation>Die Antwort ist abgeschnitten: %L1 von %L2 Bytes kamen, der Rest in Teilen. Versuchen Sie es erneut; bleibt es dabei, schneidet der Server oder etwas vor ihm Antworten ab.</translation>
    </message>
    <message>
        <source>The body is not what the server says it sent: it does not match %1 (%2). Try again; if it stays, the file on the server or something on the way is damaged.</source>
        <translation>Der Inhalt ist nicht der, den der Server gesendet haben will: er passt nicht zu %1 (%2). Versuchen Sie es erneut; bleibt es dabei, ist die Datei auf dem Server oder etwas auf dem Weg beschädigt.</translation>
    </message>
</context>
<context>
    <name>inflight::FilterBox</name>
    <message>
        <source>&lt;p&gt;Shows the jobs for which every word holds (Ctrl+F; Esc clears; Ctrl+Space completes).&lt;/p&gt;&lt;table&gt;%1&lt;/table&gt;&lt;p&gt;A leading - turns a word round: -is:succeeded. A word alone is looked for in the URL.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Zeigt die Aufträge, für die jedes Wort gilt (Strg+F; Esc leert; Strg+Leertaste ergänzt).&lt;/p&gt;&lt;table&gt;%1&lt;/table&gt;&lt;p&gt;Ein - davor kehrt ein Wort um: -is:succeeded. Ein Wort allein wird in der URL gesucht.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filter (Strg+F)</translation>
    </message>
</context>
<context>
    <name>inflight::FilterCompleter</name>
    <message>
        <source>Completions</source>
        <translation>Ergänzungen</translation>
    </message>
</context>
<context>
    <name>inflight::FlagReader</name>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number of seconds such as 30 or 1.5</source>
        <translation>eine Zahl von Sekunden wie 30 oder 1.5</translation>
    </message>
    <message>
        <source>a size such as 500k, 20M or 1G</source>
        <translation>eine Größe wie 500k, 20M oder 1G</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not %2</source>
        <translation>„%1“ ist hier falsch: erwartet wird %2</translation>
    </message>
</context>
<context>
    <name>inflight::Flags</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>read requests from FILE: a list of URLs, CSV, JSON, HAR, curl commands, Markdown, HTML or text with URLs in it, recognised by content; repeatable</source>
        <translation>Anfragen aus FILE lesen: eine Liste von URLs, CSV, JSON, HAR, curl-Befehle, Markdown, HTML oder Text mit URLs darin, am Inhalt erkannt; wiederholbar</translation>
    </message>
    <message>
        <source>what the inputs are: list, curl, text, markdown, html, csv, json, jsonl or har (auto)</source>
        <translation>was die Eingaben sind: list, curl, text, markdown, html, csv, json, jsonl oder har (auto)</translation>
    </message>
    <message>
        <source>the column of a table that has the URLs (found by its name or content)</source>
        <translation>die Spalte einer Tabelle mit den URLs (an Namen oder Inhalt erkannt)</translation>
    </message>
    <message>
        <source>leave ranges and lists in URLs as they are: [1-100], [01-10:2], [a-z], {a,b}</source>
        <translation>Bereiche und Listen in URLs lassen, wie sie sind: [1-100], [01-10:2], [a-z], {a,b}</translation>
    </message>
    <message>
        <source>take the K-th of N shares of the input: all URLs of an origin are in the same one, on every machine</source>
        <translation>den K-ten von N Teilen der Eingabe nehmen: alle URLs eines Ursprungs sind auf jeder Maschine im selben</translation>
    </message>
    <message>
        <source>start the built-in demo server and take its job list</source>
        <translation>den eingebauten Demoserver starten und seine Auftragsliste nehmen</translation>
    </message>
    <message>
        <source>print the requests, one JSON object a line; send nothing</source>
        <translation>die Anfragen ausgeben, ein JSON-Objekt je Zeile; nichts senden</translation>
    </message>
    <message>
        <source>Window or terminal</source>
        <translation>Fenster oder Terminal</translation>
    </message>
    <message>
        <source>run in the terminal, without a window</source>
        <translation>im Terminal laufen, ohne Fenster</translation>
    </message>
    <message>
        <source>start fetching as soon as the window is open</source>
        <translation>mit dem Abrufen beginnen, sobald das Fenster offen ist</translation>
    </message>
    <message>
        <source>no progress line</source>
        <translation>keine Fortschrittszeile</translation>
    </message>
    <message>
        <source>only errors on stderr</source>
        <translation>nur Fehler auf stderr</translation>
    </message>
    <message>
        <source>a line for every job, retry and slow stage</source>
        <translation>eine Zeile für jeden Auftrag, jede Wiederholung und jede langsame Stufe</translation>
    </message>
    <message>
        <source>Pipeline and results</source>
        <translation>Pipeline und Ergebnisse</translation>
    </message>
    <message>
        <source>the pipeline to run (inspect)</source>
        <translation>die Pipeline, die läuft (inspect)</translation>
    </message>
    <message>
        <source>write the results; format by suffix: .jsonl, .csv, .har, .xml (JUnit), .sqlite, a folder with / at its end (bodies and an index); repeatable</source>
        <translation>die Ergebnisse schreiben; Format nach der Endung: .jsonl, .csv, .har, .xml (JUnit), .sqlite, ein Ordner mit / am Ende (Inhalte und ein Verzeichnis); wiederholbar</translation>
    </message>
    <message>
        <source>format of what no suffix tells: %1</source>
        <translation>Format dessen, was keine Endung verrät: %1</translation>
    </message>
    <message>
        <source>columns of CSV in their order (%1); there are also %2</source>
        <translation>Spalten von CSV in ihrer Reihenfolge (%1); es gibt auch %2</translation>
    </message>
    <message>
        <source>write only the jobs for which EXPR holds, in the language of the window&apos;s filter, such as &apos;is:failed -error:timeout&apos; (all); every job is run all the same</source>
        <translation>nur die Aufträge schreiben, für die EXPR gilt, in der Filtersprache des Fensters, etwa &apos;is:failed -error:timeout&apos; (alle); ausgeführt wird trotzdem jeder</translation>
    </message>
    <message>
        <source>save bodies in DIR</source>
        <translation>Inhalte in DIR speichern</translation>
    </message>
    <message>
        <source>no redaction in what is written</source>
        <translation>in dem, was geschrieben wird, nichts unkenntlich machen</translation>
    </message>
    <message>
        <source>list the stages a pipeline can have</source>
        <translation>die Stufen auflisten, die eine Pipeline haben kann</translation>
    </message>
    <message>
        <source>describe a stage and its options</source>
        <translation>eine Stufe und ihre Optionen beschreiben</translation>
    </message>
    <message>
        <source>Session: the journal of a run, which survives a crash</source>
        <translation>Sitzung: das Journal eines Laufs, das einen Absturz übersteht</translation>
    </message>
    <message>
        <source>keep it in FILE, a new one (in $XDG_DATA_HOME/inflight/runs)</source>
        <translation>sie in FILE halten, einer neuen Datei (in $XDG_DATA_HOME/inflight/runs)</translation>
    </message>
    <message>
        <source>keep none</source>
        <translation>keine halten</translation>
    </message>
    <message>
        <source>go on with the run in FILE: what ended stays, the rest is fetched; flags that are given win over those it was started with</source>
        <translation>mit dem Lauf in FILE weitermachen: was beendet ist, bleibt, der Rest wird abgerufen; gegebene Schalter gehen denen vor, mit denen er begann</translation>
    </message>
    <message>
        <source>join the sessions FILE and those that follow it into one, in --session; fetches nothing; repeatable</source>
        <translation>die Sitzungen FILE und die folgenden zu einer vereinen, in --session; ruft nichts ab; wiederholbar</translation>
    </message>
    <message>
        <source>of the run that is opened: all (its inputs, as a new run), failed (its failed jobs anew) or stages (its bodies through the stages, nothing is fetched)</source>
        <translation>vom geöffneten Lauf: all (seine Eingaben, als neuer Lauf), failed (seine fehlgeschlagenen Aufträge von neuem) oder stages (seine Inhalte durch die Stufen, nichts wird abgerufen)</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>most jobs in flight over all (64)</source>
        <translation>höchstens so viele Aufträge zugleich unterwegs (64)</translation>
    </message>
    <message>
        <source>most requests in flight to one origin (8)</source>
        <translation>höchstens so viele Anfragen zugleich an einen Ursprung (8)</translation>
    </message>
    <message>
        <source>most requests started per origin, as 5/s, 100/m or 5/15s; N alone is per hour (none)</source>
        <translation>höchstens so viele begonnene Anfragen je Ursprung, als 5/s, 100/m oder 5/15s; N allein ist je Stunde (keine Grenze)</translation>
    </message>
    <message>
        <source>do not ease off an origin that answers 429 or 503 or times out</source>
        <translation>einen Ursprung nicht schonen, der 429 oder 503 antwortet oder die Zeit überschreitet</translation>
    </message>
    <message>
        <source>most bytes of one decoded body (1G; 0: no limit)</source>
        <translation>höchstens so viele Bytes eines dekodierten Inhalts (1G; 0: keine Grenze)</translation>
    </message>
    <message>
        <source>most redirects of one request (10; -1: no limit)</source>
        <translation>höchstens so viele Weiterleitungen einer Anfrage (10; -1: keine Grenze)</translation>
    </message>
    <message>
        <source>follow redirects from https to http</source>
        <translation>Weiterleitungen von https zu http folgen</translation>
    </message>
    <message>
        <source>status codes that count as success (200..=299)</source>
        <translation>Statuscodes, die als Erfolg gelten (200..=299)</translation>
    </message>
    <message>
        <source>Time (in seconds, such as 1.5; 0: no limit)</source>
        <translation>Zeit (in Sekunden, etwa 1.5; 0: keine Grenze)</translation>
    </message>
    <message>
        <source>most time to connect, with TLS (10)</source>
        <translation>höchste Zeit zum Verbinden, mit TLS (10)</translation>
    </message>
    <message>
        <source>most time from request to answer (30)</source>
        <translation>höchste Zeit von der Anfrage bis zur Antwort (30)</translation>
    </message>
    <message>
        <source>most time without a byte of the body (30)</source>
        <translation>höchste Zeit ohne ein Byte des Inhalts (30)</translation>
    </message>
    <message>
        <source>most time of one job over all its attempts (none)</source>
        <translation>höchste Zeit eines Auftrags über alle Versuche (keine)</translation>
    </message>
    <message>
        <source>a second attempt beside one without an answer after S, or after the origin&apos;s 95th percentile (off)</source>
        <translation>ein zweiter Versuch neben einem, der nach S oder nach dem 95. Perzentil des Ursprungs keine Antwort hat (aus)</translation>
    </message>
    <message>
        <source>mark a job slow after S in one stage (adaptive)</source>
        <translation>einen Auftrag nach S in einer Stufe langsam nennen (angepasst)</translation>
    </message>
    <message>
        <source>cancel an attempt after S in one stage (off)</source>
        <translation>einen Versuch nach S in einer Stufe abbrechen (aus)</translation>
    </message>
    <message>
        <source>further attempts after a transient failure (2)</source>
        <translation>weitere Versuche nach einem vorübergehenden Fehler (2)</translation>
    </message>
    <message>
        <source>base of the exponential back-off (0.5); Retry-After wins, up to a day</source>
        <translation>Grundlage der exponentiellen Wartezeit (0.5); Retry-After geht vor, bis zu einem Tag</translation>
    </message>
    <message>
        <source>no further attempt after S (none)</source>
        <translation>kein weiterer Versuch nach S (keine)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>the method (GET)</source>
        <translation>die Methode (GET)</translation>
    </message>
    <message>
        <source>a body to send; makes the method POST; repeatable</source>
        <translation>ein Inhalt zum Senden; macht die Methode zu POST; wiederholbar</translation>
    </message>
    <message>
        <source>a header to send; &apos;N:&apos; removes one, &apos;N;&apos; sends it empty; repeatable</source>
        <translation>ein Header zum Senden; &apos;N:&apos; entfernt einen, &apos;N;&apos; sendet ihn leer; wiederholbar</translation>
    </message>
    <message>
        <source>the User-Agent header</source>
        <translation>der Header User-Agent</translation>
    </message>
    <message>
        <source>Basic authentication; without PASS the password is empty</source>
        <translation>Basic-Anmeldung; ohne PASS ist das Passwort leer</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>go through a http:// or socks5:// proxy; &apos;&apos; for none (from the environment)</source>
        <translation>über einen Proxy http:// oder socks5:// gehen; &apos;&apos; für keinen (aus der Umgebung)</translation>
    </message>
    <message>
        <source>trust the certificates of this PEM file alone</source>
        <translation>allein den Zertifikaten dieser PEM-Datei trauen</translation>
    </message>
    <message>
        <source>do not verify TLS certificates</source>
        <translation>TLS-Zertifikate nicht prüfen</translation>
    </message>
    <message>
        <source>offer HTTP/2 over TLS</source>
        <translation>HTTP/2 über TLS anbieten</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>read flags from FILE, a line each, as in &apos;jobs = 8&apos;; the command line wins ($XDG_CONFIG_HOME/inflight/config, if it is there)</source>
        <translation>Schalter aus FILE lesen, je Zeile einen, wie in &apos;jobs = 8&apos;; die Kommandozeile geht vor ($XDG_CONFIG_HOME/inflight/config, falls vorhanden)</translation>
    </message>
    <message>
        <source>at the end, percentiles of the event loops&apos; latency on stderr</source>
        <translation>am Ende auf stderr Perzentile der Verzögerung der Ereignisschleifen</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>dieser Text</translation>
    </message>
    <message>
        <source>the manual page, for man -l</source>
        <translation>die Handbuchseite, für man -l</translation>
    </message>
    <message>
        <source>completion of flags for bash, zsh or fish</source>
        <translation>Ergänzung der Schalter für bash, zsh oder fish</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>die Version</translation>
    </message>
</context>
<context>
    <name>inflight::FolderExporter</name>
    <message>
        <source>it is no folder</source>
        <translation>es ist kein Ordner</translation>
    </message>
    <message>
        <source>the folder &quot;%1&quot; cannot be made: %2</source>
        <translation>der Ordner „%1“ lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>inflight::Follow</name>
    <message>
        <source>Value %1 has no URL to follow where one is looked for; see the option “url”.</source>
        <translation>Wert %1 hat keine URL, der zu folgen wäre, wo eine gesucht wird; siehe die Option „url“.</translation>
    </message>
    <message>
        <source>would follow %1</source>
        <translation>würde %1 folgen</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>, %1 to other origins left out</source>
        <translation>, %1 zu anderen Ursprüngen weggelassen</translation>
    </message>
    <message>
        <source>not looked for: depth %1</source>
        <translation>nicht gesucht: Tiefe %1</translation>
    </message>
    <message>
        <source>makes jobs of the URLs in its values: the next page, the items of a list; each URL once a run</source>
        <translation>macht aus den URLs in seinen Werten Aufträge: die nächste Seite, die Einträge einer Liste; jede URL einmal je Lauf</translation>
    </message>
    <message>
        <source>JSON pointer to the URL, or the list of them, in each value; left out: the value itself, or its member &quot;url&quot;</source>
        <translation>JSON-Pointer auf die URL oder die Liste von URLs in jedem Wert; weggelassen: der Wert selbst oder sein Element &quot;url&quot;</translation>
    </message>
    <message>
        <source>also the answer&apos;s Link header with rel=&quot;next&quot;</source>
        <translation>auch der Link-Header der Antwort mit rel=&quot;next&quot;</translation>
    </message>
    <message>
        <source>what the new jobs go through: all stages, or the rest, those after this one; with rest the job that found them ends here</source>
        <translation>was die neuen Aufträge durchlaufen: alle Stufen oder den Rest, die nach dieser; mit rest endet der Auftrag, der sie fand, hier</translation>
    </message>
    <message>
        <source>where the URLs may lead</source>
        <translation>wohin die URLs führen dürfen</translation>
    </message>
    <message>
        <source>most steps away from what was given</source>
        <translation>höchstens so viele Schritte vom Gegebenen weg</translation>
    </message>
    <message>
        <source>most jobs that a run gets by this stage</source>
        <translation>höchstens so viele Aufträge, die ein Lauf durch diese Stufe bekommt</translation>
    </message>
    <message>
        <source>This is no JSON pointer; it looks like /next.</source>
        <translation>Das ist kein JSON-Pointer; ein solcher sieht aus wie /next.</translation>
    </message>
</context>
<context>
    <name>inflight::FoundRequests</name>
    <message>
        <source>1 header</source>
        <translation>1 Header</translation>
    </message>
    <message>
        <source>%1 headers</source>
        <translation>%1 Header</translation>
    </message>
    <message>
        <source>body of %1</source>
        <translation>Inhalt von %1</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>inflight::Funnel</name>
    <message>
        <source>%1 waiting · %2 active</source>
        <translation>%1 wartend · %2 aktiv</translation>
    </message>
    <message>
        <source>%1 done · %2 failed</source>
        <translation>%1 fertig · %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1/s · %2 · p95 %3</source>
        <translation>%1/s · %2 · p95 %3</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>Trichter</translation>
    </message>
    <message>
        <source>Bottleneck: %1, %2</source>
        <translation>Engpass: %1, %2</translation>
    </message>
    <message>
        <source>What comes before waits for %1.</source>
        <translation>Was davor kommt, wartet auf %1.</translation>
    </message>
    <message>
        <source>%1 – bottleneck</source>
        <translation>%1 – Engpass</translation>
    </message>
    <message>
        <source>Jobs a second, the median and the 95th percentile of the time in %1. Click to show the jobs in it.</source>
        <translation>Aufträge je Sekunde, Median und 95. Perzentil der Zeit in %1. Ein Klick zeigt die Aufträge darin.</translation>
    </message>
    <message>
        <source>The stages before wait for %1: %2.</source>
        <translation>Die Stufen davor warten auf %1: %2.</translation>
    </message>
    <message>
        <source>Stage %1: %2, %3</source>
        <translation>Stufe %1: %2, %3</translation>
    </message>
    <message>
        <source>bottleneck: %1</source>
        <translation>Engpass: %1</translation>
    </message>
</context>
<context>
    <name>inflight::HarFormat</name>
    <message>
        <source>left out, as it may hold secrets; --with-secrets has it</source>
        <translation>weggelassen, da es Geheimnisse enthalten kann; --with-secrets hat es</translation>
    </message>
    <message>
        <source>the body is left out: it is larger than 16 MiB</source>
        <translation>der Inhalt ist weggelassen: er ist größer als 16 MiB</translation>
    </message>
</context>
<context>
    <name>inflight::HarRequests</name>
    <message>
        <source>the entry has no request with a URL</source>
        <translation>der Eintrag hat keine Anfrage mit einer URL</translation>
    </message>
</context>
<context>
    <name>inflight::HeadParser</name>
    <message>
        <source>it begins with &quot;%1&quot; where a status line belongs</source>
        <translation>sie beginnt mit „%1“, wo eine Statuszeile hingehört</translation>
    </message>
    <message>
        <source>its headers are longer than %1 KiB</source>
        <translation>ihre Header sind länger als %1 KiB</translation>
    </message>
    <message>
        <source>its status line &quot;%1&quot; is none</source>
        <translation>ihre Statuszeile „%1“ ist keine</translation>
    </message>
    <message>
        <source>its header line &quot;%1&quot; is none</source>
        <translation>ihre Headerzeile „%1“ ist keine</translation>
    </message>
</context>
<context>
    <name>inflight::HeaderModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>inflight::HeadersTable</name>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>%1 durchsuchen</translation>
    </message>
    <message>
        <source>Search headers</source>
        <translation>Header durchsuchen</translation>
    </message>
    <message>
        <source>Copy all of %1</source>
        <translation>Alle von %1 kopieren</translation>
    </message>
    <message>
        <source>Those that are listed, a line each</source>
        <translation>Die aufgeführten, einer je Zeile</translation>
    </message>
    <message>
        <source>&amp;Copy selected</source>
        <translation>Ausgewählte &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>&amp;Alle kopieren</translation>
    </message>
</context>
<context>
    <name>inflight::HeadlessRun</name>
    <message>
        <source>The session is written again.</source>
        <translation>Die Sitzung wird wieder geschrieben.</translation>
    </message>
    <message>
        <source>interrupted: cancelling what is in flight (once more to quit at once)</source>
        <translation>unterbrochen: was unterwegs ist, wird abgebrochen (noch einmal, um sofort aufzuhören)</translation>
    </message>
</context>
<context>
    <name>inflight::HelpText</name>
    <message>
        <source>Exit status</source>
        <translation>Exit-Status</translation>
    </message>
    <message>
        <source>every job succeeded</source>
        <translation>jeder Auftrag war erfolgreich</translation>
    </message>
    <message>
        <source>usage, configuration or internal error; nothing was fetched</source>
        <translation>Fehler der Bedienung, der Konfiguration oder im Inneren; nichts wurde abgerufen</translation>
    </message>
    <message>
        <source>some jobs failed or were cancelled, or some input was rejected</source>
        <translation>Aufträge schlugen fehl oder wurden abgebrochen, oder Eingaben wurden abgelehnt</translation>
    </message>
    <message>
        <source>results could not be written</source>
        <translation>Ergebnisse konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>interrupted (SIGINT, SIGTERM); everything known was written first</source>
        <translation>unterbrochen (SIGINT, SIGTERM); alles Bekannte wurde vorher geschrieben</translation>
    </message>
    <message>
        <source>; required</source>
        <translation>; nötig</translation>
    </message>
    <message>
        <source>; %1 unless given</source>
        <translation>; %1, wenn nicht gegeben</translation>
    </message>
    <message>
        <source>Usage: inflight [OPTIONS] [URL|FILE]...</source>
        <translation>Aufruf: inflight [OPTIONEN] [URL|DATEI]...</translation>
    </message>
    <message>
        <source>Fetches many URLs at once, takes each through a pipeline of stages and shows all of them live. Opens a window with the inputs filled in; --headless does the same work in the terminal. Results go to stdout only with -o -, everything else to stderr.</source>
        <translation>Ruft viele URLs zugleich ab, nimmt jede durch eine Pipeline von Stufen und zeigt alle dabei. Öffnet ein Fenster, in dem die Eingaben schon stehen; --headless tut dasselbe im Terminal. Ergebnisse gehen nur mit -o - nach stdout, alles andere nach stderr.</translation>
    </message>
    <message>
        <source>It has no options.</source>
        <translation>Sie hat keine Optionen.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Options of every stage:</source>
        <translation>Optionen jeder Stufe:</translation>
    </message>
</context>
<context>
    <name>inflight::HistogramPlot</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>%1 to %2: 1 job</source>
        <translation>%1 bis %2: 1 Auftrag</translation>
    </message>
    <message>
        <source>%1 to %2: %3 jobs</source>
        <translation>%1 bis %2: %3 Aufträge</translation>
    </message>
    <message>
        <source>Nothing has ended yet of which this time is known.</source>
        <translation>Noch ist nichts beendet, wovon diese Zeit bekannt wäre.</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>gewählt: %1</translation>
    </message>
</context>
<context>
    <name>inflight::HistogramScale</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>inflight::HtmlStage</name>
    <message>
        <source>Not valid HTML: %1</source>
        <translation>Kein gültiges HTML: %1</translation>
    </message>
    <message>
        <source>HTML without a title</source>
        <translation>HTML ohne Titel</translation>
    </message>
    <message>
        <source>HTML “%1”</source>
        <translation>HTML „%1“</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>reads the body as HTML and hands it on, or its links as values</source>
        <translation>liest den Inhalt als HTML und gibt es weiter oder seine Links als Werte</translation>
    </message>
    <message>
        <source>what browsers pass over in silence is a fault</source>
        <translation>was Browser stillschweigend übergehen, ist ein Fehler</translation>
    </message>
    <message>
        <source>each link becomes a value: an object with url (absolute), text, tag and attribute</source>
        <translation>jeder Link wird ein Wert: ein Objekt mit url (absolut), text, tag und attribute</translation>
    </message>
    <message>
        <source>which links: all, those that lead to other pages, or the pictures, scripts and styles that this page is made of</source>
        <translation>welche Links: alle, die zu anderen Seiten, oder die Bilder, Skripte und Stile, aus denen diese Seite besteht</translation>
    </message>
</context>
<context>
    <name>inflight::Http1Reply</name>
    <message>
        <source>it changes to another protocol, which was not asked for</source>
        <translation>sie wechselt zu einem anderen Protokoll, was nicht verlangt war</translation>
    </message>
</context>
<context>
    <name>inflight::Http2Reply</name>
    <message>
        <source>%1 cut the answer off: %2. Try again; if it stays, try without --http2.</source>
        <translation>%1 hat die Antwort abgeschnitten: %2. Versuchen Sie es erneut; bleibt es dabei, versuchen Sie es ohne --http2.</translation>
    </message>
</context>
<context>
    <name>inflight::Http2Streams</name>
    <message>
        <source>its headers are longer than %1 KiB</source>
        <translation>ihre Header sind länger als %1 KiB</translation>
    </message>
    <message>
        <source>it broke the rules of HTTP/2</source>
        <translation>sie bricht die Regeln von HTTP/2</translation>
    </message>
</context>
<context>
    <name>inflight::HumanText</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>inflight::Image</name>
    <message>
        <source>The %1 image cannot be read: %2.</source>
        <translation>Das %1-Bild kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>it is text</source>
        <translation>es ist Text</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>%1-Bild</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>its header is damaged or cut short</source>
        <translation>seine Kopfdaten sind beschädigt oder abgeschnitten</translation>
    </message>
</context>
<context>
    <name>inflight::ImageStage</name>
    <message>
        <source>The body cannot be read as a picture: %1.</source>
        <translation>Der Inhalt kann nicht als Bild gelesen werden: %1.</translation>
    </message>
    <message>
        <source>%1 %2 × %3</source>
        <translation>%1 %2 × %3</translation>
    </message>
    <message>
        <source>%1, as it came</source>
        <translation>%1, wie es kam</translation>
    </message>
    <message>
        <source>The picture cannot be written as %1: %2. Choose another format.</source>
        <translation>Das Bild kann nicht als %1 geschrieben werden: %2. Wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>a picture upright, no larger than wanted, in the format wanted</source>
        <translation>ein Bild aufrecht, nicht größer als gewünscht, im gewünschten Format</translation>
    </message>
    <message>
        <source>most pixels across</source>
        <translation>höchstens so viele Pixel breit</translation>
    </message>
    <message>
        <source>most pixels down</source>
        <translation>höchstens so viele Pixel hoch</translation>
    </message>
    <message>
        <source>what it becomes; keep: what it is, or PNG where that can only be read</source>
        <translation>was daraus wird; keep: was es ist, oder PNG, wo sich das nur lesen lässt</translation>
    </message>
    <message>
        <source>of formats that lose some</source>
        <translation>von Formaten, die etwas verlieren</translation>
    </message>
    <message>
        <source>This system writes no %1; its package is qt6-image-formats-plugins.</source>
        <translation>Dieses System schreibt kein %1; das Paket dafür ist qt6-image-formats-plugins.</translation>
    </message>
</context>
<context>
    <name>inflight::ImageView</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The image is too large to be shown: %1 × %2.</source>
        <translation>Das Bild ist zu groß, um gezeigt zu werden: %1 × %2.</translation>
    </message>
    <message>
        <source>The image cannot be shown: %1.</source>
        <translation>Das Bild lässt sich nicht zeigen: %1.</translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <translation>%1, %2 × %3</translation>
    </message>
</context>
<context>
    <name>inflight::InputFormat</name>
    <message>
        <source>List, one URL a line</source>
        <translation>Liste, eine URL je Zeile</translation>
    </message>
    <message>
        <source>cURL commands</source>
        <translation>cURL-Befehle</translation>
    </message>
    <message>
        <source>Text with URLs in it</source>
        <translation>Text mit URLs darin</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML or XML</source>
        <translation>HTML oder XML</translation>
    </message>
    <message>
        <source>Table (CSV, TSV)</source>
        <translation>Tabelle (CSV, TSV)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>HAR (HTTP Archive)</source>
        <translation>HAR (HTTP-Archiv)</translation>
    </message>
</context>
<context>
    <name>inflight::InputMessages</name>
    <message>
        <source>rejected %1:%2: &quot;%3&quot;: %4</source>
        <translation>abgelehnt %1:%2: &quot;%3&quot;: %4</translation>
    </message>
    <message>
        <source>note %1:%2: %3</source>
        <translation>Hinweis %1:%2: %3</translation>
    </message>
    <message>
        <source>duplicates: %1 of %2 inputs repeat an earlier one; each is fetched as often as it is given</source>
        <translation>Duplikate: %1 von %2 Eingaben wiederholen eine frühere; jede wird so oft abgerufen, wie sie gegeben ist</translation>
    </message>
    <message>
        <source>known: %1 of the inputs are in the session already and are not taken in again</source>
        <translation>bekannt: %1 der Eingaben hat die Sitzung schon; sie werden nicht noch einmal aufgenommen</translation>
    </message>
    <message>
        <source>the list of this run came from stdin and was cut short: the session has %1 inputs of it. inflight --resume FILE -i LIST with the whole list fetches what is missing.</source>
        <translation>die Liste dieses Laufs kam von stdin und brach ab: die Sitzung hat %1 Eingaben davon. inflight --resume DATEI -i LISTE mit der ganzen Liste ruft ab, was fehlt.</translation>
    </message>
</context>
<context>
    <name>inflight::InputReader</name>
    <message>
        <source>it is not a table: the column &quot;%1&quot; is not looked for</source>
        <translation>es ist keine Tabelle: die Spalte „%1“ wird nicht gesucht</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot;; the URLs are taken from &quot;%2&quot;</source>
        <translation>es gibt keine Spalte „%1“; die URLs werden aus „%2“ genommen</translation>
    </message>
</context>
<context>
    <name>inflight::InputStream</name>
    <message>
        <source>stdin</source>
        <translation>stdin</translation>
    </message>
    <message>
        <source>stdin cannot be read: it is closed</source>
        <translation>stdin kann nicht gelesen werden: es ist geschlossen</translation>
    </message>
    <message>
        <source>stdin is a folder</source>
        <translation>stdin ist ein Ordner</translation>
    </message>
    <message>
        <source>it cannot be read to its end: %1</source>
        <translation>es kann nicht bis zum Ende gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>inflight::Inputs</name>
    <message>
        <source>stdin</source>
        <translation>stdin</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Kommandozeile</translation>
    </message>
</context>
<context>
    <name>inflight::Intake</name>
    <message>
        <source>&quot;%1&quot; cannot be a request method</source>
        <translation>„%1“ kann keine Methode einer Anfrage sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a header&apos;s name</source>
        <translation>„%1“ kann kein Name eines Headers sein</translation>
    </message>
    <message>
        <source>its header %1 has line breaks or other control characters</source>
        <translation>der Header %1 enthält Zeilenumbrüche oder andere Steuerzeichen</translation>
    </message>
    <message>
        <source>it stands for %L1 URLs; at most %L2 are made of ranges and lists</source>
        <translation>es steht für %L1 URLs; aus Bereichen und Listen werden höchstens %L2 gemacht</translation>
    </message>
    <message>
        <source>its %L1 URLs are too many; with those before it there would be more than %L2 of ranges and lists</source>
        <translation>seine %L1 URLs sind zu viele; mit denen davor wären es mehr als %L2 aus Bereichen und Listen</translation>
    </message>
</context>
<context>
    <name>inflight::JUnitExporter</name>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>attempt %1: %2</source>
        <translation>Versuch %1: %2</translation>
    </message>
    <message>
        <source>stage: %1</source>
        <translation>Stufe: %1</translation>
    </message>
    <message>
        <source>a temporary file cannot be written: %1</source>
        <translation>eine temporäre Datei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>inflight::JobActions</name>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>Ausgewählte a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Retry selected</source>
        <translation>Ausgewählte &amp;wiederholen</translation>
    </message>
    <message>
        <source>Copy r&amp;ows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;URL</source>
        <translation>URL ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy URL with &amp;secrets</source>
        <translation>URL mit Gehei&amp;mnissen kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter by</source>
        <translation>&amp;Filtern nach</translation>
    </message>
    <message>
        <source>Cancel this ori&amp;gin&apos;s jobs: %1 of %2</source>
        <translation>Aufträge dieses U&amp;rsprungs abbrechen: %1 von %2</translation>
    </message>
    <message>
        <source>Cancel this ori&amp;gin&apos;s jobs</source>
        <translation>Aufträge dieses U&amp;rsprungs abbrechen</translation>
    </message>
    <message>
        <source>Cancel the jobs in this s&amp;tage</source>
        <translation>Aufträge in dieser &amp;Stufe abbrechen</translation>
    </message>
    <message>
        <source>Cancel the jobs in this s&amp;tage: %1</source>
        <translation>Aufträge in dieser &amp;Stufe abbrechen: %1</translation>
    </message>
    <message>
        <source>Cancel the s&amp;low jobs shown</source>
        <translation>Die gezeigten lan&amp;gsamen abbrechen</translation>
    </message>
    <message>
        <source>Cancel s&amp;low jobs: %1</source>
        <translation>Lan&amp;gsame Aufträge abbrechen: %1</translation>
    </message>
    <message>
        <source>Cancel &amp;all jobs shown</source>
        <translation>A&amp;lle gezeigten abbrechen</translation>
    </message>
    <message>
        <source>Cancel &amp;all jobs: %1</source>
        <translation>Alle Aufträge abbre&amp;chen: %1</translation>
    </message>
    <message>
        <source>jobs like this</source>
        <translation>Aufträge wie diesen</translation>
    </message>
    <message>
        <source>&amp;Hide %1</source>
        <translation>%1 &amp;ausblenden</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Not %1</source>
        <translation>Nicht %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>Show &amp;details	Enter</source>
        <translation>&amp;Einzelheiten zeigen	Eingabe</translation>
    </message>
    <message>
        <source>All there is to know about the current job</source>
        <translation>Alles, was über den aktuellen Auftrag bekannt ist</translation>
    </message>
    <message>
        <source>Cancel the selected jobs that are not finished</source>
        <translation>Die ausgewählten Aufträge abbrechen, die nicht fertig sind</translation>
    </message>
    <message>
        <source>Cancel everything unfinished of the current job&apos;s origin</source>
        <translation>Alles Unfertige vom Ursprung des aktuellen Auftrags abbrechen</translation>
    </message>
    <message>
        <source>Cancel the running jobs that are in the same stage as the current one</source>
        <translation>Die laufenden Aufträge abbrechen, die in derselben Stufe sind wie der aktuelle</translation>
    </message>
    <message>
        <source>Cancel the running jobs that are marked slow</source>
        <translation>Die laufenden Aufträge abbrechen, die als langsam gelten</translation>
    </message>
    <message>
        <source>Cancel every job that is not finished</source>
        <translation>Jeden Auftrag abbrechen, der nicht fertig ist</translation>
    </message>
    <message>
        <source>Queue the selected jobs that are finished again</source>
        <translation>Die ausgewählten fertigen Aufträge neu einreihen</translation>
    </message>
    <message>
        <source>Queue every failed job again</source>
        <translation>Jeden fehlgeschlagenen Auftrag neu einreihen</translation>
    </message>
    <message>
        <source>Take the kept bodies of the selected jobs through the stages again</source>
        <translation>Die aufbewahrten Inhalte der ausgewählten Aufträge erneut durch die Stufen nehmen</translation>
    </message>
    <message>
        <source>&amp;Paste…</source>
        <translation>Einf&amp;ügen …</translation>
    </message>
    <message>
        <source>See what is on the clipboard before it is fetched</source>
        <translation>Sehen, was in der Zwischenablage ist, bevor es abgerufen wird</translation>
    </message>
    <message>
        <source>Copy the selected rows as they are shown, tab-separated</source>
        <translation>Die ausgewählten Zeilen kopieren, wie sie gezeigt werden, durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Copy the selected rows in another format</source>
        <translation>Die ausgewählten Zeilen in einem anderen Format kopieren</translation>
    </message>
    <message>
        <source>Copy the URLs of the selected jobs, with secrets as •••</source>
        <translation>Die URLs der ausgewählten Aufträge kopieren, Geheimnisse als •••</translation>
    </message>
    <message>
        <source>Copy the URLs of the selected jobs as they are fetched</source>
        <translation>Die URLs der ausgewählten Aufträge kopieren, wie sie abgerufen werden</translation>
    </message>
    <message>
        <source>Select every job that is shown</source>
        <translation>Jeden gezeigten Auftrag auswählen</translation>
    </message>
    <message>
        <source>Filter by what is in the current cell</source>
        <translation>Nach dem filtern, was in der aktuellen Zelle steht</translation>
    </message>
    <message>
        <source>Leave out the jobs that are like the current cell</source>
        <translation>Die Aufträge weglassen, die wie die aktuelle Zelle sind</translation>
    </message>
    <message>
        <source>Filter by anything about the current job</source>
        <translation>Nach irgendetwas vom aktuellen Auftrag filtern</translation>
    </message>
    <message>
        <source>Take the kept bodies through this stage and those behind it</source>
        <translation>Die aufbewahrten Inhalte durch diese Stufe und die dahinter nehmen</translation>
    </message>
    <message>
        <source>Copy the selected rows with the columns that are shown</source>
        <translation>Die ausgewählten Zeilen mit den gezeigten Spalten kopieren</translation>
    </message>
    <message>
        <source>Re&amp;move selected</source>
        <translation>Ausgewählte en&amp;tfernen</translation>
    </message>
    <message>
        <source>Take the rows of the selected jobs that are finished out of the table</source>
        <translation>Die Zeilen der ausgewählten fertigen Aufträge aus der Tabelle nehmen</translation>
    </message>
    <message>
        <source>Remo&amp;ve all finished</source>
        <translation>Alle fert&amp;igen entfernen</translation>
    </message>
    <message>
        <source>Take the rows of all finished jobs that are shown out of the table</source>
        <translation>Die Zeilen aller gezeigten fertigen Aufträge aus der Tabelle nehmen</translation>
    </message>
    <message>
        <source>Remo&amp;ve the finished jobs shown</source>
        <translation>Die gezeigten fert&amp;igen entfernen</translation>
    </message>
    <message>
        <source>Ru&amp;n again without fetching</source>
        <translation>Erneut &amp;durchlaufen, ohne abzurufen</translation>
    </message>
    <message>
        <source>Cop&amp;y rows as</source>
        <translation>Zeilen k&amp;opieren als</translation>
    </message>
    <message>
        <source>S&amp;elect all shown</source>
        <translation>Alle gezeigten ausw&amp;ählen</translation>
    </message>
    <message>
        <source>Retry the fa&amp;iled jobs shown</source>
        <translation>Die gezeigten fe&amp;hlgeschlagenen wiederholen</translation>
    </message>
    <message>
        <source>Retry all fa&amp;iled jobs: %1</source>
        <translation>Alle fe&amp;hlgeschlagenen wiederholen: %1</translation>
    </message>
    <message>
        <source>Sho&amp;w only %1</source>
        <translation>&amp;Nur %1 zeigen</translation>
    </message>
</context>
<context>
    <name>inflight::JobCommands</name>
    <message>
        <source>&amp;Copy as cURL</source>
        <translation>Als &amp;cURL kopieren</translation>
    </message>
    <message>
        <source>Copy the request as a curl command, secrets left out</source>
        <translation>Die Anfrage als curl-Befehl kopieren, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Copy as cURL &amp;with secrets</source>
        <translation>Als cURL &amp;mit Geheimnissen kopieren</translation>
    </message>
    <message>
        <source>Copy the request as a curl command that works as it is</source>
        <translation>Die Anfrage als curl-Befehl kopieren, der so funktioniert</translation>
    </message>
    <message>
        <source>Copy &amp;body</source>
        <translation>&amp;Inhalt kopieren</translation>
    </message>
    <message>
        <source>Copy the whole body of the answer</source>
        <translation>Den ganzen Inhalt der Antwort kopieren</translation>
    </message>
    <message>
        <source>&amp;Save body…</source>
        <translation>Inhalt &amp;speichern …</translation>
    </message>
    <message>
        <source>Write the body of the answer into a file</source>
        <translation>Den Inhalt der Antwort in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Open in browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Open the job&apos;s URL in the web browser</source>
        <translation>Die URL des Auftrags im Webbrowser öffnen</translation>
    </message>
    <message>
        <source>&amp;Resend</source>
        <translation>&amp;Erneut senden</translation>
    </message>
    <message>
        <source>Send the same request again, as a new job</source>
        <translation>Dieselbe Anfrage noch einmal senden, als neuer Auftrag</translation>
    </message>
    <message>
        <source>&amp;Edit and resend…</source>
        <translation>Be&amp;arbeiten und erneut senden …</translation>
    </message>
    <message>
        <source>Change the request and send it as a new job</source>
        <translation>Die Anfrage ändern und als neuen Auftrag senden</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard, secrets included.</source>
        <translation>Der curl-Befehl ist in der Zwischenablage, mit den Geheimnissen.</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard, without secrets.</source>
        <translation>Der curl-Befehl ist in der Zwischenablage, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>The body of this job is not kept. Fetch it again to have it.</source>
        <translation>Der Inhalt dieses Auftrags ist nicht aufbewahrt. Rufen Sie ihn erneut ab, um ihn zu haben.</translation>
    </message>
    <message>
        <source>Save the body</source>
        <translation>Den Inhalt speichern</translation>
    </message>
    <message>
        <source>Queued once more, as a new job.</source>
        <translation>Noch einmal eingereiht, als neuer Auftrag.</translation>
    </message>
    <message>
        <source>Queued as a new job.</source>
        <translation>Als neuer Auftrag eingereiht.</translation>
    </message>
</context>
<context>
    <name>inflight::JobFilter</name>
    <message>
        <source>a part of the URL is missing.</source>
        <translation>ein Teil der URL fehlt.</translation>
    </message>
    <message>
        <source>a host or a part of one is missing, such as domain:example.org.</source>
        <translation>ein Host oder ein Teil davon fehlt, etwa domain:example.org.</translation>
    </message>
    <message>
        <source>an origin is missing, such as origin:https://example.org.</source>
        <translation>ein Ursprung fehlt, etwa origin:https://example.org.</translation>
    </message>
    <message>
        <source>needs http or https.</source>
        <translation>braucht http oder https.</translation>
    </message>
    <message>
        <source>a method is missing, such as method:POST.</source>
        <translation>eine Methode fehlt, etwa method:POST.</translation>
    </message>
    <message>
        <source>a pattern is missing, such as regexp:\d+$.</source>
        <translation>ein Muster fehlt, etwa regexp:\d+$.</translation>
    </message>
    <message>
        <source>needs a status such as 404, a class such as 4xx, a range such as 200-299 or a comparison such as &gt;=500.</source>
        <translation>braucht einen Status wie 404, eine Klasse wie 4xx, einen Bereich wie 200-299 oder einen Vergleich wie &gt;=500.</translation>
    </message>
    <message>
        <source>a media type or a part of one is missing, such as mime-type:json.</source>
        <translation>ein Medientyp oder ein Teil davon fehlt, etwa mime-type:json.</translation>
    </message>
    <message>
        <source>the name of a header is missing, such as has-response-header:etag.</source>
        <translation>der Name eines Headers fehlt, etwa has-response-header:etag.</translation>
    </message>
    <message>
        <source>the name of a cookie is missing.</source>
        <translation>der Name eines Cookies fehlt.</translation>
    </message>
    <message>
        <source>the domain of a cookie is missing.</source>
        <translation>die Domain eines Cookies fehlt.</translation>
    </message>
    <message>
        <source>a version of HTTP is missing, such as protocol:http/1.1.</source>
        <translation>eine HTTP-Version fehlt, etwa protocol:http/1.1.</translation>
    </message>
    <message>
        <source>Column %1, “%2”: %3</source>
        <translation>Spalte %1, „%2“: %3</translation>
    </message>
    <message>
        <source>what state it is in, or what is true of it</source>
        <translation>in welchem Zustand er ist, oder was für ihn gilt</translation>
    </message>
    <message>
        <source>the stage it is in, waits for or did not get through</source>
        <translation>die Stufe, in der er ist, auf die er wartet oder durch die er nicht kam</translation>
    </message>
    <message>
        <source>the class of its failure, or the beginning of it</source>
        <translation>die Klasse seines Fehlers oder ihr Anfang</translation>
    </message>
    <message>
        <source>how often it was tried</source>
        <translation>wie oft er versucht wurde</translation>
    </message>
    <message>
        <source>from its start to its end, or until now</source>
        <translation>von seinem Beginn bis zum Ende oder bis jetzt</translation>
    </message>
    <message>
        <source>the same as time:&gt;</source>
        <translation>dasselbe wie time:&gt;</translation>
    </message>
    <message>
        <source>from the request to the first byte of the answer</source>
        <translation>von der Anfrage bis zum ersten Byte der Antwort</translation>
    </message>
    <message>
        <source>a part of the URL, as a word alone</source>
        <translation>ein Teil der URL, wie ein Wort allein</translation>
    </message>
    <message>
        <source>a part of the host</source>
        <translation>ein Teil des Hosts</translation>
    </message>
    <message>
        <source>scheme, host and port</source>
        <translation>Schema, Host und Port</translation>
    </message>
    <message>
        <source>http or https</source>
        <translation>http oder https</translation>
    </message>
    <message>
        <source>of the request</source>
        <translation>der Anfrage</translation>
    </message>
    <message>
        <source>a pattern (PCRE2) in the URL</source>
        <translation>ein Muster (PCRE2) in der URL</translation>
    </message>
    <message>
        <source>the status of the answer</source>
        <translation>der Status der Antwort</translation>
    </message>
    <message>
        <source>a part of the media type</source>
        <translation>ein Teil des Medientyps</translation>
    </message>
    <message>
        <source>bytes of the body, as far as it has come</source>
        <translation>Bytes des Inhalts, so weit er gekommen ist</translation>
    </message>
    <message>
        <source>the same as size:&gt;</source>
        <translation>dasselbe wie size:&gt;</translation>
    </message>
    <message>
        <source>the answer has this header</source>
        <translation>die Antwort hat diesen Header</translation>
    </message>
    <message>
        <source>the answer sets this cookie</source>
        <translation>die Antwort setzt dieses Cookie</translation>
    </message>
    <message>
        <source>a part of the domain of a cookie it sets</source>
        <translation>ein Teil der Domain eines Cookies, das sie setzt</translation>
    </message>
    <message>
        <source>the version of HTTP</source>
        <translation>die HTTP-Version</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“%1” is not a size such as 500, 10k, 1.5m or 1g.</source>
        <translation>„%1“ ist keine Größe wie 500, 10k, 1.5m oder 1g.</translation>
    </message>
    <message>
        <source>“%1” is not a time with its unit, such as 500ms, 2s or 1.5m.</source>
        <translation>„%1“ ist keine Zeit mit Einheit wie 500ms, 2s oder 1.5m.</translation>
    </message>
    <message>
        <source>the range has neither a begin nor an end.</source>
        <translation>der Bereich hat weder Anfang noch Ende.</translation>
    </message>
    <message>
        <source>the range ends before it begins.</source>
        <translation>der Bereich endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>a number is missing after “%1”.</source>
        <translation>nach „%1“ fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>a time needs a comparison or a range, such as &gt;2s or 1s..2s.</source>
        <translation>eine Zeit braucht einen Vergleich oder einen Bereich, etwa &gt;2s oder 1s..2s.</translation>
    </message>
    <message>
        <source>the quote that opens here is not closed.</source>
        <translation>das Anführungszeichen, das hier beginnt, wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>needs one of %1.</source>
        <translation>braucht eines von %1.</translation>
    </message>
    <message>
        <source>the name of a stage is missing, such as stage:fetch.</source>
        <translation>der Name einer Stufe fehlt, etwa stage:fetch.</translation>
    </message>
    <message>
        <source>needs one of %1, or the beginning of one.</source>
        <translation>braucht eines von %1 oder den Anfang davon.</translation>
    </message>
    <message>
        <source>“%1:” is not a keyword of the filter. There are %2. In quotes it is text of the URL.</source>
        <translation>„%1:“ ist kein Schlüsselwort des Filters. Es gibt %2. In Anführungszeichen ist es Text der URL.</translation>
    </message>
    <message>
        <source>from its start to its end, if it was not cancelled</source>
        <translation>von seinem Beginn bis zum Ende, wenn er nicht abgebrochen wurde</translation>
    </message>
    <message>
        <source>the same as duration:&lt;</source>
        <translation>dasselbe wie duration:&lt;</translation>
    </message>
    <message>
        <source>in the stage of this name, once the job has ended</source>
        <translation>in der Stufe dieses Namens, sobald der Auftrag beendet ist</translation>
    </message>
    <message>
        <source>needs the name of a stage and a time, such as stage-time:fetch:&gt;200ms.</source>
        <translation>braucht den Namen einer Stufe und eine Zeit, etwa stage-time:fetch:&gt;200ms.</translation>
    </message>
</context>
<context>
    <name>inflight::JobLog</name>
    <message>
        <source>cancelled in %1</source>
        <translation>abgebrochen in %1</translation>
    </message>
    <message>
        <source>cancelled before it started</source>
        <translation>abgebrochen, bevor er begann</translation>
    </message>
    <message>
        <source>waiting %1: %2</source>
        <translation>wartet %1: %2</translation>
    </message>
    <message>
        <source>failed %1: %2: %3</source>
        <translation>fehlgeschlagen %1: %2: %3</translation>
    </message>
    <message>
        <source>ok %1: %2, %3, %4</source>
        <translation>ok %1: %2, %3, %4</translation>
    </message>
    <message>
        <source>slow %1</source>
        <translation>langsam %1</translation>
    </message>
    <message>
        <source>slow %1: %2</source>
        <translation>langsam %1: %2</translation>
    </message>
</context>
<context>
    <name>inflight::JobLogPage</name>
    <message>
        <source>waiting %1 before attempt %2</source>
        <translation>wartet %1 vor Versuch %2</translation>
    </message>
    <message>
        <source>%1 began</source>
        <translation>%1 begann</translation>
    </message>
    <message>
        <source>the attempt beside %1</source>
        <translation>der Versuch neben %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1 began, going on at %2</source>
        <translation>%1 begann, fortgesetzt bei %2</translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation>%1: verbunden</translation>
    </message>
    <message>
        <source>%1: first byte, status %2</source>
        <translation>%1: erstes Byte, Status %2</translation>
    </message>
    <message>
        <source>%1: first byte</source>
        <translation>%1: erstes Byte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>stopped: the other one was first</source>
        <translation>gestoppt: der andere war zuerst da</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>succeeded: %1, %2, %3</source>
        <translation>erfolgreich: %1, %2, %3</translation>
    </message>
    <message>
        <source>failed: %1: %2</source>
        <translation>fehlgeschlagen: %1: %2</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Noch nicht begonnen.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>inflight::JobModel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1, found in %2</source>
        <translation>%1, gefunden in %2</translation>
    </message>
    <message>
        <source>no status yet</source>
        <translation>noch kein Status</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>nothing received</source>
        <translation>nichts empfangen</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>finished, nothing to cancel</source>
        <translation>fertig, nichts abzubrechen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Cancel this job (Space or Enter)</source>
        <translation>Diesen Auftrag abbrechen (Leertaste oder Eingabe)</translation>
    </message>
    <message>
        <source>%1
Found in %2</source>
        <translation>%1
Gefunden in %2</translation>
    </message>
    <message>
        <source>Its TLS certificate was not verified (--insecure): somebody on the way could have read or changed what came.</source>
        <translation>Sein TLS-Zertifikat wurde nicht geprüft (--insecure): jemand auf dem Weg könnte gelesen oder geändert haben, was kam.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>inflight::JobRowsView</name>
    <message>
        <source>Paste URLs above and press Fetch (Ctrl+Enter)</source>
        <translation>URLs oben einfügen und Abrufen drücken (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>No job matches the filter</source>
        <translation>Kein Auftrag passt zum Filter</translation>
    </message>
    <message>
        <source>Every row was removed; Ctrl+Z brings them back</source>
        <translation>Alle Zeilen wurden entfernt; Strg+Z holt sie zurück</translation>
    </message>
</context>
<context>
    <name>inflight::JobRunner</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Not done within %1, all attempts together. Allow more with --max-time.</source>
        <translation>Nicht innerhalb von %1 fertig, alle Versuche zusammen. Erlauben Sie mit --max-time mehr.</translation>
    </message>
</context>
<context>
    <name>inflight::JobStory</name>
    <message>
        <source>%1, %2 as received</source>
        <translation>%1, empfangen %2</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>bisher %1 von %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>It takes unusually long. Cancel it (Ctrl+.), or let it go on.</source>
        <translation>Es dauert ungewöhnlich lang. Brechen Sie ihn ab (Strg+.), oder lassen Sie ihn weiterlaufen.</translation>
    </message>
    <message>
        <source>Inflight was told not to verify certificates (--insecure): somebody on the way could have read or changed what came.</source>
        <translation>Inflight sollte Zertifikate nicht prüfen (--insecure): jemand auf dem Weg könnte gelesen oder geändert haben, was kam.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Final URL</source>
        <translation>Endgültige URL</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Saved to</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation>HTTP-Version</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Output of the pipeline</source>
        <translation>Ausgabe der Pipeline</translation>
    </message>
    <message>
        <source>First characters of the body</source>
        <translation>Erste Zeichen des Inhalts</translation>
    </message>
    <message>
        <source>The first characters of the body appear here once it has come.</source>
        <translation>Die ersten Zeichen des Inhalts erscheinen hier, sobald er gekommen ist.</translation>
    </message>
    <message>
        <source>The body is not text.</source>
        <translation>Der Inhalt ist kein Text.</translation>
    </message>
    <message>
        <source>There is no body.</source>
        <translation>Es gibt keinen Inhalt.</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>gewartet</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>verbinden</translation>
    </message>
    <message>
        <source>wait for first byte</source>
        <translation>Warten auf erstes Byte</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>went on at %1</source>
        <translation>fortgesetzt bei %1</translation>
    </message>
    <message>
        <source>stopped: the other one was first</source>
        <translation>gestoppt: der andere war zuerst da</translation>
    </message>
    <message>
        <source>beside attempt %1</source>
        <translation>neben Versuch %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Noch nicht begonnen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the stages gave on is not kept for this job. Run it again to see it.</source>
        <translation>Was die Stufen weitergaben, ist für diesen Auftrag nicht aufbewahrt. Führen Sie ihn noch einmal aus, um es zu sehen.</translation>
    </message>
    <message>
        <source>What each stage gives on appears here once the job has ended.</source>
        <translation>Was jede Stufe weitergibt, erscheint hier, sobald der Auftrag beendet ist.</translation>
    </message>
</context>
<context>
    <name>inflight::JobTable</name>
    <message>
        <source>CPU pool full</source>
        <translation>CPU-Pool voll</translation>
    </message>
</context>
<context>
    <name>inflight::JobText</name>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>slow: %1 in %2</source>
        <translation>langsam: %1 in %2</translation>
    </message>
    <message>
        <source>slow: %1 in %2; median %3</source>
        <translation>langsam: %1 in %2; Median %3</translation>
    </message>
    <message>
        <source>TLS not verified</source>
        <translation>TLS nicht geprüft</translation>
    </message>
    <message>
        <source>at attempt %1</source>
        <translation>bei Versuch %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source> %1 %</source>
        <translation> %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>inflight::JobWords</name>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>Typ %1</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>Zustand %1</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>slow jobs</source>
        <translation>langsame Aufträge</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>origin %1</source>
        <translation>Ursprung %1</translation>
    </message>
</context>
<context>
    <name>inflight::JobsPane</name>
    <message>
        <source>&amp;Waterfall</source>
        <translation>&amp;Wasserfall</translation>
    </message>
    <message>
        <source>View of the jobs</source>
        <translation>Ansicht der Aufträge</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>Wasserfall</translation>
    </message>
    <message>
        <source>Each job&apos;s phases along an axis of time (Ctrl+Shift+W)</source>
        <translation>Die Phasen jedes Auftrags entlang einer Zeitachse (Strg+Umschalt+W)</translation>
    </message>
    <message>
        <source>Show the jobs along an axis of time, or as a table again</source>
        <translation>Die Aufträge entlang einer Zeitachse zeigen, oder wieder als Tabelle</translation>
    </message>
</context>
<context>
    <name>inflight::JobsView</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>inflight::Jq</name>
    <message>
        <source>Value %1: %2.</source>
        <translation>Wert %1: %2.</translation>
    </message>
    <message>
        <source>; %1 left out: jq failed</source>
        <translation>; %1 weggelassen: jq schlug fehl</translation>
    </message>
    <message>
        <source>a jq program on each value; numbers are as jq 1.6 has them, floating point</source>
        <translation>ein jq-Programm für jeden Wert; Zahlen sind wie in jq 1.6 Gleitkommazahlen</translation>
    </message>
    <message>
        <source>the program, as in .items[] | .name</source>
        <translation>das Programm, etwa .items[] | .name</translation>
    </message>
    <message>
        <source>all values of a job as one list, as jq --slurp has it</source>
        <translation>alle Werte eines Auftrags als eine Liste, wie jq --slurp</translation>
    </message>
    <message>
        <source>most seconds for one value</source>
        <translation>höchstens so viele Sekunden für einen Wert</translation>
    </message>
    <message>
        <source>most megabytes of memory for the program</source>
        <translation>höchstens so viele Megabytes Speicher für das Programm</translation>
    </message>
    <message>
        <source>jq does not understand the program: %1.</source>
        <translation>jq versteht das Programm nicht: %1.</translation>
    </message>
</context>
<context>
    <name>inflight::JqWorker</name>
    <message>
        <source>the jq program gave more than --max-size allows</source>
        <translation>das jq-Programm gab mehr aus, als --max-size erlaubt</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>the jq program crashed, or took more memory than its limit</source>
        <translation>das jq-Programm stürzte ab oder nahm mehr Speicher als erlaubt</translation>
    </message>
    <message>
        <source>the jq program did not end within %1 s</source>
        <translation>das jq-Programm endete nicht innerhalb von %1 s</translation>
    </message>
</context>
<context>
    <name>inflight::Json</name>
    <message>
        <source>the end of the text</source>
        <translation>das Ende des Textes</translation>
    </message>
    <message>
        <source>byte 0x%1</source>
        <translation>Byte 0x%1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the character U+%1</source>
        <translation>das Zeichen U+%1</translation>
    </message>
    <message>
        <source>line %1, column %2: %3, found %4</source>
        <translation>Zeile %1, Spalte %2: %3, gefunden %4</translation>
    </message>
    <message>
        <source>object, %1</source>
        <translation>Objekt, %1</translation>
    </message>
    <message>
        <source>array, %1</source>
        <translation>Liste, %1</translation>
    </message>
    <message>
        <source>string, %1</source>
        <translation>Text, %1</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>true</source>
        <translation>true</translation>
    </message>
    <message>
        <source>false</source>
        <translation>false</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>expected nothing after the value</source>
        <translation>erwartet wurde nichts nach dem Wert</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>erwartet wurde ein Wert</translation>
    </message>
    <message numerus="yes">
        <source>expected no more than %Ln levels</source>
        <translation>
            <numerusform>erwartet wurde höchstens %Ln Ebene</numerusform>
            <numerusform>erwartet wurden höchstens %Ln Ebenen</numerusform>
        </translation>
    </message>
    <message>
        <source>expected a key in double quotes</source>
        <translation>erwartet wurde ein Schlüssel in Anführungszeichen</translation>
    </message>
    <message>
        <source>expected a key in double quotes or “}”</source>
        <translation>erwartet wurde ein Schlüssel in Anführungszeichen oder „}“</translation>
    </message>
    <message>
        <source>expected “:” after the key</source>
        <translation>erwartet wurde „:“ nach dem Schlüssel</translation>
    </message>
    <message>
        <source>expected “,” or “}”</source>
        <translation>erwartet wurde „,“ oder „}“</translation>
    </message>
    <message>
        <source>expected “,” or “]”</source>
        <translation>erwartet wurde „,“ oder „]“</translation>
    </message>
    <message>
        <source>expected the end of the string</source>
        <translation>erwartet wurde das Ende des Textes in Anführungszeichen</translation>
    </message>
    <message>
        <source>expected an escape, since a string holds no bare control characters</source>
        <translation>erwartet wurde ein Ersatzzeichen, da hier keine bloßen Steuerzeichen stehen dürfen</translation>
    </message>
    <message>
        <source>expected UTF-8</source>
        <translation>erwartet wurde UTF-8</translation>
    </message>
    <message>
        <source>expected one of the escapes \&quot; \\ \/ \b \f \n \r \t \u</source>
        <translation>erwartet wurde eines der Ersatzzeichen \&quot; \\ \/ \b \f \n \r \t \u</translation>
    </message>
    <message>
        <source>expected four hexadecimal digits</source>
        <translation>erwartet wurden vier hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>expected no digits after a leading zero</source>
        <translation>erwartet wurden keine Ziffern nach einer führenden Null</translation>
    </message>
    <message>
        <source>expected a digit</source>
        <translation>erwartet wurde eine Ziffer</translation>
    </message>
    <message>
        <source>expected “%1”</source>
        <translation>erwartet wurde „%1“</translation>
    </message>
</context>
<context>
    <name>inflight::JsonReader</name>
    <message>
        <source>it is not valid JSON: %1</source>
        <translation>es ist kein gültiges JSON: %1</translation>
    </message>
    <message>
        <source>%1; what comes after this line is not read</source>
        <translation>%1; was nach dieser Zeile kommt, wird nicht gelesen</translation>
    </message>
</context>
<context>
    <name>inflight::JsonRequests</name>
    <message>
        <source>there is no URL in it</source>
        <translation>es ist keine URL darin</translation>
    </message>
</context>
<context>
    <name>inflight::JsonRows</name>
    <message>
        <source>%1, open</source>
        <translation>%1, aufgeklappt</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, zugeklappt</translation>
    </message>
</context>
<context>
    <name>inflight::JsonStage</name>
    <message>
        <source>the top</source>
        <translation>oberster Stelle</translation>
    </message>
    <message>
        <source>There is nothing at %1, where a list is looked for.</source>
        <translation>Bei %1 ist nichts, wo eine Liste gesucht wird.</translation>
    </message>
    <message>
        <source>What is at %1 is no list.</source>
        <translation>Was bei %1 ist, ist keine Liste.</translation>
    </message>
    <message>
        <source>Not valid JSON: %1.</source>
        <translation>Kein gültiges JSON: %1.</translation>
    </message>
    <message>
        <source>reads the body as JSON: one value, or the items of a list in it</source>
        <translation>liest den Inhalt als JSON: ein Wert oder die Einträge einer Liste darin</translation>
    </message>
    <message>
        <source>JSON pointer to the list whose items become the values, as in /results; an empty one is the whole body; left out: the body is one value</source>
        <translation>JSON-Pointer auf die Liste, deren Einträge die Werte werden, etwa /results; ein leerer ist der ganze Inhalt; weggelassen: der Inhalt ist ein Wert</translation>
    </message>
    <message>
        <source>This is no JSON pointer; it looks like /results/0.</source>
        <translation>Das ist kein JSON-Pointer; ein solcher sieht aus wie /results/0.</translation>
    </message>
</context>
<context>
    <name>inflight::JsonTape</name>
    <message>
        <source>it is too large</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>it ends inside of what begins in line %1</source>
        <translation>es endet in dem, was in Zeile %1 beginnt</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>ein Doppelpunkt</translation>
    </message>
    <message>
        <source>a key in quotes</source>
        <translation>ein Schlüssel in Anführungszeichen</translation>
    </message>
    <message>
        <source>a comma or }</source>
        <translation>ein Komma oder }</translation>
    </message>
    <message>
        <source>a comma or ]</source>
        <translation>ein Komma oder ]</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels</source>
        <translation>es ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>a text in quotes does not end in its line</source>
        <translation>ein Text in Anführungszeichen endet nicht in seiner Zeile</translation>
    </message>
    <message>
        <source>a text in quotes does not end</source>
        <translation>ein Text in Anführungszeichen endet nicht</translation>
    </message>
    <message>
        <source>expected %1, found &quot;%2&quot;</source>
        <translation>erwartet wurde %1, gefunden „%2“</translation>
    </message>
</context>
<context>
    <name>inflight::JsonTree</name>
    <message>
        <source>JSON tree</source>
        <translation>JSON-Baum</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>inflight::JsonTreeModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>inflight::Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
</context>
<context>
    <name>inflight::ListOpener</name>
    <message>
        <source>Open a list: URLs, CSV, JSON, HAR, cURL commands</source>
        <translation>Eine Liste öffnen: URLs, CSV, JSON, HAR, cURL-Befehle</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than %2. Use inflight --headless -i for lists of that size.</source>
        <translation>%1 ist größer als %2. Nehmen Sie inflight --headless -i für so große Listen.</translation>
    </message>
</context>
<context>
    <name>inflight::ListReader</name>
    <message>
        <source>&quot;| %1&quot; is left out: nothing is run</source>
        <translation>„| %1“ bleibt weg: nichts wird ausgeführt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not curl, and nothing is run</source>
        <translation>„%1“ ist nicht curl, und nichts wird ausgeführt</translation>
    </message>
    <message>
        <source>the curl command does not end: a quote in it is never closed</source>
        <translation>der curl-Befehl endet nicht: ein Anführungszeichen darin wird nie geschlossen</translation>
    </message>
    <message numerus="yes">
        <source>it and the %Ln lines after it belong to a command that does not end</source>
        <translation>
            <numerusform>sie und die %Ln Zeile danach gehören zu einem Befehl, der nicht endet</numerusform>
            <numerusform>sie und die %Ln Zeilen danach gehören zu einem Befehl, der nicht endet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::LiveProgress</name>
    <message>
        <source>%1 active</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>Engpass</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>slow: %1  %2</source>
        <translation>langsam: %1  %2</translation>
    </message>
</context>
<context>
    <name>inflight::LostSecret</name>
    <message>
        <source>a part of its URL</source>
        <translation>ein Teil ihrer URL</translation>
    </message>
    <message>
        <source>its header %1</source>
        <translation>ihr Header %1</translation>
    </message>
    <message>
        <source>its body</source>
        <translation>ihr Inhalt</translation>
    </message>
    <message>
        <source>It is not sent: %1 was replaced by dots when it was saved or exported without its secrets. Give it again as it was, or save it with its secrets.</source>
        <translation>Die Anfrage wird nicht gesendet: %1 wurde durch Punkte ersetzt, als sie ohne ihre Geheimnisse gespeichert oder exportiert wurde. Geben Sie sie noch einmal an, wie sie war, oder speichern Sie sie mit ihren Geheimnissen.</translation>
    </message>
</context>
<context>
    <name>inflight::Main</name>
    <message>
        <source>there is no display to open the window on; --headless runs without one</source>
        <translation>es gibt keinen Bildschirm, auf dem sich das Fenster öffnen ließe; --headless läuft ohne</translation>
    </message>
</context>
<context>
    <name>inflight::MainWindow</name>
    <message>
        <source>Inflight</source>
        <translation>Inflight</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>The session is written again.</source>
        <translation>Die Sitzung wird wieder geschrieben.</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>URLs</source>
        <translation>URLs</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Bedienleiste</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>%1 – Inflight</source>
        <translation>%1 – Inflight</translation>
    </message>
    <message>
        <source>%1 % · %2 of %3</source>
        <translation>%1 % · %2 von %3</translation>
    </message>
</context>
<context>
    <name>inflight::ManualPage</name>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>CONFIGURATION</source>
        <translation>KONFIGURATION</translation>
    </message>
    <message>
        <source>A configuration file has a flag a line, by any of its names, with its value after &apos;=&apos; or a blank: &apos;jobs = 8&apos;, &apos;header = X-Team: data&apos;, &apos;no-progress&apos;. A value may stand in double quotes, with \&quot; \\ \n \r \t inside. Blank lines and those that begin with &apos;#&apos; are passed over. Flags on the command line win; those that can be repeated add to the file&apos;s.</source>
        <translation>Eine Konfigurationsdatei hat je Zeile einen Schalter, unter einem seiner Namen, mit seinem Wert nach &apos;=&apos; oder einem Leerzeichen: &apos;jobs = 8&apos;, &apos;header = X-Team: data&apos;, &apos;no-progress&apos;. Ein Wert kann in Anführungszeichen stehen, mit \&quot; \\ \n \r \t darin. Leere Zeilen und solche, die mit &apos;#&apos; beginnen, werden übergangen. Schalter auf der Kommandozeile gehen vor; wiederholbare kommen zu denen der Datei hinzu.</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>EXIT-STATUS</translation>
    </message>
    <message>
        <source>every job succeeded</source>
        <translation>jeder Auftrag war erfolgreich</translation>
    </message>
    <message>
        <source>usage, configuration or internal error; nothing was fetched</source>
        <translation>Fehler der Bedienung, der Konfiguration oder im Inneren; nichts wurde abgerufen</translation>
    </message>
    <message>
        <source>some jobs failed or were cancelled, or some input was rejected</source>
        <translation>Aufträge schlugen fehl oder wurden abgebrochen, oder Eingaben wurden abgelehnt</translation>
    </message>
    <message>
        <source>results could not be written</source>
        <translation>Ergebnisse konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>interrupted (SIGINT, SIGTERM); everything known was written first</source>
        <translation>unterbrochen (SIGINT, SIGTERM); alles Bekannte wurde vorher geschrieben</translation>
    </message>
    <message>
        <source>EXAMPLES</source>
        <translation>BEISPIELE</translation>
    </message>
    <message>
        <source>Fetch a list and keep one JSON object a job:</source>
        <translation>Eine Liste abrufen und ein JSON-Objekt je Auftrag behalten:</translation>
    </message>
    <message>
        <source>The same in a pipe:</source>
        <translation>Dasselbe in einer Pipe:</translation>
    </message>
    <message>
        <source>The second of four machines:</source>
        <translation>Die zweite von vier Maschinen:</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>DATEIEN</translation>
    </message>
    <message>
        <source>flags that are always given</source>
        <translation>Schalter, die immer gegeben sind</translation>
    </message>
    <message>
        <source>the journals of runs</source>
        <translation>die Journale der Läufe</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>BEZEICHNUNG</translation>
    </message>
    <message>
        <source>take many URLs through a concurrent fetch-and-process pipeline</source>
        <translation>nimmt viele URLs durch eine nebenläufige Pipeline aus Abrufen und Verarbeiten</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>ÜBERSICHT</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>BESCHREIBUNG</translation>
    </message>
    <message>
        <source>Fetches many URLs at once, takes each through a pipeline of stages and shows all of them live. Opens a window with the inputs filled in; --headless does the same work in the terminal. Results go to stdout only with -o -, everything else to stderr.</source>
        <translation>Ruft viele URLs zugleich ab, nimmt jede durch eine Pipeline von Stufen und zeigt alle dabei. Öffnet ein Fenster, in dem die Eingaben schon stehen; --headless tut dasselbe im Terminal. Ergebnisse gehen nur mit -o - nach stdout, alles andere nach stderr.</translation>
    </message>
</context>
<context>
    <name>inflight::Markup</name>
    <message>
        <source>one of its elements has thousands of attributes</source>
        <translation>eines seiner Elemente hat Tausende von Attributen</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>it has more than %1 elements and attributes</source>
        <translation>es hat mehr als %1 Elemente und Attribute</translation>
    </message>
    <message>
        <source>more than %1 of its elements are inside each other</source>
        <translation>mehr als %1 seiner Elemente sind ineinander</translation>
    </message>
    <message>
        <source>its own entities and default attributes add more than %1 to it</source>
        <translation>seine eigenen Entitäten und Vorgabeattribute fügen ihm mehr als %1 hinzu</translation>
    </message>
    <message>
        <source>The document is larger than the %1 that are read as a whole.</source>
        <translation>Das Dokument ist größer als die %1, die im Ganzen gelesen werden.</translation>
    </message>
    <message>
        <source>The document is too much to be read as a whole: %1.</source>
        <translation>Das Dokument ist zu viel, um im Ganzen gelesen zu werden: %1.</translation>
    </message>
    <message>
        <source>Not well-formed XML: %1</source>
        <translation>Kein wohlgeformtes XML: %1</translation>
    </message>
    <message>
        <source>there is nothing to read.</source>
        <translation>es gibt nichts zu lesen.</translation>
    </message>
</context>
<context>
    <name>inflight::MarkupReader</name>
    <message>
        <source>it is relative, and the page does not say to what address (&lt;base&gt;)</source>
        <translation>sie ist relativ, und die Seite sagt nicht, zu welcher Adresse (&lt;base&gt;)</translation>
    </message>
</context>
<context>
    <name>inflight::Merge</name>
    <message>
        <source>%1 went through another pipeline than the first session; going on uses the first one&apos;s.</source>
        <translation>%1 ging durch eine andere Pipeline als die erste Sitzung; beim Weitermachen gilt die der ersten.</translation>
    </message>
    <message>
        <source>Merged: %1</source>
        <translation>Vereint: %1</translation>
    </message>
    <message>
        <source>%1 has rows of append that wait for earlier jobs: they do not come along. Go on with it by --resume first, or run the stages of the whole again (--again stages).</source>
        <translation>%1 hat Zeilen von append, die auf frühere Aufträge warten: sie kommen nicht mit. Machen Sie erst mit --resume damit weiter, oder lassen Sie das Ganze noch einmal durch die Stufen gehen (--again stages).</translation>
    </message>
</context>
<context>
    <name>inflight::Merging</name>
    <message>
        <source>, %1 of which were in several</source>
        <translation>, davon %1 in mehreren</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 Eingabe</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 Eingaben</translation>
    </message>
    <message>
        <source>merged: 1 session, %1</source>
        <translation>vereint: 1 Sitzung, %1</translation>
    </message>
    <message>
        <source>merged: %1 sessions, %2</source>
        <translation>vereint: %1 Sitzungen, %2</translation>
    </message>
    <message>
        <source>, 1 of which was in several</source>
        <translation>, 1 davon war in mehreren</translation>
    </message>
</context>
<context>
    <name>inflight::MessageBody</name>
    <message>
        <source>its Content-Length is &quot;%1&quot;</source>
        <translation>ihr Content-Length ist „%1“</translation>
    </message>
    <message>
        <source>a line between its chunks does not end</source>
        <translation>eine Zeile zwischen ihren Stücken endet nicht</translation>
    </message>
    <message>
        <source>a chunk is longer than its size says</source>
        <translation>ein Stück ist länger, als seine Größe sagt</translation>
    </message>
    <message>
        <source>its trailers do not end</source>
        <translation>ihre Trailer enden nicht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no chunk size</source>
        <translation>„%1“ ist keine Größe eines Stücks</translation>
    </message>
</context>
<context>
    <name>inflight::MovedBar</name>
    <message>
        <source>Apply the order</source>
        <translation>Reihenfolge anwenden</translation>
    </message>
    <message>
        <source>The order holds still while the mouse is over the table, a row is selected or the keyboard is in it. Lets every row go to its place (Ctrl+Shift+L)</source>
        <translation>Die Reihenfolge steht still, solange die Maus über der Tabelle, eine Zeile ausgewählt oder die Tastatur darin ist. Lässt jede Zeile an ihren Platz (Strg+Umschalt+L)</translation>
    </message>
    <message>
        <source>1 row moved:</source>
        <translation>1 Zeile verschoben:</translation>
    </message>
    <message>
        <source>%1 rows moved:</source>
        <translation>%1 Zeilen verschoben:</translation>
    </message>
    <message>
        <source>Rows that stand where they no longer belong: %1</source>
        <translation>Zeilen, die stehen, wo sie nicht mehr hingehören: %1</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>An&amp;wenden</translation>
    </message>
</context>
<context>
    <name>inflight::NdjsonStage</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>; %1 left out: not JSON</source>
        <translation>; %1 weggelassen: kein JSON</translation>
    </message>
    <message>
        <source>Not valid JSON: line %1, column %2: %3.</source>
        <translation>Kein gültiges JSON: Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>reads the body as JSON values, one a line (NDJSON, JSON Lines)</source>
        <translation>liest den Inhalt als JSON-Werte, einen je Zeile (NDJSON, JSON Lines)</translation>
    </message>
</context>
<context>
    <name>inflight::OptionLines</name>
    <message>
        <source>“%1” has no colon; write “name: value”.</source>
        <translation>„%1“ hat keinen Doppelpunkt; schreiben Sie „Name: Wert“.</translation>
    </message>
    <message>
        <source>“%1” is here twice.</source>
        <translation>„%1“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>“%1” is not JSON; a text stands in quotation marks.</source>
        <translation>„%1“ ist kein JSON; ein Text steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>inflight::Options</name>
    <message>
        <source>&quot;%1&quot; is not a rate such as 5/s, 100/m or 5/15s, at most 1000/s</source>
        <translation>„%1“ ist keine Rate wie 5/s, 100/m oder 5/15s, höchstens 1000/s</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a set of status codes such as 200..=299,304</source>
        <translation>„%1“ ist keine Menge von Statuscodes wie 200..=299,304</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a number of seconds nor auto</source>
        <translation>„%1“ ist weder eine Zahl von Sekunden noch auto</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of the formats %2</source>
        <translation>„%1“ ist keines der Formate %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a file</source>
        <translation>„%1“ ist kein Name einer Datei</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot take the format %2, which is no stream</source>
        <translation>„%1“ kann das Format %2 nicht nehmen, das kein Strom ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a folder</source>
        <translation>„%1“ ist kein Ordner</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot;; there are %2</source>
        <translation>es gibt keine Spalte „%1“; es gibt %2</translation>
    </message>
    <message>
        <source>the format of &quot;%1&quot; is not known by its suffix; add --format with one of %2</source>
        <translation>das Format von „%1“ ist an der Endung nicht zu erkennen; geben Sie --format mit einem von %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice</source>
        <translation>„%1“ ist zweimal gegeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a file nor a built-in pipeline (%2)</source>
        <translation>„%1“ ist weder eine Datei noch eine eingebaute Pipeline (%2)</translation>
    </message>
    <message>
        <source>the name of a file is missing</source>
        <translation>der Name einer Datei fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there already; go on with it by --resume, or name another file</source>
        <translation>„%1“ gibt es schon; machen Sie mit --resume damit weiter, oder nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>there is no file &quot;%1&quot;</source>
        <translation>die Datei „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>only one of --session, --resume and --no-session can be given</source>
        <translation>nur eines von --session, --resume und --no-session kann gegeben werden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a format of inputs (%2)</source>
        <translation>„%1“ ist kein Format von Eingaben (%2)</translation>
    </message>
    <message>
        <source>stdin (&quot;-&quot;) can be read only once</source>
        <translation>stdin („-“) kann nur einmal gelesen werden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not K/N, the K-th of N shares, from 1/N to N/N with N at most %2</source>
        <translation>„%1“ ist nicht K/N, der K-te von N Teilen, von 1/N bis N/N mit N höchstens %2</translation>
    </message>
</context>
<context>
    <name>inflight::OriginActions</name>
    <message>
        <source>Show its &amp;jobs (Enter)</source>
        <translation>Seine Auf&amp;träge zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Cancel its unfinished jobs (%1)</source>
        <translation>Seine &amp;unfertigen Aufträge abbrechen (%1)</translation>
    </message>
    <message>
        <source>&amp;Cancel its unfinished jobs</source>
        <translation>Seine &amp;unfertigen Aufträge abbrechen</translation>
    </message>
    <message>
        <source>&amp;Retry its failed jobs (%1)</source>
        <translation>Seine f&amp;ehlgeschlagenen Aufträge wiederholen (%1)</translation>
    </message>
    <message>
        <source>&amp;Retry its failed jobs</source>
        <translation>Seine f&amp;ehlgeschlagenen Aufträge wiederholen</translation>
    </message>
    <message>
        <source>&amp;Pause this origin</source>
        <translation>Diesen Ursprung &amp;pausieren</translation>
    </message>
    <message>
        <source>Resu&amp;me this origin</source>
        <translation>Diesen Ursprung &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Filter by the current origin</source>
        <translation>Nach dem aktuellen Ursprung filtern</translation>
    </message>
    <message>
        <source>Start nothing new at the selected origins, or do again</source>
        <translation>An den ausgewählten Ursprüngen nichts Neues beginnen, oder wieder</translation>
    </message>
    <message>
        <source>Cancel everything unfinished of the selected origins</source>
        <translation>Alles Unfertige der ausgewählten Ursprünge abbrechen</translation>
    </message>
    <message>
        <source>Queue the failed jobs of the selected origins again</source>
        <translation>Die fehlgeschlagenen Aufträge der ausgewählten Ursprünge neu einreihen</translation>
    </message>
</context>
<context>
    <name>inflight::OriginChoice</name>
    <message>
        <source>All origins</source>
        <translation>Alle Ursprünge</translation>
    </message>
</context>
<context>
    <name>inflight::OriginColumn</name>
    <message>
        <source>Origin</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>TTFB median</source>
        <translation>TTFB Median</translation>
    </message>
    <message>
        <source>TTFB p95</source>
        <translation>TTFB p95</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Next start</source>
        <translation>Nächster Start</translation>
    </message>
    <message>
        <source>Most in flight</source>
        <translation>Höchstens zugleich</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratengrenze</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Requests in flight, of those allowed now</source>
        <translation>Anfragen unterwegs, von den jetzt erlaubten</translation>
    </message>
    <message>
        <source>Jobs that wait for their turn there, those in back-off included</source>
        <translation>Aufträge, die dort auf ihre Reihe warten, auch die in Wartezeit</translation>
    </message>
    <message>
        <source>Requests started a second, over the last seconds</source>
        <translation>Begonnene Anfragen je Sekunde, über die letzten Sekunden</translation>
    </message>
    <message>
        <source>Median time to first byte of its latest answers</source>
        <translation>Median der Zeit bis zum ersten Byte der letzten Antworten</translation>
    </message>
    <message>
        <source>95th percentile of the time to first byte of its latest answers</source>
        <translation>95. Perzentil der Zeit bis zum ersten Byte der letzten Antworten</translation>
    </message>
    <message>
        <source>Failed requests by class</source>
        <translation>Fehlgeschlagene Anfragen nach Klasse</translation>
    </message>
    <message>
        <source>When the next job may start there, and what it waits for</source>
        <translation>Wann dort der nächste Auftrag beginnen darf und worauf er wartet</translation>
    </message>
    <message>
        <source>Most requests in flight there; double-click or F2 to change it</source>
        <translation>Höchstens so viele Anfragen zugleich dorthin; Doppelklick oder F2 ändert es</translation>
    </message>
    <message>
        <source>Most requests started there, such as 5/s, 100/m or 5/15s; double-click or F2 to change it</source>
        <translation>Höchstens so viele Anfragen dort beginnen, etwa 5/s, 100/m oder 5/15s; Doppelklick oder F2 ändert es</translation>
    </message>
    <message>
        <source>Starts nothing new there; what is in flight goes on</source>
        <translation>Beginnt dort nichts Neues; was unterwegs ist, geht weiter</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>nothing starts</source>
        <translation>nichts beginnt</translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation>%1 begonnen</translation>
    </message>
    <message>
        <source>median not known yet</source>
        <translation>Median noch nicht bekannt</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>95th percentile not known yet</source>
        <translation>95. Perzentil noch nicht bekannt</translation>
    </message>
    <message>
        <source>95th percentile %1</source>
        <translation>95. Perzentil %1</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>keine Fehler</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>next start: %1</source>
        <translation>nächster Start: %1</translation>
    </message>
    <message>
        <source>most in flight %1</source>
        <translation>höchstens zugleich %1</translation>
    </message>
    <message>
        <source>rate limit %1</source>
        <translation>Ratengrenze %1</translation>
    </message>
    <message>
        <source>not paused</source>
        <translation>nicht pausiert</translation>
    </message>
</context>
<context>
    <name>inflight::OriginModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>%1
Answers: %2</source>
        <translation>%1
Antworten: %2</translation>
    </message>
    <message>
        <source>%1 of them in back-off</source>
        <translation>davon %1 in Wartezeit</translation>
    </message>
</context>
<context>
    <name>inflight::OriginText</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, eased off</source>
        <translation>%1, geschont</translation>
    </message>
    <message>
        <source>after a timeout</source>
        <translation>nach einer Zeitüberschreitung</translation>
    </message>
    <message>
        <source>after status %1</source>
        <translation>nach Status %1</translation>
    </message>
    <message>
        <source>Eased off %1: %2 of %3 at once until it recovers.</source>
        <translation>Geschont %1: %2 von %3 zugleich, bis er sich erholt.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>inflight::OriginsDock</name>
    <message>
        <source>Origins</source>
        <translation>Ursprünge</translation>
    </message>
</context>
<context>
    <name>inflight::OriginsView</name>
    <message>
        <source>Origin table</source>
        <translation>Tabelle der Ursprünge</translation>
    </message>
    <message>
        <source>Each host that jobs go to gets a row here, with its load and its limits.</source>
        <translation>Jeder Host, zu dem Aufträge gehen, bekommt hier eine Zeile mit seiner Last und seinen Grenzen.</translation>
    </message>
</context>
<context>
    <name>inflight::OutputFile</name>
    <message>
        <source>&quot;%1&quot; is being written by another process</source>
        <translation>„%1“ wird gerade von einem anderen Prozess geschrieben</translation>
    </message>
    <message>
        <source>stdout</source>
        <translation>stdout</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>inflight::Parse</name>
    <message>
        <source>text, %1</source>
        <translation>Text, %1</translation>
    </message>
    <message>
        <source>Not valid JSON: %1.</source>
        <translation>Kein gültiges JSON: %1.</translation>
    </message>
    <message>
        <source>HTML without a title</source>
        <translation>HTML ohne Titel</translation>
    </message>
    <message>
        <source>HTML “%1”</source>
        <translation>HTML „%1“</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>%1 file, %2</source>
        <translation>%1-Datei, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>binär, %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>recognises what a body is, checks it and says what is in it</source>
        <translation>erkennt, was ein Inhalt ist, prüft ihn und sagt, was darin ist</translation>
    </message>
</context>
<context>
    <name>inflight::ParseError</name>
    <message>
        <source>Unknown option -%1.</source>
        <translation>Unbekannte Option -%1.</translation>
    </message>
    <message>
        <source>Unknown option --%1.</source>
        <translation>Unbekannte Option --%1.</translation>
    </message>
    <message>
        <source>Unknown option --%1; did you mean --%2?</source>
        <translation>Unbekannte Option --%1; meinten Sie --%2?</translation>
    </message>
</context>
<context>
    <name>inflight::PasteDesk</name>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>One list at a time: %1 is opened, the others are not.</source>
        <translation>Eine Liste auf einmal: %1 wird geöffnet, die anderen nicht.</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Abgelegt</translation>
    </message>
</context>
<context>
    <name>inflight::PastePreview</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>and %1 more notes</source>
        <translation>und %1 weitere Hinweise</translation>
    </message>
    <message>
        <source>C&amp;olumn:</source>
        <translation>S&amp;palte:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Paste preview</source>
        <translation>Vorschau der Eingabe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Recognised by content</source>
        <translation>Am Inhalt erkannt</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Found requests</source>
        <translation>Gefundene Anfragen</translation>
    </message>
    <message>
        <source>Rejected lines</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation>F&amp;ormat:</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>1 duplicate</source>
        <translation>1 Duplikat</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 Duplikate</translation>
    </message>
    <message>
        <source>1 line rejected</source>
        <translation>1 Zeile abgelehnt</translation>
    </message>
    <message>
        <source>%1 lines rejected</source>
        <translation>%1 Zeilen abgelehnt</translation>
    </message>
    <message>
        <source>&amp;Expand ranges and lists (%1: %2 URLs)</source>
        <translation>&amp;Bereiche und Listen ausschreiben (%1: %2 URLs)</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>countless</source>
        <translation>unzählige</translation>
    </message>
    <message>
        <source>Leave out &amp;duplicates (%1)</source>
        <translation>&amp;Duplikate weglassen (%1)</translation>
    </message>
    <message>
        <source>&amp;Rejected lines; edit the text to mend one:</source>
        <translation>Ab&amp;gelehnte Zeilen; bearbeiten Sie den Text, um eine zu berichtigen:</translation>
    </message>
    <message>
        <source>&amp;Fetch %1</source>
        <translation>%1 &amp;abrufen</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Abrufen</translation>
    </message>
</context>
<context>
    <name>inflight::PathTemplate</name>
    <message>
        <source>There is a } without a { before it.</source>
        <translation>Hier ist ein } ohne { davor.</translation>
    </message>
    <message>
        <source>There is a { without a } after it.</source>
        <translation>Hier ist ein { ohne } danach.</translation>
    </message>
    <message>
        <source>There must be a path here, such as {host}/{name}.</source>
        <translation>Hier muss ein Pfad stehen, etwa {host}/{name}.</translation>
    </message>
    <message>
        <source>There is no {%1}; there are %2, and JSON pointers such as {/id}.</source>
        <translation>Es gibt kein {%1}; es gibt %2 und JSON-Pointer wie {/id}.</translation>
    </message>
    <message>
        <source>There is no text or number at %1 to name the file by.</source>
        <translation>Bei %1 ist weder Text noch Zahl, um die Datei danach zu benennen.</translation>
    </message>
</context>
<context>
    <name>inflight::Pipeline</name>
    <message>
        <source>There is no built-in pipeline “%1”; there are: %2.</source>
        <translation>Es gibt keine eingebaute Pipeline „%1“; es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineApplyBar</name>
    <message>
        <source>Try out</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Take the kept body of the selected job through these stages and show what each gives; nothing is written</source>
        <translation>Den aufbewahrten Inhalt des gewählten Auftrags durch diese Stufen nehmen und zeigen, was jede ergibt; geschrieben wird nichts</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Jobs that start from now on use this pipeline</source>
        <translation>Aufträge, die ab jetzt beginnen, nehmen diese Pipeline</translation>
    </message>
    <message>
        <source>Apply and run again</source>
        <translation>Anwenden und erneut durchlaufen</translation>
    </message>
    <message>
        <source>Take finished jobs through this pipeline, too, on their kept bodies: nothing is fetched again</source>
        <translation>Auch fertige Aufträge durch diese Pipeline nehmen, auf ihren aufbewahrten Inhalten: nichts wird neu abgerufen</translation>
    </message>
    <message>
        <source>&amp;All jobs whose bodies are kept (%1)</source>
        <translation>&amp;Alle Aufträge, deren Inhalte aufbewahrt sind (%1)</translation>
    </message>
    <message>
        <source>The &amp;selected ones of them (%1)</source>
        <translation>Die ausge&amp;wählten davon (%1)</translation>
    </message>
    <message>
        <source>Take finished jobs through this pipeline, on their kept bodies</source>
        <translation>Fertige Aufträge durch diese Pipeline nehmen, auf ihren aufbewahrten Inhalten</translation>
    </message>
    <message>
        <source>Take the selected jobs through this pipeline, on their kept bodies</source>
        <translation>Die ausgewählten Aufträge durch diese Pipeline nehmen, auf ihren aufbewahrten Inhalten</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineBar</name>
    <message>
        <source>Name of the pipeline</source>
        <translation>Name der Pipeline</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Edit a built-in pipeline, or the one in use</source>
        <translation>Eine eingebaute Pipeline bearbeiten oder die, die gilt</translation>
    </message>
    <message>
        <source>The pipeline in use</source>
        <translation>Die Pipeline, die gilt</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Laden …</translation>
    </message>
    <message>
        <source>Edit a pipeline file</source>
        <translation>Eine Pipeline-Datei bearbeiten</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Write a pipeline file, for inflight -p</source>
        <translation>Eine Pipeline-Datei schreiben, für inflight -p</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the command line that runs this pipeline</source>
        <translation>Die Kommandozeile kopieren, die diese Pipeline ausführt</translation>
    </message>
    <message>
        <source>Edit the pipeline that jobs go through now</source>
        <translation>Die Pipeline bearbeiten, durch die Aufträge jetzt gehen</translation>
    </message>
    <message>
        <source>Edit the built-in pipeline %1</source>
        <translation>Die eingebaute Pipeline %1 bearbeiten</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineDock</name>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Edited, not in use yet.</source>
        <translation>Bearbeitet, gilt noch nicht.</translation>
    </message>
    <message>
        <source>In use.</source>
        <translation>Gilt.</translation>
    </message>
    <message>
        <source>Stage %1, %2: %3</source>
        <translation>Stufe %1, %2: %3</translation>
    </message>
    <message>
        <source>Select a job in the table first: its body is what the stages are tried on.</source>
        <translation>Wählen Sie zuerst einen Auftrag in der Tabelle: an seinem Inhalt werden die Stufen ausprobiert.</translation>
    </message>
    <message>
        <source>The body of the selected job is not kept, so there is nothing to try the stages on. Bodies are kept of jobs that were fetched whole, as long as there is room for them.</source>
        <translation>Der Inhalt des gewählten Auftrags ist nicht aufbewahrt, also gibt es nichts, woran die Stufen auszuprobieren wären. Aufbewahrt werden Inhalte von Aufträgen, die ganz abgerufen wurden, solange Platz dafür ist.</translation>
    </message>
    <message>
        <source>Trying it out…</source>
        <translation>Wird ausprobiert …</translation>
    </message>
    <message>
        <source>The command is copied.</source>
        <translation>Der Befehl ist kopiert.</translation>
    </message>
    <message>
        <source>The command is copied, with the pipeline in it: for bash and the like.</source>
        <translation>Der Befehl ist kopiert, mit der Pipeline darin: für bash und dergleichen.</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineFile</name>
    <message>
        <source>“fetch” always comes first by itself and is not written.</source>
        <translation>„fetch“ kommt immer von selbst zuerst und wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>There is no stage “%1”; there are: %2.</source>
        <translation>Es gibt keine Stufe „%1“; es gibt: %2.</translation>
    </message>
    <message>
        <source>“%1” takes %2, but “%3” before it gives %4.</source>
        <translation>„%1“ nimmt %2, aber „%3“ davor gibt %4.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Put a stage between them that gives JSON values, such as json, ndjson or csv.</source>
        <translation>Setzen Sie eine Stufe dazwischen, die JSON-Werte gibt, etwa json, ndjson oder csv.</translation>
    </message>
    <message>
        <source>The file is not JSON: %1.</source>
        <translation>Die Datei ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The text here begins with a byte order mark, which cannot be seen.</source>
        <translation>Der Text hier beginnt mit einer Bytereihenfolgemarke, die man nicht sieht.</translation>
    </message>
    <message>
        <source>The key “%1” is here twice.</source>
        <translation>Der Schlüssel „%1“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>There must be an object here.</source>
        <translation>Hier muss ein Objekt stehen.</translation>
    </message>
    <message>
        <source>This program reads pipeline files of version %1.</source>
        <translation>Dieses Programm liest Pipeline-Dateien der Version %1.</translation>
    </message>
    <message>
        <source>There must be a text here.</source>
        <translation>Hier muss ein Text stehen.</translation>
    </message>
    <message>
        <source>There must be a list of stages here.</source>
        <translation>Hier muss eine Liste von Stufen stehen.</translation>
    </message>
    <message>
        <source>There must be an object here, such as {&quot;stage&quot;: &quot;parse&quot;}.</source>
        <translation>Hier muss ein Objekt stehen, etwa {&quot;stage&quot;: &quot;parse&quot;}.</translation>
    </message>
    <message>
        <source>The key “stage” is missing: it names the stage.</source>
        <translation>Der Schlüssel „stage“ fehlt: er benennt die Stufe.</translation>
    </message>
    <message>
        <source>The key “%1” is not known here; known are: %2.</source>
        <translation>Der Schlüssel „%1“ ist hier nicht bekannt; bekannt sind: %2.</translation>
    </message>
    <message>
        <source>The key “%1” is missing.</source>
        <translation>Der Schlüssel „%1“ fehlt.</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineFiles</name>
    <message>
        <source>Pipelines (*.json)</source>
        <translation>Pipelines (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Load a pipeline</source>
        <translation>Eine Pipeline laden</translation>
    </message>
    <message>
        <source>Save the pipeline</source>
        <translation>Die Pipeline speichern</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than %2: that is no pipeline.</source>
        <translation>%1 ist größer als %2: das ist keine Pipeline.</translation>
    </message>
    <message>
        <source>%1 is refused at %2: %3</source>
        <translation>%1 wird bei %2 abgelehnt: %3</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineForm</name>
    <message>
        <source>Stage options</source>
        <translation>Optionen der Stufe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“fetch” always comes first. The bar above the table and the command line say how it fetches.</source>
        <translation>„fetch“ kommt immer zuerst. Die Leiste über der Tabelle und die Kommandozeile sagen, wie abgerufen wird.</translation>
    </message>
    <message>
        <source>Select a stage to see its options.</source>
        <translation>Wählen Sie eine Stufe, um ihre Optionen zu sehen.</translation>
    </message>
    <message>
        <source>Common to all stages</source>
        <translation>Allen Stufen gemeinsam</translation>
    </message>
    <message>
        <source>This stage has no options of its own.</source>
        <translation>Diese Stufe hat keine eigenen Optionen.</translation>
    </message>
    <message>
        <source>There is no such stage.</source>
        <translation>Eine solche Stufe gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (nötig)</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>%1 (unknown)</source>
        <translation>%1 (unbekannt)</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineNumber</name>
    <message>
        <source>not given</source>
        <translation>nicht gegeben</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>default (%1)</source>
        <translation>Vorgabe (%1)</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineOption</name>
    <message>
        <source>left out; %1 is an empty text</source>
        <translation>weggelassen; %1 ist ein leerer Text</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht gegeben</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>einer je Zeile</translation>
    </message>
    <message>
        <source>name: text, one a line</source>
        <translation>Name: Text, einer je Zeile</translation>
    </message>
    <message>
        <source>name: JSON value, one a line</source>
        <translation>Name: JSON-Wert, einer je Zeile</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineStages</name>
    <message>
        <source>Fetches the URL. Always the first stage.</source>
        <translation>Ruft die URL ab. Immer die erste Stufe.</translation>
    </message>
    <message>
        <source>fetch, always the first stage</source>
        <translation>fetch, immer die erste Stufe</translation>
    </message>
    <message>
        <source>%1, fault: %2</source>
        <translation>%1, Fehler: %2</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineStagesList</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the stage</source>
        <translation>Die Stufe entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Up: move the stage before the one above it</source>
        <translation>Nach oben: die Stufe vor die darüber setzen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Down: move the stage behind the one below it</source>
        <translation>Nach unten: die Stufe hinter die darunter setzen</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Eine Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Add a stage behind the current one (%1)</source>
        <translation>Eine Stufe hinter der aktuellen hinzufügen (%1)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Add a stage behind the current one</source>
        <translation>Eine Stufe hinter der aktuellen hinzufügen</translation>
    </message>
</context>
<context>
    <name>inflight::PipelineTryOut</name>
    <message>
        <source>1 value, %1</source>
        <translation>1 Wert, %1</translation>
    </message>
    <message>
        <source>%1 values, %2</source>
        <translation>%1 Werte, %2</translation>
    </message>
    <message>
        <source>Try-out</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>“Try out” takes the kept body of the selected job through these stages and shows here what each of them gives.</source>
        <translation>„Ausprobieren“ nimmt den aufbewahrten Inhalt des gewählten Auftrags durch diese Stufen und zeigt hier, was jede ergibt.</translation>
    </message>
    <message>
        <source>The pipeline was edited since; try it out again to see what it gives now.</source>
        <translation>Die Pipeline wurde seither bearbeitet; probieren Sie sie erneut aus, um zu sehen, was sie jetzt ergibt.</translation>
    </message>
    <message>
        <source>Tried on %1</source>
        <translation>Ausprobiert an %1</translation>
    </message>
</context>
<context>
    <name>inflight::ProseReader</name>
    <message>
        <source>it is relative, and the text does not say to what address</source>
        <translation>sie ist relativ, und der Text sagt nicht, zu welcher Adresse</translation>
    </message>
</context>
<context>
    <name>inflight::QuestionBar</name>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
</context>
<context>
    <name>inflight::RateEdit</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>“%1” is not a rate, so nothing is changed. Write a number and a time, such as 5/s, 100/m or 5/15s, or nothing for no limit.</source>
        <translation>„%1“ ist keine Rate, also bleibt alles, wie es ist. Schreiben Sie eine Zahl und eine Zeit, etwa 5/s, 100/m oder 5/15s, oder nichts für keine Grenze.</translation>
    </message>
</context>
<context>
    <name>inflight::ReadBytes</name>
    <message>
        <source>&quot;%1&quot; cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a folder</source>
        <translation>„%1“ ist ein Ordner</translation>
    </message>
</context>
<context>
    <name>inflight::Redirect</name>
    <message>
        <source>The server answered %1 but did not say where to go: there is no Location header.</source>
        <translation>Der Server antwortete %1, sagte aber nicht, wohin: der Header Location fehlt.</translation>
    </message>
    <message>
        <source>The server redirects to “%1”, which is not a URL.</source>
        <translation>Der Server leitet zu „%1“ weiter, was keine URL ist.</translation>
    </message>
    <message>
        <source>The server redirects to a URL with the scheme “%1”; only http and https are followed.</source>
        <translation>Der Server leitet zu einer Adresse mit dem Schema „%1“ weiter; nur http und https werden verfolgt.</translation>
    </message>
    <message>
        <source>The server redirects from https to http, which would give up encryption. Follow it with --allow-downgrade if that is what you want.</source>
        <translation>Der Server leitet von https zu http weiter, was die Verschlüsselung aufgäbe. Folgen Sie ihm mit --allow-downgrade, wenn Sie das wollen.</translation>
    </message>
</context>
<context>
    <name>inflight::Regex</name>
    <message>
        <source>The pattern takes longer than %1 s on this text; it was at byte %2. Make it simpler, or allow more with the option “timeout”.</source>
        <translation>Das Muster braucht für diesen Text länger als %1 s; es war bei Byte %2. Machen Sie es einfacher, oder erlauben Sie mit der Option „timeout“ mehr.</translation>
    </message>
    <message>
        <source>The pattern takes too long on this text, after byte %1. Make it simpler: repeats inside repeats try too many ways.</source>
        <translation>Das Muster braucht für diesen Text zu lange, nach Byte %1. Machen Sie es einfacher: Wiederholungen in Wiederholungen versuchen zu viele Wege.</translation>
    </message>
    <message>
        <source>The pattern is found nowhere in the text.</source>
        <translation>Das Muster findet sich nirgends im Text.</translation>
    </message>
    <message>
        <source>finds a regular expression (PCRE2): an object of its named groups for each match</source>
        <translation>findet einen regulären Ausdruck (PCRE2): ein Objekt seiner benannten Gruppen für jeden Treffer</translation>
    </message>
    <message>
        <source>as in (?&lt;name&gt;\w+)=(?&lt;value&gt;\d+)</source>
        <translation>etwa (?&lt;name&gt;\w+)=(?&lt;value&gt;\d+)</translation>
    </message>
    <message>
        <source>every match is a value; else the first one alone</source>
        <translation>jeder Treffer ist ein Wert; sonst nur der erste</translation>
    </message>
    <message>
        <source>capitals and small letters are the same</source>
        <translation>Groß- und Kleinbuchstaben sind gleich</translation>
    </message>
    <message>
        <source>^ and $ stand for the ends of each line</source>
        <translation>^ und $ stehen für die Enden jeder Zeile</translation>
    </message>
    <message>
        <source>a text without a match fails</source>
        <translation>ein Text ohne Treffer schlägt fehl</translation>
    </message>
    <message>
        <source>most seconds for one body</source>
        <translation>höchstens so viele Sekunden für einen Inhalt</translation>
    </message>
</context>
<context>
    <name>inflight::RegexProgram</name>
    <message>
        <source>The pattern does not compile at character %1: %2.</source>
        <translation>Das Muster lässt sich bei Zeichen %1 nicht übersetzen: %2.</translation>
    </message>
</context>
<context>
    <name>inflight::RejectedEdits</name>
    <message>
        <source>%1
Edit it (F2 or double-click): once it can be fetched it joins the others</source>
        <translation>%1
Bearbeiten Sie es (F2 oder Doppelklick): sobald es abgerufen werden kann, kommt es zu den anderen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Why it is not fetched</source>
        <translation>Warum es nicht abgerufen wird</translation>
    </message>
</context>
<context>
    <name>inflight::RejectedLines</name>
    <message>
        <source>Line %1: %2 – %3</source>
        <translation>Zeile %1: %2 – %3</translation>
    </message>
    <message>
        <source>%1
Double-click to go to the line</source>
        <translation>%1
Doppelklick führt zur Zeile</translation>
    </message>
</context>
<context>
    <name>inflight::RemovedBar</name>
    <message>
        <source>Und&amp;o</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Bring the rows back (Ctrl+Z)</source>
        <translation>Die Zeilen zurückholen (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>inflight::ReplyFault</name>
    <message>
        <source>No secure connection to %1: %2. Does the server speak TLS on this port?</source>
        <translation>Keine sichere Verbindung zu %1: %2. Spricht der Server auf diesem Port TLS?</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2. Name its authority with --cacert, or correct the server&apos;s certificate.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2. Nennen Sie seine Zertifizierungsstelle mit --cacert, oder berichtigen Sie das Zertifikat des Servers.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>The name %1 was not found. Check its spelling, and that a name server answers.</source>
        <translation>Der Name %1 wurde nicht gefunden. Prüfen Sie die Schreibweise und ob ein Nameserver antwortet.</translation>
    </message>
    <message>
        <source>%1 refused the connection on port %2. Is the server running, and is the port right?</source>
        <translation>%1 hat die Verbindung auf Port %2 abgewiesen. Läuft der Server, und stimmt der Port?</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Check the network between here and there.</source>
        <translation>%1 ist nicht zu erreichen: %2. Prüfen Sie das Netz zwischen hier und dort.</translation>
    </message>
    <message>
        <source>The proxy did not let the request through: %1. Check --proxy and its user name.</source>
        <translation>Der Proxy hat die Anfrage nicht durchgelassen: %1. Prüfen Sie --proxy und seinen Benutzernamen.</translation>
    </message>
    <message>
        <source>%1 did not take the connection in time: %2.</source>
        <translation>%1 hat die Verbindung nicht rechtzeitig angenommen: %2.</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was complete. Try again; if it stays, the server or something before it cuts answers off.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war. Versuchen Sie es erneut; bleibt es dabei, schneidet der Server oder etwas vor ihm Antworten ab.</translation>
    </message>
    <message>
        <source>%1 did not answer in proper HTTP: %2. Tell whoever runs it, or check the port: something else may listen there.</source>
        <translation>%1 hat nicht in ordentlichem HTTP geantwortet: %2. Sagen Sie es dem Betreiber, oder prüfen Sie den Port: vielleicht lauscht dort etwas anderes.</translation>
    </message>
    <message>
        <source>Unexpected network error from %1: %2.</source>
        <translation>Unerwarteter Netzwerkfehler von %1: %2.</translation>
    </message>
</context>
<context>
    <name>inflight::RequestDump</name>
    <message>
        <source>there is nothing to dump: give URLs, a file of URLs, or -i -</source>
        <translation>es gibt nichts auszugeben: geben Sie URLs, eine Datei mit URLs oder -i -</translation>
    </message>
    <message>
        <source>there is nothing to dump: the inputs hold no request</source>
        <translation>es gibt nichts auszugeben: die Eingaben enthalten keine Anfrage</translation>
    </message>
</context>
<context>
    <name>inflight::RequestOptions</name>
    <message>
        <source>&quot;%1&quot; cannot be a request method</source>
        <translation>„%1“ kann keine Methode einer Anfrage sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no certificate in PEM form</source>
        <translation>„%1“ enthält kein Zertifikat im PEM-Format</translation>
    </message>
</context>
<context>
    <name>inflight::RequestPage</name>
    <message>
        <source>%1 that are no text</source>
        <translation>%1, die kein Text sind</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>Header der Anfrage</translation>
    </message>
    <message>
        <source>Show secrets</source>
        <translation>Geheimnisse zeigen</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Keys, tokens, cookies and passwords as they are sent</source>
        <translation>Schlüssel, Token, Cookies und Passwörter, wie sie gesendet werden</translation>
    </message>
    <message>
        <source>Body, %1</source>
        <translation>Inhalt, %1</translation>
    </message>
</context>
<context>
    <name>inflight::ResendEditor</name>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Name: value, one a line</source>
        <translation>Name: Wert, einer je Zeile</translation>
    </message>
    <message>
        <source>As a new job of this run (Ctrl+Enter)</source>
        <translation>Als neuer Auftrag dieses Laufs (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>The body is no text: its %1 are sent as they are.</source>
        <translation>Der Inhalt ist kein Text: seine %1 werden gesendet, wie sie sind.</translation>
    </message>
    <message>
        <source>“%1” is no header: write a name, a colon and a value.</source>
        <translation>„%1“ ist kein Header: schreiben Sie einen Namen, einen Doppelpunkt und einen Wert.</translation>
    </message>
    <message>
        <source>“%1” is no method, such as GET.</source>
        <translation>„%1“ ist keine Methode wie GET.</translation>
    </message>
    <message>
        <source>This URL cannot be fetched: %1.</source>
        <translation>Diese URL kann nicht abgerufen werden: %1.</translation>
    </message>
</context>
<context>
    <name>inflight::ResponsePage</name>
    <message>
        <source>No answer.</source>
        <translation>Keine Antwort.</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Noch keine Antwort.</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>Show secrets</source>
        <translation>Geheimnisse zeigen</translation>
    </message>
    <message>
        <source>Cookies and tokens as they came</source>
        <translation>Cookies und Token, wie sie kamen</translation>
    </message>
</context>
<context>
    <name>inflight::ResultWriter</name>
    <message numerus="yes">
        <source>%n body(s) were left out: the disk is slower than the network</source>
        <translation>
            <numerusform>%n Inhalt wurde weggelassen: die Platte ist langsamer als das Netz</numerusform>
            <numerusform>%n Inhalte wurden weggelassen: die Platte ist langsamer als das Netz</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::Resumption</name>
    <message>
        <source>the run&apos;s pipeline cannot be used: %1: %2</source>
        <translation>die Pipeline des Laufs kann nicht verwendet werden: %1: %2</translation>
    </message>
    <message>
        <source>%1 can only be read</source>
        <translation>%1 kann nur gelesen werden</translation>
    </message>
    <message>
        <source>the inputs of a session are not divided; divide the list into a session for each share</source>
        <translation>die Eingaben einer Sitzung werden nicht aufgeteilt; teilen Sie die Liste in eine Sitzung je Anteil auf</translation>
    </message>
    <message>
        <source>The run has no body of any job: nothing goes through its stages again.</source>
        <translation>Der Lauf hat von keinem Auftrag den Inhalt: nichts geht noch einmal durch seine Stufen.</translation>
    </message>
</context>
<context>
    <name>inflight::RowRemoval</name>
    <message>
        <source>1 row removed.</source>
        <translation>1 Zeile entfernt.</translation>
    </message>
    <message>
        <source>%1 rows removed.</source>
        <translation>%1 Zeilen entfernt.</translation>
    </message>
    <message>
        <source>1 job is not finished and stays: cancel it first (Ctrl+.).</source>
        <translation>1 Auftrag ist nicht fertig und bleibt: brechen Sie ihn zuerst ab (Strg+.).</translation>
    </message>
    <message>
        <source>%1 jobs are not finished and stay: cancel them first (Ctrl+.).</source>
        <translation>%1 Aufträge sind nicht fertig und bleiben: brechen Sie sie zuerst ab (Strg+.).</translation>
    </message>
    <message>
        <source>removing 1 row</source>
        <translation>Entfernen von 1 Zeile</translation>
    </message>
    <message>
        <source>removing %1 rows</source>
        <translation>Entfernen von %1 Zeilen</translation>
    </message>
    <message>
        <source>Bring back the rows that were removed last</source>
        <translation>Die zuletzt entfernten Zeilen zurückholen</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Remove the rows that were brought back last</source>
        <translation>Die zuletzt zurückgeholten Zeilen entfernen</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>inflight::RunActions</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>What changed between two selected runs</source>
        <translation>Was sich zwischen zwei ausgewählten Läufen geändert hat</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>Ihm einen anderen Namen geben (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete the selected runs with their bodies (Del)</source>
        <translation>Die ausgewählten Läufe mit ihren Inhalten löschen (Entf)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>Write it into one file that can be given away</source>
        <translation>Ihn in eine Datei schreiben, die man weitergeben kann</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>&amp;Datei öffnen …</translation>
    </message>
    <message>
        <source>Open a run that somebody gave you</source>
        <translation>Einen Lauf öffnen, den Ihnen jemand gegeben hat</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Look again (F5)</source>
        <translation>Noch einmal nachsehen (F5)</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>&amp;Erneut ausführen</translation>
    </message>
    <message>
        <source>Fetch it once more, or only go through its stages</source>
        <translation>Ihn noch einmal abrufen oder nur durch seine Stufen gehen</translation>
    </message>
    <message>
        <source>&amp;All jobs, as a new run</source>
        <translation>&amp;Alle Aufträge, als neuer Lauf</translation>
    </message>
    <message>
        <source>&amp;Failed jobs, in this run</source>
        <translation>Die &amp;fehlgeschlagenen Aufträge, in diesem Lauf</translation>
    </message>
    <message>
        <source>&amp;Stages on its stored bodies, without fetching</source>
        <translation>&amp;Stufen auf seinen gespeicherten Inhalten, ohne abzurufen</translation>
    </message>
    <message>
        <source>Show its jobs; nothing is fetched (Enter)</source>
        <translation>Seine Aufträge zeigen; abgerufen wird nichts (Eingabe)</translation>
    </message>
    <message>
        <source>Fetch all its inputs once more</source>
        <translation>Alle seine Eingaben noch einmal abrufen</translation>
    </message>
    <message>
        <source>Open it and fetch what failed once more</source>
        <translation>Ihn öffnen und noch einmal abrufen, was fehlschlug</translation>
    </message>
    <message>
        <source>Open it and take what was fetched through the stages again</source>
        <translation>Ihn öffnen und das Abgerufene erneut durch die Stufen nehmen</translation>
    </message>
</context>
<context>
    <name>inflight::RunComparer</name>
    <message>
        <source>The comparison is in %1.</source>
        <translation>Der Vergleich ist in %1.</translation>
    </message>
</context>
<context>
    <name>inflight::RunLimitsForm</name>
    <message>
        <source>Apply &amp;when a window opens</source>
        <translation>&amp;Anwenden, wenn ein Fenster öffnet</translation>
    </message>
    <message>
        <source>Delete &amp;them</source>
        <translation>Sie &amp;löschen</translation>
    </message>
    <message>
        <source>Days that runs are kept</source>
        <translation>Tage, die Läufe behalten werden</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>jedes Alter</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>jede Größe</translation>
    </message>
    <message>
        <source>&amp;Keep runs of</source>
        <translation>Läufe &amp;behalten von</translation>
    </message>
    <message>
        <source>and at &amp;most</source>
        <translation>und &amp;höchstens</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>Nichts ginge weg.</translation>
    </message>
    <message>
        <source>1 run (%1) would go; its note says why.</source>
        <translation>1 Lauf (%1) ginge weg; seine Notiz sagt, warum.</translation>
    </message>
    <message>
        <source>%1 runs (%2) would go; their notes say why.</source>
        <translation>%1 Läufe (%2) gingen weg; ihre Notizen sagen, warum.</translation>
    </message>
    <message>
        <source> day</source>
        <translation> Tag</translation>
    </message>
    <message>
        <source>Room on the disk that all runs may take</source>
        <translation>Platz auf der Platte, den alle Läufe belegen dürfen</translation>
    </message>
</context>
<context>
    <name>inflight::RunModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begann</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>in this window</source>
        <translation>in diesem Fenster</translation>
    </message>
    <message>
        <source>open elsewhere</source>
        <translation>anderswo offen</translation>
    </message>
    <message>
        <source>would go: too old</source>
        <translation>ginge weg: zu alt</translation>
    </message>
    <message>
        <source>would go: no room for it</source>
        <translation>ginge weg: kein Platz dafür</translation>
    </message>
    <message>
        <source>%1 not fetched</source>
        <translation>%1 nicht abgerufen</translation>
    </message>
</context>
<context>
    <name>inflight::RunOffer</name>
    <message>
        <source>The run of %1</source>
        <translation>Der Lauf vom %1</translation>
    </message>
    <message>
        <source>The run “%1” of %2</source>
        <translation>Der Lauf „%1“ vom %2</translation>
    </message>
    <message>
        <source>%1 was not finished: 1 of its %2 jobs is left.</source>
        <translation>%1 wurde nicht beendet: 1 seiner %2 Aufträge ist übrig.</translation>
    </message>
    <message>
        <source>%1 was not finished: %2 of its %3 jobs are left.</source>
        <translation>%1 wurde nicht beendet: %2 seiner %3 Aufträge sind übrig.</translation>
    </message>
    <message>
        <source>%1 There is 1 other unfinished run.</source>
        <translation>%1 Es gibt 1 weiteren unfertigen Lauf.</translation>
    </message>
    <message>
        <source>%1 There are %2 other unfinished runs.</source>
        <translation>%1 Es gibt %2 weitere unfertige Läufe.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Fetch what is left of it; what is finished is kept</source>
        <translation>Abrufen, was davon übrig ist; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Offer it again the next time</source>
        <translation>Ihn beim nächsten Mal wieder anbieten</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Do not offer it again; its file is kept</source>
        <translation>Ihn nicht wieder anbieten; seine Datei bleibt</translation>
    </message>
    <message>
        <source>%1 was not finished: its one job is left.</source>
        <translation>%1 wurde nicht beendet: Sein einziger Auftrag ist übrig.</translation>
    </message>
</context>
<context>
    <name>inflight::RunProgress</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>inflight::RunTimes</name>
    <message>
        <source>time to first byte</source>
        <translation>Zeit bis zum ersten Byte</translation>
    </message>
    <message>
        <source>total time</source>
        <translation>Gesamtzeit</translation>
    </message>
</context>
<context>
    <name>inflight::RunsDock</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>&amp;Grenzen</translation>
    </message>
    <message>
        <source>How long and how many runs are kept</source>
        <translation>Wie lange und wie viele Läufe behalten werden</translation>
    </message>
    <message>
        <source>Delete %1 runs with their bodies (%2)? They cannot be brought back.</source>
        <translation>%1 Läufe mit ihren Inhalten löschen (%2)? Sie lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>1 run deleted, %1 freed.</source>
        <translation>1 Lauf gelöscht, %1 frei geworden.</translation>
    </message>
    <message>
        <source>%1 runs deleted, %2 freed.</source>
        <translation>%1 Läufe gelöscht, %2 frei geworden.</translation>
    </message>
    <message>
        <source>There is no run in this window yet that could be saved.</source>
        <translation>In diesem Fenster gibt es noch keinen Lauf, der gespeichert werden könnte.</translation>
    </message>
    <message>
        <source>The run is saved in %1.</source>
        <translation>Der Lauf ist in %1 gespeichert.</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>Einen Lauf öffnen</translation>
    </message>
    <message>
        <source>Runs (*.inflight)</source>
        <translation>Läufe (*.inflight)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Delete “%1” with its bodies (%2)? It cannot be brought back.</source>
        <translation>„%1“ mit seinen Inhalten löschen (%2)? Er lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Some results of this run are in memory alone: a copy of its session would lack them. Export (Ctrl+S) writes all of them.</source>
        <translation>Einige Ergebnisse dieses Laufs sind nur im Speicher: einer Kopie seiner Sitzung würden sie fehlen. Exportieren (Strg+S) schreibt alle.</translation>
    </message>
</context>
<context>
    <name>inflight::RunsView</name>
    <message>
        <source>Run table</source>
        <translation>Tabelle der Läufe</translation>
    </message>
    <message>
        <source>Every run is kept here, to be looked at, run again and compared.</source>
        <translation>Jeder Lauf wird hier behalten, um ihn anzusehen, erneut auszuführen und zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>inflight::Save</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>the folder cannot be made; see that its parent is a folder that you may write to</source>
        <translation>der Ordner lässt sich nicht anlegen; sehen Sie nach, ob der darüber ein Ordner ist, in den Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>it is a link to another place; remove it or save elsewhere</source>
        <translation>es ist eine Verknüpfung zu einem anderen Ort; entfernen Sie sie, oder speichern Sie anderswo</translation>
    </message>
    <message>
        <source>nothing to save</source>
        <translation>nichts zu speichern</translation>
    </message>
    <message>
        <source>%1, the first is %2</source>
        <translation>%1, die erste ist %2</translation>
    </message>
    <message>
        <source>; 1 value left out: it names no file</source>
        <translation>; 1 Wert weggelassen: er benennt keine Datei</translation>
    </message>
    <message>
        <source>; %1 left out: they name no file</source>
        <translation>; %1 weggelassen: sie benennen keine Datei</translation>
    </message>
    <message>
        <source>would be saved: %1</source>
        <translation>würde gespeichert: %1</translation>
    </message>
    <message>
        <source>writes what comes to a file of its own in the folder for saving</source>
        <translation>schreibt, was kommt, in eine eigene Datei im Ordner zum Speichern</translation>
    </message>
    <message>
        <source>where to, by {host}, {path}, {name}, {index}, {sha256}, {ext} and JSON pointers such as {/id}, which give each value a file of its own; left out: {host}/{name}</source>
        <translation>wohin, mit {host}, {path}, {name}, {index}, {sha256}, {ext} und JSON-Pointern wie {/id}, die jedem Wert eine eigene Datei geben; weggelassen: {host}/{name}</translation>
    </message>
</context>
<context>
    <name>inflight::SaveRunDialog</name>
    <message>
        <source>With the &amp;bodies that were received</source>
        <translation>Mit den empfangenen &amp;Inhalten</translation>
    </message>
    <message>
        <source>With &amp;secrets: cookies, passwords, keys and tokens</source>
        <translation>Mit &amp;Geheimnissen: Cookies, Passwörtern, Schlüsseln und Token</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save run as</source>
        <translation>Lauf speichern unter</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>That file is there already and will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Whoever gets the file gets the secrets, too.</source>
        <translation>Wer die Datei bekommt, bekommt auch die Geheimnisse.</translation>
    </message>
    <message>
        <source>Secrets are shown as ••• in it. Bodies and outputs are as they are.</source>
        <translation>Geheimnisse stehen darin als •••. Inhalte und Ausgaben sind, wie sie sind.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Den Ordner %1 gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>inflight::SavedFiltersButton</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Filters that were saved under a name</source>
        <translation>Filter, die unter einem Namen gespeichert wurden</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>Diesen Filter &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name; one that is there already is replaced:</source>
        <translation>Name; einer, den es schon gibt, wird ersetzt:</translation>
    </message>
    <message>
        <source>Keep what stands in the filter under a name</source>
        <translation>Behalten, was im Filter steht, unter einem Namen</translation>
    </message>
    <message>
        <source>Forget a saved filter</source>
        <translation>Einen gespeicherten Filter vergessen</translation>
    </message>
</context>
<context>
    <name>inflight::SelectStage</name>
    <message>
        <source>The CSS selectors are too much work in this document.</source>
        <translation>Die CSS-Selektoren sind in diesem Dokument zu viel Arbeit.</translation>
    </message>
    <message>
        <source>Nothing in the document is what is selected.</source>
        <translation>Nichts im Dokument ist, was ausgewählt wird.</translation>
    </message>
    <message>
        <source>; %1 without the attribute</source>
        <translation>; %1 ohne das Attribut</translation>
    </message>
    <message>
        <source>There must be either “css” or “xpath”, and not both.</source>
        <translation>Es muss entweder „css“ oder „xpath“ gegeben sein, nicht beides.</translation>
    </message>
    <message>
        <source>A prefix and its URI are not empty.</source>
        <translation>Ein Präfix und seine URI sind nicht leer.</translation>
    </message>
    <message>
        <source>Which attribute? Name it in “attribute”.</source>
        <translation>Welches Attribut? Nennen Sie es in „attribute“.</translation>
    </message>
    <message>
        <source>What is given is a fragment, not an attribute.</source>
        <translation>Was gegeben wird, ist ein Fragment, kein Attribut.</translation>
    </message>
    <message>
        <source>finds parts of HTML or XML by a CSS selector or an XPath expression</source>
        <translation>findet Teile von HTML oder XML durch einen CSS-Selektor oder einen XPath-Ausdruck</translation>
    </message>
    <message>
        <source>CSS selector, as in h2 &gt; a.title</source>
        <translation>CSS-Selektor, etwa h2 &gt; a.title</translation>
    </message>
    <message>
        <source>XPath 1.0 expression, as in //item/title</source>
        <translation>XPath-1.0-Ausdruck, etwa //item/title</translation>
    </message>
    <message>
        <source>what of each match: its text, the attribute named in “attribute”, or the fragment of markup</source>
        <translation>was von jedem Treffer: sein Text, das in „attribute“ genannte Attribut oder das Fragment der Auszeichnung</translation>
    </message>
    <message>
        <source>this attribute of each match that has it</source>
        <translation>dieses Attribut jedes Treffers, der es hat</translation>
    </message>
    <message>
        <source>each match becomes an object: names, and for each a selector of the same kind within the match; in CSS, h2@id is an attribute, and @id one of the match itself</source>
        <translation>jeder Treffer wird ein Objekt: Namen und für jeden ein Selektor derselben Art innerhalb des Treffers; in CSS ist h2@id ein Attribut und @id eines des Treffers selbst</translation>
    </message>
    <message>
        <source>white space in texts: made one space, or kept</source>
        <translation>Leerraum in Texten: zu einem Leerzeichen gemacht oder behalten</translation>
    </message>
    <message>
        <source>to match nothing is a fault</source>
        <translation>nichts zu treffen, ist ein Fehler</translation>
    </message>
    <message>
        <source>how the body is read; auto: by its type and content</source>
        <translation>wie der Inhalt gelesen wird; auto: nach Typ und Inhalt</translation>
    </message>
    <message>
        <source>prefixes that XPath expressions use, and their namespaces&apos; URIs</source>
        <translation>Präfixe, die XPath-Ausdrücke verwenden, und die URIs ihrer Namensräume</translation>
    </message>
</context>
<context>
    <name>inflight::SelectionDigest</name>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % innerhalb</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>%1 jobs selected</source>
        <translation>%1 Aufträge ausgewählt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>inflight::Session</name>
    <message>
        <source>The session %1 is in use by another Inflight.</source>
        <translation>Die Sitzung %1 wird von einem anderen Inflight benutzt.</translation>
    </message>
    <message>
        <source>%1 The run goes on; what it gives is kept in memory until that works.</source>
        <translation>%1 Der Lauf geht weiter; was er ergibt, bleibt im Speicher, bis das gelingt.</translation>
    </message>
    <message>
        <source>The body %1 could not be kept: %2.</source>
        <translation>Der Inhalt %1 konnte nicht aufbewahrt werden: %2.</translation>
    </message>
    <message>
        <source>another program has it locked</source>
        <translation>ein anderes Programm hält sie gesperrt</translation>
    </message>
    <message>
        <source>it may not be written to</source>
        <translation>sie darf nicht beschrieben werden</translation>
    </message>
    <message>
        <source>the disk does not take or give it (%1)</source>
        <translation>die Platte nimmt oder gibt sie nicht (%1)</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>sie ist beschädigt (%1)</translation>
    </message>
    <message>
        <source>the disk is full; make room there</source>
        <translation>die Platte ist voll; schaffen Sie dort Platz</translation>
    </message>
    <message>
        <source>it cannot be opened; may its folder be read and written to?</source>
        <translation>sie lässt sich nicht öffnen; darf ihr Ordner gelesen und beschrieben werden?</translation>
    </message>
    <message>
        <source>it is not a session of Inflight</source>
        <translation>es ist keine Sitzung von Inflight</translation>
    </message>
    <message>
        <source>%1 could not be written: it is there already.</source>
        <translation>%1 konnte nicht geschrieben werden: es gibt sie schon.</translation>
    </message>
    <message>
        <source>%1 could not be written: its folder cannot be written to.</source>
        <translation>%1 konnte nicht geschrieben werden: in ihren Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 could not be read: there is no such file.</source>
        <translation>%1 konnte nicht gelesen werden: eine solche Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a session of Inflight.</source>
        <translation>%1 ist ein Ordner, keine Sitzung von Inflight.</translation>
    </message>
    <message>
        <source>%1 is not a session of Inflight.</source>
        <translation>%1 ist keine Sitzung von Inflight.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Inflight: it can be looked at, but not gone on with.</source>
        <translation>%1 wurde von einer neueren Version von Inflight geschrieben: sie lässt sich ansehen, aber nicht fortsetzen.</translation>
    </message>
    <message>
        <source>The session %1 cannot be used: %2.</source>
        <translation>Die Sitzung %1 kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>The session %1 is damaged: input %2 is missing.</source>
        <translation>Die Sitzung %1 ist beschädigt: Eingabe %2 fehlt.</translation>
    </message>
    <message>
        <source>1 body of this run is missing: it is not in %1.</source>
        <translation>1 Inhalt dieses Laufs fehlt: er ist nicht in %1.</translation>
    </message>
    <message>
        <source>%1 bodies of this run are missing: they are not in %2.</source>
        <translation>%1 Inhalte dieses Laufs fehlen: sie sind nicht in %2.</translation>
    </message>
    <message>
        <source>This run was interrupted while its stages were run again: some of its results are still those of before. Run them again (--again stages).</source>
        <translation>Dieser Lauf wurde unterbrochen, während seine Stufen noch einmal liefen: manche seiner Ergebnisse sind noch die von vorher. Lassen Sie sie noch einmal laufen (--again stages).</translation>
    </message>
</context>
<context>
    <name>inflight::SessionCopy</name>
    <message>
        <source>%1 could not be replaced: %2</source>
        <translation>%1 konnte nicht ersetzt werden: %2</translation>
    </message>
    <message>
        <source>%1 is the run itself: name another file.</source>
        <translation>%1 ist der Lauf selbst: nennen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>inflight::SessionFile</name>
    <message>
        <source>%1 could not be written: the bodies of another run are in %2.</source>
        <translation>%1 konnte nicht geschrieben werden: die Inhalte eines anderen Laufs sind in %2.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 could not be deleted: %2</source>
        <translation>%1 konnte nicht gelöscht werden: %2</translation>
    </message>
    <message>
        <source>Some bodies in %1 could not be deleted.</source>
        <translation>Einige Inhalte in %1 konnten nicht gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>inflight::SessionHistory</name>
    <message>
        <source>%1 is open in a window or a terminal: it stays.</source>
        <translation>%1 ist in einem Fenster oder Terminal offen: er bleibt.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>inflight::SessionOptions</name>
    <message>
        <source>there is no file &quot;%1&quot;</source>
        <translation>die Datei „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice</source>
        <translation>„%1“ ist zweimal gegeben</translation>
    </message>
    <message>
        <source>it joins sessions and fetches nothing: it goes with neither --input, --demo, --dump, --resume nor --no-session</source>
        <translation>es vereint Sitzungen und ruft nichts ab: es geht weder mit --input noch --demo, --dump, --resume oder --no-session</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a session: it is opened alone; go on with it by --resume, join it with others by --merge</source>
        <translation>„%1“ ist eine Sitzung: sie wird allein geöffnet; machen Sie mit --resume damit weiter, vereinen Sie sie mit --merge mit anderen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of all, failed and stages</source>
        <translation>„%1“ ist keines von all, failed und stages</translation>
    </message>
    <message>
        <source>name the session whose run it is</source>
        <translation>nennen Sie die Sitzung, deren Lauf gemeint ist</translation>
    </message>
</context>
<context>
    <name>inflight::SettingField</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse: %1</source>
        <translation>Durchsuchen: %1</translation>
    </message>
</context>
<context>
    <name>inflight::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>They hold for runs that begin from now on; what is said on the command line or in its configuration file wins. What is left empty is as shown in grey.</source>
        <translation>Sie gelten für Läufe, die von nun an beginnen; was auf der Befehlszeile oder in ihrer Konfigurationsdatei steht, geht vor. Was leer bleibt, ist so, wie es grau dasteht.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Holds when the program starts again</source>
        <translation>Gilt, sobald das Programm wieder startet</translation>
    </message>
    <message>
        <source>&amp;Say when a batch has ended and nobody looks at the window</source>
        <translation>&amp;Melden, wenn ein Stapel beendet ist und niemand auf das Fenster sieht</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language, from the next start on</source>
        <translation>&amp;Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>They could not be written. May %1 be written to, and is there room?</source>
        <translation>Sie konnten nicht geschrieben werden. Darf %1 geschrieben werden, und ist Platz da?</translation>
    </message>
</context>
<context>
    <name>inflight::SettingsPages</name>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>&amp;Concurrency</source>
        <translation>&amp;Gleichzeitig</translation>
    </message>
    <message>
        <source>Most jobs in flight over all</source>
        <translation>Höchstens so viele Aufträge zugleich unterwegs</translation>
    </message>
    <message>
        <source>Per &amp;host</source>
        <translation>Je &amp;Host</translation>
    </message>
    <message>
        <source>Most requests in flight to one origin</source>
        <translation>Höchstens so viele Anfragen zugleich zu einem Ursprung</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>&amp;Rate</translation>
    </message>
    <message>
        <source>Most requests started to one origin, such as 5/s, 100/m or 5/15s</source>
        <translation>Höchstens so viele Anfragen an einen Ursprung beginnen, etwa 5/s, 100/m oder 5/15s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Ease off when a server says so</source>
        <translation>&amp;Schonen, wenn ein Server es sagt</translation>
    </message>
    <message>
        <source>An origin that answers 429 or 503 or times out gets fewer requests at once</source>
        <translation>Ein Ursprung, der mit 429 oder 503 oder nicht rechtzeitig antwortet, bekommt weniger Anfragen zugleich</translation>
    </message>
    <message>
        <source>&amp;Largest body</source>
        <translation>Größter &amp;Inhalt</translation>
    </message>
    <message>
        <source>Most bytes of one decoded body, such as 500k, 20M or 1G; 0: no limit</source>
        <translation>Höchstens so viele Bytes eines dekodierten Inhalts, etwa 500k, 20M oder 1G; 0: keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Statuses that succeed</source>
        <translation>Status, die ge&amp;lingen</translation>
    </message>
    <message>
        <source>Status codes such as 200..=299,304</source>
        <translation>Statuscodes wie 200..=299,304</translation>
    </message>
    <message>
        <source>Re&amp;directs</source>
        <translation>&amp;Weiterleitungen</translation>
    </message>
    <message>
        <source>Most redirects of one request; -1: no limit</source>
        <translation>Höchstens so viele Weiterleitungen einer Anfrage; -1: keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Follow redirects from https to http</source>
        <translation>Weiterleitungen von https nach http &amp;folgen</translation>
    </message>
    <message>
        <source>Otherwise they fail</source>
        <translation>Sonst schlagen sie fehl</translation>
    </message>
    <message>
        <source>Times and retries</source>
        <translation>Zeiten und Wiederholungen</translation>
    </message>
    <message>
        <source>&amp;Connect within</source>
        <translation>&amp;Verbinden binnen</translation>
    </message>
    <message>
        <source>Seconds to connect, with TLS; 0: no limit</source>
        <translation>Sekunden für die Verbindung samt TLS; 0: keine Grenze</translation>
    </message>
    <message>
        <source>&amp;First byte within</source>
        <translation>&amp;Erstes Byte binnen</translation>
    </message>
    <message>
        <source>Seconds from the request to its answer; 0: no limit</source>
        <translation>Sekunden von der Anfrage bis zur Antwort; 0: keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Idle for at most</source>
        <translation>&amp;Untätig höchstens</translation>
    </message>
    <message>
        <source>Seconds without a byte of the body; 0: no limit</source>
        <translation>Sekunden ohne ein Byte des Inhalts; 0: keine Grenze</translation>
    </message>
    <message>
        <source>Whole &amp;job within</source>
        <translation>&amp;Ganzer Auftrag binnen</translation>
    </message>
    <message>
        <source>Seconds of one job over all its attempts</source>
        <translation>Sekunden eines Auftrags über alle seine Versuche</translation>
    </message>
    <message>
        <source>&amp;Slow after</source>
        <translation>&amp;Langsam nach</translation>
    </message>
    <message>
        <source>A job is marked slow after these seconds in one stage</source>
        <translation>Ein Auftrag gilt nach so vielen Sekunden in einer Stufe als langsam</translation>
    </message>
    <message>
        <source>by its origin&apos;s median</source>
        <translation>nach dem Median seines Ursprungs</translation>
    </message>
    <message>
        <source>C&amp;ancel slow ones after</source>
        <translation>Langsame &amp;abbrechen nach</translation>
    </message>
    <message>
        <source>An attempt is cancelled after these seconds in one stage</source>
        <translation>Ein Versuch wird nach so vielen Sekunden in einer Stufe abgebrochen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Second attempt &amp;beside after</source>
        <translation>&amp;Zweiter Versuch daneben nach</translation>
    </message>
    <message>
        <source>Seconds without an answer, or auto: the origin&apos;s 95th percentile</source>
        <translation>Sekunden ohne Antwort, oder auto: das 95. Perzentil des Ursprungs</translation>
    </message>
    <message>
        <source>&amp;Retries</source>
        <translation>&amp;Wiederholungen</translation>
    </message>
    <message>
        <source>Further attempts after a failure that may pass</source>
        <translation>Weitere Versuche nach einem Fehler, der vorübergehen kann</translation>
    </message>
    <message>
        <source>First &amp;back-off</source>
        <translation>Erste &amp;Pause</translation>
    </message>
    <message>
        <source>Base of the exponential back-off, in seconds; Retry-After wins</source>
        <translation>Grundlage der exponentiellen Pausen in Sekunden; Retry-After geht vor</translation>
    </message>
    <message>
        <source>&amp;No retries after</source>
        <translation>&amp;Keine Wiederholung nach</translation>
    </message>
    <message>
        <source>Seconds after the start of the job</source>
        <translation>Sekunden nach dem Beginn des Auftrags</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>http:// or socks5://, with user and port if need be</source>
        <translation>http:// oder socks5://, wenn nötig mit Benutzer und Port</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>aus der Umgebung</translation>
    </message>
    <message>
        <source>&amp;Certificates to trust</source>
        <translation>&amp;Zertifikate, denen vertraut wird</translation>
    </message>
    <message>
        <source>A PEM file; its certificates alone are trusted</source>
        <translation>Eine PEM-Datei; allein ihren Zertifikaten wird vertraut</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Do not &amp;verify TLS certificates</source>
        <translation>TLS-Zertifikate &amp;nicht prüfen</translation>
    </message>
    <message>
        <source>Somebody on the way could read or change what is fetched by https.</source>
        <translation>Jemand auf dem Weg könnte lesen oder ändern, was über https geholt wird.</translation>
    </message>
    <message>
        <source>Offer &amp;HTTP/2 over TLS</source>
        <translation>&amp;HTTP/2 über TLS anbieten</translation>
    </message>
    <message>
        <source>HTTP/1.1 alone otherwise</source>
        <translation>Sonst allein HTTP/1.1</translation>
    </message>
    <message>
        <source>&amp;User agent</source>
        <translation>&amp;User-Agent</translation>
    </message>
    <message>
        <source>What the program calls itself to servers</source>
        <translation>Wie sich das Programm bei Servern nennt</translation>
    </message>
    <message>
        <source>Inflight and its version</source>
        <translation>Inflight und seine Version</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>&amp;Save bodies in</source>
        <translation>Inhalte &amp;speichern in</translation>
    </message>
    <message>
        <source>Where stages that save write</source>
        <translation>Wohin Stufen schreiben, die speichern</translation>
    </message>
    <message>
        <source>the current folder</source>
        <translation>der aktuelle Ordner</translation>
    </message>
    <message>
        <source>&amp;No redaction in results</source>
        <translation>Ergebnisse &amp;ungeschwärzt</translation>
    </message>
    <message>
        <source>Passwords, tokens and cookies are written into the files of -o as they are.</source>
        <translation>Passwörter, Tokens und Cookies werden so, wie sie sind, in die Dateien von -o geschrieben.</translation>
    </message>
</context>
<context>
    <name>inflight::ShellWords</name>
    <message>
        <source>a quote %1 in it is never closed</source>
        <translation>ein Anführungszeichen %1 darin wird nie geschlossen</translation>
    </message>
    <message>
        <source>only a shell can fill in %1; write its value</source>
        <translation>nur eine Shell kann %1 einsetzen; schreiben Sie den Wert</translation>
    </message>
    <message>
        <source>it reads a here-document; give the text in quotes</source>
        <translation>er liest ein Here-Document; geben Sie den Text in Anführungszeichen</translation>
    </message>
</context>
<context>
    <name>inflight::SlowStage</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1; median %2</source>
        <translation>%1; Median %2</translation>
    </message>
</context>
<context>
    <name>inflight::SlowWatch</name>
    <message>
        <source>Cancelled: longer than %1 s in %2 (--cancel-slow).</source>
        <translation>Abgebrochen: länger als %1 s in %2 (--cancel-slow).</translation>
    </message>
</context>
<context>
    <name>inflight::SqliteExporter</name>
    <message>
        <source>&quot;%1&quot; cannot be written: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>inflight::StageBrief</name>
    <message>
        <source>“%1” must be given.</source>
        <translation>„%1“ muss gegeben sein.</translation>
    </message>
</context>
<context>
    <name>inflight::StageKind</name>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON values</source>
        <translation>JSON-Werte</translation>
    </message>
    <message>
        <source>most jobs in this stage at once; left out: as many as it gets</source>
        <translation>höchstens so viele Aufträge zugleich in dieser Stufe; weggelassen: so viele, wie sie bekommt</translation>
    </message>
    <message>
        <source>most jobs that wait before this stage; once it is full, the stages before it and the fetching slow down</source>
        <translation>höchstens so viele Aufträge, die vor dieser Stufe warten; ist sie voll, werden die Stufen davor und das Abrufen langsamer</translation>
    </message>
    <message>
        <source>when the stage fails: fail the job, skip what failed (one value, or the rest of the pipeline), or keep going with what came in</source>
        <translation>wenn die Stufe fehlschlägt: den Auftrag fehlschlagen lassen (fail), überspringen, was fehlschlug (skip: ein Wert oder der Rest der Pipeline), oder mit dem weitermachen, was kam (keep)</translation>
    </message>
</context>
<context>
    <name>inflight::StageOption</name>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>eines von: %1</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>ein Objekt aus Texten</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>There must be %1 here.</source>
        <translation>Hier muss %1 stehen.</translation>
    </message>
    <message>
        <source>There must be a text here.</source>
        <translation>Hier muss ein Text stehen.</translation>
    </message>
</context>
<context>
    <name>inflight::StagePlan</name>
    <message>
        <source>all %1 workers busy, %2 waiting</source>
        <translation>alle %1 Arbeiter beschäftigt, %2 warten</translation>
    </message>
    <message>
        <source>; %1 % of the CPU time</source>
        <translation>; %1 % der CPU-Zeit</translation>
    </message>
    <message>
        <source>all %1 slots busy, %2 waiting</source>
        <translation>alle %1 Plätze belegt, %2 warten</translation>
    </message>
    <message>
        <source>origins limit it to %1 at once, %2 waiting</source>
        <translation>Ursprünge begrenzen sie auf %1 zugleich, %2 warten</translation>
    </message>
</context>
<context>
    <name>inflight::StageRun</name>
    <message>
        <source>This is a fault of Inflight itself: %1. Please report it.</source>
        <translation>Das ist ein Fehler von Inflight selbst: %1. Bitte melden Sie ihn.</translation>
    </message>
</context>
<context>
    <name>inflight::StageWalker</name>
    <message>
        <source>%1 is redirected to a server that is busy.</source>
        <translation>%1 wird zu einem Server weitergeleitet, der beschäftigt ist.</translation>
    </message>
</context>
<context>
    <name>inflight::StagesPage</name>
    <message>
        <source>%1: passed on as it came</source>
        <translation>%1: unverändert weitergegeben</translation>
    </message>
    <message>
        <source>%1: JSON values: %2, %3</source>
        <translation>%1: JSON-Werte: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>The stage whose output is shown</source>
        <translation>Die Stufe, deren Ausgabe gezeigt wird</translation>
    </message>
</context>
<context>
    <name>inflight::StallProbe</name>
    <message>
        <source>event-loop latency</source>
        <translation>Verzögerung der Ereignisschleife</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>over 16 ms</source>
        <translation>über 16 ms</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>main thread</source>
        <translation>Hauptthread</translation>
    </message>
    <message>
        <source>engine thread</source>
        <translation>Engine-Thread</translation>
    </message>
    <message>
        <source>of max at work</source>
        <translation>am Rechnen (Max.)</translation>
    </message>
</context>
<context>
    <name>inflight::StatusFault</name>
    <message>
        <source>It wants credentials: give them with --user or an Authorization header.</source>
        <translation>Er verlangt eine Anmeldung: geben Sie sie mit --user oder einem Header Authorization.</translation>
    </message>
    <message>
        <source>It knows the address but does not let this request have it.</source>
        <translation>Er kennt die Adresse, gibt sie dieser Anfrage aber nicht.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>It does not take this method here.</source>
        <translation>Er nimmt diese Methode hier nicht an.</translation>
    </message>
    <message>
        <source>The proxy wants credentials: give them with --proxy.</source>
        <translation>Der Proxy verlangt eine Anmeldung: geben Sie sie mit --proxy.</translation>
    </message>
    <message>
        <source>Too many requests: allow fewer per host, or try again later.</source>
        <translation>Zu viele Anfragen: erlauben Sie weniger je Host, oder versuchen Sie es später.</translation>
    </message>
    <message>
        <source>The fault is on the server&apos;s side; try again later.</source>
        <translation>Der Fehler liegt beim Server; versuchen Sie es später.</translation>
    </message>
    <message>
        <source>The server finds fault with the request.</source>
        <translation>Der Server hat an der Anfrage etwas auszusetzen.</translation>
    </message>
    <message>
        <source>Name the status in --accept if it is what you expect.</source>
        <translation>Nennen Sie den Status in --accept, wenn er der erwartete ist.</translation>
    </message>
    <message>
        <source>The server answered %1. %2</source>
        <translation>Der Server antwortete %1. %2</translation>
    </message>
    <message>
        <source>The server redirects, and --max-redirs 0 does not follow.</source>
        <translation>Der Server leitet weiter, und --max-redirs 0 folgt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Gave up after %n redirect(s): the chain is longer than --max-redirs, or a loop.</source>
        <translation>
            <numerusform>Nach %n Weiterleitung aufgegeben: die Kette ist länger als --max-redirs, oder es ist eine Schleife.</numerusform>
            <numerusform>Nach %n Weiterleitungen aufgegeben: die Kette ist länger als --max-redirs, oder es ist eine Schleife.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::StoredRun</name>
    <message>
        <source>%1 of them were not fetched; --resume goes on with them.</source>
        <translation>%1 davon wurden nicht abgerufen; --resume macht damit weiter.</translation>
    </message>
    <message>
        <source>1 of them was not fetched; --resume goes on with it.</source>
        <translation>1 davon wurde nicht abgerufen; --resume macht damit weiter.</translation>
    </message>
</context>
<context>
    <name>inflight::Summary</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>läuft %1</translation>
    </message>
    <message>
        <source>slow %1</source>
        <translation>langsam %1</translation>
    </message>
    <message>
        <source>to retry %1</source>
        <translation>wartend %1</translation>
    </message>
    <message>
        <source>ok %1</source>
        <translation>ok %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>fehlgeschlagen %1</translation>
    </message>
    <message>
        <source>cancelled %1</source>
        <translation>abgebrochen %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>; %1 in %2 (%3)</source>
        <translation>; %1 in %2 (%3)</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 Aufträge</translation>
    </message>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 erfolgreich</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>; 1 line of input rejected</source>
        <translation>; 1 Zeile der Eingabe abgelehnt</translation>
    </message>
    <message>
        <source>; %1 lines of input rejected</source>
        <translation>; %1 Zeilen der Eingabe abgelehnt</translation>
    </message>
</context>
<context>
    <name>inflight::SummaryBar</name>
    <message>
        <source>%1 queued</source>
        <translation>%1 eingereiht</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufend</translation>
    </message>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 erfolgreich</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Received over all attempts</source>
        <translation>Empfangen über alle Versuche</translation>
    </message>
    <message>
        <source>Received a second, over the last 3 seconds</source>
        <translation>Empfangen je Sekunde, über die letzten 3 Sekunden</translation>
    </message>
    <message>
        <source>Since the first job started</source>
        <translation>Seit dem Beginn des ersten Auftrags</translation>
    </message>
    <message>
        <source>Estimated from the pace of the last 15 seconds</source>
        <translation>Geschätzt aus dem Tempo der letzten 15 Sekunden</translation>
    </message>
    <message>
        <source>time left unknown</source>
        <translation>Restzeit unbekannt</translation>
    </message>
    <message>
        <source>Click to show these jobs, or all of them again</source>
        <translation>Klicken, um diese Aufträge zu zeigen oder wieder alle</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>inflight::TableReader</name>
    <message>
        <source>a quote &quot; opens in it that never closes</source>
        <translation>ein Anführungszeichen &quot; beginnt darin, das nie geschlossen wird</translation>
    </message>
    <message numerus="yes">
        <source>it and the %Ln lines after it belong to a quote that never closes</source>
        <translation>
            <numerusform>sie und die %Ln Zeile danach gehören zu einem Anführungszeichen, das nie geschlossen wird</numerusform>
            <numerusform>sie und die %Ln Zeilen danach gehören zu einem Anführungszeichen, das nie geschlossen wird</numerusform>
        </translation>
    </message>
    <message>
        <source>its column &quot;%1&quot; is empty</source>
        <translation>ihre Spalte „%1“ ist leer</translation>
    </message>
</context>
<context>
    <name>inflight::TableShape</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>inflight::TerminalFront</name>
    <message>
        <source>--completion: &quot;%1&quot; is none of the shells %2</source>
        <translation>--completion: „%1“ ist keine der Shells %2</translation>
    </message>
    <message>
        <source>--describe: there is no stage &quot;%1&quot;; --list-stages has them all</source>
        <translation>--describe: es gibt keine Stufe „%1“; --list-stages nennt alle</translation>
    </message>
    <message>
        <source>%1: nothing more is written to the session.</source>
        <translation>%1: in die Sitzung wird nichts mehr geschrieben.</translation>
    </message>
    <message>
        <source>Try &apos;inflight --help&apos;.</source>
        <translation>Siehe &apos;inflight --help&apos;.</translation>
    </message>
    <message>
        <source>there is nothing to fetch: give URLs, a file of URLs, or -i -</source>
        <translation>es gibt nichts abzurufen: geben Sie URLs, eine Datei mit URLs oder -i -</translation>
    </message>
</context>
<context>
    <name>inflight::TextView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Search the text</source>
        <translation>Den Text durchsuchen</translation>
    </message>
    <message>
        <source>Search (Enter: next, Shift+Enter: previous)</source>
        <translation>Suchen (Eingabe: weiter, Umschalt+Eingabe: zurück)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
</context>
<context>
    <name>inflight::ThroughputChart</name>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Errors/s</source>
        <translation>Fehler/s</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>Noch ist nichts gelaufen.</translation>
    </message>
    <message>
        <source>%1: %2 requests/s, %3, %4 in flight, %5 errors/s</source>
        <translation>%1: %2 Anfragen/s, %3, %4 unterwegs, %5 Fehler/s</translation>
    </message>
    <message>
        <source>Shows how many requests are answered, what comes in, what is in flight and what fails, second by second, once a run goes on.</source>
        <translation>Zeigt Sekunde für Sekunde, wie viele Anfragen beantwortet werden, was hereinkommt, was unterwegs ist und was fehlschlägt, sobald ein Lauf im Gang ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>inflight::ThroughputDock</name>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Letzte 5 Minuten</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
</context>
<context>
    <name>inflight::TimeAxis</name>
    <message>
        <source>Time axis</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Wheel: zoom; drag: zoom to the range; double click: the whole run</source>
        <translation>Rad: vergrößern und verkleinern; Ziehen: auf den Bereich vergrößern; Doppelklick: der ganze Lauf</translation>
    </message>
</context>
<context>
    <name>inflight::TimeScale</name>
    <message>
        <source>%1 d %2</source>
        <translation>%1 T %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>inflight::TimingBars</name>
    <message>
        <source>Timing bars</source>
        <translation>Zeitbalken</translation>
    </message>
</context>
<context>
    <name>inflight::TimingPage</name>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
</context>
<context>
    <name>inflight::TimingRows</name>
    <message>
        <source>%1: %2, from %3</source>
        <translation>%1: %2, ab %3</translation>
    </message>
    <message>
        <source>beside %1</source>
        <translation>neben %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>gewartet</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>verbinden</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>erstes Byte</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>failed stage</source>
        <translation>fehlgeschlagene Stufe</translation>
    </message>
    <message>
        <source>0 ms</source>
        <translation>0 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
</context>
<context>
    <name>inflight::Transcode</name>
    <message>
        <source>The text says it is in the character set “%1”, which is not known here.</source>
        <translation>Der Text soll im Zeichensatz „%1“ sein, der hier nicht bekannt ist.</translation>
    </message>
</context>
<context>
    <name>inflight::TroubleBar</name>
    <message>
        <source>Results are in memory alone and would be lost with this window. Export (Ctrl+S) writes them where there is room.</source>
        <translation>Ergebnisse sind nur im Speicher und gingen mit diesem Fenster verloren. Exportieren (Strg+S) schreibt sie dorthin, wo Platz ist.</translation>
    </message>
    <message>
        <source>&amp;Close and lose them</source>
        <translation>&amp;Schließen und verlieren</translation>
    </message>
</context>
<context>
    <name>inflight::TryOutWork</name>
    <message>
        <source>only waits</source>
        <translation>wartet nur</translation>
    </message>
</context>
<context>
    <name>inflight::TryOuts</name>
    <message>
        <source>The body of this job is not kept. Fetch it again to try stages on it.</source>
        <translation>Der Inhalt dieses Auftrags ist nicht aufbewahrt. Rufen Sie ihn erneut ab, um Stufen an ihm auszuprobieren.</translation>
    </message>
</context>
<context>
    <name>inflight::UrlLine</name>
    <message>
        <source>it is longer than %1 characters</source>
        <translation>sie ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>it has control characters inside</source>
        <translation>sie enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>it has spaces inside; a space in a URL is written %20</source>
        <translation>sie enthält Leerzeichen; ein Leerzeichen in einer URL schreibt man %20</translation>
    </message>
    <message>
        <source>it has bytes inside that are not UTF-8 text</source>
        <translation>sie enthält Bytes, die kein Text in UTF-8 sind</translation>
    </message>
    <message>
        <source>it has no // and host name after %1:</source>
        <translation>nach %1 fehlen // und Hostname</translation>
    </message>
    <message>
        <source>%1: is not fetched; only http and https are</source>
        <translation>%1: wird nicht abgerufen; nur http und https werden es</translation>
    </message>
    <message>
        <source>its host name &quot;%1&quot; is not valid</source>
        <translation>ihr Hostname „%1“ ist nicht gültig</translation>
    </message>
</context>
<context>
    <name>inflight::UrlsBox</name>
    <message>
        <source>URLs</source>
        <translation>URLs</translation>
    </message>
    <message>
        <source>Paste URLs here, one a line, then press Ctrl+Enter to fetch them.
Blank lines and lines that begin with # are skipped.</source>
        <translation>Fügen Sie hier URLs ein, eine je Zeile, und drücken Sie Strg+Eingabe, um sie abzurufen.
Leere Zeilen und solche, die mit # beginnen, werden übergangen.</translation>
    </message>
</context>
<context>
    <name>inflight::UrlsPane</name>
    <message>
        <source>1 URL</source>
        <translation>1 URL</translation>
    </message>
    <message>
        <source>%1 URLs</source>
        <translation>%1 URLs</translation>
    </message>
    <message>
        <source>1 duplicate</source>
        <translation>1 Duplikat</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 Duplikate</translation>
    </message>
    <message>
        <source>1 rejected</source>
        <translation>1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>A missing scheme is taken as https.</source>
        <translation>Ein fehlendes Schema gilt als https.</translation>
    </message>
    <message>
        <source>Nothing to fetch: paste URLs first</source>
        <translation>Nichts abzurufen: fügen Sie zuerst URLs ein</translation>
    </message>
    <message>
        <source>Nothing to fetch: every line is rejected</source>
        <translation>Nichts abzurufen: jede Zeile ist abgelehnt</translation>
    </message>
    <message>
        <source>Nothing new to fetch</source>
        <translation>Nichts Neues abzurufen</translation>
    </message>
    <message>
        <source>1 job added</source>
        <translation>1 Auftrag hinzugefügt</translation>
    </message>
    <message>
        <source>%1 jobs added</source>
        <translation>%1 Aufträge hinzugefügt</translation>
    </message>
    <message>
        <source>1 was already under way</source>
        <translation>1 war schon unterwegs</translation>
    </message>
    <message>
        <source>%1 were already under way</source>
        <translation>%1 waren schon unterwegs</translation>
    </message>
    <message>
        <source>1 duplicate left out</source>
        <translation>1 Duplikat weggelassen</translation>
    </message>
    <message>
        <source>%1 duplicates left out</source>
        <translation>%1 Duplikate weggelassen</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Fetch the URLs in the box (Ctrl+Enter)</source>
        <translation>Die URLs im Feld abrufen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Rejected lines</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>Fet&amp;ch</source>
        <translation>Abruf&amp;en</translation>
    </message>
</context>
<context>
    <name>inflight::Values</name>
    <message>
        <source>a header must not hold line breaks or other control characters</source>
        <translation>ein Header darf keine Zeilenumbrüche oder anderen Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>a header is written &quot;Name: value&quot;</source>
        <translation>ein Header wird „Name: Wert“ geschrieben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a header&apos;s name</source>
        <translation>„%1“ kann kein Name eines Headers sein</translation>
    </message>
    <message>
        <source>only http://, socks5:// and socks5h:// proxies are supported</source>
        <translation>nur Proxys http://, socks5:// und socks5h:// werden unterstützt</translation>
    </message>
    <message>
        <source>it is written [SCHEME://][USER[:PASS]@]HOST[:PORT]</source>
        <translation>er wird [SCHEME://][USER[:PASS]@]HOST[:PORT] geschrieben</translation>
    </message>
    <message>
        <source>its port is not a number from 1 to 65535</source>
        <translation>sein Port ist keine Zahl von 1 bis 65535</translation>
    </message>
</context>
<context>
    <name>inflight::WaitingReason</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>rate: next in %1</source>
        <translation>Rate: nächster in %1</translation>
    </message>
    <message>
        <source>Retry-After: %1</source>
        <translation>Retry-After: %1</translation>
    </message>
    <message>
        <source>host cap %1 of %2</source>
        <translation>Host-Grenze %1 von %2</translation>
    </message>
    <message>
        <source>a timeout</source>
        <translation>einer Zeitüberschreitung</translation>
    </message>
    <message>
        <source>host cap %1 of %2: eased off after %3</source>
        <translation>Host-Grenze %1 von %2: geschont nach %3</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>paused: this origin</source>
        <translation>pausiert: dieser Ursprung</translation>
    </message>
    <message>
        <source>all %1 slots busy</source>
        <translation>alle %1 Plätze belegt</translation>
    </message>
    <message>
        <source>next in line</source>
        <translation>als Nächster dran</translation>
    </message>
    <message>
        <source>back-off: attempt %1 in %2</source>
        <translation>Wartezeit: Versuch %1 in %2</translation>
    </message>
</context>
<context>
    <name>inflight::WaterfallView</name>
    <message>
        <source>Waterfall</source>
        <translation>Wasserfall</translation>
    </message>
    <message>
        <source>Each job&apos;s phases along an axis of time. Plus and minus zoom, Ctrl with the arrows moves in time.</source>
        <translation>Die Phasen jedes Auftrags entlang einer Zeitachse. Plus und Minus vergrößern und verkleinern, Strg mit den Pfeiltasten bewegt in der Zeit.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Follow now</source>
        <translation>Jetzt &amp;folgen</translation>
    </message>
    <message>
        <source>Keep now at the end of the axis (N)</source>
        <translation>Das Jetzt am Ende der Achse halten (N)</translation>
    </message>
    <message>
        <source>&amp;Whole run</source>
        <translation>&amp;Ganzer Lauf</translation>
    </message>
    <message>
        <source>Show the run from its first start to its end, or to now (0)</source>
        <translation>Den Lauf von seinem ersten Beginn bis zu seinem Ende oder bis jetzt zeigen (0)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Show less time, larger (+; Ctrl and the wheel, or the wheel over the axis)</source>
        <translation>Weniger Zeit zeigen, größer (+; Strg und das Rad, oder das Rad über der Achse)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show more time, smaller (−; Ctrl and the wheel, or the wheel over the axis)</source>
        <translation>Mehr Zeit zeigen, kleiner (−; Strg und das Rad, oder das Rad über der Achse)</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>F&amp;rüher</translation>
    </message>
    <message>
        <source>Go back in time (Ctrl+Left; drag the bars)</source>
        <translation>In der Zeit zurückgehen (Strg+Links; die Balken ziehen)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Go on in time (Ctrl+Right; drag the bars)</source>
        <translation>In der Zeit weitergehen (Strg+Rechts; die Balken ziehen)</translation>
    </message>
</context>
<context>
    <name>inflight::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open a list…</source>
        <translation>Eine Liste &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Save run as…</source>
        <translation>Lauf &amp;speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Fetch the URLs</source>
        <translation>Die URLs &amp;abrufen</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>&amp;Pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Cancel &amp;all jobs</source>
        <translation>A&amp;lle Aufträge abbrechen</translation>
    </message>
    <message>
        <source>Cancel &amp;all jobs shown</source>
        <translation>A&amp;lle gezeigten abbrechen</translation>
    </message>
    <message>
        <source>Cancel &amp;slow jobs</source>
        <translation>Lan&amp;gsame Aufträge abbrechen</translation>
    </message>
    <message>
        <source>Cancel the &amp;slow jobs shown</source>
        <translation>Die &amp;gezeigten langsamen Aufträge abbrechen</translation>
    </message>
    <message>
        <source>&amp;Retry all failed jobs</source>
        <translation>Alle fehlgeschlagenen Aufträge &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Retry the failed jobs shown</source>
        <translation>Die gezeigten fehlgeschlagenen Aufträge &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Aufträge</translation>
    </message>
    <message>
        <source>&amp;Ease off when a server says so</source>
        <translation>&amp;Schonen, wenn ein Server es sagt</translation>
    </message>
    <message>
        <source>An origin that answers 429 or 503 or times out gets fewer requests at once, and more again as it recovers</source>
        <translation>Ein Ursprung, der 429 oder 503 antwortet oder die Zeit überschreitet, bekommt weniger Anfragen zugleich und wieder mehr, wenn er sich erholt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Filter the jobs</source>
        <translation>Die &amp;Aufträge filtern</translation>
    </message>
    <message>
        <source>App&amp;ly the order to moved rows</source>
        <translation>&amp;Reihenfolge auf verschobene Zeilen anwenden</translation>
    </message>
    <message>
        <source>&amp;Details pane</source>
        <translation>&amp;Bereich Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Origins pane</source>
        <translation>Bereich &amp;Ursprünge</translation>
    </message>
    <message>
        <source>&amp;Errors pane</source>
        <translation>Bereich &amp;Fehler</translation>
    </message>
    <message>
        <source>&amp;Pipeline pane</source>
        <translation>Bereich &amp;Pipeline</translation>
    </message>
    <message>
        <source>&amp;Runs pane</source>
        <translation>Bereich &amp;Läufe</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Vor&amp;iger Bereich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Inflight</source>
        <translation>&amp;Über Inflight</translation>
    </message>
    <message>
        <source>See what is in a file before it is fetched</source>
        <translation>Sehen, was in einer Datei ist, bevor es abgerufen wird</translation>
    </message>
    <message>
        <source>Write the jobs that ended into a file</source>
        <translation>Die beendeten Aufträge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write this run into one file that can be given away</source>
        <translation>Diesen Lauf in eine Datei schreiben, die man weitergeben kann</translation>
    </message>
    <message>
        <source>Cancel what is in flight and close the window</source>
        <translation>Abbrechen, was unterwegs ist, und das Fenster schließen</translation>
    </message>
    <message>
        <source>Fetch what is in the URLs box</source>
        <translation>Abrufen, was im Feld der URLs steht</translation>
    </message>
    <message>
        <source>Err&amp;ors</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>&amp;Start from</source>
        <translation>Beginnen &amp;mit</translation>
    </message>
    <message>
        <source>&amp;Load…</source>
        <translation>&amp;Laden …</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>Als Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Try it out</source>
        <translation>Aus&amp;probieren</translation>
    </message>
    <message>
        <source>A&amp;pply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Ru&amp;n again without fetching</source>
        <translation>Erneut &amp;durchlaufen, ohne abzurufen</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>&amp;Grenzen</translation>
    </message>
    <message>
        <source>To the filter; Esc clears it</source>
        <translation>Zum Filter; Esc leert ihn</translation>
    </message>
    <message>
        <source>&amp;Saved filters</source>
        <translation>&amp;Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Let rows that moved go to their places</source>
        <translation>Verschobene Zeilen an ihre Plätze lassen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Which columns the table of jobs has, and in which order</source>
        <translation>Welche Spalten die Tabelle der Aufträge hat, und in welcher Reihenfolge</translation>
    </message>
    <message>
        <source>Panes and columns where they were at first</source>
        <translation>Bereiche und Spalten, wo sie am Anfang waren</translation>
    </message>
    <message>
        <source>Show or hide all there is about the current job</source>
        <translation>Alles über den aktuellen Auftrag zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the origins and their limits</source>
        <translation>Die Ursprünge und ihre Grenzen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the errors by class</source>
        <translation>Die Fehler nach Klasse zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the stages of the pipeline</source>
        <translation>Die Stufen der Pipeline zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the runs that were kept</source>
        <translation>Die behaltenen Läufe zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>Geh&amp;e zu</translation>
    </message>
    <message>
        <source>Give the keyboard to a pane</source>
        <translation>Die Tastatur einem Bereich geben</translation>
    </message>
    <message>
        <source>Give the keyboard to %1</source>
        <translation>Die Tastatur geben an: %1</translation>
    </message>
    <message>
        <source>Give the keyboard to the next pane</source>
        <translation>Die Tastatur dem nächsten Bereich geben</translation>
    </message>
    <message>
        <source>Give the keyboard to the previous pane</source>
        <translation>Die Tastatur dem vorigen Bereich geben</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Ori&amp;gins</source>
        <translation>&amp;Ursprünge</translation>
    </message>
    <message>
        <source>P&amp;ipeline</source>
        <translation>&amp;Pipeline</translation>
    </message>
    <message>
        <source>Pa&amp;st runs</source>
        <translation>F&amp;rühere Läufe</translation>
    </message>
    <message>
        <source>Re&amp;quest and body</source>
        <translation>Anfrage &amp;und Inhalt</translation>
    </message>
    <message>
        <source>What can be done with the current job&apos;s request and body</source>
        <translation>Was sich mit der Anfrage und dem Inhalt des aktuellen Auftrags machen lässt</translation>
    </message>
    <message>
        <source>D&amp;istributions pane</source>
        <translation>Bereich &amp;Verteilungen</translation>
    </message>
    <message>
        <source>Show or hide how long jobs and stages take</source>
        <translation>Zeigen oder verbergen, wie lange Aufträge und Stufen dauern</translation>
    </message>
    <message>
        <source>&amp;Throughput pane</source>
        <translation>Bereich &amp;Durchsatz</translation>
    </message>
    <message>
        <source>Show or hide how fast the run goes over time</source>
        <translation>Zeigen oder verbergen, wie schnell der Lauf ist</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>Einen &amp;Befehl suchen …</translation>
    </message>
    <message>
        <source>Everything that the menus offer, found by a few letters</source>
        <translation>Alles, was die Menüs bieten, über einige Buchstaben zu finden</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Ein&amp;stellungen …</translation>
    </message>
    <message>
        <source>The defaults of runs, and what the window is like</source>
        <translation>Die Vorgaben für Läufe, und wie das Fenster ist</translation>
    </message>
    <message>
        <source>Reset the la&amp;yout</source>
        <translation>Anordnung zur&amp;ücksetzen</translation>
    </message>
    <message>
        <source>Which stretch of time the waterfall shows</source>
        <translation>Welche Spanne der Wasserfall zeigt</translation>
    </message>
    <message>
        <source>Time a&amp;xis</source>
        <translation>&amp;Zeitachse</translation>
    </message>
</context>
<context>
    <name>inflight::WindowRun</name>
    <message>
        <source>%1 is not a run of Inflight.</source>
        <translation>%1 ist kein Lauf von Inflight.</translation>
    </message>
    <message>
        <source>Another window could not be opened.</source>
        <translation>Ein weiteres Fenster ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>%1: what is done here is not kept.</source>
        <translation>%1: was hier geschieht, wird nicht behalten.</translation>
    </message>
    <message>
        <source>The session is written again.</source>
        <translation>Die Sitzung wird wieder geschrieben.</translation>
    </message>
</context>
<context>
    <name>inflight::WireReply</name>
    <message>
        <source>a header of the request has a line break in it, and was not sent</source>
        <translation>ein Header der Anfrage enthält einen Zeilenumbruch und wurde nicht gesendet</translation>
    </message>
    <message>
        <source>it sent %1 interim answers and no final one</source>
        <translation>sie bestand aus %1 vorläufigen Antworten und keiner endgültigen</translation>
    </message>
    <message>
        <source>this machine lets the program open no more sockets; use fewer --jobs, or raise ulimit -n</source>
        <translation>diese Maschine lässt das Programm keine weiteren Sockets öffnen; nehmen Sie weniger --jobs, oder heben Sie ulimit -n an</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>inflight::Wording</name>
    <message>
        <source>1 key</source>
        <translation>1 Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Eintrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln items</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 Wert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 Spalte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 element</source>
        <translation>1 Element</translation>
    </message>
    <message numerus="yes">
        <source>%Ln elements</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>1 link</source>
        <translation>1 Link</translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>%Ln Link</numerusform>
            <numerusform>%Ln Links</numerusform>
        </translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>1 URL</source>
        <translation>1 URL</translation>
    </message>
    <message numerus="yes">
        <source>%Ln URLs</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URLs</numerusform>
        </translation>
    </message>
    <message>
        <source>1 invalid sequence</source>
        <translation>1 ungültige Folge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln invalid sequences</source>
        <translation>
            <numerusform>%Ln ungültige Folge</numerusform>
            <numerusform>%Ln ungültige Folgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::XPath</name>
    <message>
        <source>The XPath expression “%1” is too much work in this document.</source>
        <translation>Der XPath-Ausdruck „%1“ ist in diesem Dokument zu viel Arbeit.</translation>
    </message>
    <message>
        <source>The XPath expression “%1” has a prefix that no namespace was given for (option “namespaces”).</source>
        <translation>Der XPath-Ausdruck „%1“ hat ein Präfix, für das kein Namensraum gegeben ist (Option „namespaces“).</translation>
    </message>
    <message>
        <source>The XPath expression “%1” calls a function that XPath 1.0 does not have.</source>
        <translation>Der XPath-Ausdruck „%1“ ruft eine Funktion auf, die XPath 1.0 nicht hat.</translation>
    </message>
    <message>
        <source>The XPath expression “%1” has a variable; there are none here.</source>
        <translation>Der XPath-Ausdruck „%1“ hat eine Variable; hier gibt es keine.</translation>
    </message>
    <message>
        <source>“%1” is not an XPath 1.0 expression: see near character %2.</source>
        <translation>„%1“ ist kein XPath-1.0-Ausdruck: siehe bei Zeichen %2.</translation>
    </message>
    <message>
        <source>The XPath expression “%1” is too much work in a document with more than %2 elements and attributes: use // once and no way back, or a CSS selector.</source>
        <translation>Der XPath-Ausdruck „%1“ ist zu viel Arbeit in einem Dokument mit mehr als %2 Elementen und Attributen: verwenden Sie // einmal und keinen Weg zurück, oder einen CSS-Selektor.</translation>
    </message>
</context>
<context>
    <name>inflight::Xml</name>
    <message>
        <source>one piece of text is longer than the %1 that are checked</source>
        <translation>ein Stück Text ist länger als die %1, die geprüft werden</translation>
    </message>
    <message>
        <source>Not well-formed XML: line %1, column %2: %3</source>
        <translation>Kein wohlgeformtes XML: Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>XML &lt;%1&gt;, %2</source>
        <translation>XML &lt;%1&gt;, %2</translation>
    </message>
</context>
<context>
    <name>inflight::XmlStage</name>
    <message>
        <source>checks that the body is well-formed XML</source>
        <translation>prüft, ob der Inhalt wohlgeformtes XML ist</translation>
    </message>
</context>
</TS>
