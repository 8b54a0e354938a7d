"""Attributes that a trainer may give to an element, as in ``{#at-the-door .wide}``."""

# None of these can carry code, a style or an address that is loaded unasked.
ATTRIBUTES = frozenset(
    {
        "alt", "aria-hidden", "aria-label", "aria-labelledby", "class", "colspan", "dir", "height",
        "href", "id", "lang", "loading", "rel", "role", "rowspan", "scope", "src", "start",
        "tabindex", "title", "width",
    }
)  # fmt: skip
# Ids of the page's frame begin so; the theme's script reads its settings from “__config”, and a
# heading of that name would stand before it.
OF_THE_FRAME = "__"
