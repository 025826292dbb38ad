import type { invite as nb } from '../nb/invite.ts';
import type { TextsLike } from '../textsLike.ts';

export const invite = {
  title: 'Inviter til duken',
  who: 'Kva skal den du inviterer kunne gjere?',
  editor: 'Skrive på duken',
  editorText: 'For innbyggjar, familie, støttepersonar og tenester',
  viewer: 'Berre lese',
  viewerText: 'For den som skal følgje med',
  make: 'Lag lenkje',
  making: 'Lagar lenkja …',
  another: 'Lag ei til',
  link: 'Lenkja',
  linkText: 'Lenkja blir vist berre no. Ho kan brukast av fleire, til du trekkjer ho tilbake.',
  qrLabel: 'QR-kode med lenkja. Hald mobilkameraet mot han for å bli med.',
  qrHelp: 'Hald mobilkameraet mot koden',
  here: 'Rundt bordet',
  online: 'er her no',
  away: 'ikkje her no',
  you: 'deg',
  links: 'Lenkjer som er laga',
  noLinks: 'Ingen lenkjer enno.',
  madeWhen: 'Laga {dato}',
  expires: 'verkar til {dato}',
  joined_zero: 'ingen har brukt ho',
  joined_one: '{count} har blitt med',
  joined_other: '{count} har blitt med',
  withdrawn: 'trekt tilbake',
  expired: 'gått ut',
  withdraw: 'Trekk tilbake',
  withdrawTitle: 'Trekkje tilbake lenkja?',
  withdrawText_zero: 'Ingen har brukt ho. Ho sluttar å verke med ein gong.',
  withdrawText_one:
    'Den som kom inn gjennom ho, mistar tilgangen med ein gong. Det dei har skrive, blir liggjande på duken.',
  withdrawText_other:
    'Dei {count} som kom inn gjennom ho, mistar tilgangen med ein gong. Det dei har skrive, blir liggjande på duken.',
} as const satisfies TextsLike<typeof nb>;
