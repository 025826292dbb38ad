import { lorenskog } from './lorenskog.ts';
import { simple } from './simple.ts';
import type { Template, TemplateId } from './template.ts';

/** The layouts that ship, by id. */
export const templates: Readonly<Record<TemplateId, Template>> = { lorenskog, simple };

/** The template with this id, or undefined when a document names one we do not have. */
export function findTemplate(id: unknown): Template | undefined {
  return typeof id === 'string' && Object.hasOwn(templates, id) ? templates[id as TemplateId] : undefined;
}
