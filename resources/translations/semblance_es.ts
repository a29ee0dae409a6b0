<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>Semblance</name>
    <message>
        <source>&amp;About Semblance</source>
        <translation>Acerca &amp;de Semblance</translation>
    </message>
    <message>
        <source>&amp;After only</source>
        <translation>Solo &amp;después</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>&amp;Lote…</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pincel</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vaciar esta lista</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copiar imagen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Edits</source>
        <translation>&amp;Ediciones</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Motor</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Borrador</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Rellenar</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Finalizar</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;General</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Mano</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Atajos de teclado…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lazo</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Licencias</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadatos</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>&amp;Next face</source>
        <translation>Rostro &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>&amp;Abrir foto…</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>&amp;Pegar imagen</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programa</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Calidad</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Rehacer: {step}</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>&amp;Guardar proyecto</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>Pincel más pe&amp;queño</translation>
    </message>
    <message>
        <source>&amp;Split view</source>
        <translation>&amp;Vista dividida</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Deshacer: {step}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Write the edits beside it, as a recipe</source>
        <translation>Guardar &amp;las ediciones al lado, como receta</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>100 % is how far two different people are apart on average. Measured with the features of our own attribute classifier: a guide for the eye, not a proof of who somebody is.</source>
        <translation>100 % es la distancia media entre dos personas distintas. Se mide con las características de nuestro propio clasificador de atributos: una guía para la vista, no una prueba de quién es alguien.</translation>
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
&lt;p&gt;{version} Entra un retrato, sale un retrato; entre ambos hay una breve lista de ediciones.
Todo se calcula en este equipo; ninguna imagen sale de él.&lt;/p&gt;
&lt;p&gt;Las fotos exportadas llevan la nota IPTC de que en ellas intervino un algoritmo entrenado.&lt;/p&gt;
&lt;p&gt;{pack}&lt;/p&gt;
&lt;p&gt;Semblance tiene licencia MIT. Lo que utiliza figura en «Licencias».&lt;/p&gt;
</translation>
    </message>
    <message>
        <source>A closed mouth opens only a little, without teeth: the photo does not show them.</source>
        <translation>Una boca cerrada se abre solo un poco y sin dientes: la foto no los muestra.</translation>
    </message>
    <message>
        <source>A hat covers the hair.</source>
        <translation>Un sombrero cubre el pelo.</translation>
    </message>
    <message>
        <source>A hat is worn already; take it off first.</source>
        <translation>Ya lleva un sombrero; quítelo primero.</translation>
    </message>
    <message>
        <source>A photo&apos;s alpha needs the size and the depth of its pixels.</source>
        <translation>El canal alfa de una foto necesita el tamaño y la profundidad de sus píxeles.</translation>
    </message>
    <message>
        <source>A random look</source>
        <translation>Un aspecto aleatorio</translation>
    </message>
    <message>
        <source>A recipe repeats the edits on other photos, here in a batch or without a window</source>
        <translation>Una receta repite las ediciones en otras fotos, aquí en un lote o sin ventana</translation>
    </message>
    <message>
        <source>About Semblance</source>
        <translation>Acerca de Semblance</translation>
    </message>
    <message>
        <source>About the program</source>
        <translation>Acerca del programa</translation>
    </message>
    <message>
        <source>Accessories</source>
        <translation>Accesorios</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>Añadir &amp;referencia…</translation>
    </message>
    <message>
        <source>Add a picture of another face, whose style the edits can take</source>
        <translation>Añadir una imagen de otro rostro, cuyo aspecto pueden tomar las ediciones</translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation>Añadir una referencia</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Añadir fotos</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Añadir fotos…</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>Añadir referencia</translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation>Añadir las fotos de una carpeta</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>All files ({endings})</source>
        <translation>Todos los archivos ({endings})</translation>
    </message>
    <message>
        <source>An edit takes {time} (median of {count}).</source>
        <translation>Una edición tarda {time} (mediana de {count}).</translation>
    </message>
    <message>
        <source>An edit takes {time} on {device} (median of {count}).</source>
        <translation>Una edición tarda {time} en {device} (mediana de {count}).</translation>
    </message>
    <message>
        <source>Another look of {what}</source>
        <translation>Otro aspecto: {what}</translation>
    </message>
    <message>
        <source>Another portrait of nobody lies on the shelf now. Each box is one thing that it can give: click one, for example its hair.</source>
        <translation>En el estante hay ahora otro retrato de nadie. Cada casilla es algo que puede dar: haga clic en una, por ejemplo el pelo.</translation>
    </message>
    <message>
        <source>Another random look</source>
        <translation>Otro aspecto aleatorio</translation>
    </message>
    <message>
        <source>As each photo</source>
        <translation>Como cada foto</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>Como en la foto</translation>
    </message>
    <message>
        <source>As is</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>As their photo shows it</source>
        <translation>Tal como en su foto</translation>
    </message>
    <message>
        <source>Ask before closing with edits that were neither saved nor exported</source>
        <translation>Preguntar antes de cerrar con ediciones que no se han guardado ni exportado</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atributo</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic: the fastest</source>
        <translation>Automático: el más rápido</translation>
    </message>
    <message>
        <source>Autosave does not work. {why}</source>
        <translation>El guardado automático no funciona. {why}</translation>
    </message>
    <message>
        <source>Aviator, gold, green lenses</source>
        <translation>Aviador, doradas, cristales verdes</translation>
    </message>
    <message>
        <source>Aviator, silver, mirrored</source>
        <translation>Aviador, plateadas, espejadas</translation>
    </message>
    <message>
        <source>Back to a snapshot</source>
        <translation>Volver a una instantánea</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>Volver a la página anterior</translation>
    </message>
    <message>
        <source>Back to this state</source>
        <translation>Volver a este estado</translation>
    </message>
    <message>
        <source>Back to {title}</source>
        <translation>Volver a {title}</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Bangs</source>
        <translation>Flequillo</translation>
    </message>
    <message>
        <source>Bangs are cut much alike; where hair is thin they are drawn coarsely.</source>
        <translation>Los flequillos se parecen mucho en el corte; donde el pelo es escaso, se dibujan de forma tosca.</translation>
    </message>
    <message>
        <source>Baseball cap, beige</source>
        <translation>Gorra de béisbol, beis</translation>
    </message>
    <message>
        <source>Baseball cap, navy</source>
        <translation>Gorra de béisbol, azul marino</translation>
    </message>
    <message>
        <source>Baseball cap, red</source>
        <translation>Gorra de béisbol, roja</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Batch, photo {number} of {count}…</source>
        <translation>Lote, foto {number} de {count}…</translation>
    </message>
    <message>
        <source>Batch: {counts}.</source>
        <translation>Lote: {counts}.</translation>
    </message>
    <message>
        <source>Beanie, black, no cuff</source>
        <translation>Gorro negro, sin vuelta</translation>
    </message>
    <message>
        <source>Beanie, grey wool</source>
        <translation>Gorro de lana gris</translation>
    </message>
    <message>
        <source>Beanie, mustard</source>
        <translation>Gorro, mostaza</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>Barba</translation>
    </message>
    <message>
        <source>Beard shadow</source>
        <translation>Sombra de barba</translation>
    </message>
    <message>
        <source>Beret, black</source>
        <translation>Boina, negra</translation>
    </message>
    <message>
        <source>Beret, wine red</source>
        <translation>Boina, granate</translation>
    </message>
    <message>
        <source>Black hair</source>
        <translation>Pelo negro</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mezcla</translation>
    </message>
    <message>
        <source>Blend of {what}</source>
        <translation>Mezcla: {what}</translation>
    </message>
    <message>
        <source>Blend with</source>
        <translation>Mezclar con</translation>
    </message>
    <message>
        <source>Blends are nested too deeply.</source>
        <translation>Las mezclas están anidadas demasiado hondo.</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>Pelo rubio</translation>
    </message>
    <message>
        <source>Bowler</source>
        <translation>Bombín</translation>
    </message>
    <message>
        <source>Bright eyes</source>
        <translation>Ojos claros</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Browline, black and gold</source>
        <translation>Browline, negro y oro</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>Pelo castaño</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Cejas</translation>
    </message>
    <message>
        <source>Browse for: {what}</source>
        <translation>Examinar: {what}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Bucket hat, black</source>
        <translation>Sombrero de pescador, negro</translation>
    </message>
    <message>
        <source>Bucket hat, sand</source>
        <translation>Sombrero de pescador, arena</translation>
    </message>
    <message>
        <source>Bushy brows</source>
        <translation>Cejas pobladas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Cancelar la prueba</translation>
    </message>
    <message>
        <source>Cancel what is being written</source>
        <translation>Cancelar la escritura en curso</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Lienzo</translation>
    </message>
    <message>
        <source>Carries {what}.</source>
        <translation>Incluye {what}.</translation>
    </message>
    <message>
        <source>Carry out the chosen edit earlier</source>
        <translation>Aplicar antes la edición elegida</translation>
    </message>
    <message>
        <source>Carry out the chosen edit later</source>
        <translation>Aplicar después la edición elegida</translation>
    </message>
    <message>
        <source>Cat eye, red</source>
        <translation>Ojo de gato, rojas</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificados (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Changing the layout</source>
        <translation>Cambiando la disposición</translation>
    </message>
    <message>
        <source>Changing the picture</source>
        <translation>Cambiando la imagen</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Elegir una carpeta para los resultados.</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Elegir un aspecto</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>Elegir un paquete de modelos</translation>
    </message>
    <message>
        <source>Choose the file of a recipe.</source>
        <translation>Elegir el archivo de una receta.</translation>
    </message>
    <message>
        <source>Choose the label under the cursor</source>
        <translation>Elegir la etiqueta bajo el cursor</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>Hacer clic aquí y pulsar las teclas</translation>
    </message>
    <message>
        <source>Click the one that you like best. The slider above sets how strong it is.</source>
        <translation>Haga clic en el que más le guste. El control de arriba fija la intensidad.</translation>
    </message>
    <message>
        <source>Click to paint with it</source>
        <translation>Hacer clic para pintar con ella</translation>
    </message>
    <message>
        <source>Click what each gives; turn the wheel over a cell for less or more of it.</source>
        <translation>Hacer clic en lo que da cada una; girar la rueda sobre una celda para dar menos o más.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the tour</source>
        <translation>Cerrar el recorrido</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Cerrar sin guardar</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Ropa</translation>
    </message>
    <message>
        <source>Colour the pixels that changed</source>
        <translation>Colorear los píxeles que cambiaron</translation>
    </message>
    <message>
        <source>Colour the pixels that the edits changed, by how much</source>
        <translation>Colorear los píxeles que cambiaron las ediciones, según cuánto</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Colours, shortcuts, and what computes the edits</source>
        <translation>Colores, atajos y qué calcula las ediciones</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>Comparar con ella</translation>
    </message>
    <message>
        <source>Compare with the photo</source>
        <translation>Comparar con la foto</translation>
    </message>
    <message>
        <source>Content credentials need a library that is not installed: “python launch.py setup credentials” adds it.</source>
        <translation>Las credenciales de contenido necesitan una biblioteca que no está instalada: «python launch.py setup credentials» la añade.</translation>
    </message>
    <message>
        <source>Content credentials take keys of the kinds P-256, P-384, P-521, Ed25519 and RSA.</source>
        <translation>Las credenciales de contenido admiten claves de los tipos P-256, P-384, P-521, Ed25519 y RSA.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Cooler hair</source>
        <translation>Pelo más frío</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copiar versiones</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copiando</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copiando…</translation>
    </message>
    <message>
        <source>Cowboy hat</source>
        <translation>Sombrero vaquero</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>Osc&amp;uro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Darker hair</source>
        <translation>Pelo más oscuro</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete an edit</source>
        <translation>Eliminar una edición</translation>
    </message>
    <message>
        <source>Delete edit</source>
        <translation>Eliminar edición</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete the chosen edit (Delete)</source>
        <translation>Eliminar la edición elegida (Supr)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Diamond studs</source>
        <translation>Botones de diamante</translation>
    </message>
    <message>
        <source>Disable an edit</source>
        <translation>Desactivar una edición</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Doubtful: {doubts}.</source>
        <translation>Dudoso: {doubts}.</translation>
    </message>
    <message>
        <source>Drag the five points onto the eyes, the tip of the nose and the corners of the mouth. Right and left are the person&apos;s own.</source>
        <translation>Arrastrar los cinco puntos a los ojos, la punta de la nariz y las comisuras de la boca. Derecha e izquierda son las de la persona.</translation>
    </message>
    <message>
        <source>Draw a line around what the edits touch</source>
        <translation>Dibujar una línea alrededor de lo que tocan las ediciones</translation>
    </message>
    <message>
        <source>Draw along a boundary between labels to make it smoother</source>
        <translation>Trazar a lo largo de un límite entre etiquetas para suavizarlo</translation>
    </message>
    <message>
        <source>Draw around an area to give it the chosen label</source>
        <translation>Rodear un área para darle la etiqueta elegida</translation>
    </message>
    <message>
        <source>Drawing the face</source>
        <translation>Dibujando el rostro</translation>
    </message>
    <message>
        <source>Drift of identity</source>
        <translation>Desviación de la identidad</translation>
    </message>
    <message>
        <source>Drop a picture of another face here.
You choose what it gives: its hair, eyeglasses, lips …</source>
        <translation>Soltar aquí una imagen de otro rostro.
Se elige qué aporta: su cabello, sus gafas, sus labios…</translation>
    </message>
    <message>
        <source>Drop a portrait here</source>
        <translation>Soltar aquí un retrato</translation>
    </message>
    <message>
        <source>Drop photos or folders here, or add them.</source>
        <translation>Soltar aquí fotos o carpetas, o añadirlas.</translation>
    </message>
    <message>
        <source>Each row changes one thing about the face and leaves the rest alone. Turn eyeglasses on. A star after a name says that the model does it badly.</source>
        <translation>Cada fila cambia una cosa del rostro y deja el resto como está. Active las gafas. Un asterisco tras un nombre indica que el modelo lo hace mal.</translation>
    </message>
    <message>
        <source>Each says that a trained model changed parts of the photo</source>
        <translation>Todas indican que un modelo entrenado cambió partes de la foto</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Earrings</source>
        <translation>Pendientes</translation>
    </message>
    <message>
        <source>Earrings are worn already; take them off first.</source>
        <translation>Ya lleva pendientes; quítelos primero.</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Ediciones</translation>
    </message>
    <message>
        <source>Edits appear here in their order. Untick one to see the face without it, drag it to move it.</source>
        <translation>Las ediciones aparecen aquí en su orden. Desmarcar una muestra el rostro sin ella; arrastrarla la mueve.</translation>
    </message>
    <message>
        <source>Emerald drops</source>
        <translation>Gotas de esmeralda</translation>
    </message>
    <message>
        <source>Enable an edit</source>
        <translation>Activar una edición</translation>
    </message>
    <message>
        <source>Enter confirms</source>
        <translation>Intro confirma</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Esc leaves what was begun</source>
        <translation>Esc abandona lo empezado</translation>
    </message>
    <message>
        <source>Every action gets the keys that it had at first.</source>
        <translation>Todas las acciones recuperan sus teclas originales.</translation>
    </message>
    <message>
        <source>Every region is a layer that you can paint, hide and lock. Hair is chosen: take the brush in the bar on the left, and paint some hair onto the head.</source>
        <translation>Cada región es una capa que se puede pintar, ocultar y bloquear. Está elegido el pelo: tome el pincel en la barra izquierda y pinte algo de pelo en la cabeza.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export photo</source>
        <translation>Exportar foto</translation>
    </message>
    <message>
        <source>Export writes the photo at its full size, with a note inside that a model changed parts of it. That was the tour; the user guide in the Help menu tells the rest.</source>
        <translation>Exportar escribe la foto a tamaño completo, con una nota interna de que un modelo cambió partes de ella. Aquí termina el recorrido; el resto está en la guía del menú Ayuda.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expresión</translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation>Gafas</translation>
    </message>
    <message>
        <source>Eyeglasses are worn already; take them off first.</source>
        <translation>Ya lleva gafas; quítelas primero.</translation>
    </message>
    <message>
        <source>Eyeglasses lie over the brows.</source>
        <translation>Las gafas cubren las cejas.</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Ojos</translation>
    </message>
    <message>
        <source>Eyes narrowed</source>
        <translation>Ojos entrecerrados</translation>
    </message>
    <message>
        <source>Eyes wide</source>
        <translation>Ojos muy abiertos</translation>
    </message>
    <message>
        <source>FFmpeg, under LGPL-2.1</source>
        <translation>FFmpeg, con licencia LGPL-2.1</translation>
    </message>
    <message>
        <source>FFmpeg, with parts under GPL-3.0; not in the installed program</source>
        <translation>FFmpeg, con partes bajo GPL-3.0; no en el programa instalado</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Rostro</translation>
    </message>
    <message>
        <source>Face found</source>
        <translation>Rostro encontrado</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Rostro {number}</translation>
    </message>
    <message>
        <source>Face {number} of {count}</source>
        <translation>Rostro {number} de {count}</translation>
    </message>
    <message>
        <source>Face {number} of {count}.</source>
        <translation>Rostro {number} de {count}.</translation>
    </message>
    <message>
        <source>Face {number}: {edit}</source>
        <translation>Rostro {number}: {edit}</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Rostros</translation>
    </message>
    <message>
        <source>Faces of the photo</source>
        <translation>Rostros de la foto</translation>
    </message>
    <message>
        <source>Fedora</source>
        <translation>Fedora</translation>
    </message>
    <message>
        <source>Fedora, camel</source>
        <translation>Fedora, camel</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femenina</translation>
    </message>
    <message>
        <source>Feminine</source>
        <translation>Femenino</translation>
    </message>
    <message>
        <source>Fi&amp;t photo</source>
        <translation>Ajustar &amp;foto</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Fill with {what}</source>
        <translation>Rellenar con {what}</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>Buscar un &amp;comando…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Buscar un comando</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>Find faces again</source>
        <translation>Buscar rostros de nuevo</translation>
    </message>
    <message>
        <source>Finding faces…</source>
        <translation>Buscando rostros…</translation>
    </message>
    <message>
        <source>Finding the sample&apos;s face</source>
        <translation>Buscando el rostro del ejemplo</translation>
    </message>
    <message>
        <source>Fine brows</source>
        <translation>Cejas finas</translation>
    </message>
    <message>
        <source>First shortcut</source>
        <translation>Primer atajo</translation>
    </message>
    <message>
        <source>Flat cap, grey</source>
        <translation>Gorra plana, gris</translation>
    </message>
    <message>
        <source>Flat cap, tweed</source>
        <translation>Gorra plana, tweed</translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation>Car&amp;peta</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>Según el s&amp;istema</translation>
    </message>
    <message>
        <source>For photos in a format that cannot be written; others keep theirs</source>
        <translation>Para fotos en un formato que no se puede escribir; las demás conservan el suyo</translation>
    </message>
    <message>
        <source>Forget points set by hand and look for faces</source>
        <translation>Descartar los puntos colocados a mano y buscar rostros</translation>
    </message>
    <message>
        <source>Format of exports</source>
        <translation>Formato de exportación</translation>
    </message>
    <message>
        <source>Found with {percent} % confidence.</source>
        <translation>Encontrado con un {percent} % de confianza.</translation>
    </message>
    <message>
        <source>From the first look to the second</source>
        <translation>Del primer aspecto al segundo</translation>
    </message>
    <message>
        <source>Full face</source>
        <translation>Rostro ancho</translation>
    </message>
    <message>
        <source>Full lips</source>
        <translation>Labios gruesos</translation>
    </message>
    <message>
        <source>Fullness of the lips</source>
        <translation>Grosor de los labios</translation>
    </message>
    <message>
        <source>Gaze to the side</source>
        <translation>Mirada lateral</translation>
    </message>
    <message>
        <source>Gaze up and down</source>
        <translation>Mirada vertical</translation>
    </message>
    <message>
        <source>Give a connected area the chosen label</source>
        <translation>Dar la etiqueta elegida a un área conectada</translation>
    </message>
    <message>
        <source>Give every action the keys that it had at first</source>
        <translation>Devolver a todas las acciones sus teclas originales</translation>
    </message>
    <message>
        <source>Give every setting of this page the value that it had at first</source>
        <translation>Devolver a todos los ajustes de esta página su valor original</translation>
    </message>
    <message>
        <source>Give pixels back the label that was found in the photo</source>
        <translation>Devolver a los píxeles la etiqueta encontrada en la foto</translation>
    </message>
    <message>
        <source>Give the hair itself</source>
        <translation>Dar el cabello tal cual</translation>
    </message>
    <message>
        <source>Give the whole head</source>
        <translation>Dar la cabeza entera</translation>
    </message>
    <message>
        <source>Give this action the keys that it had at first</source>
        <translation>Devolver a esta acción sus teclas originales</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Gafas tal cual</translation>
    </message>
    <message>
        <source>Gold discs</source>
        <translation>Discos de oro</translation>
    </message>
    <message>
        <source>Gold hoops</source>
        <translation>Aros de oro</translation>
    </message>
    <message>
        <source>Gold studs</source>
        <translation>Botones de oro</translation>
    </message>
    <message>
        <source>Grey hair</source>
        <translation>Pelo canoso</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Cabello</translation>
    </message>
    <message>
        <source>Hair itself</source>
        <translation>Cabello tal cual</translation>
    </message>
    <message>
        <source>Hair that grows beside the face is drawn in coarse strands; hair beyond the square around the face stays.</source>
        <translation>El pelo que crece junto a la cara se dibuja en mechones gruesos; el que queda fuera del cuadro de la cara permanece.</translation>
    </message>
    <message>
        <source>Half rim, dark</source>
        <translation>Media montura, oscuras</translation>
    </message>
    <message>
        <source>Har&amp;der edge</source>
        <translation>Borde más &amp;duro</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureza</translation>
    </message>
    <message>
        <source>Hardness of the brush</source>
        <translation>Dureza del pincel</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Sombrero</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Cabeza</translation>
    </message>
    <message>
        <source>Head down</source>
        <translation>Cabeza abajo</translation>
    </message>
    <message>
        <source>Head up</source>
        <translation>Cabeza arriba</translation>
    </message>
    <message>
        <source>Height of brows</source>
        <translation>Altura de las cejas</translation>
    </message>
    <message>
        <source>High brows</source>
        <translation>Cejas altas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Hold this button to see the photo as it was. Only what you edited differs, to the last pixel.</source>
        <translation>Mantenga pulsado este botón para ver la foto como era. Solo difiere lo editado, hasta el último píxel.</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>Mantener pulsado para ver el original</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits</source>
        <translation>Mantener pulsado para ver la foto sin sus ediciones</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits (hold {keys})</source>
        <translation>Mantener pulsado para ver la foto sin sus ediciones (mantener {keys})</translation>
    </message>
    <message>
        <source>How finely numbers are computed; the eye sees no difference</source>
        <translation>Con qué detalle se calculan los números; a simple vista no hay diferencia</translation>
    </message>
    <message>
        <source>How narrowly what is painted fades into the photo ({ and })</source>
        <translation>Con qué estrechez lo pintado se funde con la foto ({ y })</translation>
    </message>
    <message>
        <source>How to do what, with pictures</source>
        <translation>Cómo se hace cada cosa, con imágenes</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Identity draws the face anew, and softly; long hair seldom becomes short.</source>
        <translation>La identidad dibuja la cara de nuevo, y con suavidad; el pelo largo rara vez se vuelve corto.</translation>
    </message>
    <message>
        <source>Identity drift</source>
        <translation>Desviación</translation>
    </message>
    <message>
        <source>In pixels of the face&apos;s crop, which is 256 pixels wide</source>
        <translation>En píxeles del recorte del rostro, que mide 256 píxeles de ancho</translation>
    </message>
    <message>
        <source>In use: {device}.</source>
        <translation>En uso: {device}.</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>En {folder}</translation>
    </message>
    <message>
        <source>It cannot be made out clearly enough what is hair.</source>
        <translation>No se distingue con suficiente claridad qué es pelo.</translation>
    </message>
    <message>
        <source>It changes the skin and its light, and no outlines.</source>
        <translation>Cambia la piel y su luz, pero no los contornos.</translation>
    </message>
    <message>
        <source>It darkens the skin, and grows no hair.</source>
        <translation>Oscurece la piel; no hace crecer pelo.</translation>
    </message>
    <message>
        <source>Its points were set by hand.</source>
        <translation>Sus puntos se colocaron a mano.</translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation>Guardar como favorito</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Conservar todo</translation>
    </message>
    <message>
        <source>Keep photo and edits together, to go on later</source>
        <translation>Guardar juntas la foto y las ediciones, para continuar más tarde</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>Claves (*.pem *.key)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>Pincel más &amp;grande</translation>
    </message>
    <message>
        <source>Large eyes</source>
        <translation>Ojos grandes</translation>
    </message>
    <message>
        <source>Large sunglasses, brown fade</source>
        <translation>Gafas de sol grandes, marrón degradado</translation>
    </message>
    <message>
        <source>Larger files keep more</source>
        <translation>Los archivos más grandes conservan más</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face</source>
        <translation>Superponer el mapa de etiquetas en color al rostro</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face (Q)</source>
        <translation>Superponer el mapa de etiquetas en color al rostro (Q)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Leave out where it was taken</source>
        <translation>Omitir el lugar de la toma</translation>
    </message>
    <message>
        <source>Leave {what} as in the photo</source>
        <translation>Dejar {what} como en la foto</translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation>Ceja izquierda</translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation>Oreja izquierda</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>Ojo izquierdo</translation>
    </message>
    <message>
        <source>Length of the chin</source>
        <translation>Largo del mentón</translation>
    </message>
    <message>
        <source>Less grey</source>
        <translation>Menos canas</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>C&amp;laro</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Like a reference</source>
        <translation>Como una referencia</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Labios</translation>
    </message>
    <message>
        <source>Little</source>
        <translation>Poco</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>Cargando modelos…</translation>
    </message>
    <message>
        <source>Locked: nothing is painted over it</source>
        <translation>Bloqueado: no se pinta encima</translation>
    </message>
    <message>
        <source>Long chin</source>
        <translation>Mentón largo</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Lado más largo</translation>
    </message>
    <message>
        <source>Longest side in pixels</source>
        <translation>Lado más largo en píxeles</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>Mirar abajo</translation>
    </message>
    <message>
        <source>Look left</source>
        <translation>Mirar a la izquierda</translation>
    </message>
    <message>
        <source>Look like</source>
        <translation>Aspecto como</translation>
    </message>
    <message>
        <source>Look of a region</source>
        <translation>Aspecto de una región</translation>
    </message>
    <message>
        <source>Look of regions</source>
        <translation>Aspecto de las regiones</translation>
    </message>
    <message>
        <source>Look of {what}</source>
        <translation>Aspecto: {what}</translation>
    </message>
    <message>
        <source>Look right</source>
        <translation>Mirar a la derecha</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Mirar arriba</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Buscando dispositivos…</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Buscando rostros</translation>
    </message>
    <message>
        <source>Looking for faces …</source>
        <translation>Buscando rostros…</translation>
    </message>
    <message>
        <source>Looking for the face in {title} …</source>
        <translation>Buscando el rostro en {title}…</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aspectos</translation>
    </message>
    <message>
        <source>Low brows</source>
        <translation>Cejas bajas</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Labio inferior</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Make the same edits in many photos</source>
        <translation>Hacer las mismas ediciones en muchas fotos</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Masculina</translation>
    </message>
    <message>
        <source>Masculine</source>
        <translation>Masculino</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Paquete de modelos</translation>
    </message>
    <message>
        <source>Models are missing</source>
        <translation>Faltan modelos</translation>
    </message>
    <message>
        <source>Models: {title} {version}, {licence}.</source>
        <translation>Modelos: {title} {version}, {licence}.</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Mouth closed</source>
        <translation>Boca cerrada</translation>
    </message>
    <message>
        <source>Mouth open</source>
        <translation>Boca abierta</translation>
    </message>
    <message>
        <source>Move an edit</source>
        <translation>Mover una edición</translation>
    </message>
    <message>
        <source>Move the photo, select a face (or hold Space with any tool)</source>
        <translation>Mover la foto, seleccionar un rostro (o mantener Espacio con cualquier herramienta)</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>Mucho</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Narrow face</source>
        <translation>Rostro estrecho</translation>
    </message>
    <message>
        <source>Narrow jaw</source>
        <translation>Mandíbula estrecha</translation>
    </message>
    <message>
        <source>Narrow nose</source>
        <translation>Nariz estrecha</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cuello</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>Collar</translation>
    </message>
    <message>
        <source>Needs a photo with a face</source>
        <translation>Necesita una foto con un rostro</translation>
    </message>
    <message>
        <source>Needs an edit first</source>
        <translation>Necesita antes una edición</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nueva &amp;ventana</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Ningún comando se llama así.</translation>
    </message>
    <message>
        <source>No ear lobe can be seen, which earrings need.</source>
        <translation>No se ve ningún lóbulo de la oreja, que los pendientes necesitan.</translation>
    </message>
    <message>
        <source>No eye bags</source>
        <translation>Sin ojeras</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Ningún rostro</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>No se encontró ningún rostro en esta foto.</translation>
    </message>
    <message>
        <source>No face was found in this photo. Setting the five points by hand helps.</source>
        <translation>No se encontró ningún rostro en esta foto. Colocar los cinco puntos a mano ayuda.</translation>
    </message>
    <message>
        <source>No face was found. Set its five points by hand.</source>
        <translation>No se encontró ningún rostro. Sus cinco puntos se pueden colocar a mano.</translation>
    </message>
    <message>
        <source>No graphics card that can compute was found, so the processor does the work. Edits look the same; they take longer.</source>
        <translation>No se encontró ninguna tarjeta gráfica apta para calcular, así que trabaja el procesador. Las ediciones se ven igual; tardan más.</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>Quitar de favoritos</translation>
    </message>
    <message>
        <source>No portrait at hand? Try one of nobody real:</source>
        <translation>¿Ningún retrato a mano? Estos no muestran a nadie real:</translation>
    </message>
    <message>
        <source>No red eyes</source>
        <translation>Sin ojos rojos</translation>
    </message>
    <message>
        <source>No shine</source>
        <translation>Sin brillo</translation>
    </message>
    <message>
        <source>Nod of the head</source>
        <translation>Inclinación de la cabeza</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Not your style? Press the die at the end of the row: it draws six other looks.</source>
        <translation>¿No es su estilo? Pulse el dado al final de la fila: dibuja otros seis aspectos.</translation>
    </message>
    <message>
        <source>Nothing is doubtful about it.</source>
        <translation>No presenta ninguna duda.</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nada que rehacer</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>Of JPEG, WebP and AVIF: larger files keep more</source>
        <translation>Para JPEG, WebP y AVIF: los archivos más grandes conservan más</translation>
    </message>
    <message>
        <source>Of a recipe</source>
        <translation>De una receta</translation>
    </message>
    <message>
        <source>Of large earrings that are taken off a part may stay.</source>
        <translation>De los pendientes grandes que se quitan puede quedar una parte.</translation>
    </message>
    <message>
        <source>Of the open photo</source>
        <translation>De la foto abierta</translation>
    </message>
    <message>
        <source>Of the open photo ({count})</source>
        <translation>De la foto abierta ({count})</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Mayor</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Only the colour profile</source>
        <translation>Solo el perfil de color</translation>
    </message>
    <message>
        <source>Opacity of the labels</source>
        <translation>Opacidad de las etiquetas</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>Abrir carpeta de &amp;registros</translation>
    </message>
    <message>
        <source>Open a photo first</source>
        <translation>Abrir antes una foto</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>Abrir una foto o un proyecto</translation>
    </message>
    <message>
        <source>Open a photo to see its faces.</source>
        <translation>Al abrir una foto, aquí se ven sus rostros.</translation>
    </message>
    <message>
        <source>Open as the photo instead</source>
        <translation>Abrir como foto en su lugar</translation>
    </message>
    <message>
        <source>Open eyes</source>
        <translation>Ojos abiertos</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation>Boca abierta</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Abrir foto</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Abrir foto…</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>Abrir re&amp;ciente</translation>
    </message>
    <message>
        <source>Open sa&amp;mple portrait</source>
        <translation>Abrir retrato de e&amp;jemplo</translation>
    </message>
    <message>
        <source>Open sample portrait {number}</source>
        <translation>Abrir el retrato de ejemplo {number}</translation>
    </message>
    <message>
        <source>Opening photo…</source>
        <translation>Abriendo foto…</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>Abriendo {title}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Outline the &amp;edits</source>
        <translation>Co&amp;ntornear las ediciones</translation>
    </message>
    <message>
        <source>Outside the edits</source>
        <translation>Fuera de ediciones</translation>
    </message>
    <message>
        <source>Oval wire, rose gold</source>
        <translation>Ovaladas de alambre, oro rosa</translation>
    </message>
    <message>
        <source>Oversized, navy</source>
        <translation>Extragrandes, azul marino</translation>
    </message>
    <message>
        <source>Own {what}</source>
        <translation>Original: {what}</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Página de la guía</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Páginas de las preferencias</translation>
    </message>
    <message>
        <source>Pai&amp;nt on both sides</source>
        <translation>P&amp;intar en ambos lados</translation>
    </message>
    <message>
        <source>Paint only over this</source>
        <translation>Pintar solo sobre esto</translation>
    </message>
    <message>
        <source>Paint the chosen label</source>
        <translation>Pintar la etiqueta elegida</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Pintar con ella</translation>
    </message>
    <message>
        <source>Paint with {what}</source>
        <translation>Pintar con {what}</translation>
    </message>
    <message>
        <source>Paint {what}</source>
        <translation>Pintar {what}</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panamá</translation>
    </message>
    <message>
        <source>Panto, brown</source>
        <translation>Pantos, marrones</translation>
    </message>
    <message>
        <source>Panto, clear</source>
        <translation>Pantos, transparentes</translation>
    </message>
    <message>
        <source>Part of the face lies outside the photo.</source>
        <translation>Parte de la cara queda fuera de la foto.</translation>
    </message>
    <message>
        <source>Paste a picture as the photo, or as a reference when a photo is open</source>
        <translation>Pegar una imagen como foto, o como referencia si hay una foto abierta</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Pearl drops</source>
        <translation>Gotas de perla</translation>
    </message>
    <message>
        <source>Pearl strings</source>
        <translation>Hilos de perlas</translation>
    </message>
    <message>
        <source>Pearl studs</source>
        <translation>Perlas pequeñas</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo and edits were saved, but not their result. {why}</source>
        <translation>Se guardaron la foto y las ediciones, pero no su resultado. {why}</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>Fotos del lote</translation>
    </message>
    <message>
        <source>Pic&amp;k label</source>
        <translation>&amp;Tomar etiqueta</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>Imágenes ({endings})</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth by hand (P)</source>
        <translation>Colocar ojos, nariz y boca a mano (P)</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth corners by hand</source>
        <translation>Colocar ojos, nariz y comisuras de la boca a mano</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Pr&amp;eferencias…</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Preparing the batch…</source>
        <translation>Preparando el lote…</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Clave privada</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Progreso del lote</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Progreso de la prueba</translation>
    </message>
    <message>
        <source>Projects ({endings})</source>
        <translation>Proyectos ({endings})</translation>
    </message>
    <message>
        <source>Put eyeglasses on a sample portrait and measure how long it takes</source>
        <translation>Poner gafas a un retrato de ejemplo y medir cuánto tarda</translation>
    </message>
    <message>
        <source>Put the edited photo on the clipboard, at full size</source>
        <translation>Copiar la foto editada al portapapeles, a tamaño completo</translation>
    </message>
    <message>
        <source>Put the list of names, versions and licences on the clipboard</source>
        <translation>Copiar al portapapeles la lista de nombres, versiones y licencias</translation>
    </message>
    <message>
        <source>Put the present state aside, to compare with or to come back to</source>
        <translation>Apartar el estado actual, para comparar con él o volver a él</translation>
    </message>
    <message>
        <source>Put this face on the shelf, to give its looks to another</source>
        <translation>Añadir este rostro a las referencias, para dar sus aspectos a otro</translation>
    </message>
    <message>
        <source>Puts eyeglasses on a sample portrait {count} times and says whether the result is sound, and how long an edit takes.</source>
        <translation>Pone gafas {count} veces a un retrato de ejemplo e indica si el resultado es correcto y cuánto tarda una edición.</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>Integrándolo en la foto</translation>
    </message>
    <message>
        <source>Putting on eyeglasses, {number} of {count}</source>
        <translation>Poniendo gafas, {number} de {count}</translation>
    </message>
    <message>
        <source>Qt, under LGPL-3.0</source>
        <translation>Qt, con licencia LGPL-3.0</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Quality in figures</source>
        <translation>Calidad en cifras</translation>
    </message>
    <message>
        <source>Quality of exports</source>
        <translation>Calidad de exportación</translation>
    </message>
    <message>
        <source>Radius in pixels of the face&apos;s crop ([ and ])</source>
        <translation>Radio en píxeles del recorte del rostro ([ y ])</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>Radio del pincel</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Reading the face</source>
        <translation>Leyendo el rostro</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Rec&amp;ipe</source>
        <translation>&amp;Receta</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Receta</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Recetas (*.json)</translation>
    </message>
    <message>
        <source>Rectangle wire, silver</source>
        <translation>Rectangulares de alambre, plateadas</translation>
    </message>
    <message>
        <source>Rectangle, black</source>
        <translation>Rectangulares, negras</translation>
    </message>
    <message>
        <source>Rectangle, thin rim</source>
        <translation>Rectangulares, montura fina</translation>
    </message>
    <message>
        <source>Red hair</source>
        <translation>Pelo rojizo</translation>
    </message>
    <message>
        <source>Reference {title}</source>
        <translation>Referencia {title}</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referencias</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove &amp;all edits</source>
        <translation>&amp;Quitar todas las ediciones</translation>
    </message>
    <message>
        <source>Remove a reference</source>
        <translation>Quitar una referencia</translation>
    </message>
    <message>
        <source>Remove all edits</source>
        <translation>Quitar todas las ediciones</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>Quitar referencia</translation>
    </message>
    <message>
        <source>Remove the selected photos</source>
        <translation>Quitar las fotos seleccionadas</translation>
    </message>
    <message>
        <source>Rendering…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Replace the existing file</source>
        <translation>Reemplazar el archivo existente</translation>
    </message>
    <message>
        <source>Replace the original photo</source>
        <translation>Reemplazar la foto original</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Reset &amp;all…</source>
        <translation>Restablecer t&amp;odo…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Resultado de la prueba</translation>
    </message>
    <message>
        <source>Retouch</source>
        <translation>Retoque</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Reintentar fallidas</translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation>Ceja derecha</translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation>Oreja derecha</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>Ojo derecho</translation>
    </message>
    <message>
        <source>Rimless</source>
        <translation>Sin montura</translation>
    </message>
    <message>
        <source>Round horn, dark</source>
        <translation>Redondas de pasta, oscuras</translation>
    </message>
    <message>
        <source>Round horn, tortoiseshell</source>
        <translation>Redondas, carey</translation>
    </message>
    <message>
        <source>Round sunglasses</source>
        <translation>Gafas de sol redondas</translation>
    </message>
    <message>
        <source>Round wire, gold</source>
        <translation>Redondas de alambre, doradas</translation>
    </message>
    <message>
        <source>S&amp;mooth boundary</source>
        <translation>&amp;Suavizar límite</translation>
    </message>
    <message>
        <source>S&amp;wap brush and eraser</source>
        <translation>I&amp;ntercambiar pincel y borrador</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>Triste</translation>
    </message>
    <message>
        <source>Sample &amp;{number}</source>
        <translation>Ejemplo &amp;{number}</translation>
    </message>
    <message>
        <source>Sapphire studs</source>
        <translation>Botones de zafiro</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Guardar proyecto</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Guardar proyecto c&amp;omo…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Guardado como {name}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Buscar acciones y teclas</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Buscar en la guía</translation>
    </message>
    <message>
        <source>Second shortcut</source>
        <translation>Segundo atajo</translation>
    </message>
    <message>
        <source>See and change the keys</source>
        <translation>Ver y cambiar las teclas</translation>
    </message>
    <message>
        <source>See before and after beside each other</source>
        <translation>Ver el antes y el después uno junto al otro</translation>
    </message>
    <message>
        <source>See before and after on either side of a line that can be dragged</source>
        <translation>Ver el antes y el después a ambos lados de una línea que se puede arrastrar</translation>
    </message>
    <message>
        <source>See the chosen snapshot beside the present state</source>
        <translation>Ver la instantánea elegida junto al estado actual</translation>
    </message>
    <message>
        <source>See the photo without its edits while the key is held</source>
        <translation>Ver la foto sin sus ediciones mientras se mantiene la tecla</translation>
    </message>
    <message>
        <source>Semblance project, OpenRaster ({endings})</source>
        <translation>Proyecto de Semblance, OpenRaster ({endings})</translation>
    </message>
    <message>
        <source>Semblance was closed without saving {name}. Bring it back?</source>
        <translation>Semblance se cerró sin guardar {name}. ¿Recuperar?</translation>
    </message>
    <message>
        <source>Semblance: something went wrong</source>
        <translation>Semblance: algo salió mal</translation>
    </message>
    <message>
        <source>Set face &amp;points</source>
        <translation>&amp;Colocar puntos del rostro</translation>
    </message>
    <message>
        <source>Set points</source>
        <translation>Colocar puntos</translation>
    </message>
    <message>
        <source>Set points by hand</source>
        <translation>Colocar puntos a mano</translation>
    </message>
    <message>
        <source>Set points…</source>
        <translation>Colocar puntos…</translation>
    </message>
    <message>
        <source>Set this page back</source>
        <translation>Restablecer esta página</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Sharpening the view</source>
        <translation>Afinando la vista</translation>
    </message>
    <message>
        <source>Shaved</source>
        <translation>Afeitado</translation>
    </message>
    <message>
        <source>Short chin</source>
        <translation>Mentón corto</translation>
    </message>
    <message>
        <source>Shortcuts of “{action}”</source>
        <translation>Atajos de «{action}»</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>Mostrar &amp;cambios</translation>
    </message>
    <message>
        <source>Show &amp;labels</source>
        <translation>Mostrar e&amp;tiquetas</translation>
    </message>
    <message>
        <source>Show &amp;original</source>
        <translation>Mostrar &amp;original</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show experimental controls</source>
        <translation>Mostrar controles experimentales</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>Mostrar etiquetas</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>Mostrar solo esto</translation>
    </message>
    <message>
        <source>Show or hide it among the labels</source>
        <translation>Mostrar u ocultar entre las etiquetas</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>Mostrar el lote</translation>
    </message>
    <message>
        <source>Show the labels it is made of</source>
        <translation>Mostrar las etiquetas que la forman</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>L&amp;ado a lado</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Sign with &amp;content credentials</source>
        <translation>Firmar con credenciales de co&amp;ntenido</translation>
    </message>
    <message>
        <source>Signing takes the files of your certificate and of its private key.</source>
        <translation>Para firmar se necesitan los archivos del certificado y de su clave privada.</translation>
    </message>
    <message>
        <source>Silver hoops, large</source>
        <translation>Aros de plata grandes</translation>
    </message>
    <message>
        <source>Six random looks to choose from</source>
        <translation>Seis aspectos aleatorios para elegir</translation>
    </message>
    <message>
        <source>Size of the eyes</source>
        <translation>Tamaño de los ojos</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Deslizadores</translation>
    </message>
    <message>
        <source>Small eyes</source>
        <translation>Ojos pequeños</translation>
    </message>
    <message>
        <source>Small hoops</source>
        <translation>Aros pequeños</translation>
    </message>
    <message>
        <source>Smaller photos are not enlarged</source>
        <translation>Las fotos más pequeñas no se amplían</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>Sonrisa</translation>
    </message>
    <message>
        <source>Smiling</source>
        <translation>Sonriente</translation>
    </message>
    <message>
        <source>Smooth a boundary</source>
        <translation>Suavizar un límite</translation>
    </message>
    <message>
        <source>Smooth skin</source>
        <translation>Piel lisa</translation>
    </message>
    <message>
        <source>Snapshot {number}: 1 edit</source>
        <translation>Instantánea {number}: 1 edición</translation>
    </message>
    <message>
        <source>Snapshot {number}: {count} edits</source>
        <translation>Instantánea {number}: {count} ediciones</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantáneas</translation>
    </message>
    <message>
        <source>Softe&amp;r edge</source>
        <translation>Borde más s&amp;uave</translation>
    </message>
    <message>
        <source>Something that the project kept cannot be read, and will be found again.</source>
        <translation>Algo que el proyecto guardaba no se puede leer y se volverá a calcular.</translation>
    </message>
    <message>
        <source>Something went wrong inside Semblance. Your photo is untouched, and you can go on working; exporting what you have is a good idea.

The report below helps to mend it. It holds no picture and no folder names.</source>
        <translation>Algo salió mal dentro de Semblance. La foto está intacta y se puede seguir trabajando; conviene exportar lo hecho hasta ahora.

El informe siguiente ayuda a corregir el error. No contiene ninguna imagen ni nombres de carpetas.</translation>
    </message>
    <message>
        <source>Space moves the photo while it is held</source>
        <translation>Espacio mueve la foto mientras se mantiene pulsado</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividida</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Strength of {what}</source>
        <translation>Intensidad: {what}</translation>
    </message>
    <message>
        <source>Strength: from the photo&apos;s own look to the whole new one</source>
        <translation>Intensidad: del aspecto propio de la foto al nuevo por completo</translation>
    </message>
    <message>
        <source>Sun hat</source>
        <translation>Pamela</translation>
    </message>
    <message>
        <source>Tab goes to the next control</source>
        <translation>Tab pasa al control siguiente</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Quitarlo de allí</translation>
    </message>
    <message>
        <source>Take s&amp;napshot</source>
        <translation>Tomar &amp;instantánea</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Tomar instantánea</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>&amp;Hacer el recorrido</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Hacer el recorrido</translation>
    </message>
    <message>
        <source>Take the tour without saving</source>
        <translation>Hacer el recorrido sin guardar</translation>
    </message>
    <message>
        <source>Take them out of the list (Del)</source>
        <translation>Quitarlas de la lista (Supr)</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>Tendrá efecto en el próximo inicio</translation>
    </message>
    <message>
        <source>Tells viewers who exported the photo, and that a trained model changed parts of it. It takes your own certificate and its private key as PEM files, the key without a password.</source>
        <translation>Indica a quien la vea quién exportó la foto y que un modelo entrenado cambió partes de ella. Requiere un certificado propio y su clave privada como archivos PEM, la clave sin contraseña.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Testing the engine…</source>
        <translation>Probando el motor…</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>The batch goes on</source>
        <translation>El lote continúa</translation>
    </message>
    <message>
        <source>The camera&apos;s notes (EXIF) are damaged and will not be kept.</source>
        <translation>Los datos de la cámara (EXIF) están dañados y no se conservarán.</translation>
    </message>
    <message>
        <source>The camera&apos;s notes are too long for JPEG and are left out.</source>
        <translation>Los datos de la cámara son demasiado largos para JPEG y se omiten.</translation>
    </message>
    <message>
        <source>The colour profile does not fit the picture and is left out.</source>
        <translation>El perfil de color no corresponde a la imagen y se omite.</translation>
    </message>
    <message>
        <source>The computer has not enough free memory for this edit.</source>
        <translation>El equipo no tiene suficiente memoria libre para esta edición.</translation>
    </message>
    <message>
        <source>The device that was chosen is not here.</source>
        <translation>El dispositivo elegido no está disponible.</translation>
    </message>
    <message>
        <source>The edit changed more than eyeglasses can. Another device or precision may help.</source>
        <translation>La edición cambió más de lo que pueden cambiar unas gafas. Otro dispositivo u otra precisión podría ayudar.</translation>
    </message>
    <message>
        <source>The edit changed nothing. Another device or precision may help.</source>
        <translation>La edición no cambió nada. Otro dispositivo u otra precisión podría ayudar.</translation>
    </message>
    <message>
        <source>The edits of this photo were neither saved nor exported. Close without them?</source>
        <translation>Las ediciones de esta foto no se han guardado ni exportado. ¿Cerrar sin ellas?</translation>
    </message>
    <message>
        <source>The engine works.</source>
        <translation>El motor funciona.</translation>
    </message>
    <message>
        <source>The eyes are covered.</source>
        <translation>Los ojos están tapados.</translation>
    </message>
    <message>
        <source>The face as the models see it, with its five points</source>
        <translation>El rostro como lo ven los modelos, con sus cinco puntos</translation>
    </message>
    <message>
        <source>The face cannot be made out clearly enough.</source>
        <translation>La cara no se distingue con suficiente claridad.</translation>
    </message>
    <message>
        <source>The face cannot be read in 3D here, which this needs.</source>
        <translation>Aquí la cara no se puede leer en 3D, y esto lo necesita.</translation>
    </message>
    <message>
        <source>The face is too dark for this.</source>
        <translation>La cara está demasiado oscura para esto.</translation>
    </message>
    <message>
        <source>The face looks too far up or down for this.</source>
        <translation>La cara mira demasiado hacia arriba o hacia abajo para esto.</translation>
    </message>
    <message>
        <source>The five points of this face lie on one spot; set them again.</source>
        <translation>Los cinco puntos de este rostro están en un mismo lugar; hay que volver a colocarlos.</translation>
    </message>
    <message>
        <source>The graphics memory is full: the computer&apos;s processor does the work now, more slowly.</source>
        <translation>La memoria gráfica está llena: ahora trabaja el procesador del equipo, más despacio.</translation>
    </message>
    <message>
        <source>The hair is too full for a hat.</source>
        <translation>El pelo es demasiado voluminoso para un sombrero.</translation>
    </message>
    <message>
        <source>The head is turned too far for this.</source>
        <translation>La cabeza está demasiado girada para esto.</translation>
    </message>
    <message>
        <source>The lenses are dark: the eyes behind them are invented.</source>
        <translation>Los cristales son oscuros: los ojos tras ellos son inventados.</translation>
    </message>
    <message>
        <source>The model pack cannot change this</source>
        <translation>El paquete de modelos no puede cambiar esto</translation>
    </message>
    <message>
        <source>The model pack “{pack}” cannot be used, so the one that ships with Semblance is used. {why}</source>
        <translation>El paquete de modelos «{pack}» no se puede usar, así que se usa el incluido con Semblance. {why}</translation>
    </message>
    <message>
        <source>The model pack “{pack}” is no longer here, so the one that ships with Semblance is used.</source>
        <translation>El paquete de modelos «{pack}» ya no está disponible, así que se usa el incluido con Semblance.</translation>
    </message>
    <message>
        <source>The models are being loaded…</source>
        <translation>Cargando los modelos…</translation>
    </message>
    <message>
        <source>The models could not be loaded.</source>
        <translation>No se pudieron cargar los modelos.</translation>
    </message>
    <message>
        <source>The mouth is covered.</source>
        <translation>La boca está tapada.</translation>
    </message>
    <message>
        <source>The nose is covered.</source>
        <translation>La nariz está tapada.</translation>
    </message>
    <message>
        <source>The one that ships with Semblance</source>
        <translation>El incluido con Semblance</translation>
    </message>
    <message>
        <source>The open photo has no edits yet. Make some, or choose a recipe.</source>
        <translation>La foto abierta aún no tiene ediciones. Hay que hacer alguna o elegir una receta.</translation>
    </message>
    <message>
        <source>The person&apos;s own side: their left lies on the right of the picture</source>
        <translation>El lado de la propia persona: su izquierda está a la derecha de la imagen</translation>
    </message>
    <message>
        <source>The photo is in shades of grey.</source>
        <translation>La foto está en tonos de gris.</translation>
    </message>
    <message>
        <source>The photo with its edits. Drop a picture here.</source>
        <translation>La foto con sus ediciones. Aquí se puede soltar una imagen.</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the face.</source>
        <translation>El borde de la foto corta la cara.</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the head, and most of a hat would lie beyond it.</source>
        <translation>El borde de la foto corta la cabeza, y la mayor parte de un sombrero quedaría fuera.</translation>
    </message>
    <message>
        <source>The photo&apos;s own look</source>
        <translation>El aspecto propio de la foto</translation>
    </message>
    <message>
        <source>The picture could not be written as PNG.</source>
        <translation>No se pudo escribir la imagen como PNG.</translation>
    </message>
    <message>
        <source>The picture has more than 8 bits a channel; it is opened with 8.</source>
        <translation>La imagen tiene más de 8 bits por canal; se abre con 8.</translation>
    </message>
    <message>
        <source>The picture is in print colours (CMYK); it is edited and saved as RGB.</source>
        <translation>La imagen usa colores de impresión (CMYK); se edita y se guarda como RGB.</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate.</source>
        <translation>La clave privada no corresponde al certificado.</translation>
    </message>
    <message>
        <source>The recipe is not readable as JSON.</source>
        <translation>La receta no se puede leer como JSON.</translation>
    </message>
    <message>
        <source>The reference wears no eyeglasses.</source>
        <translation>La referencia no lleva gafas.</translation>
    </message>
    <message>
        <source>The result holds numbers that are none. Another device or precision may help.</source>
        <translation>El resultado contiene valores no numéricos. Otro dispositivo u otra precisión podría ayudar.</translation>
    </message>
    <message>
        <source>The results need a folder of their own.</source>
        <translation>Los resultados necesitan una carpeta propia.</translation>
    </message>
    <message>
        <source>The results need a folder of their own: sources are never overwritten.</source>
        <translation>Los resultados necesitan una carpeta propia: los originales nunca se sobrescriben.</translation>
    </message>
    <message>
        <source>The sample portraits are missing, so there is nothing to test with.</source>
        <translation>Faltan los retratos de ejemplo, así que no hay con qué probar.</translation>
    </message>
    <message>
        <source>The test failed through a fault of Semblance&apos;s own; a report of it is shown.</source>
        <translation>La prueba falló por un error del propio Semblance; se muestra un informe.</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>La prueba se canceló.</translation>
    </message>
    <message>
        <source>The text is not installed with the program.</source>
        <translation>El texto no está instalado con el programa.</translation>
    </message>
    <message>
        <source>The top of the head lies outside the photo.</source>
        <translation>La parte superior de la cabeza queda fuera de la foto.</translation>
    </message>
    <message>
        <source>The tour opens a sample portrait in place of this photo, whose edits are not saved.</source>
        <translation>El recorrido abre un retrato de ejemplo en lugar de esta foto, cuyas ediciones no están guardadas.</translation>
    </message>
    <message>
        <source>The two heads look in very different directions: what one hides must be guessed.</source>
        <translation>Las dos cabezas miran en direcciones muy distintas: lo que una oculta hay que suponerlo.</translation>
    </message>
    <message>
        <source>The window in eight short steps, on a sample portrait</source>
        <translation>La ventana en ocho pasos breves, con un retrato de ejemplo</translation>
    </message>
    <message>
        <source>Their face within this one&apos;s outline; hair and skin colour stay</source>
        <translation>Su rostro dentro del contorno de este; el cabello y el color de piel se mantienen</translation>
    </message>
    <message>
        <source>Their face, hair and accessories on these shoulders; pose stays</source>
        <translation>Su rostro, cabello y accesorios sobre estos hombros; la pose se mantiene</translation>
    </message>
    <message>
        <source>Their left corner of the mouth</source>
        <translation>Comisura izquierda de la persona</translation>
    </message>
    <message>
        <source>Their left eye</source>
        <translation>Ojo izquierdo de la persona</translation>
    </message>
    <message>
        <source>Their right corner of the mouth</source>
        <translation>Comisura derecha de la persona</translation>
    </message>
    <message>
        <source>Their right eye</source>
        <translation>Ojo derecho de la persona</translation>
    </message>
    <message>
        <source>Their very eyeglasses, without what is behind the lenses</source>
        <translation>Exactamente sus gafas, sin lo que hay tras los cristales</translation>
    </message>
    <message>
        <source>Their very hair, and hat, as their photo shows it</source>
        <translation>Exactamente su cabello, y su sombrero, como en su foto</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>No existe el archivo «{path}».</translation>
    </message>
    <message>
        <source>There is no hair here that could be dyed.</source>
        <translation>Aquí no hay pelo que se pueda teñir.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>There must be one pressure for each point of a line.</source>
        <translation>Debe haber una presión por cada punto de la línea.</translation>
    </message>
    <message>
        <source>These five points lie on one spot; a face needs room between them.</source>
        <translation>Estos cinco puntos están en un mismo lugar; un rostro necesita espacio entre ellos.</translation>
    </message>
    <message>
        <source>Thin lips</source>
        <translation>Labios finos</translation>
    </message>
    <message>
        <source>This Semblance does not have the method of this edit. It is kept as it is.</source>
        <translation>Este Semblance no tiene el método de esta edición. Se conserva tal cual.</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its place in the photo has no area.</source>
        <translation>Esta edición no se puede dibujar en esta cara: su lugar en la foto no tiene superficie.</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its result is not a number.</source>
        <translation>Esta edición no se puede dibujar en esta cara: su resultado no es un número.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Esta carpeta no existe.</translation>
    </message>
    <message>
        <source>This is a picture with layers; it is opened as they look together.</source>
        <translation>Es una imagen con capas; se abre tal como se ven juntas.</translation>
    </message>
    <message>
        <source>This is no shortcut: press a key, with Ctrl, Alt or Shift if you like.</source>
        <translation>Esto no es un atajo: pulsar una tecla, si se quiere con Ctrl, Alt o Mayús.</translation>
    </message>
    <message>
        <source>This kind of 16-bit picture is opened with 8 bits a channel.</source>
        <translation>Este tipo de imagen de 16 bits se abre con 8 bits por canal.</translation>
    </message>
    <message>
        <source>This model pack has no sliders.</source>
        <translation>Este paquete de modelos no tiene deslizadores.</translation>
    </message>
    <message>
        <source>This person does not exist: the picture was drawn by the bundled model. Turn the wheel to zoom; hold Space and drag to move.</source>
        <translation>Esta persona no existe: la imagen la dibujó el modelo incluido. Gire la rueda para ampliar; mantenga Espacio y arrastre para mover.</translation>
    </message>
    <message>
        <source>This project was written by a newer Semblance; what this one does not know is left out.</source>
        <translation>Este proyecto procede de un Semblance más reciente; se omite lo que este no conoce.</translation>
    </message>
    <message>
        <source>Tip of the nose</source>
        <translation>Punta de la nariz</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Tour, {number} of {count}</source>
        <translation>Recorrido, {number} de {count}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Girar a la izquierda</translation>
    </message>
    <message>
        <source>Turn of the head</source>
        <translation>Giro de la cabeza</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Girar a la derecha</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Escribir unas letras de lo que se quiere hacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Unlock all</source>
        <translation>Desbloquear todo</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Labio superior</translation>
    </message>
    <message>
        <source>Use as a reference</source>
        <translation>Usar como referencia</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>Usar estos puntos</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Guía de usuario</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía de usuario</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Version {version}.</source>
        <translation>Versión {version}.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>Esperando al motor…</translation>
    </message>
    <message>
        <source>Wayfarer sunglasses</source>
        <translation>Gafas de sol wayfarer</translation>
    </message>
    <message>
        <source>What Semblance uses</source>
        <translation>Lo que utiliza Semblance</translation>
    </message>
    <message>
        <source>What computes the edits</source>
        <translation>Qué calcula las ediciones</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué se quiere hacer?</translation>
    </message>
    <message>
        <source>What draws the edits; others than the one that ships are imported first</source>
        <translation>Lo que dibuja las ediciones; los paquetes que no vienen incluidos se importan antes</translation>
    </message>
    <message>
        <source>What is painted on one side of the face is painted on the other as well</source>
        <translation>Lo que se pinta en un lado del rostro se pinta también en el otro</translation>
    </message>
    <message>
        <source>What seldom passes for a photograph yet</source>
        <translation>Lo que aún rara vez pasa por fotografía</translation>
    </message>
    <message>
        <source>What stands against these keys</source>
        <translation>Qué impide usar estas teclas</translation>
    </message>
    <message>
        <source>What the engine does now</source>
        <translation>Qué hace ahora el motor</translation>
    </message>
    <message>
        <source>Where the look comes from</source>
        <translation>De dónde viene el aspecto</translation>
    </message>
    <message>
        <source>White teeth</source>
        <translation>Dientes blancos</translation>
    </message>
    <message>
        <source>Whole head</source>
        <translation>Cabeza entera</translation>
    </message>
    <message>
        <source>Wide jaw</source>
        <translation>Mandíbula ancha</translation>
    </message>
    <message>
        <source>Wide nose</source>
        <translation>Nariz ancha</translation>
    </message>
    <message>
        <source>Width of the face</source>
        <translation>Ancho del rostro</translation>
    </message>
    <message>
        <source>Width of the jaw</source>
        <translation>Ancho de la mandíbula</translation>
    </message>
    <message>
        <source>Width of the nose</source>
        <translation>Ancho de la nariz</translation>
    </message>
    <message>
        <source>Without it, the window closes and the edits are gone</source>
        <translation>De lo contrario, la ventana se cierra y las ediciones se pierden</translation>
    </message>
    <message>
        <source>Without the blend</source>
        <translation>Sin la mezcla</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Trabajando…</translation>
    </message>
    <message>
        <source>Writing layers</source>
        <translation>Escribiendo las capas</translation>
    </message>
    <message>
        <source>Writing the photo</source>
        <translation>Escribiendo la foto</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Escribiendo la imagen</translation>
    </message>
    <message>
        <source>Writing the project</source>
        <translation>Escribiendo el proyecto</translation>
    </message>
    <message>
        <source>Younger</source>
        <translation>Más joven</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ac&amp;ercar</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ale&amp;jar</translation>
    </message>
    <message>
        <source>Zoom to &amp;face</source>
        <translation>Acercar al &amp;rostro</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>una foto</translation>
    </message>
    <message>
        <source>about {time} h left</source>
        <translation>quedan unas {time} h</translation>
    </message>
    <message>
        <source>about {time} min left</source>
        <translation>quedan unos {time} min</translation>
    </message>
    <message>
        <source>about {time} s left</source>
        <translation>quedan unos {time} s</translation>
    </message>
    <message>
        <source>background</source>
        <translation>fondo</translation>
    </message>
    <message>
        <source>bangs</source>
        <translation>flequillo</translation>
    </message>
    <message>
        <source>bf16: faster where the device has it</source>
        <translation>bf16: más rápido si el dispositivo lo admite</translation>
    </message>
    <message>
        <source>brows</source>
        <translation>cejas</translation>
    </message>
    <message>
        <source>close to the photo&apos;s border</source>
        <translation>cerca del borde de la foto</translation>
    </message>
    <message>
        <source>clothes</source>
        <translation>ropa</translation>
    </message>
    <message>
        <source>cut off at the photo&apos;s border: part of the face is missing</source>
        <translation>cortado por el borde de la foto: falta parte del rostro</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>oscuro</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>earrings</source>
        <translation>pendientes</translation>
    </message>
    <message>
        <source>eyeglasses</source>
        <translation>gafas</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>ojos</translation>
    </message>
    <message>
        <source>eyes covered</source>
        <translation>ojos tapados</translation>
    </message>
    <message>
        <source>face</source>
        <translation>rostro</translation>
    </message>
    <message>
        <source>face detector, face mesh and iris by the MediaPipe authors, under Apache-2.0</source>
        <translation>detector de rostros, malla facial e iris de los autores de MediaPipe, con licencia Apache-2.0</translation>
    </message>
    <message>
        <source>female</source>
        <translation>femenina</translation>
    </message>
    <message>
        <source>fp32: exact, slower</source>
        <translation>fp32: exacto, más lento</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>cabello</translation>
    </message>
    <message>
        <source>hardly any contrast</source>
        <translation>apenas hay contraste</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>sombrero</translation>
    </message>
    <message>
        <source>head</source>
        <translation>cabeza</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>identidad</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>ceja izquierda</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>oreja izquierda</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>ojo izquierdo</translation>
    </message>
    <message>
        <source>libheif and libde265, under LGPL-3.0</source>
        <translation>libheif y libde265, con licencia LGPL-3.0</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>labios</translation>
    </message>
    <message>
        <source>little</source>
        <translation>poco</translation>
    </message>
    <message>
        <source>look {number}</source>
        <translation>aspecto {number}</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>labio inferior</translation>
    </message>
    <message>
        <source>lying on its side</source>
        <translation>tumbado de lado</translation>
    </message>
    <message>
        <source>male</source>
        <translation>masculina</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>boca</translation>
    </message>
    <message>
        <source>mouth or nose covered</source>
        <translation>boca o nariz tapada</translation>
    </message>
    <message>
        <source>much</source>
        <translation>mucho</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>cuello</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>collar</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>nariz</translation>
    </message>
    <message>
        <source>not now: {reason}</source>
        <translation>ahora no: {reason}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>or paste a picture, or open one from a file.
It stays on this computer.</source>
        <translation>o pegar una imagen, o abrir una desde un archivo.
Se queda en este equipo.</translation>
    </message>
    <message>
        <source>own look</source>
        <translation>aspecto propio</translation>
    </message>
    <message>
        <source>partly covered</source>
        <translation>parcialmente tapado</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>retrato</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>ceja derecha</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>oreja derecha</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>ojo derecho</translation>
    </message>
    <message>
        <source>seen from the side: the far half of the face is hidden</source>
        <translation>visto de lado: la mitad más lejana del rostro está oculta</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>piel</translation>
    </message>
    <message>
        <source>the arrows move within lists and sliders</source>
        <translation>las flechas se mueven por listas y deslizadores</translation>
    </message>
    <message>
        <source>the icon fonts below</source>
        <translation>las fuentes de iconos de abajo</translation>
    </message>
    <message>
        <source>this may not be a face</source>
        <translation>puede que no sea un rostro</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>mirando a otro lado</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>labio superior</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>cabeza abajo</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} con error</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} píxeles</translation>
    </message>
    <message>
        <source>{device}, which is not here</source>
        <translation>{device}, que no está disponible</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{done} de {count} listas</translation>
    </message>
    <message>
        <source>{face}: {doubts}</source>
        <translation>{face}: {doubts}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} y {second}</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} pertenece a «{action}».</translation>
    </message>
    <message>
        <source>{keys} is taken: {reason}.</source>
        <translation>{keys} no está libre: {reason}.</translation>
    </message>
    <message>
        <source>{name} edited</source>
        <translation>{name} editada</translation>
    </message>
    <message>
        <source>{pack}, which cannot be used</source>
        <translation>{pack}, que no se puede usar</translation>
    </message>
    <message>
        <source>{pack}, which is not here</source>
        <translation>{pack}, que no está disponible</translation>
    </message>
    <message>
        <source>{percent} % of the crop</source>
        <translation>{percent} % del recorte</translation>
    </message>
    <message>
        <source>{percent} % of the crop, by {most} of 255 at most</source>
        <translation>{percent} % del recorte, como máximo en {most} de 255</translation>
    </message>
    <message>
        <source>{state}, {source}</source>
        <translation>{state}, {source}</translation>
    </message>
    <message>
        <source>{title} (compared with)</source>
        <translation>{title} (comparada)</translation>
    </message>
    <message>
        <source>{title} (ships with Semblance)</source>
        <translation>{title} (incluido con Semblance)</translation>
    </message>
    <message>
        <source>{title} is now a reference.</source>
        <translation>{title} es ahora una referencia.</translation>
    </message>
    <message>
        <source>{title} was closed with edits that were not exported.</source>
        <translation>{title} se cerró con ediciones sin exportar.</translation>
    </message>
    <message>
        <source>{title}: drag it onto the photo, an attribute or a region; a right click offers more</source>
        <translation>{title}: arrastrar a la foto, a un atributo o a una región; el clic derecho ofrece más</translation>
    </message>
    <message>
        <source>{title}: {tip}</source>
        <translation>{title}: {tip}</translation>
    </message>
    <message>
        <source>{what} as it is</source>
        <translation>{what} como en el original</translation>
    </message>
    <message>
        <source>{what} comes from {source}</source>
        <translation>{what}: de {source}</translation>
    </message>
    <message>
        <source>{what} like {source}</source>
        <translation>{what} según {source}</translation>
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
        <translation>{what}: {state}</translation>
    </message>
    <message>
        <source>{what}, in figures</source>
        <translation>{what}, en cifras</translation>
    </message>
    <message>
        <source>{what}: another look</source>
        <translation>{what}: otro aspecto</translation>
    </message>
    <message>
        <source>{what}: as in the photo</source>
        <translation>{what}: como en la foto</translation>
    </message>
    <message>
        <source>{what}: blend</source>
        <translation>{what}: mezcla</translation>
    </message>
    <message>
        <source>{what}: its labels</source>
        <translation>{what}: etiquetas</translation>
    </message>
    <message>
        <source>{what}: locked</source>
        <translation>{what}: bloqueo</translation>
    </message>
    <message>
        <source>{what}: look {number} of {count}</source>
        <translation>{what}: aspecto {number} de {count}</translation>
    </message>
    <message>
        <source>{what}: looks with names</source>
        <translation>{what}: aspectos con nombre</translation>
    </message>
    <message>
        <source>{what}: shown</source>
        <translation>{what}: visible</translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation>{what}: intensidad</translation>
    </message>
    <message>
        <source>{what}: where the look comes from</source>
        <translation>{what}: de dónde viene el aspecto</translation>
    </message>
    <message>
        <source>{what}: {state}</source>
        <translation>{what}: {state}</translation>
    </message>
    <message>
        <source>“{name}” is no longer in {folder}. It was taken off the list of recent files.</source>
        <translation>«{name}» ya no está en {folder}. Se ha quitado de la lista de archivos recientes.</translation>
    </message>
</context>
</TS>
