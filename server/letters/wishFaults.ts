import type { ThemeId } from '@duken/shared/template';

/** What a version has that a letter can be asked to hold. */
export interface LetterChoices {
  readonly themes: readonly ThemeId[];
  /** Ids of the dreams. */
  readonly dreams: readonly string[];
}

export interface LetterChoice {
  readonly themes?: string | undefined;
  readonly dream?: string | undefined;
}

/** The themes of an address, which names them with commas between. */
export function themesIn(named: string | undefined): readonly ThemeId[] | undefined {
  return named === undefined ? undefined : named.split(',').filter((theme) => theme !== '');
}

/** What is asked for and not there, with what is there. What was sent is not said. */
export function wishFaults(
  { themes, dream }: LetterChoice,
  known: LetterChoices,
): readonly { readonly pointer: string; readonly detail: string }[] {
  const isUnknown = (themesIn(themes) ?? []).some((theme) => !known.themes.includes(theme));
  return [
    ...(isUnknown ? [{ pointer: '/themes', detail: `I adressen: Må være blant: ${known.themes.join(', ')}.` }] : []),
    ...(dream !== undefined && !known.dreams.includes(dream)
      ? [{ pointer: '/dream', detail: `I adressen: Må være en av: ${known.dreams.join(', ')}.` }]
      : []),
  ];
}
