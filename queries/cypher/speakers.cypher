// topic: officials
// zh: 谁常讲话，谁只到场不讲话？
// en: Who speaks, and who only sits?
// params:
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
//   at_least: {type: integer, default: 2, zh: 至少到场几次, en: at least so many events}
// none: {zh: '没有读出谁参加过活动。', en: No article was read to say who attended an event.}
// columns:
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   attended: {zh: 到场, en: attended}
//   spoke: {zh: 讲话, en: spoke}
//   chaired: {zh: 主持, en: chaired}
//   share: {zh: 讲话比例, en: share spoken}
//   low: {zh: 比例下限, en: lower bound}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)-[r:ATTENDED]->(e:Event)
WHERE ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH p, collect(e) AS events, collect(r.evidence) AS seen
WHERE size(events) >= $at_least
WITH p, size(events) AS attended, seen,
     [(p)-[s:SPOKE_AT]->(e:Event) WHERE e IN events | s.evidence] AS spoke,
     [(p)-[c:CHAIRED]->(e:Event) WHERE e IN events | c.evidence] AS chaired
// The lower end of Wilson's interval for a share, z = 1.96 (E. B. Wilson, Journal of the American Statistical Association
// 22, 1927, 209–212): once of once is 0.207, eleven times of thirteen 0.578. By the share alone, 1 of 1 would come first.
WITH p, attended, spoke, chaired, seen, 1.0 * size(spoke) / attended AS share, 1.96 * 1.96 AS z2
WITH p, attended, spoke, chaired, seen, share,
     (share + z2 / (2 * attended) - sqrt(z2 * (share * (1 - share) + z2 / (4 * attended)) / attended))
     / (1 + z2 / attended) AS low
RETURN p.name AS person, p.jurisdiction AS jurisdiction, attended, size(spoke) AS spoke, size(chaired) AS chaired,
       round(1000.0 * share) / 1000.0 AS share, round(1000.0 * low) / 1000.0 AS low,
       reduce(all = [], one IN spoke + chaired + seen | all + one) AS evidence
ORDER BY low DESC, attended DESC, p.name, p.id
