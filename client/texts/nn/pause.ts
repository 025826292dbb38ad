import type { pause as bokmal } from '../nb/pause.ts';
import type { TextsLike } from '../textsLike.ts';

export const pause: TextsLike<typeof bokmal> = {
  askTitle: 'Pust i bakken',
  askText: 'Vil du be om fem minutt pause? Alle får sjå at det er pause. Ingen ser kven som bad om han.',
  ask: 'Be om pause',
  asking: 'Ber om pause …',
  title: 'Vi tek ein pause',
  text: 'Reis deg, hent noko å drikke, eller berre pust. Alt de har skrive, er lagra.',
  left: 'Att av pausen',
  back: 'Tilbake til duken',
  goOn: 'Vi held fram, for alle',
  show: 'Vis pausen',
  until: 'Vi tek ein pause til kl. {time}.',
};
