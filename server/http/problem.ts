import { type Problem, type ProblemKind, problemSchema, problemType } from '@duken/shared/protocol';
import type { FastifyReply } from 'fastify';

interface Sentence {
  readonly status: number;
  readonly title: string;
  /** What happened, and what the reader can do next. */
  readonly detail: string;
}

/** Every failure a person can meet at the API: one table, from its kind to what they are told. */
const problems = {
  invalidRequest: {
    status: 400,
    title: 'Noe mangler eller er feil',
    detail: 'Noe i det du sendte, mangler eller er feil. Rett opp feltene som er nevnt, og prøv igjen.',
  },
  malformedRequest: {
    status: 400,
    title: 'Forespørselen er ikke HTTP',
    detail: 'Det som kom fram, er ikke en gyldig HTTP-forespørsel. Se over programmet eller nettverket som sendte den.',
  },
  notIn: {
    status: 401,
    title: 'Du er ikke inne',
    detail: 'Du er ikke inne på denne duken. Åpne delingslenken du har fått, og skriv navnet ditt.',
  },
  notAllowed: {
    status: 403,
    title: 'Det har du ikke lov til',
    detail: 'Rollen din på denne duken gir ikke lov til dette. Be investeringslederen gjøre det.',
  },
  accessEnded: {
    status: 403,
    title: 'Du har ikke lenger tilgang',
    detail:
      'Lenken du kom inn med, er trukket tilbake eller gått ut på dato, eller du er tatt ut av duken. Be investeringslederen om en ny lenke.',
  },
  notInConsent: {
    status: 403,
    title: 'Samtykket gjelder ikke tjenesten din nå',
    detail:
      'Tjenesten din er på duken med samtykke til å dele, og det er trukket tilbake, gått ut eller nevner den ikke. Spør investeringslederen hvis du mener det er feil.',
  },
  serviceNotInConsent: {
    status: 409,
    title: 'Samtykkene nevner ikke tjenesten',
    detail:
      'Samtykkene i saken nevner ikke tjenesten. Skriv tjenesten slik den står i samtykket, eller registrer et nytt samtykke først.',
  },
  consentNotFound: {
    status: 404,
    title: 'Samtykket finnes ikke',
    detail: 'Saken har ikke noe slikt samtykke, eller det er trukket tilbake fra før. Last inn siden på nytt.',
  },
  cutNotInConsent: {
    status: 409,
    title: 'Samtykket dekker ikke det du har valgt',
    detail:
      'Samtykkene i saken dekker ikke alle temaene du har valgt, for den som skal få. Ta bort temaer, eller registrer et nytt samtykke først.',
  },
  cutNotFound: {
    status: 404,
    title: 'Utdraget finnes ikke',
    detail: 'Saken har ikke noe slikt utdrag, eller det er trukket tilbake. Last inn siden på nytt.',
  },
  cutChanged: {
    status: 409,
    title: 'Utdraget er ikke det du så på',
    detail: 'Utdraget er et annet enn det du så på. Se over det på nytt, og gi det så.',
  },
  cutLinkRefused: {
    status: 403,
    title: 'Lenken virker ikke',
    detail: 'Lenken er feil, brukt opp, trukket tilbake eller gått ut på dato. Be den som sendte den, om en ny.',
  },
  waiting: {
    status: 403,
    title: 'Du venter på å bli sluppet inn',
    detail:
      'Investeringslederen har ikke sluppet deg inn ennå. Vent, eller gi investeringslederen beskjed om at du er her.',
  },
  refused: {
    status: 403,
    title: 'Du ble ikke sluppet inn',
    detail: 'Investeringslederen slapp deg ikke inn på duken. Spør investeringslederen hvis du mener det er feil.',
  },
  plansNotGiven: {
    status: 403,
    title: 'Planene er ikke delt med deg',
    detail: 'Planversjonene på denne duken er ikke delt med deg. Be {leaders} om å dele dem med deg.',
  },
  makerStays: {
    status: 403,
    title: 'Den som laget duken, blir',
    detail:
      'Den som laget duken, kan bare endres av seg selv. Snakk med vedkommende, eller med den som driver Duken hos dere.',
  },
  makerLinkStays: {
    status: 403,
    title: 'Lenken må bli',
    detail: 'Den som laget duken, er inne med denne lenken. Bare den som laget duken, kan trekke den tilbake.',
  },
  linkRefused: {
    status: 403,
    title: 'Lenken virker ikke',
    detail: 'Lenken er feil, trukket tilbake eller gått ut på dato. Be den som inviterte deg, om en ny lenke.',
  },
  answerLinkRefused: {
    status: 403,
    title: 'Lenken virker ikke',
    detail: 'Lenken er feil, trukket tilbake eller gått ut på dato. Be den som sendte den, om en ny.',
  },
  foreignOrigin: {
    status: 403,
    title: 'Forespørselen kom fra et annet nettsted',
    detail: 'Endringer må gjøres fra Dukens egne sider. Åpne Duken i nettleseren, og prøv igjen der.',
  },
  unknownHost: {
    status: 421,
    title: 'Adressen er ikke Dukens',
    detail:
      'Duken svarer ikke på dette navnet. Bruk adressen du fikk, eller be den som drifter Duken, om å legge navnet til.',
  },
  notFound: {
    status: 404,
    title: 'Finnes ikke',
    detail: 'Det finnes ikke noe på denne adressen. Se etter om adressen er skrevet riktig.',
  },
  linkNotFound: {
    status: 404,
    title: 'Lenken finnes ikke',
    detail: 'Duken har ingen slik lenke, eller den er trukket tilbake fra før. Last inn siden på nytt.',
  },
  personNotFound: {
    status: 404,
    title: 'Personen finnes ikke',
    detail: 'Saken har ingen slik person. Last inn siden på nytt.',
  },
  noChildsVoice: {
    status: 409,
    title: 'Det er bare barn som kan få en hjelper',
    detail: 'Den du vil gi en hjelper, har ikke barnets stemme. Gi personen barnets stemme først, og prøv igjen.',
  },
  helperIsChild: {
    status: 409,
    title: 'Den som hjelper, må være en annen enn barnet',
    detail: 'Den som skal hjelpe, er barnet selv eller har barnets stemme. Velg en voksen som ikke har den.',
  },
  helperChanged: {
    status: 409,
    title: 'Det er ikke den samme som vil hjelpe lenger',
    detail: 'Investeringslederen har valgt en annen, eller ingen, til å skrive for deg. Last inn siden på nytt.',
  },
  participantNotFound: {
    status: 404,
    title: 'Personen er ikke på duken',
    detail: 'Duken har ingen slik deltaker, eller personen er fjernet fra før. Last inn siden på nytt.',
  },
  actionNotFound: {
    status: 404,
    title: 'Tiltaket finnes ikke',
    detail: 'Tiltaket er tatt av duken, eller er ikke et tiltak lenger. Last inn siden på nytt.',
  },
  meetingNotFound: {
    status: 404,
    title: 'Møtet finnes ikke',
    detail: 'Vi finner ikke møtet på denne duken. Opprett det på nytt, og prøv igjen.',
  },
  versionNotFound: {
    status: 404,
    title: 'Planversjonen finnes ikke',
    detail: 'Duken har ingen slik planversjon. Velg en versjon fra listen over planversjoner.',
  },
  momentNotFound: {
    status: 404,
    title: 'Øyeblikket finnes ikke',
    detail: 'Duken er ikke tatt vare på slik den var da. Velg et annet øyeblikk fra tidslinjen.',
  },
  seenTooLongAgo: {
    status: 409,
    title: 'Duken er blitt en annen siden du så',
    detail: 'Det er for lenge siden du så hva som blir annerledes. Se på det en gang til, og sett tilbake etterpå.',
  },
  nothingToUndo: {
    status: 409,
    title: 'Ingenting å angre',
    detail: 'Duken er ikke satt tilbake, eller det er angret alt.',
  },
  nothingPromised: {
    status: 404,
    title: 'Ingenting er lovet',
    detail: 'Personen har ikke sagt ja til noe som står igjen i denne versjonen av planen.',
  },
  versionUnreadable: {
    status: 409,
    title: 'Planversjonen kan ikke leses her',
    detail:
      'Planversjonen er laget av en annen utgave av Duken og kan ikke vises her. Den er ikke endret: last den ned som JSON, eller be den som drifter Duken, om å oppdatere.',
  },
  versionAltered: {
    status: 500,
    title: 'Planversjonen er endret',
    detail: 'Planversjonen er endret etter at den ble frosset, og kan ikke vises. Si fra til den som drifter Duken.',
  },
  actionNotInPlan: {
    status: 404,
    title: 'Tiltaket er ikke i planen',
    detail: 'Planversjonen har ikke et slikt tiltak. Last inn siden på nytt.',
  },
  notCitizen: {
    status: 403,
    title: 'Bare den planen handler om, kan si ja selv',
    detail:
      'Planen godkjennes av den som planen handler om, fra egen lenke. Har innbyggeren sagt ja muntlig, kan investeringslederen føre det med dato og hvordan det ble sagt.',
  },
  newerVersion: {
    status: 409,
    title: 'Det finnes en nyere versjon',
    detail: 'Det er laget en nyere versjon av planen. Åpne den nyeste, og svar på den.',
  },
  planNotDraft: {
    status: 409,
    title: 'Planen er ikke lenger et utkast',
    detail: 'Planen er alt godkjent eller tatt i bruk. Last inn siden på nytt for å se hvordan den står.',
  },
  planIsDraft: {
    status: 409,
    title: 'Planen er et utkast',
    detail:
      'Planen er ikke godkjent ennå og sendes ikke videre. Vent til innbyggeren har sagt ja, eller til tiden dere avtalte, er ute.',
  },
  archiveGroundMissing: {
    status: 409,
    title: 'Kommunens skjermingshjemmel mangler',
    detail:
      'Pakken til arkivet må si hvilken lov planen er skjermet etter, og det er ikke satt opp her. Be den som drifter Duken, om å sette DUK_ARCHIVE_GROUND.',
  },
  timeShortened: {
    status: 409,
    title: 'Tenketiden kan bare bli lengre',
    detail: 'Familien er lovet tid til dagen dere avtalte. Velg den dagen eller en senere.',
  },
  timeNotAgreed: {
    status: 409,
    title: 'Det er ikke avtalt noen tenketid',
    detail:
      'Planen kan ikke tas i bruk uten godkjenning før en avtalt tenketid er ute. Avtal en dag med familien først.',
  },
  timeNotPassed: {
    status: 409,
    title: 'Tenketiden er ikke ute',
    detail: 'Tiden dere avtalte, er ikke ute ennå. Vent til dagen etter den siste dagen.',
  },
  citizenAbsent: {
    status: 409,
    title: 'Innbyggeren var ikke til stede',
    detail:
      'Ingen beslutninger om meg tas uten meg: den planen handler om, var ikke ført opp som til stede. Planen er et utkast til innbyggeren har sagt ja.',
  },
  requestTooSlow: {
    status: 408,
    title: 'Forespørselen kom for sakte fram',
    detail: 'Serveren ventet på resten av forespørselen, men den kom ikke. Se over nettet, og prøv igjen.',
  },
  meetingFrozen: {
    status: 409,
    title: 'Møtet er allerede frosset',
    detail:
      'Møtet er allerede frosset som en planversjon og kan ikke endres. Opprett et nytt møte for det som er nytt.',
  },
  boardEmpty: {
    status: 409,
    title: 'Duken er tom',
    detail: 'Duken har ingen lapper ennå, så det er ingenting å lage plan av. Skriv på duken først.',
  },
  boardUnreadable: {
    status: 409,
    title: 'Duken kan ikke leses',
    detail: 'Duken er laget av en annen utgave av Duken og kan ikke leses her. Oppdater serveren, og prøv igjen.',
  },
  layoutMissing: {
    status: 409,
    title: 'Oppsettet mangler',
    detail:
      'Oppsettet som duken er laget med, er ikke på serveren lenger, så duken kan leses, men ikke endres eller fryses. Be den som drifter Duken, om å legge det tilbake.',
  },
  boardDamaged: {
    status: 500,
    title: 'Duken er skadet',
    detail:
      'Noe av det som er lagret på duken, er skadet, og derfor vises den ikke. Ingenting er slettet. Be den som driver serveren, om å se på den.',
  },
  ownLinkStays: {
    status: 409,
    title: 'Lenken må bli',
    detail:
      'Du kom selv inn med denne lenken, så den kan ikke trekkes tilbake herfra. Kom inn med en annen lederlenke først.',
  },
  ownSeatStays: {
    status: 409,
    title: 'Du kan ikke fjerne deg selv',
    detail: 'Du kan ikke fjerne deg selv, for da kunne duken bli uten leder. Fjern bare de andre.',
  },
  requestTooLarge: {
    status: 413,
    title: 'For mye på én gang',
    detail: 'Det du sendte, er for stort. Send mindre om gangen.',
  },
  wrongMediaType: {
    status: 415,
    title: 'Feil format',
    detail: 'Innholdet må sendes som JSON, med Content-Type: application/json.',
  },
  headersTooLarge: {
    status: 431,
    title: 'For mye i hodet på forespørselen',
    detail: 'Hodet på forespørselen er for stort. Slett informasjonskapslene for dette nettstedet, og prøv igjen.',
  },
  tooManyRequests: {
    status: 429,
    title: 'For mange forsøk',
    detail: 'Det kom for mange forsøk herfra på kort tid. Vent et minutt, og prøv igjen.',
  },
  pauseJustWas: {
    status: 429,
    title: 'Dere har nettopp hatt en pause',
    detail: 'Dere har nettopp hatt en pause. Vent et par minutter, eller si fra ved bordet at du trenger en til.',
  },
  childsNoteNotFound: {
    status: 404,
    title: 'Ikke et barns lapp',
    detail: 'Lappen er ikke der lenger, eller barnet som skrev den, er ikke med nå. Last siden på nytt.',
  },
  childAskedAlready: {
    status: 409,
    title: 'Barnet er spurt alt',
    detail: 'Noen har alt spurt barnet om denne lappen. Barnet svarer når det vil.',
  },
  childHasYourQuestion: {
    status: 409,
    title: 'Barnet har et spørsmål fra deg',
    detail: 'Barnet har et spørsmål fra deg som det ikke har svart på. Vent til det har svart før du spør om mer.',
  },
  childSaidNo: {
    status: 409,
    title: 'Barnet har sagt nei',
    detail: 'Barnet har sagt nei til å endre denne lappen. Den står som den er.',
  },
  draftNotFound: {
    status: 404,
    title: 'Lappen er ikke der',
    detail: 'Lappen er ikke der lenger, eller den er tom. Last siden på nytt.',
  },
  draftHandedOver: {
    status: 409,
    title: 'Lappen er gitt bort alt',
    detail: 'Lappen er alt hos investeringslederen, eller er lest. Last siden på nytt.',
  },
  nobodyLeads: {
    status: 409,
    title: 'Ingen leder duken',
    detail: 'Det er ingen som leder duken nå. Lappen er fortsatt bare din.',
  },
  tooManyToReadOut: {
    status: 409,
    title: 'Det er mange som venter på å bli lest',
    detail: 'Investeringslederen har mange lapper fra deg som ikke er lest ennå. Vent til noen er lest.',
  },
  roundNotOpen: {
    status: 409,
    title: 'Runden er ikke åpen',
    detail: 'Det er ingen runde uten navn som er åpen nå. Det du har skrevet, er fortsatt bare ditt.',
  },
  roundTooFewPeople: {
    status: 409,
    title: 'For få til en runde uten navn',
    detail: 'En runde uten navn trenger minst tre som kan skrive. Er dere færre, skjuler den ingen.',
  },
  roundTooFewWrote: {
    status: 409,
    title: 'For få har skrevet',
    detail:
      'Færre enn tre har skrevet noe og sagt at de er ferdige. Da ville runden ikke skjule noen, så ingenting er lagt på duken. Vent litt, eller avslutt runden. Alle beholder det de har skrevet.',
  },
  roundNotForChildren: {
    status: 403,
    title: 'Barn er ikke med i runder uten navn',
    detail:
      'Det et barn skriver, kan bare barnet endre. Uten navn ville ingen passe på det. Legg lappene på duken selv, så er de dine.',
  },
  dukFull: {
    status: 409,
    title: 'Duken er full',
    detail: 'Det er ikke plass til flere lapper på duken. Kast noen først.',
  },
  tooManyBoards: {
    status: 429,
    title: 'Det er laget mange duker i dag',
    detail:
      'Det er laget så mange duker herfra det siste døgnet at det ikke kan lages flere nå. Dukene som finnes, virker som før. Prøv igjen senere, eller si fra til den som drifter Duken.',
  },
  internalError: {
    status: 500,
    title: 'Noe gikk galt hos oss',
    detail: 'Noe gikk galt på serveren. Prøv igjen; si fra til den som drifter Duken hvis det fortsetter.',
  },
  exportFailed: {
    status: 500,
    title: 'Filen ble ikke laget',
    detail:
      'Noe gikk galt da filen ble laget. Planen er trygg; last den ned som JSON, og si fra til den som drifter Duken.',
  },
  noteNotSet: {
    status: 422,
    title: 'En lapp kan ikke settes',
    detail:
      'Filen ble ikke laget, for det som står på lappen som er nevnt, kan ikke settes. Planen er trygg. Skriv lappen på nytt og frys igjen, eller last planen ned som ren tekst.',
  },
  exportBusy: {
    status: 503,
    title: 'Filen ble ikke laget nå',
    detail: 'Serveren er opptatt med å lage andre filer. Planen er trygg. Vent litt, og prøv igjen.',
  },
  frozenTooOften: {
    status: 429,
    title: 'Duken er frosset mange ganger i dag',
    detail:
      'Duken er frosset så mange ganger det siste døgnet at den ikke kan fryses igjen før i morgen. Det som står på den, er lagret.',
  },
  boardArchived: {
    status: 409,
    title: 'Saken er avsluttet',
    detail: 'Saken er avsluttet. Duken kan leses, men ikke endres. Investeringslederen kan åpne den igjen.',
  },
  binNotCleared: {
    status: 503,
    title: 'Ordene ligger ennå i lageret',
    detail:
      'Lappene er borte fra duken, men serveren fikk ikke slettet ordene fra lageret. Tøm papirkurven en gang til om litt.',
  },
  plansBusy: {
    status: 503,
    title: 'Planen kan ikke vises akkurat nå',
    detail: 'Mange leser planene på denne duken samtidig. Planen er trygg. Vent litt, og prøv igjen.',
  },
  freezeGivenUp: {
    status: 503,
    title: 'Møtet ble ikke frosset nå',
    detail: 'Serveren rakk ikke å lage planen. Ingenting er endret. Vent litt, og prøv igjen.',
  },
  serverFull: {
    status: 503,
    title: 'Det er fullt akkurat nå',
    detail: 'Så mange er inne på Duken akkurat nå at det ikke er plass til flere. Prøv igjen om litt.',
  },
  diskNearlyFull: {
    status: 507,
    title: 'Det er ikke plass til flere duker',
    detail:
      'Det er lite plass igjen på serveren, så den tar ikke imot nye duker nå. Dukene som finnes, virker som før. Si fra til den som drifter Duken.',
  },
  tooManyWindows: {
    status: 429,
    title: 'For mange vinduer',
    detail: 'Du har denne duken åpen i for mange vinduer. Lukk noen av dem, og prøv igjen.',
  },
  stopping: {
    status: 503,
    title: 'Serveren starter på nytt',
    detail: 'Serveren stopper for å startes på nytt. Ingenting er endret. Prøv igjen om et øyeblikk.',
  },
  proposalNotFound: {
    status: 404,
    title: 'Forslaget finnes ikke',
    detail: 'Kjerneteamet har ikke noe slikt forslag, eller det er slettet. Gå tilbake til listen.',
  },
  proposalChanged: {
    status: 409,
    title: 'Noen andre har endret forslaget',
    detail: 'Noen andre har endret forslaget siden du åpnet det. Last inn siden på nytt, og se hva som står der nå.',
  },
  proposalStandsElse: {
    status: 409,
    title: 'Forslaget har kommet til et annet sted',
    detail: 'Dette kan ikke gjøres med forslaget slik det står nå. Last inn siden på nytt.',
  },
  anotherLeads: {
    status: 409,
    title: 'En annen er valgt til å lede',
    detail:
      'Den som lager duken, leder saken, og en annen er valgt til det. Be vedkommende lage duken, eller velg deg selv først.',
  },
  storyNotFound: {
    status: 404,
    title: 'Det er ingen historie her',
    detail: 'Personen har ikke skrevet noen historie, eller har slettet den.',
  },
  storyNotGiven: {
    status: 403,
    title: 'Historien er ikke delt med deg',
    detail: 'Bare den som har skrevet historien, kan la deg lese den. Spør om du kan få lese den.',
  },
  storyChanged: {
    status: 409,
    title: 'Historien er skrevet videre i et annet vindu',
    detail: 'Historien er skrevet videre i et annet vindu. Ta vare på det du skrev her, og last inn siden på nytt.',
  },
  notSignedIn: {
    status: 401,
    title: 'Du er ikke logget inn',
    detail: 'Logg inn for å gjøre dette.',
  },
  signInRefused: {
    status: 401,
    title: 'E-postadressen eller passordet er feil',
    detail: 'E-postadressen eller passordet stemmer ikke. Se over begge, og prøv igjen.',
  },
  signInTooSoon: {
    status: 429,
    title: 'For mange feil passord',
    detail: 'Det er prøvd for mange feil passord. Vent {seconds} sekunder, og prøv igjen.',
  },
  signInBusy: {
    status: 503,
    title: 'Mange logger inn akkurat nå',
    detail: 'Mange logger inn akkurat nå. Vent noen sekunder, og prøv igjen.',
  },
  freshSignInNeeded: {
    status: 403,
    title: 'Logg inn på nytt',
    detail: 'Dette kan ikke angres, så vi må vite at det er deg. Logg inn på nytt, og gjør det innen fem minutter.',
  },
  barrierNotSent: {
    status: 503,
    title: 'Det kom ikke fram',
    detail: 'Vi fikk ikke sendt det nå. Prøv igjen om litt, eller skriv en e-post.',
  },
  notSetUp: {
    status: 403,
    title: 'Duken er ikke satt opp ennå',
    detail:
      'Ingen har satt opp Duken her ennå. Den som driver serveren, må åpne lenken som serveren skrev da den startet.',
  },
  setupRefused: {
    status: 403,
    title: 'Lenken virker ikke',
    detail:
      'Lenken er feil, brukt eller eldre enn en time. Lag en ny på serveren med «npx -y pnpm duk setup-link», og åpne den.',
  },
  accountMayNot: {
    status: 403,
    title: 'Kontoen din gir ikke lov til dette',
    detail: 'Kontoen din gir ikke lov til dette. Be en administrator om hjelp.',
  },
  accountNotFound: {
    status: 404,
    title: 'Kontoen finnes ikke',
    detail: 'Det er ingen slik konto, eller den er avsluttet. Last inn siden på nytt.',
  },
  accountExists: {
    status: 409,
    title: 'Adressen er i bruk',
    detail:
      'Det er allerede en konto med denne e-postadressen. Bruk en annen adresse, eller lag en ny lenke til kontoen.',
  },
  accountInvitationRefused: {
    status: 403,
    title: 'Lenken virker ikke',
    detail: 'Lenken er feil, brukt eller gått ut på dato. Be administratoren om en ny.',
  },
  lastAdminStays: {
    status: 409,
    title: 'Den siste administratoren må bli',
    detail: 'Dette er den siste administratoren. Lag en konto til en ny administrator først.',
  },
  passwordWeak: {
    status: 400,
    title: 'Passordet er for lett å gjette',
    detail: 'Passordet er for lett å gjette. Bruk for eksempel fire tilfeldige ord med mellomrom.',
  },
  accountOfProvider: {
    status: 409,
    title: 'Kontoen har ikke passord her',
    detail:
      'Kontoen kommer fra kommunens egen innlogging og har ikke passord her. Den som eier kontoen, logger inn der.',
  },
  passkeyRefused: {
    status: 401,
    title: 'Passnøkkelen ble ikke godtatt',
    detail: 'Passnøkkelen ble ikke godtatt. Prøv igjen; er den fjernet her, må du bruke en annen.',
  },
  passkeyNotHere: {
    status: 409,
    title: 'Passnøkler virker ikke på denne adressen',
    detail: 'Passnøkler virker bare på adressen som Duken er satt opp med, og ikke på en adresse av tall. Åpne den.',
  },
  passkeyKnown: {
    status: 409,
    title: 'Passnøkkelen er her fra før',
    detail: 'Denne passnøkkelen er i bruk her fra før. Lag en ny.',
  },
  tooManyPasskeys: {
    status: 409,
    title: 'Kontoen har mange passnøkler',
    detail: 'Kontoen har så mange passnøkler som den kan ha. Fjern en du ikke bruker, og prøv igjen.',
  },
  passkeyNotFound: {
    status: 404,
    title: 'Passnøkkelen finnes ikke',
    detail: 'Det er ingen slik passnøkkel her, eller den er fjernet. Last inn siden på nytt.',
  },
  passkeyMustBeUsed: {
    status: 403,
    title: 'Logg inn med passnøkkelen',
    detail: 'Kontoen har en passnøkkel. Logg inn med den; har du mistet den, kan en administrator lage en ny lenke.',
  },
  lastPasskeyStays: {
    status: 409,
    title: 'Den siste passnøkkelen må bli',
    detail: 'Uten denne passnøkkelen kommer du ikke inn. Legg til en ny først.',
  },
  loginProviderNotFound: {
    status: 404,
    title: 'Den innloggingen finnes ikke',
    detail: 'Duken har ingen slik innlogging lenger. Last inn siden på nytt, og velg en av dem som står der.',
  },
  logoutTokenRefused: {
    status: 400,
    title: 'Utloggingen kan ikke bekreftes',
    detail: 'Beskjeden om utlogging stemmer ikke med det som er avtalt med innloggingen. Ingen er logget ut.',
  },
  leadersHaveAccounts: {
    status: 409,
    title: 'Ledere har konto',
    detail: 'Her leder man med konto, ikke med lenke. Del saken med en medleder i stedet.',
  },
  leaderNotFound: {
    status: 404,
    title: 'Det er ingen leder med denne adressen',
    detail:
      'Ingen konto som kan lede, har denne e-postadressen. Se over adressen, eller be en administrator lage kontoen.',
  },
  leadsAlready: {
    status: 409,
    title: 'Leder saken allerede',
    detail: 'Den du vil dele med, leder allerede denne saken.',
  },
  ownerStays: {
    status: 403,
    title: 'Eieren av saken blir',
    detail: 'Bare eieren kan dele saken fra seg eller ta bort andre ledere, og eieren selv må først overlate saken.',
  },
  ownerErases: {
    status: 403,
    title: 'Bare eieren sletter saken',
    detail: 'Bare den som eier saken, kan slette den for godt.',
  },
  storageUnavailable: {
    status: 503,
    title: 'Lageret svarer ikke',
    detail: 'Serveren får ikke lagret akkurat nå. Ingenting er endret. Prøv igjen om litt.',
  },
} as const satisfies Record<ProblemKind, Sentence>;

/** A field at fault: `pointer` is a JSON pointer (RFC 6901) into what was sent. */
export type FieldFault = NonNullable<Problem['errors']>[number];

export const problemContentType = 'application/problem+json; charset=utf-8';

/** What people and programs are told of a failure (RFC 9457). */
export function problemOf(
  kind: ProblemKind,
  errors: readonly FieldFault[] = [],
  words: Readonly<Record<string, string>> = {},
): Problem {
  const { status, title, detail } = problems[kind];
  const whole = detail.replace(/\{(\w+)\}/g, (hole, name: string) => words[name] ?? hole);
  return {
    type: problemType(kind),
    title,
    status,
    detail: whole,
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
  };
}

/** Answers with problem details (RFC 9457). */
export function sendProblem(
  reply: FastifyReply,
  failure: { readonly kind: ProblemKind; readonly words?: Readonly<Record<string, string>> },
  errors: readonly FieldFault[] = [],
): FastifyReply {
  const problem = problemOf(failure.kind, errors, failure.words);
  return reply.code(problem.status).header('content-type', problemContentType).serializer(JSON.stringify).send(problem);
}

/** For a route's `schema.response`: every route can answer with a problem. */
export const problemReplies = {
  '4xx': { description: 'Problem', content: { 'application/problem+json': { schema: problemSchema } } },
  '5xx': { description: 'Problem', content: { 'application/problem+json': { schema: problemSchema } } },
};
