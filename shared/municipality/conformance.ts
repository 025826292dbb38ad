/** How far a criterion of WCAG is met, as far as somebody has looked. */
export type Conformance =
  /** Met wherever we have looked, and looked for by tests. */
  | 'met'
  /** Met but for what the remark says. */
  | 'partly'
  /** There is nothing of the kind in the product. */
  | 'notThere'
  /** Built for, and not yet tried in the way that the criterion asks for. */
  | 'notTried';

export interface Criterion {
  /** As WCAG 2.2 numbers it. */
  readonly id: string;
  /** In bokmål, after the Norwegian translation of WCAG. */
  readonly name: string;
  readonly level: 'A' | 'AA';
  readonly conformance: Conformance;
  /** In bokmål: what it rests on, or what is missing. */
  readonly remark: string;
}

/**
 * WCAG 2.2, each criterion of level A and AA (https://www.w3.org/TR/WCAG22/), and how Duken stands to it. A municipality can start its own statement
 * from it (tilgjengelighetserklæring, forskrift om universell utforming av IKT § 4); the statement itself is the municipality's. In bokmål alone, as
 * the statement is.
 */
export const conformanceReport: readonly Criterion[] = [
  a(
    '1.1.1',
    'Ikke-tekstlig innhold',
    'met',
    'Duken på lerretet finnes i ord, lapp for lapp. Diagram har tabell ved siden av. Tegninger sier hvem som tegnet, hvor, og tegnerens egne ord.',
  ),
  a('1.2.1', 'Bare lyd og bare video (forhåndsinnspilt)', 'notThere', 'Ingen lyd eller video.'),
  a('1.2.2', 'Teksting (forhåndsinnspilt)', 'notThere', 'Ingen video.'),
  a('1.2.3', 'Synstolking eller mediealternativ (forhåndsinnspilt)', 'notThere', 'Ingen video.'),
  aa('1.2.4', 'Teksting (direkte)', 'notThere', 'Ingen direktesendt lyd.'),
  aa('1.2.5', 'Synstolking (forhåndsinnspilt)', 'notThere', 'Ingen video.'),
  a(
    '1.3.1',
    'Informasjon og relasjoner',
    'met',
    'Overskrifter, lister, tabeller og skjema er merket. Planen i PDF har merkede overskrifter, lister og tabeller.',
  ),
  a('1.3.2', 'Meningsfylt rekkefølge', 'met', 'Listen, planen og duken i ord står i samme rekkefølge som på skjermen.'),
  a('1.3.3', 'Sensoriske egenskaper', 'met', 'Ingen veiledning viser bare til farge, form eller sted.'),
  aa('1.3.4', 'Visningsretning', 'met', 'Alt kan brukes både stående og liggende.'),
  aa('1.3.5', 'Identifiser formål med inndata', 'met', 'Felt for navn, e-post, telefon og passord sier hva de er til.'),
  a('1.4.1', 'Bruk av farge', 'met', 'Hvem som har ordet, status og trinn har tegn eller ord i tillegg til farge.'),
  a('1.4.2', 'Styring av lyd', 'met', 'Lyd kommer bare når noen ber om opplesing, og stoppes med samme knapp.'),
  aa(
    '1.4.3',
    'Kontrast (minimum)',
    'met',
    'Minst 4,5:1 i lyst og mørkt, målt av tester på sidene. Lerretets egne farger er valgt etter samme grense.',
  ),
  aa('1.4.4', 'Endring av tekststørrelse', 'met', 'Bokstaver på 200 % er prøvd ned til 320 punkters bredde.'),
  aa('1.4.5', 'Bilder av tekst', 'met', 'Ord på lerretet tegnes som bilde, men finnes som tekst i listen og i ord.'),
  aa(
    '1.4.10',
    'Omflyting',
    'partly',
    'Ingen side må rulles sidelengs ved 400 %. Lerretet er et todimensjonalt ark, og listen er veien dit uten sideveis rulling.',
  ),
  aa('1.4.11', 'Kontrast for ikke-tekstlig innhold', 'met', 'Rammer, fokus og tegn har minst 3:1.'),
  aa('1.4.12', 'Tekstavstand', 'met', 'Ingenting går tapt med større avstand.'),
  aa(
    '1.4.13',
    'Innhold ved peking eller fokus',
    'met',
    'Det som dukker opp, kan lukkes med Escape, pekes på, og blir stående.',
  ),
  a('2.1.1', 'Tastatur', 'met', 'Et helt møte er gått gjennom med bare tastatur i tester, fra lenke til plan.'),
  a('2.1.2', 'Ingen tastaturfelle', 'met', 'Tab og Escape leder ut av alt.'),
  a('2.1.4', 'Hurtigtaster med ett tegn', 'met', 'Virker bare når arket har fokus, og ikke i et tekstfelt.'),
  a(
    '2.2.1',
    'Justerbar hastighet',
    'partly',
    'Tidene i et møte er forslag, og stopper ingen. Innlogging tar slutt av hensyn til personvernet: det varsles ikke alltid før den gjør det.',
  ),
  a('2.2.2', 'Pause, stopp, skjul', 'met', 'Ingenting beveger seg av seg selv lenger enn fem sekunder.'),
  a('2.3.1', 'Terskelverdi på maksimalt tre glimt', 'met', 'Ingenting blinker.'),
  a('2.4.1', 'Hoppe over blokker', 'met', 'Første stopp på duken hopper til innholdet.'),
  a('2.4.2', 'Sidetitler', 'met', 'Hver side har sin tittel. Den nevner ingen ved navn.'),
  a('2.4.3', 'Fokusrekkefølge', 'met', 'Fokus følger rekkefølgen på siden, også etter dialoger og når andre sletter.'),
  a('2.4.4', 'Formål med lenke (i kontekst)', 'met', 'Lenker og knapper sier hva de gjør, og med hvem.'),
  aa('2.4.5', 'Flere måter', 'met', 'Duken har lerret, liste, søk og plan.'),
  aa('2.4.6', 'Overskrifter og ledetekster', 'met', 'Hver del og hvert felt har sin.'),
  aa('2.4.7', 'Synlig fokus', 'met', 'Fokus har en ramme, også i høykontrast.'),
  aa(
    '2.4.11',
    'Fokus ikke skjult (minimum)',
    'met',
    'Det som har fokus, kommer fram under linjer og paneler. Tester går gjennom hvert stopp.',
  ),
  a('2.5.1', 'Pekerbevegelser', 'met', 'Alt som gjøres med to fingre, har knapp.'),
  a('2.5.2', 'Pekeravbrudd', 'met', 'Trykk virker når fingeren slippes, og kan angres.'),
  a('2.5.3', 'Ledetekst i navn', 'met', 'Navnet begynner med ordene som synes.'),
  a('2.5.4', 'Bevegelsesaktivering', 'notThere', 'Ingenting styres ved å bevege enheten.'),
  aa('2.5.7', 'Dra-bevegelser', 'met', 'Alt som dras, kan flyttes med meny eller tastatur.'),
  aa('2.5.8', 'Målstørrelse (minimum)', 'met', 'De fleste mål er 44 punkter, ingen under 24.'),
  a('3.1.1', 'Språk på siden', 'met', 'Følger språket man har valgt.'),
  aa(
    '3.1.2',
    'Språk på deler av innhold',
    'partly',
    'Lapper bærer språket sitt der det er sagt eller kan leses av skriften. Et kort ord på fremmed språk kan bli lest med norsk stemme.',
  ),
  a('3.2.1', 'I fokus', 'met', 'Ingenting skjer av at noe får fokus.'),
  a('3.2.2', 'Inndata', 'met', 'Valg i et felt flytter ingen til en annen side.'),
  aa('3.2.3', 'Konsistent navigasjon', 'met', 'Linjen øverst er den samme.'),
  aa('3.2.4', 'Konsistent identifikasjon', 'met', 'Det samme heter det samme overalt.'),
  a('3.2.6', 'Konsistent hjelp', 'met', '«Mer» har hjelp og denne siden på samme plass.'),
  a('3.3.1', 'Identifikasjon av feil', 'met', 'Feilen står ved feltet, i ord, og feltet får fokus.'),
  a('3.3.2', 'Ledetekster eller instruksjoner', 'met', 'Hvert felt har ledetekst, og eksempel der det trengs.'),
  aa('3.3.3', 'Forslag ved feil', 'met', 'Feilen sier hva som kan gjøres.'),
  aa(
    '3.3.4',
    'Forhindring av feil (juridiske feil, økonomiske feil, datafeil)',
    'met',
    'Det som ikke kan gjøres om, spørres det om først. Resten kan angres.',
  ),
  a('3.3.7', 'Overflødig inntasting', 'met', 'Det som er skrevet, foreslås neste gang.'),
  aa(
    '3.3.8',
    'Tilgjengelig autentisering (minimum)',
    'met',
    'Passnøkkel eller kommunens egen innlogging. Gjester trenger ingen. Passord kan limes inn.',
  ),
  a(
    '4.1.2',
    'Navn, rolle, verdi',
    'partly',
    'axe finner ingen feil på noen side. Ingen har prøvd med VoiceOver, TalkBack, NVDA eller JAWS.',
  ),
  aa(
    '4.1.3',
    'Statusbeskjeder',
    'partly',
    'Beskjeder er merket og talt i tester: tjue lapper fra andre blir høyst fire setninger. Ikke hørt med en virkelig skjermleser.',
  ),
];

/** What the report rests on, and what nobody has tried, in bokmål. */
export const triedWith = {
  tried: [
    'axe-core på hver side og i hver tilstand som testene går gjennom: ingen alvorlige funn.',
    'Chromium i størrelsene 320, 390, 820, 1280 og 1920 punkter, med bokstaver på 200 % og forstørring på 400 %.',
    'Hele møter med bare tastatur, med bare fingre og på telefon, som programmer utfører i en virkelig nettleser.',
    'Tilgjengelighetstreet lest som tekst og holdt opp mot duken.',
  ],
  notTried: [
    'Virkelige skjermlesere: VoiceOver, TalkBack, NVDA og JAWS.',
    'Virkelige penner, bryterstyring, øyestyring og stemmestyring.',
    'Safari, Firefox og nettleserne på iPhone og iPad.',
    'Mennesker med nedsatt funksjonsevne. Ingen rapport kan stå i stedet for det.',
    'Om andre språk enn norsk og engelsk leses godt av dem som har dem som morsmål.',
  ],
} as const;

function a(id: string, name: string, conformance: Conformance, remark: string): Criterion {
  return { id, name, level: 'A', conformance, remark };
}

function aa(id: string, name: string, conformance: Conformance, remark: string): Criterion {
  return { id, name, level: 'AA', conformance, remark };
}
