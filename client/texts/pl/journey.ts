import type { GuestTexts } from '../guestTexts.ts';

export const journey: GuestTexts = {
  title: 'Droga planu',
  notSet: 'nie ustalono',
  overall: 'Razem',
  untenable: 'Tak się nie da',
  exposed: 'Niepewnie',
  stable: 'Stabilnie',
  sustainable: 'Trwale',
  untenableMeans:
    'Tak dalej być nie może. Brakuje czegoś koniecznego: mieszkania, pieniędzy na życie albo właściwej pomocy.',
  exposedMeans:
    'Jest niepewnie. Jakaś pomoc jest, ale nie ta właściwa, a mieszkanie, zdrowie, pieniądze czy codzienność mogą się szybko zachwiać.',
  stableMeans: 'Wszystko się toczy. Dobre mieszkanie, jest co robić, i dość właściwej pomocy.',
  sustainableMeans: 'Stoi na własnych nogach. Dom, dochód, przyjaciele i czas wolny, z niewielką pomocą albo bez niej.',
  means: 'Co znaczą etapy?',
  showThemes: 'Pokaż każdy temat',
  hideThemes: 'Ukryj tematy',
  citizenSees: 'Tak to widzi osoba, której dotyczy plan',
  citizenSeesNamed: 'Tak to widzi: {navn}',
  overTime: 'Droga w czasie',
  around: 'Kto jest wokół',
  pulse: 'Jak minęło spotkanie?',
};
