// The nodes of one kind that have the most relations.
MATCH (n:Kind)-[r:Relation]-()
WITH n.id AS id, count(r) AS relations
RETURN id, relations ORDER BY relations DESC, id LIMIT $most
