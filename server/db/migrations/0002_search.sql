-- One row of words for each dossier, by its id; the text itself stays in the ledgers. Tibetan vowel signs stay in their syllable.
CREATE VIRTUAL TABLE search_texts USING fts5(
  head, body, initials,
  content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
