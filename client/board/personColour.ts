import type { ParticipantId } from '@duken/shared/board';

/** Colours of people's carets and pointers: white text on each keeps at least 4.5:1, and each stands out on every paper. */
const colours = ['#1d5fa8', '#a8481f', '#2c6e3f', '#6b3fa0', '#9c2f6b', '#0f6674', '#7a5a00', '#8c2f2f'] as const;

/** A participant's colour, by the order in which people came: the same on every screen, and alike only for the ninth. */
export function personColour(participantId: ParticipantId, names: ReadonlyMap<ParticipantId, string>): string {
  const place = [...names.keys()].indexOf(participantId);
  return colours[Math.max(0, place) % colours.length] ?? colours[0];
}
