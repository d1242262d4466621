"""Reads a Markdown text that is still growing, without reading its beginning again."""

from __future__ import annotations

from typing import Any

from gptdesk.domain.markdown import structure
from gptdesk.domain.markdown_blocks import Block
from gptdesk.domain.markdown_pieces import LIMIT, Piece, split
from gptdesk.domain.markdown_tree import Node, is_closed


class StreamSplitter:
    """Tells the blocks that are finished from the tail that may still change.

    Only whole lines decide: a line can turn from one kind of block into another until it ends.
    A link may be defined after its use. Then the blocks that use it are read once more, and
    `revised_from` names the first of them until the next `update`.
    """

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._piece = Piece("")
        self._seen = 0
        self._frozen: list[Block] = []
        self._pieces: list[tuple[Piece, int]] = []
        self._references: dict[str, Any] = {}
        self._known = 0
        self._tail: tuple[Block, ...] = ()
        self._is_finished = False
        self.revised_from: int | None = None

    @property
    def frozen(self) -> list[Block]:
        """The finished blocks; the list grows, and is not to be changed."""
        return self._frozen

    @property
    def is_finished(self) -> bool:
        return self._is_finished

    @property
    def tail(self) -> tuple[Block, ...]:
        return self._tail

    def feed(self, text: str) -> None:
        self._waiting.append(text)

    def update(self) -> None:
        """Take in what was fed."""
        self.revised_from = None
        if not self._waiting:
            return
        arrived = "".join(self._waiting)
        self._waiting.clear()
        if arrived.endswith("\r") and not self._is_finished:
            arrived = arrived[:-1]
            self._waiting.append("\r")
        arrived = arrived.replace("\r\n", "\n").replace("\r", "\n")
        self._grow(arrived)
        self._freeze()
        self._tail = self._piece.blocks(dict(self._references))

    def finish(self) -> None:
        """Nothing more will come: what is left is finished too."""
        self._is_finished = True
        self.update()
        self._freeze_lines(_with_ends(structure(self._text())), everything=True)
        self._tail = ()
        self._resolve()

    def _text(self) -> str:
        return self._piece.prefix + self._piece.source

    def _grow(self, text: str) -> None:
        piece = self._piece
        self._piece = Piece(piece.source + text, piece.prefix, piece.follows, piece.start)

    def _freeze(self) -> None:
        """Move finished blocks out of the tail, as far as its whole lines show them."""
        source = self._piece.source
        whole = source.rfind("\n") + 1
        if whole > self._seen:
            self._seen = whole
            text = self._piece.prefix + source[:whole]
            self._freeze_lines(_finished(structure(text), text))
        pieces = split(self._piece, is_whole=False) if len(self._piece.source) > LIMIT else []
        for piece in pieces[:-1]:
            self._keep(piece)
        if pieces:
            self._piece = pieces[-1]
            self._seen = min(self._seen, self._piece.source.rfind("\n") + 1)

    def _freeze_lines(self, ends: list[int], *, everything: bool = False) -> None:
        """Freeze the blocks that end at these lines, counted with the prefix."""
        lines = self._piece.source.split("\n")
        above = self._piece.prefix.count("\n")
        first = 0
        for number, end in enumerate(ends):
            is_last = everything and number == len(ends) - 1
            last = len(lines) if is_last else end - above
            piece = self._taken("\n".join(lines[first:last]) + ("" if is_last else "\n"))
            for part in split(piece, is_whole=True):
                self._keep(part)
            first = last
            self._piece = Piece("")
        if ends:
            self._piece = Piece("\n".join(lines[first:]))
            self._seen = self._piece.source.rfind("\n") + 1
        elif everything:
            self._keep(self._piece)
            self._piece = Piece("")

    def _taken(self, source: str) -> Piece:
        piece = self._piece
        return Piece(source, piece.prefix, piece.follows, piece.start)

    def _keep(self, piece: Piece) -> None:
        found = piece.blocks(self._references)
        self._pieces.append((piece, len(self._frozen)))
        self._frozen.extend(found)

    def _resolve(self) -> None:
        """Read again the pieces that use a link which was defined after them."""
        if len(self._references) == self._known:
            return
        self._known = len(self._references)
        for number, (piece, first) in enumerate(self._pieces):
            if "[" not in piece.source:
                continue
            last = self._first_of(number + 1)
            found = list(piece.blocks(self._references))
            if found != self._frozen[first:last] and len(found) == last - first:
                self._frozen[first:last] = found
                self.revised_from = first if self.revised_from is None else self.revised_from

    def _first_of(self, number: int) -> int:
        return self._pieces[number][1] if number < len(self._pieces) else len(self._frozen)


def split_stable(text: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The finished blocks of a text that may still grow, and those of its tail."""
    splitter = StreamSplitter()
    splitter.feed(text)
    splitter.update()
    return tuple(splitter.frozen), splitter.tail


def read(text: str) -> tuple[Block, ...]:
    """All blocks of a text that does not grow any more, cut as they are while it grows."""
    splitter = StreamSplitter()
    splitter.feed(text)
    splitter.finish()
    return tuple(splitter.frozen)


def _with_ends(found: tuple[Node, ...]) -> list[int]:
    return [node.lines[1] for node in found]


def _finished(found: tuple[Node, ...], text: str) -> list[int]:
    """Where each block ends that no further line can change."""
    ends = _with_ends(found)
    if found and not _is_finished(found[-1], text):
        ends.pop()
    return ends


def _is_finished(node: Node, text: str) -> bool:
    match node.kind:
        case "heading" | "hr":
            return True
        case "fence":
            return is_closed(node)
        case "formula":
            return is_closed(node)
        case "paragraph" | "table":
            below = text.split("\n")[node.lines[1] : -1]
            return bool(below) and not "".join(below).strip(" \t")
    return False
