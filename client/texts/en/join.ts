import type { join as nb } from '../nb/join.ts';
import type { TextsLike } from '../textsLike.ts';

export const join = {
  title: 'Welcome to the duk',
  invited: 'You are invited to a duk.',
  lobbyText: 'The leader lets you in when you have said who you are.',
  text: 'You all write on the same duk. Say who you are, and you are in.',
  viewerText: 'You can follow along on the duk, but not write on it.',
  interpreterText: 'You are the interpreter. What you translate stands beside the notes.',
  leaderLink: 'This is a leader link.',
  leaderText: 'It is for you who lead the meeting. If you are not the leader, ask for a link of your own.',
  name: 'What is your name?',
  nameHelp: 'Your first name is enough.',
  nameMissing: 'Write a name, so that the others know who you are.',
  who: 'Who are you here?',
  who_citizen: 'The plan is about me',
  who_child: 'I am a child in the family',
  who_family: 'I am family, a friend or a volunteer',
  who_service: 'I work in a service',
  whoMissing: 'Choose who you are, so that the others see who speaks on your notes.',
  enter: 'Come in',
  entering: 'Opening the duk …',
  refusedTitle: 'This link no longer works',
  refusedText:
    'It may have been withdrawn, have expired, or been copied without its end. Ask whoever invited you, usually the investment leader, for a new link.',
  noLinkTitle: 'You need a link',
  noLinkText:
    'This browser is not at this duk. Open the link you were given once more, or ask the investment leader for a new one.',
  waitingTitle: 'Just a moment',
  waitingText: 'The investment leader must let you in. The page opens by itself.',
  notLetInTitle: 'You were not let in',
  notLetInText: 'The leader did not let you in to the duk. Ask the leader if you think that is wrong.',
  goneTitle: 'The duk is not here any more',
  goneText:
    'The investment leader may have deleted the duk, or this browser is no longer in. Ask the investment leader if you wonder.',
  outOfReachTitle: 'We cannot reach the duk',
  endedTitle: 'You no longer have access',
  endedText:
    'The link you came in by was withdrawn or has expired, or you were taken off the duk. What you wrote is still on the duk. Ask the investment leader if you want to come back in.',
  notInConsentTitle: 'The consent does not cover your service now',
  notInConsentText:
    'Your service is on the duk by a consent to share, which has been withdrawn, has run out or does not name it. What you wrote is still on the duk. Ask whoever leads the meetings if you think this is wrong.',
  noCookiesTitle: 'The browser does not remember you',
  noCookiesText:
    'Your browser keeps no cookies from this site, so we do not know who you are from one click to the next. Allow them for this site, and try again. Your link still works.',
} as const satisfies TextsLike<typeof nb>;
