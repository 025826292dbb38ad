import type { helper as nb } from '../nb/helper.ts';
import type { TextsLike } from '../textsLike.ts';

export const helper = {
  ask: '{navn} vil skrive for deg. Er det greitt?',
  askText:
    'Seier du ja, kan {navn} leggje lappar for deg. Alle ser at det var {navn} som skreiv dei. Du kan seie nei igjen når du vil.',
  yes: 'Ja, det er greitt',
  no: 'Nei',
  helps: '{navn} kan skrive for deg.',
  notAnyMore: 'Nei, ikkje lenger',
  helpsNot: '{navn} skriv ikkje for deg.',
  afterAll: 'Det er greitt likevel',
  whoHelps: 'Kven skriv for {navn}?',
  nobodyHelps: 'Ingen',
  saidNothing: '{navn} har ikkje svara enno. Spørsmålet står på sida til {navn}.',
  saidYes: '{navn} har sagt ja.',
  saidNo: '{navn} har sagt nei.',
} as const satisfies TextsLike<typeof nb>;
