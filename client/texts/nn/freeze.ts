import type { freeze as nb } from '../nb/freeze.ts';
import type { TextsLike } from '../textsLike.ts';

export const freeze = {
  title: 'Frys møtet',
  text: 'Duken slik han ligg no, blir ein planversjon som aldri blir endra. De kan skrive vidare på duken etterpå.',
  goesIn: 'Dette blir med',
  notes_one: '{count} lapp',
  notes_other: '{count} lappar',
  actions_one: '{count} tiltak',
  actions_other: '{count} tiltak',
  dreams_one: '{count} draum',
  dreams_other: '{count} draumar',
  lacks: 'Tiltak som manglar noko',
  lacksText: 'Du kan fryse likevel, og avtale det sidan.',
  lacksOwner: 'manglar kven',
  lacksDue: 'manglar dato',
  lacksBoth: 'manglar kven og dato',
  lacksNothing: 'Alle tiltak har både kven og dato.',
  meeting: 'Møtet',
  freeze: 'Frys møtet',
  freezing: 'Frys duken og lagar planen …',
  boardEmpty: 'Duken har ingen lappar enno, så det er ingenting å lage plan av.',
  meetingNotFound: 'Vi finn ikkje møtet. Opprett det på nytt, og frys duken etterpå.',
  meetingFrozen: 'Møtet er alt frose som versjon {versjon}.',
  notLeader: 'Berre investeringsleiaren kan fryse duken. Be investeringsleiaren gjere det.',
  unsaved: 'Det siste du skreiv er ikkje lagra enno. Vent til det står «Lagra», så blir alt med.',
} as const satisfies TextsLike<typeof nb>;
