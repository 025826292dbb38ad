/** Languages that can be interpreted, by their tags: those that Norwegian interpreters are most often asked for, and the pages' own. */
export const interpreted: readonly string[] = [
  ...['ar', 'uk', 'so', 'ti', 'pl', 'en', 'prs', 'fa', 'ps', 'ku', 'ckb', 'ur', 'am', 'ru', 'tr', 'vi', 'th', 'ta'],
  ...['es', 'fr', 'pt', 'de', 'lt', 'ro', 'bg', 'sq', 'bs', 'sw', 'om', 'my', 'zh', 'hi', 'se'],
];
