import type { LostPerson } from '@duken/shared/meeting';
import { useEffect, useMemo, useState } from 'react';
import type { BoardSession } from '../session/index.ts';
import { nobodySeen, seePeople } from './lostPeople.ts';

/** A lift, a reload and a server that starts anew are over before anybody is told, in ms. */
const briefMs = 8_000;

/** Who has fallen off the line while this page was open, once it is more than a moment. */
export function useLostPeople(session: BoardSession, people: Parameters<typeof seePeople>[1]): readonly LostPerson[] {
  const [seen, setSeen] = useState(nobodySeen);
  const [now, setNow] = useState(0);
  useEffect(() => {
    setSeen((before) => seePeople(before, people, (id) => session.presence.hasLeft(id), Date.now()));
  }, [session, people]);
  useEffect(() => {
    const [next] = seen.lost.map(({ since }) => since + briefMs).filter((at) => at > now);
    if (next === undefined) return;
    const timer = setTimeout(() => setNow(next), Math.max(0, next - Date.now()));
    return () => clearTimeout(timer);
  }, [seen, now]);
  return useMemo(() => seen.lost.filter(({ since }) => since + briefMs <= now), [seen, now]);
}
