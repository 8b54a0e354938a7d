"""Short answer: a word or a few to type, with near misses that are worth a reply of their own.

    - id: worn-by-others-pain
      type: short-answer
      objective: name-the-strain
      prompt: What is the strain called that comes from hearing what others went through?
      accepted: [secondary trauma, secondary traumatic stress]
      feedback: …                # to whoever typed one of them
      near:
        - {id: burnout, text: [burnout, burn-out], feedback: …}
      otherwise: …               # to whoever typed anything else

List the wordings you would accept if you sat beside the learner. Capitals, accents, kinds of
quotation marks and punctuation at the ends make no difference; spelling does, so list a common
misspelling as a near miss, or accept it. Where many wordings would do, `reflect` is a better kind.

Two points for an accepted answer, one for a near miss. QTI 3: ``textEntryInteraction`` with a
mapping; cmi: ``fill-in``.
"""

from __future__ import annotations

from typing import Annotated

from build_tools.activities.comparing import comparable
from build_tools.activities.typed import Case, Typed
from build_tools.core.fields import Id, Text, Texts, as_list
from build_tools.core.record import Record


class Near(Record):
    """An answer that is nearly right, and what to say to whoever typed it."""

    id: Id
    """Short name of the near miss that never changes, for example burnout."""
    text: Texts
    """What a learner may type; one wording, or a list of wordings that get the same reply."""
    feedback: Text
    """What is right in it, and what is still missing."""


class Activity(Typed):
    """A question that is answered with a word or a few."""

    qti = "textEntryInteraction"
    cmi = "fill-in"
    minutes = 1.0

    accepted: Annotated[tuple[Text, ...], as_list]
    """Every wording that fits; the first is the one that is shown as the answer."""
    near: Annotated[tuple[Near, ...], as_list] = ()
    """Wordings that are nearly right, each with a reply of its own."""

    @property
    def key(self) -> tuple[str, ...]:
        """The first of the accepted wordings."""
        return self.accepted[:1]

    @property
    def right(self) -> str:
        """The first of the accepted wordings."""
        return next(iter(self.accepted), "")

    @property
    def cases(self) -> tuple[Case, ...]:
        """The accepted wordings, the near misses, and all else."""
        return (
            Case("best", self.feedback, self.accepted),
            *(Case("partly", near.feedback, near.text) for near in self.near),
            Case("not-here", self.otherwise),
        )

    def holds(self, case: Case, typed: str) -> bool:
        """Say whether a typed text is one of the wordings of a case."""
        return comparable(typed) in map(comparable, case.parts)
