<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>handshake::TodayModel</name>
    <message numerus="yes">
        <source>%1, %n website(s)</source>
        <translation>
            <numerusform>%1, %n website</numerusform>
            <numerusform>%1, %n websites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) missing</source>
        <translation>
            <numerusform>%n picture missing</numerusform>
            <numerusform>%n pictures missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handshake::ui::CheckPanel</name>
    <message numerus="yes">
        <source>%n line(s) still stand in the way; they are on top.</source>
        <translation>
            <numerusform>%n line still stands in the way; it is on top.</numerusform>
            <numerusform>%n lines still stand in the way; they are on top.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handshake::ui::DeliveryPage</name>
    <message numerus="yes">
        <source>%n dossier(s) wait, %1.</source>
        <translation>
            <numerusform>%n dossier waits, %1.</numerusform>
            <numerusform>%n dossiers wait, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) help.</source>
        <translation>
            <numerusform>%n needs help.</numerusform>
            <numerusform>%n need help.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) were received.</source>
        <translation>
            <numerusform>%n dossier was received.</numerusform>
            <numerusform>%n dossiers were received.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handshake::ui::Shell</name>
    <message numerus="yes">
        <source>%n dossier(s) need help</source>
        <translation>
            <numerusform>%n dossier needs help</numerusform>
            <numerusform>%n dossiers need help</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) wait</source>
        <translation>
            <numerusform>%n dossier waits</numerusform>
            <numerusform>%n dossiers wait</numerusform>
        </translation>
    </message>
</context>
</TS>
