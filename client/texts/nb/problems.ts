import type { ProblemKind } from '@duken/shared/protocol';

/** What can go wrong at the server, as a reader of this language is told it. */
export const problems = {
  invalidRequest: 'Noe i det du sendte, mangler eller er feil. Rett opp feltene som er nevnt, og prøv igjen.',
  malformedRequest:
    'Det som kom fram, er ikke en gyldig HTTP-forespørsel. Se over programmet eller nettverket som sendte den.',
  notIn: 'Du er ikke inne på denne duken. Åpne delingslenken du har fått, og skriv navnet ditt.',
  notAllowed: 'Rollen din på denne duken gir ikke lov til dette. Be investeringslederen gjøre det.',
  accessEnded:
    'Lenken du kom inn med, er trukket tilbake eller gått ut på dato, eller du er tatt ut av duken. Be investeringslederen om en ny lenke.',
  notInConsent:
    'Tjenesten din er på duken med samtykke til å dele, og det er trukket tilbake, gått ut eller nevner den ikke. Spør investeringslederen hvis du mener det er feil.',
  serviceNotInConsent:
    'Samtykkene i saken nevner ikke tjenesten. Skriv tjenesten slik den står i samtykket, eller registrer et nytt samtykke først.',
  consentNotFound: 'Saken har ikke noe slikt samtykke, eller det er trukket tilbake fra før. Last inn siden på nytt.',
  cutNotInConsent:
    'Samtykkene i saken dekker ikke alle temaene du har valgt, for den som skal få. Ta bort temaer, eller registrer et nytt samtykke først.',
  cutNotFound: 'Saken har ikke noe slikt utdrag, eller det er trukket tilbake. Last inn siden på nytt.',
  cutChanged: 'Utdraget er et annet enn det du så på. Se over det på nytt, og gi det så.',
  cutLinkRefused: 'Lenken er feil, brukt opp, trukket tilbake eller gått ut på dato. Be den som sendte den, om en ny.',
  waiting:
    'Investeringslederen har ikke sluppet deg inn ennå. Vent, eller gi investeringslederen beskjed om at du er her.',
  refused: 'Investeringslederen slapp deg ikke inn på duken. Spør investeringslederen hvis du mener det er feil.',
  plansNotGiven: 'Planversjonene på denne duken er ikke delt med deg. Be investeringslederen om å dele dem med deg.',
  makerStays:
    'Den som laget duken, kan bare endres av seg selv. Snakk med vedkommende, eller med den som driver Duken hos dere.',
  makerLinkStays: 'Den som laget duken, er inne med denne lenken. Bare den som laget duken, kan trekke den tilbake.',
  personNotFound: 'Saken har ingen slik person. Last inn siden på nytt.',
  noChildsVoice: 'Den du vil gi en hjelper, har ikke barnets stemme. Gi personen barnets stemme først, og prøv igjen.',
  helperIsChild: 'Den som skal hjelpe, er barnet selv eller har barnets stemme. Velg en voksen som ikke har den.',
  helperChanged: 'Investeringslederen har valgt en annen, eller ingen, til å skrive for deg. Last inn siden på nytt.',
  linkRefused: 'Lenken er feil, trukket tilbake eller gått ut på dato. Be den som inviterte deg, om en ny lenke.',
  foreignOrigin: 'Endringer må gjøres fra Dukens egne sider. Åpne Duken i nettleseren, og prøv igjen der.',
  unknownHost:
    'Duken svarer ikke på dette navnet. Bruk adressen du fikk, eller be den som drifter Duken, om å legge navnet til.',
  notFound: 'Det finnes ikke noe på denne adressen. Se etter om adressen er skrevet riktig.',
  linkNotFound: 'Duken har ingen slik lenke, eller den er trukket tilbake fra før. Last inn siden på nytt.',
  participantNotFound: 'Duken har ingen slik deltaker, eller personen er fjernet fra før. Last inn siden på nytt.',
  answerLinkRefused: 'Lenken er feil, trukket tilbake eller gått ut på dato. Be den som sendte den, om en ny.',
  actionNotFound: 'Tiltaket er tatt av duken, eller er ikke et tiltak lenger. Last inn siden på nytt.',
  meetingNotFound: 'Vi finner ikke møtet på denne duken. Opprett det på nytt, og prøv igjen.',
  momentNotFound: 'Duken er ikke tatt vare på slik den var da. Velg et annet øyeblikk fra tidslinjen.',
  seenTooLongAgo:
    'Det er for lenge siden du så hva som blir annerledes. Se på det en gang til, og sett tilbake etterpå.',
  nothingToUndo: 'Duken er ikke satt tilbake, eller det er angret alt.',
  nothingPromised: 'Personen har ikke sagt ja til noe som står igjen i denne versjonen av planen.',
  versionNotFound: 'Duken har ingen slik planversjon. Velg en versjon fra listen over planversjoner.',
  versionUnreadable:
    'Planversjonen er laget av en annen utgave av Duken og kan ikke vises her. Den er ikke endret: last den ned som JSON, eller be den som drifter Duken, om å oppdatere.',
  actionNotInPlan: 'Planversjonen har ikke et slikt tiltak. Last inn siden på nytt.',
  notCitizen:
    'Planen godkjennes av den som planen handler om, fra egen lenke. Har innbyggeren sagt ja muntlig, kan investeringslederen føre det med dato og hvordan det ble sagt.',
  newerVersion: 'Det er laget en nyere versjon av planen. Åpne den nyeste, og svar på den.',
  planNotDraft: 'Planen er alt godkjent eller tatt i bruk. Last inn siden på nytt for å se hvordan den står.',
  planIsDraft:
    'Planen er ikke godkjent ennå og sendes ikke videre. Vent til innbyggeren har sagt ja, eller til tiden dere avtalte, er ute.',
  archiveGroundMissing:
    'Pakken til arkivet må si hvilken lov planen er skjermet etter, og det er ikke satt opp her. Be den som drifter Duken, om å sette DUK_ARCHIVE_GROUND.',
  timeShortened: 'Familien er lovet tid til dagen dere avtalte. Velg den dagen eller en senere.',
  timeNotAgreed:
    'Planen kan ikke tas i bruk uten godkjenning før en avtalt tenketid er ute. Avtal en dag med familien først.',
  timeNotPassed: 'Tiden dere avtalte, er ikke ute ennå. Vent til dagen etter den siste dagen.',
  citizenAbsent:
    'Ingen beslutninger om meg tas uten meg: den planen handler om, var ikke ført opp som til stede. Planen er et utkast til innbyggeren har sagt ja.',
  versionAltered:
    'Planversjonen er endret etter at den ble frosset, og kan ikke vises. Si fra til den som drifter Duken.',
  requestTooSlow: 'Serveren ventet på resten av forespørselen, men den kom ikke. Se over nettet, og prøv igjen.',
  meetingFrozen:
    'Møtet er allerede frosset som en planversjon og kan ikke endres. Opprett et nytt møte for det som er nytt.',
  boardEmpty: 'Duken har ingen lapper ennå, så det er ingenting å lage plan av. Skriv på duken først.',
  boardUnreadable:
    'Duken er laget av en annen utgave av Duken og kan ikke leses her. Oppdater serveren, og prøv igjen.',
  layoutMissing:
    'Oppsettet som duken er laget med, er ikke på serveren lenger, så duken kan leses, men ikke endres eller fryses. Be den som drifter Duken, om å legge det tilbake.',
  boardDamaged:
    'Noe av det som er lagret på duken, er skadet, og derfor vises den ikke. Ingenting er slettet. Be den som driver serveren, om å se på den.',
  ownLinkStays:
    'Du kom selv inn med denne lenken, så den kan ikke trekkes tilbake herfra. Kom inn med en annen lederlenke først.',
  ownSeatStays: 'Du kan ikke fjerne deg selv, for da kunne duken bli uten leder. Fjern bare de andre.',
  requestTooLarge: 'Det du sendte, er for stort. Send mindre om gangen.',
  wrongMediaType: 'Innholdet må sendes som JSON, med Content-Type: application/json.',
  headersTooLarge:
    'Hodet på forespørselen er for stort. Slett informasjonskapslene for dette nettstedet, og prøv igjen.',
  childsNoteNotFound: 'Lappen er ikke der lenger, eller barnet som skrev den, er ikke med nå. Last siden på nytt.',
  childAskedAlready: 'Noen har alt spurt barnet om denne lappen. Barnet svarer når det vil.',
  childHasYourQuestion:
    'Barnet har et spørsmål fra deg som det ikke har svart på. Vent til det har svart før du spør om mer.',
  childSaidNo: 'Barnet har sagt nei til å endre denne lappen. Den står som den er.',
  draftNotFound: 'Lappen er ikke der lenger, eller den er tom. Last siden på nytt.',
  draftHandedOver: 'Lappen er alt hos investeringslederen, eller er lest. Last siden på nytt.',
  nobodyLeads: 'Det er ingen som leder duken nå. Lappen er fortsatt bare din.',
  tooManyToReadOut: 'Investeringslederen har mange lapper fra deg som ikke er lest ennå. Vent til noen er lest.',
  roundNotOpen: 'Det er ingen runde uten navn som er åpen nå. Det du har skrevet, er fortsatt bare ditt.',
  roundTooFewPeople: 'En runde uten navn trenger minst tre som kan skrive. Er dere færre, skjuler den ingen.',
  roundTooFewWrote:
    'Færre enn tre har skrevet noe og sagt at de er ferdige. Da ville runden ikke skjule noen, så ingenting er lagt på duken. Vent litt, eller avslutt runden. Alle beholder det de har skrevet.',
  roundNotForChildren:
    'Det et barn skriver, kan bare barnet endre. Uten navn ville ingen passe på det. Legg lappene på duken selv, så er de dine.',
  dukFull: 'Det er ikke plass til flere lapper på duken. Kast noen først.',
  pauseJustWas: 'Dere har nettopp hatt en pause. Vent et par minutter, eller si fra ved bordet at du trenger en til.',
  tooManyRequests: 'Det kom for mange forsøk herfra på kort tid. Vent et minutt, og prøv igjen.',
  tooManyBoards:
    'Det er laget så mange duker herfra det siste døgnet at det ikke kan lages flere nå. Dukene som finnes, virker som før. Prøv igjen senere, eller si fra til den som drifter Duken.',
  internalError: 'Noe gikk galt på serveren. Prøv igjen; si fra til den som drifter Duken hvis det fortsetter.',
  exportFailed:
    'Noe gikk galt da filen ble laget. Planen er trygg; last den ned som JSON, og si fra til den som drifter Duken.',
  noteNotSet:
    'Filen ble ikke laget, for det som står på en lapp, kan ikke settes. Planen er trygg. Skriv lappen på nytt og frys igjen, eller last planen ned som ren tekst. Lappen er:',
  exportBusy: 'Serveren er opptatt med å lage andre filer. Planen er trygg. Vent litt, og prøv igjen.',
  freezeGivenUp: 'Serveren rakk ikke å lage planen. Ingenting er endret. Vent litt, og prøv igjen.',
  serverFull: 'Så mange er inne på Duken akkurat nå at det ikke er plass til flere. Prøv igjen om litt.',
  diskNearlyFull:
    'Det er lite plass igjen på serveren, så den tar ikke imot nye duker nå. Dukene som finnes, virker som før. Si fra til den som drifter Duken.',
  tooManyWindows: 'Du har denne duken åpen i for mange vinduer. Lukk noen av dem, og prøv igjen.',
  stopping: 'Serveren stopper for å startes på nytt. Ingenting er endret. Prøv igjen om et øyeblikk.',
  storageUnavailable: 'Serveren får ikke lagret akkurat nå. Ingenting er endret. Prøv igjen om litt.',
  frozenTooOften:
    'Duken er frosset så mange ganger det siste døgnet at den ikke kan fryses igjen før i morgen. Det som står på den, er lagret.',
  boardArchived: 'Saken er avsluttet. Duken kan leses, men ikke endres. Investeringslederen kan åpne den igjen.',
  binNotCleared:
    'Lappene er borte fra duken, men ordene er ikke slettet fra serveren ennå. Tøm papirkurven en gang til om litt.',
  plansBusy: 'Mange leser planene på denne duken samtidig. Planen er trygg. Vent litt, og prøv igjen.',
  notSignedIn: 'Du er ikke logget inn, eller det er for lenge siden. Logg inn, og prøv igjen.',
  signInRefused: 'E-postadressen eller passordet stemmer ikke. Se over begge, og prøv igjen.',
  signInTooSoon: 'Det er prøvd for mange feil passord. Vent et minutt, og prøv igjen.',
  signInBusy: 'Mange logger inn akkurat nå. Vent noen sekunder, og prøv igjen.',
  barrierNotSent: 'Vi fikk ikke sendt det nå. Prøv igjen om litt, eller skriv en e-post.',
  freshSignInNeeded: 'Dette kan ikke angres, så vi må vite at det er deg. Logg inn på nytt.',
  notSetUp: 'Ingen har satt opp Duken her ennå.',
  setupRefused: 'Lenken er feil, brukt eller eldre enn en time. Lag en ny på serveren, og åpne den.',
  accountMayNot: 'Kontoen din gir ikke lov til dette. Be en administrator om hjelp.',
  accountNotFound: 'Det er ingen slik konto, eller den er avsluttet. Last inn siden på nytt.',
  accountExists: 'Det er allerede en konto med denne e-postadressen.',
  accountInvitationRefused: 'Lenken er feil, brukt eller gått ut på dato. Be administratoren om en ny.',
  lastAdminStays: 'Dette er den siste administratoren. Lag en konto til en ny administrator først.',
  accountOfProvider:
    'Kontoen kommer fra kommunens egen innlogging og har ikke passord her. Den som eier kontoen, logger inn der.',
  passkeyRefused: 'Passnøkkelen ble ikke godtatt. Prøv igjen; er den fjernet her, må du bruke en annen.',
  passkeyNotHere:
    'Passnøkler virker bare på adressen som Duken er satt opp med, og ikke på en adresse av tall. Åpne den.',
  passkeyKnown: 'Denne passnøkkelen er i bruk her fra før. Lag en ny.',
  tooManyPasskeys: 'Kontoen har så mange passnøkler som den kan ha. Fjern en du ikke bruker, og prøv igjen.',
  passkeyNotFound: 'Det er ingen slik passnøkkel her, eller den er fjernet. Last inn siden på nytt.',
  passkeyMustBeUsed:
    'Kontoen har en passnøkkel. Logg inn med den; har du mistet den, kan en administrator lage en ny lenke.',
  lastPasskeyStays: 'Uten denne passnøkkelen kommer du ikke inn. Legg til en ny først.',
  loginProviderNotFound:
    'Duken har ingen slik innlogging lenger. Last inn siden på nytt, og velg en av dem som står der.',
  logoutTokenRefused: 'Beskjeden om utlogging stemmer ikke med det som er avtalt med innloggingen. Ingen er logget ut.',
  passwordWeak: 'Passordet er for lett å gjette. Bruk for eksempel fire tilfeldige ord med mellomrom.',
  leadersHaveAccounts: 'Her leder man med konto, ikke med lenke. Del saken med en medleder i stedet.',
  leaderNotFound: 'Ingen konto som kan lede, har denne e-postadressen.',
  leadsAlready: 'Den du vil dele med, leder allerede denne saken.',
  ownerStays: 'Bare eieren kan ta bort andre ledere, og eieren må overlate saken før hun eller han kan gå ut av den.',
  ownerErases: 'Bare den som eier saken, kan slette den for godt.',
  proposalNotFound: 'Kjerneteamet har ikke noe slikt forslag, eller det er slettet. Gå tilbake til listen.',
  proposalChanged:
    'Noen andre har endret forslaget siden du åpnet det. Last inn siden på nytt, og se hva som står der nå.',
  proposalStandsElse: 'Dette kan ikke gjøres med forslaget slik det står nå. Last inn siden på nytt.',
  anotherLeads:
    'Den som lager duken, leder saken, og en annen er valgt til det. Be vedkommende lage duken, eller velg deg selv først.',
  storyNotFound: 'Personen har ikke skrevet noen historie, eller har slettet den.',
  storyNotGiven: 'Bare den som har skrevet historien, kan la deg lese den. Spør om du kan få lese den.',
  storyChanged: 'Historien er skrevet videre i et annet vindu. Ta vare på det du skrev her, og last inn siden på nytt.',
} as const satisfies Record<ProblemKind, string>;
