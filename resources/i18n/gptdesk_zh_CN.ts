<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation>接着回答</translation>
    </message>
    <message>
        <source>Start a new chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>修改消息</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>检查密钥</translation>
    </message>
    <message>
        <source>Open the connection</source>
        <translation>打开连接设置</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>换一个模型</translation>
    </message>
    <message>
        <source>Add credit</source>
        <translation>去充值</translation>
    </message>
    <message>
        <source>Open the proxy settings</source>
        <translation>打开代理设置</translation>
    </message>
    <message>
        <source>Install the offline pack</source>
        <translation>安装离线包</translation>
    </message>
    <message>
        <source>Repair the offline pack</source>
        <translation>修复离线包</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选一个备份</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Attach</name>
    <message>
        <source>Choose pictures…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Paste from the clipboard</source>
        <translation>从剪贴板粘贴</translation>
    </message>
    <message>
        <source>Part of the screen…</source>
        <translation>截取屏幕…</translation>
    </message>
    <message>
        <source>Part of the screen, without gptdesk…</source>
        <translation>截取屏幕（先隐藏 gptdesk）…</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Drag over the part you want. Enter takes the whole screen, Esc goes back.</source>
        <translation>拖动选出需要的部分。按 Enter 截取整个屏幕，按 Esc 返回。</translation>
    </message>
    <message>
        <source>{format} · {weight}</source>
        <comment>under a thumbnail, short</comment>
        <translation>{format} · {weight}</translation>
    </message>
    <message>
        <source>Press Enter to see it large, Delete to take it away</source>
        <translation>按 Enter 查看大图，按 Delete 移除</translation>
    </message>
    <message>
        <source>Picture {name} is being prepared</source>
        <translation>正在准备图片{name}</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Drop pictures here to send them along</source>
        <translation>把图片拖到这里，随消息一起发送</translation>
    </message>
    <message>
        <source>Pictures that are sent with the message</source>
        <translation>随消息发送的图片</translation>
    </message>
    <message>
        <source>About the pictures</source>
        <translation>关于这些图片</translation>
    </message>
    <message>
        <source>{name}: {problem}. {advice}</source>
        <translation>{name}：{problem}。{advice}</translation>
    </message>
    <message>
        <source>Of the animation {name} only the first picture is sent.</source>
        <translation>动画{name}只会发送第一帧。</translation>
    </message>
    <message numerus="yes">
        <source>This model takes %n picture(s) in one message.</source>
        <translation>
            <numerusform>这个模型一条消息最多接受 %n 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>{name} is empty: there is nothing in the file.</source>
        <translation>{name}是空文件，里面没有内容。</translation>
    </message>
    <message>
        <source>{name} cannot be opened. It may have been moved or locked.</source>
        <translation>无法打开{name}。它可能已被移动，或正被其他程序占用。</translation>
    </message>
    <message>
        <source>{name} holds no picture that a model can see. Send a PNG, JPEG, WebP, GIF, BMP or TIFF file.</source>
        <translation>{name}里没有模型能看的图片。请发送 PNG、JPEG、WebP、GIF、BMP 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>{name} is damaged or not complete.</source>
        <translation>{name}已损坏或不完整。</translation>
    </message>
    <message>
        <source>{name} is too large to be opened safely.</source>
        <translation>{name}太大，无法安全地打开。</translation>
    </message>
    <message>
        <source>{name} is a {format} picture, which this computer cannot open. Save it as JPEG and attach that.</source>
        <translation>{name}是 {format} 图片，这台电脑打不开。请另存为 JPEG 后再添加。</translation>
    </message>
    <message>
        <source>{model} cannot see pictures, but {other} can.</source>
        <translation>{model} 看不了图片，{other} 可以。</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>换一个模型</translation>
    </message>
    <message>
        <source>Switch to {model}</source>
        <translation>换用 {model}</translation>
    </message>
    <message>
        <source>{model} cannot see pictures.</source>
        <translation>{model} 看不了图片。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Your message and its pictures are kept; nothing was sent yet.</source>
        <translation>消息和图片都已保留，还没有发送。</translation>
    </message>
    <message>
        <source>It is not known whether {model} sees pictures. Try it.</source>
        <translation>不确定 {model} 能不能看图片，可以试试。</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板里没有图片。</translation>
    </message>
    <message>
        <source>This system lets no program look at the screen. Press the Print key to make a screenshot, then paste it here.</source>
        <translation>这个系统不允许程序读取屏幕。请按 Print 键截图，然后粘贴到这里。</translation>
    </message>
    <message>
        <source>Paste it</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Send without pictures</source>
        <translation>不带图片发送</translation>
    </message>
    <message>
        <source>{model} cannot see pictures</source>
        <translation>{model} 看不了图片</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Proportions</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Proportions of the frame</source>
        <translation>边框的比例</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>The new area is painted, so that it gets filled.</source>
        <translation>新增的区域已经涂上，会被补画。</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Remove all notes</source>
        <translation>清除所有批注</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Point at something</source>
        <translation>指向某个地方</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>画线</translation>
    </message>
    <message>
        <source>Draw a line</source>
        <translation>随手画一条线</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Click and write what is to change there</source>
        <translation>点一下，写出那里要怎么改</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Angle in tenths of a degree</source>
        <translation>角度，以十分之一度为单位</translation>
    </message>
    <message>
        <source>Keep the corners</source>
        <translation>保留四角</translation>
    </message>
    <message>
        <source>The picture grows, and the empty corners are painted to be filled</source>
        <translation>图片会变大，空出来的四角会被涂上，等待补画</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>{degrees}°</source>
        <translation>{degrees}°</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>pixels, proportions are kept</source>
        <translation>像素，比例不变</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Working on the picture…</source>
        <translation>正在处理图片…</translation>
    </message>
    <message>
        <source>Picture to paint on</source>
        <translation>可以涂抹的图片</translation>
    </message>
    <message>
        <source>Arrow keys move the cross, Enter begins and ends painting, the space bar makes a spot, plus and minus zoom, square brackets change the brush.</source>
        <translation>方向键移动十字，回车键开始和结束涂抹，空格键点一下，加号和减号缩放，方括号调整画笔粗细。</translation>
    </message>
    <message>
        <source>What is to change here?</source>
        <translation>这里要怎么改？</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>批注文字</translation>
    </message>
    <message>
        <source>Crop…</source>
        <translation>裁剪…</translation>
    </message>
    <message>
        <source>Extend beyond the edges…</source>
        <translation>向外扩展…</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>缩放…</translation>
    </message>
    <message>
        <source>Straighten or rotate…</source>
        <translation>拉直或旋转…</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左转 90°</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右转 90°</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Hard edge</source>
        <translation>硬边</translation>
    </message>
    <message>
        <source>Slightly soft</source>
        <translation>稍微柔和</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>Very soft</source>
        <translation>很柔和</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>of the brush</comment>
        <translation>粗细</translation>
    </message>
    <message>
        <source>Diameter of the brush in pixels</source>
        <translation>画笔直径（像素）</translation>
    </message>
    <message>
        <source>Diameter of the brush (keys [ and ], Ctrl+wheel)</source>
        <translation>画笔直径（按 [ 和 ]，或按住 Ctrl 滚动滚轮）</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Paint over what is to change</source>
        <translation>涂抹要改的地方</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Rub out what you painted</source>
        <translation>擦掉涂过的地方</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Mark a rectangle that is to change</source>
        <translation>框出要改的矩形区域</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>圈选</translation>
    </message>
    <message>
        <source>Draw around what is to change</source>
        <translation>把要改的地方圈起来</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Move the picture; with any other tool hold the space bar</source>
        <translation>移动图片；用其他工具时按住空格键也可以</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>How softly the mask ends at its edge</source>
        <translation>遮罩边缘有多柔和</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show what stays</source>
        <translation>显示保留的部分</translation>
    </message>
    <message>
        <source>Veil what stays instead of what changes; the mask is the same</source>
        <translation>给不改的部分蒙上颜色；遮罩本身不变</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反选</translation>
    </message>
    <message>
        <source>Paint everything that is not painted, and the other way round</source>
        <translation>没涂的涂上，涂过的去掉</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Take away all that is painted; it can be undone</source>
        <translation>去掉所有涂抹，可以撤销</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>name of the key</comment>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Crop, turn, scale or extend the picture on this computer</source>
        <translation>在这台电脑上裁剪、旋转、缩放或扩展图片</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Draw arrows and words that tell the model what to change</source>
        <translation>画箭头、写文字，告诉模型要改什么</translation>
    </message>
    <message>
        <source>Real size: a pixel of the picture on a pixel of the screen (1)</source>
        <translation>实际大小：图片的一个像素对应屏幕的一个像素（1）</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示全图</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>ChatCommand</name>
    <message>
        <source>Answer with {model}</source>
        <translation>用 {model} 回答</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在本对话中查找</translation>
    </message>
    <message>
        <source>Copy the whole chat</source>
        <translation>复制整个对话</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Attach a part of the screen</source>
        <translation>添加屏幕的一部分</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>换一个模型</translation>
    </message>
</context>
<context>
    <name>ChatCopy</name>
    <message>
        <source>Picture: {name} ({size})</source>
        <translation>图片：{name}（{size}）</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Show the list of chats</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在本对话中查找</translation>
    </message>
    <message>
        <source>Copy the whole chat</source>
        <translation>复制整个对话</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>New title of the chat</source>
        <translation>对话的新标题</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{model} · {connection}</source>
        <translation>{model} · {connection}</translation>
    </message>
    <message>
        <source>This chat so far **free**</source>
        <translation>本次对话至今 **免费**</translation>
    </message>
    <message>
        <source>This chat so far **unknown**</source>
        <translation>本次对话至今 **费用未知**</translation>
    </message>
    <message>
        <source>This chat so far more than **{amount}**</source>
        <translation>本次对话至今超过 **{amount}**</translation>
    </message>
    <message>
        <source>This chat so far **{amount}**</source>
        <translation>本次对话至今 **{amount}**</translation>
    </message>
</context>
<context>
    <name>ChatLimit</name>
    <message>
        <source>This month&apos;s limit is reached</source>
        <translation>本月限额已用完</translation>
    </message>
    <message>
        <source>{spent} of {limit} are spent. **Your message is safe:** it stays in the field until you decide.</source>
        <translation>已花费 {spent}，限额为 {limit}。**你的消息很安全：**它留在输入框里，等你决定。</translation>
    </message>
    <message>
        <source>This may pass your limit for the month</source>
        <translation>这次可能会超出本月限额</translation>
    </message>
    <message>
        <source>{spent} of {limit} are spent, and the answer may cost more than what is left. **Your message is safe:** it stays in the field until you decide.</source>
        <translation>已花费 {spent}，限额为 {limit}，这次回答可能比剩下的额度更贵。**你的消息很安全：**它留在输入框里，等你决定。</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Change the limit</source>
        <translation>修改限额</translation>
    </message>
    <message>
        <source>{percent} % of this month&apos;s limit is spent.</source>
        <translation>本月限额已用去 {percent}%。</translation>
    </message>
</context>
<context>
    <name>ChatLink</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>This link leads to:</source>
        <translation>这个链接通往：</translation>
    </message>
    <message>
        <source>Only web and mail addresses are opened. This link says:</source>
        <translation>只能打开网页和邮件地址。这个链接写的是：</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>MMMM</source>
        <comment>month heading, as in Qt&apos;s date formats</comment>
        <translation>M 月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>month heading of another year</comment>
        <translation>yyyy 年 M 月</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day of this year, as in Qt&apos;s date formats</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day of another year</comment>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
    <message>
        <source>New title of the chat</source>
        <translation>对话的新标题</translation>
    </message>
    <message>
        <source>{title}, pinned, {time}. {preview}</source>
        <translation>{title}，已置顶，{time}。{preview}</translation>
    </message>
    <message>
        <source>{title}, {time}. {preview}</source>
        <translation>{title}，{time}。{preview}</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Copy the whole chat</source>
        <translation>复制整个对话</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话列表</translation>
    </message>
    <message>
        <source>Your chats will be listed here</source>
        <translation>这里会列出你的对话</translation>
    </message>
    <message>
        <source>Every sentence is saved at once, and all of it can be searched.</source>
        <translation>每一句马上存盘，随时能搜。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No chat holds these words. Try fewer of them.</source>
        <translation>没有对话包含这些词，换几个试试。</translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation>已删除「{title}」</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: no credit</source>
        <translation>未发送：余额不足</translation>
    </message>
    <message>
        <source>Not sent: no key</source>
        <translation>未发送：还没有密钥</translation>
    </message>
    <message>
        <source>Not sent: key not usable</source>
        <translation>未发送：密钥无法使用</translation>
    </message>
    <message>
        <source>Not sent: key refused</source>
        <translation>未发送：密钥被拒</translation>
    </message>
    <message>
        <source>Not sent: not served in this region</source>
        <translation>未发送：服务不支持当前地区</translation>
    </message>
    <message>
        <source>Not sent: too many requests</source>
        <translation>未发送：请求太频繁</translation>
    </message>
    <message>
        <source>Not sent: no internet</source>
        <translation>未发送：没有联网</translation>
    </message>
    <message>
        <source>Not sent: address not found</source>
        <translation>未发送：找不到地址</translation>
    </message>
    <message>
        <source>Not sent: model not found</source>
        <translation>未发送：找不到模型</translation>
    </message>
    <message>
        <source>Not sent: model not served this way</source>
        <translation>未发送：该模型不支持这种方式</translation>
    </message>
    <message>
        <source>Not sent: offline pack missing</source>
        <translation>未发送：还没装离线包</translation>
    </message>
    <message>
        <source>Not sent: connection removed</source>
        <translation>未发送：连接已移除</translation>
    </message>
    <message>
        <source>Not sent: too long</source>
        <translation>未发送：内容太长</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>等待回答超时</translation>
    </message>
    <message>
        <source>The answer was empty</source>
        <translation>回答是空的</translation>
    </message>
    <message>
        <source>Answer cut off</source>
        <translation>回答中断</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>还没发送</translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation>正在回答…</translation>
    </message>
    <message>
        <source>Draft · not sent yet</source>
        <translation>草稿 · 还没发送</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>{pictures} · {text}</source>
        <translation>{pictures} · {text}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
</context>
<context>
    <name>ChatModels</name>
    <message>
        <source>Loading the models…</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <source>This service has no list of its models. Type a name above.</source>
        <translation>该服务没有提供模型列表。请在上方输入模型名称。</translation>
    </message>
    <message>
        <source>{trouble}. This is the list of {date}.</source>
        <translation>{trouble}。下面是{date}的列表。</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>选择其他模型</translation>
    </message>
    <message>
        <source>{connection} switched {model} off on {date}. You can still try it.</source>
        <translation>{connection}已于{date}停用{model}。仍然可以试着发送。</translation>
    </message>
    <message>
        <source>Use {successor}</source>
        <translation>改用{successor}</translation>
    </message>
</context>
<context>
    <name>ChatOptions</name>
    <message>
        <source>the model decides</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>none</source>
        <comment>level of effort</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>minimal</source>
        <comment>level of effort</comment>
        <translation>最低</translation>
    </message>
    <message>
        <source>low</source>
        <comment>level</comment>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <comment>level</comment>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <comment>level</comment>
        <translation>高</translation>
    </message>
    <message>
        <source>very high</source>
        <comment>level of effort</comment>
        <translation>很高</translation>
    </message>
    <message>
        <source>highest</source>
        <comment>level of effort</comment>
        <translation>最高</translation>
    </message>
    <message>
        <source>longest answer</source>
        <translation>最长回答</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>effort</source>
        <translation>思考力度</translation>
    </message>
    <message>
        <source>wordiness</source>
        <translation>详略</translation>
    </message>
    <message>
        <source>{model} does not take this setting.</source>
        <translation>{model}不接受这项设置。</translation>
    </message>
    <message>
        <source>No levels of this are known for {model}.</source>
        <translation>尚不清楚{model}有哪些档位。</translation>
    </message>
    <message>
        <source>up to {count} tokens</source>
        <translation>最多{count}个词元</translation>
    </message>
    <message>
        <source>Settings of the answers</source>
        <translation>回答设置</translation>
    </message>
    <message>
        <source>For this chat only. What you do not move is left to the model.</source>
        <translation>仅对当前对话有效。没有改动的项目由模型决定。</translation>
    </message>
    <message>
        <source>Leave all to the model</source>
        <translation>全部交给模型决定</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How freely words are chosen. Near 0 the answer is nearly the same each time; from 1 on it becomes more surprising, and near 2 often confused.</source>
        <translation>选词有多自由。接近0时，每次的回答几乎相同；从1开始更出人意料，接近2时往往语无伦次。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words are drawn from: at 0.1 the few that make up the first tenth. Move this or the temperature, not both.</source>
        <translation>只从最可能的词里挑选：0.1表示只用概率合计占前十分之一的几个词。它和温度调一个即可，不要同时调。</translation>
    </message>
    <message>
        <source>Longest answer, in tokens</source>
        <translation>回答的最大长度（词元）</translation>
    </message>
    <message>
        <source>Where the answer is cut off. A token is a piece of a word; 1,000 tokens are about 750 English words. Thinking counts too.</source>
        <translation>回答到这个长度就会截断。词元是词的片段，一个汉字大约是一个词元。思考过程也计算在内。</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>思考力度</translation>
    </message>
    <message>
        <source>How long a reasoning model thinks before it answers. More takes longer and costs more.</source>
        <translation>推理模型在回答前思考多久。力度越大，耗时越长，费用也越高。</translation>
    </message>
    <message>
        <source>Wordiness</source>
        <translation>详略</translation>
    </message>
    <message>
        <source>Whether the answer is brief or goes into detail.</source>
        <translation>回答是简短，还是详细展开。</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>ChatProgress</name>
    <message numerus="yes">
        <source>The first %n message(s) were left out, because the model cannot read more.</source>
        <translation>
            <numerusform>最早的 %n 条消息没有发出，模型一次读不了更多。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This model does not take “{name}”; it was left out.</source>
        <translation>这个模型不支持「{name}」，已略去。</translation>
    </message>
    <message>
        <source>The answer is there.</source>
        <translation>回答好了。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of this chat were left out, because the model cannot see.</source>
        <translation>
            <numerusform>这个对话里的 %n 张图片没有发送，因为模型看不了图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待回答…</translation>
    </message>
    <message numerus="yes">
        <source>The service has trouble of its own. Trying again in %n second(s)…</source>
        <translation>
            <numerusform>服务那边出了状况，%n 秒后重试…</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting the model on this computer…</source>
        <translation>正在启动这台电脑上的模型…</translation>
    </message>
    <message numerus="yes">
        <source>Answering · %n token(s) received</source>
        <translation>
            <numerusform>正在回答 · 已收到 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>The model is thinking…</source>
        <translation>模型正在推理…</translation>
    </message>
    <message>
        <source>The model on this computer stopped. Starting it again…</source>
        <translation>这台电脑上的模型停了，正在重新启动…</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>正在重试…</translation>
    </message>
    <message numerus="yes">
        <source>The service asks to wait. Trying again in %n second(s)…</source>
        <translation>
            <numerusform>服务要求稍等，%n 秒后重试…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatState</name>
    <message>
        <source>no credit</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>key not usable</source>
        <translation>密钥无法使用</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>no internet</source>
        <translation>没有联网</translation>
    </message>
    <message>
        <source>asks to wait</source>
        <translation>要求稍等</translation>
    </message>
    <message>
        <source>last request failed</source>
        <translation>上次请求没有成功</translation>
    </message>
    <message>
        <source>{name} · {trouble}</source>
        <translation>{name} · {trouble}</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>还没有连接</translation>
    </message>
    <message>
        <source>The connection of this chat was removed</source>
        <translation>本对话的连接已移除</translation>
    </message>
    <message>
        <source>Offline pack · on this computer</source>
        <translation>离线包 · 在这台电脑上</translation>
    </message>
    <message>
        <source>{name} · connected</source>
        <translation>{name} · 已连接</translation>
    </message>
</context>
<context>
    <name>ChatTrouble</name>
    <message>
        <source>Only the newest answer can be asked for again.</source>
        <translation>只有最新的回答可以重新生成。</translation>
    </message>
    <message>
        <source>You can go on with the offline pack on this computer, free of charge.</source>
        <translation>可以改用这台电脑上的离线包继续，不花钱。</translation>
    </message>
    <message>
        <source>Switch this chat</source>
        <translation>切换本对话</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not sent yet · saved {time}</source>
        <translation>还没发送 · 已保存 {time}</translation>
    </message>
    <message>
        <source>The answer from before is still here.</source>
        <translation>之前的回答还在。</translation>
    </message>
    <message>
        <source>The app was closed before this message was sent.</source>
        <translation>这条消息发出之前，应用就关闭了。</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>还没发送</translation>
    </message>
    <message>
        <source>This answer was cut off when the app closed</source>
        <translation>应用关闭时，这个回答还没写完</translation>
    </message>
    <message>
        <source>What had arrived is kept. The answer can go on from there.</source>
        <translation>已收到的部分都留着，可以从那里接着回答。</translation>
    </message>
    <message>
        <source>Credit is added on the website of the service.</source>
        <translation>充值要到服务的网站上进行。</translation>
    </message>
    <message>
        <source>The service took the message and then closed the line without a word.</source>
        <translation>服务收到了消息，但什么也没回就断开了连接。</translation>
    </message>
    <message>
        <source>The line broke before an answer came</source>
        <translation>还没收到回答，连接就断了</translation>
    </message>
    <message>
        <source>{cause} **Your message is safe:** it stays here and goes out when you press Try again.</source>
        <translation>{cause}**你的消息没有丢：**它就留在这里，点「再试一次」就会发出。</translation>
    </message>
    <message>
        <source>The model on this computer stopped</source>
        <translation>这台电脑上的模型停了</translation>
    </message>
    <message>
        <source>It is started again. What had arrived is kept, and the answer can go on from there.</source>
        <translation>它正在重新启动。已收到的部分都留着，可以从那里接着回答。</translation>
    </message>
    <message>
        <source>The answer reached the length the model may write at once</source>
        <translation>回答已达到模型一次能写的长度</translation>
    </message>
    <message>
        <source>It is not finished, but it can go on from here.</source>
        <translation>还没写完，可以从这里接着写。</translation>
    </message>
    <message>
        <source>The service&apos;s safety rules ended this answer</source>
        <translation>服务的安全规则中止了这个回答</translation>
    </message>
    <message>
        <source>What had arrived is kept. The rules look at words, and sometimes stop what was meant well; asking differently often helps.</source>
        <translation>已收到的部分都留着。规则只看字面，有时会拦下正常的内容，换个说法通常就行。</translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message>
        <source>Internet</source>
        <translation>互联网</translation>
    </message>
    <message>
        <source>Name look-up</source>
        <translation>域名解析</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>试答一词</translation>
    </message>
    <message>
        <source>Whether this computer knows a way out. Nobody else is asked for it.</source>
        <translation>这台电脑是否知道通往外面的路。为此不会去问任何别人。</translation>
    </message>
    <message>
        <source>Names of services are turned into numbers first (DNS), as in a phone book.</source>
        <translation>服务的名称先要换成数字地址（DNS），就像查电话簿。</translation>
    </message>
    <message>
        <source>A computer in between that passes requests on. See Settings, Proxy.</source>
        <translation>中间替您转发请求的电脑，见“设置”中的“代理”。</translation>
    </message>
    <message>
        <source>Encryption on the way, and the proof that it is the right service.</source>
        <translation>传输途中的加密，以及证明对方确实是这个服务。</translation>
    </message>
    <message>
        <source>Whether the service answers at all.</source>
        <translation>服务到底有没有回应。</translation>
    </message>
    <message>
        <source>Some services do not answer requests from every country or region.</source>
        <translation>有些服务并不回应来自所有国家或地区的请求。</translation>
    </message>
    <message>
        <source>Whether the service knows the key.</source>
        <translation>服务是否认得这个密钥。</translation>
    </message>
    <message>
        <source>Whether the account still has money or a free share.</source>
        <translation>账户里是否还有余额或免费额度。</translation>
    </message>
    <message>
        <source>The models that this key may use.</source>
        <translation>这个密钥可以使用的模型。</translation>
    </message>
    <message>
        <source>A model is asked for one token, a piece of a word.</source>
        <translation>请模型回答一个词元，也就是一个词的片段。</translation>
    </message>
    <message>
        <source>waiting for an answer…</source>
        <translation>正在等待回应……</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) to choose from</source>
        <translation>
            <numerusform>有%n个模型可选</numerusform>
        </translation>
    </message>
    <message>
        <source>not needed: it runs on this computer</source>
        <translation>不需要：它就在这台电脑上运行</translation>
    </message>
    <message>
        <source>not needed: it is in your own network</source>
        <translation>不需要：它在您自己的网络里</translation>
    </message>
    <message>
        <source>this computer knows a way out</source>
        <translation>这台电脑知道通往外面的路</translation>
    </message>
    <message>
        <source>left to the proxy</source>
        <translation>交给代理</translation>
    </message>
    <message>
        <source>{value} found</source>
        <translation>已找到{value}</translation>
    </message>
    <message>
        <source>not needed: the address is a number</source>
        <translation>不需要：地址本身就是数字</translation>
    </message>
    <message>
        <source>none set, none needed</source>
        <translation>没有设置，也不需要</translation>
    </message>
    <message>
        <source>never used for this computer</source>
        <translation>对这台电脑从不使用</translation>
    </message>
    <message>
        <source>{value} lets it through</source>
        <translation>{value}放行</translation>
    </message>
    <message>
        <source>not used: the address begins with http://</source>
        <translation>没有使用：地址以http://开头</translation>
    </message>
    <message>
        <source>certificate valid</source>
        <translation>证书有效</translation>
    </message>
    <message>
        <source>could not be tried</source>
        <translation>没能尝试</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>有回应</translation>
    </message>
    <message>
        <source>served from where you are</source>
        <translation>为您所在的地区提供服务</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>none sent, none asked for</source>
        <translation>没有发送，也没有要求</translation>
    </message>
    <message>
        <source>the service does not complain</source>
        <translation>服务没有异议</translation>
    </message>
    <message>
        <source>not needed: it costs nothing</source>
        <translation>不需要：不花钱</translation>
    </message>
    <message>
        <source>“{value}” is not in the list of this service; it may still work.</source>
        <translation>“{value}”不在该服务的列表里，但也许能用。</translation>
    </message>
    <message>
        <source>the service has no list; type the name of a model</source>
        <translation>该服务没有列表，请输入模型名称</translation>
    </message>
    <message>
        <source>{value} answers</source>
        <translation>{value}有回答</translation>
    </message>
    <message>
        <source>not tried: no model is chosen</source>
        <translation>没有尝试：还没有选模型</translation>
    </message>
    <message>
        <source>not tried: the service has no chat</source>
        <translation>没有尝试：该服务没有对话功能</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>refused (401)</source>
        <translation>被拒绝（401）</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>没有及时回应</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>{text} · {time}</source>
        <translation>{text} · {time}</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count}毫秒</translation>
    </message>
    <message>
        <source>Open the proxy settings</source>
        <translation>打开代理设置</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Paste the key again</source>
        <translation>重新粘贴密钥</translation>
    </message>
    <message>
        <source>Correct the address</source>
        <translation>修改地址</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>换一个模型</translation>
    </message>
    <message>
        <source>Unlock it and check again</source>
        <translation>解锁后重新检查</translation>
    </message>
    <message>
        <source>waits for: {step}</source>
        <translation>等待：{step}</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Press Delete to remove it</source>
        <translation>按 Delete 键移除</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} {seconds}</source>
        <translation>{minutes}{seconds}</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>How much of the picture before is seen</source>
        <translation>之前的图片露出多少</translation>
    </message>
    <message>
        <source>Drag to compare, or use the arrow keys</source>
        <translation>拖动来比较，也可以用方向键</translation>
    </message>
    <message>
        <source>After: “{words}”</source>
        <translation>之后：“{words}”</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Model: {name}. Choose another one</source>
        <translation>模型：{name}。可以换一个</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>写点什么</translation>
    </message>
    <message>
        <source>No connection is set up.</source>
        <translation>还没有设置连接。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Settings of the answers</source>
        <translation>回答设置</translation>
    </message>
    <message>
        <source>What sending will cost</source>
        <translation>这次发送的费用</translation>
    </message>
    <message>
        <source>Set up connections…</source>
        <translation>设置连接…</translation>
    </message>
    <message>
        <source>You can write the next message now and send it after the answer</source>
        <translation>可以先写下一句，回答完再发送</translation>
    </message>
    <message>
        <source>You can already write your question; it is kept</source>
        <translation>也可以先把问题写在这里，它会自动保存</translation>
    </message>
    <message>
        <source>Choose a way first, then you can send</source>
        <translation>先选一条路，才能发送</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Price of {date}</source>
        <translation>{date}的价格</translation>
    </message>
    <message>
        <source>Roughly, price of {date}</source>
        <translation>粗略估计，{date}的价格</translation>
    </message>
    <message>
        <source>Free, on this computer</source>
        <translation>免费，在这台电脑上</translation>
    </message>
    <message>
        <source>The price of this model is not known</source>
        <translation>这个模型的价格未知</translation>
    </message>
    <message>
        <source>Price not known yet</source>
        <translation>价格未知</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>From the environment</source>
        <translation>来自环境变量</translation>
    </message>
    <message>
        <source>Offline pack</source>
        <translation>离线包</translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message>
        <source>Export what was used</source>
        <translation>导出用量</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>What gptdesk used through your connections, by the prices of its list. The bill of the service is what counts.</source>
        <translation>gptdesk 通过你的连接用了多少，按它的价目表计算。最终以服务商的账单为准。</translation>
    </message>
    <message>
        <source>This is not a number that gptdesk can read. Example: 5 or 0.5</source>
        <translation>gptdesk 读不懂这个数字。示例：5 或 0.5</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Chinese yuan</source>
        <translation>人民币</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>欧元</translation>
    </message>
    <message>
        <source>British pound</source>
        <translation>英镑</translation>
    </message>
    <message>
        <source>Japanese yen</source>
        <translation>日元</translation>
    </message>
    <message>
        <source>Hong Kong dollar</source>
        <translation>港元</translation>
    </message>
    <message>
        <source>New Taiwan dollar</source>
        <translation>新台币</translation>
    </message>
    <message>
        <source>Singapore dollar</source>
        <translation>新加坡元</translation>
    </message>
    <message>
        <source>South Korean won</source>
        <translation>韩元</translation>
    </message>
    <message>
        <source>Indian rupee</source>
        <translation>印度卢比</translation>
    </message>
    <message>
        <source>Australian dollar</source>
        <translation>澳元</translation>
    </message>
    <message>
        <source>Canadian dollar</source>
        <translation>加元</translation>
    </message>
    <message>
        <source>Monthly limit</source>
        <translation>每月限额</translation>
    </message>
    <message>
        <source>gptdesk warns when 80 % are spent, and asks before a message that would pass it. Empty means no limit. It counts what gptdesk used, nothing else that uses your key.</source>
        <translation>用到 80% 时 gptdesk 会提醒你，消息可能超出限额时会先询问。留空表示没有限额。这里只统计 gptdesk 的用量，不包括其他使用同一密钥的程序。</translation>
    </message>
    <message>
        <source>How many {currency} a US dollar is. Prices are kept in dollars.</source>
        <translation>1 美元等于多少 {currency}。价格以美元保存。</translation>
    </message>
    <message>
        <source>Type how many {currency} a US dollar is. Until then dollars are shown.</source>
        <translation>请填写 1 美元等于多少 {currency}。填写之前仍以美元显示。</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>没有限额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>One US dollar is</source>
        <translation>1 美元等于</translation>
    </message>
    <message>
        <source>Amounts in {symbol}. An empty field means “unknown”.</source>
        <translation>金额以 {symbol} 为单位。留空表示“未知”。</translation>
    </message>
    <message>
        <source>Use this price</source>
        <translation>使用这个价格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back to the listed price</source>
        <translation>恢复价目表上的价格</translation>
    </message>
    <message>
        <source>This is not a number that gptdesk can read.</source>
        <translation>gptdesk 读不懂这个数字。</translation>
    </message>
    <message>
        <source>Read, for a million tokens</source>
        <translation>读取，每百万词元</translation>
    </message>
    <message>
        <source>Read again (cached), for a million tokens</source>
        <translation>重复读取（缓存），每百万词元</translation>
    </message>
    <message>
        <source>Written, for a million tokens</source>
        <translation>写出，每百万词元</translation>
    </message>
    <message>
        <source>Pictures read, for a million tokens</source>
        <translation>读取图片，每百万词元</translation>
    </message>
    <message>
        <source>Pictures made, for a million tokens</source>
        <translation>生成图片，每百万词元</translation>
    </message>
    <message>
        <source>Sound heard, for a million tokens</source>
        <translation>听取声音，每百万词元</translation>
    </message>
    <message>
        <source>Sound made, for a million tokens</source>
        <translation>生成声音，每百万词元</translation>
    </message>
    <message>
        <source>Spoken, for a million characters</source>
        <translation>朗读，每百万字符</translation>
    </message>
    <message>
        <source>Heard, for a minute</source>
        <translation>听取，每分钟</translation>
    </message>
    <message>
        <source>read {amount}</source>
        <translation>读取 {amount}</translation>
    </message>
    <message>
        <source>cached {amount}</source>
        <translation>缓存 {amount}</translation>
    </message>
    <message>
        <source>written {amount}</source>
        <translation>写出 {amount}</translation>
    </message>
    <message>
        <source>pictures read {amount}</source>
        <translation>读取图片 {amount}</translation>
    </message>
    <message>
        <source>pictures made {amount}</source>
        <translation>生成图片 {amount}</translation>
    </message>
    <message>
        <source>sound heard {amount}</source>
        <translation>听取声音 {amount}</translation>
    </message>
    <message>
        <source>sound made {amount}</source>
        <translation>生成声音 {amount}</translation>
    </message>
    <message>
        <source>spoken {amount}</source>
        <translation>朗读 {amount}</translation>
    </message>
    <message>
        <source>a minute {amount}</source>
        <translation>每分钟 {amount}</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Change the price of {model}</source>
        <translation>修改 {model} 的价格</translation>
    </message>
    <message numerus="yes">
        <source>%n more model(s): search for them above.</source>
        <translation>
            <numerusform>还有 %n 个模型：请在上面搜索。</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>For a million tokens, which are about 750,000 English words, each with the day on which it was looked up. A price of your own wins.</source>
        <translation>每百万词元（约 75 万个英文单词）的价格，附查询日期。你自己填写的价格优先。</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Models stand here once you have used them.</source>
        <translation>用过的模型会出现在这里。</translation>
    </message>
    <message>
        <source>No model is called “{words}”.</source>
        <translation>没有名为“{words}”的模型。</translation>
    </message>
    <message>
        <source>Nothing was paid in this time.</source>
        <translation>这段时间没有花费。</translation>
    </message>
    <message>
        <source>Cost by day</source>
        <translation>每日费用</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>Export what was used as a CSV file</source>
        <translation>将用量导出为 CSV 文件</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Tokens read</source>
        <translation>读取词元</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <translation>写出词元</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 次请求</numerusform>
        </translation>
    </message>
    <message>
        <source>**{amount}** for {requests}</source>
        <translation>**{amount}**，共 {requests}</translation>
    </message>
    <message>
        <source>Nothing was used in this time.</source>
        <translation>这段时间没有用量。</translation>
    </message>
    <message numerus="yes">
        <source>The price of %n request(s) is not known.</source>
        <translation>
            <numerusform>有 %n 次请求的价格未知。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were counted here, because the service did not report what it used.</source>
        <translation>
            <numerusform>有 %n 次请求由本机估算，因为服务没有报告用量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>form of a date</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>Looking for the files…</source>
        <translation>正在查找文件…</translation>
    </message>
    <message>
        <source>Hello. How would you like to begin?</source>
        <translation>你好，想怎么开始？</translation>
    </message>
    <message>
        <source>Both ways work, and you can take the other one at any time.</source>
        <translation>两条路都走得通，随时可以换。</translation>
    </message>
    <message>
        <source>Try it without a key</source>
        <translation>先试试，不用密钥</translation>
    </message>
    <message>
        <source>chat {size}</source>
        <comment>part of a download</comment>
        <translation>聊天{size}</translation>
    </message>
    <message>
        <source>speech {size}</source>
        <comment>part of a download</comment>
        <translation>朗读{size}</translation>
    </message>
    <message>
        <source>transcription {size}</source>
        <comment>part of a download</comment>
        <translation>语音转文字{size}</translation>
    </message>
    <message>
        <source>Install the offline pack: small models then answer, read aloud and write down speech on this computer, also without internet.</source>
        <translation>装上离线包，小模型就在这台电脑上回答、朗读、把语音转成文字，不联网也能用。</translation>
    </message>
    <message>
        <source>I have a key</source>
        <translation>我有密钥</translation>
    </message>
    <message>
        <source>Paste the key of OpenAI, DeepSeek or a compatible service; it is checked at once.</source>
        <translation>粘贴 OpenAI、DeepSeek 或其他兼容服务的密钥，马上检查能不能用。</translation>
    </message>
    <message>
        <source>{done} of {size} are here already</source>
        <translation>已下载 {done}，共 {size}</translation>
    </message>
    <message>
        <source>One download of {size}: {parts}</source>
        <translation>一次下载，共{size}：{parts}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Download of the offline pack</source>
        <translation>下载离线包</translation>
    </message>
    <message>
        <source>Ways to begin</source>
        <translation>开始的方式</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a download</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>完全免费</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>文字不会离开这台电脑</translation>
    </message>
    <message>
        <source>Stray spaces are removed</source>
        <translation>多出来的空格会自动去掉</translation>
    </message>
    <message>
        <source>Kept only in the system&apos;s keyring</source>
        <translation>只存进系统密钥环</translation>
    </message>
    <message>
        <source>Can be changed in Settings</source>
        <translation>随时可以在设置里改</translation>
    </message>
    <message>
        <source>One download of {size}</source>
        <translation>一次下载 {size}</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Install the offline pack</source>
        <translation>安装离线包</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of programs</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Running on this computer already: {programs}</source>
        <translation>这台电脑上已经在运行：{programs}</translation>
    </message>
    <message>
        <source>Connect to it</source>
        <translation>连接它</translation>
    </message>
</context>
<context>
    <name>Explorer</name>
    <message>
        <source>Graphics cards</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>For the home</source>
        <translation>家用</translation>
    </message>
    <message>
        <source>For work</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>For data centres</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>共用内存</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存或显存</translation>
    </message>
    <message>
        <source>For models</source>
        <translation>模型可用</translation>
    </message>
    <message>
        <source>What a model can have of it; shared memory only in part.</source>
        <translation>模型能用到的部分；共用内存只能用其中一部分。</translation>
    </message>
    <message>
        <source>What runs well on it</source>
        <translation>适合运行</translation>
    </message>
    <message>
        <source>Tokens a second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>Measured with Qwen3 8B at 4 bits in llama.cpp.</source>
        <translation>在llama.cpp中用4位的Qwen3 8B测得。</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Gigabytes a second between the card and its memory.</source>
        <translation>显卡与显存之间每秒传输的GB数。</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>{card} with {memory}</source>
        <translation>{card}（{memory}）</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>This computer: memory **{memory}**, graphics card **{card}**.</source>
        <translation>这台电脑：内存**{memory}**，显卡**{card}**。</translation>
    </message>
    <message>
        <source>{computer} It runs well: {models}</source>
        <translation>{computer}适合运行：{models}</translation>
    </message>
    <message>
        <source>Looking at what this computer has…</source>
        <translation>正在查看这台电脑的配置…</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between abilities</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>还没到期</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>It is gone already.</source>
        <translation>已经停用。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>From today until it does not answer any more.</source>
        <translation>从今天到停止服务还有多少天。</translation>
    </message>
    <message>
        <source>What to use instead</source>
        <translation>可以换用</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>form of a day without its year</comment>
        <translation>M月d日</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names}，还有%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}: {names}</source>
        <translation>{date}：{names}</translation>
    </message>
    <message>
        <source>Search the table</source>
        <translation>在表中搜索</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>全部服务</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>Use in Chat</source>
        <translation>用于对话</translation>
    </message>
    <message>
        <source>Use {model} in Chat</source>
        <translation>在对话中使用{model}</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) ahead.</source>
        <translation>
            <numerusform>还有%n个日期。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is switched off when</source>
        <translation>什么时候停用什么</translation>
    </message>
    <message>
        <source>{count} You use one of them: **{model}**, until {date}.</source>
        <translation>{count}其中有你在用的**{model}**，用到{date}为止。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>能对话</translation>
    </message>
    <message>
        <source>Sees pictures</source>
        <translation>能看图</translation>
    </message>
    <message>
        <source>Makes pictures</source>
        <translation>能画图</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>能朗读</translation>
    </message>
    <message>
        <source>Listens</source>
        <translation>能听</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>文本向量</translation>
    </message>
    <message>
        <source>Answers today</source>
        <translation>目前可用</translation>
    </message>
    <message>
        <source>Reachable from mainland China</source>
        <translation>中国大陆可访问</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>gone {date} → {model}</source>
        <translation>{date}已停用 → {model}</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Afterwards: {model}</source>
        <translation>之后可用：{model}</translation>
    </message>
    <message>
        <source>gone {date}</source>
        <translation>{date}已停用</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>How many tokens it can keep in view: question and answer.</source>
        <translation>一次能看到多少词元，包括提问和回答。</translation>
    </message>
    <message>
        <source>Price of a million tokens that are sent.</source>
        <translation>发送一百万个词元的价格。</translation>
    </message>
    <message>
        <source>Price of a million tokens that are written.</source>
        <translation>生成一百万个词元的价格。</translation>
    </message>
    <message>
        <source>Price as of</source>
        <translation>价格日期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>用到{date}</translation>
    </message>
    <message>
        <source>In, {money} per M</source>
        <translation>输入，{money}/百万</translation>
    </message>
    <message>
        <source>Out, {money} per M</source>
        <translation>输出，{money}/百万</translation>
    </message>
    <message>
        <source>It fits into the memory, and the processor does the work.</source>
        <translation>内存放得下，由处理器运算。</translation>
    </message>
    <message>
        <source>Open models</source>
        <translation>开放模型</translation>
    </message>
    <message>
        <source>No</source>
        <comment>it does not fit</comment>
        <translation>不能</translation>
    </message>
    <message>
        <source>It fits into the graphics card and answers quickly.</source>
        <translation>显存放得下，回答较快。</translation>
    </message>
    <message>
        <source>Fits my computer</source>
        <translation>我的电脑能跑</translation>
    </message>
    <message>
        <source>For earning money</source>
        <translation>可以商用</translation>
    </message>
    <message>
        <source>Models of today</source>
        <translation>现在的模型</translation>
    </message>
    <message>
        <source>Models of the past</source>
        <translation>过去的模型</translation>
    </message>
    <message>
        <source>Measured by its makers.</source>
        <translation>由开发者测得。</translation>
    </message>
    <message>
        <source>With {bits} bits: {count} GB</source>
        <translation>{bits}位：{count} GB</translation>
    </message>
    <message>
        <source>It needs more memory.</source>
        <translation>需要更多内存。</translation>
    </message>
    <message>
        <source>Slowly, with {bits} bits</source>
        <translation>能跑但慢，{bits}位</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>What it needs while it answers, stored with 4 bits a number: small, and almost as good.</source>
        <translation>回答时需要的内存，按每个数值4位存储计算：占用小，效果几乎一样。</translation>
    </message>
    <message>
        <source>Fits my computer?</source>
        <translation>我的电脑能跑吗？</translation>
    </message>
    <message>
        <source>Reckoned from the memory read here. More bits a number are more exact.</source>
        <translation>按这台电脑上读到的内存估算。每个数值的位数越多越精确。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Earn money with it</source>
        <translation>能否商用</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yes, with {bits} bits</source>
        <translation>能，{bits}位</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>With conditions</source>
        <translation>有条件</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Model explorer</source>
        <translation>模型一览</translation>
    </message>
    <message>
        <source>Nothing is left. Search for something else, or take a mark away.</source>
        <translation>没有符合的条目。换个词搜索，或者去掉一个条件。</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>The same for what was sent shortly before: it costs less.</source>
        <translation>不久前刚发送过的相同内容，价格更低。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>每张图</translation>
    </message>
    <message>
        <source>Price of one picture, from the smallest to the best.</source>
        <translation>一张图片的价格，从最小到最好。</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>Price of a minute of sound.</source>
        <translation>一分钟声音的价格。</translation>
    </message>
    <message>
        <source>M letters</source>
        <translation>百万字符</translation>
    </message>
    <message>
        <source>Price of a million letters that are spoken.</source>
        <translation>朗读一百万个字符的价格。</translation>
    </message>
    <message>
        <source>A part of this could not be confirmed.</source>
        <translation>其中一部分未能确认。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>网络服务</translation>
    </message>
    <message>
        <source>On your computer</source>
        <translation>在你的电脑上</translation>
    </message>
    <message>
        <source>For servers</source>
        <translation>服务器用</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中国大陆</translation>
    </message>
    <message>
        <source>Whether people in mainland China can reach it.</source>
        <translation>在中国大陆能否访问。</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>In a sentence</source>
        <translation>一句话说明</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>form of a month</comment>
        <translation>M月</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>form of a month with its year</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>恢复原来的顺序</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Copy what is shown as CSV, for a spreadsheet</source>
        <translation>把显示的内容复制为CSV，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>{column}, smallest first</source>
        <translation>{column}，从小到大</translation>
    </message>
    <message>
        <source>{column}, largest first</source>
        <translation>{column}，从大到小</translation>
    </message>
    <message>
        <source>Catalogue of {date}</source>
        <translation>目录截至{date}</translation>
    </message>
    <message>
        <source>{column}, from A to Z</source>
        <translation>{column}，从A到Z</translation>
    </message>
    <message>
        <source>{column}, from Z to A</source>
        <translation>{column}，从Z到A</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Writes down speech</source>
        <translation>能转写</translation>
    </message>
    <message>
        <source>As of {date}.</source>
        <translation>截至{date}。</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
</context>
<context>
    <name>Faq</name>
    <message>
        <source>You came from {tab}. Everything there is as you left it.</source>
        <translation>你是从「{tab}」来的，那边的内容原样未动。</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Everything works offline</source>
        <translation>全部可以离线看</translation>
    </message>
    <message>
        <source>Search, or paste an error</source>
        <translation>搜索，或粘贴错误信息</translation>
    </message>
    <message>
        <source>Search the questions</source>
        <translation>搜索问题</translation>
    </message>
    <message>
        <source>Finds Chinese words too: try 额度</source>
        <translation>中英文都能搜：试试 quota</translation>
    </message>
    <message>
        <source>Back to {tab}</source>
        <translation>回到「{tab}」</translation>
    </message>
    <message>
        <source>{found} of {every} questions, best match first</source>
        <translation>共 {every} 个问题，找到 {found} 个，最贴近的在前</translation>
    </message>
    <message>
        <source>Nothing fits. Try another word.</source>
        <translation>没有找到，换个词试试。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>在本对话中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not found in this conversation</source>
        <translation>本对话中没有找到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Look for a picture in the gallery</source>
        <translation>在图库里找图片</translation>
    </message>
    <message>
        <source>Not a favourite any more</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Mark as a favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Use these settings again</source>
        <translation>再用这些设置</translation>
    </message>
    <message>
        <source>Edit a part</source>
        <translation>改一块</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Use as a reference</source>
        <translation>用作参考图</translation>
    </message>
    <message>
        <source>Send to chat</source>
        <translation>发到对话</translation>
    </message>
    <message>
        <source>Show as the result</source>
        <translation>在结果页显示</translation>
    </message>
    <message>
        <source>On the whole screen</source>
        <translation>全屏查看</translation>
    </message>
    <message>
        <source>About the picture</source>
        <translation>图片详情</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>对比这两张</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>图集</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>全部图片</translation>
    </message>
    <message>
        <source>Zoom or move one, and the other follows.</source>
        <translation>缩放或移动其中一张，另一张会跟着变。</translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation>{title}：{text}</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n秒</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <comment>date and time</comment>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>gptdesk, for practice</source>
        <translation>gptdesk（练习用）</translation>
    </message>
    <message>
        <source>{model} at {service}</source>
        <translation>{service}的{model}</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>绘制者</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求尺寸</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Made from a description</source>
        <translation>按描述生成</translation>
    </message>
    <message>
        <source>Edited from another picture</source>
        <translation>修改自另一张图片</translation>
    </message>
    <message>
        <source>Varied from another picture</source>
        <translation>另一张图片的变体</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{picture}. {work}, {day}, generation {number}</source>
        <translation>{picture}。{work}，{day}，第{number}代</translation>
    </message>
    <message>
        <source>{work} · {day}</source>
        <translation>{work} · {day}</translation>
    </message>
    <message>
        <source>This picture: {picture}. {work}, {day}</source>
        <translation>当前图片：{picture}。{work}，{day}</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Copy the prompt as the service read it</source>
        <translation>复制服务理解的提示词</translation>
    </message>
    <message>
        <source>Choose a picture to see how it was made and what it cost.</source>
        <translation>选一张图片，看看它是怎么生成的、花了多少钱。</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>As the service read it</source>
        <translation>服务理解的提示词</translation>
    </message>
    <message>
        <source>Where it comes from, what came of it</source>
        <translation>来源与衍生</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示全文</translation>
    </message>
    <message>
        <source>Search descriptions</source>
        <translation>搜索描述</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Collection: {name}</source>
        <translation>图集：{name}</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>新建图集…</translation>
    </message>
    <message>
        <source>Remove “{name}”, keep its pictures</source>
        <translation>移除“{name}”，保留其中的图片</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name}（{count}）</translation>
    </message>
    <message>
        <source>Rename “{name}”…</source>
        <translation>重命名“{name}”…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who drew it</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Practice drawings</source>
        <translation>练习图</translation>
    </message>
    <message>
        <source>Made new</source>
        <translation>新生成</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>By a model</source>
        <translation>模型绘制</translation>
    </message>
    <message>
        <source>Practice, drawn by gptdesk</source>
        <translation>练习图，由gptdesk绘制</translation>
    </message>
    <message>
        <source>Your own files</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近7天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近30天</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近12个月</translation>
    </message>
    <message>
        <source>Name of the new collection</source>
        <translation>新图集的名称</translation>
    </message>
    <message>
        <source>New name of the collection</source>
        <translation>图集的新名称</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n picture(s)</source>
        <translation>
            <numerusform>已删除%n张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) put into “{name}”</source>
        <translation>
            <numerusform>已把%n张图片放入“{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken out of “{name}”</source>
        <translation>
            <numerusform>已从“{name}”移出%n张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed the collection “{name}”</source>
        <translation>已移除图集“{name}”</translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation>已删除“{title}”</translation>
    </message>
    <message>
        <source>In the folder it is called {name}.</source>
        <translation>它在文件夹里的名字是{name}。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n picture(s)</source>
        <translation>
            <numerusform>已复制%n张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Each as it is</source>
        <translation>保持各自的格式</translation>
    </message>
    <message>
        <source>Store prompt and settings in saved files</source>
        <translation>在保存的文件里写入提示词和设置</translation>
    </message>
    <message>
        <source>Whoever gets the file can read how it was described. PNG, JPEG and WebP keep it; AVIF, GIF and SVG do not.</source>
        <translation>拿到文件的人可以看到它的描述。PNG、JPEG和WebP能保存这些信息，AVIF、GIF和SVG不能。</translation>
    </message>
    <message>
        <source>All as {kind}</source>
        <translation>全部存为{kind}</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures</source>
        <translation>选择保存图片的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n picture(s)</source>
        <translation>
            <numerusform>已保存%n张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture is still in the gallery, nothing was overwritten.</source>
        <translation>图片仍在图库里，没有覆盖任何文件。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Saving: {done} of {total}</source>
        <translation>正在保存：第{done}张，共{total}张</translation>
    </message>
    <message>
        <source>It is here: {path}</source>
        <translation>位置：{path}</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>换个位置</translation>
    </message>
    <message>
        <source>They are here: {path}</source>
        <translation>位置：{path}</translation>
    </message>
    <message>
        <source>{done} of {total} were saved as a whole; the others are still in the gallery, nothing was overwritten.</source>
        <translation>{total}张中有{done}张已完整保存，其余仍在图库里，没有覆盖任何文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选%n张</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose only one again</source>
        <translation>只选一张</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>显示全部图片</translation>
    </message>
    <message>
        <source>The words are looked for in the descriptions. Try fewer words or fewer filters.</source>
        <translation>会在图片的描述里查找这些词。请试试减少关键词或筛选条件。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Arrow keys walk, Shift and Ctrl choose more, Enter opens, F marks a favourite, Delete removes.</source>
        <translation>方向键移动，按住Shift或Ctrl多选，回车打开，F收藏，Delete删除。</translation>
    </message>
    <message>
        <source>Every picture that you make is kept here with its description, settings and cost, so that you can find it, use it again, and see what came of it.</source>
        <translation>生成的每张图片都会连同描述、设置和费用保存在这里，方便以后查找、再次使用，也能看到由它衍生的图片。</translation>
    </message>
    <message>
        <source>Choose pictures on the wall, press the right mouse button, and put them into it under “Collections”.</source>
        <translation>在图库里选中图片，点右键，在“图集”里把它们放进来。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到图片</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>还没有图片</translation>
    </message>
    <message>
        <source>Make a picture</source>
        <translation>生成一张图片</translation>
    </message>
    <message>
        <source>Nothing in this collection yet</source>
        <translation>这个图集还是空的</translation>
    </message>
    <message>
        <source>{picture}. {marks}</source>
        <translation>{picture}。{marks}</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Unfinished: it was stopped on the way</source>
        <translation>未完成：中途停止了</translation>
    </message>
    <message>
        <source>Drawn by gptdesk, not by a model</source>
        <translation>由gptdesk绘制，不是模型画的</translation>
    </message>
    <message>
        <source>A file of yours</source>
        <translation>你的文件</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) found</source>
        <translation>
            <numerusform>找到%n张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture of {day}</source>
        <translation>{day}的图片</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>已收藏</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>For the curious: {title}</source>
        <translation>想多知道一点：{title}</translation>
    </message>
    <message>
        <source>For the curious</source>
        <translation>想多知道一点</translation>
    </message>
    <message>
        <source>Previous: {title}</source>
        <translation>上一篇：{title}</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>下一篇：{title}</translation>
    </message>
    <message>
        <source>The day on which the facts of this page were checked</source>
        <translation>这一页的内容是在这一天核对的</translation>
    </message>
    <message>
        <source>Checked {day}</source>
        <translation>核对于 {day}</translation>
    </message>
    <message>
        <source>Print this page…</source>
        <translation>打印这一页…</translation>
    </message>
    <message>
        <source>Save this page as PDF…</source>
        <translation>把这一页存成 PDF…</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Read this page in Chinese</source>
        <translation>用中文读这一页</translation>
    </message>
    <message>
        <source>Print or save this page</source>
        <translation>打印或保存这一页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>**That is it.** {why}</source>
        <translation>**答对了。**{why}</translation>
    </message>
    <message>
        <source>**Not quite.** {why}</source>
        <translation>**不太对。**{why}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>不正确</translation>
    </message>
    <message>
        <source>The page could not be saved</source>
        <translation>这一页没有存成</translation>
    </message>
    <message>
        <source>Nothing can be written to that place. Choose another one.</source>
        <translation>那个位置无法写入，请换一个位置。</translation>
    </message>
    <message>
        <source>Read this page in English</source>
        <translation>用英文读这一页</translation>
    </message>
    <message>
        <source>The page is saved.</source>
        <translation>这一页已保存。</translation>
    </message>
    <message>
        <source>Related:</source>
        <translation>相关：</translation>
    </message>
    <message>
        <source>More about this word</source>
        <translation>这个词的更多解释</translation>
    </message>
    <message>
        <source>It is filled in. If you would rather not, take it back.</source>
        <translation>已经填好了。不想要就撤销。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Try it: {what}</source>
        <translation>试一试：{what}</translation>
    </message>
</context>
<context>
    <name>Images</name>
    <message>
        <source>Improve</source>
        <translation>润色</translation>
    </message>
    <message>
        <source>Prompt</source>
        <comment>description of a picture</comment>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Describe the picture: what, where, which light, which style</source>
        <translation>描述画面：有什么、在哪里、什么光线、什么风格</translation>
    </message>
    <message>
        <source>{count} of {most} characters</source>
        <translation>{count}/{most}个字符</translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation>灵感</translation>
    </message>
    <message>
        <source>Ideas to start from</source>
        <translation>可以参考的灵感</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Ways of drawing with an example of each</source>
        <translation>各种画法，每种附一个小例子</translation>
    </message>
    <message>
        <source>A chat model words the description more clearly; you decide.</source>
        <translation>由对话模型把描述写得更清楚，用不用由你决定。</translation>
    </message>
    <message>
        <source>What is to change</source>
        <translation>要改成什么</translation>
    </message>
    <message>
        <source>For example: put an orange checked cushion on the sofa</source>
        <translation>例如：在沙发上放一个橙色格子靠垫</translation>
    </message>
    <message>
        <source>What may differ (optional)</source>
        <translation>可以有哪些不同（可选）</translation>
    </message>
    <message>
        <source>For example: the same in winter</source>
        <translation>例如：同一场景的冬天</translation>
    </message>
    <message>
        <source>Improve · {price}</source>
        <translation>润色 · {price}</translation>
    </message>
    <message>
        <source>A clearer description</source>
        <translation>更清楚的描述</translation>
    </message>
    <message>
        <source>Green is new; what is struck through would go.</source>
        <translation>绿色是新加的，划掉的会删去。</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message numerus="yes">
        <source>This model takes %n picture(s); the rest is left out.</source>
        <translation>
            <numerusform>这个模型最多接受%n张图片，多余的不会发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>drop, paste or choose, at most %n</source>
        <translation>
            <numerusform>拖入、粘贴或选择，最多%n张</numerusform>
        </translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>你的图片</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Add a picture, or drop one anywhere here</source>
        <translation>添加图片，也可以拖到这里任何地方</translation>
    </message>
    <message>
        <source>Picture {name}. Press Delete to take it away.</source>
        <translation>图片{name}。按Delete键移除。</translation>
    </message>
    <message>
        <source>This model takes only square pictures.</source>
        <translation>这个模型只接受正方形图片。</translation>
    </message>
    <message>
        <source>Crop it to a square</source>
        <translation>裁成正方形</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Generate the picture</source>
        <translation>生成图片</translation>
    </message>
    <message>
        <source>Stop making pictures</source>
        <translation>停止生成图片</translation>
    </message>
    <message>
        <source>Start a picture with an idea</source>
        <translation>用一个灵感开始画图</translation>
    </message>
    <message>
        <source>Choose a model for pictures</source>
        <translation>选择图片模型</translation>
    </message>
    <message>
        <source>Edit a picture</source>
        <translation>修改图片</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{action} {count}</source>
        <translation>{action}{count}张</translation>
    </message>
    <message>
        <source>Stop, keep what came</source>
        <translation>停止，保留已有的结果</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Worked out from size, quality, number and your pictures, and from what recent pictures of this model cost. What was really used stands below each picture.</source>
        <translation>根据尺寸、质量、张数、你的图片以及该模型最近的实际费用估算。真正用掉的金额显示在每张图片下方。</translation>
    </message>
    <message>
        <source>Redraw this part</source>
        <translation>重画这一块</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>On the whole screen</source>
        <translation>全屏查看</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Not a favourite any more</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Mark as a favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Prompt and settings</source>
        <translation>提示词与设置</translation>
    </message>
    <message>
        <source>Edit a part</source>
        <translation>改一块</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Nothing is painted: the whole picture may change.</source>
        <translation>还没有涂抹：整张图都可能改变。</translation>
    </message>
    <message>
        <source>Brush over what is to change (a mask); the rest stays.</source>
        <translation>涂抹要改的地方（即遮罩），其余保持不变。</translation>
    </message>
    <message>
        <source>Take the painted area away</source>
        <translation>清除涂抹</translation>
    </message>
    <message>
        <source>The painted area of the last time is kept</source>
        <translation>上次涂抹的区域还在</translation>
    </message>
    <message>
        <source>The original is kept, to be compared at any time</source>
        <translation>原图会留着，随时可以对比</translation>
    </message>
    <message>
        <source>Paint on</source>
        <translation>继续涂抹</translation>
    </message>
    <message>
        <source>Paint a part</source>
        <translation>涂抹局部</translation>
    </message>
    <message>
        <source>{percent} % is painted</source>
        <translation>已涂{percent}%</translation>
    </message>
    <message>
        <source>As large as the picture: {size}</source>
        <translation>遮罩和原图一样大：{size}</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>This size fits.</source>
        <translation>这个尺寸可用。</translation>
    </message>
    <message>
        <source>It fits, but the service calls so large a size experimental.</source>
        <translation>可用，但服务方称这么大的尺寸仍在试验阶段。</translation>
    </message>
    <message>
        <source>Two numbers are needed.</source>
        <translation>需要填两个数字。</translation>
    </message>
    <message>
        <source>This model does not offer that size.</source>
        <translation>这个模型没有这个尺寸。</translation>
    </message>
    <message>
        <source>Each side must be a multiple of {step} pixels.</source>
        <translation>每边必须是{step}像素的倍数。</translation>
    </message>
    <message>
        <source>No side may be longer than {edge} pixels.</source>
        <translation>每边不能超过{edge}像素。</translation>
    </message>
    <message>
        <source>The long side may be at most {ratio} times the short one.</source>
        <translation>长边最多是短边的{ratio}倍。</translation>
    </message>
    <message>
        <source>That is too small for this model.</source>
        <translation>对这个模型来说太小了。</translation>
    </message>
    <message>
        <source>That is too large for this model.</source>
        <translation>对这个模型来说太大了。</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>×</source>
        <comment>between width and height</comment>
        <translation>×</translation>
    </message>
    <message>
        <source>Swap width and height</source>
        <translation>交换宽高</translation>
    </message>
    <message>
        <source>Take {size}</source>
        <translation>改用{size}</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>another size</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Store the prompt in saved files</source>
        <translation>把提示词写进保存的文件</translation>
    </message>
    <message>
        <source>Whoever gets the file can read how it was described.</source>
        <translation>拿到文件的人能看到它的描述。</translation>
    </message>
    <message>
        <source>Use as a reference</source>
        <translation>用作参考图</translation>
    </message>
    <message>
        <source>Use these settings again</source>
        <translation>再用这些设置</translation>
    </message>
    <message>
        <source>Send to chat</source>
        <translation>发到对话</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation>已删除“{title}”</translation>
    </message>
    <message>
        <source>Practice drawings</source>
        <translation>练习图</translation>
    </message>
    <message>
        <source>Looking for models that draw…</source>
        <translation>正在查找能画图的模型…</translation>
    </message>
    <message>
        <source>Its service planned to end it on {day}.</source>
        <translation>服务方原定于{day}停用它。</translation>
    </message>
    <message>
        <source>Answers until {day}; then its service ends it.</source>
        <translation>可用到{day}，之后服务方将停用它。</translation>
    </message>
    <message>
        <source>No model that makes pictures</source>
        <translation>没有能生成图片的模型</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>Drawn by gptdesk itself, not by a model. Free.</source>
        <translation>由gptdesk自己绘制，不是模型画的。免费。</translation>
    </message>
    <message>
        <source>{state} · {seconds} s</source>
        <translation>{state} · {seconds}秒</translation>
    </message>
    <message>
        <source>Forming…</source>
        <translation>正在成形…</translation>
    </message>
    <message>
        <source>{number} of {count} are there</source>
        <translation>已有{number}/{count}张</translation>
    </message>
    <message>
        <source>Forming, {number} of {count}</source>
        <translation>正在成形，{number}/{count}</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message numerus="yes">
        <source>%n before it</source>
        <comment>jobs in a queue</comment>
        <translation>
            <numerusform>前面还有%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>This may pass your limit for the month</source>
        <translation>这可能超出本月上限</translation>
    </message>
    <message>
        <source>{spent} of {limit} are spent. **Nothing is made yet.**</source>
        <translation>已花{spent}，上限{limit}。**还没有开始生成。**</translation>
    </message>
    <message>
        <source>This month&apos;s limit is reached</source>
        <translation>已达到本月上限</translation>
    </message>
    <message>
        <source>Make it anyway</source>
        <translation>仍然生成</translation>
    </message>
    <message>
        <source>Change the limit</source>
        <translation>修改上限</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>The size does not fit yet.</source>
        <translation>尺寸还不合要求。</translation>
    </message>
    <message>
        <source>Add a picture first; then a part of it can be painted.</source>
        <translation>请先添加图片，然后可以涂抹其中一块。</translation>
    </message>
    <message>
        <source>Describe the picture first.</source>
        <translation>请先描述画面。</translation>
    </message>
    <message>
        <source>The description is longer than this model reads.</source>
        <translation>描述超出了这个模型能读的长度。</translation>
    </message>
    <message>
        <source>Add the picture that is to be changed.</source>
        <translation>请添加要修改的图片。</translation>
    </message>
    <message numerus="yes">
        <source>This model takes %n picture(s) at once.</source>
        <translation>
            <numerusform>这个模型一次最多接受%n张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>This model needs a square picture. Crop it.</source>
        <translation>这个模型需要正方形图片，请先裁剪。</translation>
    </message>
    <message>
        <source>Take the painted area away: it cannot be sent with this.</source>
        <translation>请清除涂抹：这种情况下不能一起发送。</translation>
    </message>
    <message>
        <source>Paint again: the picture has another size now.</source>
        <translation>请重新涂抹：图片尺寸已改变。</translation>
    </message>
    <message>
        <source>Take the drawn marks away: this model does not read them.</source>
        <translation>请清除标注：这个模型不读标注。</translation>
    </message>
    <message>
        <source>Draw the marks again: the size has changed.</source>
        <translation>请重新标注：尺寸已改变。</translation>
    </message>
    <message>
        <source>Say what is to change.</source>
        <translation>请写明要改什么。</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>返回结果</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Add a service for real pictures</source>
        <translation>添加能画真图的服务</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>改用{model}</translation>
    </message>
    <message>
        <source>Price of {date}</source>
        <translation>价格核对于{date}</translation>
    </message>
    <message>
        <source>Roughly, price of {date}</source>
        <translation>大致估算，价格核对于{date}</translation>
    </message>
    <message>
        <source>Free, drawn on this computer</source>
        <translation>免费，在本机绘制</translation>
    </message>
    <message>
        <source>The price of this model is not known</source>
        <translation>这个模型的价格未知</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>“{word}”</translation>
    </message>
    <message>
        <source>Such rules look at words, and sometimes stop what was meant well. These may be worth saying differently: {words}. **{kept}**</source>
        <translation>这类规则只看字面，有时会拦下本无恶意的内容。下面这些词可以换个说法：{words}。**{kept}**</translation>
    </message>
    <message>
        <source>Such rules look at words and pictures, and sometimes stop what was meant well. Describing the scene differently often helps. **{kept}**</source>
        <translation>这类规则检查文字和图片，有时会拦下本无恶意的内容。换一种方式描述场景往往就行。**{kept}**</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message numerus="yes">
        <source>%n finished picture(s) wait here and are not paid for again.</source>
        <translation>
            <numerusform>已完成的%n张图片还在这里，不会再次收费。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your description is kept.</source>
        <translation>你的描述还在。</translation>
    </message>
    <message>
        <source>The app was closed while it was being made. **{kept}**</source>
        <translation>生成过程中应用被关闭了。**{kept}**</translation>
    </message>
    <message>
        <source>What was made is kept, and so is your description.</source>
        <translation>已生成的图片和你的描述都还在。</translation>
    </message>
    <message>
        <source>Your description, pictures and painted area are kept.</source>
        <translation>你的描述、图片和涂抹区域都还在。</translation>
    </message>
    <message>
        <source>Your description and pictures are kept.</source>
        <translation>你的描述和图片都还在。</translation>
    </message>
    <message>
        <source>Its reason was not kept. Trying again shows it. **{kept}**</source>
        <translation>当时的原因没有保存，重试就能看到。**{kept}**</translation>
    </message>
    <message>
        <source>The service&apos;s safety rules stopped this picture</source>
        <translation>服务的安全规则拦下了这张图片</translation>
    </message>
    <message>
        <source>This picture was not finished</source>
        <translation>这张图片没有完成</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>No service here makes pictures yet</source>
        <translation>还没有能生成图片的服务</translation>
    </message>
    <message>
        <source>For real pictures, gptdesk needs a connection to a service that makes them, with a key. The link under the model leads there; practising needs nothing.</source>
        <translation>要生成真正的图片，gptdesk需要连接一个提供该功能的服务，并填写密钥。模型下方的链接可以带你去设置；练习则什么都不需要。</translation>
    </message>
    <message>
        <source>The service did not take “{name}”; it went without it.</source>
        <translation>服务不接受“{name}”，已去掉它继续。</translation>
    </message>
    <message numerus="yes">
        <source>It is tried again in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is here: {path}</source>
        <translation>位置：{path}</translation>
    </message>
    <message>
        <source>Change the words</source>
        <translation>修改文字</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>换一个模型</translation>
    </message>
    <message>
        <source>Drop pictures here to change them or to use them as examples</source>
        <translation>把图片拖到这里，用来修改或作为参考</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Unfinished picture</source>
        <translation>未完成的图片</translation>
    </message>
    <message>
        <source>actual cost **{amount}**</source>
        <translation>实际费用**{amount}**</translation>
    </message>
    <message>
        <source>The service read it as: {prompt}</source>
        <translation>服务理解为：{prompt}</translation>
    </message>
    <message>
        <source>Enter shows it on the whole screen.</source>
        <translation>按回车键全屏查看。</translation>
    </message>
    <message>
        <source>A moving picture. Press Space or click to play it.</source>
        <translation>动图。按空格键或点击播放。</translation>
    </message>
    <message>
        <source>A moving picture. Press Space or click to stop it.</source>
        <translation>动图。按空格键或点击停止。</translation>
    </message>
    <message>
        <source>Say what is to be seen, and look at the price before you press. Each picture is kept with its description and settings.</source>
        <translation>写下想看到的画面，按下之前先看价格。每张图片都会连同描述和设置一起保存。</translation>
    </message>
    <message>
        <source>Without a picture service gptdesk draws simple practice pictures itself, for nothing: sizes, masks and editing work as they do later with a real model.</source>
        <translation>没有图片服务时，gptdesk会自己画简单的练习图，不收费：尺寸、遮罩和修改的用法都与真正的模型一样。</translation>
    </message>
    <message>
        <source>Describe a picture</source>
        <translation>描述一幅画面</translation>
    </message>
    <message>
        <source>Start with an idea</source>
        <translation>用一个灵感开始</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Newest pictures</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <source>{pictures} · {cost}</source>
        <translation>{pictures} · {cost}</translation>
    </message>
    <message>
        <source>Change “{option}” to {value}</source>
        <translation>把“{option}”改为{value}</translation>
    </message>
    <message>
        <source>Picture: {prompt}</source>
        <translation>图片：{prompt}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Safety filter</source>
        <translation>安全过滤</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>画面倾向</translation>
    </message>
    <message>
        <source>Closeness to your pictures</source>
        <translation>与原图的相似度</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>复杂度</translation>
    </message>
    <message>
        <source>Previews while it forms</source>
        <translation>成形过程预览</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Time for each frame (ms)</source>
        <translation>每帧时长（毫秒）</translation>
    </message>
    <message>
        <source>More quality takes longer and costs more. Try ideas in low quality first.</source>
        <translation>质量越高越慢也越贵，建议先用低质量试想法。</translation>
    </message>
    <message>
        <source>Transparent pictures can be laid over others, for logos and stickers.</source>
        <translation>透明图片可以叠在别的画面上，适合标志和贴纸。</translation>
    </message>
    <message>
        <source>PNG keeps every detail, JPEG and WebP make small files. SVG is made of shapes and can be enlarged without limit, GIF moves.</source>
        <translation>PNG保留全部细节，JPEG和WebP文件小。SVG由图形组成，可无限放大；GIF会动。</translation>
    </message>
    <message>
        <source>How much of the detail a JPEG or WebP file keeps: less makes it smaller.</source>
        <translation>JPEG或WebP保留多少细节：数值越小文件越小。</translation>
    </message>
    <message>
        <source>How strictly the service checks what is asked for before it draws it.</source>
        <translation>服务在绘制前检查内容的严格程度。</translation>
    </message>
    <message>
        <source>Vivid exaggerates and glows, natural looks more like a photo.</source>
        <translation>鲜明更夸张亮丽，自然更像照片。</translation>
    </message>
    <message>
        <source>How closely faces, logos and other details of your pictures are kept (input fidelity). High costs more.</source>
        <translation>在多大程度上保留你图片中的人脸、标志等细节（输入保真度）。高档更贵。</translation>
    </message>
    <message>
        <source>How much a drawing made of shapes may hold. Less is clearer and cheaper.</source>
        <translation>图形画面可以有多复杂。越少越清晰也越便宜。</translation>
    </message>
    <message>
        <source>Unfinished pictures that are shown on the way. Each costs a little.</source>
        <translation>生成过程中显示的未完成画面，每张会多花一点费用。</translation>
    </message>
    <message>
        <source>How many single pictures a moving picture has.</source>
        <translation>动图由多少张画面组成。</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>很高</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>HD</source>
        <translation>高清</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>实色</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>鲜明</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>自然</translation>
    </message>
    <message>
        <source>Less strict</source>
        <translation>较宽松</translation>
    </message>
    <message>
        <source>This file type</source>
        <translation>这种文件</translation>
    </message>
    <message>
        <source>{model} does not offer this.</source>
        <translation>{model}不支持。</translation>
    </message>
    <message>
        <source>This service has no such thing.</source>
        <translation>这个服务没有此功能。</translation>
    </message>
    <message>
        <source>Not for this kind of work.</source>
        <translation>这种方式不适用。</translation>
    </message>
    <message>
        <source>{kind} cannot store transparency.</source>
        <translation>{kind}不能保存透明。</translation>
    </message>
    <message>
        <source>{kind} is not compressed this way.</source>
        <translation>{kind}不用这种压缩。</translation>
    </message>
    <message>
        <source>{kind} comes one at a time.</source>
        <translation>{kind}一次只能生成一张。</translation>
    </message>
    <message>
        <source>Only moving pictures have this.</source>
        <translation>只有动图才有。</translation>
    </message>
    <message>
        <source>Not with moving pictures.</source>
        <translation>动图不支持。</translation>
    </message>
    <message>
        <source>{kind} cannot be watched while it forms.</source>
        <translation>{kind}不能在成形过程中预览。</translation>
    </message>
    <message>
        <source>Only a single picture can be watched.</source>
        <translation>只有单张生成时才能预览。</translation>
    </message>
    <message>
        <source>Not together with a painted area.</source>
        <translation>不能与涂抹同时使用。</translation>
    </message>
    <message>
        <source>Not together with drawn marks.</source>
        <translation>不能与标注同时使用。</translation>
    </message>
    <message>
        <source>The service refused this before.</source>
        <translation>服务之前拒绝过。</translation>
    </message>
    <message>
        <source>Change file type to {value}</source>
        <translation>把文件类型改为{value}</translation>
    </message>
    <message>
        <source>Change background to {value}</source>
        <translation>把背景改为{value}</translation>
    </message>
    <message>
        <source>Make {value} at a time</source>
        <translation>一次生成{value}张</translation>
    </message>
    <message>
        <source>Show {value} previews</source>
        <translation>显示{value}张预览</translation>
    </message>
    <message>
        <source>Still on trial at this service.</source>
        <translation>在这个服务中仍属试用。</translation>
    </message>
    <message>
        <source>The service must allow it for your account first.</source>
        <translation>需要服务方先为你的账号开通。</translation>
    </message>
    <message>
        <source>Not known of this model: it may be refused.</source>
        <translation>不确定这个模型是否支持，可能会被拒绝。</translation>
    </message>
    <message>
        <source>This service has no variations of its own: your picture is edited with the wish for another version.</source>
        <translation>这个服务没有单独的变体功能：会以“再来一个版本”的要求修改你的图片。</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>{choice}: {reason}</source>
        <translation>{choice}：{reason}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新图</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Practice, drawn by gptdesk</source>
        <translation>练习，由gptdesk绘制</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Picture without a description</source>
        <translation>没有描述的图片</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number}秒</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>试验台</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>读了一部分</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>还没读</translation>
    </message>
    <message>
        <source>{read} of {every} lessons read</source>
        <translation>学完 {read} 课，共 {every} 课</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Everything works offline</source>
        <translation>全部可以离线看</translation>
    </message>
    <message>
        <source>Search the lessons</source>
        <translation>搜索课程，中英文都行</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s), best match first</source>
        <translation>
            <numerusform>找到 %n 页，最贴近的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits. Try another word.</source>
        <translation>没有找到，换个词试试。</translation>
    </message>
    <message>
        <source>{minutes} · {goal}</source>
        <translation>{minutes} · {goal}</translation>
    </message>
    <message>
        <source>Lesson {number}</source>
        <translation>第 {number} 课</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Loudness of the microphone</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>Speak as you will speak: the bar should move in its upper half and not reach the end.</source>
        <translation>照平时的音量说话：音量条应在后半段跳动，不要顶到头。</translation>
    </message>
</context>
<context>
    <name>ModelAbilities</name>
    <message>
        <source>What {name} can do</source>
        <translation>{name}能做什么</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count}个词元</translation>
    </message>
    <message>
        <source>Back to the models</source>
        <translation>返回模型列表</translation>
    </message>
    <message>
        <source>What you enter here wins over the catalogue, for this model at this connection. Empty fields leave it as known.</source>
        <translation>在这里填写的内容优先于模型目录，只对当前连接的这个模型有效。留空则沿用已知信息。</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Take back all changes</source>
        <translation>撤销全部改动</translation>
    </message>
    <message>
        <source>As known: yes</source>
        <translation>按已知信息：能</translation>
    </message>
    <message>
        <source>As known: no</source>
        <translation>按已知信息：不能</translation>
    </message>
    <message>
        <source>Looks at pictures</source>
        <translation>能看图片</translation>
    </message>
    <message>
        <source>Whether pictures can be sent along.</source>
        <translation>是否可以随消息发送图片。</translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation>一次可读</translation>
    </message>
    <message>
        <source>The context: how many tokens of conversation fit in. A token is a piece of a word; 1,000 tokens are about 750 English words.</source>
        <translation>即上下文长度：对话最多容纳多少词元。词元是词的片段，一个汉字大约是一个词元。</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长回答</translation>
    </message>
    <message>
        <source>How many tokens it can write in one answer.</source>
        <translation>一次回答最多能写多少词元。</translation>
    </message>
    <message>
        <source>Name of that limit</source>
        <translation>长度限制的参数名</translation>
    </message>
    <message>
        <source>Services call the limit of an answer by one of two names and may refuse the other one.</source>
        <translation>各服务对回答长度限制的叫法有两种，可能会拒绝另一种。</translation>
    </message>
    <message>
        <source>Efforts</source>
        <translation>思考档位</translation>
    </message>
    <message>
        <source>How long a reasoning model may think: the words it knows, such as low, medium, high.</source>
        <translation>推理模型可以思考多久：填写它认得的档位，例如low、medium、high。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>能</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不能</translation>
    </message>
    <message>
        <source>As known</source>
        <translation>按已知信息</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Use {successor} instead</source>
        <translation>改用{successor}</translation>
    </message>
    <message>
        <source>Search models, or type any name</source>
        <translation>搜索模型，或输入任意名称</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Models by group</source>
        <translation>分组的模型</translation>
    </message>
    <message>
        <source>Set up connections…</source>
        <translation>设置连接…</translation>
    </message>
    <message>
        <source>What this model can do…</source>
        <translation>这个模型能做什么…</translation>
    </message>
    <message>
        <source>Correct what gptdesk knows of the model, for example that it looks at pictures.</source>
        <translation>更正gptdesk对该模型的了解，例如它能看图片。</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Switched off soon, or gone</source>
        <translation>即将停用或已停用</translation>
    </message>
    <message>
        <source>{connection} · {line}</source>
        <translation>{connection} · {line}</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>{what} As of {date}.</source>
        <translation>{what}截至{date}。</translation>
    </message>
    <message>
        <source>{said} Its successor is {successor}.</source>
        <translation>{said}替代模型是{successor}。</translation>
    </message>
    <message>
        <source>Nothing more is known of it; it can be tried</source>
        <translation>没有更多信息，可以试用</translation>
    </message>
    <message>
        <source>Reads up to {count} tokens</source>
        <translation>最多可读{count}个词元</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>It runs on this computer and costs nothing.</source>
        <translation>在本机运行，不产生费用。</translation>
    </message>
    <message>
        <source>A server on this computer answers; it tells no price.</source>
        <translation>由本机上的服务器回答，没有价格信息。</translation>
    </message>
    <message>
        <source>The catalogue has no price for this model.</source>
        <translation>模型目录里没有这个模型的价格。</translation>
    </message>
    <message>
        <source>US dollars for a million tokens, about 750,000 English words: what you send (in), and what the model writes (out).</source>
        <translation>每百万词元的美元价格（约合一百万个汉字）：发送的内容（输入）和模型写出的内容（输出）。</translation>
    </message>
    <message>
        <source>In US dollars.</source>
        <translation>以美元计。</translation>
    </message>
    <message>
        <source>Switched off by the service on {date}.</source>
        <translation>服务方已于{date}停用。</translation>
    </message>
    <message>
        <source>The service switches it off on {date}.</source>
        <translation>服务方将于{date}停用。</translation>
    </message>
    <message>
        <source>{input} in · {output} out</source>
        <translation>输入{input} · 输出{output}</translation>
    </message>
    <message>
        <source>{price} per million characters</source>
        <translation>每百万字符{price}</translation>
    </message>
    <message>
        <source>Looks at pictures</source>
        <translation>能看图片</translation>
    </message>
    <message>
        <source>Listens to sound</source>
        <translation>能听声音</translation>
    </message>
    <message>
        <source>Reads files such as PDF</source>
        <translation>能读PDF等文件</translation>
    </message>
    <message>
        <source>Makes pictures</source>
        <translation>能生成图片</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>能说话</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>用到{date}</translation>
    </message>
    <message>
        <source>Changed by you.</source>
        <translation>你更改过。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Use “{name}”</source>
        <translation>使用“{name}”</translation>
    </message>
    <message>
        <source>gone {date}</source>
        <translation>已于{date}停用</translation>
    </message>
    <message>
        <source>{input} in</source>
        <translation>输入{input}</translation>
    </message>
    <message>
        <source>{price} a minute</source>
        <translation>每分钟{price}</translation>
    </message>
    <message>
        <source>from {price} a picture</source>
        <translation>每张图片{price}起</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Free</source>
        <comment>price on the button</comment>
        <translation>免费</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>price</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>&lt; {amount}</source>
        <comment>less than an amount of money</comment>
        <translation>&lt; {amount}</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>Tokens read: {count}</source>
        <translation>读取词元：{count}</translation>
    </message>
    <message>
        <source>of these from the service&apos;s memory (cached): {count}</source>
        <translation>其中来自服务的缓存：{count}</translation>
    </message>
    <message>
        <source>Tokens written: {count}</source>
        <translation>写出词元：{count}</translation>
    </message>
    <message>
        <source>of these for thinking (reasoning): {count}</source>
        <translation>其中用于思考（推理）：{count}</translation>
    </message>
</context>
<context>
    <name>NewChat</name>
    <message>
        <source>Explain to me what a token is</source>
        <translation>给我讲讲什么是词元</translation>
    </message>
    <message>
        <source>Write a polite reminder to a colleague</source>
        <translation>给同事写一封客气的提醒</translation>
    </message>
    <message>
        <source>Plan a simple dinner for four</source>
        <translation>安排一顿四个人的家常晚饭</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>想聊点什么？</translation>
    </message>
    <message>
        <source>Write below, or begin with one of these:</source>
        <translation>写在下面，或者从这几句开始：</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Why does this happen?</source>
        <translation>为什么会这样？</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Learn: {title}</source>
        <translation>学习：{title}</translation>
    </message>
    <message>
        <source>FAQ: {title}</source>
        <translation>问答：{title}</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>切换到浅色</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>切换到深色</translation>
    </message>
    <message>
        <source>Use high contrast</source>
        <translation>切换到高对比度</translation>
    </message>
    <message>
        <source>Follow the system&apos;s theme</source>
        <translation>外观跟随系统</translation>
    </message>
    <message>
        <source>now {percent} %</source>
        <translation>现在 {percent} %</translation>
    </message>
    <message>
        <source>Make all text larger</source>
        <translation>放大所有文字</translation>
    </message>
    <message>
        <source>Make all text smaller</source>
        <translation>缩小所有文字</translation>
    </message>
    <message>
        <source>Reset the text size</source>
        <translation>恢复默认字号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Use the language {name}</source>
        <translation>界面语言改为 {name}</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters, Chinese or English.</source>
        <translation>没有匹配的结果，少输几个字试试，中英文都行。</translation>
    </message>
    <message>
        <source>中文也能搜</source>
        <translation>英文也能搜</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找一切</translation>
    </message>
    <message>
        <source>Go to a page, do something, or find a chat</source>
        <translation>打开页面、执行操作，或查找对话</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>actions only</source>
        <translation>只看操作</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Learn and FAQ</source>
        <translation>学习和问答</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>{size} · {format} · {weight}</source>
        <translation>{size} · {format} · {weight}</translation>
    </message>
    <message>
        <source>Picture {name}, {size}</source>
        <translation>图片{name}，{size}</translation>
    </message>
    <message>
        <source>The file of this picture is no longer on this computer.</source>
        <translation>这张图片的文件已不在这台电脑上。</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} KB</source>
        <translation>{number} KB</translation>
    </message>
    <message>
        <source>Picture, {size}</source>
        <translation>图片，{size}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>{picture} · {size}</source>
        <translation>{picture} · {size}</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>picture</source>
        <comment>file name</comment>
        <translation>图片</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>Piece {number} waits</source>
        <translation>第{number}段等待中</translation>
    </message>
    <message>
        <source>Piece {number}, being made</source>
        <translation>第{number}段，正在生成</translation>
    </message>
    <message>
        <source>Piece {number}</source>
        <translation>第{number}段</translation>
    </message>
    <message>
        <source>Piece {number} failed</source>
        <translation>第{number}段失败</translation>
    </message>
    <message>
        <source>{done} of {count} pieces are done</source>
        <translation>共 {count} 段，已完成 {done} 段</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>**{position}** / {ready}, waiting for more</source>
        <translation>**{position}** / {ready}，等待后续声音</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Position in the sound</source>
        <translation>播放位置</translation>
    </message>
    <message>
        <source>Play slower or faster; the pitch stays.</source>
        <translation>放慢或加快播放，音调不变。</translation>
    </message>
    <message>
        <source>**{position}** / {ready} ready, {total} in all</source>
        <translation>**{position}** / 已就绪 {ready}，共 {total}</translation>
    </message>
    <message>
        <source>**{position}** / {ready}</source>
        <translation>**{position}** / {ready}</translation>
    </message>
    <message>
        <source>{number} ×</source>
        <translation>{number} 倍</translation>
    </message>
    <message>
        <source>Speed: {number} times</source>
        <translation>速度：{number} 倍</translation>
    </message>
</context>
<context>
    <name>Playground</name>
    <message>
        <source>“{one}” and “{other}”: {near}</source>
        <translation>“{one}”与“{other}”：{near}</translation>
    </message>
    <message>
        <source>How near the sentences are in meaning</source>
        <translation>句子之间意思有多接近</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n个句子</numerusform>
        </translation>
    </message>
    <message>
        <source>1.00 is the same meaning. A map shows only two of many directions: trust the figures more than the distances.</source>
        <translation>1.00表示意思相同。地图只画出众多方向中的两个，所以数字比距离更可信。</translation>
    </message>
    <message>
        <source>Sentences, one in each line</source>
        <translation>每行一个句子</translation>
    </message>
    <message>
        <source>{count}; the lines after that are left out</source>
        <translation>{count}，后面的行不参与比较</translation>
    </message>
    <message>
        <source>This needs a connection that offers embeddings</source>
        <translation>这里需要一个提供文本向量的连接</translation>
    </message>
    <message>
        <source>Several services do, and Ollama on your own computer does so for nothing. The table of services in the model explorer shows which; the offline pack has none.</source>
        <translation>有几家服务提供，自己电脑上的Ollama也能免费做到。模型一览的“服务”表里列出了哪些服务提供；离线包不含这种模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) used, cost: {price}</source>
        <translation>
            <numerusform>用了%n个词元，费用：{price}</numerusform>
        </translation>
    </message>
    <message>
        <source>What is near in meaning?</source>
        <translation>哪些句子意思相近？</translation>
    </message>
    <message>
        <source>An embedding model turns a sentence into a long list of numbers. Sentences that mean the same get lists that are alike, even in different languages.</source>
        <translation>文本向量模型把一个句子变成一长串数字。意思相同的句子得到的数字也相似，即使语言不同。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Embedding model</source>
        <translation>文本向量模型</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Similarity of each pair</source>
        <translation>两两之间的相似度</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Set up a connection</source>
        <translation>设置连接</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>试验台</translation>
    </message>
    <message>
        <source>Part of the playground</source>
        <translation>试验台的部分</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Similar in meaning</source>
        <translation>意思相近</translation>
    </message>
    <message>
        <source>{number}: {text}</source>
        <translation>{number}：{text}</translation>
    </message>
    <message>
        <source>Map of the sentences</source>
        <translation>句子地图</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) sent</source>
        <translation>
            <numerusform>%n个词元发出去</numerusform>
        </translation>
    </message>
    <message>
        <source>{sent}, {answer} assumed to come back.</source>
        <translation>{sent}，假定收回{answer}个词元。</translation>
    </message>
    <message>
        <source>What this text costs</source>
        <translation>这段话要多少钱</translation>
    </message>
    <message>
        <source>Choose models</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Put this text into Chat</source>
        <translation>把这段话放进“对话”</translation>
    </message>
    <message>
        <source>Reckoned with 1 US dollar = {rate} {currency}.</source>
        <translation>按1美元 = {rate} {currency}折算，可在设置里改。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>问一次</translation>
    </message>
    <message>
        <source>1,000 times</source>
        <translation>问一千次</translation>
    </message>
    <message>
        <source>Prices by model</source>
        <translation>各模型的价格</translation>
    </message>
    <message>
        <source>Where a range stands, the model cuts in a way that is not known here.</source>
        <translation>写成范围的，是因为不清楚该模型怎样切分，这里是估计。</translation>
    </message>
    <message>
        <source>No price is known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>Price of {date}</source>
        <translation>价格核对于{date}</translation>
    </message>
    <message>
        <source>“{text}” is token number {numbers} of the vocabulary.</source>
        <translation>“{text}”是词表中编号为{numbers}的词元。</translation>
    </message>
    <message>
        <source>“{text}” is cut into several tokens: {numbers}.</source>
        <translation>“{text}”被切成几个词元：{numbers}。</translation>
    </message>
    <message>
        <source>Some characters are cut into several tokens.</source>
        <translation>有的字被切成了几个词元。</translation>
    </message>
    <message>
        <source>The first sentence, in 2023 and now</source>
        <translation>第一句话，2023年和现在</translation>
    </message>
    <message>
        <source>The same thing in English and in Chinese</source>
        <translation>同一个意思，英文和中文</translation>
    </message>
    <message>
        <source>Chinese says more with each character, and a character often costs a whole token.</source>
        <translation>中文每个字表达得更多，一个字也常常就是一个词元。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>显示编号</translation>
    </message>
    <message>
        <source>A model reads numbers in place of words: one for each token.</source>
        <translation>模型读到的不是字而是编号，每个词元一个。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Text to be cut into tokens</source>
        <translation>要切成词元的文字</translation>
    </message>
    <message>
        <source>Type or paste any text. It stays on this computer.</source>
        <translation>输入或粘贴任何文字，内容不会离开这台电脑。</translation>
    </message>
    <message>
        <source>The part that cuts texts does not run on this computer.</source>
        <translation>切分文字的组件无法在这台电脑上运行。</translation>
    </message>
    <message>
        <source>{percent} % fewer</source>
        <translation>少了{percent} %</translation>
    </message>
    <message>
        <source>o200k: OpenAI&apos;s models of today</source>
        <translation>o200k：OpenAI现在的模型</translation>
    </message>
    <message>
        <source>cl100k: OpenAI&apos;s models of 2023</source>
        <translation>cl100k：OpenAI 2023年的模型</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>characters, spaces included</source>
        <translation>字符，含标点和空格</translation>
    </message>
    <message>
        <source>tokens per character on average</source>
        <translation>平均每个字符几个词元</translation>
    </message>
</context>
<context>
    <name>PracticePicture</name>
    <message>
        <source>drawn by gptdesk</source>
        <translation>由gptdesk绘制</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Another compatible service</source>
        <translation>其他兼容服务</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>It needs no key.</source>
        <translation>它不需要密钥。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Servers of a team</source>
        <translation>团队的服务器</translation>
    </message>
    <message>
        <source>Whether it can be reached from mainland China is not confirmed.</source>
        <translation>中国大陆能否访问尚未证实。</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>截至{date}。</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>It can be reached from mainland China.</source>
        <translation>中国大陆可以访问。</translation>
    </message>
    <message>
        <source>It cannot be reached from mainland China.</source>
        <translation>中国大陆无法访问。</translation>
    </message>
    <message>
        <source>{task} (not confirmed)</source>
        <translation>{task}（未证实）</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The connection of this chat is gone</source>
        <translation>本对话的连接已经不在了</translation>
    </message>
    <message>
        <source>It was removed in Settings. Choose another connection, and the chat goes on.</source>
        <translation>它在设置里被移除了。换一个连接，对话就能继续。</translation>
    </message>
    <message>
        <source>This connection has no key yet</source>
        <translation>这个连接还没有密钥</translation>
    </message>
    <message>
        <source>The service knows you by a key. Paste it once in Settings; the offline pack works without one.</source>
        <translation>服务靠密钥认出你。在设置里粘贴一次就行；离线包不需要密钥。</translation>
    </message>
    <message>
        <source>The key holds a character that cannot be sent</source>
        <translation>密钥里有一个无法发送的字符</translation>
    </message>
    <message>
        <source>The service does not know this key</source>
        <translation>服务不认识这个密钥</translation>
    </message>
    <message>
        <source>It answered, but refused the key (401). The key may be cut off, withdrawn, or belong to another service.</source>
        <translation>服务有回应，但没有接受这个密钥（401）。密钥可能没复制全、已被撤销，或者属于别的服务。</translation>
    </message>
    <message>
        <source>The service does not answer requests from this region</source>
        <translation>服务不受理来自这个地区的请求</translation>
    </message>
    <message>
        <source>The key was not the reason. The service decides by country (403). Another service or the offline pack can answer instead.</source>
        <translation>问题不在密钥，服务按所在国家或地区判断（403）。可以换一个服务，或者用离线包回答。</translation>
    </message>
    <message>
        <source>This key may not do that</source>
        <translation>这个密钥没有相应权限</translation>
    </message>
    <message>
        <source>The service knows the key, but it has no permission for this model or this kind of request (403).</source>
        <translation>服务认识这个密钥，但它无权使用这个模型或这类请求（403）。</translation>
    </message>
    <message>
        <source>The service wants the organization verified first</source>
        <translation>服务要求先验证组织身份</translation>
    </message>
    <message>
        <source>It serves this model only to verified organizations. That is done on the service&apos;s website; other models work without it.</source>
        <translation>这个模型只提供给验证过的组织。验证在服务的网站上进行；其他模型不需要验证。</translation>
    </message>
    <message>
        <source>This account has no credit left</source>
        <translation>账户余额已用完</translation>
    </message>
    <message>
        <source>The key is fine. The service refused the request because the account&apos;s balance is used up. New accounts often start at zero, and a ChatGPT subscription does not pay for the API.</source>
        <translation>密钥没有问题。账户余额用完了，所以服务没有受理。新账户的余额往往是零，ChatGPT 会员也不包含 API 的费用。</translation>
    </message>
    <message>
        <source>Keys are made of Latin letters, digits and signs. Something else probably slipped in when copying.</source>
        <translation>密钥只由英文字母、数字和符号组成，大概是复制时混进了别的字符。</translation>
    </message>
    <message>
        <source>Keys are made of Latin letters, digits and signs, but this one contains “{character}”. It probably slipped in when copying.</source>
        <translation>密钥只由英文字母、数字和符号组成，这个密钥里却有「{character}」，大概是复制时混进来的。</translation>
    </message>
    <message>
        <source>This address gives a web page instead of answers</source>
        <translation>这个地址返回的是网页，不是回答</translation>
    </message>
    <message>
        <source>It may be the address of the website and not of the API, or a sign-in page of this network stands in between.</source>
        <translation>它可能是网站的地址，不是 API 的地址；也可能中间隔着当前网络的登录页。</translation>
    </message>
    <message>
        <source>The model said something else than the text</source>
        <translation>模型说的不是这段文字</translation>
    </message>
    <message>
        <source>It answered the text instead of reading it aloud. What it said was thrown away. Trying again mostly helps.</source>
        <translation>它没有照着朗读，而是回答了这段文字。说错的内容已经丢弃，再试一次通常就好。</translation>
    </message>
    <message>
        <source>The answer could not be read</source>
        <translation>回答无法读取</translation>
    </message>
    <message>
        <source>It arrived, but not in the form that was agreed. That happens when a server is overloaded or speaks another dialect.</source>
        <translation>回答收到了，但格式和约定的不同。服务器太忙，或者用的是另一套格式时，会出现这种情况。</translation>
    </message>
    <message>
        <source>The answer ended without its end</source>
        <translation>回答没有正常结束</translation>
    </message>
    <message>
        <source>The service closed the line before it said that it was done. What had arrived is kept and can go on.</source>
        <translation>服务还没说写完就断开了连接。已收到的部分都留着，可以接着写。</translation>
    </message>
    <message>
        <source>The answer came back empty</source>
        <translation>收到的回答是空的</translation>
    </message>
    <message>
        <source>The model finished without a word. Asking again usually helps; so does another model.</source>
        <translation>模型什么也没写就结束了。再问一次通常就好，换个模型也行。</translation>
    </message>
    <message>
        <source>It does not fit the picture. Painting it again will do.</source>
        <translation>蒙版与图片不吻合，重新涂一次即可。</translation>
    </message>
    <message>
        <source>No part of the picture is painted. Paint what is to change.</source>
        <translation>图片上还没有涂过任何地方。请涂出要修改的部分。</translation>
    </message>
    <message>
        <source>It has more bytes than the service takes. A smaller picture, or a mask with plainer edges, will do.</source>
        <translation>蒙版文件超过了服务允许的大小。换一张小一些的图片，或把边缘涂得简单些即可。</translation>
    </message>
    <message>
        <source>This model cannot do that. Another one can.</source>
        <translation>这个模型做不到，换一个模型就可以。</translation>
    </message>
    <message>
        <source>No model is chosen yet.</source>
        <translation>还没有选择模型。</translation>
    </message>
    <message>
        <source>Say in words what the picture is to show.</source>
        <translation>请用文字说明图片要画什么。</translation>
    </message>
    <message>
        <source>The description is longer than this model reads. A shorter one will do.</source>
        <translation>描述超过了这个模型能读的长度，缩短一些即可。</translation>
    </message>
    <message>
        <source>This model does not make pictures of that size.</source>
        <translation>这个模型不能生成这种尺寸的图片。</translation>
    </message>
    <message>
        <source>Choose the picture that is to be changed.</source>
        <translation>请选择要修改的图片。</translation>
    </message>
    <message>
        <source>This model takes fewer pictures along. Take some of them away.</source>
        <translation>这个模型能附带的图片没有这么多，请去掉几张。</translation>
    </message>
    <message>
        <source>This model takes only square pictures. Crop it to a square first.</source>
        <translation>这个模型只接受正方形图片，请先裁剪成正方形。</translation>
    </message>
    <message>
        <source>This model takes no mask along. Remove it.</source>
        <translation>这个模型不接受蒙版，请去掉蒙版。</translation>
    </message>
    <message>
        <source>This model takes no marks along. Remove them.</source>
        <translation>这个模型不接受标记，请去掉标记。</translation>
    </message>
    <message>
        <source>The marks do not fit the picture. Drawing them again will do.</source>
        <translation>标记与图片不吻合，重新画一次即可。</translation>
    </message>
    <message>
        <source>Look through the settings of the picture.</source>
        <translation>请检查图片的各项设置。</translation>
    </message>
    <message>
        <source>The picture was made, but could not be fetched</source>
        <translation>图片已经生成，但没能取回</translation>
    </message>
    <message>
        <source>The mask cannot be used</source>
        <translation>这个蒙版无法使用</translation>
    </message>
    <message>
        <source>Something is still missing for this picture</source>
        <translation>生成这张图片还缺少一些条件</translation>
    </message>
    <message>
        <source>The service gave no usable address for it. Making it again costs another picture.</source>
        <translation>服务没有给出可用的地址。重新生成要再付一张图片的费用。</translation>
    </message>
    <message>
        <source>It lies at {host}, and that address did not give it. Such addresses live for an hour or less; making it again costs another picture.</source>
        <translation>图片存放在{host}，但这个地址没有把它交出来。这类地址最多保留一小时；重新生成要再付一张图片的费用。</translation>
    </message>
    <message>
        <source>This system has no keyring</source>
        <translation>这个系统没有密钥环</translation>
    </message>
    <message>
        <source>A keyring is the system&apos;s safe for passwords. Without one, gptdesk keeps the key in memory only, and asks for it again after the next start.</source>
        <translation>密钥环是系统存放密码的保险箱。没有它，gptdesk 只把密钥放在内存里，下次启动后会再问一次。</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>系统密钥环已锁定</translation>
    </message>
    <message>
        <source>The key lies in the system&apos;s keyring. Unlock it, usually with the password of your account, then try again.</source>
        <translation>密钥存在系统密钥环里。先解锁，通常用登录电脑的密码，然后再试一次。</translation>
    </message>
    <message>
        <source>The keyring did not answer as it should</source>
        <translation>系统密钥环没有正常回应</translation>
    </message>
    <message>
        <source>It took too long, or gave back something else than was stored. The key that was there before has not been changed.</source>
        <translation>它回应太慢，或者返回的和存进去的不一样。之前存的密钥没有动过。</translation>
    </message>
    <message>
        <source>The offline pack is not installed</source>
        <translation>还没有安装离线包</translation>
    </message>
    <message>
        <source>It is downloaded once; then chats work on this computer, free and without internet.</source>
        <translation>下载一次，之后就能在这台电脑上对话，免费，不用联网。</translation>
    </message>
    <message>
        <source>A file of the offline pack is damaged</source>
        <translation>离线包里有一个文件损坏</translation>
    </message>
    <message>
        <source>It is not what it should be, and is not used. A repair downloads only what is missing.</source>
        <translation>文件内容不对，没有使用它。修复时只下载缺少的部分。</translation>
    </message>
    <message>
        <source>The download did not finish</source>
        <translation>下载没有完成</translation>
    </message>
    <message>
        <source>None of the sources could be reached or gave the right file. Please see whether this computer is online. What has arrived is kept, and the download goes on from there.</source>
        <translation>所有下载来源都连不上，或者给的文件不对。请看看这台电脑是否联网。已经下载的部分会保留，之后接着下载。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk</source>
        <translation>磁盘空间不够</translation>
    </message>
    <message>
        <source>The offline pack does not run on this computer</source>
        <translation>离线包无法在这台电脑上运行</translation>
    </message>
    <message>
        <source>There is no engine for this system or this processor. A service on the internet works all the same.</source>
        <translation>没有适合这个系统或处理器的引擎。联网的服务照样能用。</translation>
    </message>
    <message>
        <source>The offline engine stopped twice in a row</source>
        <translation>离线引擎连续停了两次</translation>
    </message>
    <message>
        <source>It may have run out of memory. Closing other programs helps; so does the smaller model.</source>
        <translation>可能是内存不够。关掉一些程序，或者换成小一点的模型，会有帮助。</translation>
    </message>
    <message>
        <source>{needed} GB are needed and {free} GB are free. Nothing has been downloaded.</source>
        <translation>需要 {needed} GB，目前可用 {free} GB。还没有下载任何内容。</translation>
    </message>
    <message>
        <source>The picture cannot be sent</source>
        <translation>这张图片无法发送</translation>
    </message>
    <message>
        <source>Another picture, or the same one saved as JPEG, may work.</source>
        <translation>换一张图片，或者另存为 JPEG 再试。</translation>
    </message>
    <message>
        <source>A picture is no longer on this computer</source>
        <translation>一张图片已不在这台电脑上</translation>
    </message>
    <message>
        <source>Its file was removed from the storage folder. The rest of the chat is unharmed.</source>
        <translation>它的文件已从存储文件夹中删除。对话的其余部分完好。</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>There is nothing in it that could be sent.</source>
        <translation>里面没有可以发送的内容。</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>无法打开这个文件</translation>
    </message>
    <message>
        <source>It may have been moved, or another program holds it.</source>
        <translation>它可能已被移动，或正被其他程序占用。</translation>
    </message>
    <message>
        <source>This is no picture that a model can see</source>
        <translation>这不是模型能看的图片</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, GIF, BMP and TIFF files can be sent.</source>
        <translation>可以发送 PNG、JPEG、WebP、GIF、BMP 和 TIFF 文件。</translation>
    </message>
    <message>
        <source>The picture is damaged or not complete</source>
        <translation>图片已损坏或不完整</translation>
    </message>
    <message>
        <source>Another copy of the file may work.</source>
        <translation>换一份文件副本也许可以。</translation>
    </message>
    <message>
        <source>The picture is too large</source>
        <translation>图片太大了</translation>
    </message>
    <message>
        <source>It has more pixels or bytes than can be opened safely.</source>
        <translation>它的像素或字节太多，无法安全地打开。</translation>
    </message>
    <message>
        <source>The picture cannot be made small enough</source>
        <translation>图片无法缩到足够小</translation>
    </message>
    <message>
        <source>Even at the smallest size that the model takes, its file has too many bytes. Crop it, or choose another model.</source>
        <translation>即使缩到模型允许的最小尺寸，文件仍然太大。请裁剪图片，或换一个模型。</translation>
    </message>
    <message>
        <source>This computer cannot open that kind of picture</source>
        <translation>这台电脑打不开这种图片</translation>
    </message>
    <message>
        <source>Save it as JPEG and attach that.</source>
        <translation>请另存为 JPEG 后再添加。</translation>
    </message>
    <message>
        <source>The service asks for a pause</source>
        <translation>服务要求稍等一会儿</translation>
    </message>
    <message numerus="yes">
        <source>More requests came within a short time than the account allows. It takes the next one in %n second(s).</source>
        <translation>
            <numerusform>短时间内的请求超过了账户允许的数量，%n 秒后可以再发。</numerusform>
        </translation>
    </message>
    <message>
        <source>More requests came within a short time than the account allows. A moment later it takes the next one.</source>
        <translation>短时间内的请求超过了账户允许的数量，稍等片刻就能再发。</translation>
    </message>
    <message>
        <source>The service does not offer this model</source>
        <translation>服务没有这个模型</translation>
    </message>
    <message>
        <source>The address of the connection leads nowhere</source>
        <translation>连接的地址不通</translation>
    </message>
    <message>
        <source>The server is there, but not at this path (404). Often only “/v1” at the end is missing or doubled.</source>
        <translation>服务器在，但路径不对（404）。往往只是末尾少了或多了一个「/v1」。</translation>
    </message>
    <message>
        <source>The service does not accept one of the settings</source>
        <translation>服务不接受其中一项设置</translation>
    </message>
    <message>
        <source>This model needs another way of asking</source>
        <translation>这个模型需要换一种方式来请求</translation>
    </message>
    <message>
        <source>This chat is longer than the model can read</source>
        <translation>对话太长，模型读不下了</translation>
    </message>
    <message>
        <source>Begin a new chat, or choose a model that reads more at once. Everything written here stays.</source>
        <translation>可以新建对话，或者换一个一次能读更多的模型。这里写过的内容都会留着。</translation>
    </message>
    <message>
        <source>The message is too large for the service</source>
        <translation>消息太大，服务收不下</translation>
    </message>
    <message>
        <source>It takes less at once (413). A shorter message or fewer attachments will go through.</source>
        <translation>服务一次能收的没有这么多（413）。消息短一些，或少带几个附件，就能发出去。</translation>
    </message>
    <message>
        <source>The service did not accept the request</source>
        <translation>服务没有接受这个请求</translation>
    </message>
    <message>
        <source>The service&apos;s safety rules stopped this message</source>
        <translation>服务的安全规则拦下了这条消息</translation>
    </message>
    <message>
        <source>The rules look at words, and sometimes stop what was meant well. Saying it differently often helps.</source>
        <translation>规则只看字面，有时会拦下正常的内容。换个说法通常就行。</translation>
    </message>
    <message>
        <source>The service has trouble of its own</source>
        <translation>服务那边出了状况</translation>
    </message>
    <message>
        <source>It is not served here, or not any longer. Another model can answer the same question.</source>
        <translation>这里没有提供，或者已经下线。可以换一个模型回答同样的问题。</translation>
    </message>
    <message>
        <source>It refused a setting, and the request does not work without it. Another model may take it.</source>
        <translation>服务拒绝了一项设置，而这个请求少不了它。换一个模型也许可以。</translation>
    </message>
    <message>
        <source>“{model}” answers only through the newer Responses API, and this connection does not offer that. Another model can answer the same question.</source>
        <translation>“{model}”只能通过较新的Responses API回答，而当前连接没有提供它。可以换一个模型来回答同一个问题。</translation>
    </message>
    <message>
        <source>It gave the number {status} as its reason; its own words are in the details.</source>
        <translation>它返回的状态码是 {status}，原话在详情里。</translation>
    </message>
    <message>
        <source>It answered with the number {status}, which means a fault or an overload on its side. It usually passes within minutes.</source>
        <translation>它返回了状态码 {status}，表示它那边有故障或者太忙，通常几分钟内就会好。</translation>
    </message>
    <message>
        <source>“{model}” is not served here, or not any longer. Another model can answer the same question.</source>
        <translation>这里没有提供「{model}」，或者它已经下线。可以换一个模型回答同样的问题。</translation>
    </message>
    <message>
        <source>It refused “{name}”, and the request does not work without it. Another model may take it.</source>
        <translation>服务拒绝了「{name}」，而这个请求少不了它。换一个模型也许可以。</translation>
    </message>
    <message>
        <source>Plug one in, or look in the system&apos;s sound settings under Input. If nothing is listed there at all, the sound server (PipeWire or PulseAudio) may not be running.</source>
        <translation>请插上麦克风，或在系统的声音设置里查看「输入」。如果那里什么都没有，可能是声音服务（PipeWire 或 PulseAudio）没有运行。</translation>
    </message>
    <message>
        <source>Another program may hold the microphone, or gptdesk runs in a box (Flatpak or Snap) that needs the permission to record.</source>
        <translation>可能有别的程序占用了麦克风，也可能 gptdesk 运行在沙盒（Flatpak 或 Snap）里，需要给它录音权限。</translation>
    </message>
    <message>
        <source>Connect headphones or speakers. If the system&apos;s sound settings list none, the sound server (PipeWire or PulseAudio) may not be running. Saving to a file works all the same.</source>
        <translation>请接上耳机或音箱。如果系统的声音设置里一个也没有，可能是声音服务（PipeWire 或 PulseAudio）没有运行。保存成文件不受影响。</translation>
    </message>
    <message>
        <source>Only the kind “Data, can be opened again” (JSON) can be read back, and only if nothing was changed in it by hand. The file itself is untouched.</source>
        <translation>只有以“数据，可再打开”（JSON）保存的文件才能读回，而且不能手工改动过。文件本身没有被动过。</translation>
    </message>
    <message>
        <source>Plug one in, or look in System Settings under Sound, Input, whether one is listed.</source>
        <translation>请插上麦克风，或打开「系统设置」，在「声音」的「输入」里看看有没有列出。</translation>
    </message>
    <message>
        <source>Plug one in, or look in Windows Settings under System, Sound, Input, whether one is listed and not disabled.</source>
        <translation>请插上麦克风，或打开 Windows「设置」，在「系统」→「声音」→「输入」里看看有没有列出、是否被禁用。</translation>
    </message>
    <message>
        <source>Open System Settings, Privacy &amp; Security, Microphone, switch gptdesk on, and start gptdesk again.</source>
        <translation>请打开「系统设置」→「隐私与安全性」→「麦克风」，打开 gptdesk 的开关，然后重新启动 gptdesk。</translation>
    </message>
    <message>
        <source>Open Windows Settings, Privacy &amp; security, Microphone, and allow desktop apps to use the microphone.</source>
        <translation>请打开 Windows「设置」→「隐私和安全性」→「麦克风」，允许桌面应用访问麦克风。</translation>
    </message>
    <message>
        <source>Connect headphones or speakers, or choose one in System Settings under Sound, Output. Saving to a file works all the same.</source>
        <translation>请接上耳机或音箱，或在「系统设置」→「声音」→「输出」里选一个。保存成文件不受影响。</translation>
    </message>
    <message>
        <source>Connect headphones or speakers, or choose one in Windows Settings under System, Sound, Output. Saving to a file works all the same.</source>
        <translation>请接上耳机或音箱，或在 Windows「设置」→「系统」→「声音」→「输出」里选一个。保存成文件不受影响。</translation>
    </message>
    <message>
        <source>{name} is damaged, protected against copying, or no audio or video file, whatever its name says. If it plays elsewhere, save it there as MP3, M4A or WAV.</source>
        <translation>{name} 可能已损坏、有防复制保护，或者不管文件名怎么写，它并不是音频或视频文件。如果在别的程序里能播放，请在那里另存为 MP3、M4A 或 WAV。</translation>
    </message>
    <message>
        <source>It is damaged, protected against copying, or no audio or video file, whatever its name says. If it plays elsewhere, save it there as MP3, M4A or WAV.</source>
        <translation>它可能已损坏、有防复制保护，或者不管文件名怎么写，它并不是音频或视频文件。如果在别的程序里能播放，请在那里另存为 MP3、M4A 或 WAV。</translation>
    </message>
    <message>
        <source>A newer gptdesk wrote it. After an update it can be opened here, too.</source>
        <translation>它是用更新版本的 gptdesk 保存的，更新后就能在这里打开。</translation>
    </message>
    <message>
        <source>The file is empty. It may not have been copied whole.</source>
        <translation>文件是空的，可能没有复制完整。</translation>
    </message>
    <message>
        <source>There is no sound track in it, only pictures perhaps.</source>
        <translation>里面没有声音，也许只有画面。</translation>
    </message>
    <message>
        <source>Reading it does not go on: the file is damaged, or its disk does not answer.</source>
        <translation>读取停住了：文件已损坏，或者它所在的磁盘没有响应。</translation>
    </message>
    <message>
        <source>There is no microphone</source>
        <translation>没有找到麦克风</translation>
    </message>
    <message>
        <source>The system does not let gptdesk listen</source>
        <translation>系统不允许 gptdesk 使用麦克风</translation>
    </message>
    <message>
        <source>The microphone is gone</source>
        <translation>麦克风不见了</translation>
    </message>
    <message>
        <source>It was unplugged or gives no sound any more. What was recorded up to then is kept.</source>
        <translation>它被拔掉了，或者不再传来声音。在此之前录下的内容已经保留。</translation>
    </message>
    <message>
        <source>There is nothing to play sound on</source>
        <translation>没有可以播放声音的设备</translation>
    </message>
    <message>
        <source>The recording was ended at its limit</source>
        <translation>录音达到上限，已经结束</translation>
    </message>
    <message>
        <source>This file is no transcript that can be opened</source>
        <translation>这个文件不是可以打开的转写稿</translation>
    </message>
    <message>
        <source>The sound is no longer there</source>
        <translation>声音文件已经不在了</translation>
    </message>
    <message>
        <source>No sound can be read from this file</source>
        <translation>这个文件里读不出声音</translation>
    </message>
    <message>
        <source>gptdesk does not write this kind of file</source>
        <translation>gptdesk 不能写这种文件</translation>
    </message>
    <message>
        <source>The sound file was not finished</source>
        <translation>声音文件没有写完</translation>
    </message>
    <message>
        <source>The encoder stopped on the way. The sound itself is not lost; another format, such as WAV, may work.</source>
        <translation>编码器中途停下了。声音本身没有丢失；换一种格式（例如 WAV）也许可以。</translation>
    </message>
    <message>
        <source>{name} was moved, renamed or deleted.</source>
        <translation>{name} 被移动、改名或删除了。</translation>
    </message>
    <message>
        <source>The file was moved, renamed or deleted.</source>
        <translation>文件被移动、改名或删除了。</translation>
    </message>
    <message>
        <source>{format} is not among WAV, FLAC and M4A. Choose one.</source>
        <translation>能写的是 WAV、FLAC 和 M4A，不包括 {format}。请从中选一种。</translation>
    </message>
    <message>
        <source>It writes WAV, FLAC and M4A. Choose one of them.</source>
        <translation>能写的是 WAV、FLAC 和 M4A，请从中选一种。</translation>
    </message>
    <message>
        <source>It is kept and holds {hours} hours. The limit keeps a forgotten recording from filling the disk; a new one can begin at once.</source>
        <translation>录音已保留，共 {hours} 小时。有了上限，忘记关掉的录音就不会占满磁盘；现在可以马上开始新的录音。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘满了</translation>
    </message>
    <message>
        <source>New words cannot be kept until there is room again. What was kept before is unharmed.</source>
        <translation>腾出空间之前，新内容无法保存。之前保存的都完好。</translation>
    </message>
    <message>
        <source>The storage folder cannot be written</source>
        <translation>存储文件夹无法写入</translation>
    </message>
    <message>
        <source>The file with your chats could not be read</source>
        <translation>对话文件无法读取</translation>
    </message>
    <message>
        <source>Your chats were written by a newer gptdesk</source>
        <translation>对话是由更新版本的 gptdesk 保存的</translation>
    </message>
    <message>
        <source>This version does not understand the file and leaves it untouched. Install the newer version, or use another profile.</source>
        <translation>当前版本读不懂这个文件，也没有改动它。可以安装新版本，或者换一个配置文件夹。</translation>
    </message>
    <message>
        <source>The settings could not be read</source>
        <translation>设置无法读取</translation>
    </message>
    <message>
        <source>This backup cannot be restored</source>
        <translation>这个备份无法恢复</translation>
    </message>
    <message>
        <source>It is incomplete or damaged. Nothing was changed; another backup may work.</source>
        <translation>它不完整或已损坏。什么都没有改动，可以试试别的备份。</translation>
    </message>
    <message>
        <source>gptdesk may read {path} but not write there, so nothing new is kept.</source>
        <translation>gptdesk 可以读取 {path}，但不能写入，所以新内容存不下来。</translation>
    </message>
    <message>
        <source>gptdesk may read the folder but not write there, so nothing new is kept.</source>
        <translation>gptdesk 可以读取这个文件夹，但不能写入，所以新内容存不下来。</translation>
    </message>
    <message>
        <source>It is damaged. It was put aside as {path}, and gptdesk started with an empty one. A backup brings back what was in it.</source>
        <translation>文件已损坏，已另存为 {path}，gptdesk 用空文件启动。里面的内容可以用备份找回来。</translation>
    </message>
    <message>
        <source>It is damaged. It was put aside, and gptdesk started with an empty one. A backup brings back what was in it.</source>
        <translation>文件已损坏，已放到一边，gptdesk 用空文件启动。里面的内容可以用备份找回来。</translation>
    </message>
    <message>
        <source>The file was put aside as {path}, and the usual settings hold. Your chats and keys are not touched.</source>
        <translation>文件已另存为 {path}，现在用的是默认设置。对话和密钥都没有动。</translation>
    </message>
    <message>
        <source>The file was put aside, and the usual settings hold. Your chats and keys are not touched.</source>
        <translation>文件已放到一边，现在用的是默认设置。对话和密钥都没有动。</translation>
    </message>
    <message>
        <source>The service did not answer in time</source>
        <translation>服务没有及时回答</translation>
    </message>
    <message>
        <source>The request arrived, but no word came back. The service may be busy, or the model needs longer than usual.</source>
        <translation>请求送到了，但没有收到回答。服务可能正忙，或者模型这次需要更久。</translation>
    </message>
    <message>
        <source>The service could not be reached in time</source>
        <translation>连接服务超时</translation>
    </message>
    <message>
        <source>The address did not react. The network may be slow, or something on the way keeps the request from arriving.</source>
        <translation>地址没有反应。可能是网络慢，也可能中途有什么挡住了请求。</translation>
    </message>
    <message>
        <source>The answer stopped coming</source>
        <translation>回答中途停了</translation>
    </message>
    <message>
        <source>The service began to answer and then fell silent. What had arrived is kept.</source>
        <translation>服务开始回答后没了动静。已收到的部分都留着。</translation>
    </message>
    <message>
        <source>The proxy does not accept the user name or password</source>
        <translation>代理不接受这个用户名或密码</translation>
    </message>
    <message>
        <source>The proxy let nothing through, and the service itself was not asked. The user name and password of the proxy stand in Settings, under Proxy.</source>
        <translation>代理没有放行，因此并没有问到服务本身。代理的用户名和密码在“设置”的“代理”里。</translation>
    </message>
    <message>
        <source>There is no internet connection</source>
        <translation>没有连上网络</translation>
    </message>
    <message>
        <source>This computer reaches no address at all. Check the cable or Wi-Fi, then try again.</source>
        <translation>这台电脑现在什么地址都连不上。看看网线或 Wi-Fi，然后再试一次。</translation>
    </message>
    <message>
        <source>The name of the service was not found</source>
        <translation>找不到服务的地址</translation>
    </message>
    <message>
        <source>Nothing answers at this address</source>
        <translation>这个地址没有回应</translation>
    </message>
    <message>
        <source>No secure connection could be made</source>
        <translation>无法建立安全连接</translation>
    </message>
    <message>
        <source>The certificate did not fit. The clock of this computer may be wrong, or a filter or company network stands in between.</source>
        <translation>证书没有通过验证。可能是这台电脑的时间不准，也可能中间隔着过滤软件或公司网络。</translation>
    </message>
    <message>
        <source>The proxy did not let the request through</source>
        <translation>代理没有放行这个请求</translation>
    </message>
    <message>
        <source>This computer reaches the internet through a proxy, and that proxy refused or did not answer. The service itself was not asked.</source>
        <translation>这台电脑通过代理上网，代理拒绝了请求或没有回应。请求还没有到达服务。</translation>
    </message>
    <message>
        <source>The line broke in the middle of the answer</source>
        <translation>回答到一半，连接断了</translation>
    </message>
    <message>
        <source>What had arrived is kept. The answer can go on from there.</source>
        <translation>已收到的部分都留着，可以从那里接着回答。</translation>
    </message>
    <message>
        <source>Nobody knows the address “{host}”. It may be misspelt, or the name look-up of this network is down.</source>
        <translation>查不到地址「{host}」。可能拼写有误，也可能是当前网络的域名解析不可用。</translation>
    </message>
    <message>
        <source>Nobody knows the address of this connection. It may be misspelt, or the name look-up of this network is down.</source>
        <translation>查不到这个连接的地址。可能拼写有误，也可能是当前网络的域名解析不可用。</translation>
    </message>
    <message>
        <source>The computer {host} is there, but no program takes the request. If it is a server of your own, it may not be running.</source>
        <translation>{host} 这台电脑在，但没有程序接收请求。如果是自己的服务器，它可能没在运行。</translation>
    </message>
    <message>
        <source>The computer is there, but no program takes the request. If it is a server of your own, it may not be running.</source>
        <translation>那台电脑在，但没有程序接收请求。如果是自己的服务器，它可能没在运行。</translation>
    </message>
    <message>
        <source>Something unexpected happened in gptdesk</source>
        <translation>gptdesk 出了意料之外的状况</translation>
    </message>
    <message>
        <source>This is a fault of the app and not of what you did. Trying again often helps; the details below help us to mend it.</source>
        <translation>这是应用的问题，和你的操作无关。再试一次往往就好；下面的详情能帮我们修好它。</translation>
    </message>
    <message>
        <source>{cause} **{kept}**</source>
        <translation>{cause}**{kept}**</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>转写</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Discard the recording</source>
        <translation>丢弃这段录音</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>The microphone; another one goes on in the same recording.</source>
        <translation>麦克风；换一个会接着录进同一段录音。</translation>
    </message>
    <message>
        <source>Leave the last words for later</source>
        <translation>最后几句以后再写</translation>
    </message>
    <message>
        <source>Finish the recording</source>
        <translation>结束录音</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Recorded: {time}</source>
        <translation>已录：{time}</translation>
    </message>
    <message>
        <source>The recording of {time} was discarded.</source>
        <translation>{time} 的录音已丢弃。</translation>
    </message>
    <message>
        <source>What was heard so far</source>
        <translation>到目前为止听到的内容</translation>
    </message>
    <message>
        <source>The words appear here after the first pause in what you say.</source>
        <translation>说话中第一次停顿之后，文字会出现在这里。</translation>
    </message>
    <message>
        <source>The microphone is gone</source>
        <translation>麦克风不见了</translation>
    </message>
    <message>
        <source>**What was recorded is kept.** Plug it in again or choose another one, and go on; or finish here.</source>
        <translation>**已录下的内容都保留着。**请重新插上，或另选一个，再继续；也可以就此结束。</translation>
    </message>
    <message>
        <source>The recording is written down</source>
        <translation>录音已写成文字</translation>
    </message>
    <message>
        <source>It was heard in short pieces, so that the words came at once. Heard again as a whole, names and ends of sentences often come out better; this text stays too.</source>
        <translation>刚才是一小段一小段听写的，这样文字能马上出现。整段再听一遍，人名和句尾往往更准确；现在这份文字也会保留。</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>继续录音</translation>
    </message>
    <message>
        <source>Finish here</source>
        <translation>就此结束</translation>
    </message>
    <message>
        <source>Put the whole into the queue</source>
        <translation>整段加入队列</translation>
    </message>
    <message>
        <source>Recording of {date}, {time}</source>
        <translation>{date} {time} 的录音</translation>
    </message>
    <message>
        <source>{title}, as a whole</source>
        <translation>{title}（整段）</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>正在打开麦克风……</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>正在录音</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Writing down the last words…</source>
        <translation>正在写下最后几句……</translation>
    </message>
    <message>
        <source>Nothing is heard. Is it switched off, or is another one meant?</source>
        <translation>没有听到声音。是不是关着，或者应该选另一个？</translation>
    </message>
    <message>
        <source>Hardly audible. Come nearer, or turn it up.</source>
        <translation>声音太小。请靠近一些，或调高音量。</translation>
    </message>
    <message>
        <source>Too loud. Move away a little, or turn it down.</source>
        <translation>声音太大。请离远一些，或调低音量。</translation>
    </message>
    <message numerus="yes">
        <source>The disk is nearly full: room for %n minute(s).</source>
        <translation>
            <numerusform>磁盘快满了：还能录约 %n 分钟。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Text of the segment</source>
        <translation>这一句的文字</translation>
    </message>
    <message>
        <source>Enter keeps it, Escape leaves it as it was, Ctrl+Enter splits here, Backspace at the beginning joins it to the one before.</source>
        <translation>回车保留，Esc不改动，Ctrl+回车在此处断开，在开头按退格键与上一句合并。</translation>
    </message>
    <message>
        <source>{time}, {speaker}: {text}</source>
        <translation>{time}，{speaker}：{text}</translation>
    </message>
    <message>
        <source>{time}: {text}</source>
        <translation>{time}：{text}</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>从这里播放</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>重复播放</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>修改文字</translation>
    </message>
    <message>
        <source>Join to the one before</source>
        <translation>与上一句合并</translation>
    </message>
    <message>
        <source>Join to the one after</source>
        <translation>与下一句合并</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>讲者</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>另一位讲者</translation>
    </message>
    <message>
        <source>Nobody knows</source>
        <translation>不清楚是谁</translation>
    </message>
    <message>
        <source>Speaker {number}</source>
        <translation>讲者 {number}</translation>
    </message>
    <message>
        <source>The model is only {percent} % sure of this.</source>
        <translation>模型对此只有{percent}%的把握。</translation>
    </message>
    <message>
        <source>Play or pause (Enter, Space)</source>
        <translation>播放或暂停（回车、空格）</translation>
    </message>
    <message>
        <source>Correct it (F2)</source>
        <translation>修改文字（F2）</translation>
    </message>
    <message>
        <source>More (menu key)</source>
        <translation>更多（菜单键）</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Stray characters were removed.</source>
        <translation>已去掉多余的字符。</translation>
    </message>
    <message>
        <source>The beginning “http” was added.</source>
        <translation>已在开头补上「http」。</translation>
    </message>
    <message>
        <source>The user name in it was left out.</source>
        <translation>已去掉其中的用户名。</translation>
    </message>
    <message>
        <source>What followed “?” or “#” was left out.</source>
        <translation>已去掉「?」或「#」后面的内容。</translation>
    </message>
    <message>
        <source>The end that gptdesk adds itself was left out.</source>
        <translation>已去掉 gptdesk 会自动补上的结尾。</translation>
    </message>
    <message>
        <source>“/v1” was added.</source>
        <translation>已补上「/v1」。</translation>
    </message>
    <message>
        <source>It stands for this computer.</source>
        <translation>这个地址指的是这台电脑。</translation>
    </message>
    <message>
        <source>Paste the address of the service here.</source>
        <translation>在这里粘贴服务的地址。</translation>
    </message>
    <message>
        <source>An address begins with https:// or http://.</source>
        <translation>地址以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>This is not the name of a computer. It looks like api.example.com.</source>
        <translation>这不是主机名。主机名类似 api.example.com。</translation>
    </message>
    <message>
        <source>The number after the colon must be between 1 and 65535.</source>
        <translation>冒号后面的数字要在 1 到 65535 之间。</translation>
    </message>
    <message>
        <source>Will call {address}</source>
        <translation>将请求 {address}</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>还要约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>还要不到 1 分钟</translation>
    </message>
    <message>
        <source>{size} MB/s</source>
        <translation>{size} MB/s</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Back to 100 %</source>
        <translation>恢复 100 %</translation>
    </message>
    <message>
        <source>This is how large an answer will be. 回答的文字就是这么大。</source>
        <translation>回答的文字就是这么大。This is how large an answer will be.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Backup and restore</source>
        <translation>备份和恢复</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restored: everything is as it was on {date}. What was there before is the newest backup below.</source>
        <translation>已恢复到{date} 的样子。恢复前的内容就是下面最新的那个备份。</translation>
    </message>
    <message>
        <source>All conversations go back to {date}. What is there now is backed up first.</source>
        <translation>所有对话都会回到{date} 的样子。现在的内容会先备份。</translation>
    </message>
    <message>
        <source>Restore the backup of {date}</source>
        <translation>恢复{date} 的备份</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>Shift+Enter starts a new line. Enter that picks a word of an input method never sends.</source>
        <translation>按 Shift+Enter 换行。在输入法里按 Enter 选字不会发送。</translation>
    </message>
    <message>
        <source>Enter starts a new line.</source>
        <translation>按 Enter 换行。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再检查一次</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Check-up: {button}</source>
        <translation>检查：{button}</translation>
    </message>
    <message>
        <source>“{model}” is not in the list of this service; it may still work.</source>
        <translation>服务的列表里没有「{model}」，不过也许能用。</translation>
    </message>
    <message>
        <source>{step}: {result}</source>
        <translation>{step}：{result}</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>Install or check the offline pack</source>
        <translation>安装或检查离线包</translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation>设置：{section}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Keep it for this session only</source>
        <translation>仅本次使用</translation>
    </message>
    <message>
        <source>Offline pack</source>
        <translation>离线包</translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation>来自环境变量</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新连接</translation>
    </message>
    <message>
        <source>New chats use this connection</source>
        <translation>新对话默认使用这个连接</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>还没检查</translation>
    </message>
    <message>
        <source>ready on this computer</source>
        <translation>已就绪，在这台电脑上</translation>
    </message>
    <message numerus="yes">
        <source>connected · %n model(s)</source>
        <translation>
            <numerusform>已连接 · %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>还没保存</translation>
    </message>
    <message>
        <source>needs its key again</source>
        <translation>需要重新填写密钥</translation>
    </message>
    <message>
        <source>OPENAI_API_KEY · read only</source>
        <translation>OPENAI_API_KEY · 只读</translation>
    </message>
    <message>
        <source>not installed yet</source>
        <translation>还没安装</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>key missing</source>
        <translation>缺少密钥</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>连不上</translation>
    </message>
    <message>
        <source>{problem} · checked {time}</source>
        <translation>{problem} · 检查于 {time}</translation>
    </message>
    <message>
        <source>“{name}” removed</source>
        <translation>已移除「{name}」</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>所有连接</translation>
    </message>
    <message>
        <source>Back to the list of connections</source>
        <translation>返回连接列表</translation>
    </message>
    <message>
        <source>Only these addresses are ever contacted.</source>
        <translation>只会访问这些地址。</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>What helps to find a fault.</source>
        <translation>查找问题时用得上的信息。</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Copied. Paste it where you describe the fault.</source>
        <translation>已复制，可以粘贴到描述问题的地方。</translation>
    </message>
    <message>
        <source>The report holds no keys, no chats and not your name.</source>
        <translation>其中没有密钥、对话，也没有你的名字。</translation>
    </message>
    <message>
        <source>gptdesk found this connection in the environment it was started in. It can be used, and it is changed where the variables are set.</source>
        <translation>gptdesk 在启动时的环境变量里找到了这个连接。它可以直接用，要改就到设置环境变量的地方改。</translation>
    </message>
    <message>
        <source>A model answers on this computer: without a key, without internet and free of charge. Nothing you write leaves it.</source>
        <translation>模型就在这台电脑上回答：不用密钥，不用联网，也不花钱。写的内容都不会离开电脑。</translation>
    </message>
    <message>
        <source>With the offline pack a small model answers on this computer: without a key, without internet and free of charge. It has to be installed once.</source>
        <translation>有了离线包，一个小模型就在这台电脑上回答：不用密钥，不用联网，也不花钱。只需安装一次。</translation>
    </message>
    <message>
        <source>Offline pack settings</source>
        <translation>离线包设置</translation>
    </message>
    <message>
        <source>Install the offline pack</source>
        <translation>安装离线包</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard what was not saved</source>
        <translation>放弃还没保存的改动</translation>
    </message>
    <message>
        <source>Go to the chat</source>
        <translation>去对话</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>仍要保存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>还没保存。</translation>
    </message>
    <message>
        <source>Not saved yet, because nothing was checked. You can save it all the same.</source>
        <translation>还没检查，所以还没保存。也可以直接保存。</translation>
    </message>
    <message>
        <source>Not saved yet, because the check-up did not pass. You can save it all the same.</source>
        <translation>检查没有通过，所以还没保存。也可以直接保存。</translation>
    </message>
    <message>
        <source>The check-up passed. Save to use it in chats.</source>
        <translation>检查通过，保存后就能在对话里使用。</translation>
    </message>
    <message>
        <source>New chats use this</source>
        <translation>新对话默认使用</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>设为新对话默认</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this connection</source>
        <translation>移除这个连接</translation>
    </message>
    <message>
        <source>The address is not encrypted. Accept that above, or use https://.</source>
        <translation>这个地址没有加密。在上面确认接受，或改用 https://。</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>Cover the key</source>
        <translation>遮住密钥</translation>
    </message>
    <message>
        <source>Paste your key here</source>
        <translation>在这里粘贴密钥</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>The key was only in memory and is gone. Paste it again.</source>
        <translation>密钥之前只放在内存里，现在没有了，请重新粘贴。</translation>
    </message>
    <message>
        <source>Leave the field empty to keep this key.</source>
        <translation>输入框留空就继续使用这个密钥。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <comment>two sentences, one after the other</comment>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>Keep the stored key</source>
        <translation>保留已存的密钥</translation>
    </message>
    <message>
        <source>gptdesk makes a copy of all conversations by itself every few hours of use and before each update of its database. Pictures are not in these copies: they stay in the storage folder, and a restored conversation finds them there.</source>
        <translation>gptdesk 每使用几个小时，以及每次更新数据库之前，会自动备份所有对话。备份里不包含图片：图片留在存储文件夹里，恢复后的对话仍能找到它们。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>复制结果</translation>
    </message>
    <message>
        <source>As a text for whoever helps you. It holds no key.</source>
        <translation>以文字形式交给帮您的人，其中不含密钥。</translation>
    </message>
    <message>
        <source>Run again · &lt; 1 cent</source>
        <translation>再检查一次 · 不到1美分</translation>
    </message>
    <message>
        <source>Check now · &lt; 1 cent</source>
        <translation>立即检查 · 不到1美分</translation>
    </message>
    <message>
        <source>step by step to the model · costs nothing</source>
        <translation>一步一步查到模型 · 不花钱</translation>
    </message>
    <message>
        <source>step by step, and at the end one word from the model</source>
        <translation>一步一步检查，最后请模型答一个词</translation>
    </message>
    <message>
        <source>{time} · took {seconds}</source>
        <translation>{time} · 用时{seconds}</translation>
    </message>
    <message>
        <source>Used for: {tabs}</source>
        <translation>用于：{tabs}</translation>
    </message>
    <message>
        <source>Use for images</source>
        <translation>用于图片</translation>
    </message>
    <message>
        <source>Use for speech</source>
        <translation>用于语音</translation>
    </message>
    <message>
        <source>Use for transcription</source>
        <translation>用于转写</translation>
    </message>
    <message>
        <source>Duplicate this connection</source>
        <translation>把这个连接复制一份</translation>
    </message>
    <message>
        <source>Use for…</source>
        <translation>用于……</translation>
    </message>
    <message>
        <source>Choose the tabs that use this connection</source>
        <translation>选择哪些标签页使用这个连接</translation>
    </message>
    <message>
        <source>{program} is running on this computer.</source>
        <translation>{program}正在这台电脑上运行。</translation>
    </message>
    <message>
        <source>Knocks at the usual ports of this computer, and nowhere else.</source>
        <translation>只试探这台电脑上常用的端口，不会去别处。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用它</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first}或{last}</translation>
    </message>
    <message>
        <source>Looks for local servers…</source>
        <translation>正在查找本机服务器……</translation>
    </message>
    <message>
        <source>Look for local servers</source>
        <translation>查找本机服务器</translation>
    </message>
    <message>
        <source>Use {program}</source>
        <translation>使用{program}</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>移除密钥</translation>
    </message>
    <message>
        <source>The key will be removed when you save.</source>
        <translation>保存时会移除密钥。</translation>
    </message>
    <message>
        <source>Full-width characters were changed to ordinary ones.</source>
        <translation>已把全角字符换成半角字符。</translation>
    </message>
    <message>
        <source>Long dashes were changed to ordinary ones.</source>
        <translation>已把长破折号换成普通连字符。</translation>
    </message>
    <message>
        <source>The name in front of the key was removed.</source>
        <translation>已去掉密钥前面的名称。</translation>
    </message>
    <message>
        <source>The word “Bearer” in front of the key was removed.</source>
        <translation>已去掉密钥前面的「Bearer」。</translation>
    </message>
    <message>
        <source>Quotation marks were removed.</source>
        <translation>已去掉引号。</translation>
    </message>
    <message numerus="yes">
        <source>%n space(s) were removed on pasting.</source>
        <translation>
            <numerusform>粘贴时已去掉 %n 个空格。</numerusform>
        </translation>
    </message>
    <message>
        <source>This system has no keyring: the key stays in memory until you close gptdesk.</source>
        <translation>这个系统没有密钥环：密钥只放在内存里，关闭 gptdesk 后就没有了。</translation>
    </message>
    <message>
        <source>This key stays in memory until you close gptdesk. It is written nowhere.</source>
        <translation>这个密钥只放在内存里，不写入任何地方，关闭 gptdesk 后就没有了。</translation>
    </message>
    <message>
        <source>Kept in the keyring of your system, never in a file.</source>
        <translation>存在系统密钥环里，不写入文件。</translation>
    </message>
    <message>
        <source>A key cannot hold the character “{character}” ({name}). Copy the key again where you got it.</source>
        <translation>密钥里不能有字符「{character}」（{name}）。请回到获取密钥的地方重新复制。</translation>
    </message>
    <message>
        <source>Kept in {keyring}, never in a file.</source>
        <translation>存在 {keyring} 里，不写入文件。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The whole window changes at once; nothing has to be restarted.</source>
        <translation>整个窗口马上切换，不用重启。</translation>
    </message>
    <message>
        <source>Chosen by itself; the arrow shows all of them</source>
        <translation>自动选择，点箭头可看全部</translation>
    </message>
    <message>
        <source>The check-up fetches the list</source>
        <translation>检查时会读取列表</translation>
    </message>
    <message>
        <source>Show the models of this service</source>
        <translation>显示这个服务的模型</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Always</source>
        <translation>一直保留</translation>
    </message>
    <message>
        <source>{size} are free on the disk.</source>
        <translation>磁盘可用空间 {size}。</translation>
    </message>
    <message>
        <source>Models that answer on this computer: without a key, without internet, free of charge.</source>
        <translation>这些模型就在这台电脑上回答：不用密钥，不用联网，也不花钱。</translation>
    </message>
    <message>
        <source>Model of new chats</source>
        <translation>新对话的模型</translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation>在内存里保留</translation>
    </message>
    <message>
        <source>All files are as they should be.</source>
        <translation>所有文件都完好。</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>This frees {size} on the disk. To use it again, {size} have to be downloaded again.</source>
        <translation>可以腾出 {size} 磁盘空间。以后再用，要重新下载 {size}。</translation>
    </message>
    <message>
        <source>This opens {address} in your browser.</source>
        <translation>将在浏览器中打开 {address}。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可证：{licence}</translation>
    </message>
    <message>
        <source>{button}: {pack}</source>
        <translation>{button}：{pack}</translation>
    </message>
    <message>
        <source>A file is not what it should be. Repair fetches it again.</source>
        <translation>有一个文件内容不对，修复时会重新下载。</translation>
    </message>
    <message>
        <source>Putting the parts together…</source>
        <translation>正在合并文件…</translation>
    </message>
    <message>
        <source>The engine rests. It starts by itself with the next question.</source>
        <translation>引擎在休息，下次提问时会自动启动。</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>引擎正在启动…</translation>
    </message>
    <message>
        <source>The engine is in memory and answers.</source>
        <translation>引擎在内存里，随时可以回答。</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly. It starts again with the next question.</source>
        <translation>引擎意外停止，下次提问时会重新启动。</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>未下完</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>{size} to download · needs about {memory} of memory</source>
        <translation>需下载 {size} · 约占内存 {memory}</translation>
    </message>
    <message>
        <source>{done} of {total} · {speed} · {left}</source>
        <translation>{done} / {total} · {speed} · {left}</translation>
    </message>
    <message>
        <source>{done} of {size} are here already.</source>
        <translation>已下载 {done}，共 {size}。</translation>
    </message>
    <message>
        <source>Checking: {done} of {total}</source>
        <translation>正在检查：{done} / {total}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的分类</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
    <message>
        <source>Back to all settings</source>
        <translation>返回所有设置</translation>
    </message>
    <message>
        <source>No setting is called “{words}”.</source>
        <translation>没有叫「{words}」的设置。</translation>
    </message>
    <message>
        <source>Send the key over this address all the same</source>
        <translation>仍然通过这个地址发送密钥</translation>
    </message>
    <message>
        <source>This address begins with http:// and leads out of your own network. Everyone on the way could read the key and what you write. Most services also answer at https://.</source>
        <translation>这个地址以 http:// 开头，而且通往外部网络。途中的任何人都可能看到密钥和你写的内容。多数服务也可以用 https:// 访问。</translation>
    </message>
    <message>
        <source>There is no connection to try it with: all of yours lead to this computer or its own network. Nobody else is contacted.</source>
        <translation>没有可以用来试的连接：您的连接都通向这台电脑或它所在的网络。gptdesk不会联系任何别人。</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>已保存，从下一个请求开始生效。</translation>
    </message>
    <message>
        <source>{host} answers by this way.</source>
        <translation>通过这条路，{host}有回应。</translation>
    </message>
    <message>
        <source>This system has no keyring: the password stays in memory until you close gptdesk.</source>
        <translation>这个系统没有密钥环：密码只留在内存里，关闭gptdesk后即消失。</translation>
    </message>
    <message>
        <source>A proxy needs the name of a computer and a port.</source>
        <translation>代理需要填写主机和端口。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>A proxy is a computer that passes requests on. All of gptdesk uses it, downloads too. It is never used for this computer.</source>
        <translation>代理是替您转发请求的电脑。gptdesk的所有请求都走它，下载也是；但访问这台电脑本身时从不使用。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>only if the proxy asks for it</source>
        <translation>仅在代理要求时填写</translation>
    </message>
    <message>
        <source>Save the proxy</source>
        <translation>保存代理</translation>
    </message>
    <message>
        <source>Test the proxy</source>
        <translation>测试代理</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>The proxy of the system is used if there is one.</source>
        <translation>如果系统设有代理，就使用它。</translation>
    </message>
    <message>
        <source>Requests go out directly, also if the system has a proxy.</source>
        <translation>即使系统设有代理，请求也直接发出。</translation>
    </message>
    <message>
        <source>The password will be removed when you save.</source>
        <translation>保存时将删除密码。</translation>
    </message>
    <message>
        <source>Keep the stored password</source>
        <translation>保留已存的密码</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <translation>删除密码</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>不用代理</translation>
    </message>
    <message>
        <source>This proxy</source>
        <translation>指定代理</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>Monthly limit</source>
        <translation>每月限额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Usage by day</source>
        <translation>每日用量</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>磁盘可用空间</translation>
    </message>
    <message>
        <source>Keep the engine in memory</source>
        <translation>把引擎留在内存里</translation>
    </message>
    <message>
        <source>Send with Enter</source>
        <translation>用 Enter 发送</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Headphones</source>
        <translation>耳机</translation>
    </message>
    <message>
        <source>Play a test tone</source>
        <translation>播放测试音</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Search services</source>
        <translation>搜索服务</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Anything that speaks the language of the OpenAI API: paste its address below.</source>
        <translation>任何使用OpenAI API格式的服务：请在下面粘贴它的地址。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Where do I get a key?</source>
        <translation>在哪里获取密钥？</translation>
    </message>
    <message>
        <source>Offers: {tasks}</source>
        <translation>提供：{tasks}</translation>
    </message>
    <message>
        <source>As the system chooses</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Two tones, one after the other.</source>
        <translation>先后播放两个音。</translation>
    </message>
    <message>
        <source>Shows how loud it hears you. Nothing is kept.</source>
        <translation>显示听到的音量，不会保留任何录音。</translation>
    </message>
    <message>
        <source>As the system chooses ({device})</source>
        <translation>跟随系统（{device}）</translation>
    </message>
    <message>
        <source>For dictating, recording, reading aloud and listening.</source>
        <translation>用于听写、录音、朗读和播放。</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>正在查找设备…</translation>
    </message>
    <message>
        <source>Say something: the bar should move. Nothing is kept.</source>
        <translation>请说句话，音量条应该会动。不会保留任何录音。</translation>
    </message>
    <message>
        <source>Try the microphone</source>
        <translation>试一试麦克风</translation>
    </message>
    <message>
        <source>{device} (not connected)</source>
        <translation>{device}（未连接）</translation>
    </message>
    <message>
        <source>Everything gptdesk keeps is on this computer, in these places.</source>
        <translation>gptdesk 保存的一切都在这台电脑上，就在这些位置。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Keys are in none of these files.</source>
        <translation>这些文件里都没有密钥。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>{path} · {size}</source>
        <translation>{path} · {size}</translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message>
        <source>{done} of {total} · {speed} per second · {left}</source>
        <translation>{done} / {total} · 每秒 {speed} · {left}</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>还要约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the files…</source>
        <translation>正在检查文件…</translation>
    </message>
    <message>
        <source>Putting the files together…</source>
        <translation>正在合并文件…</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>还要不到 1 分钟</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>Text to be spoken</source>
        <translation>要朗读的文字</translation>
    </message>
    <message>
        <source>Write or paste a text here, or drop a file on it.</source>
        <translation>在这里写下或粘贴文字，也可以把文件拖进来。</translation>
    </message>
    <message>
        <source>Stop, keep what is ready</source>
        <translation>停止，保留已完成的部分</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Make the rest</source>
        <translation>生成剩余部分</translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation>再听一遍</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>What was spoken</source>
        <translation>朗读过的内容</translation>
    </message>
    <message>
        <source>Nothing spoken yet</source>
        <translation>还没有朗读过</translation>
    </message>
    <message>
        <source>What you let be spoken stays here, with its sound, until you delete it.</source>
        <translation>朗读过的文字和声音都保留在这里，直到您把它删除。</translation>
    </message>
    <message>
        <source>{voice} · {time}, not finished · {day}</source>
        <translation>{voice} · {time}，未完成 · {day}</translation>
    </message>
    <message>
        <source>{voice} · {time} · {day}</source>
        <translation>{voice} · {time} · {day}</translation>
    </message>
    <message>
        <source>Search in what was spoken</source>
        <translation>搜索朗读过的文字</translation>
    </message>
    <message>
        <source>No text holds these words.</source>
        <translation>没有文字包含这些词。</translation>
    </message>
    <message>
        <source>{voice} · {time} · {cost} · {day}</source>
        <translation>{voice} · {time} · {cost} · {day}</translation>
    </message>
    <message>
        <source>{voice} · {time}, not finished · {cost} · {day}</source>
        <translation>{voice} · {time}，未完成 · {cost} · {day}</translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation>已删除“{title}”</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Let a text be read aloud</source>
        <translation>让文字变成声音</translation>
    </message>
    <message>
        <source>However long it is: it is cut at its sentences, sounds while the rest is still being made, and becomes one sound file.</source>
        <translation>无论多长：按句子切分，一边生成一边播放，最后合成一个声音文件。</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Batch from file</source>
        <translation>从文件批量生成</translation>
    </message>
    <message>
        <source>Voice and format</source>
        <translation>嗓音和格式</translation>
    </message>
    <message>
        <source>Try an example</source>
        <translation>试一个例子</translation>
    </message>
    <message>
        <source>Back to the voice</source>
        <translation>返回嗓音设置</translation>
    </message>
    <message>
        <source>Words said differently</source>
        <translation>特殊读音</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Sound wave</source>
        <translation>声音波形</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the sound</source>
        <translation>保存声音</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>上一句</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>下一句</translation>
    </message>
    <message>
        <source>Save subtitles</source>
        <translation>保存字幕</translation>
    </message>
    <message>
        <source>How fast to listen</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>**{now}** / {ready}</source>
        <translation>**{now}** / {ready}</translation>
    </message>
    <message>
        <source>**{now}** / {ready} ready, {whole} in all</source>
        <translation>**{now}** / 已完成{ready}，共{whole}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>{ready} of {all} pieces are ready, {failed} failed</source>
        <translation>共{all}段，已完成{ready}段，{failed}段失败</translation>
    </message>
    <message>
        <source>Piece {number}, being made</source>
        <translation>第{number}段，正在生成</translation>
    </message>
    <message>
        <source>Piece {number} waits</source>
        <translation>第{number}段等待中</translation>
    </message>
    <message>
        <source>Piece {number} failed</source>
        <translation>第{number}段失败</translation>
    </message>
    <message>
        <source>Piece {number}</source>
        <translation>第{number}段</translation>
    </message>
    <message>
        <source>All pieces are ready: {all}</source>
        <translation>全部{all}段已完成</translation>
    </message>
    <message>
        <source>{ready} of {all} pieces are ready</source>
        <translation>共{all}段，已完成{ready}段</translation>
    </message>
    <message>
        <source>{old} ended on {day}; {model} speaks in its place.</source>
        <translation>{old}已于{day}停用，现由{model}代为朗读。</translation>
    </message>
    <message>
        <source>Answers until {day}; then {model} speaks in its place.</source>
        <translation>可用到{day}，之后由{model}代为朗读。</translation>
    </message>
    <message>
        <source>This may pass your limit for the month</source>
        <translation>这次可能会超出本月限额</translation>
    </message>
    <message>
        <source>{spent} of {limit} are spent. **Nothing is spoken yet.**</source>
        <translation>已花费{spent}，限额为{limit}。**还没有开始朗读。**</translation>
    </message>
    <message>
        <source>This month&apos;s limit is reached</source>
        <translation>本月限额已用完</translation>
    </message>
    <message>
        <source>Speak anyway</source>
        <translation>仍然朗读</translation>
    </message>
    <message>
        <source>Change the limit</source>
        <translation>修改限额</translation>
    </message>
    <message>
        <source>Price of {date}</source>
        <translation>{date}的价格</translation>
    </message>
    <message>
        <source>Roughly, price of {date}</source>
        <translation>粗略估计，{date}的价格</translation>
    </message>
    <message>
        <source>The price of this model is not known</source>
        <translation>这个模型的价格未知</translation>
    </message>
    <message>
        <source>MP3 plays everywhere. WAV and FLAC lose nothing. Opus, AAC and M4A are small.</source>
        <translation>MP3到处都能播放，WAV和FLAC没有损失，Opus、AAC和M4A体积小。</translation>
    </message>
    <message>
        <source>The lamp was lit at a quarter past five, ten minutes earlier than yesterday. By seven the rain had come in from the sea.

“Is anyone there?” he asked into the dark. Nobody answered. Then, quite near, somebody laughed.</source>
        <translation>灯在五点一刻点亮了，比昨天早了十分钟。七点钟，雨从海上来了。

“有人吗？”他朝黑暗里问道。没有人回答。过了一会儿，就在近旁，有人笑了。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>No loudspeaker was found</source>
        <translation>没有找到扬声器</translation>
    </message>
    <message>
        <source>Speaking and saving work as ever. Connect headphones or a loudspeaker to listen.</source>
        <translation>朗读和保存不受影响。要试听，请连接耳机或扬声器。</translation>
    </message>
    <message>
        <source>What was made is kept and not paid for again.</source>
        <translation>已生成的部分都保留着，不会再次收费。</translation>
    </message>
    <message>
        <source>Looking for models that speak…</source>
        <translation>正在查找能朗读的模型…</translation>
    </message>
    <message>
        <source>No connection can speak yet.</source>
        <translation>还没有能朗读的连接。</translation>
    </message>
    <message>
        <source>Choose a voice first.</source>
        <translation>请先选择嗓音。</translation>
    </message>
    <message>
        <source>It is ready to be saved.</source>
        <translation>已经可以保存。</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>请先写点什么。</translation>
    </message>
    <message>
        <source>Nothing here can speak yet</source>
        <translation>这里还没有能朗读的模型</translation>
    </message>
    <message>
        <source>Install the offline pack, whose voices speak on this computer, or add a connection to a service that offers speech.</source>
        <translation>安装离线包，它的嗓音就在这台电脑上朗读；或者添加一个提供语音合成的服务。</translation>
    </message>
    <message>
        <source>It is here: {path}</source>
        <translation>文件在这里：{path}</translation>
    </message>
    <message>
        <source>{number} of {count} files are written.</source>
        <translation>已写好{number}个文件，共{count}个。</translation>
    </message>
    <message>
        <source>The offline pack is being loaded…</source>
        <translation>正在载入离线包…</translation>
    </message>
    <message>
        <source>This model does not follow instructions.</source>
        <translation>这个模型不理会朗读要求。</translation>
    </message>
    <message>
        <source>This model does not change its speed.</source>
        <translation>这个模型不能改变语速。</translation>
    </message>
    <message numerus="yes">
        <source>A piece is tried again in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n秒后重试其中一段。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is made: hearing it again costs nothing.</source>
        <translation>已经生成：再听一遍不花钱。</translation>
    </message>
    <message>
        <source>To the offline pack</source>
        <translation>前往离线包</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Free, on this computer</source>
        <translation>免费，在这台电脑上</translation>
    </message>
    <message>
        <source>No model that speaks</source>
        <translation>没有能朗读的模型</translation>
    </message>
    <message>
        <source>Its service planned to end it on {day}.</source>
        <translation>服务方原计划于{day}停用它。</translation>
    </message>
    <message>
        <source>Answers until {day}; then its service ends it.</source>
        <translation>可用到{day}，之后服务方将停用它。</translation>
    </message>
    <message>
        <source>So far **{done}** of {all}</source>
        <translation>目前**{done}**，共{all}</translation>
    </message>
    <message>
        <source>Texts (*.txt *.md *.docx *.pdf *.epub)</source>
        <translation>文本 (*.txt *.md *.docx *.pdf *.epub)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>Open a file of many texts</source>
        <translation>打开含有多段文字的文件</translation>
    </message>
    <message>
        <source>Choose a folder for the sound files</source>
        <translation>选择存放声音文件的文件夹</translation>
    </message>
    <message>
        <source>Hello, this is my voice. What shall I read to you today?</source>
        <translation>您好，这就是我的声音。今天想听我读点什么？</translation>
    </message>
    <message>
        <source>Calmly and slowly, like a bedtime story.</source>
        <translation>平静缓慢，像讲睡前故事。</translation>
    </message>
    <message>
        <source>Like a newsreader: clear, even, without emotion.</source>
        <translation>像新闻播音员：清晰、平稳、不带感情。</translation>
    </message>
    <message>
        <source>Cheerful and quick, with a smile in the voice.</source>
        <translation>欢快活泼，声音里带着笑意。</translation>
    </message>
    <message>
        <source>An old man telling a story by the fire, unhurried.</source>
        <translation>像老人在炉边讲故事，不慌不忙。</translation>
    </message>
    <message>
        <source>A patient teacher who stresses the important words.</source>
        <translation>像耐心的老师，重点词读得更重。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>How it should sound</source>
        <translation>朗读的语气</translation>
    </message>
    <message>
        <source>For example: calmly, like a bedtime story</source>
        <translation>例如：平静地，像讲睡前故事</translation>
    </message>
    <message>
        <source>This model does not take instructions.</source>
        <translation>这个模型不接受朗读要求。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>Names and short forms that the voice should say another way</source>
        <translation>需要换一种读法的人名、地名和缩写</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>嗓音</translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n种嗓音</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the voice</source>
        <translation>嗓音名称</translation>
    </message>
    <message>
        <source>The voices of this model are not known here. Its service lists their names.</source>
        <translation>这里不知道这个模型有哪些嗓音，名称请看服务方的说明。</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>显示全部%n种</numerusform>
        </translation>
    </message>
    <message>
        <source>Hear the voice {name}</source>
        <translation>试听嗓音{name}</translation>
    </message>
    <message>
        <source>The voice says the right-hand word instead of the left-hand one. The text itself stays as it is.</source>
        <translation>遇到左边的词，会读成右边的写法；文字本身不变。</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>添加一个词</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Remove this word</source>
        <translation>去掉这个词</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n个字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>{characters} · about {time}</source>
        <translation>{characters} · 约{time}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}小时</translation>
    </message>
    <message>
        <source>{number} ×</source>
        <translation>{number} 倍</translation>
    </message>
</context>
<context>
    <name>SpeechCommand</name>
    <message>
        <source>Speak the text</source>
        <translation>朗读这段文字</translation>
    </message>
    <message>
        <source>Make the rest of the speech</source>
        <translation>继续生成剩余的朗读</translation>
    </message>
    <message>
        <source>Stop speaking, keep what is ready</source>
        <translation>停止朗读，保留已生成的部分</translation>
    </message>
    <message>
        <source>Hear the speech, or pause it</source>
        <translation>播放或暂停朗读</translation>
    </message>
    <message>
        <source>Save the speech as a sound file</source>
        <translation>把朗读保存为声音文件</translation>
    </message>
    <message>
        <source>Save the subtitles of the speech</source>
        <translation>保存朗读的字幕</translation>
    </message>
    <message>
        <source>Open a text to be spoken</source>
        <translation>打开要朗读的文字</translation>
    </message>
    <message>
        <source>Speak many texts into files</source>
        <translation>批量朗读成文件</translation>
    </message>
    <message>
        <source>What was spoken before</source>
        <translation>以前朗读过的内容</translation>
    </message>
    <message>
        <source>Words said differently</source>
        <translation>特殊读音</translation>
    </message>
</context>
<context>
    <name>SpokenLanguages</name>
    <message>
        <source>Find out by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>{name} · {own}</source>
        <translation>{name} · {own}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>挪威语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>马来语</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>No backup: the disk refused</source>
        <translation>没有备份：磁盘无法写入</translation>
    </message>
    <message>
        <source>Nothing to back up yet</source>
        <translation>还没有需要备份的内容</translation>
    </message>
    <message>
        <source>Last backup {when}</source>
        <translation>上次备份 {when}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找一切</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>还没有连接</translation>
    </message>
    <message>
        <source>This month **{spent}** of {limit}</source>
        <translation>本月 **{spent}**，限额 {limit}</translation>
    </message>
    <message>
        <source>Show what was used</source>
        <translation>查看用量</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of unknown price are not in it</source>
        <translation>
            <numerusform>不含 %n 次价格未知的请求</numerusform>
        </translation>
    </message>
    <message>
        <source>This month **{spent}**</source>
        <translation>本月 **{spent}**</translation>
    </message>
    <message>
        <source>This month&apos;s limit is reached</source>
        <translation>本月限额已用完</translation>
    </message>
    <message>
        <source>Little of this month&apos;s limit is left</source>
        <translation>本月限额所剩不多</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answer by {model}</source>
        <translation>{model} 的回答</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>复制回答</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>上一版回答</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一版回答</translation>
    </message>
    <message>
        <source>Copy without formatting</source>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <source>Continue this answer</source>
        <translation>接着回答</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>cost {amount}</source>
        <translation>花费 {amount}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Reasoning…</source>
        <translation>正在推理…</translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation>显示推理过程</translation>
    </message>
    <message numerus="yes">
        <source>Reasoned for %n second(s)</source>
        <translation>
            <numerusform>已推理 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoned before the answer</source>
        <translation>回答前推理过</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>跳到最新消息</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Search transcripts</source>
        <translation>搜索转写稿</translation>
    </message>
    <message>
        <source>What was transcribed</source>
        <translation>转写过的内容</translation>
    </message>
    <message>
        <source>Nothing transcribed yet</source>
        <translation>还没有转写过</translation>
    </message>
    <message>
        <source>Every transcript stays here until you delete it.</source>
        <translation>每份转写稿都会留在这里，直到你删除它。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No transcript holds these words. Try fewer of them.</source>
        <translation>没有哪份转写稿含有这些字词，少输几个试试。</translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation>已删除“{title}”</translation>
    </message>
    <message numerus="yes">
        <source>What is finished can be saved now. %n piece(s) are not, and will be missing in it.</source>
        <translation>
            <numerusform>可以先保存已完成的部分；还有 %n 段没有完成，文件里会缺少它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no text to save yet.</source>
        <translation>还没有可以保存的文字。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>With times in texts</source>
        <translation>文字里带时间</translation>
    </message>
    <message>
        <source>With names of speakers</source>
        <translation>带讲者姓名</translation>
    </message>
    <message>
        <source>Save the transcript</source>
        <translation>保存转写稿</translation>
    </message>
    <message>
        <source>“Api” is then another word than “API”</source>
        <translation>这时“Api”和“API”算不同的词</translation>
    </message>
    <message>
        <source>“cap” is then not found in “capital”</source>
        <translation>这时不会在“capital”里找到“cap”</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Find in this transcript</source>
        <translation>在转写稿里查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>整词匹配</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>讲者</translation>
    </message>
    <message>
        <source>This model hears a long recording in pieces and may give one person several names; the menu beside a name merges them.</source>
        <translation>这个模型分段听写长录音，同一个人可能会得到几个名字；可用名字旁的菜单把它们合并。</translation>
    </message>
    <message>
        <source>Name of the speaker</source>
        <translation>讲者姓名</translation>
    </message>
    <message>
        <source>“{name}” is the same person as</source>
        <translation>“{name}”其实就是</translation>
    </message>
    <message>
        <source>Rename “{name}” everywhere</source>
        <translation>把各处的“{name}”改名</translation>
    </message>
    <message>
        <source>“{name}” is another speaker, too</source>
        <translation>“{name}”和另一位讲者是同一人</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>New title of the transcript</source>
        <translation>转写稿的新标题</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>讲者</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>failed, can go on</source>
        <translation>出错，可继续</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕，带时间</translation>
    </message>
    <message>
        <source>Subtitles for the web</source>
        <translation>网页字幕</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>Data, can be opened again</source>
        <translation>数据，可再打开</translation>
    </message>
    <message>
        <source>Table for Excel</source>
        <translation>Excel 表格</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>List what is to be done</source>
        <translation>列出待办事项</translation>
    </message>
    <message>
        <source>{length} · not finished yet</source>
        <translation>{length} · 尚未完成</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>With a chat model</source>
        <translation>交给对话模型</translation>
    </message>
    <message>
        <source>The words go to the model that is chosen in Chat. The recording does not.</source>
        <translation>文字会发给“对话”里选定的模型，录音不会。</translation>
    </message>
    <message>
        <source>What is to be done with the text</source>
        <translation>要拿文字做什么</translation>
    </message>
    <message>
        <source>Language to write in</source>
        <translation>用哪种语言写</translation>
    </message>
    <message>
        <source>What the model wrote</source>
        <translation>模型写的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Ask about this in Chat</source>
        <translation>在对话里提问</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This is the transcript of “{title}”:</source>
        <translation>这是“{title}”的转写稿：</translation>
    </message>
    <message>
        <source>Roughly, price of {date}</source>
        <translation>粗略估计，按 {date} 的价格</translation>
    </message>
    <message>
        <source>Choose a model in Chat first.</source>
        <translation>请先在“对话”里选一个模型。</translation>
    </message>
    <message>
        <source>About {title}</source>
        <translation>关于 {title}</translation>
    </message>
    <message>
        <source>Free, on this computer</source>
        <translation>免费，在本机运行</translation>
    </message>
    <message>
        <source>The price of this model is not known</source>
        <translation>这个模型的价格未知</translation>
    </message>
    <message>
        <source>The model is being started…</source>
        <translation>正在启动模型……</translation>
    </message>
    <message>
        <source>Used just now: {cost}</source>
        <translation>刚刚用去：{cost}</translation>
    </message>
</context>
<context>
    <name>Transcription</name>
    <message>
        <source>Drop recordings here to write them down</source>
        <translation>把录音拖到这里进行转写</translation>
    </message>
    <message>
        <source>Back to where it plays</source>
        <translation>回到正在播放的地方</translation>
    </message>
    <message>
        <source>Stop, keep what is done</source>
        <translation>停止，保留已完成的</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>转写文字</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Model and language</source>
        <translation>模型和语言</translation>
    </message>
    <message>
        <source>Back to the model</source>
        <translation>返回模型设置</translation>
    </message>
    <message>
        <source>Piece {number} could not be written down. Press to try it again.</source>
        <translation>第{number}段没能转写。点击可以重试。</translation>
    </message>
    <message>
        <source>Piece {number}: nobody speaks</source>
        <translation>第{number}段：没有人说话</translation>
    </message>
    <message>
        <source>Piece {number}, being written down</source>
        <translation>第{number}段，正在转写</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Reading and correcting work as ever; connect headphones or a loudspeaker to listen.</source>
        <translation>没有找到扬声器。阅读和修改照常可用；想听声音请接上耳机或扬声器。</translation>
    </message>
    <message>
        <source>Looking for models that hear…</source>
        <translation>正在查找能转写的模型……</translation>
    </message>
    <message>
        <source>No model that transcribes</source>
        <translation>没有能转写的模型</translation>
    </message>
    <message>
        <source>Recordings, videos and transcripts ({kinds})</source>
        <translation>录音、视频和转写稿（{kinds}）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open recordings</source>
        <translation>打开录音</translation>
    </message>
    <message>
        <source>This may pass your limit for the month</source>
        <translation>这可能会超出本月上限</translation>
    </message>
    <message>
        <source>{spent} of {limit} are spent. **Nothing is sent yet.**</source>
        <translation>已用{spent}，上限{limit}。**还没有发送任何内容。**</translation>
    </message>
    <message>
        <source>This month&apos;s limit is reached</source>
        <translation>已达到本月上限</translation>
    </message>
    <message>
        <source>Write it down anyway</source>
        <translation>仍然转写</translation>
    </message>
    <message>
        <source>Change the limit</source>
        <translation>修改上限</translation>
    </message>
    <message>
        <source>Write it down again</source>
        <translation>重新转写</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>开始转写</translation>
    </message>
    <message>
        <source>Used so far **{paid}** of {all}</source>
        <translation>已用**{paid}**，做完约{all}</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) failed</source>
        <translation>
            <numerusform>%n段失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Reading the recording…</source>
        <translation>正在读取录音……</translation>
    </message>
    <message>
        <source>Free, on this computer · about {time}</source>
        <translation>免费，在本机进行 · 约{time}</translation>
    </message>
    <message>
        <source>The price of this model is not known · about {time}</source>
        <translation>不知道该模型的价格 · 约{time}</translation>
    </message>
    <message>
        <source>About {time}</source>
        <translation>约{time}</translation>
    </message>
    <message>
        <source>About {time} · price of {date}</source>
        <translation>约{time} · {date}的价格</translation>
    </message>
    <message>
        <source>Free, on this computer</source>
        <translation>免费，在本机进行</translation>
    </message>
    <message>
        <source>Written down for free</source>
        <translation>免费完成转写</translation>
    </message>
    <message>
        <source>No connection can transcribe yet.</source>
        <translation>还没有能转写的连接。</translation>
    </message>
    <message>
        <source>Open or record something first.</source>
        <translation>请先打开录音，或录一段。</translation>
    </message>
    <message>
        <source>{done} of {count} pieces</source>
        <translation>{done} / {count} 段完成</translation>
    </message>
    <message>
        <source>Write all down</source>
        <translation>全部转写</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>还要约{time}</translation>
    </message>
    <message>
        <source>Written down for **{paid}**</source>
        <translation>转写用了**{paid}**</translation>
    </message>
    <message>
        <source>Sample: the lamp and the rain</source>
        <translation>示例：灯和雨</translation>
    </message>
    <message>
        <source>Nothing was written down yet.</source>
        <translation>还没有转写任何内容。</translation>
    </message>
    <message>
        <source>Check the model and the language at the right, then begin.</source>
        <translation>看看右侧的模型和语言，然后开始。</translation>
    </message>
    <message>
        <source>The first sentences appear here in a moment.</source>
        <translation>第一批句子马上出现在这里。</translation>
    </message>
    <message>
        <source>Nobody speaks in this recording.</source>
        <translation>这段录音里没有人说话。</translation>
    </message>
    <message>
        <source>What was written down is kept and not sent again.</source>
        <translation>已转写的内容会保留，不会再次发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) could not be read</source>
        <translation>
            <numerusform>有%n个录音无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Open another recording</source>
        <translation>打开别的录音</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) are not finished</source>
        <translation>
            <numerusform>有%n个录音还没转写完</numerusform>
        </translation>
    </message>
    <message>
        <source>What was written down is kept; only what is missing is sent.</source>
        <translation>已转写的内容都在；只发送还缺的部分。</translation>
    </message>
    <message>
        <source>Nothing here can write down speech yet</source>
        <translation>这里还没有能转写语音的模型</translation>
    </message>
    <message>
        <source>Install the offline pack, which does it on this computer for free, or add a connection to a service that transcribes.</source>
        <translation>安装离线包，即可在本机免费转写；或者添加一个能转写的服务连接。</translation>
    </message>
    <message>
        <source>The offline pack is being loaded…</source>
        <translation>正在载入离线包……</translation>
    </message>
    <message>
        <source>This model does not translate: the text stays as it is spoken.</source>
        <translation>该模型不翻译：文字保持原话的语言。</translation>
    </message>
    <message>
        <source>This model takes no hints.</source>
        <translation>该模型不接受提示。</translation>
    </message>
    <message>
        <source>This model finds out the language by itself.</source>
        <translation>该模型会自动识别语言。</translation>
    </message>
    <message numerus="yes">
        <source>A piece is tried again in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n秒后重试一段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Use {model} instead</source>
        <translation>改用{model}</translation>
    </message>
    <message>
        <source>These were left out: {names}</source>
        <translation>没有加入：{names}</translation>
    </message>
    <message>
        <source>To the offline pack</source>
        <translation>查看离线包</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Recordings in the queue</source>
        <translation>队列中的录音</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) are missing in it.</source>
        <translation>
            <numerusform>其中缺少%n段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>It is here: {path}</source>
        <translation>文件在这里：{path}</translation>
    </message>
    <message>
        <source>A sentence or two in the language of the recording, with names as they are to be written. It helps the model to hear them; it is no instruction.</source>
        <translation>用录音的语言写一两句话，名字按希望的写法写。这能帮助模型听对；它不是指令。</translation>
    </message>
    <message>
        <source>Language of the recording</source>
        <translation>录音的语言</translation>
    </message>
    <message>
        <source>Naming it helps with short recordings and rare languages.</source>
        <translation>对于很短的录音或少见的语言，指明语言会更准。</translation>
    </message>
    <message>
        <source>Names and words to expect</source>
        <translation>会出现的名字和词语</translation>
    </message>
    <message>
        <source>For example: Li Wei, gptdesk</source>
        <translation>例如：李薇，gptdesk</translation>
    </message>
    <message>
        <source>Part them with commas. The model then spells them right.</source>
        <translation>用逗号分隔。模型就会把它们写对。</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>录音内容</translation>
    </message>
    <message>
        <source>For example: Minutes of a meeting of Café Lumen in Lyon</source>
        <translation>例如：花园小区十一月议事会的记录</translation>
    </message>
    <message>
        <source>Even the loudness</source>
        <translation>均衡音量</translation>
    </message>
    <message>
        <source>Makes quiet voices louder before they are sent.</source>
        <translation>发送前把较轻的声音调大。</translation>
    </message>
    <message>
        <source>Translate into English</source>
        <translation>翻译成英语</translation>
    </message>
    <message>
        <source>Writes English, whatever language is spoken.</source>
        <translation>不管说的是什么语言，都写成英语。</translation>
    </message>
    <message>
        <source>This model does not translate. The finished text can be translated in Chat.</source>
        <translation>该模型不能翻译。转写完成后可以用对话模型翻译。</translation>
    </message>
    <message>
        <source>Turn a recording into text</source>
        <translation>把录音变成文字</translation>
    </message>
    <message>
        <source>Drop recordings or videos here, however long. They are cut where nobody speaks and written down piece by piece; each sentence gets its time, and what is done is never sent twice.</source>
        <translation>把录音或视频拖到这里，多长都可以。它们会在没人说话的地方切开，一段一段转写；每句话都有时间，做完的部分绝不会再发送一次。</translation>
    </message>
    <message>
        <source>MP3, M4A, WAV, FLAC, OGG, MP4, MKV, MOV …</source>
        <translation>MP3、M4A、WAV、FLAC、OGG、MP4、MKV、MOV……</translation>
    </message>
    <message>
        <source>Try with a sample</source>
        <translation>用示例试一试</translation>
    </message>
    <message>
        <source>A few seconds of speech that come with gptdesk</source>
        <translation>gptdesk自带的几秒钟语音</translation>
    </message>
    <message>
        <source>not finished · {done} of {count} pieces</source>
        <translation>未完成 · {done} / {count} 段</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Its service planned to end it on {day}.</source>
        <translation>服务方计划在{day}停用它。</translation>
    </message>
    <message>
        <source>Answers until {day}; then its service ends it.</source>
        <translation>可用到{day}，之后服务方会停用它。</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} hours</source>
        <translation>{number}小时</translation>
    </message>
    <message>
        <source>waits · {length}</source>
        <translation>等待中 · {length}</translation>
    </message>
    <message>
        <source>stopped · {done} of {count} pieces</source>
        <translation>已停止 · {done} / {count} 段</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>being read · {time}</source>
        <translation>正在读取 · {time}</translation>
    </message>
    <message>
        <source>done · {length}</source>
        <translation>已完成 · {length}</translation>
    </message>
</context>
<context>
    <name>TranscriptionCommands</name>
    <message>
        <source>Write down a recording</source>
        <translation>转写录音</translation>
    </message>
    <message>
        <source>Record and write down</source>
        <translation>录音并转写</translation>
    </message>
    <message>
        <source>Start or continue writing down</source>
        <translation>开始或继续转写</translation>
    </message>
    <message>
        <source>Stop writing down, keep what is done</source>
        <translation>停止转写，保留已完成的</translation>
    </message>
    <message>
        <source>Earlier transcripts</source>
        <translation>以前的转写</translation>
    </message>
    <message>
        <source>Try transcription with a sample</source>
        <translation>用示例试试转写</translation>
    </message>
</context>
<context>
    <name>Try</name>
    <message>
        <source>From the page &quot;{lesson}&quot;. Nothing can answer yet; the offline pack needs no key.</source>
        <translation>来自《{lesson}》。现在还没有能回答的模型；离线包不需要密钥。</translation>
    </message>
    <message>
        <source>From the page &quot;{lesson}&quot;. It is filled in, and nothing is sent yet.</source>
        <translation>来自《{lesson}》。已经填好，还没有发送。</translation>
    </message>
    <message>
        <source>Get the offline pack</source>
        <translation>获取离线包</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>回到那一页</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>{position} of {duration}</source>
        <translation>{position}，共 {duration}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{page} · {app}</source>
        <translation>{page} · {app}</translation>
    </message>
</context>
</TS>
