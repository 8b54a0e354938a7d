"""The words and the address of a heading, as the checks and the page have them."""

from __future__ import annotations

import pytest

from build_tools.core.document import scan
from build_tools.markdown.context import NoCourse
from build_tools.markdown.renderer import Renderer


def addresses(text: str) -> list[str]:
    return [heading.anchor for heading in scan(text, "page.md").headings]


@pytest.mark.parametrize(
    ("written", "words", "address"),
    [
        ("## The `form`, again", "The form, again", "the-form-again"),
        ("## What helps [@phac2018]", "What helps", "what-helps"),
        ("## What helps[^1]", "What helps", "what-helps"),
        ("## Tea &amp; cake", "Tea &amp; cake", "tea-cake"),
        ("## Tea {#here} ##", "Tea", "here"),
        ("## Tea ## {: #here .wide }", "Tea", "here"),
        ("## Tea {id=here}", "Tea", "here"),
        ("## Tea{#here}", "Tea{#here}", "teahere"),
        ("Tea\n---", "Tea", "tea"),
        ("…\n===", "…", "_1"),
    ],
)
def test_a_heading_has_the_same_address_on_the_page_as_in_the_checks(
    written: str, words: str, address: str
) -> None:
    (heading,) = scan(f"Before.\n\n{written}\n\nAfter.", "page.md").headings
    assert (heading.text, heading.anchor, heading.line) == (words, address, 3)
    page = Renderer().page(f"Before.\n\n{written}\n\nAfter.\n\n[^1]: A note.", NoCourse())
    assert f'id="{address}"' in page


def test_an_address_made_of_words_makes_way_for_one_in_braces() -> None:
    assert addresses("## Tea\n\n## Cups {#tea}\n\n## Tea") == ["tea_1", "tea", "tea_2"]


def test_an_address_in_braces_stays_even_where_it_is_there_twice() -> None:
    assert addresses("## Tea {#here}\n\n## Cups {#here}") == ["here", "here"]


def test_a_rule_below_a_list_or_a_paragraph_of_two_lines_makes_no_heading() -> None:
    assert addresses("Tea\nis here\n---\n\nCups\n\n---\n") == []


def test_only_braces_that_the_page_reads_as_an_address_count_as_one() -> None:
    text = "[A map](map.md){#map} and {#this}.\n\n- Tea\n  {#tea}\n\n`{#code}` and `(a){#b}`\n"
    assert scan(text, "page.md").named_parts == ((1, 18, "map"), (4, 5, "tea"))
    page = Renderer().page(text, NoCourse())
    assert page.count("id=") == 2


def test_a_text_of_a_data_file_has_no_addresses() -> None:
    assert "id=" not in Renderer().text("# Tea\n\nand *cups*", NoCourse())
