"""The shell: Cypher line by line."""
