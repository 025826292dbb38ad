import type { Term } from '../words/index.ts';

/** The ending of a noun, in the one and the many: en/et, the, and their plurals. */
function noun(name: string, ...endings: readonly string[]): readonly string[] {
  return [name, ...endings.map((ending) => `${name}${ending}`)];
}

/** The words that ship. What they mean is told in our own words, without promising anybody anything. */
export const welfareTerms: readonly Term[] = [
  {
    name: 'vedtak',
    forms: [...noun('vedtak', 'et', 'ene', 'a'), ...noun('enkeltvedtak', 'et', 'ene', 'a')],
    meaning: {
      nb: 'Et svar fra NAV eller kommunen som bestemmer noe for deg. Du kan klage på det.',
      nn: 'Eit svar frå NAV eller kommunen som avgjer noko for deg. Du kan klage på det.',
      en: 'An answer from NAV or the municipality that decides something for you. You can appeal it.',
    },
  },
  {
    name: 'tiltak',
    forms: noun('tiltak', 'et', 'ene', 'a'),
    meaning: {
      nb: 'Noe som noen skal gjøre innen en dag vi har blitt enige om.',
      nn: 'Noko som nokon skal gjere innan ein dag vi har blitt samde om.',
      en: 'Something that somebody will do by a day we have agreed on.',
    },
  },
  {
    name: 'ansvarsgruppe',
    forms: noun('ansvarsgruppe', 'n', 'r', 'ne', 'møte', 'møtet', 'møter'),
    meaning: {
      nb: 'De som hjelper deg, samlet i en fast gruppe som møtes av og til.',
      nn: 'Dei som hjelper deg, samla i ei fast gruppe som møtest av og til.',
      en: 'Those who help you, in a fixed group that meets from time to time.',
    },
  },
  {
    name: 'individuell plan',
    forms: ['individuell plan', 'individuelle planen', 'individuelle planer', 'IP'],
    meaning: {
      nb: 'En plan du kan ha rett til når du trenger hjelp lenge fra flere. Du er med og lager den.',
      nn: 'Ein plan du kan ha rett til når du treng hjelp lenge frå fleire. Du er med og lagar han.',
      en: 'A plan you may be entitled to when you need help from several for a long time. You take part in making it.',
    },
  },
  {
    name: 'koordinator',
    forms: noun('koordinator', 'en', 'er', 'ene'),
    meaning: {
      nb: 'En person som passer på at de som hjelper deg, vet om hverandre.',
      nn: 'Ein person som passar på at dei som hjelper deg, veit om kvarandre.',
      en: 'A person who sees to it that those who help you know of each other.',
    },
  },
  {
    name: 'koordinere',
    forms: ['koordinere', 'koordinerer', 'koordinert', 'koordinering', 'koordineringen', 'samordne', 'samordning'],
    meaning: {
      nb: 'Å få flere til å gjøre ting sammen, i riktig rekkefølge.',
      nn: 'Å få fleire til å gjere ting saman, i rett rekkjefølgje.',
      en: 'To have several people do things together, in the right order.',
    },
  },
  {
    name: 'kartlegging',
    forms: [...noun('kartlegging', 'en', 'er', 'ene', 'a'), 'kartlegge', 'kartlegger', 'kartlagt'],
    meaning: {
      nb: 'Å finne ut hvordan du har det, og hva du trenger.',
      nn: 'Å finne ut korleis du har det, og kva du treng.',
      en: 'Finding out how you are, and what you need.',
    },
  },
  {
    name: 'utredning',
    forms: [...noun('utredning', 'en', 'er', 'ene', 'a'), 'utrede', 'utredes', 'utredet'],
    meaning: {
      nb: 'Noen som kan det, undersøker nøye hva som er vanskelig, og hva som kan hjelpe.',
      nn: 'Nokon som kan det, undersøkjer nøye kva som er vanskeleg, og kva som kan hjelpe.',
      en: 'Somebody who knows how looks closely at what is hard, and at what can help.',
    },
  },
  {
    name: 'henvisning',
    forms: [...noun('henvisning', 'en', 'er', 'ene', 'a'), 'henvise', 'henviser', 'henvist', 'tilvisning', 'tilvist'],
    meaning: {
      nb: 'Et brev fra for eksempel fastlegen som ber andre om å hjelpe deg.',
      nn: 'Eit brev frå til dømes fastlegen som ber andre om å hjelpe deg.',
      en: 'A letter, from your doctor for example, that asks others to help you.',
    },
  },
  {
    name: 'oppfølging',
    forms: noun('oppfølging', 'en', 'a'),
    meaning: {
      nb: 'At noen holder kontakt med deg og ser hvordan det går.',
      nn: 'At nokon held kontakt med deg og ser korleis det går.',
      en: 'That somebody keeps in touch with you and sees how things are going.',
    },
  },
  {
    name: 'taushetsplikt',
    forms: [...noun('taushetsplikt', 'en', 'a'), 'teieplikt', 'teieplikta'],
    meaning: {
      nb: 'De som hjelper deg, kan ikke fortelle andre det de vet om deg, uten at du eller loven sier ja.',
      nn: 'Dei som hjelper deg, kan ikkje fortelje andre det dei veit om deg, utan at du eller lova seier ja.',
      en: 'Those who help you cannot tell others what they know about you unless you, or the law, says yes.',
    },
  },
  {
    name: 'samtykke',
    forms: [...noun('samtykke', 't', 'r', 'ne'), 'samtykker'],
    meaning: {
      nb: 'At du sier ja til noe når du vet hva det betyr. Du kan ta det tilbake.',
      nn: 'At du seier ja til noko når du veit kva det betyr. Du kan ta det tilbake.',
      en: 'That you say yes to something when you know what it means. You can take it back.',
    },
  },
  {
    name: 'medvirkning',
    forms: [...noun('medvirkning', 'en'), ...noun('brukermedvirkning', 'en'), 'medverknad'],
    meaning: {
      nb: 'At du er med og bestemmer.',
      nn: 'At du er med og bestemmer.',
      en: 'That you take part in deciding.',
    },
  },
  {
    name: 'barnevern',
    forms: [
      ...noun('barnevern', 'et'),
      ...noun('barneverntjeneste', 'n'),
      ...noun('barnevernstjeneste', 'n'),
      'barnevernstenesta',
    ],
    meaning: {
      nb: 'De i kommunen som hjelper barn og foreldre når et barn ikke har det bra nok hjemme.',
      nn: 'Dei i kommunen som hjelper barn og foreldre når eit barn ikkje har det bra nok heime.',
      en: 'Those in the municipality who help children and parents when a child is not well enough cared for at home.',
    },
  },
  {
    name: 'bekymringsmelding',
    forms: noun('bekymringsmelding', 'en', 'er', 'ene', 'a'),
    meaning: {
      nb: 'En melding til barnevernet fra noen som er urolig for et barn.',
      nn: 'Ei melding til barnevernet frå nokon som er uroleg for eit barn.',
      en: 'A message to the child welfare service from somebody who worries about a child.',
    },
  },
  {
    name: 'fosterhjem',
    forms: [...noun('fosterhjem', 'met', 'mene'), 'fosterheim', 'fosterheimen'],
    meaning: {
      nb: 'En annen familie der et barn bor en stund, eller lenge.',
      nn: 'Ein annan familie der eit barn bur ei stund, eller lenge.',
      en: 'Another family where a child lives for some time, or for long.',
    },
  },
  {
    name: 'familieråd',
    forms: noun('familieråd', 'et', 'ene'),
    meaning: {
      nb: 'Et møte der familien og de rundt selv lager en plan for barnet.',
      nn: 'Eit møte der familien og dei rundt sjølve lagar ein plan for barnet.',
      en: 'A meeting where the family and those around it make a plan for the child themselves.',
    },
  },
  {
    name: 'avlastning',
    forms: [...noun('avlastning', 'en'), 'avlasting', 'avlastinga', 'avlastningsbolig', 'avlastningshjem'],
    meaning: {
      nb: 'At andre tar seg av barnet noen timer eller dager, så familien kan hvile.',
      nn: 'At andre tek seg av barnet nokre timar eller dagar, så familien kan kvile.',
      en: 'That others take care of the child for some hours or days, so that the family can rest.',
    },
  },
  {
    name: 'støttekontakt',
    forms: noun('støttekontakt', 'en', 'er'),
    meaning: {
      nb: 'En person som er sammen med deg i fritiden, betalt av kommunen.',
      nn: 'Ein person som er saman med deg i fritida, betalt av kommunen.',
      en: 'A person who spends free time with you, paid by the municipality.',
    },
  },
  {
    name: 'PPT',
    forms: ['PPT', 'PP-tjenesten', 'PP-tenesta', 'pedagogisk-psykologisk tjeneste'],
    meaning: {
      nb: 'De som hjelper skolen og barnehagen når et barn trenger noe mer for å lære og trives.',
      nn: 'Dei som hjelper skulen og barnehagen når eit barn treng noko meir for å lære og trivast.',
      en: 'Those who help school and kindergarten when a child needs something more to learn and thrive.',
    },
  },
  {
    name: 'BUP',
    forms: ['BUP', 'barne- og ungdomspsykiatrisk poliklinikk'],
    meaning: {
      nb: 'Et sted på sykehuset der barn og unge får hjelp når livet kjennes tungt.',
      nn: 'Ein stad på sjukehuset der barn og unge får hjelp når livet kjennest tungt.',
      en: 'A part of the hospital where children and young people get help when life feels heavy.',
    },
  },
  {
    name: 'DPS',
    forms: ['DPS', 'distriktspsykiatrisk senter'],
    meaning: {
      nb: 'Et sted der voksne får hjelp fra sykehuset når livet kjennes tungt.',
      nn: 'Ein stad der vaksne får hjelp frå sjukehuset når livet kjennest tungt.',
      en: 'A place where adults get help from the hospital when life feels heavy.',
    },
  },
  {
    name: 'spesialisthelsetjenesten',
    forms: ['spesialisthelsetjenesten', 'spesialisthelsetjeneste', 'spesialisthelsetenesta'],
    meaning: {
      nb: 'Sykehus og andre steder med leger som kan mye om én ting.',
      nn: 'Sjukehus og andre stader med legar som kan mykje om éin ting.',
      en: 'Hospitals and other places with doctors who know one thing well.',
    },
  },
  {
    name: 'fastlege',
    forms: noun('fastlege', 'n', 'r', 'kontor', 'kontoret'),
    meaning: {
      nb: 'Legen som er din, og som du ringer først.',
      nn: 'Legen som er din, og som du ringjer først.',
      en: 'The doctor who is yours, and whom you ring first.',
    },
  },
  {
    name: 'helsestasjon',
    forms: [...noun('helsestasjon', 'en', 'er'), ...noun('helsesykepleier', 'en', 'e'), 'helsesjukepleiar'],
    meaning: {
      nb: 'Et sted i kommunen der barn, unge og foreldre kan spørre om helse. Det koster ikke noe.',
      nn: 'Ein stad i kommunen der barn, unge og foreldre kan spørje om helse. Det kostar ikkje noko.',
      en: 'A place in the municipality where children, young people and parents can ask about health. It costs nothing.',
    },
  },
  {
    name: 'spesialundervisning',
    forms: [...noun('spesialundervisning', 'en'), 'individuelt tilrettelagt opplæring', 'ITO'],
    meaning: {
      nb: 'Undervisning som er laget for ett barn som trenger noe annet enn klassen.',
      nn: 'Undervisning som er laga for eitt barn som treng noko anna enn klassen.',
      en: 'Teaching that is made for one child who needs something other than the class.',
    },
  },
  {
    name: 'tilrettelegging',
    forms: [...noun('tilrettelegging', 'en', 'er', 'a'), 'tilrettelegge', 'tilrettelagt'],
    meaning: {
      nb: 'Å gjøre noe litt annerledes, så det passer for deg.',
      nn: 'Å gjere noko litt annleis, så det passar for deg.',
      en: 'Doing something a little differently, so that it suits you.',
    },
  },
  {
    name: 'AAP',
    forms: ['AAP', ...noun('arbeidsavklaringspenger'), 'arbeidsavklaringspengar'],
    meaning: {
      nb: 'Penger fra NAV mens en er syk og prøver å finne ut av jobb.',
      nn: 'Pengar frå NAV medan ein er sjuk og prøver å finne ut av jobb.',
      en: 'Money from NAV while one is ill and tries to find out about work.',
    },
  },
  {
    name: 'uføretrygd',
    forms: [...noun('uføretrygd', 'en', 'a'), 'ufør', 'uføre'],
    meaning: {
      nb: 'Penger hver måned fra NAV til dem som ikke kan jobbe, eller bare kan jobbe litt.',
      nn: 'Pengar kvar månad frå NAV til dei som ikkje kan jobbe, eller berre kan jobbe litt.',
      en: 'Money every month from NAV for those who cannot work, or can work only a little.',
    },
  },
  {
    name: 'dagpenger',
    forms: ['dagpenger', 'dagpengene', 'dagpengar'],
    meaning: {
      nb: 'Penger fra NAV når en har mistet jobben og ser etter en ny.',
      nn: 'Pengar frå NAV når ein har mista jobben og ser etter ein ny.',
      en: 'Money from NAV when one has lost one’s job and looks for another.',
    },
  },
  {
    name: 'sosialhjelp',
    forms: [...noun('sosialhjelp', 'en', 'a'), ...noun('sosialstønad', 'en'), 'økonomisk stønad'],
    meaning: {
      nb: 'Penger fra NAV når en ikke har nok til mat, hus og det en må ha.',
      nn: 'Pengar frå NAV når ein ikkje har nok til mat, hus og det ein må ha.',
      en: 'Money from NAV when one has not enough for food, a home and what one needs.',
    },
  },
  {
    name: 'kvalifiseringsprogram',
    forms: [...noun('kvalifiseringsprogram', 'met'), 'KVP'],
    meaning: {
      nb: 'Et opplegg hos NAV med kurs og praksis, og penger mens en er med.',
      nn: 'Eit opplegg hos NAV med kurs og praksis, og pengar medan ein er med.',
      en: 'Courses and practice by NAV, with money while one takes part.',
    },
  },
  {
    name: 'arbeidstrening',
    forms: [...noun('arbeidstrening', 'en', 'a'), ...noun('arbeidspraksis', 'en')],
    meaning: {
      nb: 'Å prøve seg i en jobb en tid, med støtte fra NAV.',
      nn: 'Å prøve seg i ein jobb ei tid, med støtte frå NAV.',
      en: 'Trying a job for a time, with support from NAV.',
    },
  },
  {
    name: 'introduksjonsprogram',
    forms: noun('introduksjonsprogram', 'met'),
    meaning: {
      nb: 'Norsk, kurs og praksis for den som er ny i Norge.',
      nn: 'Norsk, kurs og praksis for den som er ny i Noreg.',
      en: 'Norwegian, courses and practice for those who are new in Norway.',
    },
  },
  {
    name: 'bostøtte',
    forms: noun('bostøtte', 'n', 'a'),
    meaning: {
      nb: 'Penger fra Husbanken som hjelp til å betale for å bo.',
      nn: 'Pengar frå Husbanken som hjelp til å betale for å bu.',
      en: 'Money from Husbanken that helps to pay for one’s home.',
    },
  },
  {
    name: 'startlån',
    forms: noun('startlån', 'et'),
    meaning: {
      nb: 'Et lån fra kommunen til å kjøpe bolig, når banken sier nei.',
      nn: 'Eit lån frå kommunen til å kjøpe bustad, når banken seier nei.',
      en: 'A loan from the municipality for buying a home when the bank says no.',
    },
  },
  {
    name: 'depositum',
    forms: noun('depositum', 'et'),
    meaning: {
      nb: 'Penger som står i banken mens en leier. Du får dem igjen når du flytter, om alt er i orden.',
      nn: 'Pengar som står i banken medan ein leiger. Du får dei att når du flyttar, om alt er i orden.',
      en: 'Money kept in the bank while one rents. You get it back when you move, if all is well.',
    },
  },
  {
    name: 'inkasso',
    forms: [...noun('inkasso', 'en'), 'inkassokrav', 'inkassovarsel'],
    meaning: {
      nb: 'Når en regning ikke er betalt, og noen andre krever pengene inn.',
      nn: 'Når ei rekning ikkje er betalt, og nokon andre krev inn pengane.',
      en: 'When a bill has not been paid, and somebody else collects the money.',
    },
  },
  {
    name: 'namsmannen',
    forms: ['namsmannen', 'namsmann', 'namsfogden', 'utleggstrekk', 'utlegg'],
    meaning: {
      nb: 'De som kan bestemme at gjeld blir trukket av lønn eller penger fra NAV.',
      nn: 'Dei som kan avgjere at gjeld blir trekt av løn eller pengar frå NAV.',
      en: 'Those who can decide that a debt is taken out of one’s wages or money from NAV.',
    },
  },
  {
    name: 'gjeldsordning',
    forms: [
      ...noun('gjeldsordning', 'en', 'a'),
      ...noun('gjeldsrådgivning', 'en'),
      ...noun('gjeldsrådgiver', 'en'),
      'gjeldsrådgjeving',
    ],
    meaning: {
      nb: 'Hjelp til å betale så mye en kan av gjelda i noen år, og så være ferdig med den.',
      nn: 'Hjelp til å betale så mykje ein kan av gjelda i nokre år, og så vere ferdig med henne.',
      en: 'Help to pay as much as one can of one’s debt for some years, and then be done with it.',
    },
  },
  {
    name: 'verge',
    forms: ['verge', 'vergen', 'verja', 'vergemål', 'vergemålet', 'verjemål'],
    meaning: {
      nb: 'En person som hjelper deg med penger og papirer når du ikke kan det selv.',
      nn: 'Ein person som hjelper deg med pengar og papir når du ikkje kan det sjølv.',
      en: 'A person who helps you with money and papers when you cannot do it yourself.',
    },
  },
  {
    name: 'BPA',
    forms: ['BPA', 'brukerstyrt personlig assistanse', 'brukarstyrt personleg assistanse'],
    meaning: {
      nb: 'Hjelpere som du selv bestemmer over, betalt av kommunen.',
      nn: 'Hjelparar som du sjølv bestemmer over, betalte av kommunen.',
      en: 'Helpers whom you direct yourself, paid by the municipality.',
    },
  },
  {
    name: 'LAR',
    forms: ['LAR', 'legemiddelassistert rehabilitering'],
    meaning: {
      nb: 'Behandling med medisin for den som vil ut av avhengighet.',
      nn: 'Behandling med medisin for den som vil ut av avhengnad.',
      en: 'Treatment with medicine for those who want to leave an addiction.',
    },
  },
  {
    name: 'FACT',
    forms: ['FACT', 'FACT-team', 'FACT-teamet', 'ACT-team', 'ACT-teamet'],
    meaning: {
      nb: 'Hjelpere fra kommunen og sykehuset som kommer hjem til deg.',
      nn: 'Hjelparar frå kommunen og sjukehuset som kjem heim til deg.',
      en: 'Helpers from the municipality and the hospital who come to your home.',
    },
  },
];
