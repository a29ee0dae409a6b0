<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Semblance</name>
    <message>
        <source>&amp;About Semblance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;After only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Split view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write the edits beside it, as a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % is how far two different people are apart on average. Measured with the features of our own attribute classifier: a guide for the eye, not a proof of who somebody is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2 style=&quot;margin-bottom:0&quot;&gt;Semblance&lt;/h2&gt;
&lt;p&gt;{version} A portrait comes in, a portrait goes out; between them stands a short list of edits.
Everything is computed on this computer; no picture leaves it.&lt;/p&gt;
&lt;p&gt;Exported photos carry the IPTC note that a trained algorithm took part in them.&lt;/p&gt;
&lt;p&gt;{pack}&lt;/p&gt;
&lt;p&gt;Semblance is under the MIT licence. What it uses stands under “Licences”.&lt;/p&gt;
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo&apos;s alpha needs the size and the depth of its pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A random look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipe repeats the edits on other photos, here in a batch or without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Semblance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a picture of another face, whose style the edits can take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edit takes {time} (median of {count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edit takes {time} on {device} (median of {count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another look of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another random look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As each photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As their photo shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before closing with edits that were neither saved nor exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autosave does not work. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to a snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to this state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bangs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bangs are thin on many faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch, photo {number} of {count}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel what is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carries {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry out the chosen edit earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry out the chosen edit later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of a recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the label under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to paint with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click what each gives; turn the wheel over a cell for less or more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour the pixels that changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour the pixels that the edits changed, by how much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours, shortcuts, and what computes the edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content credentials need a library that is not installed: “python launch.py setup credentials” adds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content credentials take keys of the kinds P-256, P-384, P-521, Ed25519 and RSA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete an edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen edit (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable an edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful: {doubts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the five points onto the eyes, the tip of the nose and the corners of the mouth. Right and left are the person&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a line around what the edits touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw along a boundary between labels to make it smoother</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw around an area to give it the chosen label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift of identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture of another face here.
You choose what it gives: its hair, eyeglasses, lips …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a portrait here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop photos or folders here, or add them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each says that a trained model changed parts of the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earrings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earrings are drawn small and soft, and some faces get none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits appear here in their order. Untick one to see the face without it, drag it to move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable an edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter confirms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc leaves what was begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action gets the keys that it had at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFmpeg, under LGPL-2.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFmpeg, with parts under GPL-3.0; not in the installed program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {number} of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {number}: {edit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces of the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;t photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill with {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find faces again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding faces…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the sample&apos;s face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For photos in a format that cannot be written; others keep theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget points set by hand and look for faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found with {percent} % confidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first look to the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a connected area the chosen label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every action the keys that it had at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every setting of this page the value that it had at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give pixels back the label that was found in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the hair itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this action the keys that it had at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hair itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hair that is taken away or grows changes its outline more than its length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Har&amp;der edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardness of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits (hold {keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How finely numbers are computed; the eye sees no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How narrowly what is painted fades into the photo ({ and })</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity changes the outlines more than the person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pixels of the face&apos;s crop, which is 256 pixels wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the pack, “sha256” must be 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the project, a face must have five points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the project, “faces” must be a list or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its points were set by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep photo and edits together, to go on later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger files keep more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face (Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out where it was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {what} as in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: nothing is painted over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest side in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the face in {title} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the same edits in many photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models: {title} {version}, {licence}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move an edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the photo, select a face (or hold Space with any tool)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a photo with a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs an edit first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was found in this photo. Setting the five points by hand helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was found. Set its five points by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No graphics card that can compute was found, so the processor does the work. Edits look the same; they take longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No portrait at hand? Try one of nobody real:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is doubtful about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of JPEG, WebP and AVIF: larger files keep more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the open photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the open photo ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the colour profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo to see its faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as the photo instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sa&amp;mple portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sample portrait {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline the &amp;edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pai&amp;nt on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint only over this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint the chosen label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint with {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture as the photo, or as a reference when a photo is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo and edits were saved, but not their result. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pic&amp;k label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth by hand (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth corners by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put eyeglasses on a sample portrait and measure how long it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the edited photo on the clipboard, at full size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the list of names, versions and licences on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the present state aside, to compare with or to come back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this face on the shelf, to give its looks to another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts eyeglasses on a sample portrait {count} times and says whether the result is sound, and how long an edit takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting on eyeglasses, {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt, under LGPL-3.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality of exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius in pixels of the face&apos;s crop ([ and ])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rec&amp;ipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove &amp;all edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the existing file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the original photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;mooth boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap brush and eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample &amp;{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See and change the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See before and after beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See before and after on either side of a line that can be dragged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the chosen snapshot beside the present state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the photo without its edits while the key is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semblance project, OpenRaster ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semblance was closed without saving {name}. Bring it back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semblance: something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set face &amp;points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set points by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set points…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this page back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpening the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts of “{action}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide it among the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the labels it is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign with &amp;content credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing takes the files of your certificate and of its private key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six random looks to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller photos are not enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth a boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot {number}: 1 edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot {number}: {count} edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softe&amp;r edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Semblance. Your photo is untouched, and you can go on working; exporting what you have is a good idea.

The report below helps to mend it. It holds no picture and no folder names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space moves the photo while it is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength: from the photo&apos;s own look to the whole new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab goes to the next control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take s&amp;napshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them out of the list (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells viewers who exported the photo, and that a trained model changed parts of it. It takes your own certificate and its private key as PEM files, the key without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera&apos;s notes (EXIF) are damaged and will not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera&apos;s notes are too long for JPEG and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour profile does not fit the picture and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer has not enough free memory for this edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device that was chosen is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit changed more than eyeglasses can. Another device or precision may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit changed nothing. Another device or precision may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edits of this photo were neither saved nor exported. Close without them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face as the models see it, with its five points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five points of this face lie on one spot; set them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics memory is full: the computer&apos;s processor does the work now, more slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model pack cannot change this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are being loaded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open photo has no edits yet. Make some, or choose a recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person&apos;s own side: their left lies on the right of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo with its edits. Drop a picture here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo&apos;s own look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has more than 8 bits a channel; it is opened with 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in print colours (CMYK); it is edited and saved as RGB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe is not readable as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference wears no eyeglasses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result holds numbers that are none. Another device or precision may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results need a folder of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results need a folder of their own: sources are never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample portraits are missing, so there is nothing to test with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test failed through a fault of Semblance&apos;s own; a report of it is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not installed with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two heads look in very different directions: what one hides must be guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their face within this one&apos;s outline; hair and skin colour stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their face, hair and accessories on these shoulders; pose stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their left corner of the mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their left eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their right corner of the mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their right eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their very eyeglasses, without what is behind the lenses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their very hair, and hat, as their photo shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These five points lie on one spot; a face needs room between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a picture with layers; it is opened as they look together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no shortcut: press a key, with Ctrl, Alt or Shift if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of 16-bit picture is opened with 8 bits a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project was written by a newer Semblance; what this one does not know is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip of the nose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Semblance uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes the edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is painted on one side of the face is painted on the other as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands against these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the engine does now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the look comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, the window closes and the edits are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to &amp;face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bangs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16: faster where the device has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close to the photo&apos;s border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clothes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off at the photo&apos;s border: part of the face is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earrings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyeglasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyes covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp32: exact, slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardly any contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libheif and libde265, under LGPL-3.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lying on its side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mouth or nose covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>necklace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not now: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or paste a picture, or open one from a file.
It stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen from the side: the far half of the face is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arrows move within lists and sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the icon fonts below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this may not be a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upside down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}, which is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face}: {doubts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} is taken: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the crop, by {most} of 255 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (compared with)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is now a reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} was closed with edits that were not exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: drag it onto the photo, an attribute or a region; a right click offers more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {tip}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (without)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} comes from {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} like {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: another look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: its labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: look {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: where the look comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no longer in {folder}. It was taken off the list of recent files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
