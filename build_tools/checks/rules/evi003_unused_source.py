"""Every source in ``course/references.json`` is cited somewhere.

A long list looks well read, and a reader cannot tell which of it stands behind the words.

Mend it: cite the source where it belongs, or take it out of the list.

    # bad course/references.json 4:10
    [
      {"id": "phac2018", "type": "webpage", "title": "Trauma and violence-informed approaches",
       "URL": "https://www.canada.ca/en/public-health.html"},
      {"id": "masten2001", "type": "article-journal", "title": "Ordinary Magic",
       "DOI": "10.1037/0003-066x.56.3.227"}
    ]

    # good course/references.json
    [
      {"id": "phac2018", "type": "webpage", "title": "Trauma and violence-informed approaches",
       "URL": "https://www.canada.ca/en/public-health.html"}
    ]
"""

import re
from collections.abc import Iterator, Mapping

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
FILE = "course/references.json"


def check(course: Course) -> Iterator[Finding]:
    if course.source.broken:
        return
    used = {key for key, _ in course.citations()}
    for key, reference in course.references.items():
        # Programmes, instruments and short texts of YAML files may name it too.
        if key not in used and not _named(key, course.source.texts):
            yield Finding(
                reference.place,
                f"the source “{key}” is cited nowhere",
                "cite it where it belongs, or take it out",
            )


def _named(key: str, texts: Mapping[str, str]) -> bool:
    whole = re.compile(rf"(?<![\w:.-]){re.escape(key)}(?![\w:-])")
    return any(key in text and whole.search(text) for file, text in texts.items() if file != FILE)
