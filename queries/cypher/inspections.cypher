// topic: events
// zh: 谁到哪里检查、考察，去过几次？
// en: Who inspects or visits where, and how often?
// params:
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   name: {type: string, default: null, zh: 带队者, en: who led, example: 陈志远}
// none: {zh: '没有此人带队检查、走访的记录。', en: They are not known to have led an inspection or a visit.}
// columns:
//   person: {zh: 带队者, en: person, about: {zh: 带队或名列第一的人。, en: Who led or is named first.}}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   place: {zh: 地点, en: place}
//   times: {zh: 次数, en: times}
//   date: {zh: 首次, en: first, about: {zh: 其中第一次活动的日期。, en: The date of the first of these events.}}
//   last: {zh: 末次, en: last}
//   events: {zh: 活动, en: events, about: {zh: 各次活动的名称，依日期。, en: 'The events, by date.'}}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)-[r:ATTENDED]->(e:Event)-[l:LOCATED_IN]->(stop:Place)
WHERE e.kind IN ['inspection', 'visit'] AND (r.role = 'leader' OR r.rank = 1)
  AND ($name IS NULL OR p.name = $name OR $name IN p.aliases)
  AND ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH p, stop, e, r, l ORDER BY e.date, e.id
WITH p, stop, count(e) AS times, min(e.date) AS date, max(e.date) AS last, collect(e.name) AS events,
     collect(r.evidence + l.evidence) AS lists
RETURN p.name AS person, p.jurisdiction AS jurisdiction, stop.name AS place, times, date, last, events,
       reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY times DESC, date, person, place, p.id, stop.id
