import type { GuestTexts } from '../guestTexts.ts';

/** What whoever the plan is about meets, on the page where they say yes. */
export const planlife: GuestTexts = {
  draft: 'QABYO',
  draftText: 'Qorshuhu waa qabyo. Ma shaqaynayo ilaa qofka uu ku saabsan yahay uu haa yidhaahdo.',
  ownTitle: 'Qorshahaaga',
  dreams: 'Waxa aad ku riyootaan',
  ownDreams: 'Waxa aad ku riyooto',
  whatWeDo: 'Waxa hadda la samaynayo',
  isYours: 'Kaaga',
  questionFor: 'Maxaad ka leedahay “{tiltak}”?',
  'answer-yes': 'Haa',
  'answer-time': 'Waqti baan u baahanahay',
  'answer-no': 'Sax ma aha',
  addLine: 'Ma rabtaa inaad wax kale ku darto? (Qasab ma aha)',
  saveLine: 'Kaydi',
  answerSaved: 'Waa la kaydiyay',
  youSaid: 'Waxaad tidhi: {svar}',
  wholePlan: 'Eeg qorshaha oo dhan',
  approve: 'Haa, waan oggolahay qorshaha',
  approveHint: 'Uma baahnid inaad hadda go’aansato. Qorshuhu waa ku sugayaa.',
  approveTitle: 'Ma oggoshahay qorshaha?',
  approveText: 'Markaad haa tidhaahdo, qorshuhu wuu bilaabmayaa, kuwa ku caawinayana way heli karaan qaybtooda.',
  approveOpen_one: 'Waxaad tidhi hal tallaabo weli ma hagaagsana. Weli way qoran tahay.',
  approveOpen_other: 'Waxaad tidhi {count} tallaabo weli ma hagaagsana. Weli way qoran yihiin.',
  approveChanges: 'Mar walba waxaad codsan kartaa kulan cusub iyo in qorshaha la beddelo.',
  doApprove: 'Haa, waan oggolahay',
  notNow: 'Hadda maya',
  thanks: 'Mahadsanid. Qorshaha waa la oggolaaday.',
  childText:
    'Waxa aad halkan ku tidhaahdo waxaa arkaya hoggaanka qorshaha. Dadka waaweyn ayaa oggolaanaya qorshaha oo dhan.',
  notYours: 'Boggan waxaa leh qofka uu qorshuhu ku saabsan yahay.',
};
