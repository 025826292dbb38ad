export const join = {
  title: 'Velkommen til duken',
  text: 'Noen vil ha deg med rundt bordet. Skriv navnet du vil at de andre skal se.',
  name: 'Hva heter du?',
  nameHelp: 'Fornavnet er nok.',
  nameMissing: 'Skriv et navn, så de andre vet hvem du er.',
  enter: 'Bli med',
  entering: 'Åpner duken …',
  refusedTitle: 'Denne lenken virker ikke lenger',
  refusedText:
    'Den kan være trukket tilbake, gått ut på dato, eller kopiert uten slutten. Be den som inviterte deg, vanligvis investeringslederen, om en ny lenke.',
  noLinkTitle: 'Du trenger en lenke',
  noLinkText:
    'Denne nettleseren er ikke med på duken. Åpne lenken du fikk én gang til, eller be investeringslederen om en ny.',
  waitingTitle: 'Straks',
  waitingText: 'Investeringslederen må slippe deg inn. Siden åpner seg selv.',
  outOfReachTitle: 'Vi når ikke duken',
  endedTitle: 'Du har ikke lenger tilgang',
  endedText:
    'Lenken du kom inn med, er trukket tilbake eller gått ut på dato. Det du har skrevet, ligger fortsatt på duken. Spør investeringslederen hvis du vil inn igjen.',
} as const;
