// topic: events
// zh: 谁主办的活动最多？
// en: Who hosts the most events?
// params:
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '没有读出谁主办过活动。', en: No article was read to say who hosted an event.}
// columns:
//   name: {zh: 主办者, en: host, about: {zh: 召集、主办或承办的人或机构。, en: Who convened or hosted.}}
//   kind: {zh: 类别, en: kind, about: {zh: 主办者是人物还是机构。, en: Whether the host is a person or an organization.}}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   events: {zh: 活动数, en: events}
//   date: {zh: 首次, en: first, about: {zh: 其中第一次活动的日期。, en: The date of the first of these events.}}
//   last: {zh: 末次, en: last}
//   evidence: {zh: 依据, en: evidence}
MATCH (e:Event)<-[r:ORGANIZED]-(who:Person|Organization)
WHERE ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH who, count(e) AS events, min(e.date) AS date, max(e.date) AS last, collect(r.evidence) AS lists
RETURN who.name AS name, labels(who)[0] AS kind, who.jurisdiction AS jurisdiction, events, date, last,
       reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY events DESC, name, who.id
