<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Semblance</name>
    <message>
        <source>&amp;About Semblance</source>
        <translation>À &amp;propos de Semblance</translation>
    </message>
    <message>
        <source>&amp;After only</source>
        <translation>&amp;Après seulement</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>Traitement par &amp;lot…</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinceau</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Effacer la liste</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Edits</source>
        <translation>&amp;Modifications</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Moteur</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Gomme</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Remplissage</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Terminer</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Général</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Main</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>Raccourcis &amp;clavier…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Ra&amp;ccourcis</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Licences</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>Métado&amp;nnées</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Next face</source>
        <translation>Visage &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>&amp;Ouvrir une photo…</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>C&amp;oller l’image</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Rétablir&#xa0;: {step}</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>&amp;Enregistrer le projet</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>Pinceau plus p&amp;etit</translation>
    </message>
    <message>
        <source>&amp;Split view</source>
        <translation>Vue &amp;divisée</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>T&amp;ester</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Annuler&#xa0;: {step}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Write the edits beside it, as a recipe</source>
        <translation>&amp;Joindre les modifications sous forme de recette</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>100 % is how far two different people are apart on average. Measured with the features of our own attribute classifier: a guide for the eye, not a proof of who somebody is.</source>
        <translation>100&#xa0;% correspond à l’écart moyen entre deux personnes différentes. Mesuré sur les caractéristiques de notre propre classificateur d’attributs&#xa0;: un repère pour l’œil, pas une preuve d’identité.</translation>
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
&lt;p&gt;{version} Un portrait entre, un portrait sort&#xa0;; entre les deux, une courte liste de modifications.
Tout est calculé sur cet ordinateur&#xa0;; aucune image ne le quitte.&lt;/p&gt;
&lt;p&gt;Les photos exportées portent la mention IPTC de la participation d’un algorithme entraîné.&lt;/p&gt;
&lt;p&gt;{pack}&lt;/p&gt;
&lt;p&gt;Semblance est sous licence MIT. Ce qu’il utilise figure sous «&#xa0;Licences&#xa0;».&lt;/p&gt;
</translation>
    </message>
    <message>
        <source>A closed mouth opens only a little, without teeth: the photo does not show them.</source>
        <translation>Une bouche fermée ne s’ouvre qu’un peu, sans dents : la photo ne les montre pas.</translation>
    </message>
    <message>
        <source>A hat covers the hair.</source>
        <translation>Un chapeau couvre les cheveux.</translation>
    </message>
    <message>
        <source>A hat is worn already; take it off first.</source>
        <translation>Un chapeau est déjà porté ; retirez-le d’abord.</translation>
    </message>
    <message>
        <source>A photo&apos;s alpha needs the size and the depth of its pixels.</source>
        <translation>Le canal alpha d’une photo doit avoir la taille et la profondeur de ses pixels.</translation>
    </message>
    <message>
        <source>A random look</source>
        <translation>Un aspect aléatoire</translation>
    </message>
    <message>
        <source>A recipe repeats the edits on other photos, here in a batch or without a window</source>
        <translation>Une recette répète les modifications sur d’autres photos, ici par lot ou sans fenêtre</translation>
    </message>
    <message>
        <source>About Semblance</source>
        <translation>À propos de Semblance</translation>
    </message>
    <message>
        <source>About the program</source>
        <translation>À propos du programme</translation>
    </message>
    <message>
        <source>Accessories</source>
        <translation>Accessoires</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs raccourcis</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>&amp;Ajouter une référence…</translation>
    </message>
    <message>
        <source>Add a picture of another face, whose style the edits can take</source>
        <translation>Ajouter l’image d’un autre visage, dont les modifications peuvent reprendre l’aspect</translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation>Ajouter une référence</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Ajouter des photos</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Ajouter des photos…</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>Ajouter une référence</translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation>Ajouter les photos d’un dossier</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>All files ({endings})</source>
        <translation>Tous les fichiers ({endings})</translation>
    </message>
    <message>
        <source>An edit takes {time} (median of {count}).</source>
        <translation>Une modification prend {time} (médiane sur {count}).</translation>
    </message>
    <message>
        <source>An edit takes {time} on {device} (median of {count}).</source>
        <translation>Une modification prend {time} sur {device} (médiane sur {count}).</translation>
    </message>
    <message>
        <source>Another look of {what}</source>
        <translation>Autre aspect&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Another portrait of nobody lies on the shelf now. Each box is one thing that it can give: click one, for example its hair.</source>
        <translation>Un autre portrait de personne est maintenant sur l’étagère. Chaque case est une chose qu’il peut donner : cliquer sur l’une d’elles, par exemple les cheveux.</translation>
    </message>
    <message>
        <source>Another random look</source>
        <translation>Autre aspect aléatoire</translation>
    </message>
    <message>
        <source>As each photo</source>
        <translation>Comme chaque photo</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>Comme sur la photo</translation>
    </message>
    <message>
        <source>As is</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>As their photo shows it</source>
        <translation>Comme sur leur photo</translation>
    </message>
    <message>
        <source>Ask before closing with edits that were neither saved nor exported</source>
        <translation>Demander avant de fermer si des modifications n’ont été ni enregistrées ni exportées</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attributs</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic: the fastest</source>
        <translation>Automatique&#xa0;: le plus rapide</translation>
    </message>
    <message>
        <source>Autosave does not work. {why}</source>
        <translation>L’enregistrement automatique ne fonctionne pas. {why}</translation>
    </message>
    <message>
        <source>Aviator, gold, green lenses</source>
        <translation>Aviateur, dorées, verres verts</translation>
    </message>
    <message>
        <source>Aviator, silver, mirrored</source>
        <translation>Aviateur, argentées, miroir</translation>
    </message>
    <message>
        <source>Back to a snapshot</source>
        <translation>Revenir à un instantané</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>Revenir à la page précédente</translation>
    </message>
    <message>
        <source>Back to this state</source>
        <translation>Revenir à cet état</translation>
    </message>
    <message>
        <source>Back to {title}</source>
        <translation>Revenir à {title}</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Arrière-plan</translation>
    </message>
    <message>
        <source>Bangs</source>
        <translation>Frange</translation>
    </message>
    <message>
        <source>Bangs are cut much alike; where hair is thin they are drawn coarsely.</source>
        <translation>Les franges ont toutes à peu près la même coupe ; là où les cheveux sont clairsemés, elles sont dessinées grossièrement.</translation>
    </message>
    <message>
        <source>Baseball cap, beige</source>
        <translation>Casquette de baseball, beige</translation>
    </message>
    <message>
        <source>Baseball cap, navy</source>
        <translation>Casquette de baseball, bleu marine</translation>
    </message>
    <message>
        <source>Baseball cap, red</source>
        <translation>Casquette de baseball, rouge</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Traitement par lot</translation>
    </message>
    <message>
        <source>Batch, photo {number} of {count}…</source>
        <translation>Lot, photo {number} sur {count}…</translation>
    </message>
    <message>
        <source>Batch: {counts}.</source>
        <translation>Lot&#xa0;: {counts}.</translation>
    </message>
    <message>
        <source>Beanie, black, no cuff</source>
        <translation>Bonnet noir, sans revers</translation>
    </message>
    <message>
        <source>Beanie, grey wool</source>
        <translation>Bonnet, laine grise</translation>
    </message>
    <message>
        <source>Beanie, mustard</source>
        <translation>Bonnet, moutarde</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>Barbe</translation>
    </message>
    <message>
        <source>Beard shadow</source>
        <translation>Ombre de barbe</translation>
    </message>
    <message>
        <source>Beret, black</source>
        <translation>Béret, noir</translation>
    </message>
    <message>
        <source>Beret, wine red</source>
        <translation>Béret, bordeaux</translation>
    </message>
    <message>
        <source>Black hair</source>
        <translation>Cheveux noirs</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mélange</translation>
    </message>
    <message>
        <source>Blend of {what}</source>
        <translation>Mélange&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Blend with</source>
        <translation>Mélanger avec</translation>
    </message>
    <message>
        <source>Blends are nested too deeply.</source>
        <translation>Les mélanges sont imbriqués trop profondément.</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>Cheveux blonds</translation>
    </message>
    <message>
        <source>Bowler</source>
        <translation>Chapeau melon</translation>
    </message>
    <message>
        <source>Bright eyes</source>
        <translation>Yeux clairs</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Browline, black and gold</source>
        <translation>Browline, noir et or</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>Cheveux bruns</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Sourcils</translation>
    </message>
    <message>
        <source>Browse for: {what}</source>
        <translation>Parcourir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Bucket hat, black</source>
        <translation>Bob, noir</translation>
    </message>
    <message>
        <source>Bucket hat, sand</source>
        <translation>Bob, sable</translation>
    </message>
    <message>
        <source>Bushy brows</source>
        <translation>Sourcils épais</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Annuler le test</translation>
    </message>
    <message>
        <source>Cancel what is being written</source>
        <translation>Annuler l’écriture en cours</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Zone de travail</translation>
    </message>
    <message>
        <source>Carries {what}.</source>
        <translation>Contient {what}.</translation>
    </message>
    <message>
        <source>Carry out the chosen edit earlier</source>
        <translation>Exécuter plus tôt la modification choisie</translation>
    </message>
    <message>
        <source>Carry out the chosen edit later</source>
        <translation>Exécuter plus tard la modification choisie</translation>
    </message>
    <message>
        <source>Cat eye, red</source>
        <translation>Œil de chat, rouges</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificats (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Changing the layout</source>
        <translation>Modification de la disposition</translation>
    </message>
    <message>
        <source>Changing the picture</source>
        <translation>Modification de l&apos;image</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Choisir un dossier pour les résultats.</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>Choisir un pack de modèles</translation>
    </message>
    <message>
        <source>Choose the file of a recipe.</source>
        <translation>Choisir le fichier d’une recette.</translation>
    </message>
    <message>
        <source>Choose the label under the cursor</source>
        <translation>Choisir l’étiquette sous le pointeur</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>Cliquer ici et appuyer sur les touches</translation>
    </message>
    <message>
        <source>Click the one that you like best. The slider above sets how strong it is.</source>
        <translation>Cliquer sur celui qui convient le mieux. Le curseur au-dessus règle l’intensité.</translation>
    </message>
    <message>
        <source>Click to paint with it</source>
        <translation>Cliquer pour peindre avec</translation>
    </message>
    <message>
        <source>Click what each gives; turn the wheel over a cell for less or more of it.</source>
        <translation>Cliquer sur ce que donne chaque référence&#xa0;; la molette au-dessus d’une cellule en donne plus ou moins.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the tour</source>
        <translation>Fermer la visite</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Fermer sans enregistrer</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Vêtements</translation>
    </message>
    <message>
        <source>Colour the pixels that changed</source>
        <translation>Colorer les pixels modifiés</translation>
    </message>
    <message>
        <source>Colour the pixels that the edits changed, by how much</source>
        <translation>Colorer les pixels modifiés selon l’ampleur du changement</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Colours, shortcuts, and what computes the edits</source>
        <translation>Couleurs, raccourcis et calcul des modifications</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>Comparer avec celui-ci</translation>
    </message>
    <message>
        <source>Compare with the photo</source>
        <translation>Comparer avec la photo</translation>
    </message>
    <message>
        <source>Content credentials need a library that is not installed: “python launch.py setup credentials” adds it.</source>
        <translation>Les identifiants de contenu nécessitent une bibliothèque qui n’est pas installée&#xa0;: «&#xa0;python launch.py setup credentials&#xa0;» l’ajoute.</translation>
    </message>
    <message>
        <source>Content credentials take keys of the kinds P-256, P-384, P-521, Ed25519 and RSA.</source>
        <translation>Les identifiants de contenu acceptent les clés de type P-256, P-384, P-521, Ed25519 et RSA.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Cooler hair</source>
        <translation>Cheveux plus froids</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copier les versions</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copie</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
    <message>
        <source>Cowboy hat</source>
        <translation>Chapeau de cow-boy</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>So&amp;mbre</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Darker hair</source>
        <translation>Cheveux plus foncés</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete an edit</source>
        <translation>Supprimer une modification</translation>
    </message>
    <message>
        <source>Delete edit</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the chosen edit (Delete)</source>
        <translation>Supprimer la modification choisie (Suppr)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>Diamond studs</source>
        <translation>Puces de diamant</translation>
    </message>
    <message>
        <source>Disable an edit</source>
        <translation>Désactiver une modification</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Doubtful: {doubts}.</source>
        <translation>Douteux&#xa0;: {doubts}.</translation>
    </message>
    <message>
        <source>Drag the five points onto the eyes, the tip of the nose and the corners of the mouth. Right and left are the person&apos;s own.</source>
        <translation>Faire glisser les cinq points sur les yeux, le bout du nez et les coins de la bouche. La droite et la gauche sont celles de la personne.</translation>
    </message>
    <message>
        <source>Draw a line around what the edits touch</source>
        <translation>Tracer une ligne autour de ce que touchent les modifications</translation>
    </message>
    <message>
        <source>Draw along a boundary between labels to make it smoother</source>
        <translation>Suivre une frontière entre étiquettes pour la lisser</translation>
    </message>
    <message>
        <source>Draw around an area to give it the chosen label</source>
        <translation>Entourer une zone pour lui donner l’étiquette choisie</translation>
    </message>
    <message>
        <source>Drawing the face</source>
        <translation>Dessin du visage</translation>
    </message>
    <message>
        <source>Drift of identity</source>
        <translation>Écart d’identité</translation>
    </message>
    <message>
        <source>Drop a picture of another face here.
You choose what it gives: its hair, eyeglasses, lips …</source>
        <translation>Déposer ici l’image d’un autre visage.
Ce qu’il donne est au choix&#xa0;: cheveux, lunettes, lèvres…</translation>
    </message>
    <message>
        <source>Drop a portrait here</source>
        <translation>Déposer un portrait ici</translation>
    </message>
    <message>
        <source>Drop photos or folders here, or add them.</source>
        <translation>Déposer ici des photos ou des dossiers, ou les ajouter.</translation>
    </message>
    <message>
        <source>Each row changes one thing about the face and leaves the rest alone. Turn eyeglasses on. A star after a name says that the model does it badly.</source>
        <translation>Chaque ligne change une chose du visage et laisse le reste tel quel. Activer les lunettes. Une étoile après un nom signale que le modèle le fait mal.</translation>
    </message>
    <message>
        <source>Each says that a trained model changed parts of the photo</source>
        <translation>Chaque choix indique qu’un modèle entraîné a modifié des parties de la photo</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>Boucle d’oreille</translation>
    </message>
    <message>
        <source>Earrings</source>
        <translation>Boucles d’oreilles</translation>
    </message>
    <message>
        <source>Earrings are worn already; take them off first.</source>
        <translation>Des boucles d’oreilles sont déjà portées ; retirez-les d’abord.</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Edits appear here in their order. Untick one to see the face without it, drag it to move it.</source>
        <translation>Les modifications apparaissent ici dans leur ordre. En décocher une montre le visage sans elle, la faire glisser la déplace.</translation>
    </message>
    <message>
        <source>Emerald drops</source>
        <translation>Gouttes d’émeraude</translation>
    </message>
    <message>
        <source>Enable an edit</source>
        <translation>Activer une modification</translation>
    </message>
    <message>
        <source>Enter confirms</source>
        <translation>Entrée confirme</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Gommer</translation>
    </message>
    <message>
        <source>Esc leaves what was begun</source>
        <translation>Échap abandonne l’action commencée</translation>
    </message>
    <message>
        <source>Every action gets the keys that it had at first.</source>
        <translation>Chaque action retrouve ses raccourcis d’origine.</translation>
    </message>
    <message>
        <source>Every region is a layer that you can paint, hide and lock. Hair is chosen: take the brush in the bar on the left, and paint some hair onto the head.</source>
        <translation>Chaque région est un calque à peindre, masquer ou verrouiller. Les cheveux sont choisis : prendre le pinceau dans la barre de gauche et peindre des cheveux sur la tête.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export photo</source>
        <translation>Exporter la photo</translation>
    </message>
    <message>
        <source>Export writes the photo at its full size, with a note inside that a model changed parts of it. That was the tour; the user guide in the Help menu tells the rest.</source>
        <translation>L’export écrit la photo en pleine taille, avec une mention interne indiquant qu’un modèle en a changé des parties. La visite est finie ; le guide du menu Aide dit le reste.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation>Lunettes</translation>
    </message>
    <message>
        <source>Eyeglasses are worn already; take them off first.</source>
        <translation>Des lunettes sont déjà portées ; retirez-les d’abord.</translation>
    </message>
    <message>
        <source>Eyeglasses lie over the brows.</source>
        <translation>Des lunettes recouvrent les sourcils.</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Yeux</translation>
    </message>
    <message>
        <source>Eyes narrowed</source>
        <translation>Yeux plissés</translation>
    </message>
    <message>
        <source>Eyes wide</source>
        <translation>Yeux grands ouverts</translation>
    </message>
    <message>
        <source>FFmpeg, under LGPL-2.1</source>
        <translation>FFmpeg, sous LGPL-2.1</translation>
    </message>
    <message>
        <source>FFmpeg, with parts under GPL-3.0; not in the installed program</source>
        <translation>FFmpeg, en partie sous GPL-3.0&#xa0;; absent du programme installé</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Visage</translation>
    </message>
    <message>
        <source>Face found</source>
        <translation>Visage trouvé</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Visage {number}</translation>
    </message>
    <message>
        <source>Face {number} of {count}</source>
        <translation>Visage {number} sur {count}</translation>
    </message>
    <message>
        <source>Face {number} of {count}.</source>
        <translation>Visage {number} sur {count}.</translation>
    </message>
    <message>
        <source>Face {number}: {edit}</source>
        <translation>Visage {number}&#xa0;: {edit}</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>Faces of the photo</source>
        <translation>Visages de la photo</translation>
    </message>
    <message>
        <source>Fedora</source>
        <translation>Fédora</translation>
    </message>
    <message>
        <source>Fedora, camel</source>
        <translation>Fédora, camel</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femme</translation>
    </message>
    <message>
        <source>Feminine</source>
        <translation>Féminin</translation>
    </message>
    <message>
        <source>Fi&amp;t photo</source>
        <translation>A&amp;juster à la fenêtre</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Fill with {what}</source>
        <translation>Remplir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>&amp;Rechercher une commande…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Rechercher une commande</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Rechercher à nouveau</translation>
    </message>
    <message>
        <source>Find faces again</source>
        <translation>Rechercher à nouveau les visages</translation>
    </message>
    <message>
        <source>Finding faces…</source>
        <translation>Recherche des visages…</translation>
    </message>
    <message>
        <source>Finding the sample&apos;s face</source>
        <translation>Recherche du visage de l’exemple</translation>
    </message>
    <message>
        <source>Fine brows</source>
        <translation>Sourcils fins</translation>
    </message>
    <message>
        <source>First shortcut</source>
        <translation>Premier raccourci</translation>
    </message>
    <message>
        <source>Flat cap, grey</source>
        <translation>Casquette plate, grise</translation>
    </message>
    <message>
        <source>Flat cap, tweed</source>
        <translation>Casquette plate, tweed</translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Form&amp;at</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>For photos in a format that cannot be written; others keep theirs</source>
        <translation>Pour les photos dans un format qui ne peut pas être écrit&#xa0;; les autres gardent le leur</translation>
    </message>
    <message>
        <source>Forget points set by hand and look for faces</source>
        <translation>Oublier les points placés à la main et rechercher les visages</translation>
    </message>
    <message>
        <source>Format of exports</source>
        <translation>Format d’exportation</translation>
    </message>
    <message>
        <source>Found with {percent} % confidence.</source>
        <translation>Trouvé avec une confiance de {percent}&#xa0;%.</translation>
    </message>
    <message>
        <source>From the first look to the second</source>
        <translation>Du premier aspect au second</translation>
    </message>
    <message>
        <source>Full face</source>
        <translation>Visage plein</translation>
    </message>
    <message>
        <source>Full lips</source>
        <translation>Lèvres pleines</translation>
    </message>
    <message>
        <source>Fullness of the lips</source>
        <translation>Volume des lèvres</translation>
    </message>
    <message>
        <source>Gaze to the side</source>
        <translation>Regard de côté</translation>
    </message>
    <message>
        <source>Gaze up and down</source>
        <translation>Regard vertical</translation>
    </message>
    <message>
        <source>Give a connected area the chosen label</source>
        <translation>Donner l’étiquette choisie à une zone d’un seul tenant</translation>
    </message>
    <message>
        <source>Give every action the keys that it had at first</source>
        <translation>Rendre à chaque action ses raccourcis d’origine</translation>
    </message>
    <message>
        <source>Give every setting of this page the value that it had at first</source>
        <translation>Rendre à chaque réglage de cette page sa valeur d’origine</translation>
    </message>
    <message>
        <source>Give pixels back the label that was found in the photo</source>
        <translation>Rendre aux pixels l’étiquette trouvée dans la photo</translation>
    </message>
    <message>
        <source>Give the hair itself</source>
        <translation>Donner les cheveux tels quels</translation>
    </message>
    <message>
        <source>Give the whole head</source>
        <translation>Donner toute la tête</translation>
    </message>
    <message>
        <source>Give this action the keys that it had at first</source>
        <translation>Rendre à cette action ses raccourcis d’origine</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Lunettes telles quelles</translation>
    </message>
    <message>
        <source>Gold discs</source>
        <translation>Disques d’or</translation>
    </message>
    <message>
        <source>Gold hoops</source>
        <translation>Créoles en or</translation>
    </message>
    <message>
        <source>Gold studs</source>
        <translation>Puces d’or</translation>
    </message>
    <message>
        <source>Grey hair</source>
        <translation>Cheveux gris</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Cheveux</translation>
    </message>
    <message>
        <source>Hair itself</source>
        <translation>Cheveux tels quels</translation>
    </message>
    <message>
        <source>Hair that grows beside the face is drawn in coarse strands; hair beyond the square around the face stays.</source>
        <translation>Les cheveux qui poussent à côté du visage sont dessinés en grosses mèches ; ceux hors du carré autour du visage restent.</translation>
    </message>
    <message>
        <source>Half rim, dark</source>
        <translation>Demi-monture, sombres</translation>
    </message>
    <message>
        <source>Har&amp;der edge</source>
        <translation>Bord plus &amp;dur</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureté</translation>
    </message>
    <message>
        <source>Hardness of the brush</source>
        <translation>Dureté du pinceau</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Chapeau</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>Head down</source>
        <translation>Tête baissée</translation>
    </message>
    <message>
        <source>Head up</source>
        <translation>Tête haute</translation>
    </message>
    <message>
        <source>Height of brows</source>
        <translation>Hauteur des sourcils</translation>
    </message>
    <message>
        <source>High brows</source>
        <translation>Sourcils hauts</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Hold this button to see the photo as it was. Only what you edited differs, to the last pixel.</source>
        <translation>Maintenir ce bouton pour voir la photo telle qu’elle était. Seul ce qui a été modifié diffère, au pixel près.</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>Maintenir pour voir l’original</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits</source>
        <translation>Maintenir pour voir la photo sans ses modifications</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits (hold {keys})</source>
        <translation>Maintenir pour voir la photo sans ses modifications (maintenir {keys})</translation>
    </message>
    <message>
        <source>How finely numbers are computed; the eye sees no difference</source>
        <translation>Finesse des calculs&#xa0;; l’œil ne voit pas de différence</translation>
    </message>
    <message>
        <source>How narrowly what is painted fades into the photo ({ and })</source>
        <translation>Sur quelle faible largeur ce qui est peint se fond dans la photo ({ et })</translation>
    </message>
    <message>
        <source>How to do what, with pictures</source>
        <translation>Comment faire quoi, en images</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Identity draws the face anew, and softly; long hair seldom becomes short.</source>
        <translation>L’identité redessine le visage, en plus doux ; les cheveux longs deviennent rarement courts.</translation>
    </message>
    <message>
        <source>Identity drift</source>
        <translation>Écart d’identité</translation>
    </message>
    <message>
        <source>In pixels of the face&apos;s crop, which is 256 pixels wide</source>
        <translation>En pixels du cadrage du visage, large de 256 pixels</translation>
    </message>
    <message>
        <source>In use: {device}.</source>
        <translation>En service&#xa0;: {device}.</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>Dans {folder}</translation>
    </message>
    <message>
        <source>It cannot be made out clearly enough what is hair.</source>
        <translation>On ne distingue pas assez nettement ce qui est cheveu.</translation>
    </message>
    <message>
        <source>It changes the skin and its light, and no outlines.</source>
        <translation>Change la peau et sa lumière, mais pas les contours.</translation>
    </message>
    <message>
        <source>It darkens the skin, and grows no hair.</source>
        <translation>Assombrit la peau ; aucun poil ne pousse.</translation>
    </message>
    <message>
        <source>Its points were set by hand.</source>
        <translation>Ses points ont été placés à la main.</translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation>Garder en favori</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Tout conserver</translation>
    </message>
    <message>
        <source>Keep photo and edits together, to go on later</source>
        <translation>Garder ensemble la photo et les modifications, pour continuer plus tard</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>Clés (*.pem *.key)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>Pinceau plus gr&amp;and</translation>
    </message>
    <message>
        <source>Large eyes</source>
        <translation>Grands yeux</translation>
    </message>
    <message>
        <source>Large sunglasses, brown fade</source>
        <translation>Grandes lunettes de soleil, brun dégradé</translation>
    </message>
    <message>
        <source>Larger files keep more</source>
        <translation>Les fichiers plus gros conservent plus de détails</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face</source>
        <translation>Superposer au visage la carte colorée des étiquettes</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face (Q)</source>
        <translation>Superposer au visage la carte colorée des étiquettes (Q)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser ainsi</translation>
    </message>
    <message>
        <source>Leave out where it was taken</source>
        <translation>Retirer le lieu de prise de vue</translation>
    </message>
    <message>
        <source>Leave {what} as in the photo</source>
        <translation>Laisser comme sur la photo&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation>Sourcil gauche</translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation>Oreille gauche</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>Œil gauche</translation>
    </message>
    <message>
        <source>Length of the chin</source>
        <translation>Longueur du menton</translation>
    </message>
    <message>
        <source>Less grey</source>
        <translation>Moins de gris</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>C&amp;lair</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licence&#xa0;: {licence}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like a reference</source>
        <translation>Comme une référence</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lèvres</translation>
    </message>
    <message>
        <source>Little</source>
        <translation>Peu</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>Chargement des modèles…</translation>
    </message>
    <message>
        <source>Locked: nothing is painted over it</source>
        <translation>Verrouillé&#xa0;: protégé de la peinture</translation>
    </message>
    <message>
        <source>Long chin</source>
        <translation>Menton long</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Plus grand côté</translation>
    </message>
    <message>
        <source>Longest side in pixels</source>
        <translation>Plus grand côté en pixels</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>Regard en bas</translation>
    </message>
    <message>
        <source>Look left</source>
        <translation>Regard à gauche</translation>
    </message>
    <message>
        <source>Look like</source>
        <translation>Aspect comme</translation>
    </message>
    <message>
        <source>Look of a region</source>
        <translation>Aspect d’une région</translation>
    </message>
    <message>
        <source>Look of regions</source>
        <translation>Aspect des régions</translation>
    </message>
    <message>
        <source>Look of {what}</source>
        <translation>Aspect&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Look right</source>
        <translation>Regard à droite</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Regard en haut</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Recherche de périphériques…</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Recherche des visages</translation>
    </message>
    <message>
        <source>Looking for faces …</source>
        <translation>Recherche des visages…</translation>
    </message>
    <message>
        <source>Looking for the face in {title} …</source>
        <translation>Recherche du visage dans {title}…</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aspects</translation>
    </message>
    <message>
        <source>Low brows</source>
        <translation>Sourcils bas</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Lèvre inférieure</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Barre principale</translation>
    </message>
    <message>
        <source>Make the same edits in many photos</source>
        <translation>Faire les mêmes modifications sur de nombreuses photos</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Homme</translation>
    </message>
    <message>
        <source>Masculine</source>
        <translation>Masculin</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Pack de modèles</translation>
    </message>
    <message>
        <source>Models are missing</source>
        <translation>Modèles manquants</translation>
    </message>
    <message>
        <source>Models: {title} {version}, {licence}.</source>
        <translation>Modèles&#xa0;: {title} {version}, {licence}.</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Bouche</translation>
    </message>
    <message>
        <source>Mouth closed</source>
        <translation>Bouche fermée</translation>
    </message>
    <message>
        <source>Mouth open</source>
        <translation>Bouche ouverte</translation>
    </message>
    <message>
        <source>Move an edit</source>
        <translation>Déplacer une modification</translation>
    </message>
    <message>
        <source>Move the photo, select a face (or hold Space with any tool)</source>
        <translation>Déplacer la photo, choisir un visage (ou maintenir Espace avec n’importe quel outil)</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>Beaucoup</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Narrow face</source>
        <translation>Visage étroit</translation>
    </message>
    <message>
        <source>Narrow jaw</source>
        <translation>Mâchoire étroite</translation>
    </message>
    <message>
        <source>Narrow nose</source>
        <translation>Nez étroit</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cou</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>Collier</translation>
    </message>
    <message>
        <source>Needs a photo with a face</source>
        <translation>Nécessite une photo avec un visage</translation>
    </message>
    <message>
        <source>Needs an edit first</source>
        <translation>Nécessite d’abord une modification</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nouvelle &amp;fenêtre</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Aucune commande ne porte ce nom.</translation>
    </message>
    <message>
        <source>No ear lobe can be seen, which earrings need.</source>
        <translation>Aucun lobe d’oreille n’est visible, ce dont les boucles d’oreilles ont besoin.</translation>
    </message>
    <message>
        <source>No eye bags</source>
        <translation>Sans cernes</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Aucun visage</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>Aucun visage n’a été trouvé sur cette photo.</translation>
    </message>
    <message>
        <source>No face was found in this photo. Setting the five points by hand helps.</source>
        <translation>Aucun visage n’a été trouvé sur cette photo. Placer les cinq points à la main peut aider.</translation>
    </message>
    <message>
        <source>No face was found. Set its five points by hand.</source>
        <translation>Aucun visage trouvé. Ses cinq points peuvent être placés à la main.</translation>
    </message>
    <message>
        <source>No graphics card that can compute was found, so the processor does the work. Edits look the same; they take longer.</source>
        <translation>Aucune carte graphique capable de calculer n’a été trouvée&#xa0;: le processeur fait le travail. Les modifications sont identiques, mais plus longues.</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>Retirer des favoris</translation>
    </message>
    <message>
        <source>No portrait at hand? Try one of nobody real:</source>
        <translation>Pas de portrait sous la main&#xa0;? Ceux-ci ne montrent personne de réel&#xa0;:</translation>
    </message>
    <message>
        <source>No red eyes</source>
        <translation>Sans yeux rouges</translation>
    </message>
    <message>
        <source>No shine</source>
        <translation>Sans brillance</translation>
    </message>
    <message>
        <source>Nod of the head</source>
        <translation>Inclinaison de la tête</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nez</translation>
    </message>
    <message>
        <source>Not your style? Press the die at the end of the row: it draws six other looks.</source>
        <translation>Pas le bon style ? Le dé au bout de la ligne propose six autres aspects.</translation>
    </message>
    <message>
        <source>Nothing is doubtful about it.</source>
        <translation>Rien de douteux.</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Rien à rétablir</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Rien à annuler</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
    <message>
        <source>Of JPEG, WebP and AVIF: larger files keep more</source>
        <translation>Pour JPEG, WebP et AVIF&#xa0;: les fichiers plus gros conservent plus de détails</translation>
    </message>
    <message>
        <source>Of a recipe</source>
        <translation>D’une recette</translation>
    </message>
    <message>
        <source>Of large earrings that are taken off a part may stay.</source>
        <translation>Des grandes boucles retirées, une partie peut rester.</translation>
    </message>
    <message>
        <source>Of the open photo</source>
        <translation>De la photo ouverte</translation>
    </message>
    <message>
        <source>Of the open photo ({count})</source>
        <translation>De la photo ouverte ({count})</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Plus âgé</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Avec</translation>
    </message>
    <message>
        <source>Only the colour profile</source>
        <translation>Seulement le profil de couleur</translation>
    </message>
    <message>
        <source>Opacity of the labels</source>
        <translation>Opacité des étiquettes</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>&amp;Ouvrir le dossier des journaux</translation>
    </message>
    <message>
        <source>Open a photo first</source>
        <translation>Ouvrir d’abord une photo</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>Ouvrir une photo ou un projet</translation>
    </message>
    <message>
        <source>Open a photo to see its faces.</source>
        <translation>Une photo ouverte montre ici ses visages.</translation>
    </message>
    <message>
        <source>Open as the photo instead</source>
        <translation>Ouvrir plutôt comme photo</translation>
    </message>
    <message>
        <source>Open eyes</source>
        <translation>Yeux ouverts</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation>Bouche ouverte</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Ouvrir une photo</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Ouvrir une photo…</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>Open sa&amp;mple portrait</source>
        <translation>Ouvrir un &amp;portrait d’exemple</translation>
    </message>
    <message>
        <source>Open sample portrait {number}</source>
        <translation>Ouvrir le portrait d’exemple {number}</translation>
    </message>
    <message>
        <source>Opening photo…</source>
        <translation>Ouverture de la photo…</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>Ouverture de {title}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Outline the &amp;edits</source>
        <translation>Co&amp;ntourer les modifications</translation>
    </message>
    <message>
        <source>Outside the edits</source>
        <translation>Hors modifications</translation>
    </message>
    <message>
        <source>Oval wire, rose gold</source>
        <translation>Ovales, métal or rose</translation>
    </message>
    <message>
        <source>Oversized, navy</source>
        <translation>Oversize, bleu marine</translation>
    </message>
    <message>
        <source>Own {what}</source>
        <translation>D’origine&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Page du guide</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Pages des préférences</translation>
    </message>
    <message>
        <source>Pai&amp;nt on both sides</source>
        <translation>Peindre des deux &amp;côtés</translation>
    </message>
    <message>
        <source>Paint only over this</source>
        <translation>Peindre seulement ceci</translation>
    </message>
    <message>
        <source>Paint the chosen label</source>
        <translation>Peindre l’étiquette choisie</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Peindre avec</translation>
    </message>
    <message>
        <source>Paint with {what}</source>
        <translation>Peindre avec&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Paint {what}</source>
        <translation>Peindre&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panama</translation>
    </message>
    <message>
        <source>Panto, brown</source>
        <translation>Pantos, brunes</translation>
    </message>
    <message>
        <source>Panto, clear</source>
        <translation>Pantos, transparentes</translation>
    </message>
    <message>
        <source>Part of the face lies outside the photo.</source>
        <translation>Une partie du visage est hors de la photo.</translation>
    </message>
    <message>
        <source>Paste a picture as the photo, or as a reference when a photo is open</source>
        <translation>Coller une image comme photo, ou comme référence si une photo est ouverte</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Pearl drops</source>
        <translation>Gouttes de perle</translation>
    </message>
    <message>
        <source>Pearl strings</source>
        <translation>Fils de perles</translation>
    </message>
    <message>
        <source>Pearl studs</source>
        <translation>Puces de perle</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Photo and edits were saved, but not their result. {why}</source>
        <translation>La photo et les modifications ont été enregistrées, mais pas leur résultat. {why}</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>Photos du lot</translation>
    </message>
    <message>
        <source>Pic&amp;k label</source>
        <translation>Prélever une é&amp;tiquette</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>Images ({endings})</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth by hand (P)</source>
        <translation>Placer les yeux, le nez et la bouche à la main (P)</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth corners by hand</source>
        <translation>Placer les yeux, le nez et les coins de la bouche à la main</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Preparing the batch…</source>
        <translation>Préparation du lot…</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Clé privée</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Progression du lot</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Progression du test</translation>
    </message>
    <message>
        <source>Projects ({endings})</source>
        <translation>Projets ({endings})</translation>
    </message>
    <message>
        <source>Put eyeglasses on a sample portrait and measure how long it takes</source>
        <translation>Mettre des lunettes à un portrait d’exemple et mesurer le temps nécessaire</translation>
    </message>
    <message>
        <source>Put the edited photo on the clipboard, at full size</source>
        <translation>Mettre la photo modifiée dans le presse-papiers, en taille réelle</translation>
    </message>
    <message>
        <source>Put the list of names, versions and licences on the clipboard</source>
        <translation>Mettre la liste des noms, versions et licences dans le presse-papiers</translation>
    </message>
    <message>
        <source>Put the present state aside, to compare with or to come back to</source>
        <translation>Mettre l’état actuel de côté, pour comparer ou y revenir</translation>
    </message>
    <message>
        <source>Put this face on the shelf, to give its looks to another</source>
        <translation>Ajouter ce visage aux références, pour donner ses aspects à un autre</translation>
    </message>
    <message>
        <source>Puts eyeglasses on a sample portrait {count} times and says whether the result is sound, and how long an edit takes.</source>
        <translation>Met {count} fois des lunettes à un portrait d’exemple et indique si le résultat est correct et combien de temps prend une modification.</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>Insertion dans la photo</translation>
    </message>
    <message>
        <source>Putting on eyeglasses, {number} of {count}</source>
        <translation>Pose des lunettes, {number} sur {count}</translation>
    </message>
    <message>
        <source>Qt, under LGPL-3.0</source>
        <translation>Qt, sous LGPL-3.0</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Quality in figures</source>
        <translation>Qualité en chiffres</translation>
    </message>
    <message>
        <source>Quality of exports</source>
        <translation>Qualité d’exportation</translation>
    </message>
    <message>
        <source>Radius in pixels of the face&apos;s crop ([ and ])</source>
        <translation>Rayon en pixels du cadrage du visage ([ et ])</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>Rayon du pinceau</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Reading the face</source>
        <translation>Lecture du visage</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Rec&amp;ipe</source>
        <translation>&amp;Recette</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recette</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Recettes (*.json)</translation>
    </message>
    <message>
        <source>Rectangle wire, silver</source>
        <translation>Rectangulaires, métal argenté</translation>
    </message>
    <message>
        <source>Rectangle, black</source>
        <translation>Rectangulaires, noires</translation>
    </message>
    <message>
        <source>Rectangle, thin rim</source>
        <translation>Rectangulaires, monture fine</translation>
    </message>
    <message>
        <source>Red hair</source>
        <translation>Cheveux roux</translation>
    </message>
    <message>
        <source>Reference {title}</source>
        <translation>Référence {title}</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove &amp;all edits</source>
        <translation>&amp;Supprimer toutes les modifications</translation>
    </message>
    <message>
        <source>Remove a reference</source>
        <translation>Retirer une référence</translation>
    </message>
    <message>
        <source>Remove all edits</source>
        <translation>Supprimer toutes les modifications</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>Retirer la référence</translation>
    </message>
    <message>
        <source>Remove the selected photos</source>
        <translation>Retirer les photos sélectionnées</translation>
    </message>
    <message>
        <source>Rendering…</source>
        <translation>Calcul du rendu…</translation>
    </message>
    <message>
        <source>Replace the existing file</source>
        <translation>Remplacer le fichier existant</translation>
    </message>
    <message>
        <source>Replace the original photo</source>
        <translation>Remplacer la photo originale</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Reset &amp;all…</source>
        <translation>&amp;Tout réinitialiser…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Résultat du test</translation>
    </message>
    <message>
        <source>Retouch</source>
        <translation>Retouche</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Réessayer les échecs</translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation>Sourcil droit</translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation>Oreille droite</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>Œil droit</translation>
    </message>
    <message>
        <source>Rimless</source>
        <translation>Sans monture</translation>
    </message>
    <message>
        <source>Round horn, dark</source>
        <translation>Rondes, écaille sombre</translation>
    </message>
    <message>
        <source>Round horn, tortoiseshell</source>
        <translation>Rondes, écaille</translation>
    </message>
    <message>
        <source>Round sunglasses</source>
        <translation>Lunettes de soleil rondes</translation>
    </message>
    <message>
        <source>Round wire, gold</source>
        <translation>Rondes, métal doré</translation>
    </message>
    <message>
        <source>S&amp;mooth boundary</source>
        <translation>Lisser une &amp;frontière</translation>
    </message>
    <message>
        <source>S&amp;wap brush and eraser</source>
        <translation>Inter&amp;vertir pinceau et gomme</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>Triste</translation>
    </message>
    <message>
        <source>Sample &amp;{number}</source>
        <translation>Exemple &amp;{number}</translation>
    </message>
    <message>
        <source>Sapphire studs</source>
        <translation>Puces de saphir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Enregistrer le projet &amp;sous…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Enregistré sous {name}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Rechercher dans les actions et raccourcis</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Second shortcut</source>
        <translation>Second raccourci</translation>
    </message>
    <message>
        <source>See and change the keys</source>
        <translation>Voir et changer les raccourcis</translation>
    </message>
    <message>
        <source>See before and after beside each other</source>
        <translation>Voir avant et après l’un à côté de l’autre</translation>
    </message>
    <message>
        <source>See before and after on either side of a line that can be dragged</source>
        <translation>Voir avant et après de part et d’autre d’une ligne déplaçable</translation>
    </message>
    <message>
        <source>See the chosen snapshot beside the present state</source>
        <translation>Voir l’instantané choisi à côté de l’état actuel</translation>
    </message>
    <message>
        <source>See the photo without its edits while the key is held</source>
        <translation>Voir la photo sans ses modifications tant que la touche est maintenue</translation>
    </message>
    <message>
        <source>Semblance project, OpenRaster ({endings})</source>
        <translation>Projet Semblance, OpenRaster ({endings})</translation>
    </message>
    <message>
        <source>Semblance was closed without saving {name}. Bring it back?</source>
        <translation>Semblance a été fermé sans que {name} soit enregistré. Récupérer&#xa0;?</translation>
    </message>
    <message>
        <source>Semblance: something went wrong</source>
        <translation>Semblance&#xa0;: un problème est survenu</translation>
    </message>
    <message>
        <source>Set face &amp;points</source>
        <translation>Placer les p&amp;oints du visage</translation>
    </message>
    <message>
        <source>Set points</source>
        <translation>Placer les points</translation>
    </message>
    <message>
        <source>Set points by hand</source>
        <translation>Placer les points à la main</translation>
    </message>
    <message>
        <source>Set points…</source>
        <translation>Placer les points…</translation>
    </message>
    <message>
        <source>Set this page back</source>
        <translation>Réinitialiser cette page</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Sharpening the view</source>
        <translation>Affinage de la vue</translation>
    </message>
    <message>
        <source>Shaved</source>
        <translation>Rasé</translation>
    </message>
    <message>
        <source>Short chin</source>
        <translation>Menton court</translation>
    </message>
    <message>
        <source>Shortcuts of “{action}”</source>
        <translation>Raccourcis de «&#xa0;{action}&#xa0;»</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>Afficher les dif&amp;férences</translation>
    </message>
    <message>
        <source>Show &amp;labels</source>
        <translation>Afficher les é&amp;tiquettes</translation>
    </message>
    <message>
        <source>Show &amp;original</source>
        <translation>Afficher l’&amp;original</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show experimental controls</source>
        <translation>Afficher les réglages expérimentaux</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>Afficher les étiquettes</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>Afficher seulement ceci</translation>
    </message>
    <message>
        <source>Show or hide it among the labels</source>
        <translation>Afficher ou masquer parmi les étiquettes</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>Afficher le lot</translation>
    </message>
    <message>
        <source>Show the labels it is made of</source>
        <translation>Afficher les étiquettes qui la composent</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Sign with &amp;content credentials</source>
        <translation>Signer avec des &amp;identifiants de contenu</translation>
    </message>
    <message>
        <source>Signing takes the files of your certificate and of its private key.</source>
        <translation>La signature nécessite les fichiers du certificat et de sa clé privée.</translation>
    </message>
    <message>
        <source>Silver hoops, large</source>
        <translation>Grandes créoles en argent</translation>
    </message>
    <message>
        <source>Six random looks to choose from</source>
        <translation>Six aspects aléatoires au choix</translation>
    </message>
    <message>
        <source>Size of the eyes</source>
        <translation>Taille des yeux</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Peau</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Curseurs</translation>
    </message>
    <message>
        <source>Small eyes</source>
        <translation>Petits yeux</translation>
    </message>
    <message>
        <source>Small hoops</source>
        <translation>Petites créoles</translation>
    </message>
    <message>
        <source>Smaller photos are not enlarged</source>
        <translation>Les photos plus petites ne sont pas agrandies</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>Sourire</translation>
    </message>
    <message>
        <source>Smiling</source>
        <translation>Souriant</translation>
    </message>
    <message>
        <source>Smooth a boundary</source>
        <translation>Lisser une frontière</translation>
    </message>
    <message>
        <source>Smooth skin</source>
        <translation>Peau lisse</translation>
    </message>
    <message>
        <source>Snapshot {number}: 1 edit</source>
        <translation>Instantané {number}&#xa0;: 1 modification</translation>
    </message>
    <message>
        <source>Snapshot {number}: {count} edits</source>
        <translation>Instantané {number}&#xa0;: {count} modifications</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantanés</translation>
    </message>
    <message>
        <source>Softe&amp;r edge</source>
        <translation>Bord plus do&amp;ux</translation>
    </message>
    <message>
        <source>Something that the project kept cannot be read, and will be found again.</source>
        <translation>Un élément conservé par le projet est illisible et sera recalculé.</translation>
    </message>
    <message>
        <source>Something went wrong inside Semblance. Your photo is untouched, and you can go on working; exporting what you have is a good idea.

The report below helps to mend it. It holds no picture and no folder names.</source>
        <translation>Un problème est survenu dans Semblance. La photo est intacte et le travail peut continuer&#xa0;; il est conseillé d’exporter le résultat actuel.

Le rapport ci-dessous aide à corriger l’erreur. Il ne contient ni image ni nom de dossier.</translation>
    </message>
    <message>
        <source>Space moves the photo while it is held</source>
        <translation>Espace déplace la photo tant que la touche est maintenue</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Divisée</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Strength of {what}</source>
        <translation>Intensité&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Strength: from the photo&apos;s own look to the whole new one</source>
        <translation>Intensité&#xa0;: de l’aspect d’origine de la photo au nouvel aspect complet</translation>
    </message>
    <message>
        <source>Sun hat</source>
        <translation>Capeline</translation>
    </message>
    <message>
        <source>Tab goes to the next control</source>
        <translation>Tab passe à l’élément suivant</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Retirer de là</translation>
    </message>
    <message>
        <source>Take s&amp;napshot</source>
        <translation>Prendre un &amp;instantané</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Capturer</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>Faire la &amp;visite</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Faire la visite</translation>
    </message>
    <message>
        <source>Take the tour without saving</source>
        <translation>Faire la visite sans enregistrer</translation>
    </message>
    <message>
        <source>Take them out of the list (Del)</source>
        <translation>Les retirer de la liste (Suppr)</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>Prend effet au prochain démarrage</translation>
    </message>
    <message>
        <source>Tells viewers who exported the photo, and that a trained model changed parts of it. It takes your own certificate and its private key as PEM files, the key without a password.</source>
        <translation>Indique aux lecteurs qui a exporté la photo et qu’un modèle entraîné en a modifié des parties. Nécessite un certificat personnel et sa clé privée en fichiers PEM, la clé sans mot de passe.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Testing the engine…</source>
        <translation>Test du moteur…</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>The batch goes on</source>
        <translation>Le lot continue</translation>
    </message>
    <message>
        <source>The camera&apos;s notes (EXIF) are damaged and will not be kept.</source>
        <translation>Les données de l’appareil photo (EXIF) sont endommagées et ne seront pas conservées.</translation>
    </message>
    <message>
        <source>The camera&apos;s notes are too long for JPEG and are left out.</source>
        <translation>Les données de l’appareil photo sont trop longues pour JPEG et sont omises.</translation>
    </message>
    <message>
        <source>The colour profile does not fit the picture and is left out.</source>
        <translation>Le profil de couleur ne convient pas à l’image et est omis.</translation>
    </message>
    <message>
        <source>The computer has not enough free memory for this edit.</source>
        <translation>L’ordinateur n’a pas assez de mémoire libre pour cette modification.</translation>
    </message>
    <message>
        <source>The device that was chosen is not here.</source>
        <translation>Le périphérique choisi n’est pas présent.</translation>
    </message>
    <message>
        <source>The edit changed more than eyeglasses can. Another device or precision may help.</source>
        <translation>La modification a changé plus que des lunettes ne le peuvent. Un autre périphérique ou une autre précision peut aider.</translation>
    </message>
    <message>
        <source>The edit changed nothing. Another device or precision may help.</source>
        <translation>La modification n’a rien changé. Un autre périphérique ou une autre précision peut aider.</translation>
    </message>
    <message>
        <source>The edits of this photo were neither saved nor exported. Close without them?</source>
        <translation>Les modifications de cette photo n’ont été ni enregistrées ni exportées. Fermer sans les garder&#xa0;?</translation>
    </message>
    <message>
        <source>The engine works.</source>
        <translation>Le moteur fonctionne.</translation>
    </message>
    <message>
        <source>The eyes are covered.</source>
        <translation>Les yeux sont cachés.</translation>
    </message>
    <message>
        <source>The face as the models see it, with its five points</source>
        <translation>Le visage tel que les modèles le voient, avec ses cinq points</translation>
    </message>
    <message>
        <source>The face cannot be made out clearly enough.</source>
        <translation>Le visage ne se distingue pas assez nettement.</translation>
    </message>
    <message>
        <source>The face cannot be read in 3D here, which this needs.</source>
        <translation>Le visage ne peut pas être lu en 3D ici, ce qui est nécessaire.</translation>
    </message>
    <message>
        <source>The face is too dark for this.</source>
        <translation>Le visage est trop sombre pour cela.</translation>
    </message>
    <message>
        <source>The face looks too far up or down for this.</source>
        <translation>Le visage regarde trop vers le haut ou vers le bas pour cela.</translation>
    </message>
    <message>
        <source>The five points of this face lie on one spot; set them again.</source>
        <translation>Les cinq points de ce visage sont au même endroit&#xa0;; les placer à nouveau.</translation>
    </message>
    <message>
        <source>The graphics memory is full: the computer&apos;s processor does the work now, more slowly.</source>
        <translation>La mémoire graphique est pleine&#xa0;: le processeur de l’ordinateur prend le relais, plus lentement.</translation>
    </message>
    <message>
        <source>The hair is too full for a hat.</source>
        <translation>Les cheveux sont trop volumineux pour un chapeau.</translation>
    </message>
    <message>
        <source>The head is turned too far for this.</source>
        <translation>La tête est trop tournée pour cela.</translation>
    </message>
    <message>
        <source>The lenses are dark: the eyes behind them are invented.</source>
        <translation>Les verres sont foncés : les yeux derrière sont inventés.</translation>
    </message>
    <message>
        <source>The model pack cannot change this</source>
        <translation>Le pack de modèles ne peut pas changer ceci</translation>
    </message>
    <message>
        <source>The model pack “{pack}” cannot be used, so the one that ships with Semblance is used. {why}</source>
        <translation>Le pack de modèles «&#xa0;{pack}&#xa0;» est inutilisable&#xa0;; celui fourni avec Semblance est utilisé. {why}</translation>
    </message>
    <message>
        <source>The model pack “{pack}” is no longer here, so the one that ships with Semblance is used.</source>
        <translation>Le pack de modèles «&#xa0;{pack}&#xa0;» n’est plus présent&#xa0;; celui fourni avec Semblance est utilisé.</translation>
    </message>
    <message>
        <source>The models are being loaded…</source>
        <translation>Chargement des modèles en cours…</translation>
    </message>
    <message>
        <source>The models could not be loaded.</source>
        <translation>Les modèles n’ont pas pu être chargés.</translation>
    </message>
    <message>
        <source>The mouth is covered.</source>
        <translation>La bouche est cachée.</translation>
    </message>
    <message>
        <source>The nose is covered.</source>
        <translation>Le nez est caché.</translation>
    </message>
    <message>
        <source>The one that ships with Semblance</source>
        <translation>Celui fourni avec Semblance</translation>
    </message>
    <message>
        <source>The open photo has no edits yet. Make some, or choose a recipe.</source>
        <translation>La photo ouverte n’a pas encore de modifications. En faire, ou choisir une recette.</translation>
    </message>
    <message>
        <source>The person&apos;s own side: their left lies on the right of the picture</source>
        <translation>Du point de vue de la personne&#xa0;: sa gauche est à droite de l’image</translation>
    </message>
    <message>
        <source>The photo is in shades of grey.</source>
        <translation>La photo est en niveaux de gris.</translation>
    </message>
    <message>
        <source>The photo with its edits. Drop a picture here.</source>
        <translation>La photo avec ses modifications. Une image peut être déposée ici.</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the face.</source>
        <translation>Le bord de la photo coupe le visage.</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the head, and most of a hat would lie beyond it.</source>
        <translation>Le bord de la photo coupe la tête, et la plus grande partie d’un chapeau serait au-delà.</translation>
    </message>
    <message>
        <source>The photo&apos;s own look</source>
        <translation>L’aspect d’origine de la photo</translation>
    </message>
    <message>
        <source>The picture could not be written as PNG.</source>
        <translation>L’image n’a pas pu être écrite en PNG.</translation>
    </message>
    <message>
        <source>The picture has more than 8 bits a channel; it is opened with 8.</source>
        <translation>L’image a plus de 8 bits par canal&#xa0;; elle est ouverte avec 8.</translation>
    </message>
    <message>
        <source>The picture is in print colours (CMYK); it is edited and saved as RGB.</source>
        <translation>L’image est en couleurs d’impression (CMJN)&#xa0;; elle est modifiée et enregistrée en RVB.</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate.</source>
        <translation>La clé privée ne correspond pas au certificat.</translation>
    </message>
    <message>
        <source>The recipe is not readable as JSON.</source>
        <translation>La recette n’est pas lisible comme JSON.</translation>
    </message>
    <message>
        <source>The reference wears no eyeglasses.</source>
        <translation>La référence ne porte pas de lunettes.</translation>
    </message>
    <message>
        <source>The result holds numbers that are none. Another device or precision may help.</source>
        <translation>Le résultat contient des nombres non valides. Un autre périphérique ou une autre précision peut aider.</translation>
    </message>
    <message>
        <source>The results need a folder of their own.</source>
        <translation>Les résultats nécessitent leur propre dossier.</translation>
    </message>
    <message>
        <source>The results need a folder of their own: sources are never overwritten.</source>
        <translation>Les résultats nécessitent leur propre dossier&#xa0;: les sources ne sont jamais écrasées.</translation>
    </message>
    <message>
        <source>The sample portraits are missing, so there is nothing to test with.</source>
        <translation>Les portraits d’exemple manquent&#xa0;; il n’y a rien à tester.</translation>
    </message>
    <message>
        <source>The test failed through a fault of Semblance&apos;s own; a report of it is shown.</source>
        <translation>Le test a échoué à cause d’une erreur de Semblance&#xa0;; un rapport est affiché.</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Le test a été annulé.</translation>
    </message>
    <message>
        <source>The text is not installed with the program.</source>
        <translation>Le texte n’est pas installé avec le programme.</translation>
    </message>
    <message>
        <source>The top of the head lies outside the photo.</source>
        <translation>Le sommet de la tête est hors de la photo.</translation>
    </message>
    <message>
        <source>The tour opens a sample portrait in place of this photo, whose edits are not saved.</source>
        <translation>La visite ouvre un portrait d’exemple à la place de cette photo, dont les modifications ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>The two heads look in very different directions: what one hides must be guessed.</source>
        <translation>Les deux têtes regardent dans des directions très différentes&#xa0;: ce que l’une cache doit être deviné.</translation>
    </message>
    <message>
        <source>The window in eight short steps, on a sample portrait</source>
        <translation>La fenêtre en huit courtes étapes, sur un portrait d’exemple</translation>
    </message>
    <message>
        <source>Their face within this one&apos;s outline; hair and skin colour stay</source>
        <translation>Leur visage dans le contour de celui-ci&#xa0;; cheveux et couleur de peau restent</translation>
    </message>
    <message>
        <source>Their face, hair and accessories on these shoulders; pose stays</source>
        <translation>Leur visage, leurs cheveux et leurs accessoires sur ces épaules&#xa0;; la pose reste</translation>
    </message>
    <message>
        <source>Their left corner of the mouth</source>
        <translation>Coin gauche de la bouche de la personne</translation>
    </message>
    <message>
        <source>Their left eye</source>
        <translation>Œil gauche de la personne</translation>
    </message>
    <message>
        <source>Their right corner of the mouth</source>
        <translation>Coin droit de la bouche de la personne</translation>
    </message>
    <message>
        <source>Their right eye</source>
        <translation>Œil droit de la personne</translation>
    </message>
    <message>
        <source>Their very eyeglasses, without what is behind the lenses</source>
        <translation>Exactement leurs lunettes, sans ce qui est derrière les verres</translation>
    </message>
    <message>
        <source>Their very hair, and hat, as their photo shows it</source>
        <translation>Exactement leurs cheveux, et leur chapeau, comme sur leur photo</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>Le fichier «&#xa0;{path}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>There is no hair here that could be dyed.</source>
        <translation>Il n’y a pas ici de cheveux à teindre.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>There must be one pressure for each point of a line.</source>
        <translation>Il faut une pression pour chaque point d&apos;un trait.</translation>
    </message>
    <message>
        <source>These five points lie on one spot; a face needs room between them.</source>
        <translation>Ces cinq points sont au même endroit&#xa0;; un visage demande de l’espace entre eux.</translation>
    </message>
    <message>
        <source>Thin lips</source>
        <translation>Lèvres fines</translation>
    </message>
    <message>
        <source>This Semblance does not have the method of this edit. It is kept as it is.</source>
        <translation>Ce Semblance n’a pas la méthode de cette modification. Elle est conservée telle quelle.</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its place in the photo has no area.</source>
        <translation>Cette retouche ne peut pas être dessinée sur ce visage : sa place dans la photo n’a pas de surface.</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its result is not a number.</source>
        <translation>Cette retouche ne peut pas être dessinée sur ce visage : son résultat n’est pas un nombre.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Ce dossier n’existe pas.</translation>
    </message>
    <message>
        <source>This is a picture with layers; it is opened as they look together.</source>
        <translation>Cette image a des calques&#xa0;; elle est ouverte telle qu’ils apparaissent ensemble.</translation>
    </message>
    <message>
        <source>This is no shortcut: press a key, with Ctrl, Alt or Shift if you like.</source>
        <translation>Ce n’est pas un raccourci&#xa0;: appuyer sur une touche, au besoin avec Ctrl, Alt ou Maj.</translation>
    </message>
    <message>
        <source>This kind of 16-bit picture is opened with 8 bits a channel.</source>
        <translation>Ce type d’image 16 bits est ouvert avec 8 bits par canal.</translation>
    </message>
    <message>
        <source>This model pack has no sliders.</source>
        <translation>Ce paquet de modèles n’a pas de curseurs.</translation>
    </message>
    <message>
        <source>This person does not exist: the picture was drawn by the bundled model. Turn the wheel to zoom; hold Space and drag to move.</source>
        <translation>Cette personne n’existe pas : l’image a été dessinée par le modèle fourni. Tourner la molette pour zoomer ; maintenir Espace et glisser pour déplacer.</translation>
    </message>
    <message>
        <source>This project was written by a newer Semblance; what this one does not know is left out.</source>
        <translation>Ce projet vient d’une version plus récente de Semblance&#xa0;; ce que celle-ci ne connaît pas est omis.</translation>
    </message>
    <message>
        <source>Tip of the nose</source>
        <translation>Bout du nez</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Tour, {number} of {count}</source>
        <translation>Visite, {number} sur {count}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Tête à gauche</translation>
    </message>
    <message>
        <source>Turn of the head</source>
        <translation>Rotation de la tête</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tête à droite</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Saisir quelques lettres de l’action recherchée</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Unlock all</source>
        <translation>Tout déverrouiller</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Lèvre supérieure</translation>
    </message>
    <message>
        <source>Use as a reference</source>
        <translation>Utiliser comme référence</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>Utiliser ces points</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guide de l’utilisateur</translation>
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
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>En attente du moteur…</translation>
    </message>
    <message>
        <source>Wayfarer sunglasses</source>
        <translation>Lunettes de soleil wayfarer</translation>
    </message>
    <message>
        <source>What Semblance uses</source>
        <translation>Ce que Semblance utilise</translation>
    </message>
    <message>
        <source>What computes the edits</source>
        <translation>Ce qui calcule les modifications</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que faut-il faire&#xa0;?</translation>
    </message>
    <message>
        <source>What draws the edits; others than the one that ships are imported first</source>
        <translation>Ce qui dessine les modifications&#xa0;; les packs non fournis s’importent d’abord</translation>
    </message>
    <message>
        <source>What is painted on one side of the face is painted on the other as well</source>
        <translation>Ce qui est peint d’un côté du visage l’est aussi de l’autre</translation>
    </message>
    <message>
        <source>What seldom passes for a photograph yet</source>
        <translation>Ce qui passe encore rarement pour une photographie</translation>
    </message>
    <message>
        <source>What stands against these keys</source>
        <translation>Ce qui s’oppose à ces touches</translation>
    </message>
    <message>
        <source>What the engine does now</source>
        <translation>Ce que le moteur fait maintenant</translation>
    </message>
    <message>
        <source>Where the look comes from</source>
        <translation>D’où vient l’aspect</translation>
    </message>
    <message>
        <source>White teeth</source>
        <translation>Dents blanches</translation>
    </message>
    <message>
        <source>Whole head</source>
        <translation>Tête entière</translation>
    </message>
    <message>
        <source>Wide jaw</source>
        <translation>Mâchoire large</translation>
    </message>
    <message>
        <source>Wide nose</source>
        <translation>Nez large</translation>
    </message>
    <message>
        <source>Width of the face</source>
        <translation>Largeur du visage</translation>
    </message>
    <message>
        <source>Width of the jaw</source>
        <translation>Largeur de la mâchoire</translation>
    </message>
    <message>
        <source>Width of the nose</source>
        <translation>Largeur du nez</translation>
    </message>
    <message>
        <source>Without it, the window closes and the edits are gone</source>
        <translation>Sinon, la fenêtre se ferme et les modifications sont perdues</translation>
    </message>
    <message>
        <source>Without the blend</source>
        <translation>Sans le mélange</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Writing layers</source>
        <translation>Écriture des calques</translation>
    </message>
    <message>
        <source>Writing the photo</source>
        <translation>Écriture de la photo</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Écriture de l’image</translation>
    </message>
    <message>
        <source>Writing the project</source>
        <translation>Écriture du projet</translation>
    </message>
    <message>
        <source>Younger</source>
        <translation>Plus jeune</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Zoom to &amp;face</source>
        <translation>&amp;Zoomer sur le visage</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>une photo</translation>
    </message>
    <message>
        <source>about {time} h left</source>
        <translation>environ {time}&#xa0;h restantes</translation>
    </message>
    <message>
        <source>about {time} min left</source>
        <translation>environ {time}&#xa0;min restantes</translation>
    </message>
    <message>
        <source>about {time} s left</source>
        <translation>environ {time}&#xa0;s restantes</translation>
    </message>
    <message>
        <source>background</source>
        <translation>arrière-plan</translation>
    </message>
    <message>
        <source>bangs</source>
        <translation>frange</translation>
    </message>
    <message>
        <source>bf16: faster where the device has it</source>
        <translation>bf16&#xa0;: plus rapide si le périphérique le permet</translation>
    </message>
    <message>
        <source>brows</source>
        <translation>sourcils</translation>
    </message>
    <message>
        <source>close to the photo&apos;s border</source>
        <translation>proche du bord de la photo</translation>
    </message>
    <message>
        <source>clothes</source>
        <translation>vêtements</translation>
    </message>
    <message>
        <source>cut off at the photo&apos;s border: part of the face is missing</source>
        <translation>coupé par le bord de la photo&#xa0;: une partie du visage manque</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>sombre</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>boucle d’oreille</translation>
    </message>
    <message>
        <source>earrings</source>
        <translation>boucles d’oreilles</translation>
    </message>
    <message>
        <source>eyeglasses</source>
        <translation>lunettes</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>yeux</translation>
    </message>
    <message>
        <source>eyes covered</source>
        <translation>yeux couverts</translation>
    </message>
    <message>
        <source>face</source>
        <translation>visage</translation>
    </message>
    <message>
        <source>face detector, face mesh and iris by the MediaPipe authors, under Apache-2.0</source>
        <translation>détecteur de visages, maillage du visage et iris des auteurs de MediaPipe, sous Apache-2.0</translation>
    </message>
    <message>
        <source>female</source>
        <translation>femme</translation>
    </message>
    <message>
        <source>fp32: exact, slower</source>
        <translation>fp32&#xa0;: exact, plus lent</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>cheveux</translation>
    </message>
    <message>
        <source>hardly any contrast</source>
        <translation>presque aucun contraste</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>chapeau</translation>
    </message>
    <message>
        <source>head</source>
        <translation>tête</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>identité</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>sourcil gauche</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>oreille gauche</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>œil gauche</translation>
    </message>
    <message>
        <source>libheif and libde265, under LGPL-3.0</source>
        <translation>libheif et libde265, sous LGPL-3.0</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>lèvres</translation>
    </message>
    <message>
        <source>little</source>
        <translation>peu</translation>
    </message>
    <message>
        <source>look {number}</source>
        <translation>aspect {number}</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>lèvre inférieure</translation>
    </message>
    <message>
        <source>lying on its side</source>
        <translation>couché sur le côté</translation>
    </message>
    <message>
        <source>male</source>
        <translation>homme</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>bouche</translation>
    </message>
    <message>
        <source>mouth or nose covered</source>
        <translation>bouche ou nez couverts</translation>
    </message>
    <message>
        <source>much</source>
        <translation>beaucoup</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>cou</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>collier</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>nez</translation>
    </message>
    <message>
        <source>not now: {reason}</source>
        <translation>pas maintenant&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>sans</translation>
    </message>
    <message>
        <source>on</source>
        <translation>avec</translation>
    </message>
    <message>
        <source>or paste a picture, or open one from a file.
It stays on this computer.</source>
        <translation>ou coller une image, ou en ouvrir une depuis un fichier.
Elle reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>own look</source>
        <translation>aspect d’origine</translation>
    </message>
    <message>
        <source>partly covered</source>
        <translation>partiellement couvert</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>portrait</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>sourcil droit</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>oreille droite</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>œil droit</translation>
    </message>
    <message>
        <source>seen from the side: the far half of the face is hidden</source>
        <translation>vu de côté&#xa0;: la moitié éloignée du visage est cachée</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>peau</translation>
    </message>
    <message>
        <source>the arrows move within lists and sliders</source>
        <translation>les flèches servent à se déplacer dans les listes et les curseurs</translation>
    </message>
    <message>
        <source>the icon fonts below</source>
        <translation>les polices d’icônes ci-dessous</translation>
    </message>
    <message>
        <source>this may not be a face</source>
        <translation>peut-être pas un visage</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>détourné</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>lèvre supérieure</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>à l’envers</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} pixels</translation>
    </message>
    <message>
        <source>{device}, which is not here</source>
        <translation>{device}, qui n’est pas présent</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{done} sur {count} terminées</translation>
    </message>
    <message>
        <source>{face}: {doubts}</source>
        <translation>{face}&#xa0;: {doubts}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} et {second}</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} appartient à «&#xa0;{action}&#xa0;».</translation>
    </message>
    <message>
        <source>{keys} is taken: {reason}.</source>
        <translation>{keys} n’est pas disponible&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{name} edited</source>
        <translation>{name} modifié</translation>
    </message>
    <message>
        <source>{pack}, which cannot be used</source>
        <translation>{pack}, qui est inutilisable</translation>
    </message>
    <message>
        <source>{pack}, which is not here</source>
        <translation>{pack}, qui n’est pas présent</translation>
    </message>
    <message>
        <source>{percent} % of the crop</source>
        <translation>{percent}&#xa0;% du cadrage</translation>
    </message>
    <message>
        <source>{percent} % of the crop, by {most} of 255 at most</source>
        <translation>{percent}&#xa0;% du cadrage, de {most} sur 255 au plus</translation>
    </message>
    <message>
        <source>{state}, {source}</source>
        <translation>{state}, {source}</translation>
    </message>
    <message>
        <source>{title} (compared with)</source>
        <translation>{title} (comparé)</translation>
    </message>
    <message>
        <source>{title} (ships with Semblance)</source>
        <translation>{title} (fourni avec Semblance)</translation>
    </message>
    <message>
        <source>{title} is now a reference.</source>
        <translation>{title} est maintenant une référence.</translation>
    </message>
    <message>
        <source>{title} was closed with edits that were not exported.</source>
        <translation>{title} a été fermé avec des modifications non exportées.</translation>
    </message>
    <message>
        <source>{title}: drag it onto the photo, an attribute or a region; a right click offers more</source>
        <translation>{title}&#xa0;: à faire glisser sur la photo, un attribut ou une région&#xa0;; un clic droit en offre plus</translation>
    </message>
    <message>
        <source>{title}: {tip}</source>
        <translation>{title}&#xa0;: {tip}</translation>
    </message>
    <message>
        <source>{what} as it is</source>
        <translation>{what} d’origine</translation>
    </message>
    <message>
        <source>{what} comes from {source}</source>
        <translation>{what} (source&#xa0;: {source})</translation>
    </message>
    <message>
        <source>{what} like {source}</source>
        <translation>{what} comme {source}</translation>
    </message>
    <message>
        <source>{what} of {title}</source>
        <translation>{what} de {title}</translation>
    </message>
    <message>
        <source>{what} {amount} %</source>
        <translation>{what} {amount} %</translation>
    </message>
    <message>
        <source>{what} {state}</source>
        <translation>{what}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>{what}, in figures</source>
        <translation>{what}, en chiffres</translation>
    </message>
    <message>
        <source>{what}: another look</source>
        <translation>{what}&#xa0;: autre aspect</translation>
    </message>
    <message>
        <source>{what}: as in the photo</source>
        <translation>{what} : comme sur la photo</translation>
    </message>
    <message>
        <source>{what}: blend</source>
        <translation>{what}&#xa0;: mélange</translation>
    </message>
    <message>
        <source>{what}: its labels</source>
        <translation>{what}&#xa0;: ses étiquettes</translation>
    </message>
    <message>
        <source>{what}: locked</source>
        <translation>{what}&#xa0;: verrouillé</translation>
    </message>
    <message>
        <source>{what}: look {number} of {count}</source>
        <translation>{what}&#xa0;: aspect {number} sur {count}</translation>
    </message>
    <message>
        <source>{what}: looks with names</source>
        <translation>{what} : modèles nommés</translation>
    </message>
    <message>
        <source>{what}: shown</source>
        <translation>{what}&#xa0;: affiché</translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation>{what}&#xa0;: intensité</translation>
    </message>
    <message>
        <source>{what}: where the look comes from</source>
        <translation>{what}&#xa0;: provenance de l’aspect</translation>
    </message>
    <message>
        <source>{what}: {state}</source>
        <translation>{what}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>“{name}” is no longer in {folder}. It was taken off the list of recent files.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est plus dans {folder}. L’entrée a été retirée de la liste des fichiers récents.</translation>
    </message>
</context>
</TS>
