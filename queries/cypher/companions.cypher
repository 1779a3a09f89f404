// topic: networks
// zh: 谁与某人同场次数最多？
// en: Who appears with an official most often?
// params:
//   name: {type: string, zh: 姓名或别称, en: name or alias, example: 林晓峰}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
//   at_least: {type: integer, default: 1, zh: 至少同场几次, en: at least so many times}
// none: {zh: '没有与此人同场的人。', en: Nobody is known to have been at an event with them.}
// columns:
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   companion: {zh: 同场者, en: companion}
//   from: {zh: 同场者辖区, en: their jurisdiction}
//   times: {zh: 同场次数, en: times, about: {zh: 两人同场的活动数。, en: How many events both attended.}}
//   events: {zh: 活动, en: events, about: {zh: 两人同场的活动，依日期。, en: 'The events that both attended, by date.'}}
//   date: {zh: 首次, en: first, about: {zh: 其中第一次活动的日期。, en: The date of the first of these events.}}
//   last: {zh: 末次, en: last}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)
WHERE (p.name = $name OR $name IN p.aliases)
  AND ($place IS NULL OR p.jurisdiction CONTAINS $place)
WITH DISTINCT p
MATCH (p)-[r:ATTENDED]->(e:Event)<-[q:ATTENDED]-(other:Person)
WHERE ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH p, other, e, r, q ORDER BY e.date, e.id
WITH p, other, count(e) AS times, collect(e.name) AS events, min(e.date) AS date, max(e.date) AS last,
     collect(r.evidence + q.evidence) AS lists
WHERE times >= $at_least
RETURN p.name AS person, p.jurisdiction AS jurisdiction, other.name AS companion, other.jurisdiction AS from, times, events,
       date, last, reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY jurisdiction, p.id, times DESC, companion, other.id
