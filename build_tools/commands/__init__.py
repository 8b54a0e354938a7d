"""The commands of ``trellis``: one file each, found by discovery; its ``command`` is what runs."""
