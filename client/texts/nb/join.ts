export const join = {
  title: 'Velkommen til duken',
  invited: 'Du er invitert til en duk.',
  lobbyText: 'Investeringslederen slipper deg inn når du har sagt hvem du er.',
  text: 'Dere skriver på den samme duken, alle sammen. Si hvem du er, så er du med.',
  viewerText: 'Du kan følge med på duken, men ikke skrive på den.',
  interpreterText: 'Du er tolken. Det du oversetter, står ved siden av lappene.',
  leaderLink: 'Dette er en lederlenke.',
  leaderText: 'Den er for deg som leder møtet. Er du ikke lederen, be om en egen lenke.',
  name: 'Hva heter du?',
  nameHelp: 'Fornavnet er nok.',
  nameMissing: 'Skriv et navn, så de andre vet hvem du er.',
  who: 'Hvem er du her?',
  who_citizen: 'Planen handler om meg',
  who_child: 'Jeg er barn i familien',
  who_family: 'Jeg er familie, venn eller frivillig',
  who_service: 'Jeg jobber i en tjeneste',
  whoMissing: 'Velg hvem du er, så de andre ser hvem som snakker på lappene dine.',
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
  notLetInTitle: 'Du ble ikke sluppet inn',
  notLetInText: 'Investeringslederen slapp deg ikke inn på duken. Spør investeringslederen hvis du mener det er feil.',
  goneTitle: 'Duken er ikke her lenger',
  goneText:
    'Investeringslederen kan ha slettet duken, eller denne nettleseren er ikke lenger med. Spør investeringslederen hvis du lurer.',
  outOfReachTitle: 'Vi når ikke duken',
  endedTitle: 'Du har ikke lenger tilgang',
  endedText:
    'Lenken du kom inn med, er trukket tilbake eller gått ut på dato, eller du er tatt ut av duken. Det du har skrevet, ligger fortsatt på duken. Spør investeringslederen hvis du vil inn igjen.',
  notInConsentTitle: 'Samtykket gjelder ikke tjenesten din nå',
  notInConsentText:
    'Tjenesten din er på duken med samtykke til å dele, og det er trukket tilbake, gått ut eller nevner den ikke. Det du har skrevet, ligger fortsatt på duken. Spør investeringslederen hvis du mener det er feil.',
  noCookiesTitle: 'Nettleseren husker deg ikke',
  noCookiesText:
    'Nettleseren din tar ikke vare på informasjonskapsler fra denne siden, og da vet vi ikke hvem du er fra et klikk til det neste. Slå dem på for denne siden, og prøv igjen. Lenken din gjelder fortsatt.',
} as const;
