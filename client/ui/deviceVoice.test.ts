import { describe, expect, it } from 'vitest';
import { voiceFor } from './deviceVoice.ts';

const voice = (lang: string, change = {}) => ({ lang, localService: true, default: false, ...change });

describe('the voice that reads a note aloud', () => {
  it('is one for its language, the device’s own choice first', () => {
    const [english, arabic, favourite] = [voice('en-GB'), voice('ar_SA'), voice('ar-EG', { default: true })];
    expect(voiceFor([english, arabic, favourite], 'ar')).toBe(favourite);
    expect(voiceFor([english, arabic], 'ar')).toBe(arabic);
    expect(voiceFor([english], 'ar')).toBeUndefined();
  });

  it('reads bokmål and nynorsk with whichever Norwegian voice there is', () => {
    const norwegian = voice('no-NO');
    expect([voiceFor([norwegian], 'nb'), voiceFor([norwegian], 'nn-NO')]).toEqual([norwegian, norwegian]);
  });

  it('is never one that sends the words away', () => {
    expect(voiceFor([voice('nb-NO', { localService: false })], 'nb')).toBeUndefined();
  });
});
