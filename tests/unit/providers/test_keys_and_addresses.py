"""Repairing what people paste: keys and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.addresses import (
    Address,
    host_of,
    is_loopback,
    is_plain_http_outside,
    is_private,
    normalise,
)
from gptdesk.domain.keys import clean_key, hint


@pytest.mark.parametrize(
    ("pasted", "key", "removed"),
    [
        ("sk-abc", "sk-abc", ()),
        ("  sk-abc\r\n", "sk-abc", ("space",)),
        ("sk-\u200bab\ufeffc\u00a0\u3000d", "sk-abcd", ("width", "space")),
        ("sk-ab\ncd", "sk-abcd", ("space",)),
        ('"sk-abc"', "sk-abc", ("quotes",)),
        ("“sk-abc”", "sk-abc", ("quotes",)),
        ("「sk-abc」", "sk-abc", ("quotes",)),
        ("Bearer sk-abc", "sk-abc", ("bearer",)),
        ("bearer: sk-abc", "sk-abc", ("bearer",)),
        ("OPENAI_API_KEY=sk-abc", "sk-abc", ("name",)),
        ("export OPENAI_API_KEY='sk-abc';", "sk-abc", ("quotes", "name")),
        ("setx OPENAI_API_KEY sk-abc", "sk-abc", ("name",)),
        ('$env:OPENAI_API_KEY = "sk-abc"', "sk-abc", ("quotes", "name")),
        ('"api_key": "sk-abc",', "sk-abc", ("quotes", "name")),
        ("Authorization: Bearer sk-abc", "sk-abc", ("name", "bearer")),
        ("ｓｋ－ＡＢＣ１", "sk-ABC1", ("width",)),
        ("sk\u2011abc\u2013d", "sk-abc-d", ("dash",)),
        ("key-abc", "key-abc", ()),
        ("", "", ()),
    ],
)
def test_a_pasted_key_is_cleaned_and_says_of_what(pasted, key, removed):
    cleaned = clean_key(pasted)

    assert (cleaned.key, cleaned.bad) == (key, "")
    assert set(cleaned.removed) == set(removed)


@pytest.mark.parametrize(
    ("pasted", "bad", "name"),
    [
        ("sk-我的", "我", "CJK UNIFIED IDEOGRAPH-6211"),
        ("sk—abc", "—", "EM DASH"),
        ("sk-\ue000", "\ue000", "U+E000"),
        ("sk-abc", "", ""),
    ],
)
def test_what_cannot_be_cleaned_is_named(pasted, bad, name):
    cleaned = clean_key(pasted)

    assert (cleaned.bad, cleaned.bad_name) == (bad, name)


@given(st.text())
def test_cleaning_a_key_twice_changes_nothing_more(pasted):
    once = clean_key(pasted)

    assert clean_key(once.key).key == once.key
    assert once.bad or all("!" <= character <= "~" for character in once.key)


def test_a_hint_tells_long_keys_apart_and_nothing_of_short_ones():
    assert hint("sk-0123456789abcd") == "abcd"
    assert hint("ollama") == ""


@pytest.mark.parametrize(
    ("pasted", "base_url"),
    [
        ("https://api.openai.com/v1", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/", "https://api.openai.com/v1"),
        ("https://api.openai.com", "https://api.openai.com/v1"),
        ("api.openai.com", "https://api.openai.com/v1"),
        ("API.OpenAI.com/v1", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/chat/completions", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/models/gpt-5", "https://api.openai.com/v1"),
        ("https://x.org/v1/audio/speech/", "https://x.org/v1"),
        ("https://x.org/v1/images/generations", "https://x.org/v1"),
        ("https://x.org/v1/responses?x=1#top", "https://x.org/v1"),
        ("https://open.bigmodel.cn/api/paas/v4/", "https://open.bigmodel.cn/api/paas/v4"),
        ("https://ark.cn-beijing.volces.com/api/v3", "https://ark.cn-beijing.volces.com/api/v3"),
        ("https://qianfan.baidubce.com/v2", "https://qianfan.baidubce.com/v2"),
        ("https://g.com/v1beta/openai/", "https://g.com/v1beta/openai"),
        ("https://api.openai.com/v1  http://box:1/v1/chat/completions", "http://box:1/v1"),
        ("https://api.openai.com/v1http://box:1/v1", "http://box:1/v1"),
        ("https://proxy.org/https://api.x.org/v1", "https://proxy.org/https:/api.x.org/v1"),
        ("localhost:11434", "http://localhost:11434/v1"),
        ("http://localhost:11434/api/chat", "http://localhost:11434/v1"),
        ("http:localhost:1234", "http://localhost:1234/v1"),
        ("http:\\\\localhost:1234\\v1", "http://localhost:1234/v1"),
        ("127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
        ("0.0.0.0:8000", "http://127.0.0.1:8000/v1"),
        ("http://[::]:8000", "http://[::1]:8000/v1"),
        ("[::1]:8000/v1", "http://[::1]:8000/v1"),
        ("192.168.1.20:1234/v1", "http://192.168.1.20:1234/v1"),
        ("gpu-box:8000/v1", "http://gpu-box:8000/v1"),
        ("nas.local", "http://nas.local/v1"),
        ("ｈｔｔｐｓ：／／ａｐｉ．ｘ。ｃｏｍ／ｖ１", "https://api.x.com/v1"),
        (" “https://api.x.com/v1” ", "https://api.x.com/v1"),
        ("OPENAI_BASE_URL=https://api.x.com/v1;", "https://api.x.com/v1"),
        ("https://me:secret@api.x.com/v1", "https://api.x.com/v1"),
        ("https://https://api.x.com", "https://api.x.com/v1"),
        ("https://例子.公司", "https://xn--fsqu00a.xn--55qx5d/v1"),
        ("https://x.org//v1///a b", "https://x.org/v1/ab"),
        ("https://x.org/目录", "https://x.org/%E7%9B%AE%E5%BD%95"),
        ("//x.org/v1", "https://x.org/v1"),
    ],
)
def test_a_pasted_address_becomes_a_base_url(pasted, base_url):
    assert normalise(pasted).base_url == base_url


@pytest.mark.parametrize(
    ("pasted", "problem"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("ftp://x.org", "scheme"),
        ("https://", "host"),
        ("http://1.2.3", "host"),
        ("http://a..b", "host"),
        ("http://[::zz]", "host"),
        ("http://[::1", "host"),
        ("http://" + "a" * 64 + ".com", "host"),
        ("http://x.org:0", "port"),
        ("http://x.org:99999", "port"),
        ("http://x.org:abc", "port"),
        ("hello there!", "host"),
    ],
)
def test_an_address_that_leads_nowhere_says_why(pasted, problem):
    assert normalise(pasted) == Address("", problem)


@pytest.mark.parametrize(
    ("pasted", "notes"),
    [
        ("https://x.org/v1", ()),
        ("x.org", ("scheme", "v1")),
        ("https://u:p@x.org/v1?a=b", ("query", "password")),
        ("https://x.org/v1/models", ("endpoint",)),
        (" https://x.org/v1", ("cleaned",)),
        ("http://0.0.0.0/v1", ("this-computer",)),
    ],
)
def test_an_address_tells_what_was_changed(pasted, notes):
    assert normalise(pasted).notes == notes


HOSTS = st.one_of(
    st.from_regex(r"[a-z0-9.\[\]:@-]{0,20}", fullmatch=True),
    st.sampled_from(["api.x.com", "localhost", "[::1]", "10.0.0.1", "例子.公司", "0.0.0.0"]),
)
ADDRESSES = st.one_of(
    st.text(),
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(
            ["", "http://", "https://", "HTTPS:", "http:/", "base_url=", "https://http:"]
        ),
        HOSTS,
        st.sampled_from(["", ":80", ":", ":x"]),
        st.from_regex(
            r"(/[a-z%?#. \\é/]{0,8}|/v1|/models|/chat/completions|/chat){0,4}", fullmatch=True
        ),
    ),
)


@given(ADDRESSES)
def test_normalising_an_address_twice_changes_nothing_more(pasted):
    once = normalise(pasted)

    assert normalise(once.base_url).base_url == once.base_url
    assert bool(once.base_url) != bool(once.problem)


@pytest.mark.parametrize(
    ("base_url", "loopback", "private", "exposed"),
    [
        ("http://localhost:1/v1", True, True, False),
        ("http://a.localhost/v1", True, True, False),
        ("http://127.9.9.9/v1", True, True, False),
        ("http://[::1]:1/v1", True, True, False),
        ("http://10.1.2.3/v1", False, True, False),
        ("http://172.16.0.1/v1", False, True, False),
        ("http://172.32.0.1/v1", False, False, True),
        ("http://100.100.1.1/v1", False, True, False),
        ("http://[fd00::1]/v1", False, True, False),
        ("http://gpu-box/v1", False, True, False),
        ("http://nas.home.arpa/v1", False, True, False),
        ("http://api.x.com/v1", False, False, True),
        ("https://api.x.com/v1", False, False, False),
        ("http://8.8.8.8/v1", False, False, True),
        ("", False, False, False),
        ("http://[broken", False, False, True),
    ],
)
def test_an_address_is_judged_by_where_it_leads(base_url, loopback, private, exposed):
    assert is_loopback(base_url) is loopback
    assert is_private(base_url) is private
    assert is_plain_http_outside(base_url) is exposed


def test_the_host_is_read_without_port_and_brackets():
    assert host_of("http://[::1]:80/v1") == "::1"
    assert host_of("nothing") == ""
