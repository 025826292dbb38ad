import type { sharing as nb } from '../nb/sharing.ts';
import type { TextsLike } from '../textsLike.ts';

export const sharing: TextsLike<typeof nb> = {
  sharesAll: '{tjenester} can see what is written here until {dag}.',
  sharesThemes: '{tjenester} can see {temaer} until {dag}. While they are in, they see the whole duk.',
  sharesNobody: 'No service has consent to see what is written here now.',
  endsSoon: 'The consent for {tjenester} runs out on {dag}.',
  see: 'See the consents',
  menu: 'Consent to share',
  log: 'Who has looked',
  timeline: 'Time line',
  paper: 'Paper and pen',
  contacts: 'Contact log',
  team: 'The team',
  ownStory: 'My story',
  stories: 'Stories',
  leave: 'Leave the duk',
};
