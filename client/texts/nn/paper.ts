import type { paper as nb } from '../nb/paper.ts';
import type { TextsLike } from '../textsLike.ts';

export const paper = {
  title: 'Papir og penn',
  notYours: 'Papir blir lagt på duken av dei som kan skrive på han.',
  about:
    'Skriv ut ein tom duk, heng han opp, og lat alle skrive på lappar. Etterpå tek du bilete av arket, og lappane blir lagde på duken her.',
  print: 'Skriv ut ein tom duk',
  printAbout:
    'Fargen på lappen seier kven sine ord det er: gul for innbyggjaren, oransje for barn, grøn for familie og nettverk, blå for tenester. Kven som har kva farge, står nedst på arket. Det står ingen namn på det.',
  printPicture: 'Arket slik det blir skrive ut: kolonnar og tema med tomme ruter, og merke langs kanten',
  printSize: 'Last ned {size}',
  sizeA1: 'A1, for små lappar på veggen',
  sizeA2: 'A2, for lappar på halv storleik',
  sizeA3: 'A3, for å skrive rett på arket',
  photograph: 'Ta bilete av arket',
  photographAbout:
    'Ta med heile arket, også merka langs kanten, i godt lys. Det gjer ikkje noko om det er litt skeivt. Biletet blir lese her i nettlesaren. Det blir ikkje sendt nokon stad og ikkje teke vare på.',
  choose: 'Ta eller vel eit bilete',
  reading: 'Les biletet …',
  stop: 'Avbryt',
  failed_noSheet: 'Fann ikkje noko ark i biletet. Ta med merka i alle fire hjørna, hald rett over, og prøv igjen.',
  failed_dark: 'Biletet er for mørkt til å lese. Slå på lyset eller bruk blits, og prøv igjen.',
  failed_codeHidden:
    'Det er eit ark i biletet, men merka øvst og nedst er dekte eller uskarpe, så det går ikkje å sjå kva duk det høyrer til. Flytt det som ligg over dei, og prøv igjen.',
  failed_otherDuk:
    'Arket høyrer til ein annan duk, eller til eit anna oppsett av denne. Ingenting er lese. Opne duken det vart skrive ut frå.',
  failed_notPicture: 'Fila kan ikkje lesast som bilete her. Lagre ho som JPEG eller PNG, og prøv igjen.',
  failed_browser: 'Nettlesaren er for gammal til å lese bilete. Bruk ein nyare, eller ei anna eining.',
  failed_stopped: 'Noko gjekk gale medan biletet vart lese. Prøv igjen, gjerne med eit nytt bilete.',
  notWhole:
    'Ein del av arket er utanfor biletet. Det som er med, står under. Ta gjerne eitt bilete til av heile arket.',
  nothingFound: 'Arket er lese, men det er ingen lappar på det.',
  nothingNew: 'Arket er lese. Alt på det står her eller ligg på duken frå før.',
  foundOne: 'Fann 1 lapp.',
  found: 'Fann {count} lappar.',
  review: 'Sjå over lappane',
  reviewAbout:
    'Det som er usikkert, står først. Skriv av det som står på lappen, eller gjer det seinare: handskrifta blir med på lappen uansett.',
  sheetPicture: 'Arket slik det vart retta opp, med eit nummer på kvar lapp',
  note: 'Lapp {number}',
  picture: 'Bilete av lapp {number}',
  doubt_voice: 'Kven sine ord er dette?',
  doubt_child:
    'Oransje er fargen til barnet, og orda til barnet blir lagde av barnet sjølv eller av den barnet lèt skrive for seg. Er lappen nokon andre sin, vel du kven.',
  doubt_cell: 'Ligg han i rett rute?',
  doubt_shape:
    'Dette kan vere to lappar som ligg over kvarandre. Legg dei frå kvarandre og ta eit bilete til, eller skriv den andre sjølv.',
  doubt_blank: 'Fann inga skrift på lappen.',
  take: 'Legg på duken',
  already: 'Ligg på duken frå før',
  alreadyInBin: 'Ligg i papirkorga frå før',
  voice: 'Stemme',
  chooseVoice: 'Vel',
  cell: 'Rute',
  words: 'Kva står det?',
  tooLong: 'Det er {count} teikn meir enn det er plass til på ein lapp.',
  wordsHint: 'Kan stå tomt',
  handwritten: '[skrive for hand]',
  layOne: 'Legg 1 lapp på duken',
  lay: 'Legg {count} lappar på duken',
  layNone: 'Legg på duken',
  noneChosen: 'Ingen lappar er valde.',
  unansweredOne: '1 lapp manglar svar på kven sine ord det er.',
  unanswered: '{count} lappar manglar svar på kven sine ord det er.',
  laidOne: '1 lapp ligg på duken.',
  laid: '{count} lappar ligg på duken.',
  notLaid: '{count} fekk ikkje plass. Dei står her framleis.',
  undo: 'Angre',
  undone: 'Lappane ligg i papirkorga, og står her igjen.',
  undoKept: 'Nokon har skrive på ein av lappane, så dei blir liggjande.',
  toDuk: 'Til duken',
} satisfies TextsLike<typeof nb>;
