import type { Term } from './term.ts';

const words = /\p{L}[\p{L}\p{M}\p{Nd}-]*/gu;
/** Most words of one form. */
const longestForm = 5;

/** Sentences from this many words on are hard to follow; plain language keeps to some twenty. */
const longFrom = 26;

/** Made once for each list: a full duk has hundreds of notes to look through. */
const formsOfLists = new WeakMap<readonly Term[], ReadonlyMap<string, Term>>();

function formsOf(terms: readonly Term[]): ReadonlyMap<string, Term> {
  const made = formsOfLists.get(terms);
  if (made) return made;
  const byForm = new Map(terms.flatMap((term) => term.forms.map((form) => [form, term] as const)));
  formsOfLists.set(terms, byForm);
  return byForm;
}

/** The terms that a text uses, in the order they come, each once. */
export function termsIn(text: string, terms: readonly Term[]): readonly Term[] {
  const byForm = formsOf(terms);
  const said = text.normalize('NFC').match(words) ?? [];
  const found = new Set<Term>();
  for (let at = 0; at < said.length; at++)
    for (let length = Math.min(longestForm, said.length - at); length > 0; length--) {
      const phrase = said.slice(at, at + length).join(' ');
      const term = byForm.get(phrase) ?? byForm.get(phrase.toLocaleLowerCase('nb'));
      if (!term) continue;
      found.add(term);
      at += length - 1;
      break;
    }
  return [...found];
}

/** Whether a sentence of a text is so long that it could be two. Lines of a list are sentences of their own. */
export function hasLongSentence(text: string): boolean {
  return text.split(/[.!?…:;\n]/).some((sentence) => (sentence.match(words) ?? []).length >= longFrom);
}
