import type { FunctionComponent } from 'react';
import { fetchTexts, type LateTopic } from '../texts/index.ts';
import type { Part } from '../ui/index.ts';

type PropsOf<Component> = Component extends (props: infer Props) => unknown ? Props : never;

/**
 * A part of the pages that comes when it is first shown, and the texts that it speaks with.
 *
 * @param load fetches its folder
 * @param name what the folder calls it
 */
export function latePart<Folder, Name extends keyof Folder>(
  load: () => Promise<Folder>,
  name: Name,
  ...topics: readonly LateTopic[]
): Part<PropsOf<Folder[Name]>> {
  return {
    load: async () => {
      const [folder] = await Promise.all([load(), ...topics.map(fetchTexts)]);
      return folder[name] as FunctionComponent<PropsOf<Folder[Name]>>;
    },
  };
}
