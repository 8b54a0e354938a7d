"""Trellis turns YAML and Markdown that trainers write into a static training-course site.

The package is a compiler in layers; imports point one way only:

    core < activities < model < checks, markdown < pages < exports < adapters, cli

``core`` reads files and remembers positions, ``model`` makes a frozen course of them, ``checks``
judges it, ``pages`` compiles it, ``exports`` and ``adapters`` hand it to other programs.
"""

__version__ = "0.1.0"
