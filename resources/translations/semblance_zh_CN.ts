<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Semblance</name>
    <message>
        <source>&amp;About Semblance</source>
        <translation>关于 Semblance(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;After only</source>
        <translation>仅编辑后(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>批处理(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edits</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>引擎(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>填充(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>常规(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>抓手(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>套索(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>元数据(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next face</source>
        <translation>下一张人脸(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>打开照片(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>粘贴图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做：{step}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>缩小画笔(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Split view</source>
        <translation>分割视图(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销：{step}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Write the edits beside it, as a recipe</source>
        <translation>将编辑作为配方一并写入同一文件夹(&amp;W)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>100 % is how far two different people are apart on average. Measured with the features of our own attribute classifier: a guide for the eye, not a proof of who somebody is.</source>
        <translation>100% 相当于两个不同的人之间的平均差距。由 Semblance 自带的属性分类器的特征测得：供目测参考，不能证明某人的身份。</translation>
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
&lt;p&gt;{version} 输入一张人像，输出一张人像；两者之间是一份简短的编辑列表。
一切都在本机计算，图片不会离开这台计算机。&lt;/p&gt;
&lt;p&gt;导出的照片带有 IPTC 标记，注明有经过训练的算法参与制作。&lt;/p&gt;
&lt;p&gt;{pack}&lt;/p&gt;
&lt;p&gt;Semblance 采用 MIT 许可证。所用组件列于“许可证”。&lt;/p&gt;
</translation>
    </message>
    <message>
        <source>A closed mouth opens only a little, without teeth: the photo does not show them.</source>
        <translation>闭合的嘴只能稍微张开，且不露牙齿：照片里没有牙齿。</translation>
    </message>
    <message>
        <source>A hat covers the hair.</source>
        <translation>帽子遮住了头发。</translation>
    </message>
    <message>
        <source>A hat is worn already; take it off first.</source>
        <translation>已经戴着帽子；请先摘下它。</translation>
    </message>
    <message>
        <source>A photo&apos;s alpha needs the size and the depth of its pixels.</source>
        <translation>照片的 Alpha 通道必须与其像素的尺寸和位深一致。</translation>
    </message>
    <message>
        <source>A random look</source>
        <translation>随机外观</translation>
    </message>
    <message>
        <source>A recipe repeats the edits on other photos, here in a batch or without a window</source>
        <translation>配方可在其他照片上重复这些编辑，在此批处理或无窗口运行均可</translation>
    </message>
    <message>
        <source>About Semblance</source>
        <translation>关于 Semblance</translation>
    </message>
    <message>
        <source>About the program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Accessories</source>
        <translation>配饰</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>添加参考(&amp;R)…</translation>
    </message>
    <message>
        <source>Add a picture of another face, whose style the edits can take</source>
        <translation>添加另一张人脸的图片，编辑可采用其风格</translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation>添加参考</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>添加参考</translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation>添加文件夹中的照片</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>编辑后</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>All files ({endings})</source>
        <translation>所有文件 ({endings})</translation>
    </message>
    <message>
        <source>An edit takes {time} (median of {count}).</source>
        <translation>一次编辑耗时 {time}（{count} 次的中位数）。</translation>
    </message>
    <message>
        <source>An edit takes {time} on {device} (median of {count}).</source>
        <translation>在 {device} 上，一次编辑耗时 {time}（{count} 次的中位数）。</translation>
    </message>
    <message>
        <source>Another look of {what}</source>
        <translation>{what}的另一种外观</translation>
    </message>
    <message>
        <source>Another portrait of nobody lies on the shelf now. Each box is one thing that it can give: click one, for example its hair.</source>
        <translation>架上现在有另一张不存在的人的肖像。每个格子是它能提供的一项内容：点击其中一个，例如头发。</translation>
    </message>
    <message>
        <source>Another random look</source>
        <translation>另一种随机外观</translation>
    </message>
    <message>
        <source>As each photo</source>
        <translation>与各照片相同</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>与照片相同</translation>
    </message>
    <message>
        <source>As is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>As their photo shows it</source>
        <translation>与其照片中相同</translation>
    </message>
    <message>
        <source>Ask before closing with edits that were neither saved nor exported</source>
        <translation>有编辑既未保存也未导出时，关闭前询问</translation>
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
        <translation>自动</translation>
    </message>
    <message>
        <source>Automatic: the fastest</source>
        <translation>自动：最快的设备</translation>
    </message>
    <message>
        <source>Autosave does not work. {why}</source>
        <translation>自动保存无法工作。{why}</translation>
    </message>
    <message>
        <source>Aviator, gold, green lenses</source>
        <translation>飞行员，金色，绿镜片</translation>
    </message>
    <message>
        <source>Aviator, silver, mirrored</source>
        <translation>飞行员，银色，镜面</translation>
    </message>
    <message>
        <source>Back to a snapshot</source>
        <translation>回到快照</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>返回上一页</translation>
    </message>
    <message>
        <source>Back to this state</source>
        <translation>回到此状态</translation>
    </message>
    <message>
        <source>Back to {title}</source>
        <translation>回到：{title}</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Bangs</source>
        <translation>刘海</translation>
    </message>
    <message>
        <source>Bangs are cut much alike; where hair is thin they are drawn coarsely.</source>
        <translation>刘海的剪法大同小异；头发稀少处画得粗糙。</translation>
    </message>
    <message>
        <source>Baseball cap, beige</source>
        <translation>棒球帽，米色</translation>
    </message>
    <message>
        <source>Baseball cap, navy</source>
        <translation>棒球帽，藏青</translation>
    </message>
    <message>
        <source>Baseball cap, red</source>
        <translation>棒球帽，红色</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Batch, photo {number} of {count}…</source>
        <translation>批处理，第 {number}/{count} 张照片…</translation>
    </message>
    <message>
        <source>Batch: {counts}.</source>
        <translation>批处理：{counts}。</translation>
    </message>
    <message>
        <source>Beanie, black, no cuff</source>
        <translation>毛线帽，黑色，无翻边</translation>
    </message>
    <message>
        <source>Beanie, grey wool</source>
        <translation>毛线帽，灰色</translation>
    </message>
    <message>
        <source>Beanie, mustard</source>
        <translation>毛线帽，芥末黄</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>胡须</translation>
    </message>
    <message>
        <source>Beard shadow</source>
        <translation>胡茬</translation>
    </message>
    <message>
        <source>Beret, black</source>
        <translation>贝雷帽，黑色</translation>
    </message>
    <message>
        <source>Beret, wine red</source>
        <translation>贝雷帽，酒红</translation>
    </message>
    <message>
        <source>Black hair</source>
        <translation>黑发</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Blend of {what}</source>
        <translation>{what}的混合</translation>
    </message>
    <message>
        <source>Blend with</source>
        <translation>与以下外观混合</translation>
    </message>
    <message>
        <source>Blends are nested too deeply.</source>
        <translation>混合嵌套过深。</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>金发</translation>
    </message>
    <message>
        <source>Bowler</source>
        <translation>圆顶礼帽</translation>
    </message>
    <message>
        <source>Bright eyes</source>
        <translation>明亮眼睛</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Browline, black and gold</source>
        <translation>眉框，黑金</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>棕发</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉毛</translation>
    </message>
    <message>
        <source>Browse for: {what}</source>
        <translation>浏览：{what}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Bucket hat, black</source>
        <translation>渔夫帽，黑色</translation>
    </message>
    <message>
        <source>Bucket hat, sand</source>
        <translation>渔夫帽，沙色</translation>
    </message>
    <message>
        <source>Bushy brows</source>
        <translation>浓眉</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>取消测试</translation>
    </message>
    <message>
        <source>Cancel what is being written</source>
        <translation>取消正在进行的写入</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Carries {what}.</source>
        <translation>包含：{what}。</translation>
    </message>
    <message>
        <source>Carry out the chosen edit earlier</source>
        <translation>提前执行所选编辑</translation>
    </message>
    <message>
        <source>Carry out the chosen edit later</source>
        <translation>推后执行所选编辑</translation>
    </message>
    <message>
        <source>Cat eye, red</source>
        <translation>猫眼，红色</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Changing the layout</source>
        <translation>正在更改布局</translation>
    </message>
    <message>
        <source>Changing the picture</source>
        <translation>正在更改图片</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>选择保存结果的文件夹。</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>选择一种样式</translation>
    </message>
    <message>
        <source>Choose a model pack</source>
        <translation>选择模型包</translation>
    </message>
    <message>
        <source>Choose the file of a recipe.</source>
        <translation>选择配方文件。</translation>
    </message>
    <message>
        <source>Choose the label under the cursor</source>
        <translation>选择光标下的标签</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>点击此处，然后按下按键</translation>
    </message>
    <message>
        <source>Click the one that you like best. The slider above sets how strong it is.</source>
        <translation>点击最喜欢的一个。上方的滑块决定其强度。</translation>
    </message>
    <message>
        <source>Click to paint with it</source>
        <translation>点击以用它绘制</translation>
    </message>
    <message>
        <source>Click what each gives; turn the wheel over a cell for less or more of it.</source>
        <translation>点击选择各参考提供的内容；在格子上滚动滚轮可增减强度。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the tour</source>
        <translation>关闭导览</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>衣服</translation>
    </message>
    <message>
        <source>Colour the pixels that changed</source>
        <translation>为改变的像素着色</translation>
    </message>
    <message>
        <source>Colour the pixels that the edits changed, by how much</source>
        <translation>按改变程度为编辑改变的像素着色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colours, shortcuts, and what computes the edits</source>
        <translation>颜色、快捷键以及用于计算编辑的设备</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>与其对比</translation>
    </message>
    <message>
        <source>Compare with the photo</source>
        <translation>与照片对比</translation>
    </message>
    <message>
        <source>Content credentials need a library that is not installed: “python launch.py setup credentials” adds it.</source>
        <translation>内容凭据需要一个尚未安装的库：“python launch.py setup credentials”可添加它。</translation>
    </message>
    <message>
        <source>Content credentials take keys of the kinds P-256, P-384, P-521, Ed25519 and RSA.</source>
        <translation>内容凭据支持 P-256、P-384、P-521、Ed25519 和 RSA 类型的密钥。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Cooler hair</source>
        <translation>冷色头发</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Cowboy hat</source>
        <translation>牛仔帽</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Darker hair</source>
        <translation>深色头发</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete an edit</source>
        <translation>删除编辑</translation>
    </message>
    <message>
        <source>Delete edit</source>
        <translation>删除编辑</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the chosen edit (Delete)</source>
        <translation>删除所选编辑（Delete）</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Diamond studs</source>
        <translation>钻石耳钉</translation>
    </message>
    <message>
        <source>Disable an edit</source>
        <translation>停用编辑</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Doubtful: {doubts}.</source>
        <translation>存疑：{doubts}。</translation>
    </message>
    <message>
        <source>Drag the five points onto the eyes, the tip of the nose and the corners of the mouth. Right and left are the person&apos;s own.</source>
        <translation>将五个点拖到双眼、鼻尖和两侧嘴角上。左右以人物自身为准。</translation>
    </message>
    <message>
        <source>Draw a line around what the edits touch</source>
        <translation>在编辑所触及的范围外画线</translation>
    </message>
    <message>
        <source>Draw along a boundary between labels to make it smoother</source>
        <translation>沿标签之间的边界绘制，使其更平滑</translation>
    </message>
    <message>
        <source>Draw around an area to give it the chosen label</source>
        <translation>圈出一个区域，为其指定所选标签</translation>
    </message>
    <message>
        <source>Drawing the face</source>
        <translation>正在绘制人脸</translation>
    </message>
    <message>
        <source>Drift of identity</source>
        <translation>身份偏移</translation>
    </message>
    <message>
        <source>Drop a picture of another face here.
You choose what it gives: its hair, eyeglasses, lips …</source>
        <translation>将另一张人脸的图片拖放到此处。
可选择它提供什么：头发、眼镜、嘴唇……</translation>
    </message>
    <message>
        <source>Drop a portrait here</source>
        <translation>将人像拖放到此处</translation>
    </message>
    <message>
        <source>Drop photos or folders here, or add them.</source>
        <translation>将照片或文件夹拖放到此处，或添加它们。</translation>
    </message>
    <message>
        <source>Each row changes one thing about the face and leaves the rest alone. Turn eyeglasses on. A star after a name says that the model does it badly.</source>
        <translation>每一行只改变人脸的一处，其余保持不变。请打开眼镜。名称后的星号表示模型在这方面表现不佳。</translation>
    </message>
    <message>
        <source>Each says that a trained model changed parts of the photo</source>
        <translation>各选项均会注明照片的部分内容由经过训练的模型更改</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>耳环</translation>
    </message>
    <message>
        <source>Earrings</source>
        <translation>耳环</translation>
    </message>
    <message>
        <source>Earrings are worn already; take them off first.</source>
        <translation>已经戴着耳环；请先摘下它。</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edits appear here in their order. Untick one to see the face without it, drag it to move it.</source>
        <translation>编辑按顺序显示在此处。取消勾选可查看没有该编辑的人脸，拖动可调整顺序。</translation>
    </message>
    <message>
        <source>Emerald drops</source>
        <translation>祖母绿坠</translation>
    </message>
    <message>
        <source>Enable an edit</source>
        <translation>启用编辑</translation>
    </message>
    <message>
        <source>Enter confirms</source>
        <translation>Enter 确认</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Esc leaves what was begun</source>
        <translation>Esc 放弃已开始的操作</translation>
    </message>
    <message>
        <source>Every action gets the keys that it had at first.</source>
        <translation>所有操作都将恢复最初的按键。</translation>
    </message>
    <message>
        <source>Every region is a layer that you can paint, hide and lock. Hair is chosen: take the brush in the bar on the left, and paint some hair onto the head.</source>
        <translation>每个区域都是可以绘制、隐藏和锁定的图层。现在选中的是头发：从左侧工具栏选择画笔，在头上画一些头发。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export photo</source>
        <translation>导出照片</translation>
    </message>
    <message>
        <source>Export writes the photo at its full size, with a note inside that a model changed parts of it. That was the tour; the user guide in the Help menu tells the rest.</source>
        <translation>导出会以原始尺寸保存照片，并在其中注明模型改动了部分内容。导览到此结束，其余内容见帮助菜单中的用户指南。</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>Eyeglasses are worn already; take them off first.</source>
        <translation>已经戴着眼镜；请先摘下它。</translation>
    </message>
    <message>
        <source>Eyeglasses lie over the brows.</source>
        <translation>眼镜遮住了眉毛。</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>Eyes narrowed</source>
        <translation>眯眼</translation>
    </message>
    <message>
        <source>Eyes wide</source>
        <translation>睁大眼</translation>
    </message>
    <message>
        <source>FFmpeg, under LGPL-2.1</source>
        <translation>FFmpeg，采用 LGPL-2.1</translation>
    </message>
    <message>
        <source>FFmpeg, with parts under GPL-3.0; not in the installed program</source>
        <translation>FFmpeg，部分采用 GPL-3.0；不包含在安装的程序中</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Face found</source>
        <translation>找到人脸</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>人脸 {number}</translation>
    </message>
    <message>
        <source>Face {number} of {count}</source>
        <translation>人脸 {number}/{count}</translation>
    </message>
    <message>
        <source>Face {number} of {count}.</source>
        <translation>人脸 {number}/{count}。</translation>
    </message>
    <message>
        <source>Face {number}: {edit}</source>
        <translation>人脸 {number}：{edit}</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Faces of the photo</source>
        <translation>照片中的人脸</translation>
    </message>
    <message>
        <source>Fedora</source>
        <translation>费多拉帽</translation>
    </message>
    <message>
        <source>Fedora, camel</source>
        <translation>费多拉帽，驼色</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Feminine</source>
        <translation>女性化</translation>
    </message>
    <message>
        <source>Fi&amp;t photo</source>
        <translation>照片适合窗口(&amp;T)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Fill with {what}</source>
        <translation>填充{what}</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>查找命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Find faces again</source>
        <translation>重新查找人脸</translation>
    </message>
    <message>
        <source>Finding faces…</source>
        <translation>正在查找人脸…</translation>
    </message>
    <message>
        <source>Finding the sample&apos;s face</source>
        <translation>正在查找示例中的人脸</translation>
    </message>
    <message>
        <source>Fine brows</source>
        <translation>细眉</translation>
    </message>
    <message>
        <source>First shortcut</source>
        <translation>主快捷键</translation>
    </message>
    <message>
        <source>Flat cap, grey</source>
        <translation>鸭舌帽，灰色</translation>
    </message>
    <message>
        <source>Flat cap, tweed</source>
        <translation>鸭舌帽，粗花呢</translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation>文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>格式(&amp;R)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>For photos in a format that cannot be written; others keep theirs</source>
        <translation>用于格式无法写入的照片；其他照片保持原格式</translation>
    </message>
    <message>
        <source>Forget points set by hand and look for faces</source>
        <translation>放弃手动设置的点，重新查找人脸</translation>
    </message>
    <message>
        <source>Format of exports</source>
        <translation>导出格式</translation>
    </message>
    <message>
        <source>Found with {percent} % confidence.</source>
        <translation>已找到，置信度 {percent}%。</translation>
    </message>
    <message>
        <source>From the first look to the second</source>
        <translation>从第一种外观到第二种</translation>
    </message>
    <message>
        <source>Full face</source>
        <translation>饱满脸</translation>
    </message>
    <message>
        <source>Full lips</source>
        <translation>厚唇</translation>
    </message>
    <message>
        <source>Fullness of the lips</source>
        <translation>嘴唇厚度</translation>
    </message>
    <message>
        <source>Gaze to the side</source>
        <translation>左右视线</translation>
    </message>
    <message>
        <source>Gaze up and down</source>
        <translation>上下视线</translation>
    </message>
    <message>
        <source>Give a connected area the chosen label</source>
        <translation>为相连区域指定所选标签</translation>
    </message>
    <message>
        <source>Give every action the keys that it had at first</source>
        <translation>使所有操作恢复最初的按键</translation>
    </message>
    <message>
        <source>Give every setting of this page the value that it had at first</source>
        <translation>使本页所有设置恢复最初的值</translation>
    </message>
    <message>
        <source>Give pixels back the label that was found in the photo</source>
        <translation>使像素恢复为照片中识别出的标签</translation>
    </message>
    <message>
        <source>Give the hair itself</source>
        <translation>移植头发本身</translation>
    </message>
    <message>
        <source>Give the whole head</source>
        <translation>移植整个头部</translation>
    </message>
    <message>
        <source>Give this action the keys that it had at first</source>
        <translation>使此操作恢复最初的按键</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>Gold discs</source>
        <translation>金色圆片</translation>
    </message>
    <message>
        <source>Gold hoops</source>
        <translation>金色耳圈</translation>
    </message>
    <message>
        <source>Gold studs</source>
        <translation>金耳钉</translation>
    </message>
    <message>
        <source>Grey hair</source>
        <translation>灰发</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>头发</translation>
    </message>
    <message>
        <source>Hair itself</source>
        <translation>头发本身</translation>
    </message>
    <message>
        <source>Hair that grows beside the face is drawn in coarse strands; hair beyond the square around the face stays.</source>
        <translation>脸旁新长出的头发会画成粗糙的发束；脸部方框以外的头发会保留。</translation>
    </message>
    <message>
        <source>Half rim, dark</source>
        <translation>半框，深色</translation>
    </message>
    <message>
        <source>Har&amp;der edge</source>
        <translation>边缘更硬(&amp;D)</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>硬度</translation>
    </message>
    <message>
        <source>Hardness of the brush</source>
        <translation>画笔硬度</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Head down</source>
        <translation>低头</translation>
    </message>
    <message>
        <source>Head up</source>
        <translation>抬头</translation>
    </message>
    <message>
        <source>Height of brows</source>
        <translation>眉毛高度</translation>
    </message>
    <message>
        <source>High brows</source>
        <translation>高眉</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Hold this button to see the photo as it was. Only what you edited differs, to the last pixel.</source>
        <translation>按住此按钮可查看原来的照片。只有编辑过的部分不同，精确到每个像素。</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>按住以查看原图</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits</source>
        <translation>按住以查看未编辑的照片</translation>
    </message>
    <message>
        <source>Hold to see the photo without its edits (hold {keys})</source>
        <translation>按住以查看未编辑的照片（按住 {keys}）</translation>
    </message>
    <message>
        <source>How finely numbers are computed; the eye sees no difference</source>
        <translation>数值计算的精细程度；肉眼看不出差别</translation>
    </message>
    <message>
        <source>How narrowly what is painted fades into the photo ({ and })</source>
        <translation>绘制内容融入照片的过渡宽窄（{ 和 }）</translation>
    </message>
    <message>
        <source>How to do what, with pictures</source>
        <translation>图文说明各项操作</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Identity draws the face anew, and softly; long hair seldom becomes short.</source>
        <translation>更改身份会柔和地重画整张脸；长发很少变短。</translation>
    </message>
    <message>
        <source>Identity drift</source>
        <translation>身份偏移</translation>
    </message>
    <message>
        <source>In pixels of the face&apos;s crop, which is 256 pixels wide</source>
        <translation>以人脸裁剪图的像素为单位，裁剪图宽 256 像素</translation>
    </message>
    <message>
        <source>In use: {device}.</source>
        <translation>正在使用：{device}。</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>位于 {folder}</translation>
    </message>
    <message>
        <source>It cannot be made out clearly enough what is hair.</source>
        <translation>无法足够清楚地分辨哪些是头发。</translation>
    </message>
    <message>
        <source>It changes the skin and its light, and no outlines.</source>
        <translation>改变皮肤及其光线，不改变轮廓。</translation>
    </message>
    <message>
        <source>It darkens the skin, and grows no hair.</source>
        <translation>只会使皮肤变暗，不会长出胡须。</translation>
    </message>
    <message>
        <source>Its points were set by hand.</source>
        <translation>其点为手动设置。</translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Keep photo and edits together, to go on later</source>
        <translation>将照片和编辑保存在一起，以便日后继续</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>密钥 (*.pem *.key)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>增大画笔(&amp;G)</translation>
    </message>
    <message>
        <source>Large eyes</source>
        <translation>大眼</translation>
    </message>
    <message>
        <source>Large sunglasses, brown fade</source>
        <translation>大太阳镜，棕色渐变</translation>
    </message>
    <message>
        <source>Larger files keep more</source>
        <translation>文件越大，保留的细节越多</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face</source>
        <translation>在人脸上叠加彩色标签图</translation>
    </message>
    <message>
        <source>Lay the coloured label map over the face (Q)</source>
        <translation>在人脸上叠加彩色标签图（Q）</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Leave out where it was taken</source>
        <translation>去除拍摄地点</translation>
    </message>
    <message>
        <source>Leave {what} as in the photo</source>
        <translation>{what}保持与照片相同</translation>
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
        <translation>左眼</translation>
    </message>
    <message>
        <source>Length of the chin</source>
        <translation>下巴长度</translation>
    </message>
    <message>
        <source>Less grey</source>
        <translation>减少灰发</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>浅色(&amp;G)</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可证：{licence}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Like a reference</source>
        <translation>仿照参考</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>嘴唇</translation>
    </message>
    <message>
        <source>Little</source>
        <translation>少</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Locked: nothing is painted over it</source>
        <translation>已锁定：绘制时不会被覆盖</translation>
    </message>
    <message>
        <source>Long chin</source>
        <translation>长下巴</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>最长边</translation>
    </message>
    <message>
        <source>Longest side in pixels</source>
        <translation>最长边（像素）</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>看下</translation>
    </message>
    <message>
        <source>Look left</source>
        <translation>看左</translation>
    </message>
    <message>
        <source>Look like</source>
        <translation>仿照外观</translation>
    </message>
    <message>
        <source>Look of a region</source>
        <translation>区域外观</translation>
    </message>
    <message>
        <source>Look of regions</source>
        <translation>区域外观</translation>
    </message>
    <message>
        <source>Look of {what}</source>
        <translation>{what}的外观</translation>
    </message>
    <message>
        <source>Look right</source>
        <translation>看右</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>看上</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>正在查找设备…</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>Looking for faces …</source>
        <translation>正在查找人脸 …</translation>
    </message>
    <message>
        <source>Looking for the face in {title} …</source>
        <translation>正在 {title} 中查找人脸 …</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Low brows</source>
        <translation>低眉</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>下唇</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Make the same edits in many photos</source>
        <translation>对多张照片进行相同的编辑</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Masculine</source>
        <translation>男性化</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>Models are missing</source>
        <translation>缺少模型</translation>
    </message>
    <message>
        <source>Models: {title} {version}, {licence}.</source>
        <translation>模型：{title} {version}，{licence}。</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>嘴</translation>
    </message>
    <message>
        <source>Mouth closed</source>
        <translation>闭嘴</translation>
    </message>
    <message>
        <source>Mouth open</source>
        <translation>张嘴</translation>
    </message>
    <message>
        <source>Move an edit</source>
        <translation>移动编辑</translation>
    </message>
    <message>
        <source>Move the photo, select a face (or hold Space with any tool)</source>
        <translation>移动照片、选择人脸（使用任何工具时也可按住空格键）</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>多</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Narrow face</source>
        <translation>窄脸</translation>
    </message>
    <message>
        <source>Narrow jaw</source>
        <translation>窄下颌</translation>
    </message>
    <message>
        <source>Narrow nose</source>
        <translation>窄鼻</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>颈部</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>项链</translation>
    </message>
    <message>
        <source>Needs a photo with a face</source>
        <translation>需要含有人脸的照片</translation>
    </message>
    <message>
        <source>Needs an edit first</source>
        <translation>需要先进行编辑</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>新建窗口(&amp;W)</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>没有此名称的命令。</translation>
    </message>
    <message>
        <source>No ear lobe can be seen, which earrings need.</source>
        <translation>看不到耳垂，而戴耳环需要它。</translation>
    </message>
    <message>
        <source>No eye bags</source>
        <translation>去除眼袋</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>无人脸</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>未在此照片中找到人脸。</translation>
    </message>
    <message>
        <source>No face was found in this photo. Setting the five points by hand helps.</source>
        <translation>未在此照片中找到人脸。可手动设置五个点。</translation>
    </message>
    <message>
        <source>No face was found. Set its five points by hand.</source>
        <translation>未找到人脸。请手动设置其五个点。</translation>
    </message>
    <message>
        <source>No graphics card that can compute was found, so the processor does the work. Edits look the same; they take longer.</source>
        <translation>未找到可用于计算的显卡，因此由处理器完成。编辑效果相同，但耗时更长。</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>No portrait at hand? Try one of nobody real:</source>
        <translation>手边没有人像？试试这些虚构人物：</translation>
    </message>
    <message>
        <source>No red eyes</source>
        <translation>去除红眼</translation>
    </message>
    <message>
        <source>No shine</source>
        <translation>去除油光</translation>
    </message>
    <message>
        <source>Nod of the head</source>
        <translation>抬头低头</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>Not your style? Press the die at the end of the row: it draws six other looks.</source>
        <translation>不合意？按行末的骰子，会画出另外六种外观。</translation>
    </message>
    <message>
        <source>Nothing is doubtful about it.</source>
        <translation>没有存疑之处。</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>未找到任何内容。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>Of JPEG, WebP and AVIF: larger files keep more</source>
        <translation>适用于 JPEG、WebP 和 AVIF：文件越大，保留的细节越多</translation>
    </message>
    <message>
        <source>Of a recipe</source>
        <translation>来自配方</translation>
    </message>
    <message>
        <source>Of large earrings that are taken off a part may stay.</source>
        <translation>取下较大的耳环时，可能会残留一部分。</translation>
    </message>
    <message>
        <source>Of the open photo</source>
        <translation>来自打开的照片</translation>
    </message>
    <message>
        <source>Of the open photo ({count})</source>
        <translation>来自打开的照片（{count}）</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更年长</translation>
    </message>
    <message>
        <source>On</source>
        <translation>有</translation>
    </message>
    <message>
        <source>Only the colour profile</source>
        <translation>仅颜色配置文件</translation>
    </message>
    <message>
        <source>Opacity of the labels</source>
        <translation>标签的不透明度</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Open a photo first</source>
        <translation>先打开照片</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>打开照片或项目</translation>
    </message>
    <message>
        <source>Open a photo to see its faces.</source>
        <translation>打开照片以查看其中的人脸。</translation>
    </message>
    <message>
        <source>Open as the photo instead</source>
        <translation>改为作为照片打开</translation>
    </message>
    <message>
        <source>Open eyes</source>
        <translation>睁眼</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation>张嘴</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>最近打开的文件(&amp;C)</translation>
    </message>
    <message>
        <source>Open sa&amp;mple portrait</source>
        <translation>打开示例人像(&amp;M)</translation>
    </message>
    <message>
        <source>Open sample portrait {number}</source>
        <translation>打开示例人像 {number}</translation>
    </message>
    <message>
        <source>Opening photo…</source>
        <translation>正在打开照片…</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>正在打开 {title}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Outline the &amp;edits</source>
        <translation>勾勒编辑范围(&amp;E)</translation>
    </message>
    <message>
        <source>Outside the edits</source>
        <translation>编辑之外</translation>
    </message>
    <message>
        <source>Oval wire, rose gold</source>
        <translation>椭圆金属，玫瑰金</translation>
    </message>
    <message>
        <source>Oversized, navy</source>
        <translation>大框，藏青</translation>
    </message>
    <message>
        <source>Own {what}</source>
        <translation>恢复原有的{what}</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>指南页面</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>首选项页面</translation>
    </message>
    <message>
        <source>Pai&amp;nt on both sides</source>
        <translation>两侧同时绘制(&amp;N)</translation>
    </message>
    <message>
        <source>Paint only over this</source>
        <translation>仅在此标签上绘制</translation>
    </message>
    <message>
        <source>Paint the chosen label</source>
        <translation>绘制所选标签</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>用它绘制</translation>
    </message>
    <message>
        <source>Paint with {what}</source>
        <translation>用{what}绘制</translation>
    </message>
    <message>
        <source>Paint {what}</source>
        <translation>绘制{what}</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>巴拿马草帽</translation>
    </message>
    <message>
        <source>Panto, brown</source>
        <translation>潘托型，棕色</translation>
    </message>
    <message>
        <source>Panto, clear</source>
        <translation>潘托型，透明</translation>
    </message>
    <message>
        <source>Part of the face lies outside the photo.</source>
        <translation>面部的一部分在照片之外。</translation>
    </message>
    <message>
        <source>Paste a picture as the photo, or as a reference when a photo is open</source>
        <translation>将图片粘贴为照片；已打开照片时粘贴为参考</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pearl drops</source>
        <translation>珍珠坠</translation>
    </message>
    <message>
        <source>Pearl strings</source>
        <translation>珍珠串</translation>
    </message>
    <message>
        <source>Pearl studs</source>
        <translation>珍珠耳钉</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photo and edits were saved, but not their result. {why}</source>
        <translation>照片和编辑已保存，但结果未保存。{why}</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>批处理的照片</translation>
    </message>
    <message>
        <source>Pic&amp;k label</source>
        <translation>拾取标签(&amp;K)</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>图片 ({endings})</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth by hand (P)</source>
        <translation>手动放置眼睛、鼻子和嘴的点（P）</translation>
    </message>
    <message>
        <source>Place eyes, nose and mouth corners by hand</source>
        <translation>手动放置眼睛、鼻子和嘴角的点</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>首选项(&amp;E)…</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Preparing the batch…</source>
        <translation>正在准备批处理…</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>批处理进度</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>测试进度</translation>
    </message>
    <message>
        <source>Projects ({endings})</source>
        <translation>项目 ({endings})</translation>
    </message>
    <message>
        <source>Put eyeglasses on a sample portrait and measure how long it takes</source>
        <translation>为示例人像戴上眼镜，并测量所需时间</translation>
    </message>
    <message>
        <source>Put the edited photo on the clipboard, at full size</source>
        <translation>将编辑后的照片以完整尺寸复制到剪贴板</translation>
    </message>
    <message>
        <source>Put the list of names, versions and licences on the clipboard</source>
        <translation>将名称、版本和许可证的列表复制到剪贴板</translation>
    </message>
    <message>
        <source>Put the present state aside, to compare with or to come back to</source>
        <translation>保留当前状态，以便对比或返回</translation>
    </message>
    <message>
        <source>Put this face on the shelf, to give its looks to another</source>
        <translation>将此人脸放入参考栏，以便将其外观用于另一张人脸</translation>
    </message>
    <message>
        <source>Puts eyeglasses on a sample portrait {count} times and says whether the result is sound, and how long an edit takes.</source>
        <translation>为示例人像戴上眼镜 {count} 次，并报告结果是否正常以及一次编辑的耗时。</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>正在放入照片</translation>
    </message>
    <message>
        <source>Putting on eyeglasses, {number} of {count}</source>
        <translation>正在戴上眼镜，{number}/{count}</translation>
    </message>
    <message>
        <source>Qt, under LGPL-3.0</source>
        <translation>Qt，采用 LGPL-3.0</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Quality in figures</source>
        <translation>质量数值</translation>
    </message>
    <message>
        <source>Quality of exports</source>
        <translation>导出质量</translation>
    </message>
    <message>
        <source>Radius in pixels of the face&apos;s crop ([ and ])</source>
        <translation>半径，以人脸裁剪图的像素为单位（[ 和 ]）</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>画笔半径</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Reading the face</source>
        <translation>正在读取人脸</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Rec&amp;ipe</source>
        <translation>配方(&amp;I)</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>Rectangle wire, silver</source>
        <translation>方形金属，银色</translation>
    </message>
    <message>
        <source>Rectangle, black</source>
        <translation>方形，黑色</translation>
    </message>
    <message>
        <source>Rectangle, thin rim</source>
        <translation>方形，细框</translation>
    </message>
    <message>
        <source>Red hair</source>
        <translation>红发</translation>
    </message>
    <message>
        <source>Reference {title}</source>
        <translation>参考 {title}</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove &amp;all edits</source>
        <translation>移除所有编辑(&amp;A)</translation>
    </message>
    <message>
        <source>Remove a reference</source>
        <translation>移除参考</translation>
    </message>
    <message>
        <source>Remove all edits</source>
        <translation>移除所有编辑</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>移除参考</translation>
    </message>
    <message>
        <source>Remove the selected photos</source>
        <translation>移除选中的照片</translation>
    </message>
    <message>
        <source>Rendering…</source>
        <translation>正在渲染…</translation>
    </message>
    <message>
        <source>Replace the existing file</source>
        <translation>替换现有文件</translation>
    </message>
    <message>
        <source>Replace the original photo</source>
        <translation>替换原始照片</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Reset &amp;all…</source>
        <translation>全部重置(&amp;A)…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Retouch</source>
        <translation>修饰</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败项</translation>
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
        <translation>右眼</translation>
    </message>
    <message>
        <source>Rimless</source>
        <translation>无框</translation>
    </message>
    <message>
        <source>Round horn, dark</source>
        <translation>圆形板材，深色</translation>
    </message>
    <message>
        <source>Round horn, tortoiseshell</source>
        <translation>圆形，玳瑁色</translation>
    </message>
    <message>
        <source>Round sunglasses</source>
        <translation>圆形太阳镜</translation>
    </message>
    <message>
        <source>Round wire, gold</source>
        <translation>圆形金属，金色</translation>
    </message>
    <message>
        <source>S&amp;mooth boundary</source>
        <translation>平滑边界(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;wap brush and eraser</source>
        <translation>交换画笔和橡皮擦(&amp;W)</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>难过</translation>
    </message>
    <message>
        <source>Sample &amp;{number}</source>
        <translation>示例 &amp;{number}</translation>
    </message>
    <message>
        <source>Sapphire studs</source>
        <translation>蓝宝石耳钉</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>项目另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和按键</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>Second shortcut</source>
        <translation>备用快捷键</translation>
    </message>
    <message>
        <source>See and change the keys</source>
        <translation>查看和更改按键</translation>
    </message>
    <message>
        <source>See before and after beside each other</source>
        <translation>并排查看编辑前后</translation>
    </message>
    <message>
        <source>See before and after on either side of a line that can be dragged</source>
        <translation>以可拖动的线为界，在两侧查看编辑前后</translation>
    </message>
    <message>
        <source>See the chosen snapshot beside the present state</source>
        <translation>将所选快照与当前状态并排查看</translation>
    </message>
    <message>
        <source>See the photo without its edits while the key is held</source>
        <translation>按住按键时查看未编辑的照片</translation>
    </message>
    <message>
        <source>Semblance project, OpenRaster ({endings})</source>
        <translation>Semblance 项目，OpenRaster ({endings})</translation>
    </message>
    <message>
        <source>Semblance was closed without saving {name}. Bring it back?</source>
        <translation>Semblance 关闭时未保存 {name}。要恢复吗？</translation>
    </message>
    <message>
        <source>Semblance: something went wrong</source>
        <translation>Semblance：出现错误</translation>
    </message>
    <message>
        <source>Set face &amp;points</source>
        <translation>设置人脸点(&amp;P)</translation>
    </message>
    <message>
        <source>Set points</source>
        <translation>设置点</translation>
    </message>
    <message>
        <source>Set points by hand</source>
        <translation>手动设置点</translation>
    </message>
    <message>
        <source>Set points…</source>
        <translation>设置点…</translation>
    </message>
    <message>
        <source>Set this page back</source>
        <translation>重置此页</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Sharpening the view</source>
        <translation>正在锐化视图</translation>
    </message>
    <message>
        <source>Shaved</source>
        <translation>剃净</translation>
    </message>
    <message>
        <source>Short chin</source>
        <translation>短下巴</translation>
    </message>
    <message>
        <source>Shortcuts of “{action}”</source>
        <translation>“{action}”的快捷键</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>显示变化(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;labels</source>
        <translation>显示标签(&amp;L)</translation>
    </message>
    <message>
        <source>Show &amp;original</source>
        <translation>显示原图(&amp;O)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show experimental controls</source>
        <translation>显示实验性控件</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>显示标签</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>仅显示此项</translation>
    </message>
    <message>
        <source>Show or hide it among the labels</source>
        <translation>在标签中显示或隐藏它</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>显示批处理</translation>
    </message>
    <message>
        <source>Show the labels it is made of</source>
        <translation>显示组成它的标签</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>并排(&amp;B)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Sign with &amp;content credentials</source>
        <translation>使用内容凭据签名(&amp;C)</translation>
    </message>
    <message>
        <source>Signing takes the files of your certificate and of its private key.</source>
        <translation>签名需要证书文件及其私钥文件。</translation>
    </message>
    <message>
        <source>Silver hoops, large</source>
        <translation>银色大耳圈</translation>
    </message>
    <message>
        <source>Six random looks to choose from</source>
        <translation>六种随机外观可供选择</translation>
    </message>
    <message>
        <source>Size of the eyes</source>
        <translation>眼睛大小</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>Small eyes</source>
        <translation>小眼</translation>
    </message>
    <message>
        <source>Small hoops</source>
        <translation>小耳圈</translation>
    </message>
    <message>
        <source>Smaller photos are not enlarged</source>
        <translation>较小的照片不会放大</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Smiling</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Smooth a boundary</source>
        <translation>平滑边界</translation>
    </message>
    <message>
        <source>Smooth skin</source>
        <translation>光滑皮肤</translation>
    </message>
    <message>
        <source>Snapshot {number}: 1 edit</source>
        <translation>快照 {number}：1 项编辑</translation>
    </message>
    <message>
        <source>Snapshot {number}: {count} edits</source>
        <translation>快照 {number}：{count} 项编辑</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Softe&amp;r edge</source>
        <translation>边缘更软(&amp;R)</translation>
    </message>
    <message>
        <source>Something that the project kept cannot be read, and will be found again.</source>
        <translation>项目中保存的部分数据无法读取，将重新计算。</translation>
    </message>
    <message>
        <source>Something went wrong inside Semblance. Your photo is untouched, and you can go on working; exporting what you have is a good idea.

The report below helps to mend it. It holds no picture and no folder names.</source>
        <translation>Semblance 内部出现错误。照片未受影响，可以继续工作；建议导出现有成果。

以下报告有助于修复错误，其中不含图片和文件夹名称。</translation>
    </message>
    <message>
        <source>Space moves the photo while it is held</source>
        <translation>按住空格键可移动照片</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Strength of {what}</source>
        <translation>{what}的强度</translation>
    </message>
    <message>
        <source>Strength: from the photo&apos;s own look to the whole new one</source>
        <translation>强度：从照片自身的外观到全新的外观</translation>
    </message>
    <message>
        <source>Sun hat</source>
        <translation>遮阳草帽</translation>
    </message>
    <message>
        <source>Tab goes to the next control</source>
        <translation>Tab 转到下一个控件</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>从该操作移除</translation>
    </message>
    <message>
        <source>Take s&amp;napshot</source>
        <translation>创建快照(&amp;N)</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>创建快照</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>观看导览(&amp;T)</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>观看导览</translation>
    </message>
    <message>
        <source>Take the tour without saving</source>
        <translation>不保存直接观看导览</translation>
    </message>
    <message>
        <source>Take them out of the list (Del)</source>
        <translation>从列表中移除（Del）</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>下次启动时生效</translation>
    </message>
    <message>
        <source>Tells viewers who exported the photo, and that a trained model changed parts of it. It takes your own certificate and its private key as PEM files, the key without a password.</source>
        <translation>向查看者表明照片由谁导出，以及照片的部分内容由经过训练的模型更改。需要自己的证书及其私钥，均为 PEM 文件，私钥不带密码。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Testing the engine…</source>
        <translation>正在测试引擎…</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>The batch goes on</source>
        <translation>批处理仍在继续</translation>
    </message>
    <message>
        <source>The camera&apos;s notes (EXIF) are damaged and will not be kept.</source>
        <translation>相机信息（EXIF）已损坏，将不会保留。</translation>
    </message>
    <message>
        <source>The camera&apos;s notes are too long for JPEG and are left out.</source>
        <translation>相机信息对 JPEG 来说过长，将被省略。</translation>
    </message>
    <message>
        <source>The colour profile does not fit the picture and is left out.</source>
        <translation>颜色配置文件与图片不符，将被省略。</translation>
    </message>
    <message>
        <source>The computer has not enough free memory for this edit.</source>
        <translation>计算机的可用内存不足以进行此编辑。</translation>
    </message>
    <message>
        <source>The device that was chosen is not here.</source>
        <translation>所选设备不可用。</translation>
    </message>
    <message>
        <source>The edit changed more than eyeglasses can. Another device or precision may help.</source>
        <translation>编辑所改变的超出了眼镜应有的范围。换用其他设备或精度可能有帮助。</translation>
    </message>
    <message>
        <source>The edit changed nothing. Another device or precision may help.</source>
        <translation>编辑未改变任何内容。换用其他设备或精度可能有帮助。</translation>
    </message>
    <message>
        <source>The edits of this photo were neither saved nor exported. Close without them?</source>
        <translation>此照片的编辑既未保存也未导出。要直接关闭吗？</translation>
    </message>
    <message>
        <source>The engine works.</source>
        <translation>引擎工作正常。</translation>
    </message>
    <message>
        <source>The eyes are covered.</source>
        <translation>眼睛被遮住了。</translation>
    </message>
    <message>
        <source>The face as the models see it, with its five points</source>
        <translation>模型所见的人脸及其五个点</translation>
    </message>
    <message>
        <source>The face cannot be made out clearly enough.</source>
        <translation>无法足够清楚地分辨面部。</translation>
    </message>
    <message>
        <source>The face cannot be read in 3D here, which this needs.</source>
        <translation>此处无法以三维方式读取面部，而此操作需要它。</translation>
    </message>
    <message>
        <source>The face is too dark for this.</source>
        <translation>面部太暗，无法执行此操作。</translation>
    </message>
    <message>
        <source>The face looks too far up or down for this.</source>
        <translation>面部过于仰起或低下，无法执行此操作。</translation>
    </message>
    <message>
        <source>The five points of this face lie on one spot; set them again.</source>
        <translation>此人脸的五个点位于同一处；请重新设置。</translation>
    </message>
    <message>
        <source>The graphics memory is full: the computer&apos;s processor does the work now, more slowly.</source>
        <translation>显存已满：现在改由计算机的处理器工作，速度较慢。</translation>
    </message>
    <message>
        <source>The hair is too full for a hat.</source>
        <translation>头发太蓬松，戴不了帽子。</translation>
    </message>
    <message>
        <source>The head is turned too far for this.</source>
        <translation>头部转得太多，无法执行此操作。</translation>
    </message>
    <message>
        <source>The lenses are dark: the eyes behind them are invented.</source>
        <translation>镜片较暗：其后的眼睛是虚构的。</translation>
    </message>
    <message>
        <source>The model pack cannot change this</source>
        <translation>模型包无法更改此项</translation>
    </message>
    <message>
        <source>The model pack “{pack}” cannot be used, so the one that ships with Semblance is used. {why}</source>
        <translation>无法使用模型包“{pack}”，因此改用 Semblance 自带的模型包。{why}</translation>
    </message>
    <message>
        <source>The model pack “{pack}” is no longer here, so the one that ships with Semblance is used.</source>
        <translation>模型包“{pack}”已不存在，因此改用 Semblance 自带的模型包。</translation>
    </message>
    <message>
        <source>The models are being loaded…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>The models could not be loaded.</source>
        <translation>无法加载模型。</translation>
    </message>
    <message>
        <source>The mouth is covered.</source>
        <translation>嘴被遮住了。</translation>
    </message>
    <message>
        <source>The nose is covered.</source>
        <translation>鼻子被遮住了。</translation>
    </message>
    <message>
        <source>The one that ships with Semblance</source>
        <translation>Semblance 自带的模型包</translation>
    </message>
    <message>
        <source>The open photo has no edits yet. Make some, or choose a recipe.</source>
        <translation>打开的照片还没有编辑。请先进行编辑，或选择配方。</translation>
    </message>
    <message>
        <source>The person&apos;s own side: their left lies on the right of the picture</source>
        <translation>以人物自身的左右为准：其左侧位于图片右侧</translation>
    </message>
    <message>
        <source>The photo is in shades of grey.</source>
        <translation>照片是灰度的。</translation>
    </message>
    <message>
        <source>The photo with its edits. Drop a picture here.</source>
        <translation>带有编辑的照片。可将图片拖放到此处。</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the face.</source>
        <translation>照片边缘切掉了部分面孔。</translation>
    </message>
    <message>
        <source>The photo&apos;s edge cuts the head, and most of a hat would lie beyond it.</source>
        <translation>照片边缘切掉了头部，帽子的大部分会在照片之外。</translation>
    </message>
    <message>
        <source>The photo&apos;s own look</source>
        <translation>照片自身的外观</translation>
    </message>
    <message>
        <source>The picture could not be written as PNG.</source>
        <translation>无法将图片写入为 PNG。</translation>
    </message>
    <message>
        <source>The picture has more than 8 bits a channel; it is opened with 8.</source>
        <translation>图片每通道超过 8 位；将以 8 位打开。</translation>
    </message>
    <message>
        <source>The picture is in print colours (CMYK); it is edited and saved as RGB.</source>
        <translation>图片采用印刷色（CMYK）；将以 RGB 编辑和保存。</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate.</source>
        <translation>私钥与证书不匹配。</translation>
    </message>
    <message>
        <source>The recipe is not readable as JSON.</source>
        <translation>无法将配方读取为 JSON。</translation>
    </message>
    <message>
        <source>The reference wears no eyeglasses.</source>
        <translation>参考中的人物未戴眼镜。</translation>
    </message>
    <message>
        <source>The result holds numbers that are none. Another device or precision may help.</source>
        <translation>结果中含有无效数值。换用其他设备或精度可能有帮助。</translation>
    </message>
    <message>
        <source>The results need a folder of their own.</source>
        <translation>结果需要单独的文件夹。</translation>
    </message>
    <message>
        <source>The results need a folder of their own: sources are never overwritten.</source>
        <translation>结果需要单独的文件夹：源文件绝不会被覆盖。</translation>
    </message>
    <message>
        <source>The sample portraits are missing, so there is nothing to test with.</source>
        <translation>缺少示例人像，因此无法测试。</translation>
    </message>
    <message>
        <source>The test failed through a fault of Semblance&apos;s own; a report of it is shown.</source>
        <translation>测试因 Semblance 自身的错误而失败；已显示错误报告。</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>测试已取消。</translation>
    </message>
    <message>
        <source>The text is not installed with the program.</source>
        <translation>该文本未随程序安装。</translation>
    </message>
    <message>
        <source>The top of the head lies outside the photo.</source>
        <translation>头顶在照片之外。</translation>
    </message>
    <message>
        <source>The tour opens a sample portrait in place of this photo, whose edits are not saved.</source>
        <translation>导览将打开示例肖像来代替这张照片，而这张照片的编辑尚未保存。</translation>
    </message>
    <message>
        <source>The two heads look in very different directions: what one hides must be guessed.</source>
        <translation>两个头部的朝向差别很大：被遮住的部分只能推测。</translation>
    </message>
    <message>
        <source>The window in eight short steps, on a sample portrait</source>
        <translation>用示例肖像，分八个简短步骤介绍窗口</translation>
    </message>
    <message>
        <source>Their face within this one&apos;s outline; hair and skin colour stay</source>
        <translation>将对方的面容放入此人脸的轮廓；头发和肤色不变</translation>
    </message>
    <message>
        <source>Their face, hair and accessories on these shoulders; pose stays</source>
        <translation>将对方的面容、头发和配饰放到此人肩上；姿态不变</translation>
    </message>
    <message>
        <source>Their left corner of the mouth</source>
        <translation>人物自身的左嘴角</translation>
    </message>
    <message>
        <source>Their left eye</source>
        <translation>人物自身的左眼</translation>
    </message>
    <message>
        <source>Their right corner of the mouth</source>
        <translation>人物自身的右嘴角</translation>
    </message>
    <message>
        <source>Their right eye</source>
        <translation>人物自身的右眼</translation>
    </message>
    <message>
        <source>Their very eyeglasses, without what is behind the lenses</source>
        <translation>对方原本的眼镜，不含镜片后的内容</translation>
    </message>
    <message>
        <source>Their very hair, and hat, as their photo shows it</source>
        <translation>对方原本的头发和帽子，与其照片中相同</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>文件“{path}”不存在。</translation>
    </message>
    <message>
        <source>There is no hair here that could be dyed.</source>
        <translation>这里没有可以染色的头发。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>There must be one pressure for each point of a line.</source>
        <translation>线条的每个点都必须有一个压力值。</translation>
    </message>
    <message>
        <source>These five points lie on one spot; a face needs room between them.</source>
        <translation>这五个点位于同一处；人脸的各点之间需要有间距。</translation>
    </message>
    <message>
        <source>Thin lips</source>
        <translation>薄唇</translation>
    </message>
    <message>
        <source>This Semblance does not have the method of this edit. It is kept as it is.</source>
        <translation>此 Semblance 没有这项编辑所用的方法。该编辑会原样保留。</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its place in the photo has no area.</source>
        <translation>此编辑无法绘制在这张脸上：其在照片中的位置没有面积。</translation>
    </message>
    <message>
        <source>This edit cannot be drawn on this face: its result is not a number.</source>
        <translation>此编辑无法绘制在这张脸上：其结果不是数字。</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>此文件夹不存在。</translation>
    </message>
    <message>
        <source>This is a picture with layers; it is opened as they look together.</source>
        <translation>这是带图层的图片；将以合并后的样子打开。</translation>
    </message>
    <message>
        <source>This is no shortcut: press a key, with Ctrl, Alt or Shift if you like.</source>
        <translation>这不是快捷键：请按一个键，可同时按 Ctrl、Alt 或 Shift。</translation>
    </message>
    <message>
        <source>This kind of 16-bit picture is opened with 8 bits a channel.</source>
        <translation>此类 16 位图片将以每通道 8 位打开。</translation>
    </message>
    <message>
        <source>This model pack has no sliders.</source>
        <translation>此模型包没有滑块。</translation>
    </message>
    <message>
        <source>This person does not exist: the picture was drawn by the bundled model. Turn the wheel to zoom; hold Space and drag to move.</source>
        <translation>此人并不存在：图片由自带模型绘制。滚动滚轮可缩放；按住空格键拖动可移动。</translation>
    </message>
    <message>
        <source>This project was written by a newer Semblance; what this one does not know is left out.</source>
        <translation>此项目由较新版本的 Semblance 写入；当前版本无法识别的内容已省略。</translation>
    </message>
    <message>
        <source>Tip of the nose</source>
        <translation>鼻尖</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tour, {number} of {count}</source>
        <translation>导览，第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>转左</translation>
    </message>
    <message>
        <source>Turn of the head</source>
        <translation>转头</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>转右</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>输入要执行的操作的几个字</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unlock all</source>
        <translation>全部解锁</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>上唇</translation>
    </message>
    <message>
        <source>Use as a reference</source>
        <translation>用作参考</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>使用这些点</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>用户指南(&amp;G)</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version {version}.</source>
        <translation>版本 {version}。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>正在等待引擎…</translation>
    </message>
    <message>
        <source>Wayfarer sunglasses</source>
        <translation>徒步旅行者太阳镜</translation>
    </message>
    <message>
        <source>What Semblance uses</source>
        <translation>Semblance 使用的组件</translation>
    </message>
    <message>
        <source>What computes the edits</source>
        <translation>用于计算编辑的设备</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>要做什么？</translation>
    </message>
    <message>
        <source>What draws the edits; others than the one that ships are imported first</source>
        <translation>用于绘制编辑结果的模型；自带之外的模型包需先导入</translation>
    </message>
    <message>
        <source>What is painted on one side of the face is painted on the other as well</source>
        <translation>在人脸一侧绘制的内容也会绘制到另一侧</translation>
    </message>
    <message>
        <source>What seldom passes for a photograph yet</source>
        <translation>目前还很少能以假乱真的内容</translation>
    </message>
    <message>
        <source>What stands against these keys</source>
        <translation>这些按键的冲突</translation>
    </message>
    <message>
        <source>What the engine does now</source>
        <translation>引擎的当前状态</translation>
    </message>
    <message>
        <source>Where the look comes from</source>
        <translation>外观的来源</translation>
    </message>
    <message>
        <source>White teeth</source>
        <translation>洁白牙齿</translation>
    </message>
    <message>
        <source>Whole head</source>
        <translation>整个头部</translation>
    </message>
    <message>
        <source>Wide jaw</source>
        <translation>宽下颌</translation>
    </message>
    <message>
        <source>Wide nose</source>
        <translation>宽鼻</translation>
    </message>
    <message>
        <source>Width of the face</source>
        <translation>脸部宽度</translation>
    </message>
    <message>
        <source>Width of the jaw</source>
        <translation>下颌宽度</translation>
    </message>
    <message>
        <source>Width of the nose</source>
        <translation>鼻子宽度</translation>
    </message>
    <message>
        <source>Without it, the window closes and the edits are gone</source>
        <translation>若不询问，窗口会直接关闭，编辑将丢失</translation>
    </message>
    <message>
        <source>Without the blend</source>
        <translation>不混合</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Writing layers</source>
        <translation>正在写入图层</translation>
    </message>
    <message>
        <source>Writing the photo</source>
        <translation>正在写入照片</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>正在写入图片</translation>
    </message>
    <message>
        <source>Writing the project</source>
        <translation>正在写入项目</translation>
    </message>
    <message>
        <source>Younger</source>
        <translation>更年轻</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>Zoom to &amp;face</source>
        <translation>缩放到人脸(&amp;F)</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>一张照片</translation>
    </message>
    <message>
        <source>about {time} h left</source>
        <translation>剩余约 {time} 小时</translation>
    </message>
    <message>
        <source>about {time} min left</source>
        <translation>剩余约 {time} 分钟</translation>
    </message>
    <message>
        <source>about {time} s left</source>
        <translation>剩余约 {time} 秒</translation>
    </message>
    <message>
        <source>background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>bangs</source>
        <translation>刘海</translation>
    </message>
    <message>
        <source>bf16: faster where the device has it</source>
        <translation>bf16：在支持它的设备上更快</translation>
    </message>
    <message>
        <source>brows</source>
        <translation>眉毛</translation>
    </message>
    <message>
        <source>close to the photo&apos;s border</source>
        <translation>靠近照片边缘</translation>
    </message>
    <message>
        <source>clothes</source>
        <translation>衣服</translation>
    </message>
    <message>
        <source>cut off at the photo&apos;s border: part of the face is missing</source>
        <translation>在照片边缘被截断：缺少部分人脸</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>过暗</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>耳环</translation>
    </message>
    <message>
        <source>earrings</source>
        <translation>耳环</translation>
    </message>
    <message>
        <source>eyeglasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>eyes covered</source>
        <translation>眼睛被遮挡</translation>
    </message>
    <message>
        <source>face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>face detector, face mesh and iris by the MediaPipe authors, under Apache-2.0</source>
        <translation>MediaPipe 作者的人脸检测、人脸网格和虹膜模型，采用 Apache-2.0</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>fp32: exact, slower</source>
        <translation>fp32：精确，较慢</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>头发</translation>
    </message>
    <message>
        <source>hardly any contrast</source>
        <translation>几乎没有对比度</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>身份</translation>
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
        <translation>左眼</translation>
    </message>
    <message>
        <source>libheif and libde265, under LGPL-3.0</source>
        <translation>libheif 和 libde265，采用 LGPL-3.0</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>嘴唇</translation>
    </message>
    <message>
        <source>little</source>
        <translation>少</translation>
    </message>
    <message>
        <source>look {number}</source>
        <translation>外观 {number}</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>下唇</translation>
    </message>
    <message>
        <source>lying on its side</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>嘴</translation>
    </message>
    <message>
        <source>mouth or nose covered</source>
        <translation>嘴或鼻子被遮挡</translation>
    </message>
    <message>
        <source>much</source>
        <translation>多</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>颈部</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>项链</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>not now: {reason}</source>
        <translation>目前不可用：{reason}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>无</translation>
    </message>
    <message>
        <source>on</source>
        <translation>有</translation>
    </message>
    <message>
        <source>or paste a picture, or open one from a file.
It stays on this computer.</source>
        <translation>或粘贴图片，或从文件打开。
图片只会留在这台计算机上。</translation>
    </message>
    <message>
        <source>own look</source>
        <translation>自身的外观</translation>
    </message>
    <message>
        <source>partly covered</source>
        <translation>部分被遮挡</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>人像</translation>
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
        <translation>右眼</translation>
    </message>
    <message>
        <source>seen from the side: the far half of the face is hidden</source>
        <translation>侧面：人脸较远的一半被遮住</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>the arrows move within lists and sliders</source>
        <translation>方向键在列表和滑块中移动</translation>
    </message>
    <message>
        <source>the icon fonts below</source>
        <translation>下列图标字体</translation>
    </message>
    <message>
        <source>this may not be a face</source>
        <translation>可能不是人脸</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>脸部偏转</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>上唇</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>上下颠倒</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 项失败</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} 像素</translation>
    </message>
    <message>
        <source>{device}, which is not here</source>
        <translation>{device}（不可用）</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>已完成 {done}/{count}</translation>
    </message>
    <message>
        <source>{face}: {doubts}</source>
        <translation>{face}：{doubts}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}和{second}</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} 已用于“{action}”。</translation>
    </message>
    <message>
        <source>{keys} is taken: {reason}.</source>
        <translation>{keys} 已被占用：{reason}。</translation>
    </message>
    <message>
        <source>{name} edited</source>
        <translation>{name} 已编辑</translation>
    </message>
    <message>
        <source>{pack}, which cannot be used</source>
        <translation>{pack}（无法使用）</translation>
    </message>
    <message>
        <source>{pack}, which is not here</source>
        <translation>{pack}（不可用）</translation>
    </message>
    <message>
        <source>{percent} % of the crop</source>
        <translation>裁剪图的 {percent}%</translation>
    </message>
    <message>
        <source>{percent} % of the crop, by {most} of 255 at most</source>
        <translation>裁剪图的 {percent}%，最多改变 {most}（满值 255）</translation>
    </message>
    <message>
        <source>{state}, {source}</source>
        <translation>{state}，{source}</translation>
    </message>
    <message>
        <source>{title} (compared with)</source>
        <translation>{title}（对比对象）</translation>
    </message>
    <message>
        <source>{title} (ships with Semblance)</source>
        <translation>{title}（Semblance 自带）</translation>
    </message>
    <message>
        <source>{title} is now a reference.</source>
        <translation>{title} 现为参考。</translation>
    </message>
    <message>
        <source>{title} was closed with edits that were not exported.</source>
        <translation>{title} 已关闭，其编辑未导出。</translation>
    </message>
    <message>
        <source>{title}: drag it onto the photo, an attribute or a region; a right click offers more</source>
        <translation>{title}：拖到照片、属性或区域上；右键单击可查看更多选项</translation>
    </message>
    <message>
        <source>{title}: {tip}</source>
        <translation>{title}：{tip}</translation>
    </message>
    <message>
        <source>{what} as it is</source>
        <translation>{what}保持原样</translation>
    </message>
    <message>
        <source>{what} comes from {source}</source>
        <translation>{what}来自{source}</translation>
    </message>
    <message>
        <source>{what} like {source}</source>
        <translation>{what}仿照{source}</translation>
    </message>
    <message>
        <source>{what} of {title}</source>
        <translation>{title} 的{what}</translation>
    </message>
    <message>
        <source>{what} {amount} %</source>
        <translation>{what} {amount}%</translation>
    </message>
    <message>
        <source>{what} {state}</source>
        <translation>{what}：{state}</translation>
    </message>
    <message>
        <source>{what}, in figures</source>
        <translation>{what}（数值）</translation>
    </message>
    <message>
        <source>{what}: another look</source>
        <translation>{what}：另一种外观</translation>
    </message>
    <message>
        <source>{what}: as in the photo</source>
        <translation>{what}：与照片相同</translation>
    </message>
    <message>
        <source>{what}: blend</source>
        <translation>{what}：混合</translation>
    </message>
    <message>
        <source>{what}: its labels</source>
        <translation>{what}：其标签</translation>
    </message>
    <message>
        <source>{what}: locked</source>
        <translation>{what}：锁定</translation>
    </message>
    <message>
        <source>{what}: look {number} of {count}</source>
        <translation>{what}：外观 {number}/{count}</translation>
    </message>
    <message>
        <source>{what}: looks with names</source>
        <translation>{what}：具名样式</translation>
    </message>
    <message>
        <source>{what}: shown</source>
        <translation>{what}：显示</translation>
    </message>
    <message>
        <source>{what}: strength</source>
        <translation>{what}：强度</translation>
    </message>
    <message>
        <source>{what}: where the look comes from</source>
        <translation>{what}：外观的来源</translation>
    </message>
    <message>
        <source>{what}: {state}</source>
        <translation>{what}：{state}</translation>
    </message>
    <message>
        <source>“{name}” is no longer in {folder}. It was taken off the list of recent files.</source>
        <translation>“{name}”已不在 {folder} 中，已从最近使用的文件列表中移除。</translation>
    </message>
</context>
</TS>
