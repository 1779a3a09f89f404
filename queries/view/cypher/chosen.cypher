// Nodes of one kind by id.
UNWIND $ids AS wanted
MATCH (n:Kind {id: wanted}) RETURN n
