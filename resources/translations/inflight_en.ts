<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>inflight::Certificate</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>%Ln day left</numerusform>
            <numerusform>%Ln days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::Json</name>
    <message numerus="yes">
        <source>expected no more than %Ln levels</source>
        <translation>
            <numerusform>expected no more than %Ln level</numerusform>
            <numerusform>expected no more than %Ln levels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::ListReader</name>
    <message numerus="yes">
        <source>it and the %Ln lines after it belong to a command that does not end</source>
        <translation>
            <numerusform>it and the %Ln line after it belong to a command that does not end</numerusform>
            <numerusform>it and the %Ln lines after it belong to a command that does not end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::ResultWriter</name>
    <message numerus="yes">
        <source>%n body(s) were left out: the disk is slower than the network</source>
        <translation>
            <numerusform>%n body was left out: the disk is slower than the network</numerusform>
            <numerusform>%n bodies were left out: the disk is slower than the network</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::StatusFault</name>
    <message numerus="yes">
        <source>Gave up after %n redirect(s): the chain is longer than --max-redirs, or a loop.</source>
        <translation>
            <numerusform>Gave up after %n redirect: the chain is longer than --max-redirs, or a loop.</numerusform>
            <numerusform>Gave up after %n redirects: the chain is longer than --max-redirs, or a loop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::TableReader</name>
    <message numerus="yes">
        <source>it and the %Ln lines after it belong to a quote that never closes</source>
        <translation>
            <numerusform>it and the %Ln line after it belong to a quote that never closes</numerusform>
            <numerusform>it and the %Ln lines after it belong to a quote that never closes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inflight::Wording</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln elements</source>
        <translation>
            <numerusform>%Ln element</numerusform>
            <numerusform>%Ln elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln URLs</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invalid sequences</source>
        <translation>
            <numerusform>%Ln invalid sequence</numerusform>
            <numerusform>%Ln invalid sequences</numerusform>
        </translation>
    </message>
</context>
</TS>
