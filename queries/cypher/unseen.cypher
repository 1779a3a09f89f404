// topic: officials
// zh: 谁以前常露面、某日之后再未出现？
// en: Who was seen often before a day and not since?
// params:
//   since: {type: date, zh: 自何日起, en: from this day on, example: '2023-09'}
//   at_least: {type: integer, default: 3, zh: 此前至少露面几次, en: at least so many times before}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '没有这样的人：此前常见，此后再没出现。', en: Nobody was seen often before and not since.}
// columns:
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   times: {zh: 次数, en: times}
//   last_seen: {zh: 末见, en: last seen, about: {zh: 最后一次活动的日期。, en: The date of that event.}}
//   event: {zh: 最后一次活动, en: last event, about: {zh: 最后一次露面的活动。, en: The event at which the person was last seen.}}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)-[r:ATTENDED]->(e:Event)
WHERE $place IS NULL OR p.jurisdiction CONTAINS $place
WITH p, CASE WHEN e.date IS NULL OR e.date STARTS WITH '-' THEN r.first_seen ELSE e.date END AS day
WHERE day IS NOT NULL
WITH p, count(day) AS times, max(day) AS last_seen
WHERE times >= $at_least AND last_seen < $since AND NOT $since STARTS WITH last_seen
MATCH (p)-[r:ATTENDED]->(e:Event)
WHERE CASE WHEN e.date IS NULL OR e.date STARTS WITH '-' THEN r.first_seen ELSE e.date END = last_seen
WITH p, times, last_seen, r, e ORDER BY e.id
WITH p, times, last_seen, collect({event: e.name, evidence: r.evidence})[0] AS last
RETURN p.name AS person, p.jurisdiction AS jurisdiction, times, last_seen, last.event AS event, last.evidence AS evidence
ORDER BY times DESC, last_seen, p.id
