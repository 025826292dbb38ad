import type { common as nb } from '../nb/common.ts';
import type { TextsLike } from '../textsLike.ts';

export const common = {
  loading: 'Hentar …',
  toFront: 'Til framsida',
  close: 'Lukk',
  cancel: 'Avbryt',
  tryAgain: 'Prøv igjen',
  copy: 'Kopier',
  copied: 'Kopiert',
  copyFailed: 'Nettlesaren lét oss ikkje kopiere. Merk teksten og kopier han sjølv.',
  language: 'Språk',
  roleLeader: 'Investeringsleiar',
  roleEditor: 'Kan skrive',
  roleInterpreter: 'Tolk',
  roleViewer: 'Kan lese',
  roleAdmin: 'Administrator',
  views: 'Visningar',
  'view-duk': 'Duk',
  'view-liste': 'Liste',
  'view-tiltak': 'Tiltak',
  'view-plan': 'Plan',
  exampleEndsToday: 'Dette er eit eksempel. Det blir sletta i dag kl. {tid}.',
  exampleEndsTomorrow: 'Dette er eit eksempel. Det blir sletta i morgon kl. {tid}.',
} as const satisfies TextsLike<typeof nb>;
