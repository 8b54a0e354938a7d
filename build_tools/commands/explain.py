"""``trellis explain``."""

from __future__ import annotations

import click

from build_tools.checks import known_rules
from build_tools.checks.fixes import fixes
from build_tools.commands._shared import fail
from build_tools.core.suggest import did_you_mean


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Explain a finding: what it means, why, and how to mend it."""
    rule = known_rules().get(code.upper())
    if rule is None:
        fail(f"there is no rule {code}. {did_you_mean(code.upper(), known_rules())}")
    click.echo(f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.manual}")
    if rule.code in fixes():
        click.echo(f"\nWhat “trellis check --fix” does:\n\n{fixes()[rule.code].about}")
