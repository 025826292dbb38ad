export const pause = {
  askTitle: 'Pust i bakken',
  askText: 'Vil du be om fem minutters pause? Alle får se at det er pause. Ingen ser hvem som ba om den.',
  ask: 'Be om pause',
  asking: 'Ber om pause …',
  title: 'Vi tar en pause',
  text: 'Reis deg, hent noe å drikke, eller bare pust. Alt dere har skrevet, er lagret.',
  left: 'Igjen av pausen',
  back: 'Tilbake til duken',
  goOn: 'Vi fortsetter, for alle',
  show: 'Vis pausen',
  until: 'Vi tar en pause til kl. {time}.',
} as const;
