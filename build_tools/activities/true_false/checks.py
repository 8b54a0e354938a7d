"""Faults that only this kind of question can have."""
