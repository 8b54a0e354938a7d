"""What rules on questions look at, whatever the kind of question."""

from __future__ import annotations

from build_tools.activities import questions
from build_tools.checks.answers import feedback


def test_what_is_said_to_any_other_answer_counts_as_feedback() -> None:
    question = questions()["number"].model_validate(
        {
            "id": "nights",
            "type": "number",
            "objective": "share",
            "prompt": "How many nights are that for each?",
            "answer": "7",
            "feedback": "Seven.",
            "near": [{"id": "two", "from": "10", "to": "11", "feedback": "For two."}],
            "otherwise": "Share them among three.",
        }
    )
    assert [text for text, _ in feedback(question)] == [
        "Seven.", "Share them among three.", "For two."
    ]  # fmt: skip
