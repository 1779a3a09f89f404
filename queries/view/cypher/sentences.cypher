// Sentences by id, with their articles.
UNWIND $ids AS wanted
MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence {id: wanted})
RETURN s.id AS id, s.text AS text, s.start AS start, s.end AS end,
       a.id AS article, a.title AS title, a.published AS published, a.place AS place, a.source AS source, a.url AS url
