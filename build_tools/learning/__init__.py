"""The learner's record, read outside the browser: its events, what they come to, and its file.

The browser writes the record (``overrides/assets/js/3-events.js``, ``2-fold.js``, ``4-record.js``);
these modules read the same thing in the same way, for whoever evaluates a programme from files that
learners chose to hand over. Tests feed both with the same events.
"""
