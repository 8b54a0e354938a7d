"""Lists of words that several rules share; each says where it comes from."""
