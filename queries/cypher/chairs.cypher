// topic: events
// zh: 谁主持的活动最多？
// en: Who presides over the most events?
// params:
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '没有读出谁主持过活动。', en: No article was read to say who presided.}
// columns:
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   times: {zh: 次数, en: times}
//   date: {zh: 首次, en: first, about: {zh: 其中第一次活动的日期。, en: The date of the first of these events.}}
//   last: {zh: 末次, en: last}
//   evidence: {zh: 依据, en: evidence}
MATCH (e:Event)<-[r:CHAIRED]-(p:Person)
WHERE ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH p, count(e) AS times, min(e.date) AS date, max(e.date) AS last, collect(r.evidence) AS lists
RETURN p.name AS person, p.jurisdiction AS jurisdiction, times, date, last,
       reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY times DESC, person, p.id
