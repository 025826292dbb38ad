import { type Note, noTranslations, ownLanguage, type Translations, translationFor } from '@duken/shared/board';
import { createContext, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import type { BoardSession } from '../../session/index.ts';
import { type Language, useLanguage } from '../../texts/index.ts';

/** What a reader is shown in the place of a note's own words. */
export interface TranslatedWords {
  readonly text: string;
  readonly lang: string;
  /** The note's own words were changed since: *må ses på*. */
  readonly isChanged: boolean;
}

export interface Reading {
  readonly translations: Translations;
  /** The language that one reads the notes in; '' for each in its own. */
  readonly reads: string;
  readonly read: (language: string) => void;
  readonly wordsFor: (note: Note) => TranslatedWords | undefined;
}

const asWritten: Reading = {
  translations: noTranslations,
  reads: '',
  read: () => undefined,
  wordsFor: () => undefined,
};

/** How the notes are read here, for everything inside it. */
export const ReadingContext = createContext<Reading>(asWritten);

export function useReadingHere(): Reading {
  return useContext(ReadingContext);
}

/** @param isInterpreted whether somebody interprets at this duk; else there is nothing to ask for */
export function useReading(session: BoardSession | undefined, isInterpreted: boolean): Reading {
  const language = useLanguage();
  const [chosen, read] = useState<string>();
  const translations = useSyncExternalStore(session?.subscribe ?? neverChanges, () =>
    session && isInterpreted ? session.openTranslations().translations() : noTranslations,
  );
  const reads = chosen ?? readBy(language);
  return useMemo(
    (): Reading => ({
      translations,
      reads,
      read,
      wordsFor(note) {
        const found = reads === '' ? undefined : translationFor(note, translations, reads);
        return found && { ...found, lang: reads };
      },
    }),
    [translations, reads],
  );
}

/** Whoever reads nynorsk reads what was put into bokmål. */
function readBy(language: Language): string {
  return language === 'nn' ? ownLanguage : language;
}

const neverChanges = () => () => undefined;
