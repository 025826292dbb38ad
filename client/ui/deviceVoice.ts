/** A voice that a browser can read with. */
export interface DeviceVoice {
  /** A language tag, on some devices with `_`. */
  readonly lang: string;
  /** Whether the words stay on the device; others are read by somebody's server. */
  readonly localService: boolean;
  readonly default: boolean;
}

/** Written Norwegian has two tags, and one that is for both. */
const norwegian: readonly string[] = ['nb', 'nn', 'no'];

/** The device's own voice for a language. Words of a duk are never sent to anybody to be read. */
export function voiceFor<Voice extends DeviceVoice>(voices: readonly Voice[], language: string): Voice | undefined {
  const first = (tag: string): string => tag.toLowerCase().split(/[-_]/, 1)[0] ?? tag;
  const wanted = norwegian.includes(first(language)) ? norwegian : [first(language)];
  const own = voices.filter(({ lang, localService }) => localService && wanted.includes(first(lang)));
  return own.find((voice) => voice.default) ?? own[0];
}
