import type { Person } from './person.ts';

/** Why somebody cannot write for another: that one has not the child's voice; or they have it themselves, as the child does. */
export type HelperFault = 'noChildsVoice' | 'helperIsChild';

/** Whether the child's voice is somebody's own. Whoever leads writes in all others' voices, and never in that one. */
export function isChild({ voices }: Pick<Person, 'voices'>, isLeader: boolean): boolean {
  return !isLeader && voices.includes('child');
}

/** What stands in the way of one person writing for another. A child is helped by one who is no child. */
export function helperFault(child: Pick<Person, 'voices'>, helper: Pick<Person, 'voices'>): HelperFault | undefined {
  if (!child.voices.includes('child')) return 'noChildsVoice';
  return helper.voices.includes('child') ? 'helperIsChild' : undefined;
}
