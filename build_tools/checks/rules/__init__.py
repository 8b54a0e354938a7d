"""One file is one rule; its docstring is its manual."""
