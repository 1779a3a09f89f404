// topic: places
// zh: 哪些地点活动最多？
// en: Which places see the most events?
// params:
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '没有读出活动在哪里举行。', en: No article was read to say where an event took place.}
// columns:
//   place: {zh: 地点, en: place}
//   level: {zh: 级别, en: level}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   events: {zh: 活动数, en: events}
//   kinds: {zh: 类别, en: kinds}
//   date: {zh: 首次, en: first, about: {zh: 其中第一次活动的日期。, en: The date of the first of these events.}}
//   last: {zh: 末次, en: last}
//   evidence: {zh: 依据, en: evidence}
MATCH (e:Event)-[r:LOCATED_IN]->(site:Place)
WHERE ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH site, e, r ORDER BY e.kind, e.date, e.id
WITH site, count(e) AS events, collect(DISTINCT e.kind) AS kinds, min(e.date) AS date, max(e.date) AS last,
     collect(r.evidence) AS lists
RETURN site.name AS place, site.level AS level, site.jurisdiction AS jurisdiction, events, kinds, date, last,
       reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY events DESC, place, site.id
