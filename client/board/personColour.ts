/** Colours of people's carets and pointers: white text on each keeps at least 4.5:1, and each stands out on every paper. */
const colours = ['#a8481f', '#1d5fa8', '#6b3fa0', '#9c2f6b', '#2c6e3f', '#7a5a00', '#8c2f2f', '#0f6674'] as const;

/** A participant's colour: the same on every screen. */
export function personColour(participantId: string): string {
  let sum = 0;
  for (let index = 0; index < participantId.length; index += 1)
    sum = (sum * 31 + participantId.charCodeAt(index)) >>> 0;
  return colours[sum % colours.length] ?? colours[0];
}
