"""Small turns of phrase for templates: days, telephone numbers, first words, hidden parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import jinja2
from babel import UnknownLocaleError
from babel.dates import format_date
from markupsafe import Markup, escape

from build_tools.core.document import plain
from build_tools.core.fields import shorten

# A number is called, unless the words right before it say to text it.
_NUMBER = re.compile(
    r"(\btext(?:\s+[A-Z]+\s+to)?\s+)?(?<![\w/])(\+?\d(?:[\d -]*\d){1,16})(?![\w/])"
)


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """Give the filters of the templates for one language."""

    def day(value: date) -> str:
        try:
            # Babel's plain English is American; this order is read the same everywhere.
            shape = "d MMMM y" if language == "en" else "long"
            return format_date(value, shape, locale=language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return value.isoformat()

    return {
        "day": day,
        "first_words": first_words,
        "page_slot": page_slot,
        "sort_by_order": sort_by_order,
        "telephone": telephone,
    }


def first_words(text: str) -> str:
    """Cut a Markdown text to a line that can stand as a link."""
    return shorten(plain(text), 72)


def telephone(text: str) -> Markup:
    """Make the numbers in a text into links that call, or write a text message."""
    html, last = Markup(""), 0
    for match in _NUMBER.finditer(text):
        lead, number = match.group(1) or "", match.group(2)
        digits = re.sub(r"[^\d+]", "", number)
        scheme = "sms" if lead else "tel"
        html += escape(text[last : match.start()] + lead)
        html += Markup('<a href="{}:{}">{}</a>').format(scheme, digits, number)
        last = match.end()
    return html + escape(text[last:])


def sort_by_order(contacts: Iterable[Any], order: Mapping[str, int]) -> list[Any]:
    """Sort contacts by the policy's order of kinds, otherwise as written."""
    return sorted(contacts, key=lambda contact: order.get(contact.kind, len(order)))


@jinja2.pass_context
def page_slot(context: jinja2.runtime.Context, html: str) -> Markup:
    """Hide finished HTML from the site generator's parsers."""
    return Markup(context["page"].slot(html))
