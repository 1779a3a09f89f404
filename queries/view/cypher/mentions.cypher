// Where some sentences name what.
UNWIND $ids AS wanted
MATCH (s:Sentence {id: wanted})-[m:MENTIONS]->(n)
RETURN s.id AS sentence, n.id AS node, m.start AS start, m.end AS end
