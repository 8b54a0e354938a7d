"""Where other programs plug in. Only here is MkDocs imported."""
