// The words of some sentences.
UNWIND $ids AS wanted
MATCH (s:Sentence {id: wanted}) RETURN s.id AS id, s.text AS text
