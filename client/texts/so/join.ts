import type { GuestTexts } from '../guestTexts.ts';

export const join: GuestTexts = {
  title: 'Ku soo dhawow Duken',
  invited: 'Waxaa laguugu casuumay Duken oo la wadaago.',
  lobbyText: 'Hoggaanka qorshuhu wuu ku soo gelin doonaa markaad sheegto cidda aad tahay.',
  text: 'Dhammaantiin waxaad wax ku qortaan isla Duken. Sheeg cidda aad tahay, markaas waad nala joogtaa.',
  viewerText: 'Waad la socon kartaa Duken, laakiin wax kuma qori kartid.',
  interpreterText: 'Adigu waxaad tahay turjubaanka. Waxaad turjunto waxay ag yaallaan warqadaha.',
  name: 'Magacaa?',
  nameHelp: 'Magaca hore ayaa ku filan.',
  nameMissing: 'Qor magac, si dadka kale u ogaadaan cidda aad tahay.',
  who: 'Kumaad tahay halkan?',
  who_citizen: 'Qorshuhu aniga ayuu igu saabsan yahay',
  who_child: 'Waxaan ahay ilmo qoyska ka mid ah',
  who_family: 'Waxaan ahay qoys, saaxiib ama mutadawac',
  who_service: 'Waxaan ka shaqeeyaa adeeg',
  whoMissing: 'Dooro cidda aad tahay, si dadka kale u arkaan cidda ka hadlaysa warqadahaaga.',
  enter: 'Ku biir',
  entering: 'Duken ayaan furaynaa …',
  refusedTitle: 'Linkigani ma shaqeeyo hadda',
  refusedText:
    'Waxaa laga yaabaa in lala noqday, waqtigiisu dhammaaday, ama la koobiyeeyey isagoo aan dhammaystirnayn. Weydii link cusub cidda kugu casuuntay, badanaa hoggaanka qorshaha.',
  noLinkTitle: 'Waxaad u baahan tahay link',
  noLinkText:
    'Biraawsarkani kuma jiro Duken. Fur mar kale linkigii lagu siiyey, ama weydii hoggaanka qorshaha mid cusub.',
  waitingTitle: 'Wax yar sug',
  waitingText: 'Hoggaanka qorshuhu waa inuu ku soo geliyaa. Boggu isagaa furmi doona.',
  notLetInTitle: 'Laguma soo gelin',
  notLetInText: 'Hoggaanka qorshuhu kuma soo gelin Duken. Weydii haddaad u malaynayso inay khalad tahay.',
  goneTitle: 'Duken halkan ma joogo hadda',
  goneText: 'Hoggaanka qorshuhu wuu tirtiri karay, ama biraawsarkani kuma jiro hadda. Weydii hoggaanka qorshaha.',
  outOfReachTitle: 'Ma gaari karno Duken',
  endedTitle: 'Ma gali kartid hadda',
  endedText:
    'Linkigii aad ku soo gashay waa lala noqday, waqtigiisu wuu dhammaaday, ama waa lagaa saaray Duken. Wixii aad qortay weli waxay ku yaallaan Duken. Weydii hoggaanka qorshaha haddaad rabto inaad soo gasho.',
  noCookiesTitle: 'Biraawsarku kuma xasuusto',
  noCookiesText:
    'Biraawsarkaagu ma kaydiyo cookies-ka boggan, markaas ma garanayno cidda aad tahay. U oggolow boggan oo isku day mar kale. Linkigaagu weli wuu shaqeeyaa.',
};
