import type { ProblemKind } from '@duken/shared/protocol';

/** What can go wrong at the server, as a reader of this language is told it. */
export const problems = {
  invalidRequest: 'Noko i det du sende, manglar eller er feil. Rett opp felta som er nemnde, og prøv igjen.',
  malformedRequest:
    'Det som kom fram, er ikkje ein gyldig HTTP-førespurnad. Sjå over programmet eller nettverket som sende han.',
  notIn: 'Du er ikkje inne på denne duken. Opne delingslenka du har fått, og skriv namnet ditt.',
  notAllowed: 'Rolla di på denne duken gir ikkje lov til dette. Be investeringsleiaren gjere det.',
  accessEnded:
    'Lenka du kom inn med, er trekt tilbake eller gått ut på dato, eller du er teken ut av duken. Be investeringsleiaren om ei ny lenke.',
  notInConsent:
    'Tenesta di er på duken med samtykke til å dele, og det er trekt tilbake, gått ut eller nemner henne ikkje. Spør investeringsleiaren om du meiner det er feil.',
  serviceNotInConsent:
    'Samtykka i saka nemner ikkje tenesta. Skriv tenesta slik ho står i samtykket, eller registrer eit nytt samtykke først.',
  consentNotFound: 'Saka har ikkje noko slikt samtykke, eller det er trekt tilbake frå før. Last inn sida på nytt.',
  cutNotInConsent:
    'Samtykka i saka dekkjer ikkje alle temaa du har valt, for den som skal få. Ta bort tema, eller registrer eit nytt samtykke først.',
  cutNotFound: 'Saka har ikkje noko slikt utdrag, eller det er trekt tilbake. Last inn sida på nytt.',
  cutChanged: 'Utdraget er eit anna enn det du såg på. Sjå over det på nytt, og gi det så.',
  cutLinkRefused: 'Lenkja er feil, brukt opp, trekt tilbake eller gått ut på dato. Be den som sende ho, om ei ny.',
  waiting:
    'Investeringsleiaren har ikkje sleppt deg inn enno. Vent, eller gi investeringsleiaren beskjed om at du er her.',
  refused: 'Investeringsleiaren sleppte deg ikkje inn på duken. Spør investeringsleiaren om du meiner det er feil.',
  plansNotGiven: 'Planversjonane på denne duken er ikkje delte med deg. Be investeringsleiaren om å dele dei med deg.',
  makerStays:
    'Den som laga duken, kan berre endrast av seg sjølv. Snakk med vedkomande, eller med den som driv Duken hos dykk.',
  makerLinkStays: 'Den som laga duken, er inne med denne lenkja. Berre den som laga duken, kan trekkje ho tilbake.',
  personNotFound: 'Saka har ingen slik person. Last inn sida på nytt.',
  noChildsVoice:
    'Den du vil gje ein hjelpar, har ikkje stemma til barnet. Gje personen stemma til barnet først, og prøv igjen.',
  helperIsChild: 'Den som skal hjelpe, er barnet sjølv eller har stemma til barnet. Vel ein vaksen som ikkje har ho.',
  helperChanged: 'Investeringsleiaren har valt ein annan, eller ingen, til å skrive for deg. Last inn sida på nytt.',
  linkRefused: 'Lenka er feil, trekt tilbake eller gått ut på dato. Be den som inviterte deg, om ei ny lenke.',
  foreignOrigin: 'Endringar må gjerast frå Duken sine eigne sider. Opne Duken i nettlesaren, og prøv igjen der.',
  unknownHost:
    'Duken svarer ikkje på dette namnet. Bruk adressa du fekk, eller be den som driftar Duken, om å leggje namnet til.',
  notFound: 'Det finst ikkje noko på denne adressa. Sjå etter om adressa er skriven rett.',
  linkNotFound: 'Duken har inga slik lenke, eller ho er trekt tilbake frå før. Last inn sida på nytt.',
  participantNotFound: 'Duken har ingen slik deltakar, eller personen er fjerna frå før. Last inn sida på nytt.',
  answerLinkRefused: 'Lenkja er feil, trekt tilbake eller har gått ut på dato. Be den som sende henne, om ei ny.',
  actionNotFound: 'Tiltaket er teke av duken, eller er ikkje eit tiltak lenger. Last inn sida på nytt.',
  meetingNotFound: 'Vi finn ikkje møtet på denne duken. Opprett det på nytt, og prøv igjen.',
  momentNotFound: 'Duken er ikkje teken vare på slik han var då. Vel ein annan augneblink frå tidslinja.',
  seenTooLongAgo:
    'Det er for lenge sidan du såg kva som blir annleis. Sjå på det ein gong til, og set tilbake etterpå.',
  nothingToUndo: 'Duken er ikkje sett tilbake, eller det er angra alt.',
  nothingPromised: 'Personen har ikkje sagt ja til noko som står att i denne versjonen av planen.',
  versionNotFound: 'Duken har ingen slik planversjon. Vel ein versjon frå lista over planversjonar.',
  versionUnreadable:
    'Planversjonen er laga av ei anna utgåve av Duken og kan ikkje visast her. Han er ikkje endra: last han ned som JSON, eller be den som driftar Duken, om å oppdatere.',
  actionNotInPlan: 'Planversjonen har ikkje eit slikt tiltak. Last inn sida på nytt.',
  notCitizen:
    'Planen blir godkjend av den han handlar om, frå eiga lenkje. Har innbyggjaren sagt ja munnleg, kan investeringsleiaren føre det med dato og korleis det vart sagt.',
  newerVersion: 'Det er laga ein nyare versjon av planen. Opne den nyaste, og svar på den.',
  planNotDraft: 'Planen er alt godkjend eller teken i bruk. Last inn sida på nytt for å sjå korleis han står.',
  planIsDraft:
    'Planen er ikkje godkjend enno og blir ikkje send vidare. Vent til innbyggjaren har sagt ja, eller til tida de avtala, er ute.',
  archiveGroundMissing:
    'Pakken til arkivet må seie kva lov planen er skjerma etter, og det er ikkje sett opp her. Be den som driftar Duken, om å setje DUK_ARCHIVE_GROUND.',
  timeShortened: 'Familien er lova tid til dagen de avtala. Vel den dagen eller ein seinare.',
  timeNotAgreed:
    'Planen kan ikkje takast i bruk utan godkjenning før ei avtalt tenkjetid er ute. Avtal ein dag med familien først.',
  timeNotPassed: 'Tida de avtala, er ikkje ute enno. Vent til dagen etter den siste dagen.',
  citizenAbsent:
    'Ingen avgjerder om meg blir tekne utan meg: den planen handlar om, var ikkje ført opp som til stades. Planen er eit utkast til innbyggjaren har sagt ja.',
  versionAltered:
    'Planversjonen er endra etter at han vart frosen, og kan ikkje visast. Sei frå til den som driftar Duken.',
  requestTooSlow: 'Serveren venta på resten av førespurnaden, men han kom ikkje. Sjå over nettet, og prøv igjen.',
  meetingFrozen:
    'Møtet er alt frose som ein planversjon og kan ikkje endrast. Opprett eit nytt møte for det som er nytt.',
  boardEmpty: 'Duken har ingen lappar enno, så det er ingenting å lage plan av. Skriv på duken først.',
  boardUnreadable:
    'Duken er laga av ei anna utgåve av Duken og kan ikkje lesast her. Oppdater serveren, og prøv igjen.',
  layoutMissing:
    'Oppsettet som duken er laga med, er ikkje på serveren lenger, så duken kan lesast, men ikkje endrast eller frysast. Be den som driftar Duken, om å leggje det tilbake.',
  boardDamaged:
    'Noko av det som er lagra på duken, er skadd, og difor blir han ikkje vist. Ingenting er sletta. Be den som driv serveren, om å sjå på han.',
  ownLinkStays:
    'Du kom sjølv inn med denne lenka, så ho kan ikkje trekkjast tilbake herifrå. Kom inn med ei anna leiarlenke først.',
  ownSeatStays: 'Du kan ikkje fjerne deg sjølv, for då kunne duken bli utan leiar. Fjern berre dei andre.',
  requestTooLarge: 'Det du sende, er for stort. Send mindre om gongen.',
  wrongMediaType: 'Innhaldet må sendast som JSON, med Content-Type: application/json.',
  headersTooLarge:
    'Hovudet på førespurnaden er for stort. Slett informasjonskapslane for denne nettstaden, og prøv igjen.',
  childsNoteNotFound: 'Lappen er ikkje der lenger, eller barnet som skreiv han, er ikkje med no. Last sida på nytt.',
  childAskedAlready: 'Nokon har alt spurt barnet om denne lappen. Barnet svarer når det vil.',
  childHasYourQuestion:
    'Barnet har eit spørsmål frå deg som det ikkje har svart på. Vent til det har svart før du spør om meir.',
  childSaidNo: 'Barnet har sagt nei til å endre denne lappen. Han står som han er.',
  draftNotFound: 'Lappen er ikkje der lenger, eller han er tom. Last sida på nytt.',
  draftHandedOver: 'Lappen er alt hos investeringsleiaren, eller er lesen. Last sida på nytt.',
  nobodyLeads: 'Det er ingen som leier duken no. Lappen er framleis berre din.',
  tooManyToReadOut: 'Investeringsleiaren har mange lappar frå deg som ikkje er lesne enno. Vent til nokre er lesne.',
  roundNotOpen: 'Det er ingen runde utan namn som er open no. Det du har skrive, er framleis berre ditt.',
  roundTooFewPeople: 'Ein runde utan namn treng minst tre som kan skrive. Er de færre, skjuler han ingen.',
  roundTooFewWrote:
    'Færre enn tre har skrive noko og sagt at dei er ferdige. Då ville runden ikkje skjule nokon, så ingenting er lagt på duken. Vent litt, eller avslutt runden. Alle beheld det dei har skrive.',
  roundNotForChildren:
    'Det eit barn skriv, kan berre barnet endre. Utan namn ville ingen passe på det. Legg lappane på duken sjølv, så er dei dine.',
  dukFull: 'Det er ikkje plass til fleire lappar på duken. Kast nokre først.',
  pauseJustWas: 'De har nettopp hatt ein pause. Vent eit par minutt, eller sei frå ved bordet at du treng ein til.',
  tooManyRequests: 'Det kom for mange forsøk herifrå på kort tid. Vent eit minutt, og prøv igjen.',
  tooManyBoards:
    'Det er laga så mange dukar herifrå det siste døgnet at det ikkje kan lagast fleire no. Dukane som finst, verkar som før. Prøv igjen seinare, eller sei frå til den som driftar Duken.',
  internalError: 'Noko gjekk gale på serveren. Prøv igjen; sei frå til den som driftar Duken om det held fram.',
  exportFailed:
    'Noko gjekk gale då fila vart laga. Planen er trygg; last han ned som JSON, og sei frå til den som driftar Duken.',
  noteNotSet:
    'Fila vart ikkje laga, for det som står på ein lapp, kan ikkje setjast. Planen er trygg. Skriv lappen på nytt og frys igjen, eller last planen ned som rein tekst. Lappen er:',
  exportBusy: 'Serveren er oppteken med å lage andre filer. Planen er trygg. Vent litt, og prøv igjen.',
  freezeGivenUp: 'Serveren rakk ikkje å lage planen. Ingenting er endra. Vent litt, og prøv igjen.',
  serverFull: 'Så mange er inne på Duken akkurat no at det ikkje er plass til fleire. Prøv igjen om litt.',
  diskNearlyFull:
    'Det er lite plass att på serveren, så han tek ikkje imot nye dukar no. Dukane som finst, verkar som før. Sei frå til den som driftar Duken.',
  tooManyWindows: 'Du har denne duken open i for mange vindauge. Lukk nokre av dei, og prøv igjen.',
  stopping: 'Serveren stoppar for å startast på nytt. Ingenting er endra. Prøv igjen om ein augeblink.',
  storageUnavailable: 'Serveren får ikkje lagra akkurat no. Ingenting er endra. Prøv igjen om litt.',
  frozenTooOften:
    'Duken er frosen så mange gonger det siste døgnet at han ikkje kan frysast igjen før i morgon. Det som står på han, er lagra.',
  boardArchived: 'Saka er avslutta. Duken kan lesast, men ikkje endrast. Investeringsleiaren kan opne han att.',
  binNotCleared:
    'Lappane er borte frå duken, men orda er ikkje sletta frå serveren enno. Tøm papirkorga ein gong til om litt.',
  plansBusy: 'Mange les planane på denne duken samstundes. Planen er trygg. Vent litt, og prøv igjen.',
  notSignedIn: 'Du er ikkje logga inn, eller det er for lenge sidan. Logg inn, og prøv igjen.',
  signInRefused: 'E-postadressa eller passordet stemmer ikkje. Sjå over begge, og prøv igjen.',
  signInTooSoon: 'Det er prøvd for mange feil passord. Vent eit minutt, og prøv igjen.',
  signInBusy: 'Mange loggar inn akkurat no. Vent nokre sekund, og prøv igjen.',
  barrierNotSent: 'Vi fekk ikkje sendt det no. Prøv igjen om litt, eller skriv ein e-post.',
  freshSignInNeeded: 'Dette kan ikkje angrast, så vi må vite at det er deg. Logg inn på nytt.',
  notSetUp: 'Ingen har sett opp Duken her enno.',
  setupRefused: 'Lenka er feil, brukt eller eldre enn ein time. Lag ei ny på serveren, og opne ho.',
  accountMayNot: 'Kontoen din gir ikkje lov til dette. Be ein administrator om hjelp.',
  accountNotFound: 'Det er ingen slik konto, eller han er avslutta. Last inn sida på nytt.',
  accountExists: 'Det er allereie ein konto med denne e-postadressa.',
  accountInvitationRefused: 'Lenka er feil, brukt eller gått ut på dato. Be administratoren om ei ny.',
  lastAdminStays: 'Dette er den siste administratoren. Lag ein konto til ein ny administrator først.',
  accountOfProvider:
    'Kontoen kjem frå kommunen si eiga innlogging og har ikkje passord her. Den som eig kontoen, loggar inn der.',
  passkeyRefused: 'Passnøkkelen vart ikkje godteken. Prøv igjen; er han fjerna her, må du bruke ein annan.',
  passkeyNotHere:
    'Passnøklar verkar berre på adressa som Duken er sett opp med, og ikkje på ei adresse av tal. Opne ho.',
  passkeyKnown: 'Denne passnøkkelen er i bruk her frå før. Lag ein ny.',
  tooManyPasskeys: 'Kontoen har så mange passnøklar som han kan ha. Fjern ein du ikkje bruker, og prøv igjen.',
  passkeyNotFound: 'Det er ingen slik passnøkkel her, eller han er fjerna. Last inn sida på nytt.',
  passkeyMustBeUsed:
    'Kontoen har ein passnøkkel. Logg inn med han; har du mista han, kan ein administrator lage ei ny lenke.',
  lastPasskeyStays: 'Utan denne passnøkkelen kjem du ikkje inn. Legg til ein ny først.',
  loginProviderNotFound: 'Duken har inga slik innlogging lenger. Last inn sida på nytt, og vel ei av dei som står der.',
  logoutTokenRefused: 'Meldinga om utlogging stemmer ikkje med det som er avtalt med innlogginga. Ingen er logga ut.',
  passwordWeak: 'Passordet er for lett å gjette. Bruk til dømes fire tilfeldige ord med mellomrom.',
  leadersHaveAccounts: 'Her leier ein med konto, ikkje med lenke. Del saka med ein medleiar i staden.',
  leaderNotFound: 'Ingen konto som kan leie, har denne e-postadressa.',
  leadsAlready: 'Den du vil dele med, leier allereie denne saka.',
  ownerStays: 'Berre eigaren kan ta bort andre leiarar, og eigaren må overlate saka før ho eller han kan gå ut av ho.',
  ownerErases: 'Berre den som eig saka, kan slette ho for godt.',
  proposalNotFound: 'Kjerneteamet har ikkje noko slikt framlegg, eller det er sletta. Gå tilbake til lista.',
  proposalChanged:
    'Nokon andre har endra framlegget sidan du opna det. Last inn sida på nytt, og sjå kva som står der no.',
  proposalStandsElse: 'Dette kan ikkje gjerast med framlegget slik det står no. Last inn sida på nytt.',
  anotherLeads:
    'Den som lagar duken, leier saka, og ein annan er vald til det. Be vedkomande lage duken, eller vel deg sjølv først.',
  storyNotFound: 'Personen har ikkje skrive noka historie, eller har sletta ho.',
  storyNotGiven: 'Berre den som har skrive historia, kan la deg lese ho. Spør om du kan få lese ho.',
  storyChanged:
    'Historia er skriven vidare i eit anna vindauge. Ta vare på det du skreiv her, og last inn sida på nytt.',
} as const satisfies Record<ProblemKind, string>;
