<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Semblance</name>
    <message>
        <source>&amp;About Semblance</source>
        <translation>Semblance について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;After only</source>
        <translation>編集後のみ(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>一括処理(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>ブラシ(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>この一覧を消去(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edits</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>エンジン(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>消しゴム(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>塗りつぶし(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完了(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>一般(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>手のひら(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>キーボードショートカット(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>投げ縄(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>ライセンス(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>メタデータ(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next face</source>
        <translation>次の顔(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>写真を開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>画像を貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>プログラム(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>品質(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>やり直す: {step}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>リセット(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>プロジェクトを保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>サイズ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>ブラシを小さく(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Split view</source>
        <translation>分割表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>テスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>元に戻す: {step}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Write the edits beside it, as a recipe</source>
        <translation>編集をレシピとして隣に書き出す(&amp;W)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>100 % is how far two different people are apart on average. Measured with the features of our own attribute classifier: a guide for the eye, not a proof of who somebody is.</source>
        <translation>100 % は、別人どうしの平均的な隔たりです。独自の属性分類器の特徴量で測った値で、見た目の目安であり、誰であるかの証明ではありません。</translation>
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
&lt;p&gt;{version} ポートレートが入り、ポートレートが出ます。その間にあるのは短い編集の一覧です。
計算はすべてこのコンピューター上で行われ、画像が外に出ることはありません。&lt;/p&gt;
&lt;p&gt;書き出した写真には、学習済みアルゴリズムが関わったことを示す IPTC の注記が付きます。&lt;/p&gt;
&lt;p&gt;{pack}&lt;/p&gt;
&lt;p&gt;Semblance は MIT ライセンスで提供されます。使用しているソフトウェアは「ライセンス」に記載されています。&lt;/p&gt;
</translation>
    </message>
    <message>
        <source>A closed mouth opens only a little, without teeth: the photo does not show them.</source>
        <translation>閉じた口は少しだけ開き、歯は見えません。写真に写っていないためです。</translation>
    </message>
    <message>
        <source>A hat covers the hair.</source>
        <translation>帽子が髪を覆っています。</translation>
    </message>
    <message>
        <source>A hat is worn already; take it off first.</source>
        <translation>すでに帽子をかぶっています。先に外してください。</translation>
    </message>
    <message>
        <source>A photo&apos;s alpha needs the size and the depth of its pixels.</source>
        <translation>写真のアルファは、サイズと深度がピクセルと一致している必要があります。</translation>
    </message>
    <message>
        <source>A random look</source>
        <translation>ランダムな見た目</translation>
    </message>
    <message>
        <source>A recipe repeats the edits on other photos, here in a batch or without a window</source>
        <translation>レシピを使うと、同じ編集をほかの写真にも繰り返せます (ここでの一括処理、またはウィンドウなしで)</translation>
    </message>
    <message>
        <source>About Semblance</source>
        <translation>Semblance について</translation>
    </message>
    <message>
        <source>About the program</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>Accessories</source>
        <translation>アクセサリー</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作とそのキー</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>参照を追加(&amp;R)…</translation>
    </message>
    <message>
        <source>Add a picture of another face, whose style the edits can take</source>
        <translation>編集に見た目を使える、別の顔の画像を追加します</translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation>参照を追加</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>写真を追加</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>写真を追加…</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>参照を追加</translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation>フォルダー内の写真を追加します</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>編集後</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年齢</translation>
    </message>
    <message>
        <source>All files ({endings})</source>
        <translation>すべてのファイル ({endings})</translation>
    </message>
    <message>
        <source>An edit takes {time} (median of {count}).</source>
        <translation>編集 1 件の所要時間: {time} ({count} 回の中央値)。</translation>
    </message>
    <message>
        <source>An edit takes {time} on {device} (median of {count}).</source>
        <translation>{device} での編集 1 件の所要時間: {time} ({count} 回の中央値)。</translation>
    </message>
    <message>
        <source>Another look of {what}</source>
        <translation>{what}の別の見た目</translation>
    </message>
    <message>
        <source>Another portrait of nobody lies on the shelf now. Each box is one thing that it can give: click one, for example its hair.</source>
        <translation>実在しない人物のもう一枚の肖像が棚に入りました。各マスは参照から取り込めるものです。たとえば髪をクリックしてみてください。</translation>
    </message>
    <message>
        <source>Another random look</source>
        <translation>別のランダムな見た目</translation>
    </message>
    <message>
        <source>As each photo</source>
        <translation>各写真と同じ</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>写真のまま</translation>
    </message>
    <message>
        <source>As is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>As their photo shows it</source>
        <translation>参照の写真のまま</translation>
    </message>
    <message>
        <source>Ask before closing with edits that were neither saved nor exported</source>
        <translation>保存も書き出しもしていない編集がある場合、閉じる前に確認する</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Automatic: the fastest</source>
        <translation>自動: 最も速いもの</translation>
    </message>
    <message>
        <source>Autosave does not work. {why}</source>
        <translation>自動保存ができません。{why}</translation>
    </message>
    <message>
        <source>Aviator, gold, green lenses</source>
        <translation>ティアドロップ、金、緑レンズ</translation>
    </message>
    <message>
        <source>Aviator, silver, mirrored</source>
        <translation>ティアドロップ、銀、ミラー</translation>
    </message>
    <message>
        <source>Back to a snapshot</source>
        <translation>スナップショットに戻る</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>前のページに戻る</translation>
    </message>
    <message>
        <source>Back to this state</source>
        <translation>この状態に戻る</translation>
    </message>
    <message>
        <source>Back to {title}</source>
        <translation>「{title}」に戻る</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Bangs</source>
        <translation>前髪</translation>
    </message>
    <message>
        <source>Bangs are cut much alike; where hair is thin they are drawn coarsely.</source>
        <translation>前髪の切り方はどれも似ています。髪の薄いところでは粗く描かれます。</translation>
    </message>
    <message>
        <source>Baseball cap, beige</source>
        <translation>野球帽、ベージュ</translation>
    </message>
    <message>
        <source>Baseball cap, navy</source>
        <translation>野球帽、紺</translation>
    </message>
    <message>
        <source>Baseball cap, red</source>
        <translation>野球帽、赤</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>一括処理</translation>
    </message>
    <message>
        <source>Batch, photo {number} of {count}…</source>
        <translation>一括処理、写真 {number}/{count}…</translation>
    </message>
    <message>
        <source>Batch: {counts}.</source>
        <translation>一括処理: {counts}。</translation>
    </message>
    <message>
        <source>Beanie, black, no cuff</source>
        <translation>ニット帽、黒、折り返しなし</translation>
    </message>
    <message>
        <source>Beanie, grey wool</source>
        <translation>ニット帽、グレー</translation>
    </message>
    <message>
        <source>Beanie, mustard</source>
        <translation>ニット帽、からし色</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>ひげ</translation>
    </message>
    <message>
        <source>Beard shadow</source>
        <translation>青ひげ</translation>
    </message>
    <message>
        <source>Beret, black</source>
        <translation>ベレー帽、黒</translation>
    </message>
    <message>
        <source>Beret, wine red</source>
        <translation>ベレー帽、ワイン色</translation>
    </message>
    <message>
        <source>Black hair</source>
        <translation>黒い髪</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>ブレンド</translation>
    </message>
    <message>
        <source>Blend of {what}</source>
        <translation>{what}のブレンド</translation>
    </message>
    <message>
        <source>Blend with</source>
        <translation>ブレンドする相手</translation>
    </message>
    <message>
        <source>Blends are nested too deeply.</source>
        <translation>ブレンドの入れ子が深すぎます。</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>金髪</translation>
    </message>
    <message>
        <source>Bowler</source>
        <translation>山高帽</translation>
    </message>
    <message>
        <source>Bright eyes</source>
        <translation>澄んだ目</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>復元する</translation>
    </message>
    <message>
        <source>Browline, black and gold</source>
        <translation>ブロー、黒と金</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>茶色の髪</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉</translation>
    </message>
    <message>
        <source>Browse for: {what}</source>
        <translation>{what}を選択</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>ブラシサイズ</translation>
    </message>
    <message>
        <source>Bucket hat, black</source>
        <translation>バケットハット、黒</translation>
    </message>
    <message>
        <source>Bucket hat, sand</source>
        <translation>バケットハット、砂色</translation>
    </message>
    <message>
        <source>Bushy brows</source>
        <translation>濃い眉</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>テストを中止</translation>
    </message>
    <message>
        <source>Cancel what is being written</source>
        <translation>書き込みを中止します</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>キャンバス</translation>
    </message>
    <message>
        <source>Carries {what}.</source>
        <translation>{what}を含みます。</translation>
    </message>
    <message>
        <source>Carry out the chosen edit earlier</source>
        <translation>選択した編集を先に実行します</translation>
    </message>
    <message>
        <source>Carry out the chosen edit later</source>
        <translation>選択した編集を後で実行します</translation>
    </message>
    <message>
        <source>Cat eye, red</source>
        <translation>キャットアイ、赤</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>証明書 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更範囲</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更箇所</translation>
    </message>
    <message>
        <source>Changing the layout</source>
        <translation>配置を変更中</translation>
    </message>
    <message>
        <source>Changing the picture</source>
        <translation>画像を変更中</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>結果の保存先フォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>見た目を選ぶ</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>モデルパックを選択</translation>
    </message>
    <message>
        <source>Choose the file of a recipe.</source>
        <translation>レシピのファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose the label under the cursor</source>
        <translation>カーソルの下のラベルを選択します</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>ここをクリックしてキーを押してください</translation>
    </message>
    <message>
        <source>Click the one that you like best. The slider above sets how strong it is.</source>
        <translation>気に入ったものをクリックします。上のスライダーで強さを調整できます。</translation>
    </message>
    <message>
        <source>Click to paint with it</source>
        <translation>クリックするとこれで塗れます</translation>
    </message>
    <message>
        <source>Click what each gives; turn the wheel over a cell for less or more of it.</source>
        <translation>それぞれから使うものをクリックします。セルの上でホイールを回すと、その量を増減できます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the tour</source>
        <translation>ツアーを閉じる</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>衣服</translation>
    </message>
    <message>
        <source>Colour the pixels that changed</source>
        <translation>変更されたピクセルに色を付ける</translation>
    </message>
    <message>
        <source>Colour the pixels that the edits changed, by how much</source>
        <translation>編集で変わったピクセルに、変化の大きさに応じて色を付けます</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colours, shortcuts, and what computes the edits</source>
        <translation>配色、ショートカット、編集を計算するもの</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>これと比較</translation>
    </message>
    <message>
        <source>Compare with the photo</source>
        <translation>写真と比較</translation>
    </message>
    <message>
        <source>Content credentials need a library that is not installed: “python launch.py setup credentials” adds it.</source>
        <translation>コンテンツ認証情報に必要なライブラリがインストールされていません。「python launch.py setup credentials」で追加できます。</translation>
    </message>
    <message>
        <source>Content credentials take keys of the kinds P-256, P-384, P-521, Ed25519 and RSA.</source>
        <translation>コンテンツ認証情報で使える鍵の種類は、P-256、P-384、P-521、Ed25519、RSA です。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Cooler hair</source>
        <translation>寒色の髪</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピー完了</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>レポートをコピー</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>バージョン情報をコピー</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>コピー中</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>コピーしています…</translation>
    </message>
    <message>
        <source>Cowboy hat</source>
        <translation>カウボーイハット</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>ダーク(&amp;K)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Darker hair</source>
        <translation>暗い髪</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete an edit</source>
        <translation>編集を削除</translation>
    </message>
    <message>
        <source>Delete edit</source>
        <translation>編集を削除</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>削除する</translation>
    </message>
    <message>
        <source>Delete the chosen edit (Delete)</source>
        <translation>選択した編集を削除します (Delete)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Diamond studs</source>
        <translation>ダイヤのスタッド</translation>
    </message>
    <message>
        <source>Disable an edit</source>
        <translation>編集を無効化</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Doubtful: {doubts}.</source>
        <translation>疑わしい点: {doubts}。</translation>
    </message>
    <message>
        <source>Drag the five points onto the eyes, the tip of the nose and the corners of the mouth. Right and left are the person&apos;s own.</source>
        <translation>5 つの点を両目、鼻先、両方の口角にドラッグしてください。左右は写っている人物から見た向きです。</translation>
    </message>
    <message>
        <source>Draw a line around what the edits touch</source>
        <translation>編集が及ぶ範囲を線で囲む</translation>
    </message>
    <message>
        <source>Draw along a boundary between labels to make it smoother</source>
        <translation>ラベルの境界に沿って描くと、境界が滑らかになります</translation>
    </message>
    <message>
        <source>Draw around an area to give it the chosen label</source>
        <translation>囲んだ範囲に、選択したラベルを付けます</translation>
    </message>
    <message>
        <source>Drawing the face</source>
        <translation>顔を描画中</translation>
    </message>
    <message>
        <source>Drift of identity</source>
        <translation>人物特徴のずれ</translation>
    </message>
    <message>
        <source>Drop a picture of another face here.
You choose what it gives: its hair, eyeglasses, lips …</source>
        <translation>別の顔の画像をここにドロップしてください。
使うものを選べます: 髪、眼鏡、唇…</translation>
    </message>
    <message>
        <source>Drop a portrait here</source>
        <translation>ポートレートをここにドロップ</translation>
    </message>
    <message>
        <source>Drop photos or folders here, or add them.</source>
        <translation>写真やフォルダーをここにドロップするか、追加してください。</translation>
    </message>
    <message>
        <source>Each row changes one thing about the face and leaves the rest alone. Turn eyeglasses on. A star after a name says that the model does it badly.</source>
        <translation>各行は顔の一点だけを変え、ほかはそのまま残します。眼鏡をオンにしてください。名前の後の星印は、モデルが苦手な項目です。</translation>
    </message>
    <message>
        <source>Each says that a trained model changed parts of the photo</source>
        <translation>いずれも、学習済みモデルが写真の一部を変更したことを示します</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>イヤリング</translation>
    </message>
    <message>
        <source>Earrings</source>
        <translation>イヤリング</translation>
    </message>
    <message>
        <source>Earrings are worn already; take them off first.</source>
        <translation>すでにイヤリングをつけています。先に外してください。</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Edits appear here in their order. Untick one to see the face without it, drag it to move it.</source>
        <translation>編集は実行順にここに表示されます。チェックを外すとその編集なしの顔を確認でき、ドラッグすると順番を変えられます。</translation>
    </message>
    <message>
        <source>Emerald drops</source>
        <translation>エメラルドのドロップ</translation>
    </message>
    <message>
        <source>Enable an edit</source>
        <translation>編集を有効化</translation>
    </message>
    <message>
        <source>Enter confirms</source>
        <translation>Enter は確定に使います</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Esc leaves what was begun</source>
        <translation>Esc は操作の取り消しに使います</translation>
    </message>
    <message>
        <source>Every action gets the keys that it had at first.</source>
        <translation>すべての操作のキーが初期状態に戻ります。</translation>
    </message>
    <message>
        <source>Every region is a layer that you can paint, hide and lock. Hair is chosen: take the brush in the bar on the left, and paint some hair onto the head.</source>
        <translation>各領域は、塗ったり隠したりロックしたりできるレイヤーです。髪が選ばれています。左のバーからブラシを選び、頭に髪を塗ってみてください。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Export photo</source>
        <translation>写真を書き出し</translation>
    </message>
    <message>
        <source>Export writes the photo at its full size, with a note inside that a model changed parts of it. That was the tour; the user guide in the Help menu tells the rest.</source>
        <translation>書き出すと、写真は元のサイズで保存され、モデルが一部を変えたという記録が中に残ります。ツアーは以上です。続きはヘルプメニューのユーザーガイドをご覧ください。</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>書き出しています…</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation>眼鏡</translation>
    </message>
    <message>
        <source>Eyeglasses are worn already; take them off first.</source>
        <translation>すでに眼鏡をかけています。先に外してください。</translation>
    </message>
    <message>
        <source>Eyeglasses lie over the brows.</source>
        <translation>眼鏡が眉にかかっています。</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>目</translation>
    </message>
    <message>
        <source>Eyes narrowed</source>
        <translation>目を細める</translation>
    </message>
    <message>
        <source>Eyes wide</source>
        <translation>目を見開く</translation>
    </message>
    <message>
        <source>FFmpeg, under LGPL-2.1</source>
        <translation>FFmpeg (LGPL-2.1)</translation>
    </message>
    <message>
        <source>FFmpeg, with parts under GPL-3.0; not in the installed program</source>
        <translation>FFmpeg (一部は GPL-3.0、インストール版には含まれません)</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>顔</translation>
    </message>
    <message>
        <source>Face found</source>
        <translation>顔を検出</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>顔 {number}</translation>
    </message>
    <message>
        <source>Face {number} of {count}</source>
        <translation>顔 {number}/{count}</translation>
    </message>
    <message>
        <source>Face {number} of {count}.</source>
        <translation>顔 {number}/{count}。</translation>
    </message>
    <message>
        <source>Face {number}: {edit}</source>
        <translation>顔 {number}: {edit}</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>顔</translation>
    </message>
    <message>
        <source>Faces of the photo</source>
        <translation>写真の顔</translation>
    </message>
    <message>
        <source>Fedora</source>
        <translation>中折れ帽</translation>
    </message>
    <message>
        <source>Fedora, camel</source>
        <translation>中折れ帽、キャメル</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>Feminine</source>
        <translation>女性的</translation>
    </message>
    <message>
        <source>Fi&amp;t photo</source>
        <translation>写真全体を表示(&amp;T)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Fill with {what}</source>
        <translation>塗りつぶし: {what}</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>コマンドを検索(&amp;C)…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>再検出</translation>
    </message>
    <message>
        <source>Find faces again</source>
        <translation>顔を再検出</translation>
    </message>
    <message>
        <source>Finding faces…</source>
        <translation>顔を検出しています…</translation>
    </message>
    <message>
        <source>Finding the sample&apos;s face</source>
        <translation>サンプルの顔を検出中</translation>
    </message>
    <message>
        <source>Fine brows</source>
        <translation>細い眉</translation>
    </message>
    <message>
        <source>First shortcut</source>
        <translation>第 1 ショートカット</translation>
    </message>
    <message>
        <source>Flat cap, grey</source>
        <translation>ハンチング、グレー</translation>
    </message>
    <message>
        <source>Flat cap, tweed</source>
        <translation>ハンチング、ツイード</translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation>フォルダー(&amp;L)</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>形式(&amp;R)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>システムに合わせる(&amp;Y)</translation>
    </message>
    <message>
        <source>For photos in a format that cannot be written; others keep theirs</source>
        <translation>書き込めない形式の写真に使います。ほかの写真は元の形式のままです</translation>
    </message>
    <message>
        <source>Forget points set by hand and look for faces</source>
        <translation>手動で指定した点を破棄し、顔を検出します</translation>
    </message>
    <message>
        <source>Format of exports</source>
        <translation>書き出し形式</translation>
    </message>
    <message>
        <source>Found with {percent} % confidence.</source>
        <translation>信頼度 {percent} % で検出されました。</translation>
    </message>
    <message>
        <source>From the first look to the second</source>
        <translation>1 つ目の見た目から 2 つ目の見た目まで</translation>
    </message>
    <message>
        <source>Full face</source>
        <translation>ふっくらした顔</translation>
    </message>
    <message>
        <source>Full lips</source>
        <translation>厚い唇</translation>
    </message>
    <message>
        <source>Fullness of the lips</source>
        <translation>唇の厚さ</translation>
    </message>
    <message>
        <source>Gaze to the side</source>
        <translation>左右の視線</translation>
    </message>
    <message>
        <source>Gaze up and down</source>
        <translation>上下の視線</translation>
    </message>
    <message>
        <source>Give a connected area the chosen label</source>
        <translation>つながった範囲に、選択したラベルを付けます</translation>
    </message>
    <message>
        <source>Give every action the keys that it had at first</source>
        <translation>すべての操作のキーを初期状態に戻します</translation>
    </message>
    <message>
        <source>Give every setting of this page the value that it had at first</source>
        <translation>このページのすべての設定を初期値に戻します</translation>
    </message>
    <message>
        <source>Give pixels back the label that was found in the photo</source>
        <translation>ピクセルのラベルを、写真から検出されたものに戻します</translation>
    </message>
    <message>
        <source>Give the hair itself</source>
        <translation>髪そのものを使う</translation>
    </message>
    <message>
        <source>Give the whole head</source>
        <translation>頭部全体を使う</translation>
    </message>
    <message>
        <source>Give this action the keys that it had at first</source>
        <translation>この操作のキーを初期状態に戻します</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼鏡そのもの</translation>
    </message>
    <message>
        <source>Gold discs</source>
        <translation>金のディスク</translation>
    </message>
    <message>
        <source>Gold hoops</source>
        <translation>金のフープ</translation>
    </message>
    <message>
        <source>Gold studs</source>
        <translation>金のスタッド</translation>
    </message>
    <message>
        <source>Grey hair</source>
        <translation>白髪</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>髪</translation>
    </message>
    <message>
        <source>Hair itself</source>
        <translation>髪そのもの</translation>
    </message>
    <message>
        <source>Hair that grows beside the face is drawn in coarse strands; hair beyond the square around the face stays.</source>
        <translation>顔の横に伸びる髪は粗い束で描かれ、顔を囲む枠の外の髪は残ります。</translation>
    </message>
    <message>
        <source>Half rim, dark</source>
        <translation>ハーフリム、濃色</translation>
    </message>
    <message>
        <source>Har&amp;der edge</source>
        <translation>縁を硬く(&amp;D)</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>硬さ</translation>
    </message>
    <message>
        <source>Hardness of the brush</source>
        <translation>ブラシの硬さ</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>Head down</source>
        <translation>顔を下げる</translation>
    </message>
    <message>
        <source>Head up</source>
        <translation>顔を上げる</translation>
    </message>
    <message>
        <source>Height of brows</source>
        <translation>眉の高さ</translation>
    </message>
    <message>
        <source>High brows</source>
        <translation>高い眉</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Hold this button to see the photo as it was. Only what you edited differs, to the last pixel.</source>
        <translation>このボタンを押している間、元の写真が表示されます。違うのは編集した部分だけで、ほかは1ピクセルも変わりません。</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>押している間、オリジナルを表示します</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits</source>
        <translation>押している間、編集なしの写真を表示します</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits (hold {keys})</source>
        <translation>押している間、編集なしの写真を表示します ({keys} を長押し)</translation>
    </message>
    <message>
        <source>How finely numbers are computed; the eye sees no difference</source>
        <translation>数値計算の細かさです。見た目の違いはわかりません</translation>
    </message>
    <message>
        <source>How narrowly what is painted fades into the photo ({ and })</source>
        <translation>塗った部分が写真になじむ幅の狭さ（{ と }）</translation>
    </message>
    <message>
        <source>How to do what, with pictures</source>
        <translation>操作方法を図入りで説明します</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>人物特徴</translation>
    </message>
    <message>
        <source>Identity draws the face anew, and softly; long hair seldom becomes short.</source>
        <translation>個性を変えると顔全体が柔らかく描き直されます。長い髪が短くなることはまれです。</translation>
    </message>
    <message>
        <source>Identity drift</source>
        <translation>人物特徴のずれ</translation>
    </message>
    <message>
        <source>In pixels of the face&apos;s crop, which is 256 pixels wide</source>
        <translation>顔の切り抜き (幅 256 ピクセル) でのピクセル数です</translation>
    </message>
    <message>
        <source>In use: {device}.</source>
        <translation>使用中: {device}。</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>場所: {folder}</translation>
    </message>
    <message>
        <source>It cannot be made out clearly enough what is hair.</source>
        <translation>どこが髪なのか、はっきり見分けられません。</translation>
    </message>
    <message>
        <source>It changes the skin and its light, and no outlines.</source>
        <translation>肌とその明るさを変えますが、輪郭は変えません。</translation>
    </message>
    <message>
        <source>It darkens the skin, and grows no hair.</source>
        <translation>肌を暗くするだけで、ひげは生えません。</translation>
    </message>
    <message>
        <source>Its points were set by hand.</source>
        <translation>点は手動で指定されました。</translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation>お気に入りに入れる</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>すべて残す</translation>
    </message>
    <message>
        <source>Keep photo and edits together, to go on later</source>
        <translation>写真と編集を一緒に保存し、後で続けられるようにします</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>鍵 (*.pem *.key)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>ブラシを大きく(&amp;G)</translation>
    </message>
    <message>
        <source>Large eyes</source>
        <translation>大きい目</translation>
    </message>
    <message>
        <source>Large sunglasses, brown fade</source>
        <translation>大きめサングラス、茶グラデーション</translation>
    </message>
    <message>
        <source>Larger files keep more</source>
        <translation>ファイルが大きいほど、画質が保たれます</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後ろへ</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face</source>
        <translation>色分けしたラベルを顔に重ねます</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face (Q)</source>
        <translation>色分けしたラベルを顔に重ねます (Q)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>Leave out where it was taken</source>
        <translation>撮影場所を除く</translation>
    </message>
    <message>
        <source>Leave {what} as in the photo</source>
        <translation>{what}を写真のままにする</translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation>左眉</translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation>左耳</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>左目</translation>
    </message>
    <message>
        <source>Length of the chin</source>
        <translation>あごの長さ</translation>
    </message>
    <message>
        <source>Less grey</source>
        <translation>白髪を減らす</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>ライト(&amp;G)</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>ライセンス: {licence}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Like a reference</source>
        <translation>参照と同じ</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>唇</translation>
    </message>
    <message>
        <source>Little</source>
        <translation>少なめ</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>モデルを読み込んでいます…</translation>
    </message>
    <message>
        <source>Locked: nothing is painted over it</source>
        <translation>ロック中: 上から塗られません</translation>
    </message>
    <message>
        <source>Long chin</source>
        <translation>長いあご</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>長辺</translation>
    </message>
    <message>
        <source>Longest side in pixels</source>
        <translation>長辺のピクセル数</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>下を見る</translation>
    </message>
    <message>
        <source>Look left</source>
        <translation>左を見る</translation>
    </message>
    <message>
        <source>Look like</source>
        <translation>見た目を合わせる</translation>
    </message>
    <message>
        <source>Look of a region</source>
        <translation>領域の見た目</translation>
    </message>
    <message>
        <source>Look of regions</source>
        <translation>領域の見た目</translation>
    </message>
    <message>
        <source>Look of {what}</source>
        <translation>{what}の見た目</translation>
    </message>
    <message>
        <source>Look right</source>
        <translation>右を見る</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>上を見る</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>デバイスを検索しています…</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>顔を検出中</translation>
    </message>
    <message>
        <source>Looking for faces …</source>
        <translation>顔を検出しています…</translation>
    </message>
    <message>
        <source>Looking for the face in {title} …</source>
        <translation>「{title}」の顔を検出しています…</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Low brows</source>
        <translation>低い眉</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>下唇</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>メイン</translation>
    </message>
    <message>
        <source>Make the same edits in many photos</source>
        <translation>多数の写真に同じ編集を行います</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>Masculine</source>
        <translation>男性的</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>モデルパック</translation>
    </message>
    <message>
        <source>Models are missing</source>
        <translation>モデルがありません</translation>
    </message>
    <message>
        <source>Models: {title} {version}, {licence}.</source>
        <translation>モデル: {title} {version}、{licence}。</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>口</translation>
    </message>
    <message>
        <source>Mouth closed</source>
        <translation>口を閉じる</translation>
    </message>
    <message>
        <source>Mouth open</source>
        <translation>口を開く</translation>
    </message>
    <message>
        <source>Move an edit</source>
        <translation>編集を移動</translation>
    </message>
    <message>
        <source>Move the photo, select a face (or hold Space with any tool)</source>
        <translation>写真を移動、顔を選択 (どのツールでもスペースキーを押している間は使えます)</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>多め</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Narrow face</source>
        <translation>細い顔</translation>
    </message>
    <message>
        <source>Narrow jaw</source>
        <translation>細い顎</translation>
    </message>
    <message>
        <source>Narrow nose</source>
        <translation>細い鼻</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>首</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>ネックレス</translation>
    </message>
    <message>
        <source>Needs a photo with a face</source>
        <translation>顔の写った写真が必要です</translation>
    </message>
    <message>
        <source>Needs an edit first</source>
        <translation>先に編集が必要です</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>新しいウィンドウ(&amp;W)</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>その名前のコマンドはありません。</translation>
    </message>
    <message>
        <source>No ear lobe can be seen, which earrings need.</source>
        <translation>イヤリングに必要な耳たぶが見えません。</translation>
    </message>
    <message>
        <source>No eye bags</source>
        <translation>目の下のくまを除去</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>顔なし</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>この写真から顔が見つかりませんでした。</translation>
    </message>
    <message>
        <source>No face was found in this photo. Setting the five points by hand helps.</source>
        <translation>この写真から顔が見つかりませんでした。5 つの点を手動で指定すると編集できます。</translation>
    </message>
    <message>
        <source>No face was found. Set its five points by hand.</source>
        <translation>顔が見つかりませんでした。5 つの点を手動で指定してください。</translation>
    </message>
    <message>
        <source>No graphics card that can compute was found, so the processor does the work. Edits look the same; they take longer.</source>
        <translation>計算に使えるグラフィックカードが見つからないため、プロセッサーで処理します。編集結果は同じですが、時間がかかります。</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>お気に入りから外す</translation>
    </message>
    <message>
        <source>No portrait at hand? Try one of nobody real:</source>
        <translation>手元にポートレートがなければ、実在しない人物の写真で試せます:</translation>
    </message>
    <message>
        <source>No red eyes</source>
        <translation>赤目を除去</translation>
    </message>
    <message>
        <source>No shine</source>
        <translation>てかりを除去</translation>
    </message>
    <message>
        <source>Nod of the head</source>
        <translation>頭の上下</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻</translation>
    </message>
    <message>
        <source>Not your style? Press the die at the end of the row: it draws six other looks.</source>
        <translation>お好みでなければ、行の端のサイコロを押すと、別の見た目が6つ表示されます。</translation>
    </message>
    <message>
        <source>Nothing is doubtful about it.</source>
        <translation>疑わしい点はありません。</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>やり直す操作はありません</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>元に戻す操作はありません</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>何も見つかりませんでした。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Of JPEG, WebP and AVIF: larger files keep more</source>
        <translation>JPEG、WebP、AVIF の品質です。ファイルが大きいほど、画質が保たれます</translation>
    </message>
    <message>
        <source>Of a recipe</source>
        <translation>レシピの編集</translation>
    </message>
    <message>
        <source>Of large earrings that are taken off a part may stay.</source>
        <translation>大きなイヤリングを外すと、一部が残ることがあります。</translation>
    </message>
    <message>
        <source>Of the open photo</source>
        <translation>開いている写真の編集</translation>
    </message>
    <message>
        <source>Of the open photo ({count})</source>
        <translation>開いている写真の編集 ({count})</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>年上</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Only the colour profile</source>
        <translation>カラープロファイルのみ</translation>
    </message>
    <message>
        <source>Opacity of the labels</source>
        <translation>ラベルの不透明度</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>ログフォルダーを開く(&amp;L)</translation>
    </message>
    <message>
        <source>Open a photo first</source>
        <translation>先に写真を開いてください</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>写真またはプロジェクトを開きます</translation>
    </message>
    <message>
        <source>Open a photo to see its faces.</source>
        <translation>写真を開くと、ここに顔が表示されます。</translation>
    </message>
    <message>
        <source>Open as the photo instead</source>
        <translation>代わりに写真として開く</translation>
    </message>
    <message>
        <source>Open eyes</source>
        <translation>目の開き</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation>口の開き</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>写真を開く</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>写真を開く…</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>最近使ったファイル(&amp;C)</translation>
    </message>
    <message>
        <source>Open sa&amp;mple portrait</source>
        <translation>サンプルのポートレートを開く(&amp;M)</translation>
    </message>
    <message>
        <source>Open sample portrait {number}</source>
        <translation>サンプルのポートレート {number} を開く</translation>
    </message>
    <message>
        <source>Opening photo…</source>
        <translation>写真を開いています…</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>「{title}」を開いています</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>Outline the &amp;edits</source>
        <translation>編集の輪郭(&amp;E)</translation>
    </message>
    <message>
        <source>Outside the edits</source>
        <translation>編集範囲の外</translation>
    </message>
    <message>
        <source>Oval wire, rose gold</source>
        <translation>オーバルメタル、ピンクゴールド</translation>
    </message>
    <message>
        <source>Oversized, navy</source>
        <translation>ビッグフレーム、紺</translation>
    </message>
    <message>
        <source>Own {what}</source>
        <translation>元の{what}</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>ガイドのページ</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>環境設定のページ</translation>
    </message>
    <message>
        <source>Pai&amp;nt on both sides</source>
        <translation>両側に塗る(&amp;N)</translation>
    </message>
    <message>
        <source>Paint only over this</source>
        <translation>このラベルの上だけに塗る</translation>
    </message>
    <message>
        <source>Paint the chosen label</source>
        <translation>選択したラベルを塗ります</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>これで塗る</translation>
    </message>
    <message>
        <source>Paint with {what}</source>
        <translation>{what}で塗る</translation>
    </message>
    <message>
        <source>Paint {what}</source>
        <translation>塗る: {what}</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>パナマ帽</translation>
    </message>
    <message>
        <source>Panto, brown</source>
        <translation>ボストン、茶</translation>
    </message>
    <message>
        <source>Panto, clear</source>
        <translation>ボストン、透明</translation>
    </message>
    <message>
        <source>Part of the face lies outside the photo.</source>
        <translation>顔の一部が写真の外にあります。</translation>
    </message>
    <message>
        <source>Paste a picture as the photo, or as a reference when a photo is open</source>
        <translation>画像を写真として貼り付けます。写真を開いている場合は参照として貼り付けます</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Pearl drops</source>
        <translation>真珠のドロップ</translation>
    </message>
    <message>
        <source>Pearl strings</source>
        <translation>真珠の連なり</translation>
    </message>
    <message>
        <source>Pearl studs</source>
        <translation>真珠のスタッド</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Photo and edits were saved, but not their result. {why}</source>
        <translation>写真と編集は保存されましたが、編集結果は保存されませんでした。{why}</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>一括処理の写真</translation>
    </message>
    <message>
        <source>Pic&amp;k label</source>
        <translation>ラベルを取得(&amp;K)</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>画像 ({endings})</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth by hand (P)</source>
        <translation>目、鼻、口の位置を手動で指定します (P)</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth corners by hand</source>
        <translation>目、鼻、口角の位置を手動で指定します</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>環境設定(&amp;E)…</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Preparing the batch…</source>
        <translation>一括処理を準備しています…</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>秘密鍵</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>一括処理の進行状況</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>テストの進行状況</translation>
    </message>
    <message>
        <source>Projects ({endings})</source>
        <translation>プロジェクト ({endings})</translation>
    </message>
    <message>
        <source>Put eyeglasses on a sample portrait and measure how long it takes</source>
        <translation>サンプルのポートレートに眼鏡をかけ、所要時間を測ります</translation>
    </message>
    <message>
        <source>Put the edited photo on the clipboard, at full size</source>
        <translation>編集した写真を原寸でクリップボードにコピーします</translation>
    </message>
    <message>
        <source>Put the list of names, versions and licences on the clipboard</source>
        <translation>名前、バージョン、ライセンスの一覧をクリップボードにコピーします</translation>
    </message>
    <message>
        <source>Put the present state aside, to compare with or to come back to</source>
        <translation>現在の状態を取っておき、後で比較したり戻ったりできるようにします</translation>
    </message>
    <message>
        <source>Put this face on the shelf, to give its looks to another</source>
        <translation>この顔を参照に加え、見た目を別の顔に使えるようにします</translation>
    </message>
    <message>
        <source>Puts eyeglasses on a sample portrait {count} times and says whether the result is sound, and how long an edit takes.</source>
        <translation>サンプルのポートレートに {count} 回眼鏡をかけ、結果が正しいか、編集にどれだけ時間がかかるかを調べます。</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>写真に合成中</translation>
    </message>
    <message>
        <source>Putting on eyeglasses, {number} of {count}</source>
        <translation>眼鏡をかけています、{number}/{count}</translation>
    </message>
    <message>
        <source>Qt, under LGPL-3.0</source>
        <translation>Qt (LGPL-3.0)</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Quality in figures</source>
        <translation>品質 (数値)</translation>
    </message>
    <message>
        <source>Quality of exports</source>
        <translation>書き出しの品質</translation>
    </message>
    <message>
        <source>Radius in pixels of the face&apos;s crop ([ and ])</source>
        <translation>顔の切り抜きでの半径、ピクセル単位 ([ と ])</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>ブラシの半径</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Reading the face</source>
        <translation>顔を読み取り中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Rec&amp;ipe</source>
        <translation>レシピ(&amp;I)</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>レシピ</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>レシピ (*.json)</translation>
    </message>
    <message>
        <source>Rectangle wire, silver</source>
        <translation>スクエアメタル、銀</translation>
    </message>
    <message>
        <source>Rectangle, black</source>
        <translation>スクエア、黒</translation>
    </message>
    <message>
        <source>Rectangle, thin rim</source>
        <translation>スクエア、細縁</translation>
    </message>
    <message>
        <source>Red hair</source>
        <translation>赤毛</translation>
    </message>
    <message>
        <source>Reference {title}</source>
        <translation>参照「{title}」</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Remove &amp;all edits</source>
        <translation>すべての編集を削除(&amp;A)</translation>
    </message>
    <message>
        <source>Remove a reference</source>
        <translation>参照を外す</translation>
    </message>
    <message>
        <source>Remove all edits</source>
        <translation>すべての編集を削除</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>参照を外す</translation>
    </message>
    <message>
        <source>Remove the selected photos</source>
        <translation>選択した写真を外す</translation>
    </message>
    <message>
        <source>Rendering…</source>
        <translation>描画しています…</translation>
    </message>
    <message>
        <source>Replace the existing file</source>
        <translation>既存のファイルを置き換える</translation>
    </message>
    <message>
        <source>Replace the original photo</source>
        <translation>元の写真を置き換える</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Reset &amp;all…</source>
        <translation>すべてリセット(&amp;A)…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>テストの結果</translation>
    </message>
    <message>
        <source>Retouch</source>
        <translation>レタッチ</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>失敗分を再試行</translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation>右眉</translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation>右耳</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>右目</translation>
    </message>
    <message>
        <source>Rimless</source>
        <translation>縁なし</translation>
    </message>
    <message>
        <source>Round horn, dark</source>
        <translation>丸型セル、濃色</translation>
    </message>
    <message>
        <source>Round horn, tortoiseshell</source>
        <translation>丸型、べっ甲柄</translation>
    </message>
    <message>
        <source>Round sunglasses</source>
        <translation>丸型サングラス</translation>
    </message>
    <message>
        <source>Round wire, gold</source>
        <translation>丸型メタル、金</translation>
    </message>
    <message>
        <source>S&amp;mooth boundary</source>
        <translation>境界を滑らかに(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;wap brush and eraser</source>
        <translation>ブラシと消しゴムを切り替え(&amp;W)</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>悲しい</translation>
    </message>
    <message>
        <source>Sample &amp;{number}</source>
        <translation>サンプル &amp;{number}</translation>
    </message>
    <message>
        <source>Sapphire studs</source>
        <translation>サファイアのスタッド</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>プロジェクトを保存</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>名前を付けてプロジェクトを保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name} として保存済み</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name} として保存しました。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存しています…</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>操作とキーを検索</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>ガイドを検索</translation>
    </message>
    <message>
        <source>Second shortcut</source>
        <translation>第 2 ショートカット</translation>
    </message>
    <message>
        <source>See and change the keys</source>
        <translation>キーを確認、変更します</translation>
    </message>
    <message>
        <source>See before and after beside each other</source>
        <translation>編集前と編集後を並べて表示します</translation>
    </message>
    <message>
        <source>See before and after on either side of a line that can be dragged</source>
        <translation>ドラッグできる線の両側に、編集前と編集後を表示します</translation>
    </message>
    <message>
        <source>See the chosen snapshot beside the present state</source>
        <translation>選択したスナップショットを現在の状態と並べて表示します</translation>
    </message>
    <message>
        <source>See the photo without its edits while the key is held</source>
        <translation>キーを押している間、編集なしの写真を表示します</translation>
    </message>
    <message>
        <source>Semblance project, OpenRaster ({endings})</source>
        <translation>Semblance プロジェクト、OpenRaster ({endings})</translation>
    </message>
    <message>
        <source>Semblance was closed without saving {name}. Bring it back?</source>
        <translation>{name} を保存せずに Semblance が閉じられました。復元しますか？</translation>
    </message>
    <message>
        <source>Semblance: something went wrong</source>
        <translation>Semblance: 問題が発生しました</translation>
    </message>
    <message>
        <source>Set face &amp;points</source>
        <translation>顔の点を指定(&amp;P)</translation>
    </message>
    <message>
        <source>Set points</source>
        <translation>点を指定</translation>
    </message>
    <message>
        <source>Set points by hand</source>
        <translation>点を手動で指定</translation>
    </message>
    <message>
        <source>Set points…</source>
        <translation>点を指定…</translation>
    </message>
    <message>
        <source>Set this page back</source>
        <translation>このページを初期値に戻す</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形</translation>
    </message>
    <message>
        <source>Sharpening the view</source>
        <translation>表示を鮮明化中</translation>
    </message>
    <message>
        <source>Shaved</source>
        <translation>剃った肌</translation>
    </message>
    <message>
        <source>Short chin</source>
        <translation>短いあご</translation>
    </message>
    <message>
        <source>Shortcuts of “{action}”</source>
        <translation>「{action}」のショートカット</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>変更箇所を表示(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;labels</source>
        <translation>ラベルを表示(&amp;L)</translation>
    </message>
    <message>
        <source>Show &amp;original</source>
        <translation>オリジナルを表示(&amp;O)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show experimental controls</source>
        <translation>実験的な項目を表示する</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>ラベルを表示</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>これだけを表示</translation>
    </message>
    <message>
        <source>Show or hide it among the labels</source>
        <translation>ラベル表示での表示/非表示を切り替えます</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>一括処理を表示</translation>
    </message>
    <message>
        <source>Show the labels it is made of</source>
        <translation>この領域を構成するラベルを表示します</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>並べて表示(&amp;B)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Sign with &amp;content credentials</source>
        <translation>コンテンツ認証情報で署名(&amp;C)</translation>
    </message>
    <message>
        <source>Signing takes the files of your certificate and of its private key.</source>
        <translation>署名には、証明書とその秘密鍵のファイルが必要です。</translation>
    </message>
    <message>
        <source>Silver hoops, large</source>
        <translation>銀の大きなフープ</translation>
    </message>
    <message>
        <source>Six random looks to choose from</source>
        <translation>選べる 6 種類のランダムな見た目</translation>
    </message>
    <message>
        <source>Size of the eyes</source>
        <translation>目の大きさ</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>肌</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>スライダー</translation>
    </message>
    <message>
        <source>Small eyes</source>
        <translation>小さい目</translation>
    </message>
    <message>
        <source>Small hoops</source>
        <translation>小さなフープ</translation>
    </message>
    <message>
        <source>Smaller photos are not enlarged</source>
        <translation>小さい写真は拡大されません</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>笑顔</translation>
    </message>
    <message>
        <source>Smiling</source>
        <translation>笑う</translation>
    </message>
    <message>
        <source>Smooth a boundary</source>
        <translation>境界を滑らかに</translation>
    </message>
    <message>
        <source>Smooth skin</source>
        <translation>なめらかな肌</translation>
    </message>
    <message>
        <source>Snapshot {number}: 1 edit</source>
        <translation>スナップショット {number}: 編集 1 件</translation>
    </message>
    <message>
        <source>Snapshot {number}: {count} edits</source>
        <translation>スナップショット {number}: 編集 {count} 件</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>スナップショット</translation>
    </message>
    <message>
        <source>Softe&amp;r edge</source>
        <translation>縁を柔らかく(&amp;R)</translation>
    </message>
    <message>
        <source>Something that the project kept cannot be read, and will be found again.</source>
        <translation>プロジェクトに保存されたデータの一部を読み込めないため、計算し直します。</translation>
    </message>
    <message>
        <source>Something went wrong inside Semblance. Your photo is untouched, and you can go on working; exporting what you have is a good idea.

The report below helps to mend it. It holds no picture and no folder names.</source>
        <translation>Semblance の内部で問題が発生しました。写真は元のままで、作業を続けられます。現在の結果を書き出しておくことをお勧めします。

以下のレポートは修正に役立ちます。画像やフォルダー名は含まれません。</translation>
    </message>
    <message>
        <source>Space moves the photo while it is held</source>
        <translation>スペースキーは、押している間の写真の移動に使います</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割表示</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Strength of {what}</source>
        <translation>{what}の強さ</translation>
    </message>
    <message>
        <source>Strength: from the photo&apos;s own look to the whole new one</source>
        <translation>強さ: 写真の元の見た目から、完全に新しい見た目まで</translation>
    </message>
    <message>
        <source>Sun hat</source>
        <translation>つば広の麦わら帽</translation>
    </message>
    <message>
        <source>Tab goes to the next control</source>
        <translation>Tab は次のコントロールへの移動に使います</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>割り当てを移す</translation>
    </message>
    <message>
        <source>Take s&amp;napshot</source>
        <translation>スナップショットを作成(&amp;N)</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>スナップショットを作成</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>ツアーを見る(&amp;T)</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>ツアーを見る</translation>
    </message>
    <message>
        <source>Take the tour without saving</source>
        <translation>保存せずにツアーを見る</translation>
    </message>
    <message>
        <source>Take them out of the list (Del)</source>
        <translation>一覧から外します (Del)</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>次回の起動時に有効になります</translation>
    </message>
    <message>
        <source>Tells viewers who exported the photo, and that a trained model changed parts of it. It takes your own certificate and its private key as PEM files, the key without a password.</source>
        <translation>写真を書き出した人と、学習済みモデルが写真の一部を変更したことを、見る人に伝えます。自分の証明書とその秘密鍵の PEM ファイルが必要です (鍵はパスワードなし)。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Testing the engine…</source>
        <translation>エンジンをテストしています…</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>ライセンスの本文</translation>
    </message>
    <message>
        <source>The batch goes on</source>
        <translation>一括処理は続行中です</translation>
    </message>
    <message>
        <source>The camera&apos;s notes (EXIF) are damaged and will not be kept.</source>
        <translation>カメラの情報 (EXIF) が壊れているため、保持されません。</translation>
    </message>
    <message>
        <source>The camera&apos;s notes are too long for JPEG and are left out.</source>
        <translation>カメラの情報が JPEG には長すぎるため、省かれます。</translation>
    </message>
    <message>
        <source>The colour profile does not fit the picture and is left out.</source>
        <translation>カラープロファイルが画像に合わないため、省かれます。</translation>
    </message>
    <message>
        <source>The computer has not enough free memory for this edit.</source>
        <translation>この編集に必要な空きメモリがコンピューターにありません。</translation>
    </message>
    <message>
        <source>The device that was chosen is not here.</source>
        <translation>選択したデバイスが見つかりません。</translation>
    </message>
    <message>
        <source>The edit changed more than eyeglasses can. Another device or precision may help.</source>
        <translation>眼鏡の編集ではありえない範囲まで変わりました。デバイスか精度を変えると改善する場合があります。</translation>
    </message>
    <message>
        <source>The edit changed nothing. Another device or precision may help.</source>
        <translation>編集しても何も変わりませんでした。デバイスか精度を変えると改善する場合があります。</translation>
    </message>
    <message>
        <source>The edits of this photo were neither saved nor exported. Close without them?</source>
        <translation>この写真の編集は保存も書き出しもされていません。編集を破棄して閉じますか？</translation>
    </message>
    <message>
        <source>The engine works.</source>
        <translation>エンジンは正常に動作しています。</translation>
    </message>
    <message>
        <source>The eyes are covered.</source>
        <translation>目が隠れています。</translation>
    </message>
    <message>
        <source>The face as the models see it, with its five points</source>
        <translation>モデルから見た顔と、その 5 つの点</translation>
    </message>
    <message>
        <source>The face cannot be made out clearly enough.</source>
        <translation>顔がはっきり見分けられません。</translation>
    </message>
    <message>
        <source>The face cannot be read in 3D here, which this needs.</source>
        <translation>ここでは顔を立体として読み取れません。この操作にはそれが必要です。</translation>
    </message>
    <message>
        <source>The face is too dark for this.</source>
        <translation>これには顔が暗すぎます。</translation>
    </message>
    <message>
        <source>The face looks too far up or down for this.</source>
        <translation>これには顔が上か下を向きすぎています。</translation>
    </message>
    <message>
        <source>The five points of this face lie on one spot; set them again.</source>
        <translation>この顔の 5 つの点が 1 か所に重なっています。指定し直してください。</translation>
    </message>
    <message>
        <source>The graphics memory is full: the computer&apos;s processor does the work now, more slowly.</source>
        <translation>グラフィックメモリがいっぱいのため、コンピューターのプロセッサーで処理しています。速度は遅くなります。</translation>
    </message>
    <message>
        <source>The hair is too full for a hat.</source>
        <translation>髪のボリュームがありすぎて帽子をかぶせられません。</translation>
    </message>
    <message>
        <source>The head is turned too far for this.</source>
        <translation>これには頭が横を向きすぎています。</translation>
    </message>
    <message>
        <source>The lenses are dark: the eyes behind them are invented.</source>
        <translation>レンズが暗いため、その奥の目は作り出したものです。</translation>
    </message>
    <message>
        <source>The model pack cannot change this</source>
        <translation>このモデルパックでは変更できません</translation>
    </message>
    <message>
        <source>The model pack “{pack}” cannot be used, so the one that ships with Semblance is used. {why}</source>
        <translation>モデルパック「{pack}」は使用できないため、Semblance に付属のものを使用します。{why}</translation>
    </message>
    <message>
        <source>The model pack “{pack}” is no longer here, so the one that ships with Semblance is used.</source>
        <translation>モデルパック「{pack}」が見つからないため、Semblance に付属のものを使用します。</translation>
    </message>
    <message>
        <source>The models are being loaded…</source>
        <translation>モデルを読み込んでいます…</translation>
    </message>
    <message>
        <source>The models could not be loaded.</source>
        <translation>モデルを読み込めませんでした。</translation>
    </message>
    <message>
        <source>The mouth is covered.</source>
        <translation>口が隠れています。</translation>
    </message>
    <message>
        <source>The nose is covered.</source>
        <translation>鼻が隠れています。</translation>
    </message>
    <message>
        <source>The one that ships with Semblance</source>
        <translation>Semblance に付属のもの</translation>
    </message>
    <message>
        <source>The open photo has no edits yet. Make some, or choose a recipe.</source>
        <translation>開いている写真にはまだ編集がありません。編集を行うか、レシピを選択してください。</translation>
    </message>
    <message>
        <source>The person&apos;s own side: their left lies on the right of the picture</source>
        <translation>人物から見た左右です。人物の左は画像の右側にあります</translation>
    </message>
    <message>
        <source>The photo is in shades of grey.</source>
        <translation>写真が白黒です。</translation>
    </message>
    <message>
        <source>The photo with its edits. Drop a picture here.</source>
        <translation>編集を適用した写真です。ここに画像をドロップできます。</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the face.</source>
        <translation>写真の端で顔が切れています。</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the head, and most of a hat would lie beyond it.</source>
        <translation>写真の端で頭が切れており、帽子の大部分が外に出てしまいます。</translation>
    </message>
    <message>
        <source>The photo&apos;s own look</source>
        <translation>写真の元の見た目</translation>
    </message>
    <message>
        <source>The picture could not be written as PNG.</source>
        <translation>画像を PNG として書き込めませんでした。</translation>
    </message>
    <message>
        <source>The picture has more than 8 bits a channel; it is opened with 8.</source>
        <translation>画像が 1 チャンネルあたり 8 ビットを超えているため、8 ビットで開かれます。</translation>
    </message>
    <message>
        <source>The picture is in print colours (CMYK); it is edited and saved as RGB.</source>
        <translation>画像が印刷用の色 (CMYK) のため、RGB として編集、保存されます。</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate.</source>
        <translation>秘密鍵が証明書と一致しません。</translation>
    </message>
    <message>
        <source>The recipe is not readable as JSON.</source>
        <translation>レシピを JSON として読み取れません。</translation>
    </message>
    <message>
        <source>The reference wears no eyeglasses.</source>
        <translation>参照の人物は眼鏡をかけていません。</translation>
    </message>
    <message>
        <source>The result holds numbers that are none. Another device or precision may help.</source>
        <translation>結果に無効な数値が含まれています。デバイスか精度を変えると改善する場合があります。</translation>
    </message>
    <message>
        <source>The results need a folder of their own.</source>
        <translation>結果には専用のフォルダーが必要です。</translation>
    </message>
    <message>
        <source>The results need a folder of their own: sources are never overwritten.</source>
        <translation>結果には専用のフォルダーが必要です。元のファイルは上書きされません。</translation>
    </message>
    <message>
        <source>The sample portraits are missing, so there is nothing to test with.</source>
        <translation>サンプルのポートレートがないため、テストできません。</translation>
    </message>
    <message>
        <source>The test failed through a fault of Semblance&apos;s own; a report of it is shown.</source>
        <translation>Semblance 自体の不具合により、テストに失敗しました。レポートが表示されています。</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>テストは中止されました。</translation>
    </message>
    <message>
        <source>The text is not installed with the program.</source>
        <translation>本文はプログラムと一緒にインストールされていません。</translation>
    </message>
    <message>
        <source>The top of the head lies outside the photo.</source>
        <translation>頭の上が写真の外にあります。</translation>
    </message>
    <message>
        <source>The tour opens a sample portrait in place of this photo, whose edits are not saved.</source>
        <translation>ツアーでは、この写真の代わりにサンプルの肖像が開きます。この写真の編集はまだ保存されていません。</translation>
    </message>
    <message>
        <source>The two heads look in very different directions: what one hides must be guessed.</source>
        <translation>2 つの頭部の向きが大きく異なります。一方で隠れている部分は推測で補われます。</translation>
    </message>
    <message>
        <source>The window in eight short steps, on a sample portrait</source>
        <translation>サンプルの肖像を使い、ウィンドウを8つの短い手順で紹介します</translation>
    </message>
    <message>
        <source>Their face within this one&apos;s outline; hair and skin colour stay</source>
        <translation>この顔の輪郭に参照の顔を合わせます。髪と肌の色は変わりません</translation>
    </message>
    <message>
        <source>Their face, hair and accessories on these shoulders; pose stays</source>
        <translation>この肩に参照の顔、髪、装身具を載せます。ポーズは変わりません</translation>
    </message>
    <message>
        <source>Their left corner of the mouth</source>
        <translation>人物の左の口角</translation>
    </message>
    <message>
        <source>Their left eye</source>
        <translation>人物の左目</translation>
    </message>
    <message>
        <source>Their right corner of the mouth</source>
        <translation>人物の右の口角</translation>
    </message>
    <message>
        <source>Their right eye</source>
        <translation>人物の右目</translation>
    </message>
    <message>
        <source>Their very eyeglasses, without what is behind the lenses</source>
        <translation>参照の眼鏡そのもの (レンズの奥は含みません)</translation>
    </message>
    <message>
        <source>Their very hair, and hat, as their photo shows it</source>
        <translation>参照の写真のままの髪と帽子</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>「{path}」というファイルはありません。</translation>
    </message>
    <message>
        <source>There is no hair here that could be dyed.</source>
        <translation>ここには染められる髪がありません。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>There must be one pressure for each point of a line.</source>
        <translation>線の各点に筆圧が一つずつ必要です。</translation>
    </message>
    <message>
        <source>These five points lie on one spot; a face needs room between them.</source>
        <translation>これらの 5 つの点が 1 か所に重なっています。顔の点は離して指定してください。</translation>
    </message>
    <message>
        <source>Thin lips</source>
        <translation>薄い唇</translation>
    </message>
    <message>
        <source>This Semblance does not have the method of this edit. It is kept as it is.</source>
        <translation>この Semblance にはこの編集の手法がありません。編集はそのまま保たれます。</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its place in the photo has no area.</source>
        <translation>この編集はこの顔に描けません。写真の中での位置に面積がありません。</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its result is not a number.</source>
        <translation>この編集はこの顔に描けません。結果が数値になりません。</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>このフォルダーは存在しません。</translation>
    </message>
    <message>
        <source>This is a picture with layers; it is opened as they look together.</source>
        <translation>この画像にはレイヤーがあります。重ね合わせた見た目で開かれます。</translation>
    </message>
    <message>
        <source>This is no shortcut: press a key, with Ctrl, Alt or Shift if you like.</source>
        <translation>これはショートカットになりません。キーを 1 つ押してください (Ctrl、Alt、Shift との組み合わせも可)。</translation>
    </message>
    <message>
        <source>This kind of 16-bit picture is opened with 8 bits a channel.</source>
        <translation>この種類の 16 ビット画像は、1 チャンネルあたり 8 ビットで開かれます。</translation>
    </message>
    <message>
        <source>This model pack has no sliders.</source>
        <translation>このモデルパックにはスライダーがありません。</translation>
    </message>
    <message>
        <source>This person does not exist: the picture was drawn by the bundled model. Turn the wheel to zoom; hold Space and drag to move.</source>
        <translation>この人物は実在しません。画像は付属のモデルが描いたものです。ホイールで拡大縮小、スペースキーを押しながらドラッグで移動できます。</translation>
    </message>
    <message>
        <source>This project was written by a newer Semblance; what this one does not know is left out.</source>
        <translation>このプロジェクトは新しいバージョンの Semblance で作成されました。このバージョンで扱えない内容は省かれます。</translation>
    </message>
    <message>
        <source>Tip of the nose</source>
        <translation>鼻先</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Tour, {number} of {count}</source>
        <translation>ツアー {number}/{count}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左を向く</translation>
    </message>
    <message>
        <source>Turn of the head</source>
        <translation>頭の向き</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右を向く</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>行いたい操作の文字をいくつか入力してください</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Unlock all</source>
        <translation>すべてロック解除</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>上唇</translation>
    </message>
    <message>
        <source>Use as a reference</source>
        <translation>参照として使用</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>この点を使用</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>ユーザーガイド(&amp;G)</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>ユーザーガイド</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Version {version}.</source>
        <translation>バージョン {version}。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>エンジンを待っています…</translation>
    </message>
    <message>
        <source>Wayfarer sunglasses</source>
        <translation>ウェイファーラー型サングラス</translation>
    </message>
    <message>
        <source>What Semblance uses</source>
        <translation>Semblance が使用しているもの</translation>
    </message>
    <message>
        <source>What computes the edits</source>
        <translation>編集を計算するもの</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか？</translation>
    </message>
    <message>
        <source>What draws the edits; others than the one that ships are imported first</source>
        <translation>編集結果を描くモデル。付属以外のものは先にインポートします</translation>
    </message>
    <message>
        <source>What is painted on one side of the face is painted on the other as well</source>
        <translation>顔の片側に塗った内容が、反対側にも塗られます</translation>
    </message>
    <message>
        <source>What seldom passes for a photograph yet</source>
        <translation>まだ写真として通ることが少ないもの</translation>
    </message>
    <message>
        <source>What stands against these keys</source>
        <translation>これらのキーを使えない理由</translation>
    </message>
    <message>
        <source>What the engine does now</source>
        <translation>エンジンの現在の状態</translation>
    </message>
    <message>
        <source>Where the look comes from</source>
        <translation>見た目の取得元</translation>
    </message>
    <message>
        <source>White teeth</source>
        <translation>白い歯</translation>
    </message>
    <message>
        <source>Whole head</source>
        <translation>頭部全体</translation>
    </message>
    <message>
        <source>Wide jaw</source>
        <translation>広い顎</translation>
    </message>
    <message>
        <source>Wide nose</source>
        <translation>広い鼻</translation>
    </message>
    <message>
        <source>Width of the face</source>
        <translation>顔の幅</translation>
    </message>
    <message>
        <source>Width of the jaw</source>
        <translation>顎の幅</translation>
    </message>
    <message>
        <source>Width of the nose</source>
        <translation>鼻の幅</translation>
    </message>
    <message>
        <source>Without it, the window closes and the edits are gone</source>
        <translation>オフの場合、ウィンドウはすぐに閉じ、編集は失われます</translation>
    </message>
    <message>
        <source>Without the blend</source>
        <translation>ブレンドなし</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>処理しています…</translation>
    </message>
    <message>
        <source>Writing layers</source>
        <translation>レイヤーを書き込み中</translation>
    </message>
    <message>
        <source>Writing the photo</source>
        <translation>写真を書き込み中</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>画像を書き込み中</translation>
    </message>
    <message>
        <source>Writing the project</source>
        <translation>プロジェクトを書き込み中</translation>
    </message>
    <message>
        <source>Younger</source>
        <translation>年下</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>縮小(&amp;U)</translation>
    </message>
    <message>
        <source>Zoom to &amp;face</source>
        <translation>顔に合わせてズーム(&amp;F)</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>about {time} h left</source>
        <translation>残り約 {time} 時間</translation>
    </message>
    <message>
        <source>about {time} min left</source>
        <translation>残り約 {time} 分</translation>
    </message>
    <message>
        <source>about {time} s left</source>
        <translation>残り約 {time} 秒</translation>
    </message>
    <message>
        <source>background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>bangs</source>
        <translation>前髪</translation>
    </message>
    <message>
        <source>bf16: faster where the device has it</source>
        <translation>bf16: 対応デバイスでは高速</translation>
    </message>
    <message>
        <source>brows</source>
        <translation>眉</translation>
    </message>
    <message>
        <source>close to the photo&apos;s border</source>
        <translation>写真の端に近い</translation>
    </message>
    <message>
        <source>clothes</source>
        <translation>衣服</translation>
    </message>
    <message>
        <source>cut off at the photo&apos;s border: part of the face is missing</source>
        <translation>写真の端で切れていて、顔の一部がない</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>イヤリング</translation>
    </message>
    <message>
        <source>earrings</source>
        <translation>イヤリング</translation>
    </message>
    <message>
        <source>eyeglasses</source>
        <translation>眼鏡</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>目</translation>
    </message>
    <message>
        <source>eyes covered</source>
        <translation>目が隠れている</translation>
    </message>
    <message>
        <source>face</source>
        <translation>顔</translation>
    </message>
    <message>
        <source>face detector, face mesh and iris by the MediaPipe authors, under Apache-2.0</source>
        <translation>MediaPipe 開発者による顔検出・顔メッシュ・虹彩（Apache-2.0）</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>fp32: exact, slower</source>
        <translation>fp32: 正確、低速</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>髪</translation>
    </message>
    <message>
        <source>hardly any contrast</source>
        <translation>コントラストがほとんどない</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>人物特徴</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>左眉</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>左耳</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>左目</translation>
    </message>
    <message>
        <source>libheif and libde265, under LGPL-3.0</source>
        <translation>libheif と libde265 (LGPL-3.0)</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>唇</translation>
    </message>
    <message>
        <source>little</source>
        <translation>少なめ</translation>
    </message>
    <message>
        <source>look {number}</source>
        <translation>見た目 {number}</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>下唇</translation>
    </message>
    <message>
        <source>lying on its side</source>
        <translation>横倒しになっている</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>口</translation>
    </message>
    <message>
        <source>mouth or nose covered</source>
        <translation>口または鼻が隠れている</translation>
    </message>
    <message>
        <source>much</source>
        <translation>多め</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>首</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>ネックレス</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>鼻</translation>
    </message>
    <message>
        <source>not now: {reason}</source>
        <translation>現在使用不可: {reason}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>or paste a picture, or open one from a file.
It stays on this computer.</source>
        <translation>または、画像を貼り付けるか、ファイルから開いてください。
画像はこのコンピューターから外に出ません。</translation>
    </message>
    <message>
        <source>own look</source>
        <translation>元の見た目</translation>
    </message>
    <message>
        <source>partly covered</source>
        <translation>一部が隠れている</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>ポートレート</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>右眉</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>右耳</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>右目</translation>
    </message>
    <message>
        <source>seen from the side: the far half of the face is hidden</source>
        <translation>横から写っていて、顔の奥側が隠れている</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>肌</translation>
    </message>
    <message>
        <source>the arrows move within lists and sliders</source>
        <translation>矢印キーは、一覧やスライダーの操作に使います</translation>
    </message>
    <message>
        <source>the icon fonts below</source>
        <translation>以下のアイコンフォント</translation>
    </message>
    <message>
        <source>this may not be a face</source>
        <translation>顔ではない可能性がある</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>正面を向いていない</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>上唇</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>上下逆さま</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>失敗 {count} 件</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} ピクセル</translation>
    </message>
    <message>
        <source>{device}, which is not here</source>
        <translation>{device} (見つかりません)</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{count} 件中 {done} 件完了</translation>
    </message>
    <message>
        <source>{face}: {doubts}</source>
        <translation>{face}: {doubts}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} と {second}</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} は「{action}」に割り当てられています。</translation>
    </message>
    <message>
        <source>{keys} is taken: {reason}.</source>
        <translation>{keys} は使えません: {reason}。</translation>
    </message>
    <message>
        <source>{name} edited</source>
        <translation>{name} 編集済み</translation>
    </message>
    <message>
        <source>{pack}, which cannot be used</source>
        <translation>{pack} (使用できません)</translation>
    </message>
    <message>
        <source>{pack}, which is not here</source>
        <translation>{pack} (見つかりません)</translation>
    </message>
    <message>
        <source>{percent} % of the crop</source>
        <translation>切り抜きの {percent} %</translation>
    </message>
    <message>
        <source>{percent} % of the crop, by {most} of 255 at most</source>
        <translation>切り抜きの {percent} %、最大で 255 中 {most}</translation>
    </message>
    <message>
        <source>{state}, {source}</source>
        <translation>{state}、{source}</translation>
    </message>
    <message>
        <source>{title} (compared with)</source>
        <translation>{title} (比較対象)</translation>
    </message>
    <message>
        <source>{title} (ships with Semblance)</source>
        <translation>{title} (Semblance に付属)</translation>
    </message>
    <message>
        <source>{title} is now a reference.</source>
        <translation>「{title}」を参照に追加しました。</translation>
    </message>
    <message>
        <source>{title} was closed with edits that were not exported.</source>
        <translation>「{title}」は、書き出されていない編集を残したまま閉じられました。</translation>
    </message>
    <message>
        <source>{title}: drag it onto the photo, an attribute or a region; a right click offers more</source>
        <translation>{title}: 写真、属性、領域のいずれかにドラッグしてください。右クリックでほかの操作も選べます</translation>
    </message>
    <message>
        <source>{title}: {tip}</source>
        <translation>{title}: {tip}</translation>
    </message>
    <message>
        <source>{what} as it is</source>
        <translation>{what}はそのまま</translation>
    </message>
    <message>
        <source>{what} comes from {source}</source>
        <translation>{what}の取得元: {source}</translation>
    </message>
    <message>
        <source>{what} like {source}</source>
        <translation>{what}: {source}</translation>
    </message>
    <message>
        <source>{what} of {title}</source>
        <translation>「{title}」の{what}</translation>
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
        <translation>{what} (数値)</translation>
    </message>
    <message>
        <source>{what}: another look</source>
        <translation>{what}: 別の見た目</translation>
    </message>
    <message>
        <source>{what}: as in the photo</source>
        <translation>{what}: 写真のまま</translation>
    </message>
    <message>
        <source>{what}: blend</source>
        <translation>{what}: ブレンド</translation>
    </message>
    <message>
        <source>{what}: its labels</source>
        <translation>{what}: ラベル</translation>
    </message>
    <message>
        <source>{what}: locked</source>
        <translation>{what}: ロック中</translation>
    </message>
    <message>
        <source>{what}: look {number} of {count}</source>
        <translation>{what}: 見た目 {number}/{count}</translation>
    </message>
    <message>
        <source>{what}: looks with names</source>
        <translation>{what}：名前のある見た目</translation>
    </message>
    <message>
        <source>{what}: shown</source>
        <translation>{what}: 表示中</translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation>{what}: 強さ</translation>
    </message>
    <message>
        <source>{what}: where the look comes from</source>
        <translation>{what}: 見た目の取得元</translation>
    </message>
    <message>
        <source>{what}: {state}</source>
        <translation>{what}: {state}</translation>
    </message>
    <message>
        <source>“{name}” is no longer in {folder}. It was taken off the list of recent files.</source>
        <translation>「{name}」は {folder} にありません。最近使ったファイルの一覧から削除されました。</translation>
    </message>
</context>
</TS>
