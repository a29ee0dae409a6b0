<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Semblance</name>
    <message>
        <source>&amp;About Semblance</source>
        <translation>Ü&amp;ber Semblance</translation>
    </message>
    <message>
        <source>&amp;After only</source>
        <translation>Nur &amp;nachher</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>S&amp;tapel …</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Edits</source>
        <translation>&amp;Bearbeitungen</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Rechenwerk</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Füllen</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Next face</source>
        <translation>Nä&amp;chstes Gesicht</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>Foto ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>&amp;Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>&amp;Split view</source>
        <translation>&amp;Geteilte Ansicht</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Write the edits beside it, as a recipe</source>
        <translation>Bearbeitungen als &amp;Rezept daneben ablegen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>100 % is how far two different people are apart on average. Measured with the features of our own attribute classifier: a guide for the eye, not a proof of who somebody is.</source>
        <translation>100 % ist der mittlere Abstand zweier verschiedener Personen. Gemessen an den Merkmalen unseres eigenen Klassifikators: ein Anhaltspunkt fürs Auge, kein Beweis, wer jemand ist.</translation>
    </message>
    <message>
        <source>&lt;h2 style=&quot;margin-bottom:0&quot;&gt;Semblance&lt;/h2&gt;
&lt;p&gt;{version} A portrait comes in, a portrait goes out; between them stands a short list of edits.
Everything is computed on this computer; no picture leaves it.&lt;/p&gt;
&lt;p&gt;Exported photos carry the IPTC note that a trained algorithm took part in them.&lt;/p&gt;
&lt;p&gt;{pack}&lt;/p&gt;
&lt;p&gt;Semblance is under the MIT licence. What it uses stands under “Licences”.&lt;/p&gt;
</source>
        <translation>&lt;h2 style=&quot;margin-bottom:0&quot;&gt;Semblance&lt;/h2&gt;
&lt;p&gt;{version} Ein Porträt geht hinein, ein Porträt kommt heraus; dazwischen steht eine kurze Liste von Bearbeitungen.
Alles wird auf diesem Computer berechnet; kein Bild verlässt ihn.&lt;/p&gt;
&lt;p&gt;Exportierte Fotos tragen den IPTC-Vermerk, dass ein trainierter Algorithmus beteiligt war.&lt;/p&gt;
&lt;p&gt;{pack}&lt;/p&gt;
&lt;p&gt;Semblance steht unter der MIT-Lizenz. Was es verwendet, steht unter „Lizenzen“.&lt;/p&gt;
</translation>
    </message>
    <message>
        <source>A closed mouth opens only a little, without teeth: the photo does not show them.</source>
        <translation>Ein geschlossener Mund öffnet sich nur wenig und ohne Zähne: Das Foto zeigt sie nicht.</translation>
    </message>
    <message>
        <source>A hat covers the hair.</source>
        <translation>Ein Hut bedeckt die Haare.</translation>
    </message>
    <message>
        <source>A hat is worn already; take it off first.</source>
        <translation>Es wird schon ein Hut getragen; nehmen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>A photo&apos;s alpha needs the size and the depth of its pixels.</source>
        <translation>Der Alphakanal eines Fotos braucht Größe und Farbtiefe des Fotos.</translation>
    </message>
    <message>
        <source>A random look</source>
        <translation>Ein zufälliger Look</translation>
    </message>
    <message>
        <source>A recipe repeats the edits on other photos, here in a batch or without a window</source>
        <translation>Ein Rezept wiederholt die Bearbeitungen an anderen Fotos, hier im Stapel oder ohne Fenster</translation>
    </message>
    <message>
        <source>About Semblance</source>
        <translation>Über Semblance</translation>
    </message>
    <message>
        <source>About the program</source>
        <translation>Über das Programm</translation>
    </message>
    <message>
        <source>Accessories</source>
        <translation>Accessoires</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>&amp;Referenz hinzufügen …</translation>
    </message>
    <message>
        <source>Add a picture of another face, whose style the edits can take</source>
        <translation>Das Bild eines anderen Gesichts hinzufügen, dessen Look die Bearbeitungen übernehmen können</translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation>Referenz hinzufügen</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Fotos hinzufügen …</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>Referenz hinzufügen</translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation>Fotos eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>All files ({endings})</source>
        <translation>Alle Dateien ({endings})</translation>
    </message>
    <message>
        <source>An edit takes {time} (median of {count}).</source>
        <translation>Eine Bearbeitung dauert {time} (Median von {count}).</translation>
    </message>
    <message>
        <source>An edit takes {time} on {device} (median of {count}).</source>
        <translation>Eine Bearbeitung dauert auf {device} {time} (Median von {count}).</translation>
    </message>
    <message>
        <source>Another look of {what}</source>
        <translation>Anderer Look: {what}</translation>
    </message>
    <message>
        <source>Another portrait of nobody lies on the shelf now. Each box is one thing that it can give: click one, for example its hair.</source>
        <translation>Ein weiteres Porträt von niemandem liegt nun in der Ablage. Jedes Feld ist etwas, das es geben kann: eines anklicken, etwa die Haare.</translation>
    </message>
    <message>
        <source>Another random look</source>
        <translation>Anderer zufälliger Look</translation>
    </message>
    <message>
        <source>As each photo</source>
        <translation>Wie das jeweilige Foto</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>Wie im Foto</translation>
    </message>
    <message>
        <source>As is</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As their photo shows it</source>
        <translation>Wie auf deren Foto</translation>
    </message>
    <message>
        <source>Ask before closing with edits that were neither saved nor exported</source>
        <translation>Vor dem Schließen nachfragen, wenn etwas weder gespeichert noch exportiert ist</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic: the fastest</source>
        <translation>Automatisch: das schnellste</translation>
    </message>
    <message>
        <source>Autosave does not work. {why}</source>
        <translation>Automatisches Sichern ist nicht möglich. {why}</translation>
    </message>
    <message>
        <source>Aviator, gold, green lenses</source>
        <translation>Pilotenbrille, gold, grüne Gläser</translation>
    </message>
    <message>
        <source>Aviator, silver, mirrored</source>
        <translation>Pilotenbrille, silber, verspiegelt</translation>
    </message>
    <message>
        <source>Back to a snapshot</source>
        <translation>Zurück zu einem Schnappschuss</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>Zurück zur vorigen Seite</translation>
    </message>
    <message>
        <source>Back to this state</source>
        <translation>Zurück zu diesem Stand</translation>
    </message>
    <message>
        <source>Back to {title}</source>
        <translation>Zurück zu {title}</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Bangs</source>
        <translation>Pony</translation>
    </message>
    <message>
        <source>Bangs are cut much alike; where hair is thin they are drawn coarsely.</source>
        <translation>Ponys sind einander im Schnitt sehr ähnlich; wo das Haar dünn ist, werden sie grob gezeichnet.</translation>
    </message>
    <message>
        <source>Baseball cap, beige</source>
        <translation>Baseballkappe, beige</translation>
    </message>
    <message>
        <source>Baseball cap, navy</source>
        <translation>Baseballkappe, marineblau</translation>
    </message>
    <message>
        <source>Baseball cap, red</source>
        <translation>Baseballkappe, rot</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Batch, photo {number} of {count}…</source>
        <translation>Stapel, Foto {number} von {count} …</translation>
    </message>
    <message>
        <source>Batch: {counts}.</source>
        <translation>Stapel: {counts}.</translation>
    </message>
    <message>
        <source>Beanie, black, no cuff</source>
        <translation>Mütze, schwarz, ohne Umschlag</translation>
    </message>
    <message>
        <source>Beanie, grey wool</source>
        <translation>Mütze, graue Wolle</translation>
    </message>
    <message>
        <source>Beanie, mustard</source>
        <translation>Mütze, senfgelb</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>Bart</translation>
    </message>
    <message>
        <source>Beard shadow</source>
        <translation>Bartschatten</translation>
    </message>
    <message>
        <source>Beret, black</source>
        <translation>Baskenmütze, schwarz</translation>
    </message>
    <message>
        <source>Beret, wine red</source>
        <translation>Baskenmütze, weinrot</translation>
    </message>
    <message>
        <source>Black hair</source>
        <translation>Schwarzes Haar</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Blend of {what}</source>
        <translation>Mischung: {what}</translation>
    </message>
    <message>
        <source>Blend with</source>
        <translation>Mischen mit</translation>
    </message>
    <message>
        <source>Blends are nested too deeply.</source>
        <translation>Mischungen sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>Blondes Haar</translation>
    </message>
    <message>
        <source>Bowler</source>
        <translation>Melone</translation>
    </message>
    <message>
        <source>Bright eyes</source>
        <translation>Klare Augen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Browline, black and gold</source>
        <translation>Browline, schwarz und gold</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>Braunes Haar</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Brauen</translation>
    </message>
    <message>
        <source>Browse for: {what}</source>
        <translation>Durchsuchen: {what}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Bucket hat, black</source>
        <translation>Fischerhut, schwarz</translation>
    </message>
    <message>
        <source>Bucket hat, sand</source>
        <translation>Fischerhut, sandfarben</translation>
    </message>
    <message>
        <source>Bushy brows</source>
        <translation>Buschige Brauen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>Cancel what is being written</source>
        <translation>Das laufende Schreiben abbrechen</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Arbeitsfläche</translation>
    </message>
    <message>
        <source>Carries {what}.</source>
        <translation>Enthält {what}.</translation>
    </message>
    <message>
        <source>Carry out the chosen edit earlier</source>
        <translation>Die gewählte Bearbeitung früher ausführen</translation>
    </message>
    <message>
        <source>Carry out the chosen edit later</source>
        <translation>Die gewählte Bearbeitung später ausführen</translation>
    </message>
    <message>
        <source>Cat eye, red</source>
        <translation>Katzenauge, rot</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Changing the layout</source>
        <translation>Anordnung wird geändert</translation>
    </message>
    <message>
        <source>Changing the picture</source>
        <translation>Bild wird verändert</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Bitte einen Ordner für die Ergebnisse wählen.</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Ein Aussehen wählen</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>Modellpaket wählen</translation>
    </message>
    <message>
        <source>Choose the file of a recipe.</source>
        <translation>Bitte eine Rezeptdatei wählen.</translation>
    </message>
    <message>
        <source>Choose the label under the cursor</source>
        <translation>Das Label unter dem Zeiger wählen</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>Hier klicken und die Tasten drücken</translation>
    </message>
    <message>
        <source>Click the one that you like best. The slider above sets how strong it is.</source>
        <translation>Das beste anklicken. Der Regler darüber stellt ein, wie stark es wirkt.</translation>
    </message>
    <message>
        <source>Click to paint with it</source>
        <translation>Klicken, um damit zu malen</translation>
    </message>
    <message>
        <source>Click what each gives; turn the wheel over a cell for less or more of it.</source>
        <translation>Anklicken, was jede gibt; das Mausrad über einer Zelle gibt weniger oder mehr davon.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the tour</source>
        <translation>Rundgang schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne zu speichern</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Kleidung</translation>
    </message>
    <message>
        <source>Colour the pixels that changed</source>
        <translation>Geänderte Pixel einfärben</translation>
    </message>
    <message>
        <source>Colour the pixels that the edits changed, by how much</source>
        <translation>Die geänderten Pixel nach dem Maß der Änderung einfärben</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colours, shortcuts, and what computes the edits</source>
        <translation>Farben, Tastenkürzel und was die Bearbeitungen berechnet</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>Damit vergleichen</translation>
    </message>
    <message>
        <source>Compare with the photo</source>
        <translation>Mit dem Foto vergleichen</translation>
    </message>
    <message>
        <source>Content credentials need a library that is not installed: “python launch.py setup credentials” adds it.</source>
        <translation>Inhaltsnachweise brauchen eine Bibliothek, die nicht installiert ist: „python launch.py setup credentials“ fügt sie hinzu.</translation>
    </message>
    <message>
        <source>Content credentials take keys of the kinds P-256, P-384, P-521, Ed25519 and RSA.</source>
        <translation>Inhaltsnachweise gehen mit Schlüsseln der Arten P-256, P-384, P-521, Ed25519 und RSA.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Cooler hair</source>
        <translation>Kühleres Haar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Kopieren …</translation>
    </message>
    <message>
        <source>Cowboy hat</source>
        <translation>Cowboyhut</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Darker hair</source>
        <translation>Dunkleres Haar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete an edit</source>
        <translation>Bearbeitung löschen</translation>
    </message>
    <message>
        <source>Delete edit</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the chosen edit (Delete)</source>
        <translation>Die gewählte Bearbeitung löschen (Entf)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Diamond studs</source>
        <translation>Diamantstecker</translation>
    </message>
    <message>
        <source>Disable an edit</source>
        <translation>Bearbeitung ausschalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Doubtful: {doubts}.</source>
        <translation>Zweifelhaft: {doubts}.</translation>
    </message>
    <message>
        <source>Drag the five points onto the eyes, the tip of the nose and the corners of the mouth. Right and left are the person&apos;s own.</source>
        <translation>Die fünf Punkte auf Augen, Nasenspitze und Mundwinkel ziehen. Rechts und links gelten aus Sicht der Person.</translation>
    </message>
    <message>
        <source>Draw a line around what the edits touch</source>
        <translation>Eine Linie um das ziehen, was die Bearbeitungen berühren</translation>
    </message>
    <message>
        <source>Draw along a boundary between labels to make it smoother</source>
        <translation>Eine Grenze zwischen Labels nachfahren, um sie zu glätten</translation>
    </message>
    <message>
        <source>Draw around an area to give it the chosen label</source>
        <translation>Eine Fläche umfahren, um ihr das gewählte Label zu geben</translation>
    </message>
    <message>
        <source>Drawing the face</source>
        <translation>Gesicht wird gezeichnet</translation>
    </message>
    <message>
        <source>Drift of identity</source>
        <translation>Abweichung der Identität</translation>
    </message>
    <message>
        <source>Drop a picture of another face here.
You choose what it gives: its hair, eyeglasses, lips …</source>
        <translation>Hier das Bild eines anderen Gesichts ablegen.
Was es gibt, ist frei wählbar: Haare, Brille, Lippen …</translation>
    </message>
    <message>
        <source>Drop a portrait here</source>
        <translation>Hier ein Porträt ablegen</translation>
    </message>
    <message>
        <source>Drop photos or folders here, or add them.</source>
        <translation>Fotos oder Ordner hier ablegen oder hinzufügen.</translation>
    </message>
    <message>
        <source>Each row changes one thing about the face and leaves the rest alone. Turn eyeglasses on. A star after a name says that the model does it badly.</source>
        <translation>Jede Zeile ändert eines am Gesicht und lässt den Rest in Ruhe. Nun die Brille einschalten. Ein Stern hinter einem Namen sagt, dass das Modell es schlecht kann.</translation>
    </message>
    <message>
        <source>Each says that a trained model changed parts of the photo</source>
        <translation>Jede Wahl hält fest, dass ein trainiertes Modell Teile des Fotos geändert hat</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>Ohrring</translation>
    </message>
    <message>
        <source>Earrings</source>
        <translation>Ohrringe</translation>
    </message>
    <message>
        <source>Earrings are worn already; take them off first.</source>
        <translation>Es werden schon Ohrringe getragen; nehmen Sie sie zuerst ab.</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Bearbeitungen</translation>
    </message>
    <message>
        <source>Edits appear here in their order. Untick one to see the face without it, drag it to move it.</source>
        <translation>Hier stehen die Bearbeitungen in ihrer Reihenfolge. Abwählen zeigt das Gesicht ohne sie, Ziehen verschiebt sie.</translation>
    </message>
    <message>
        <source>Emerald drops</source>
        <translation>Smaragdtropfen</translation>
    </message>
    <message>
        <source>Enable an edit</source>
        <translation>Bearbeitung einschalten</translation>
    </message>
    <message>
        <source>Enter confirms</source>
        <translation>die Eingabetaste bestätigt</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Esc leaves what was begun</source>
        <translation>Esc bricht Begonnenes ab</translation>
    </message>
    <message>
        <source>Every action gets the keys that it had at first.</source>
        <translation>Alle Aktionen bekommen ihre ursprünglichen Tasten.</translation>
    </message>
    <message>
        <source>Every region is a layer that you can paint, hide and lock. Hair is chosen: take the brush in the bar on the left, and paint some hair onto the head.</source>
        <translation>Jede Region ist eine Ebene zum Malen, Ausblenden und Sperren. Haare sind gewählt: den Pinsel in der linken Leiste nehmen und etwas Haar auf den Kopf malen.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export photo</source>
        <translation>Foto exportieren</translation>
    </message>
    <message>
        <source>Export writes the photo at its full size, with a note inside that a model changed parts of it. That was the tour; the user guide in the Help menu tells the rest.</source>
        <translation>Exportieren schreibt das Foto in voller Größe, mit einem Vermerk darin, dass ein Modell Teile geändert hat. Das war der Rundgang; den Rest sagt das Handbuch im Hilfemenü.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation>Brille</translation>
    </message>
    <message>
        <source>Eyeglasses are worn already; take them off first.</source>
        <translation>Es wird schon eine Brille getragen; nehmen Sie sie zuerst ab.</translation>
    </message>
    <message>
        <source>Eyeglasses lie over the brows.</source>
        <translation>Eine Brille liegt über den Brauen.</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>Eyes narrowed</source>
        <translation>Augen verengt</translation>
    </message>
    <message>
        <source>Eyes wide</source>
        <translation>Augen weit</translation>
    </message>
    <message>
        <source>FFmpeg, under LGPL-2.1</source>
        <translation>FFmpeg, unter LGPL-2.1</translation>
    </message>
    <message>
        <source>FFmpeg, with parts under GPL-3.0; not in the installed program</source>
        <translation>FFmpeg, zum Teil unter GPL-3.0; nicht im installierten Programm</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Face found</source>
        <translation>Gesicht gefunden</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
    <message>
        <source>Face {number} of {count}</source>
        <translation>Gesicht {number} von {count}</translation>
    </message>
    <message>
        <source>Face {number} of {count}.</source>
        <translation>Gesicht {number} von {count}.</translation>
    </message>
    <message>
        <source>Face {number}: {edit}</source>
        <translation>Gesicht {number}: {edit}</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Faces of the photo</source>
        <translation>Gesichter des Fotos</translation>
    </message>
    <message>
        <source>Fedora</source>
        <translation>Fedora</translation>
    </message>
    <message>
        <source>Fedora, camel</source>
        <translation>Fedora, kamelfarben</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Feminine</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Fi&amp;t photo</source>
        <translation>Foto ein&amp;passen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Fill with {what}</source>
        <translation>Füllen: {what}</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>Befehl &amp;suchen …</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Find faces again</source>
        <translation>Gesichter neu suchen</translation>
    </message>
    <message>
        <source>Finding faces…</source>
        <translation>Gesichter werden gesucht …</translation>
    </message>
    <message>
        <source>Finding the sample&apos;s face</source>
        <translation>Gesicht des Beispiels wird gesucht</translation>
    </message>
    <message>
        <source>Fine brows</source>
        <translation>Feine Brauen</translation>
    </message>
    <message>
        <source>First shortcut</source>
        <translation>Erstes Kürzel</translation>
    </message>
    <message>
        <source>Flat cap, grey</source>
        <translation>Schiebermütze, grau</translation>
    </message>
    <message>
        <source>Flat cap, tweed</source>
        <translation>Schiebermütze, Tweed</translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>For photos in a format that cannot be written; others keep theirs</source>
        <translation>Für Fotos, deren Format nicht geschrieben werden kann; andere behalten ihres</translation>
    </message>
    <message>
        <source>Forget points set by hand and look for faces</source>
        <translation>Von Hand gesetzte Punkte verwerfen und Gesichter suchen</translation>
    </message>
    <message>
        <source>Format of exports</source>
        <translation>Exportformat</translation>
    </message>
    <message>
        <source>Found with {percent} % confidence.</source>
        <translation>Mit {percent} % Sicherheit gefunden.</translation>
    </message>
    <message>
        <source>From the first look to the second</source>
        <translation>Vom ersten Look zum zweiten</translation>
    </message>
    <message>
        <source>Full face</source>
        <translation>Volles Gesicht</translation>
    </message>
    <message>
        <source>Full lips</source>
        <translation>Volle Lippen</translation>
    </message>
    <message>
        <source>Fullness of the lips</source>
        <translation>Fülle der Lippen</translation>
    </message>
    <message>
        <source>Gaze to the side</source>
        <translation>Blick zur Seite</translation>
    </message>
    <message>
        <source>Gaze up and down</source>
        <translation>Blick auf und ab</translation>
    </message>
    <message>
        <source>Give a connected area the chosen label</source>
        <translation>Einer zusammenhängenden Fläche das gewählte Label geben</translation>
    </message>
    <message>
        <source>Give every action the keys that it had at first</source>
        <translation>Allen Aktionen ihre ursprünglichen Tasten geben</translation>
    </message>
    <message>
        <source>Give every setting of this page the value that it had at first</source>
        <translation>Allen Einstellungen dieser Seite ihren ursprünglichen Wert geben</translation>
    </message>
    <message>
        <source>Give pixels back the label that was found in the photo</source>
        <translation>Pixeln das im Foto gefundene Label zurückgeben</translation>
    </message>
    <message>
        <source>Give the hair itself</source>
        <translation>Die Haare selbst geben</translation>
    </message>
    <message>
        <source>Give the whole head</source>
        <translation>Den ganzen Kopf geben</translation>
    </message>
    <message>
        <source>Give this action the keys that it had at first</source>
        <translation>Dieser Aktion ihre ursprünglichen Tasten geben</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Brille selbst</translation>
    </message>
    <message>
        <source>Gold discs</source>
        <translation>Goldene Scheiben</translation>
    </message>
    <message>
        <source>Gold hoops</source>
        <translation>Goldene Creolen</translation>
    </message>
    <message>
        <source>Gold studs</source>
        <translation>Goldstecker</translation>
    </message>
    <message>
        <source>Grey hair</source>
        <translation>Graues Haar</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Haare</translation>
    </message>
    <message>
        <source>Hair itself</source>
        <translation>Haare selbst</translation>
    </message>
    <message>
        <source>Hair that grows beside the face is drawn in coarse strands; hair beyond the square around the face stays.</source>
        <translation>Haar, das neben dem Gesicht wächst, ist in groben Strähnen gezeichnet; Haar außerhalb des Quadrats um das Gesicht bleibt.</translation>
    </message>
    <message>
        <source>Half rim, dark</source>
        <translation>Halbrand, dunkel</translation>
    </message>
    <message>
        <source>Har&amp;der edge</source>
        <translation>Härt&amp;ere Kante</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>Hardness of the brush</source>
        <translation>Härte des Pinsels</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Hut</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Head down</source>
        <translation>Kopf gesenkt</translation>
    </message>
    <message>
        <source>Head up</source>
        <translation>Kopf hoch</translation>
    </message>
    <message>
        <source>Height of brows</source>
        <translation>Höhe der Brauen</translation>
    </message>
    <message>
        <source>High brows</source>
        <translation>Hohe Brauen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hold this button to see the photo as it was. Only what you edited differs, to the last pixel.</source>
        <translation>Diesen Knopf gedrückt halten, um das Foto zu sehen, wie es war. Nur Bearbeitetes unterscheidet sich, auf den Pixel genau.</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>Gedrückt halten, um das Original zu sehen</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits</source>
        <translation>Gedrückt halten, um das Foto ohne Bearbeitungen zu sehen</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits (hold {keys})</source>
        <translation>Gedrückt halten, um das Foto ohne Bearbeitungen zu sehen ({keys} halten)</translation>
    </message>
    <message>
        <source>How finely numbers are computed; the eye sees no difference</source>
        <translation>Wie fein gerechnet wird; das Auge sieht keinen Unterschied</translation>
    </message>
    <message>
        <source>How narrowly what is painted fades into the photo ({ and })</source>
        <translation>Wie schmal Gemaltes ins Foto ausläuft ({ und })</translation>
    </message>
    <message>
        <source>How to do what, with pictures</source>
        <translation>Wie was geht, mit Bildern</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Identity draws the face anew, and softly; long hair seldom becomes short.</source>
        <translation>Die Identität zeichnet das Gesicht neu und weich; langes Haar wird selten kurz.</translation>
    </message>
    <message>
        <source>Identity drift</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>In pixels of the face&apos;s crop, which is 256 pixels wide</source>
        <translation>In Pixeln des Bildausschnitts, der 256 Pixel breit ist</translation>
    </message>
    <message>
        <source>In use: {device}.</source>
        <translation>In Gebrauch: {device}.</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>In {folder}</translation>
    </message>
    <message>
        <source>It cannot be made out clearly enough what is hair.</source>
        <translation>Es ist nicht klar genug zu erkennen, was Haar ist.</translation>
    </message>
    <message>
        <source>It changes the skin and its light, and no outlines.</source>
        <translation>Ändert die Haut und ihr Licht, aber keine Umrisse.</translation>
    </message>
    <message>
        <source>It darkens the skin, and grows no hair.</source>
        <translation>Macht die Haut dunkler; Haare wachsen dabei nicht.</translation>
    </message>
    <message>
        <source>Its points were set by hand.</source>
        <translation>Die Punkte wurden von Hand gesetzt.</translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation>Als Favorit behalten</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Keep photo and edits together, to go on later</source>
        <translation>Foto und Bearbeitungen zusammen aufheben, um später weiterzumachen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>Schlüssel (*.pem *.key)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>Gr&amp;ößerer Pinsel</translation>
    </message>
    <message>
        <source>Large eyes</source>
        <translation>Große Augen</translation>
    </message>
    <message>
        <source>Large sunglasses, brown fade</source>
        <translation>Große Sonnenbrille, braun verlaufend</translation>
    </message>
    <message>
        <source>Larger files keep more</source>
        <translation>Größere Dateien bewahren mehr</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face</source>
        <translation>Die farbigen Labels über das Gesicht legen</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face (Q)</source>
        <translation>Die farbigen Labels über das Gesicht legen (Q)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Leave out where it was taken</source>
        <translation>Ohne Aufnahmeort</translation>
    </message>
    <message>
        <source>Leave {what} as in the photo</source>
        <translation>{what} wie im Foto lassen</translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation>Linke Braue</translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation>Linkes Ohr</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>Linkes Auge</translation>
    </message>
    <message>
        <source>Length of the chin</source>
        <translation>Länge des Kinns</translation>
    </message>
    <message>
        <source>Less grey</source>
        <translation>Weniger grau</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Like a reference</source>
        <translation>Wie eine Referenz</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lippen</translation>
    </message>
    <message>
        <source>Little</source>
        <translation>Wenig</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>Modelle werden geladen …</translation>
    </message>
    <message>
        <source>Locked: nothing is painted over it</source>
        <translation>Gesperrt: wird nicht übermalt</translation>
    </message>
    <message>
        <source>Long chin</source>
        <translation>Langes Kinn</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Längste Seite</translation>
    </message>
    <message>
        <source>Longest side in pixels</source>
        <translation>Längste Seite in Pixeln</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>Blick runter</translation>
    </message>
    <message>
        <source>Look left</source>
        <translation>Blick links</translation>
    </message>
    <message>
        <source>Look like</source>
        <translation>Look wie</translation>
    </message>
    <message>
        <source>Look of a region</source>
        <translation>Look einer Region</translation>
    </message>
    <message>
        <source>Look of regions</source>
        <translation>Look der Regionen</translation>
    </message>
    <message>
        <source>Look of {what}</source>
        <translation>Look: {what}</translation>
    </message>
    <message>
        <source>Look right</source>
        <translation>Blick rechts</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Blick hoch</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Geräte werden gesucht …</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>Looking for faces …</source>
        <translation>Gesichter werden gesucht …</translation>
    </message>
    <message>
        <source>Looking for the face in {title} …</source>
        <translation>Gesicht in {title} wird gesucht …</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Looks</translation>
    </message>
    <message>
        <source>Low brows</source>
        <translation>Tiefe Brauen</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Unterlippe</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>Make the same edits in many photos</source>
        <translation>Viele Fotos gleich bearbeiten</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Masculine</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Modellpaket</translation>
    </message>
    <message>
        <source>Models are missing</source>
        <translation>Modelle fehlen</translation>
    </message>
    <message>
        <source>Models: {title} {version}, {licence}.</source>
        <translation>Modelle: {title} {version}, {licence}.</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Mund</translation>
    </message>
    <message>
        <source>Mouth closed</source>
        <translation>Mund zu</translation>
    </message>
    <message>
        <source>Mouth open</source>
        <translation>Mund auf</translation>
    </message>
    <message>
        <source>Move an edit</source>
        <translation>Bearbeitung verschieben</translation>
    </message>
    <message>
        <source>Move the photo, select a face (or hold Space with any tool)</source>
        <translation>Das Foto verschieben, ein Gesicht wählen (oder mit jedem Werkzeug die Leertaste halten)</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>Viel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Narrow face</source>
        <translation>Schmales Gesicht</translation>
    </message>
    <message>
        <source>Narrow jaw</source>
        <translation>Schmaler Kiefer</translation>
    </message>
    <message>
        <source>Narrow nose</source>
        <translation>Schmale Nase</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>Halskette</translation>
    </message>
    <message>
        <source>Needs a photo with a face</source>
        <translation>Braucht ein Foto mit einem Gesicht</translation>
    </message>
    <message>
        <source>Needs an edit first</source>
        <translation>Braucht erst eine Bearbeitung</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues Fe&amp;nster</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>No ear lobe can be seen, which earrings need.</source>
        <translation>Es ist kein Ohrläppchen zu sehen, das Ohrringe brauchen.</translation>
    </message>
    <message>
        <source>No eye bags</source>
        <translation>Keine Augenringe</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Kein Gesicht</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>In diesem Foto wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
        <source>No face was found in this photo. Setting the five points by hand helps.</source>
        <translation>In diesem Foto wurde kein Gesicht gefunden. Es hilft, die fünf Punkte von Hand zu setzen.</translation>
    </message>
    <message>
        <source>No face was found. Set its five points by hand.</source>
        <translation>Kein Gesicht gefunden. Die fünf Punkte lassen sich von Hand setzen.</translation>
    </message>
    <message>
        <source>No graphics card that can compute was found, so the processor does the work. Edits look the same; they take longer.</source>
        <translation>Es wurde keine Grafikkarte gefunden, die rechnen kann; daher arbeitet der Prozessor. Die Ergebnisse sind gleich, sie dauern länger.</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>No portrait at hand? Try one of nobody real:</source>
        <translation>Kein Porträt zur Hand? Diese zeigen niemanden, den es gibt:</translation>
    </message>
    <message>
        <source>No red eyes</source>
        <translation>Keine roten Augen</translation>
    </message>
    <message>
        <source>No shine</source>
        <translation>Kein Glanz</translation>
    </message>
    <message>
        <source>Nod of the head</source>
        <translation>Neigung des Kopfes</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>Not your style? Press the die at the end of the row: it draws six other looks.</source>
        <translation>Nicht das Richtige? Der Würfel am Ende der Zeile zeigt sechs andere Looks.</translation>
    </message>
    <message>
        <source>Nothing is doubtful about it.</source>
        <translation>Nichts daran ist zweifelhaft.</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Of JPEG, WebP and AVIF: larger files keep more</source>
        <translation>Von JPEG, WebP und AVIF: größere Dateien bewahren mehr</translation>
    </message>
    <message>
        <source>Of a recipe</source>
        <translation>Eines Rezepts</translation>
    </message>
    <message>
        <source>Of large earrings that are taken off a part may stay.</source>
        <translation>Von großen Ohrringen, die abgenommen werden, kann ein Teil bleiben.</translation>
    </message>
    <message>
        <source>Of the open photo</source>
        <translation>Des offenen Fotos</translation>
    </message>
    <message>
        <source>Of the open photo ({count})</source>
        <translation>Des offenen Fotos ({count})</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Only the colour profile</source>
        <translation>Nur das Farbprofil</translation>
    </message>
    <message>
        <source>Opacity of the labels</source>
        <translation>Deckkraft der Labels</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open a photo first</source>
        <translation>Erst ein Foto öffnen</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>Ein Foto oder ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Open a photo to see its faces.</source>
        <translation>Ein geöffnetes Foto zeigt hier seine Gesichter.</translation>
    </message>
    <message>
        <source>Open as the photo instead</source>
        <translation>Stattdessen als Foto öffnen</translation>
    </message>
    <message>
        <source>Open eyes</source>
        <translation>Offene Augen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation>Offener Mund</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Foto öffnen …</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Open sa&amp;mple portrait</source>
        <translation>&amp;Beispielporträt öffnen</translation>
    </message>
    <message>
        <source>Open sample portrait {number}</source>
        <translation>Beispielporträt {number} öffnen</translation>
    </message>
    <message>
        <source>Opening photo…</source>
        <translation>Foto wird geöffnet …</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>{title} wird geöffnet</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Outline the &amp;edits</source>
        <translation>Bearbeitungen u&amp;mranden</translation>
    </message>
    <message>
        <source>Outside the edits</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>Oval wire, rose gold</source>
        <translation>Oval, Draht, roségold</translation>
    </message>
    <message>
        <source>Oversized, navy</source>
        <translation>Übergroß, marineblau</translation>
    </message>
    <message>
        <source>Own {what}</source>
        <translation>Eigenes: {what}</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Pai&amp;nt on both sides</source>
        <translation>Auf &amp;beiden Seiten malen</translation>
    </message>
    <message>
        <source>Paint only over this</source>
        <translation>Nur dies übermalen</translation>
    </message>
    <message>
        <source>Paint the chosen label</source>
        <translation>Das gewählte Label malen</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Damit malen</translation>
    </message>
    <message>
        <source>Paint with {what}</source>
        <translation>Malen mit: {what}</translation>
    </message>
    <message>
        <source>Paint {what}</source>
        <translation>Malen: {what}</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panamahut</translation>
    </message>
    <message>
        <source>Panto, brown</source>
        <translation>Panto, braun</translation>
    </message>
    <message>
        <source>Panto, clear</source>
        <translation>Panto, klar</translation>
    </message>
    <message>
        <source>Part of the face lies outside the photo.</source>
        <translation>Ein Teil des Gesichts liegt außerhalb des Fotos.</translation>
    </message>
    <message>
        <source>Paste a picture as the photo, or as a reference when a photo is open</source>
        <translation>Ein Bild als Foto einfügen oder, wenn ein Foto offen ist, als Referenz</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Pearl drops</source>
        <translation>Perlentropfen</translation>
    </message>
    <message>
        <source>Pearl strings</source>
        <translation>Perlenschnüre</translation>
    </message>
    <message>
        <source>Pearl studs</source>
        <translation>Perlenstecker</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo and edits were saved, but not their result. {why}</source>
        <translation>Foto und Bearbeitungen wurden gespeichert, aber nicht das Ergebnis. {why}</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>Fotos des Stapels</translation>
    </message>
    <message>
        <source>Pic&amp;k label</source>
        <translation>Label &amp;aufnehmen</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>Bilder ({endings})</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth by hand (P)</source>
        <translation>Augen, Nase und Mund von Hand setzen (P)</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth corners by hand</source>
        <translation>Augen, Nase und Mundwinkel von Hand setzen</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Preparing the batch…</source>
        <translation>Stapel wird vorbereitet …</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Fortschritt des Tests</translation>
    </message>
    <message>
        <source>Projects ({endings})</source>
        <translation>Projekte ({endings})</translation>
    </message>
    <message>
        <source>Put eyeglasses on a sample portrait and measure how long it takes</source>
        <translation>Einem Beispielporträt eine Brille aufsetzen und die Dauer messen</translation>
    </message>
    <message>
        <source>Put the edited photo on the clipboard, at full size</source>
        <translation>Das bearbeitete Foto in voller Größe in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Put the list of names, versions and licences on the clipboard</source>
        <translation>Die Liste der Namen, Versionen und Lizenzen in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Put the present state aside, to compare with or to come back to</source>
        <translation>Den jetzigen Stand beiseitelegen, zum Vergleichen oder Zurückkehren</translation>
    </message>
    <message>
        <source>Put this face on the shelf, to give its looks to another</source>
        <translation>Dieses Gesicht zu den Referenzen legen, um seinen Look einem anderen zu geben</translation>
    </message>
    <message>
        <source>Puts eyeglasses on a sample portrait {count} times and says whether the result is sound, and how long an edit takes.</source>
        <translation>Setzt einem Beispielporträt {count}-mal eine Brille auf und sagt, ob das Ergebnis stimmt und wie lange eine Bearbeitung dauert.</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>Wird ins Foto eingesetzt</translation>
    </message>
    <message>
        <source>Putting on eyeglasses, {number} of {count}</source>
        <translation>Brille wird aufgesetzt, {number} von {count}</translation>
    </message>
    <message>
        <source>Qt, under LGPL-3.0</source>
        <translation>Qt, unter LGPL-3.0</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Quality in figures</source>
        <translation>Qualität als Zahl</translation>
    </message>
    <message>
        <source>Quality of exports</source>
        <translation>Exportqualität</translation>
    </message>
    <message>
        <source>Radius in pixels of the face&apos;s crop ([ and ])</source>
        <translation>Radius in Pixeln des Bildausschnitts ([ und ])</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>Pinselradius</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reading the face</source>
        <translation>Gesicht wird gelesen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Rec&amp;ipe</source>
        <translation>Re&amp;zept</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Rezepte (*.json)</translation>
    </message>
    <message>
        <source>Rectangle wire, silver</source>
        <translation>Rechteckig, Draht, silber</translation>
    </message>
    <message>
        <source>Rectangle, black</source>
        <translation>Rechteckig, schwarz</translation>
    </message>
    <message>
        <source>Rectangle, thin rim</source>
        <translation>Rechteckig, dünner Rand</translation>
    </message>
    <message>
        <source>Red hair</source>
        <translation>Rotes Haar</translation>
    </message>
    <message>
        <source>Reference {title}</source>
        <translation>Referenz {title}</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove &amp;all edits</source>
        <translation>&amp;Alle Bearbeitungen entfernen</translation>
    </message>
    <message>
        <source>Remove a reference</source>
        <translation>Referenz entfernen</translation>
    </message>
    <message>
        <source>Remove all edits</source>
        <translation>Alle Bearbeitungen entfernen</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>Referenz entfernen</translation>
    </message>
    <message>
        <source>Remove the selected photos</source>
        <translation>Die gewählten Fotos entfernen</translation>
    </message>
    <message>
        <source>Rendering…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>Replace the existing file</source>
        <translation>Vorhandene Datei ersetzen</translation>
    </message>
    <message>
        <source>Replace the original photo</source>
        <translation>Originalfoto ersetzen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Reset &amp;all…</source>
        <translation>&amp;Alle zurücksetzen …</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>Retouch</source>
        <translation>Retusche</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation>Rechte Braue</translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation>Rechtes Ohr</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>Rechtes Auge</translation>
    </message>
    <message>
        <source>Rimless</source>
        <translation>Randlos</translation>
    </message>
    <message>
        <source>Round horn, dark</source>
        <translation>Rund, Horn, dunkel</translation>
    </message>
    <message>
        <source>Round horn, tortoiseshell</source>
        <translation>Rund, Schildpatt</translation>
    </message>
    <message>
        <source>Round sunglasses</source>
        <translation>Runde Sonnenbrille</translation>
    </message>
    <message>
        <source>Round wire, gold</source>
        <translation>Rund, Draht, gold</translation>
    </message>
    <message>
        <source>S&amp;mooth boundary</source>
        <translation>&amp;Grenze glätten</translation>
    </message>
    <message>
        <source>S&amp;wap brush and eraser</source>
        <translation>Pinsel und Radierer &amp;tauschen</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>Traurig</translation>
    </message>
    <message>
        <source>Sample &amp;{number}</source>
        <translation>Beispiel &amp;{number}</translation>
    </message>
    <message>
        <source>Sapphire studs</source>
        <translation>Saphirstecker</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Projekt speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Gespeichert als {name}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Second shortcut</source>
        <translation>Zweites Kürzel</translation>
    </message>
    <message>
        <source>See and change the keys</source>
        <translation>Tasten ansehen und ändern</translation>
    </message>
    <message>
        <source>See before and after beside each other</source>
        <translation>Vorher und nachher nebeneinander sehen</translation>
    </message>
    <message>
        <source>See before and after on either side of a line that can be dragged</source>
        <translation>Vorher und nachher beiderseits einer verschiebbaren Linie sehen</translation>
    </message>
    <message>
        <source>See the chosen snapshot beside the present state</source>
        <translation>Den gewählten Schnappschuss neben dem jetzigen Stand sehen</translation>
    </message>
    <message>
        <source>See the photo without its edits while the key is held</source>
        <translation>Das Foto ohne Bearbeitungen sehen, solange die Taste gehalten wird</translation>
    </message>
    <message>
        <source>Semblance project, OpenRaster ({endings})</source>
        <translation>Semblance-Projekt, OpenRaster ({endings})</translation>
    </message>
    <message>
        <source>Semblance was closed without saving {name}. Bring it back?</source>
        <translation>Semblance wurde geschlossen, ohne {name} zu speichern. Wiederherstellen?</translation>
    </message>
    <message>
        <source>Semblance: something went wrong</source>
        <translation>Semblance: Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Set face &amp;points</source>
        <translation>Gesichtsp&amp;unkte setzen</translation>
    </message>
    <message>
        <source>Set points</source>
        <translation>Punkte setzen</translation>
    </message>
    <message>
        <source>Set points by hand</source>
        <translation>Punkte von Hand setzen</translation>
    </message>
    <message>
        <source>Set points…</source>
        <translation>Punkte setzen …</translation>
    </message>
    <message>
        <source>Set this page back</source>
        <translation>Seite zurücksetzen</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Sharpening the view</source>
        <translation>Ansicht wird geschärft</translation>
    </message>
    <message>
        <source>Shaved</source>
        <translation>Rasiert</translation>
    </message>
    <message>
        <source>Short chin</source>
        <translation>Kurzes Kinn</translation>
    </message>
    <message>
        <source>Shortcuts of “{action}”</source>
        <translation>Tastenkürzel von „{action}“</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>&amp;Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Show &amp;labels</source>
        <translation>&amp;Labels zeigen</translation>
    </message>
    <message>
        <source>Show &amp;original</source>
        <translation>&amp;Original zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show experimental controls</source>
        <translation>Experimentelle Regler zeigen</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>Labels zeigen</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>Nur dies zeigen</translation>
    </message>
    <message>
        <source>Show or hide it among the labels</source>
        <translation>Unter den Labels zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>Stapel anzeigen</translation>
    </message>
    <message>
        <source>Show the labels it is made of</source>
        <translation>Die Labels zeigen, aus denen sie besteht</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>Neben&amp;einander</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Sign with &amp;content credentials</source>
        <translation>Mit &amp;Inhaltsnachweisen signieren</translation>
    </message>
    <message>
        <source>Signing takes the files of your certificate and of its private key.</source>
        <translation>Zum Signieren braucht es die Dateien des Zertifikats und seines privaten Schlüssels.</translation>
    </message>
    <message>
        <source>Silver hoops, large</source>
        <translation>Silberne Creolen, groß</translation>
    </message>
    <message>
        <source>Six random looks to choose from</source>
        <translation>Sechs zufällige Looks zur Wahl</translation>
    </message>
    <message>
        <source>Size of the eyes</source>
        <translation>Größe der Augen</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Small eyes</source>
        <translation>Kleine Augen</translation>
    </message>
    <message>
        <source>Small hoops</source>
        <translation>Kleine Creolen</translation>
    </message>
    <message>
        <source>Smaller photos are not enlarged</source>
        <translation>Kleinere Fotos werden nicht vergrößert</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>Lächeln</translation>
    </message>
    <message>
        <source>Smiling</source>
        <translation>Lächelnd</translation>
    </message>
    <message>
        <source>Smooth a boundary</source>
        <translation>Grenze glätten</translation>
    </message>
    <message>
        <source>Smooth skin</source>
        <translation>Glatte Haut</translation>
    </message>
    <message>
        <source>Snapshot {number}: 1 edit</source>
        <translation>Schnappschuss {number}: 1 Bearbeitung</translation>
    </message>
    <message>
        <source>Snapshot {number}: {count} edits</source>
        <translation>Schnappschuss {number}: {count} Bearbeitungen</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Softe&amp;r edge</source>
        <translation>&amp;Weichere Kante</translation>
    </message>
    <message>
        <source>Something that the project kept cannot be read, and will be found again.</source>
        <translation>Etwas, das das Projekt aufbewahrt hat, ist nicht lesbar und wird neu ermittelt.</translation>
    </message>
    <message>
        <source>Something went wrong inside Semblance. Your photo is untouched, and you can go on working; exporting what you have is a good idea.

The report below helps to mend it. It holds no picture and no folder names.</source>
        <translation>In Semblance ist etwas schiefgegangen. Das Foto ist unversehrt, und die Arbeit kann weitergehen; es empfiehlt sich, das bisher Erreichte zu exportieren.

Der folgende Bericht hilft, den Fehler zu beheben. Er enthält kein Bild und keine Ordnernamen.</translation>
    </message>
    <message>
        <source>Space moves the photo while it is held</source>
        <translation>die Leertaste verschiebt das Foto, solange sie gehalten wird</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Strength of {what}</source>
        <translation>Stärke: {what}</translation>
    </message>
    <message>
        <source>Strength: from the photo&apos;s own look to the whole new one</source>
        <translation>Stärke: vom Look im Foto bis zum ganz neuen</translation>
    </message>
    <message>
        <source>Sun hat</source>
        <translation>Sonnenhut</translation>
    </message>
    <message>
        <source>Tab goes to the next control</source>
        <translation>Tab geht zum nächsten Bedienelement</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Dort wegnehmen</translation>
    </message>
    <message>
        <source>Take s&amp;napshot</source>
        <translation>&amp;Schnappschuss aufnehmen</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Take the tour without saving</source>
        <translation>Rundgang ohne Speichern</translation>
    </message>
    <message>
        <source>Take them out of the list (Del)</source>
        <translation>Aus der Liste nehmen (Entf)</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Tells viewers who exported the photo, and that a trained model changed parts of it. It takes your own certificate and its private key as PEM files, the key without a password.</source>
        <translation>Sagt den Betrachtern, wer das Foto exportiert hat und dass ein trainiertes Modell Teile davon geändert hat. Dazu braucht es ein eigenes Zertifikat und dessen privaten Schlüssel als PEM-Dateien, den Schlüssel ohne Kennwort.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Testing the engine…</source>
        <translation>Rechenwerk wird getestet …</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>The batch goes on</source>
        <translation>Der Stapel läuft weiter</translation>
    </message>
    <message>
        <source>The camera&apos;s notes (EXIF) are damaged and will not be kept.</source>
        <translation>Die Angaben der Kamera (EXIF) sind beschädigt und werden nicht behalten.</translation>
    </message>
    <message>
        <source>The camera&apos;s notes are too long for JPEG and are left out.</source>
        <translation>Die Angaben der Kamera sind zu lang für JPEG und werden weggelassen.</translation>
    </message>
    <message>
        <source>The colour profile does not fit the picture and is left out.</source>
        <translation>Das Farbprofil passt nicht zum Bild und wird weggelassen.</translation>
    </message>
    <message>
        <source>The computer has not enough free memory for this edit.</source>
        <translation>Der freie Arbeitsspeicher reicht für diese Bearbeitung nicht aus.</translation>
    </message>
    <message>
        <source>The device that was chosen is not here.</source>
        <translation>Das gewählte Gerät ist nicht da.</translation>
    </message>
    <message>
        <source>The edit changed more than eyeglasses can. Another device or precision may help.</source>
        <translation>Die Bearbeitung änderte mehr, als eine Brille kann. Ein anderes Gerät oder eine andere Genauigkeit könnte helfen.</translation>
    </message>
    <message>
        <source>The edit changed nothing. Another device or precision may help.</source>
        <translation>Die Bearbeitung änderte nichts. Ein anderes Gerät oder eine andere Genauigkeit könnte helfen.</translation>
    </message>
    <message>
        <source>The edits of this photo were neither saved nor exported. Close without them?</source>
        <translation>Die Bearbeitungen dieses Fotos wurden weder gespeichert noch exportiert. Ohne sie schließen?</translation>
    </message>
    <message>
        <source>The engine works.</source>
        <translation>Das Rechenwerk arbeitet richtig.</translation>
    </message>
    <message>
        <source>The eyes are covered.</source>
        <translation>Die Augen sind verdeckt.</translation>
    </message>
    <message>
        <source>The face as the models see it, with its five points</source>
        <translation>Das Gesicht, wie die Modelle es sehen, mit seinen fünf Punkten</translation>
    </message>
    <message>
        <source>The face cannot be made out clearly enough.</source>
        <translation>Das Gesicht ist nicht klar genug zu erkennen.</translation>
    </message>
    <message>
        <source>The face cannot be read in 3D here, which this needs.</source>
        <translation>Das Gesicht lässt sich hier nicht räumlich erfassen; das ist dafür nötig.</translation>
    </message>
    <message>
        <source>The face is too dark for this.</source>
        <translation>Das Gesicht ist dafür zu dunkel.</translation>
    </message>
    <message>
        <source>The face looks too far up or down for this.</source>
        <translation>Das Gesicht blickt dafür zu weit nach oben oder unten.</translation>
    </message>
    <message>
        <source>The five points of this face lie on one spot; set them again.</source>
        <translation>Die fünf Punkte dieses Gesichts liegen auf einer Stelle; bitte neu setzen.</translation>
    </message>
    <message>
        <source>The graphics memory is full: the computer&apos;s processor does the work now, more slowly.</source>
        <translation>Der Grafikspeicher ist voll: Nun arbeitet der Prozessor, langsamer.</translation>
    </message>
    <message>
        <source>The hair is too full for a hat.</source>
        <translation>Die Haare sind zu voll für einen Hut.</translation>
    </message>
    <message>
        <source>The head is turned too far for this.</source>
        <translation>Der Kopf ist dafür zu weit gedreht.</translation>
    </message>
    <message>
        <source>The lenses are dark: the eyes behind them are invented.</source>
        <translation>Die Gläser sind dunkel: Die Augen dahinter sind erfunden.</translation>
    </message>
    <message>
        <source>The model pack cannot change this</source>
        <translation>Das Modellpaket kann dies nicht ändern</translation>
    </message>
    <message>
        <source>The model pack “{pack}” cannot be used, so the one that ships with Semblance is used. {why}</source>
        <translation>Das Modellpaket „{pack}“ lässt sich nicht verwenden; das mitgelieferte von Semblance wird verwendet. {why}</translation>
    </message>
    <message>
        <source>The model pack “{pack}” is no longer here, so the one that ships with Semblance is used.</source>
        <translation>Das Modellpaket „{pack}“ ist nicht mehr da; das mitgelieferte von Semblance wird verwendet.</translation>
    </message>
    <message>
        <source>The models are being loaded…</source>
        <translation>Die Modelle werden geladen …</translation>
    </message>
    <message>
        <source>The models could not be loaded.</source>
        <translation>Die Modelle konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>The mouth is covered.</source>
        <translation>Der Mund ist verdeckt.</translation>
    </message>
    <message>
        <source>The nose is covered.</source>
        <translation>Die Nase ist verdeckt.</translation>
    </message>
    <message>
        <source>The one that ships with Semblance</source>
        <translation>Das mitgelieferte von Semblance</translation>
    </message>
    <message>
        <source>The open photo has no edits yet. Make some, or choose a recipe.</source>
        <translation>Das offene Foto hat noch keine Bearbeitungen. Es braucht welche oder ein Rezept.</translation>
    </message>
    <message>
        <source>The person&apos;s own side: their left lies on the right of the picture</source>
        <translation>Aus Sicht der Person: ihr Links liegt im Bild rechts</translation>
    </message>
    <message>
        <source>The photo is in shades of grey.</source>
        <translation>Das Foto besteht nur aus Graustufen.</translation>
    </message>
    <message>
        <source>The photo with its edits. Drop a picture here.</source>
        <translation>Das Foto mit seinen Bearbeitungen. Hier lässt sich ein Bild ablegen.</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the face.</source>
        <translation>Der Rand des Fotos schneidet das Gesicht ab.</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the head, and most of a hat would lie beyond it.</source>
        <translation>Der Rand des Fotos schneidet den Kopf ab, und der größte Teil eines Hutes läge jenseits davon.</translation>
    </message>
    <message>
        <source>The photo&apos;s own look</source>
        <translation>Der Look im Foto</translation>
    </message>
    <message>
        <source>The picture could not be written as PNG.</source>
        <translation>Das Bild konnte nicht als PNG geschrieben werden.</translation>
    </message>
    <message>
        <source>The picture has more than 8 bits a channel; it is opened with 8.</source>
        <translation>Das Bild hat mehr als 8 Bit je Kanal; es wird mit 8 geöffnet.</translation>
    </message>
    <message>
        <source>The picture is in print colours (CMYK); it is edited and saved as RGB.</source>
        <translation>Das Bild hat Druckfarben (CMYK); es wird als RGB bearbeitet und gespeichert.</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate.</source>
        <translation>Der private Schlüssel gehört nicht zum Zertifikat.</translation>
    </message>
    <message>
        <source>The recipe is not readable as JSON.</source>
        <translation>Das Rezept ist nicht als JSON lesbar.</translation>
    </message>
    <message>
        <source>The reference wears no eyeglasses.</source>
        <translation>Die Referenz trägt keine Brille.</translation>
    </message>
    <message>
        <source>The result holds numbers that are none. Another device or precision may help.</source>
        <translation>Das Ergebnis enthält ungültige Zahlen. Ein anderes Gerät oder eine andere Genauigkeit könnte helfen.</translation>
    </message>
    <message>
        <source>The results need a folder of their own.</source>
        <translation>Die Ergebnisse brauchen einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The results need a folder of their own: sources are never overwritten.</source>
        <translation>Die Ergebnisse brauchen einen eigenen Ordner: Quellen werden nie überschrieben.</translation>
    </message>
    <message>
        <source>The sample portraits are missing, so there is nothing to test with.</source>
        <translation>Die Beispielporträts fehlen; es gibt nichts zum Testen.</translation>
    </message>
    <message>
        <source>The test failed through a fault of Semblance&apos;s own; a report of it is shown.</source>
        <translation>Der Test scheiterte an einem Fehler von Semblance; ein Bericht wird angezeigt.</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The text is not installed with the program.</source>
        <translation>Der Text ist nicht mit dem Programm installiert.</translation>
    </message>
    <message>
        <source>The top of the head lies outside the photo.</source>
        <translation>Der Scheitel liegt außerhalb des Fotos.</translation>
    </message>
    <message>
        <source>The tour opens a sample portrait in place of this photo, whose edits are not saved.</source>
        <translation>Der Rundgang öffnet ein Beispielporträt anstelle dieses Fotos, dessen Bearbeitungen nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>The two heads look in very different directions: what one hides must be guessed.</source>
        <translation>Die beiden Köpfe blicken in sehr verschiedene Richtungen: Was einer verdeckt, muss geraten werden.</translation>
    </message>
    <message>
        <source>The window in eight short steps, on a sample portrait</source>
        <translation>Das Fenster in acht kurzen Schritten, an einem Beispielporträt</translation>
    </message>
    <message>
        <source>Their face within this one&apos;s outline; hair and skin colour stay</source>
        <translation>Deren Gesicht im Umriss von diesem; Haare und Hautfarbe bleiben</translation>
    </message>
    <message>
        <source>Their face, hair and accessories on these shoulders; pose stays</source>
        <translation>Deren Gesicht, Haare und Zubehör auf diesen Schultern; die Haltung bleibt</translation>
    </message>
    <message>
        <source>Their left corner of the mouth</source>
        <translation>Linker Mundwinkel der Person</translation>
    </message>
    <message>
        <source>Their left eye</source>
        <translation>Linkes Auge der Person</translation>
    </message>
    <message>
        <source>Their right corner of the mouth</source>
        <translation>Rechter Mundwinkel der Person</translation>
    </message>
    <message>
        <source>Their right eye</source>
        <translation>Rechtes Auge der Person</translation>
    </message>
    <message>
        <source>Their very eyeglasses, without what is behind the lenses</source>
        <translation>Genau deren Brille, ohne das hinter den Gläsern</translation>
    </message>
    <message>
        <source>Their very hair, and hat, as their photo shows it</source>
        <translation>Genau deren Haare und Hut, wie auf deren Foto</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>Es gibt keine Datei „{path}“.</translation>
    </message>
    <message>
        <source>There is no hair here that could be dyed.</source>
        <translation>Hier ist kein Haar, das gefärbt werden könnte.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>There must be one pressure for each point of a line.</source>
        <translation>Zu jedem Punkt einer Linie gehört ein Druckwert.</translation>
    </message>
    <message>
        <source>These five points lie on one spot; a face needs room between them.</source>
        <translation>Diese fünf Punkte liegen auf einer Stelle; ein Gesicht braucht Abstand zwischen ihnen.</translation>
    </message>
    <message>
        <source>Thin lips</source>
        <translation>Schmale Lippen</translation>
    </message>
    <message>
        <source>This Semblance does not have the method of this edit. It is kept as it is.</source>
        <translation>Dieses Semblance hat die Methode dieser Bearbeitung nicht. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its place in the photo has no area.</source>
        <translation>Diese Bearbeitung lässt sich auf diesem Gesicht nicht zeichnen: Ihr Platz im Foto hat keine Fläche.</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its result is not a number.</source>
        <translation>Diese Bearbeitung lässt sich auf diesem Gesicht nicht zeichnen: Ihr Ergebnis ist keine Zahl.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Dieser Ordner existiert nicht.</translation>
    </message>
    <message>
        <source>This is a picture with layers; it is opened as they look together.</source>
        <translation>Dies ist ein Bild mit Ebenen; es wird so geöffnet, wie sie zusammen aussehen.</translation>
    </message>
    <message>
        <source>This is no shortcut: press a key, with Ctrl, Alt or Shift if you like.</source>
        <translation>Das ist kein Tastenkürzel: bitte eine Taste drücken, auf Wunsch mit Strg, Alt oder Umschalt.</translation>
    </message>
    <message>
        <source>This kind of 16-bit picture is opened with 8 bits a channel.</source>
        <translation>Diese Art von 16-Bit-Bild wird mit 8 Bit je Kanal geöffnet.</translation>
    </message>
    <message>
        <source>This model pack has no sliders.</source>
        <translation>Dieses Modellpaket hat keine Regler.</translation>
    </message>
    <message>
        <source>This person does not exist: the picture was drawn by the bundled model. Turn the wheel to zoom; hold Space and drag to move.</source>
        <translation>Diese Person gibt es nicht: Das Bild hat das mitgelieferte Modell gezeichnet. Mit dem Mausrad zoomen; mit gehaltener Leertaste ziehen, um zu verschieben.</translation>
    </message>
    <message>
        <source>This project was written by a newer Semblance; what this one does not know is left out.</source>
        <translation>Dieses Projekt stammt von einem neueren Semblance; was dieses nicht kennt, wird weggelassen.</translation>
    </message>
    <message>
        <source>Tip of the nose</source>
        <translation>Nasenspitze</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Tour, {number} of {count}</source>
        <translation>Rundgang, {number} von {count}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Kopf links</translation>
    </message>
    <message>
        <source>Turn of the head</source>
        <translation>Drehung des Kopfes</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Kopf rechts</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Ein paar Buchstaben der gesuchten Aktion eingeben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unlock all</source>
        <translation>Alle entsperren</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Oberlippe</translation>
    </message>
    <message>
        <source>Use as a reference</source>
        <translation>Als Referenz verwenden</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>Diese Punkte verwenden</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version {version}.</source>
        <translation>Version {version}.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>Warten auf das Rechenwerk …</translation>
    </message>
    <message>
        <source>Wayfarer sunglasses</source>
        <translation>Wayfarer-Sonnenbrille</translation>
    </message>
    <message>
        <source>What Semblance uses</source>
        <translation>Was Semblance verwendet</translation>
    </message>
    <message>
        <source>What computes the edits</source>
        <translation>Was die Bearbeitungen berechnet</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>What draws the edits; others than the one that ships are imported first</source>
        <translation>Was die Bearbeitungen zeichnet; andere als das mitgelieferte werden erst importiert</translation>
    </message>
    <message>
        <source>What is painted on one side of the face is painted on the other as well</source>
        <translation>Was auf einer Seite des Gesichts gemalt wird, wird auch auf der anderen gemalt</translation>
    </message>
    <message>
        <source>What seldom passes for a photograph yet</source>
        <translation>Was noch selten als Foto durchgeht</translation>
    </message>
    <message>
        <source>What stands against these keys</source>
        <translation>Was gegen diese Tasten spricht</translation>
    </message>
    <message>
        <source>What the engine does now</source>
        <translation>Was das Rechenwerk gerade tut</translation>
    </message>
    <message>
        <source>Where the look comes from</source>
        <translation>Woher der Look kommt</translation>
    </message>
    <message>
        <source>White teeth</source>
        <translation>Weiße Zähne</translation>
    </message>
    <message>
        <source>Whole head</source>
        <translation>Ganzer Kopf</translation>
    </message>
    <message>
        <source>Wide jaw</source>
        <translation>Breiter Kiefer</translation>
    </message>
    <message>
        <source>Wide nose</source>
        <translation>Breite Nase</translation>
    </message>
    <message>
        <source>Width of the face</source>
        <translation>Breite des Gesichts</translation>
    </message>
    <message>
        <source>Width of the jaw</source>
        <translation>Breite des Kiefers</translation>
    </message>
    <message>
        <source>Width of the nose</source>
        <translation>Breite der Nase</translation>
    </message>
    <message>
        <source>Without it, the window closes and the edits are gone</source>
        <translation>Sonst schließt das Fenster, und die Bearbeitungen sind weg</translation>
    </message>
    <message>
        <source>Without the blend</source>
        <translation>Ohne Mischung</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>In Arbeit …</translation>
    </message>
    <message>
        <source>Writing layers</source>
        <translation>Ebenen werden geschrieben</translation>
    </message>
    <message>
        <source>Writing the photo</source>
        <translation>Foto wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Bild wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the project</source>
        <translation>Projekt wird geschrieben</translation>
    </message>
    <message>
        <source>Younger</source>
        <translation>Jünger</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom to &amp;face</source>
        <translation>Auf Gesicht &amp;zoomen</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>ein Foto</translation>
    </message>
    <message>
        <source>about {time} h left</source>
        <translation>noch etwa {time} h</translation>
    </message>
    <message>
        <source>about {time} min left</source>
        <translation>noch etwa {time} min</translation>
    </message>
    <message>
        <source>about {time} s left</source>
        <translation>noch etwa {time} s</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>bangs</source>
        <translation>Pony</translation>
    </message>
    <message>
        <source>bf16: faster where the device has it</source>
        <translation>bf16: schneller, wo das Gerät es kann</translation>
    </message>
    <message>
        <source>brows</source>
        <translation>Brauen</translation>
    </message>
    <message>
        <source>close to the photo&apos;s border</source>
        <translation>nah am Rand des Fotos</translation>
    </message>
    <message>
        <source>clothes</source>
        <translation>Kleidung</translation>
    </message>
    <message>
        <source>cut off at the photo&apos;s border: part of the face is missing</source>
        <translation>vom Rand des Fotos abgeschnitten: ein Teil des Gesichts fehlt</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>Ohrring</translation>
    </message>
    <message>
        <source>earrings</source>
        <translation>Ohrringe</translation>
    </message>
    <message>
        <source>eyeglasses</source>
        <translation>Brille</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>eyes covered</source>
        <translation>Augen verdeckt</translation>
    </message>
    <message>
        <source>face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>face detector, face mesh and iris by the MediaPipe authors, under Apache-2.0</source>
        <translation>Gesichtssuche, Gesichtsnetz und Iris der MediaPipe-Autoren, unter Apache-2.0</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>fp32: exact, slower</source>
        <translation>fp32: genau, langsamer</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>Haare</translation>
    </message>
    <message>
        <source>hardly any contrast</source>
        <translation>kaum Kontrast</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>Hut</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>Linke Braue</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>Linkes Ohr</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>Linkes Auge</translation>
    </message>
    <message>
        <source>libheif and libde265, under LGPL-3.0</source>
        <translation>libheif und libde265, unter LGPL-3.0</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>Lippen</translation>
    </message>
    <message>
        <source>little</source>
        <translation>wenig</translation>
    </message>
    <message>
        <source>look {number}</source>
        <translation>Look {number}</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>Unterlippe</translation>
    </message>
    <message>
        <source>lying on its side</source>
        <translation>liegt auf der Seite</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>Mund</translation>
    </message>
    <message>
        <source>mouth or nose covered</source>
        <translation>Mund oder Nase verdeckt</translation>
    </message>
    <message>
        <source>much</source>
        <translation>viel</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>Halskette</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>not now: {reason}</source>
        <translation>jetzt nicht: {reason}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>or paste a picture, or open one from a file.
It stays on this computer.</source>
        <translation>oder ein Bild einfügen oder aus einer Datei öffnen.
Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>own look</source>
        <translation>eigener Look</translation>
    </message>
    <message>
        <source>partly covered</source>
        <translation>teilweise verdeckt</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>Porträt</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>Rechte Braue</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>Rechtes Ohr</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>Rechtes Auge</translation>
    </message>
    <message>
        <source>seen from the side: the far half of the face is hidden</source>
        <translation>von der Seite gesehen: die abgewandte Gesichtshälfte ist verdeckt</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>the arrows move within lists and sliders</source>
        <translation>die Pfeiltasten bewegen sich in Listen und Reglern</translation>
    </message>
    <message>
        <source>the icon fonts below</source>
        <translation>die unten genannten Symbolschriften</translation>
    </message>
    <message>
        <source>this may not be a face</source>
        <translation>vielleicht kein Gesicht</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>abgewandt</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>Oberlippe</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>auf dem Kopf</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} Pixel</translation>
    </message>
    <message>
        <source>{device}, which is not here</source>
        <translation>{device}, das nicht da ist</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{done} von {count} fertig</translation>
    </message>
    <message>
        <source>{face}: {doubts}</source>
        <translation>{face}: {doubts}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} gehört zu „{action}“.</translation>
    </message>
    <message>
        <source>{keys} is taken: {reason}.</source>
        <translation>{keys} ist vergeben: {reason}.</translation>
    </message>
    <message>
        <source>{name} edited</source>
        <translation>{name} bearbeitet</translation>
    </message>
    <message>
        <source>{pack}, which cannot be used</source>
        <translation>{pack}, das sich nicht verwenden lässt</translation>
    </message>
    <message>
        <source>{pack}, which is not here</source>
        <translation>{pack}, das nicht da ist</translation>
    </message>
    <message>
        <source>{percent} % of the crop</source>
        <translation>{percent} % des Ausschnitts</translation>
    </message>
    <message>
        <source>{percent} % of the crop, by {most} of 255 at most</source>
        <translation>{percent} % des Ausschnitts, um höchstens {most} von 255</translation>
    </message>
    <message>
        <source>{state}, {source}</source>
        <translation>{state}, {source}</translation>
    </message>
    <message>
        <source>{title} (compared with)</source>
        <translation>{title} (Vergleich)</translation>
    </message>
    <message>
        <source>{title} (ships with Semblance)</source>
        <translation>{title} (mitgeliefert)</translation>
    </message>
    <message>
        <source>{title} is now a reference.</source>
        <translation>{title} ist jetzt eine Referenz.</translation>
    </message>
    <message>
        <source>{title} was closed with edits that were not exported.</source>
        <translation>{title} wurde mit nicht exportierten Bearbeitungen geschlossen.</translation>
    </message>
    <message>
        <source>{title}: drag it onto the photo, an attribute or a region; a right click offers more</source>
        <translation>{title}: auf das Foto, ein Merkmal oder eine Region ziehen; ein Rechtsklick bietet mehr</translation>
    </message>
    <message>
        <source>{title}: {tip}</source>
        <translation>{title}: {tip}</translation>
    </message>
    <message>
        <source>{what} as it is</source>
        <translation>{what} wie im Original</translation>
    </message>
    <message>
        <source>{what} comes from {source}</source>
        <translation>{what} kommt von {source}</translation>
    </message>
    <message>
        <source>{what} like {source}</source>
        <translation>{what} wie {source}</translation>
    </message>
    <message>
        <source>{what} of {title}</source>
        <translation>{what} von {title}</translation>
    </message>
    <message>
        <source>{what} {amount} %</source>
        <translation>{what} {amount} %</translation>
    </message>
    <message>
        <source>{what} {state}</source>
        <translation>{what} {state}</translation>
    </message>
    <message>
        <source>{what}, in figures</source>
        <translation>{what}, als Zahl</translation>
    </message>
    <message>
        <source>{what}: another look</source>
        <translation>{what}: anderer Look</translation>
    </message>
    <message>
        <source>{what}: as in the photo</source>
        <translation>{what}: wie im Foto</translation>
    </message>
    <message>
        <source>{what}: blend</source>
        <translation>{what}: Mischung</translation>
    </message>
    <message>
        <source>{what}: its labels</source>
        <translation>{what}: Labels</translation>
    </message>
    <message>
        <source>{what}: locked</source>
        <translation>{what}: gesperrt</translation>
    </message>
    <message>
        <source>{what}: look {number} of {count}</source>
        <translation>{what}: Look {number} von {count}</translation>
    </message>
    <message>
        <source>{what}: looks with names</source>
        <translation>{what}: Aussehen mit Namen</translation>
    </message>
    <message>
        <source>{what}: shown</source>
        <translation>{what}: sichtbar</translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation>{what}: Stärke</translation>
    </message>
    <message>
        <source>{what}: where the look comes from</source>
        <translation>{what}: Herkunft des Looks</translation>
    </message>
    <message>
        <source>{what}: {state}</source>
        <translation>{what}: {state}</translation>
    </message>
    <message>
        <source>“{name}” is no longer in {folder}. It was taken off the list of recent files.</source>
        <translation>„{name}“ ist nicht mehr in {folder}. Der Eintrag wurde aus der Liste der zuletzt geöffneten Dateien entfernt.</translation>
    </message>
</context>
</TS>
