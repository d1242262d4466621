<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the offline pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the offline pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatCommand</name>
    <message>
        <source>Answer with {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatCopy</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list of chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New title of the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} · {connection}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatLink</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only web and mail addresses are opened. This link says:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM</source>
        <comment>month heading, as in Qt&apos;s date formats</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>month heading of another year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day of this year, as in Qt&apos;s date formats</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day of another year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New title of the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, pinned, {time}. {preview}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {time}. {preview}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats will be listed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every sentence is saved at once, and all of it can be searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat holds these words. Try fewer of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: no credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: key not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: key refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: not served in this region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: no internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: address not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: model not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: offline pack missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: connection removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft · not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatModels</name>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models by connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatProgress</name>
    <message numerus="yes">
        <source>The first %n message(s) were left out, because the model cannot read more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model does not take “{name}”; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The service has trouble of its own. Trying again in %n second(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Starting the model on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Answering · %n token(s) received</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The model is thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model on this computer stopped. Starting it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The service asks to wait. Trying again in %n second(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatState</name>
    <message>
        <source>no credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last request failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection of this chat was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline pack · on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatTrouble</name>
    <message>
        <source>Only the newest answer can be asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on with the offline pack on this computer, free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet · saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer from before is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app was closed before this message was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer was cut off when the app closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had arrived is kept. The answer can go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cause} **Your message is safe:** it stays here and goes out when you press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer reached the length the model may write at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not finished, but it can go on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s safety rules ended this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had arrived is kept. The rules look at words, and sometimes stop what was meant well; asking differently often helps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Press Delete to remove it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Model: {name}. Choose another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sending will cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can write the next message now and send it after the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can already write your question; it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a way first, then you can send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <comment>price on the button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price not known yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>From the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline pack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>Looking for the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello. How would you like to begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both ways work, and you can take the other one at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the offline pack: a small model then answers on this computer, also without internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key of OpenAI, DeepSeek or a compatible service; it is checked at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {size} are here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download of the offline pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stray spaces are removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept only in the system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be changed in Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One download of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the offline pack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Faq</name>
    <message>
        <source>FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions and answers will stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every message about a problem will lead to its entry. Until then, Details under such a message tells most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Images</name>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures will be made here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe one and see the price first. Until this page is ready, Chat can help you write the description.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons will stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short ones, in Chinese and English, that work without internet and can be tried at once. This page is not ready yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewChat</name>
    <message>
        <source>Explain to me what a token is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a polite reminder to a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a simple dinner for four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write below, or begin with one of these:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does this happen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Use the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system&apos;s theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make all text larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make all text smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the language {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters, Chinese or English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中文也能搜</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a page, do something, or find a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn and FAQ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The connection of this chat is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed in Settings. Choose another connection, and the chat goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection has no key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service knows you by a key. Paste it once in Settings; the offline pack works without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key holds a character that cannot be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered, but refused the key (401). The key may be cut off, withdrawn, or belong to another service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not answer requests from this region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not the reason. The service decides by country (403). Another service or the offline pack can answer instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key may not do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service knows the key, but it has no permission for this model or this kind of request (403).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service wants the organization verified first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It serves this model only to verified organizations. That is done on the service&apos;s website; other models work without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account has no credit left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is fine. The service refused the request because the account&apos;s balance is used up. New accounts often start at zero, and a ChatGPT subscription does not pay for the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are made of Latin letters, digits and signs. Something else probably slipped in when copying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are made of Latin letters, digits and signs, but this one contains “{character}”. It probably slipped in when copying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address gives a web page instead of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be the address of the website and not of the API, or a sign-in page of this network stands in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived, but not in the form that was agreed. That happens when a server is overloaded or speaks another dialect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ended without its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service closed the line before it said that it was done. What had arrived is kept and can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer came back empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model finished without a word. Asking again usually helps; so does another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A keyring is the system&apos;s safe for passwords. Without one, gptdesk keeps the key in memory only, and asks for it again after the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key lies in the system&apos;s keyring. Unlock it, usually with the password of your account, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not answer as it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took too long, or gave back something else than was stored. The key that was there before has not been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline pack is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is downloaded once; then chats work on this computer, free and without internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the offline pack is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not what it should be, and is not used. A repair downloads only what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download did not finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the sources gave the right file. What has arrived is kept, and the download goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline pack does not run on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no engine for this system or this processor. A service on the internet works all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline engine stopped twice in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have run out of memory. Closing other programs helps; so does the smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{needed} GB are needed and {free} GB are free. Nothing has been downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks for a pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More requests came within a short time than the account allows. It takes the next one in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>More requests came within a short time than the account allows. A moment later it takes the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not offer this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the connection leads nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is there, but not at this path (404). Often only “/v1” at the end is missing or doubled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept one of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat is longer than the model can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new chat, or choose a model that reads more at once. Everything written here stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is too large for the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes less at once (413). A shorter message or fewer attachments will go through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s safety rules stopped this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules look at words, and sometimes stop what was meant well. Saying it differently often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has trouble of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not served here, or not any longer. Another model can answer the same question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It refused a setting, and the request does not work without it. Another model may take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gave the number {status} as its reason; its own words are in the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered with the number {status}, which means a fault or an overload on its side. It usually passes within minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” is not served here, or not any longer. Another model can answer the same question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It refused “{name}”, and the request does not work without it. Another model may take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New words cannot be kept until there is room again. What was kept before is unharmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage folder cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your chats could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats were written by a newer gptdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version does not understand the file and leaves it untouched. Install the newer version, or use another profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup cannot be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is incomplete or damaged. Nothing was changed; another backup may work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gptdesk may read {path} but not write there, so nothing new is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gptdesk may read the folder but not write there, so nothing new is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged. It was put aside as {path}, and gptdesk started with an empty one. A backup brings back what was in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged. It was put aside, and gptdesk started with an empty one. A backup brings back what was in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was put aside as {path}, and the usual settings hold. Your chats and keys are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was put aside, and the usual settings hold. Your chats and keys are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request arrived, but no word came back. The service may be busy, or the model needs longer than usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not be reached in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address did not react. The network may be slow, or something on the way keeps the request from arriving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer stopped coming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service began to answer and then fell silent. What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no internet connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer reaches no address at all. Check the cable or Wi-Fi, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the service was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate did not fit. The clock of this computer may be wrong, or a filter or company network stands in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not let the request through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer reaches the internet through a proxy, and that proxy refused or did not answer. The service itself was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line broke in the middle of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had arrived is kept. The answer can go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows the address “{host}”. It may be misspelt, or the name look-up of this network is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows the address of this connection. It may be misspelt, or the name look-up of this network is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer {host} is there, but no program takes the request. If it is a server of your own, it may not be running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer is there, but no program takes the request. If it is a server of your own, it may not be running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened in gptdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the app and not of what you did. Trying again often helps; the details below help us to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cause} **{kept}**</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Stray characters were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning “http” was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user name in it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What followed “?” or “#” was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end that gptdesk adds itself was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“/v1” was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the address of the service here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address begins with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the name of a computer. It looks like api.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number after the colon must be between 1 and 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will call {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how large an answer will be. 回答的文字就是这么大。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup and restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gptdesk makes a copy of all conversations by itself every few hours of use and before each update of its database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored: everything is as it was on {date}. What was there before is the newest backup below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All conversations go back to {date}. What is there now is backed up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the backup of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter starts a new line. Enter that picks a word of an input method never sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter starts a new line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) to choose from</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks the service for its models · costs nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for an answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-up: {button}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address, key and models · costs nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused (401)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” is not in the list of this service; it may still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} · took {seconds} · costs nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install or check the offline pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another compatible service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats use this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>connected · %n model(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs its key again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPENAI_API_KEY · read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} · checked {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list of connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these addresses are ever contacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helps to find a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it where you describe the fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report holds no keys, no chats and not your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gptdesk found this connection in the environment it was started in. It can be used, and it is changed where the variables are set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model answers on this computer: without a key, without internet and free of charge. Nothing you write leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the offline pack a small model answers on this computer: without a key, without internet and free of charge. It has to be installed once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline pack settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the offline pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard what was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet, because nothing was checked. You can save it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet, because the check-up did not pass. You can save it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check-up passed. Save to use it in chats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats use this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is not encrypted. Accept that above, or use https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste your key here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the field empty to keep this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the stored key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key will be removed when you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full-width characters were changed to ordinary ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long dashes were changed to ordinary ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name in front of the key was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word “Bearer” in front of the key was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation marks were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n space(s) were removed on pasting.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This system has no keyring: the key stays in memory until you close gptdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key stays in memory until you close gptdesk. It is written nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the keyring of your system, never in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key cannot hold the character “{character}” ({name}). Copy the key again where you got it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in {keyring}, never in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole window changes at once; nothing has to be restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check-up fetches the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the models of this service</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} are free on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that answer on this computer: without a key, without internet, free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of new chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files are as they should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This frees {size} on the disk. To use it again, {size} have to be downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This opens {address} in your browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{button}: {pack}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is not what it should be. Repair fetches it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the parts together…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine rests. It starts by itself with the next question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is in memory and answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly. It starts again with the next question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} to download · needs about {memory} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} · {speed} · {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {size} are here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting is called “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the key over this address all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address begins with http:// and leads out of your own network. Everyone on the way could read the key and what you write. Most services also answer at https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the engine in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything gptdesk keeps is on this computer, in these places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are in none of these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} · {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message>
        <source>{done} of {total} · {speed} per second · {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the files together…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts will be read aloud here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a voice, listen, and keep one sound file, however long the text is. This page is not ready yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>No backup: the disk refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to back up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer by {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy without formatting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reasoned for %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoned before the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcription</name>
    <message>
        <source>Transcription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech will be written down here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop in a recording or use the microphone; each sentence gets its time. This page is not ready yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{page} · {app}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
