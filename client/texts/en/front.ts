import type { front as nb } from '../nb/front.ts';
import type { TextsLike } from '../textsLike.ts';

export const front = {
  title: 'Duken',
  lead: 'The duk is the large sheet in the middle of the table, where everyone writes at once: you, those close to you and the services that help.',
  text: 'You begin with what matters to you, and go home with a plan that everyone has helped to make.',
  newBoard: 'New duk',
  seeExample: 'See an example',
  exampleTitle: 'See an example',
  exampleText:
    'Invented cases, laid out on the duk. You get a copy of your own, and can try everything without breaking anything.',
  exampleMaking: 'Laying out the duk …',
  exampleYou: 'You are {navn}, who leads the meeting.',
  exampleOpen: 'Open the duk',
  'demo-eirin': 'Eirin',
  'demo-eirinText':
    '22, draws every day and lives on her aunt Gro’s sofa. Three meetings on the way to a key of her own.',
  'demo-sander': 'Sander and his family',
  'demo-sanderText':
    '9, speaks with his eyes and a talker, and loves water. Two meetings with the whole team around him.',
  'demo-selam-dawit': 'Selam, Dawit, Liya and Noah',
  'demo-selam-dawitText':
    'A family of four dreaming of a kitchen garden, a goalkeepers’ camp and an aquarium. Three meetings, with an interpreter.',
  myBoards: 'Your duks',
  noBoards: 'Duks you make or are invited to lie here the next time you open this page in this browser.',
  versions_one: '{count} plan version',
  versions_other: '{count} plan versions',
  noVersions: 'No plan yet',
  made: 'made {dato}',
  newTitle: 'A new duk',
  boardTitle: 'What shall the duk be called?',
  boardTitleHelp: 'For instance “Eirin’s plan”.',
  boardTitleMissing: 'Give the duk a name, so that you know it again.',
  layout: 'Layout',
  'layout-lorenskog': 'All of life',
  'layout-lorenskogText': 'Ten themes, from work to network',
  'layout-simple': 'Simple',
  'layout-simpleText': 'Six themes, and the dreams below',
  make: 'Make the duk',
  making: 'Making the duk …',
  madeTitle: 'The duk is ready',
  madeText:
    'This is your own link as investment leader. Keep it, it is your key: it makes you the leader on another machine, or if the browser forgets you.',
  madeWarning: 'Do not share it. The others get a link of their own from “Invite” on the duk.',
  leaderLink: 'Your leader link',
  goToBoard: 'Go to the duk',
  heading: 'Everyone round one cloth',
  exampleOpenNamed: 'Open the duk: {navn}',
  yourName: 'What is your name?',
  yourNameHelp: 'You will be the investment leader of this duk.',
  yourNameMissing: 'Write your name, so that the others see who leads the meeting.',
} as const satisfies TextsLike<typeof nb>;
