"""Figures on speed and size, by hand: ``make bench``. No test depends on them."""
