"""What ``trellis new`` copies: a small course that passes ``trellis check --strict`` itself."""

from pathlib import Path

COURSE = Path(__file__).parent / "course"
MODULE = "first-steps"
