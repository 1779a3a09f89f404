// Who was at which event, in some years; a day more exactly is looked at afterwards, since dates may be partly known.
MATCH (p:Person)-[r:ATTENDED]->(e:Event)
WHERE ($since IS NULL OR substring(e.date, 0, 4) >= $since) AND ($until IS NULL OR substring(e.date, 0, 4) <= $until)
RETURN p AS person, e.id AS event, e.name AS name, e.date AS date, r.evidence AS evidence
