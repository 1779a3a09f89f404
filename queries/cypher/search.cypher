// topic: sources
// zh: 名称、别称、原句里哪里有这些字？
// en: Where do these words stand, in names, aliases and sentences?
// params:
//   words: {type: string, zh: '要找的字（每个两字以上，以空格隔开则须同时出现）', en: 'words of two characters or more; all of them, if there are several', example: 自建房}
// columns:
//   kind: {zh: 种类, en: kind}
//   name: {zh: 名称或原句, en: name or sentence}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   published: {zh: 见报, en: published}
//   article: {zh: 文章, en: article}
//   evidence: {zh: 依据, en: evidence}
WITH [word IN split(replace(replace(replace($words, '"', ' '), '\\', ' '), '　', ' '), ' ') WHERE word <> ''] AS words
WHERE size(words) > 0
CALL (words) {
  MATCH (n:Person|Organization|Place|Event|Post|Matter)
  WHERE any(name IN coalesce(n.aliases, []) + [n.name] WHERE all(word IN words WHERE name CONTAINS word))
  RETURN 1 AS part, labels(n)[0] AS kind, n.name AS name, n.jurisdiction AS jurisdiction, null AS published,
         null AS article, [(n)<-[:MENTIONS]-(s:Sentence) | s.id] AS evidence, n.id AS id
  UNION ALL
  // The index holds pairs of characters, and numbers whole: 第 beside 5 in 第5次会议 is in neither. So it is asked for the
  // runs of two characters and more, or for the number where there is no such run; what it gives is looked at again.
  WITH words, '0123456789.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ' AS latin
  UNWIND words AS word
  WITH words, latin, [i IN range(0, size(word) - 1) | substring(word, i, 1)] AS letters
  WITH words, split(reduce(all = '', c IN letters | all + CASE WHEN latin CONTAINS c THEN ' ' ELSE c END), ' ') AS runs,
       split(reduce(all = '', c IN letters | all + CASE WHEN latin CONTAINS c THEN c ELSE ' ' END), ' ') AS numbers
  WITH words, [run IN runs WHERE size(run) > 1] AS runs, [number IN numbers WHERE number <> ''] AS numbers
  UNWIND CASE WHEN size(runs) > 0 THEN runs ELSE numbers END AS term
  WITH words, collect(term) AS terms
  CALL db.index.fulltext.queryNodes('sentence_text',
    reduce(all = '', term IN terms | all + CASE WHEN all = '' THEN '' ELSE ' AND ' END + '"' + term + '"'))
  YIELD node AS s
  WITH s, words
  WHERE all(word IN words WHERE replace(s.text, '\n', '') CONTAINS word)
  MATCH (s)<-[:HAS_SENTENCE]-(a:Article)
  RETURN 2 AS part, 'Sentence' AS kind, s.text AS name, a.place AS jurisdiction, a.published AS published,
         a.title AS article, [s.id] AS evidence, s.id AS id
}
RETURN kind, name, jurisdiction, published, article, evidence
ORDER BY part, kind, published, name, id
