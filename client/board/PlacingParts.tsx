import type { Voice } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';
import type { ReactNode, RefObject } from 'react';
import type { Viewport } from '../canvas/index.ts';
import { CarriedNote } from './CarriedNote.tsx';
import { PastedListDialog } from './PastedListDialog.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import type { Placing } from './usePlacing.ts';

interface PlacingPartsProps {
  readonly placing: Placing;
  readonly template: Template;
  readonly voice: Voice;
  readonly viewport: Viewport;
  readonly surface: RefObject<HTMLElement | null>;
}

const noItems: readonly string[] = [];

/** What is in the hand, and what is asked about it. */
export function PlacingParts({ placing, template, voice, viewport, surface }: PlacingPartsProps): ReactNode {
  const { carried, letGo, pasted } = placing;
  return (
    <>
      {carried && <CarriedNote {...{ carried, voice, viewport, surface }} onLetGo={letGo} />}
      <PlaceDialog
        template={template}
        open={placing.asksWhere}
        onPlace={placing.answerWhere}
        onClose={() => placing.answerWhere(undefined)}
      />
      <PastedListDialog
        items={pasted?.items ?? noItems}
        onOneEach={() => placing.layPasted(pasted?.items ?? noItems)}
        onOneNote={() => placing.layPasted(pasted ? [pasted.text.trim()] : noItems)}
        onClose={() => placing.setPasted(undefined)}
      />
    </>
  );
}
