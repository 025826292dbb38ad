export const errors = {
  offline: 'Vi får ikke kontakt med serveren. Sjekk nettet, og prøv igjen.',
  unreadable:
    'Serveren svarte noe vi ikke forstår. Last siden på nytt, og si fra til den som driver Duken hvis det skjer igjen.',
  brokenTitle: 'Noe gikk i stykker hos oss',
  brokenText: 'Det som var lagret, er trygt. Last siden på nytt for å fortsette der du var.',
  reload: 'Last siden på nytt',
  toFront: 'Til forsiden',
  notFoundTitle: 'Her er det ingen side',
  notFoundText:
    'Adressen kan være skrevet feil, eller siden er borte. Har du fått en lenke, prøv å åpne den på nytt fra meldingen du fikk.',
  partMissing: 'Denne delen av siden kom ikke fram. Det du har skrevet, er her. Sjekk nettet, og prøv igjen.',
  showAgain: 'Vis siden igjen',
} as const;
