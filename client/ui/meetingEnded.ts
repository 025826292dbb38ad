import { useHistoryState } from 'wouter/use-browser-location';

/** Goes with the address that one comes to when a meeting was frozen: on that screen, and not when one comes back later. */
export const meetingEnded = { hasMeetingEnded: true } as const;

/** Whether this screen has come here because a meeting was frozen on it. */
export function useMeetingEnded(): boolean {
  return useHistoryState<typeof meetingEnded | null>()?.hasMeetingEnded === true;
}
