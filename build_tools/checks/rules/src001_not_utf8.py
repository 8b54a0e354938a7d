"""A text file is saved as UTF-8, the way of writing letters as bytes that all systems share.

In another encoding, accents and curly quotation marks turn into other signs on somebody else's
computer, often without anyone noticing. The web counts on UTF-8 (WHATWG, Encoding Standard), and so
does Trellis: a file that is not UTF-8 is not read at all, since a guess could change what it says.

The finding points at the first byte that cannot be read. Everything before it is sound.

Mend it: open the file in your editor and save it again with the encoding UTF-8. In Windows Notepad
this is a choice in “Save as”; in VS Code, click the encoding in the bar at the bottom.
"""
