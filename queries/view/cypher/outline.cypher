// Where the sentences of some articles stand.
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})-[:HAS_SENTENCE]->(s:Sentence)
RETURN a.id AS article, s.id AS id, s.start AS start, s.end AS end
