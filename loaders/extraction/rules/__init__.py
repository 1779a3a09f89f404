"""Rules of the genre, as data with a name."""
