// topic: officials
// zh: 某人的概况：任过哪些职务、参加过哪些活动、常与谁同场？
// en: What is known of an official? Posts, events, companions
// params:
//   name: {type: string, zh: 姓名或别称, en: name or alias, example: 林晓峰}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '文章没有写明此人的职务或活动，guanxi ask mentions 可查提到此人的句子。', en: 'No article names a post or an event of theirs; guanxi ask mentions shows the sentences.'}
// columns:
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   section: {zh: 栏目, en: section, values: {post: 职务, event: 活动, companion: 同场}}
//   item: {zh: 内容, en: item}
//   detail: {zh: 说明, en: detail}
//   date: {zh: 日期, en: date, about: {zh: 活动日期；职务为任职或首见日期，同场为首次日期。, en: 'Of the event; of a post, its first day or report; of a companion, the first shared event.'}}
//   last_seen: {zh: 末见, en: last seen, about: {zh: 职务为离任或末见日期，活动为最近报道日期，同场为末次日期。, en: 'Of a post, its last day or report; of an event, its latest report; of a companion, the last shared event.'}}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)
WHERE (p.name = $name OR $name IN p.aliases)
  AND ($place IS NULL OR p.jurisdiction CONTAINS $place)
CALL (p) {
  MATCH (p)-[r:HOLDS_POST]->(post:Post)
  OPTIONAL MATCH (post)-[:POST_OF]->(o:Organization)
  RETURN 1 AS part, 'post' AS section, coalesce(post.organization, o.name, '') + post.title AS item, null AS detail,
         coalesce(CASE WHEN r.start < r.first_seen THEN r.start
                       WHEN r.end < r.first_seen THEN r.end ELSE r.first_seen END, r.start) AS date,
         coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
                  r.last_seen) AS last_seen, r.evidence AS evidence
  UNION ALL
  MATCH (p)-[r:ATTENDED]->(e:Event)
  RETURN 2 AS part, 'event' AS section, e.name AS item, coalesce(r.capacity, r.role) AS detail,
         e.date AS date, r.last_seen AS last_seen, r.evidence AS evidence
  UNION ALL
  MATCH (p)-[r:ATTENDED]->(e:Event)<-[q:ATTENDED]-(other:Person)
  WITH other, count(e) AS times, min(e.date) AS date, max(e.date) AS last_seen, collect(r.evidence + q.evidence) AS lists
  ORDER BY times DESC, other.name, other.id
  LIMIT 10
  RETURN 3 AS part, 'companion' AS section, other.name AS item, toString(times) + ' ×' AS detail,
         date AS date, last_seen AS last_seen, reduce(all = [], one IN lists | all + one) AS evidence
}
RETURN p.name AS person, p.jurisdiction AS jurisdiction, section, item, detail, date, last_seen, evidence
ORDER BY jurisdiction, p.id, part, CASE WHEN part = 3 THEN -toInteger(split(detail, ' ')[0]) END, date, item
