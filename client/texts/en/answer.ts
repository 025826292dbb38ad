import type { answer as nb } from '../nb/answer.ts';
import type { TextsLike } from '../textsLike.ts';

export const answer = {
  title: 'This is what you said yes to',
  lead: 'How is it going? One tap is enough.',
  nothing: 'You have nothing to answer now.',
  due: 'Due {dato}',
  noDue: 'No date',
  done: 'Done',
  started: 'Under way',
  help: 'Need help',
  more: 'Write something, or propose another day',
  line: 'Something you want to say',
  lineHelp: 'Only whoever leads the meetings reads it. Write no names.',
  lineTooLong: 'Use 200 characters at most.',
  date: 'I will rather manage it by',
  dateHelp: 'The date is moved only when the leader says yes.',
  send: 'Send',
  thanks_done: 'Thank you! It is noted as done.',
  thanks_started: 'Thank you! It is noted that you are under way.',
  thanks_help:
    'Thank you for telling. Whoever leads the meetings is told now. The next meeting is only shown that somebody needs help.',
  change: 'You can change the answer until {dato}.',
  yours_done: 'You answered: done',
  yours_started: 'You answered: under way',
  yours_help: 'You answered: need help',
  proposed: 'You proposed {dato}.',
  brokenTitle: 'The link does not work',
  brokenText: 'It may be wrong, withdrawn or expired. Ask whoever sent it for a new one.',
  answersTo: 'Answer to: {tekst}',
  noSecretText: 'Open the link you were sent. From then on this address brings you straight here.',
  calendar: 'Have the days in your calendar',
  calendarText:
    'The calendar says only that you have something to answer, or that there is a meeting, and on which day. It has no names, and the link opens nothing else.',
  calendarMake: 'Make a calendar link',
  calendarLink: 'Your calendar link',
  calendarMade:
    'Paste it where your calendar adds one from the web. It is shown only now, and works until {dato}. Do not share it.',
  calendarDownload: 'Download as a file',
  calendarWithdraw: 'Withdraw the calendar links',
  calendarWithdrawn: 'The calendar links do not work any more.',
} as const satisfies TextsLike<typeof nb>;
