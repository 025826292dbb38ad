import type { CaseLogReply, LogLineReply } from '@duken/shared/protocol';

/**
 * The log without the names of staff. Of whom an event was, is not known here to be staff or not, so nobody is named there but whoever
 * reads.
 *
 * @param staff ids of those who work for a service, or lead
 */
export function withoutStaff(
  log: CaseLogReply,
  staff: ReadonlySet<string>,
  reader: { readonly id: string; readonly name: string },
): CaseLogReply {
  const hidden = <Of extends { readonly personId: string; readonly name: string }>(of: Of): Of =>
    of.personId !== reader.id && staff.has(of.personId) ? { ...of, name: '' } : of;
  return {
    ...log,
    lines: log.lines.map((line): LogLineReply => {
      const { event } = line;
      const isAnother = 'whom' in event && event.whom !== reader.name;
      return { ...hidden(line), ...(isAnother ? { event: { ...event, whom: '' } } : {}) };
    }),
    people: log.people.map(hidden),
  };
}
