"""What everything else stands on: files, positions, diagnostics and discovery."""
