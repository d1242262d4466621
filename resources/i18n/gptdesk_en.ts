<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Attach</name>
    <message numerus="yes">
        <source>This model takes %n picture(s) in one message.</source>
        <translation>
            <numerusform>This model takes %n picture in one message.</numerusform>
            <numerusform>This model takes %n pictures in one message.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>%n place found</numerusform>
            <numerusform>%n places found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatProgress</name>
    <message numerus="yes">
        <source>The first %n message(s) were left out, because the model cannot read more.</source>
        <translation>
            <numerusform>The first message was left out, because the model cannot read more.</numerusform>
            <numerusform>The first %n messages were left out, because the model cannot read more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of this chat were left out, because the model cannot see.</source>
        <translation>
            <numerusform>%n picture of this chat was left out, because the model cannot see.</numerusform>
            <numerusform>%n pictures of this chat were left out, because the model cannot see.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service has trouble of its own. Trying again in %n second(s)…</source>
        <translation>
            <numerusform>The service has trouble of its own. Trying again in %n second…</numerusform>
            <numerusform>The service has trouble of its own. Trying again in %n seconds…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answering · %n token(s) received</source>
        <translation>
            <numerusform>Answering · %n token received</numerusform>
            <numerusform>Answering · %n tokens received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service asks to wait. Trying again in %n second(s)…</source>
        <translation>
            <numerusform>The service asks to wait. Trying again in %n second…</numerusform>
            <numerusform>The service asks to wait. Trying again in %n seconds…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message numerus="yes">
        <source>%n model(s) to choose from</source>
        <translation>
            <numerusform>%n model to choose from</numerusform>
            <numerusform>%n models to choose from</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message numerus="yes">
        <source>%n more model(s): search for them above.</source>
        <translation>
            <numerusform>%n more model: search for it above.</numerusform>
            <numerusform>%n more models: search for them above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The price of %n request(s) is not known.</source>
        <translation>
            <numerusform>The price of %n request is not known.</numerusform>
            <numerusform>The price of %n requests is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were counted here, because the service did not report what it used.</source>
        <translation>
            <numerusform>%n request was counted here, because the service did not report what it used.</numerusform>
            <numerusform>%n requests were counted here, because the service did not report what they used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explorer</name>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) ahead.</source>
        <translation>
            <numerusform>%n date ahead.</numerusform>
            <numerusform>%n dates ahead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n picture(s)</source>
        <translation>
            <numerusform>Deleted %n picture</numerusform>
            <numerusform>Deleted %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) put into “{name}”</source>
        <translation>
            <numerusform>%n picture put into “{name}”</numerusform>
            <numerusform>%n pictures put into “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken out of “{name}”</source>
        <translation>
            <numerusform>%n picture taken out of “{name}”</numerusform>
            <numerusform>%n pictures taken out of “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n picture(s)</source>
        <translation>
            <numerusform>Copied %n picture</numerusform>
            <numerusform>Copied %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n picture(s)</source>
        <translation>
            <numerusform>Saved %n picture</numerusform>
            <numerusform>Saved %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) found</source>
        <translation>
            <numerusform>%n picture found</numerusform>
            <numerusform>%n pictures found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Images</name>
    <message numerus="yes">
        <source>This model takes %n picture(s); the rest is left out.</source>
        <translation>
            <numerusform>This model takes %n picture; the rest is left out.</numerusform>
            <numerusform>This model takes %n pictures; the rest is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>drop, paste or choose, at most %n</source>
        <translation>
            <numerusform>drop, paste or choose, at most %n</numerusform>
            <numerusform>drop, paste or choose, at most %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n before it</source>
        <comment>jobs in a queue</comment>
        <translation>
            <numerusform>%n before it</numerusform>
            <numerusform>%n before it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This model takes %n picture(s) at once.</source>
        <translation>
            <numerusform>This model takes %n picture at once.</numerusform>
            <numerusform>This model takes %n pictures at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished picture(s) wait here and are not paid for again.</source>
        <translation>
            <numerusform>%n finished picture waits here and is not paid for again.</numerusform>
            <numerusform>%n finished pictures wait here and are not paid for again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is tried again in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>It is tried again in %n s.</numerusform>
            <numerusform>It is tried again in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s), best match first</source>
        <translation>
            <numerusform>%n page, best match first</numerusform>
            <numerusform>%n pages, best match first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground</name>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) used, cost: {price}</source>
        <translation>
            <numerusform>%n token used, cost: {price}</numerusform>
            <numerusform>%n tokens used, cost: {price}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) sent</source>
        <translation>
            <numerusform>%n token sent</numerusform>
            <numerusform>%n tokens sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message numerus="yes">
        <source>More requests came within a short time than the account allows. It takes the next one in %n second(s).</source>
        <translation>
            <numerusform>More requests came within a short time than the account allows. It takes the next one in %n second.</numerusform>
            <numerusform>More requests came within a short time than the account allows. It takes the next one in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message numerus="yes">
        <source>The disk is nearly full: room for %n minute(s).</source>
        <translation>
            <numerusform>The disk is nearly full: room for %n minute.</numerusform>
            <numerusform>The disk is nearly full: room for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connected · %n model(s)</source>
        <translation>
            <numerusform>connected · %n model</numerusform>
            <numerusform>connected · %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n space(s) were removed on pasting.</source>
        <translation>
            <numerusform>%n space was removed on pasting.</numerusform>
            <numerusform>%n spaces were removed on pasting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message numerus="yes">
        <source>A piece is tried again in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>A piece is tried again in %n s.</numerusform>
            <numerusform>A piece is tried again in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n voice</numerusform>
            <numerusform>%n voices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n request(s) of unknown price are not in it</source>
        <translation>
            <numerusform>%n request of unknown price is not in it</numerusform>
            <numerusform>%n requests of unknown price are not in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message numerus="yes">
        <source>Reasoned for %n second(s)</source>
        <translation>
            <numerusform>Reasoned for %n second</numerusform>
            <numerusform>Reasoned for %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is finished can be saved now. %n piece(s) are not, and will be missing in it.</source>
        <translation>
            <numerusform>What is finished can be saved now. %n piece is not, and will be missing in it.</numerusform>
            <numerusform>What is finished can be saved now. %n pieces are not, and will be missing in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>%n place replaced</numerusform>
            <numerusform>%n places replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transcription</name>
    <message numerus="yes">
        <source>%n piece(s) failed</source>
        <translation>
            <numerusform>%n piece failed</numerusform>
            <numerusform>%n pieces failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) could not be read</source>
        <translation>
            <numerusform>%n recording could not be read</numerusform>
            <numerusform>%n recordings could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) are not finished</source>
        <translation>
            <numerusform>%n recording is not finished</numerusform>
            <numerusform>%n recordings are not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A piece is tried again in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>A piece is tried again in %n s.</numerusform>
            <numerusform>A piece is tried again in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) are missing in it.</source>
        <translation>
            <numerusform>%n piece is missing in it.</numerusform>
            <numerusform>%n pieces are missing in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
