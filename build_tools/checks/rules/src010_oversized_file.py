"""A file is no larger than 5 MB.

Many learners are on a phone, with little data to spare and a weak signal. A text of that size is
not written by hand, and a picture of that size has not been made ready for the web. A larger file
is not read.

Mend it: make the picture smaller (1,600 pixels across is plenty), or split the text.
"""
