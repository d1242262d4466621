"""What the palette can do without any tab: go to pages, and change the look."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.settings import ThemeChoice
from gptdesk.ui.shell.command import DO, GO, Command
from gptdesk.ui.shell.tabs import Tab
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.ui.shell.window import MainWindow

translate = QCoreApplication.translate

STEP = 10
TAB_WORDS = {
    "chat": "chat conversation 对话 聊天 duihua liaotian",
    "images": "images pictures 图片 画图 图像 tupian",
    "speech": "speech voice read aloud 朗读 语音 配音 langdu yuyin",
    "transcription": "transcription transcribe speech to text 转写 听写 录音 字幕 zhuanxie",
    "learn": "learn lessons models 学习 教程 课程 模型 xuexi",
    "faq": "faq questions help 问答 帮助 常见问题 wenda",
    "settings": "settings preferences connections keys 设置 连接 密钥 shezhi",
}
THEME_WORDS = "theme appearance look light dark contrast 主题 外观 深色 浅色 高对比度 zhuti"
FONT_WORDS = "font text size zoom larger smaller 字号 字体 大小 放大 缩小 zihao"
LANGUAGE_WORDS = "language 语言 中文 英文 english chinese yuyan"


class OwnCommands:
    """The window's commands. They only say what is wanted: the settings have another owner."""

    def __init__(self, window: MainWindow, tabs: Sequence[Tab]) -> None:
        self._window = window
        self._tabs = tabs

    def commands(self, typed: str) -> list[Command]:
        """All of them; the palette looks for those that fit."""
        return [*self._pages(), *self._looks(), *self._sizes(), *self._languages()]

    def _pages(self) -> list[Command]:
        return [
            Command(
                f"go.{tab.id}",
                GO,
                tab.name(),
                icon=tab.icon,
                hint=translate("Palette", "tab"),
                keys=f"Ctrl+{number}",
                run=partial(self._window.show_tab, tab.id),
                keywords=TAB_WORDS.get(tab.id, tab.id),
            )
            for number, tab in enumerate(self._tabs, start=1)
        ]

    def _looks(self) -> list[Command]:
        names = {
            ThemeChoice.LIGHT: (translate("Palette", "Use the light theme"), "sun"),
            ThemeChoice.DARK: (translate("Palette", "Use the dark theme"), "moon"),
            ThemeChoice.HIGH_CONTRAST: (translate("Palette", "Use high contrast"), "eye"),
            ThemeChoice.SYSTEM: (translate("Palette", "Follow the system's theme"), "sun-moon"),
        }
        now = Theme.current().choice
        return [
            Command(
                f"theme.{choice.value}",
                DO,
                title,
                icon=icon,
                hint=translate("Palette", "in use") if choice is now else "",
                run=partial(self._window.theme_chosen.emit, choice.value),
                keywords=THEME_WORDS,
            )
            for choice, (title, icon) in names.items()
        ]

    def _sizes(self) -> list[Command]:
        now = translate("Palette", "now {percent} %").format(percent=Theme.current().percent)
        larger = partial(self._window.resize_text, STEP)
        smaller = partial(self._window.resize_text, -STEP)
        reset = partial(self._window.percent_chosen.emit, 100)
        texts = (
            ("larger", translate("Palette", "Make all text larger"), "plus", "Ctrl++", larger),
            ("smaller", translate("Palette", "Make all text smaller"), "minus", "Ctrl+-", smaller),
            ("reset", translate("Palette", "Reset the text size"), "rotate-cw", "Ctrl+0", reset),
        )
        return [
            Command(
                f"font.{name}",
                DO,
                title,
                icon=icon,
                hint=now,
                keys=keys,
                run=run,
                keywords=FONT_WORDS,
            )
            for name, title, icon, keys, run in texts
        ]

    def _languages(self) -> list[Command]:
        return [
            Command(
                f"language.{code}",
                DO,
                translate("Palette", "Use the language {name}").format(name=name),
                icon="languages",
                run=partial(self._window.language_chosen.emit, code),
                keywords=LANGUAGE_WORDS,
            )
            for code, name in (("en", "English"), ("zh_CN", "中文"))
        ]
