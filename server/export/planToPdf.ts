import type { Result } from '@duken/shared/result';
import { type PlanLetterContent, planLetter } from './planLetter.ts';
import type { Renderer, RenderFailure } from './renderer.ts';

/** The plan as a letter in PDF, with the duk as a vector picture on its last page. */
export function planToPdf(
  renderer: Pick<Renderer, 'render'>,
  content: PlanLetterContent,
): Promise<Result<Uint8Array, RenderFailure>> {
  return renderer.render({
    kind: 'pdf',
    letter: JSON.stringify(planLetter(content)),
    picture: content.picture,
    // The moment of the freeze, not of the download: the same version gives the same bytes.
    createdAt: Math.floor(content.version.frozenAt / 1000),
  });
}
