// All relations that lead from one kind.
MATCH (a:Kind)-[r:Relation]->(b)
RETURN a.id AS source, type(r) AS type, b.id AS target, r AS relation
