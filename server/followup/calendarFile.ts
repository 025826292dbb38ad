import { type Day, dayAfter } from '@duken/shared/board';
import type { CalendarEvent } from '@duken/shared/followUp';
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

/** All that a calendar says of a day, beside a link: nothing of the case, nor whose it is. */
export interface CalendarWords {
  readonly deadline: string;
  readonly meeting: string;
}

const wordsIn: Readonly<Record<string, CalendarWords>> = {
  nb: { deadline: 'Du har noe å svare på i Duken', meeting: 'Møte i Duken' },
  nn: { deadline: 'Du har noko å svare på i Duken', meeting: 'Møte i Duken' },
  en: { deadline: 'You have something to answer in Duken', meeting: 'Meeting in Duken' },
};

/** In the language of whose calendar it is, as far as we have it. */
export function calendarWords(language: string | undefined): CalendarWords {
  return wordsIn[language?.slice(0, 2) ?? 'nb'] ?? (wordsIn.nb as CalendarWords);
}

/** Told nine o'clock on the day before, in seconds ahead of the midnight that a whole day begins at. */
const alarmBeforeS = 15 * 60 * 60;

export interface CalendarContent {
  readonly words: CalendarWords;
  /** Where people reach us: links lead to pages there that open nothing by themselves. */
  readonly origin: string;
  readonly deadlines: readonly CalendarEvent[];
  readonly meetings: readonly CalendarEvent[];
}

/** A calendar as a file (RFC 5545): whole days, which are the same in every time zone and at every change of clocks. */
export function calendarFile({ words, origin, deadlines, meetings }: CalendarContent): string {
  const calendar = ical({
    name: 'Duken',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Duken', product: 'Duken', language: 'NO' },
  });
  const lay = (events: readonly CalendarEvent[], summary: string, url: string, transparency: ICalEventTransparency) => {
    for (const { uid, day, isCancelled, sequence, changedAt } of events) {
      const event = calendar.createEvent({
        id: `${uid}@duken`,
        sequence,
        stamp: new Date(changedAt),
        lastModified: new Date(changedAt),
        start: midnight(day),
        // The end of a whole day is the day after.
        end: midnight(dayAfter(day, { days: 1 })),
        allDay: true,
        summary,
        description: url,
        url,
        transparency,
        status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      });
      if (!isCancelled)
        event.createAlarm({ type: ICalAlarmType.display, triggerBefore: alarmBeforeS, description: summary });
    }
  };
  // A deadline takes nobody's day.
  lay(deadlines, words.deadline, `${origin}/svar`, ICalEventTransparency.TRANSPARENT);
  lay(meetings, words.meeting, `${origin}/`, ICalEventTransparency.OPAQUE);
  return `${calendar.toString()}\r\n`;
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
