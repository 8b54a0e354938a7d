"""What a learner meets, tried in a real browser."""
