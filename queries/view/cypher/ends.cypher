// The ends of relationships that an answer holds without them.
UNWIND $ids AS wanted
MATCH (n) WHERE elementId(n) = wanted
RETURN n
