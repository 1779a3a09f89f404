// Relations of some nodes of one kind, with the nodes at their other ends.
UNWIND $ids AS wanted
MATCH (a:Kind {id: wanted})-[r:Relation]-(b)
RETURN startNode(r).id AS source, type(r) AS type, endNode(r).id AS target, r AS relation, b AS node
