"""Failures on the way to the service."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words, filled

translate = QCoreApplication.translate


def way_words(problem: p.Problem) -> Words | None:
    """Network, name, address, security, proxy, time."""
    match problem:
        case p.NetworkDown():
            return (
                translate("Problem", "There is no internet connection"),
                translate(
                    "Problem",
                    "This computer reaches no address at all. Check the cable or Wi-Fi, then try "
                    "again.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.HostNotFound(host=host):
            return (
                translate("Problem", "The name of the service was not found"),
                filled(
                    host,
                    translate(
                        "Problem",
                        "Nobody knows the address “{host}”. It may be misspelt, or the name "
                        "look-up of this network is down.",
                    ),
                    translate(
                        "Problem",
                        "Nobody knows the address of this connection. It may be misspelt, or the "
                        "name look-up of this network is down.",
                    ),
                    host=host,
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.ConnectionRefused(host=host):
            return (
                translate("Problem", "Nothing answers at this address"),
                filled(
                    host,
                    translate(
                        "Problem",
                        "The computer {host} is there, but no program takes the request. If it is "
                        "a server of your own, it may not be running.",
                    ),
                    translate(
                        "Problem",
                        "The computer is there, but no program takes the request. If it is a "
                        "server of your own, it may not be running.",
                    ),
                    host=host,
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.TlsFailed():
            return (
                translate("Problem", "No secure connection could be made"),
                translate(
                    "Problem",
                    "The certificate did not fit. The clock of this computer may be wrong, or a "
                    "filter or company network stands in between.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.ProxyFailed():
            return _proxy_words(problem)
        case p.TimedOut(phase=phase):
            return _time_out_words(phase)
        case p.ConnectionCut():
            return (
                translate("Problem", "The line broke in the middle of the answer"),
                translate(
                    "Problem",
                    "What had arrived is kept. The answer can go on from there.",
                ),
                (ActionId.CONTINUE, ActionId.RETRY),
            )
    return None


def _time_out_words(phase: str) -> Words:
    if phase == "connect":
        return (
            translate("Problem", "The service could not be reached in time"),
            translate(
                "Problem",
                "The address did not react. The network may be slow, or something on the way "
                "keeps the request from arriving.",
            ),
            (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
        )
    if phase == "between":
        return (
            translate("Problem", "The answer stopped coming"),
            translate(
                "Problem",
                "The service began to answer and then fell silent. What had arrived is kept.",
            ),
            (ActionId.CONTINUE, ActionId.RETRY),
        )
    return (
        translate("Problem", "The service did not answer in time"),
        translate(
            "Problem",
            "The request arrived, but no word came back. The service may be busy, or the model "
            "needs longer than usual.",
        ),
        (ActionId.RETRY, ActionId.SETTINGS_MODEL),
    )


def _proxy_words(problem: p.ProxyFailed) -> Words:
    if isinstance(problem, p.ProxyLogin):
        return (
            translate("Problem", "The proxy does not accept the user name or password"),
            translate(
                "Problem",
                "The proxy let nothing through, and the service itself was not asked. The user "
                "name and password of the proxy stand in Settings, under Proxy.",
            ),
            (ActionId.SETTINGS_PROXY, ActionId.RETRY),
        )
    return (
        translate("Problem", "The proxy did not let the request through"),
        translate(
            "Problem",
            "This computer reaches the internet through a proxy, and that proxy refused "
            "or did not answer. The service itself was not asked.",
        ),
        (ActionId.RETRY, ActionId.SETTINGS_PROXY),
    )
