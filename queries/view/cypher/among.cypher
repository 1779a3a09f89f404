// Relations that lead from some nodes of one kind to others of the same company.
UNWIND $ids AS wanted
MATCH (a:Kind {id: wanted})-[r:Relation]->(b)
WHERE b.id IN $all
RETURN a.id AS source, type(r) AS type, b.id AS target, r AS relation
