"""A real Neo4j without docker: `make neo4j` runs one for people, the tests start theirs from the same parts."""
