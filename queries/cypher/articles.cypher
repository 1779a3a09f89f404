// topic: sources
// zh: 收录了哪些文章，各有多少内容？
// en: Which articles were read, and how much does each say?
// params:
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// columns:
//   published: {zh: 发布日期, en: published}
//   article: {zh: 文章, en: article}
//   source: {zh: 来源, en: source, about: {zh: 发表文章的报纸、网站或公众号。, en: 'The paper, site or account that published it.'}}
//   place: {zh: 发布地, en: issued by, about: {zh: 哪个辖区的新闻。, en: The jurisdiction whose news it is.}}
//   sentences: {zh: 句数, en: sentences}
//   entities: {zh: 实体数, en: entities}
//   evidence: {zh: 依据, en: evidence, about: {zh: '文章的第一句，加 -e 显示。', en: The article’s first sentence; -e shows it.}}
MATCH (a:Article)
WHERE ($place IS NULL OR a.place CONTAINS $place)
  AND ($since IS NULL OR a.published >= $since OR $since STARTS WITH a.published)
  AND ($until IS NULL OR (a.published <= $until OR a.published STARTS WITH $until) AND NOT a.published STARTS WITH '-')
WITH a ORDER BY a.published, a.id
RETURN a.published AS published, a.title AS article, a.source AS source, a.place AS place,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence) } AS sentences,
       COUNT { MATCH (a)-[:HAS_SENTENCE]->(:Sentence)-[:MENTIONS]->(n) RETURN DISTINCT n } AS entities,
       COLLECT { MATCH (a)-[:HAS_SENTENCE]->(s:Sentence) RETURN s.id ORDER BY s.start LIMIT 1 } AS evidence
