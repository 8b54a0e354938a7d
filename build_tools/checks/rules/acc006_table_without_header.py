"""A table begins with a row that names its columns.

A screen reader repeats the column's name with each cell: “Supervised by: the social worker”. With
no names, a listener has only a list of cells. This is part of success criterion 1.3.1 of the Web
Content Accessibility Guidelines (W3C, WCAG 2.2, 2023).

Mend it: put a row with the columns' names on top, and a row of dashes under it.

    # bad modules/first-steps/index.md 3:1
    ## Who does what

    | Desk | Says where the tea is |
    | Cook | Brings it |

    # bad modules/first-steps/index.md 3:1
    ## Who does what

    |  |  |
    |---|---|
    | Desk | Says where the tea is |

    # good modules/first-steps/index.md
    ## Who does what

    | Who | First thing to do |
    |---|---|
    | Desk | Says where the tea is |
    | Cook | Brings it |
"""

from collections.abc import Iterator

from build_tools.checks.prose import TABLE_RULE, visible_lines
from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document


def check(document: Document) -> Iterator[Finding]:
    if "|" not in document.text:
        return
    table: list[tuple[int, str]] = []
    for number, line in enumerate([*visible_lines(document), ""], 1):
        if line.lstrip().startswith("|"):
            table.append((number, line))
            continue
        if len(table) > 1 and not _has_header([row for _, row in table]):
            first, row = table[0]
            yield Finding(
                TextPlace(document.file, first, len(row) - len(row.lstrip()) + 1),
                "the table does not begin with the names of its columns",
                "put a row of names on top, and |---|---| under it",
            )
        table = []


def _has_header(rows: list[str]) -> bool:
    named = any(cell.strip() for cell in rows[0].split("|"))
    return named and not TABLE_RULE.match(rows[0]) and bool(TABLE_RULE.match(rows[1]))
