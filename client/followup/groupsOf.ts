import { type FollowUpGroup, followUpGroups } from '@duken/shared/followUp';
import type { FollowUpReply } from '@duken/shared/protocol';

export type WeekItem = FollowUpReply['items'][number];

/** The lines as they are shown: group by group, each that has any. */
export function groupsOf(
  items: readonly WeekItem[],
): readonly { readonly group: FollowUpGroup; readonly items: readonly WeekItem[] }[] {
  return followUpGroups
    .map((group) => ({ group, items: items.filter((item) => item.group === group) }))
    .filter((found) => found.items.length > 0);
}
