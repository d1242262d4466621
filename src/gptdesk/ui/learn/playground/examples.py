"""Sentences to begin with. They are material, not words of the interface: no language owns them."""

from __future__ import annotations

TEXT = {
    "en": (
        "Where can we eat with small children near the botanical garden?\n"
        "How much are tickets, and do we have to book?\n\n"
        "请用中文回答。 Call 010-8008-1234 😀 — even emoji and numbers are cut up."
    ),
    "zh_CN": (
        "周末想带孩子去植物园，门票多少钱？需要提前预约吗？\n"
        "顺便问一下，附近有没有适合三岁小朋友吃饭的地方，不要太辣。\n\n"
        "Please answer in Chinese, in a table, and keep it under 120 words.\n"
        "地铁站名、电话010-8008-1234和😀这样的符号也会被切开。"
    ),
}
"""What the tokenizer begins with, by language."""

SAME_ENGLISH = "Is there a place nearby where small children can eat, and that is not too spicy?"
SAME_CHINESE = "附近有没有适合小朋友吃饭的地方，不要太辣？"
"""The same thing in two languages."""

SENTENCES = {
    "en": (
        "How do I get a refund?",
        "I want my money back.",
        "怎样才能退款？",
        "The cat sleeps on the warm roof.",
        "A kitten is napping in the sun.",
        "Tomorrow it will rain in the north.",
    ),
    "zh_CN": (
        "怎样才能退款？",
        "我想把钱要回来。",
        "How do I get a refund?",
        "小猫在暖和的屋顶上睡觉。",
        "一只猫咪在太阳下打盹。",
        "明天北方有雨。",
    ),
}
"""What the map begins with: two that belong together, also across languages."""


def in_this(texts: dict[str, object], language: str) -> object:
    return texts.get(language) or texts["en"]
