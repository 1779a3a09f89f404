// Nodes of one kind by name or another name.
MATCH (n:Kind) WHERE n.name = $name OR $name IN n.aliases
RETURN n ORDER BY n.id LIMIT 200
