/** One kind of what is kept, as the data map tells it. In bokmål. */
export interface KeptKind {
  readonly what: string;
  readonly why: string;
  readonly readBy: string;
  readonly howLong: string;
}

/** A risk, the product's answer to it, and what is left to the municipality. In bokmål. */
export interface Risk {
  readonly risk: string;
  /** One of the six measures of Lørenskog's own risk analysis (004) stands behind it. */
  readonly fromLorenskog?: true;
  readonly answer: string;
  readonly left: string;
}

/** Which personal data lie where, why, who reads them, and until when. */
export const dataMap: readonly KeptKind[] = [
  {
    what: 'Lappene, tegningene, målbildet og tiltakene på duken',
    why: 'Det er det familien og tjenestene legger planen av.',
    readBy: 'De som er sluppet inn på duken. En leser ser ikke papirkurven.',
    howLong: 'Til saken slettes. Da ødelegges nøkkelen, og sikkerhetskopier kan ikke leses.',
  },
  {
    what: 'Det hver enkelt skriver stille, og utkast',
    why: 'Den som er stille, skal ha en vei.',
    readBy: 'Bare den som skrev. Serveren sender det til ingen andre.',
    howLong: 'Til det legges eller kastes, og senest til saken slettes.',
  },
  {
    what: 'Planversjoner med bilde, samtykket de ble laget under, og godkjenninger',
    why: 'Det familien og tjenestene ble enige om, møte for møte.',
    readBy: 'Den som leder, dem planen handler om, og den som får et utdrag: bare sitt.',
    howLong: 'Til saken slettes. Arkivpakken er kommunens og følger arkivloven.',
  },
  {
    what: 'Navn, rolle, tjeneste, telefon og e-post til dem rundt bordet',
    why: 'Å vite hvem som er hvem, og minne dem på det de har lovet.',
    readBy: 'Den som leder. De andre på duken ser navn og tjeneste.',
    howLong: 'Til saken slettes.',
  },
  {
    what: 'Samtykker til å dele: tjenester, tema, formål, ord, hvem, når, hvordan',
    why: 'Taushetsplikten mellom tjenester kan bare oppheves av den det gjelder.',
    readBy: 'Den som leder, og den samtykket gjelder.',
    howLong: 'Til saken slettes. Trukne samtykker står med dato.',
  },
  {
    what: 'Kontaktlogg',
    why: 'Lederens egne notater mellom møtene.',
    readBy: 'Bare dem som leder saken.',
    howLong: 'Til saken slettes, eller den legges i arkivet som notat.',
  },
  {
    what: 'Min historie',
    why: 'At ingen skal måtte fortelle det samme igjen.',
    readBy: 'Den som eier den, og hver den personen selv har sagt ja til.',
    howLong: 'Til den som eier den, tar den bort, eller saken slettes.',
  },
  {
    what: 'Inntak: hvem kjerneteamet har hørt om',
    why: 'Å avgjøre om noen trenger en duk, og hvem som bør lede den.',
    readBy: 'Dem som leder. Navn står ikke der før den det gjelder har sagt ja.',
    howLong: 'Foreslås slettet etter 90 dager uten at det er blitt en duk (kan stilles inn).',
  },
  {
    what: 'Logg over hvem som har sett og gjort hva',
    why: 'Innsyn for den det gjelder, og kontroll.',
    readBy: 'Den som leder, og den det gjelder, i vanlige ord. Uten innhold fra saken.',
    howLong: 'Til saken slettes. Én linje uten innhold blir igjen.',
  },
  {
    what: 'Kontoer: navn, e-post, passnøkler, innlogginger',
    why: 'Bare den som hører til, skal lede.',
    readBy: 'Personen selv og administrator. En administrator ser ingen duk.',
    howLong: 'Til kontoen tas bort. En innlogging varer høyst 10 timer.',
  },
  {
    what: 'Undersøkelse og puls',
    why: 'Å se om det hjelper.',
    readBy: 'Bare tall, og først når fem har svart.',
    howLong: 'Tallene kan ikke knyttes til noen.',
  },
];

/** Where a municipality can begin its own assessment (DPIA, GDPR article 35): risks, and what Duken does about them. */
export const risks: readonly Risk[] = [
  {
    risk: 'Noen deler mer enn samtykket sier, eller tør ikke dele det de kan, fordi taushetsplikten er uklar.',
    fromLorenskog: true,
    answer:
      'Samtykket står på duken: hvilke tjenester, om hva, til når. En tjeneste som ikke er nevnt, slippes ikke inn. Trekkes det, stenges tjenesten ute på under ett sekund.',
    left: 'Opplæring i taushetsplikt, og kommunens egen ordlyd.',
  },
  {
    risk: 'Ansatte møter uten myndighet, og familien må fortelle det samme igjen.',
    fromLorenskog: true,
    answer:
      '«Kan bestemme om» står ved hver person, og det som må avklares, har en dato. Min historie fortelles én gang.',
    left: 'At virksomhetsledere delegerer, eller kommer.',
  },
  {
    risk: 'Digitale verktøy passer ikke sammen, og saken havner i e-post og på papir.',
    fromLorenskog: true,
    answer: 'Svar med ett trykk uten konto, kalenderlenker uten innhold, arkivpakke etter Fiks Arkiv.',
    left: 'Hvem som legger pakken i arkivet, og rutine for utskrifter.',
  },
  {
    risk: 'For mange får vite alt.',
    answer:
      'Hver mottaker får et utdrag med bare sine tema. Ingen leser planer uten at den som leder, har gitt dem det.',
    left: 'Å vurdere hvem som trenger hva, hver gang.',
  },
  {
    risk: 'En voksen legger ord i barnets munn, skjuler det eller presser det.',
    answer:
      'Bare barnet kan endre lappene sine. Det gjelder alle program, ikke bare våre sider. Barnets side sier hva voksne ser, og hvem det kan ringe.',
    left: 'Barnets rett til å bli hørt, og meldeplikten til barnevernet.',
  },
  {
    risk: 'Et familiemedlem er utsatt for vold, eller har fortrolig adresse.',
    answer:
      'Ingen ser hvem som ba om pause. Det som skrives stille, er bare ens eget. Meldinger som sendes ut, har ikke navn, tema eller sak. Adresser har ikke noe felt.',
    left: 'Ikke skriv adresser på duken. Vurder om møtet skal holdes sammen i det hele tatt, og om flere duker er riktigere enn én.',
  },
  {
    risk: 'Noen utgir seg for en annen.',
    answer: 'Den som leder, sier hvem som kommer inn, med stemme og tjeneste. Navnet på en lapp settes av serveren.',
    left: 'Å se hvem som banker på før dere slipper inn.',
  },
  {
    risk: 'En delt maskin, et nettbrett på bordet eller en mistet telefon.',
    answer:
      'Forlat duken rydder nettleseren. Det som ligger på enheten, er forseglet med en nøkkel som går bort når tilgangen slutter.',
    left: 'Skjermlås, og at kommunens egne enheter er kryptert.',
  },
  {
    risk: 'Disken, en sikkerhetskopi eller loggen kommer på avveie.',
    answer: 'Alt innhold er forseglet med en nøkkel for hver sak, og nøklene ligger ikke i sikkerhetskopien.',
    left: 'Å ta vare på nøklene et annet sted enn dataene. Den som har hele maskinen, har begge deler.',
  },
  {
    risk: 'Noen med tilgang ser på en sak de ikke har noe med.',
    answer: 'Ingen side vises før linjen i loggen er skrevet. Den det gjelder, kan lese hvem som har sett.',
    left: 'Å følge opp det som står i loggen.',
  },
  {
    risk: 'En rapport om programmet røper en person.',
    answer: 'Tall under fem vises ikke, heller ikke som forskjellen mellom to tall eller to rapporter.',
    left: 'Å ikke legge tallene ved siden av andre lister som gjør dem kjent.',
  },
  {
    risk: 'En oversettelse blir feil, eller et barn må tolke.',
    answer: 'Tolken har en egen plass og skriver ved siden av, originalen står. Ingen maskin oversetter.',
    left: 'Å bestille tolk. Et barn i familien skal ikke tolke.',
  },
  {
    risk: 'Det som er skrevet, går tapt.',
    answer:
      '«Lagret» vises først når ordene ligger på disken. Uten nett blir de på enheten, og sendes når nettet er tilbake.',
    left: 'Sikkerhetskopi, og prøv å legge den tilbake.',
  },
  {
    risk: 'Arbeidet stopper når prosjektet er slutt.',
    fromLorenskog: true,
    answer: 'Planen eies av familien, og kan tas ut som PDF, Word, tekst og arkivpakke når som helst.',
    left: 'Forankring i ledelsen, felles arenaer og kompetanse.',
  },
];

/** Who answers for what. */
export const responsibilities: readonly { readonly who: string; readonly what: string }[] = [
  {
    who: 'Kommunen (behandlingsansvarlig)',
    what: 'Formål og behandlingsgrunnlag, egen vurdering av personvernet, samtykkenes ordlyd, hvem som får konto, arkiv, innsyn og sletting.',
  },
  {
    who: 'Den som drifter serveren (databehandler, om det er en annen enn kommunen)',
    what: 'Maskiner, nøkler, sikkerhetskopier, oppdateringer og databehandleravtale.',
  },
  {
    who: 'Investeringslederen',
    what: 'Hvem som slippes inn, at samtykket stemmer med dem som er der, og hvem som får hva av planen.',
  },
  {
    who: 'Programmet',
    what: 'Det som står på denne siden. Det er åpen kildekode, gis uten garanti, og ingen av oss som lager det, har tilgang til noe dere skriver.',
  },
];

/** What nobody should believe. */
export const notPromised: readonly string[] = [
  'At det er lovlig å dele. Et samtykke her er et samtykke til å dele mellom tjenester, ikke et behandlingsgrunnlag etter personvernforordningen.',
  'At den som har lest noe, glemmer det når tilgangen tas bort. Det som er skrevet ut, fotografert eller lastet ned, kan ikke hentes tilbake.',
  'At foreldre aldri får innsyn i det et barn skriver. Loven avgjør det, ikke programmet.',
  'At innholdet er skjult for den som drifter serveren og har nøklene. Det er ikke kryptert fra ende til ende: da kunne ingen fryse planen eller stenge noen ute.',
  'At programmet er gransket av andre. Prøvene våre er åpne, og ingen utenfor har sett over dem.',
];
