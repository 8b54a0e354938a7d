"""The types of field: one file is one type, with a template of the same name beside it.

A file's name (with ``_`` for ``-``) is the ``type:`` that a trainer writes; its class is ``Type``.
"""
