import { lorenskog } from './lorenskog.ts';
import { simple } from './simple.ts';
import type { Template, TemplateId } from './template.ts';

/** The layouts that ship, by id. */
export const templates = { lorenskog, simple } as const satisfies Readonly<Record<string, Template>>;
export type ShippedTemplateId = keyof typeof templates;

/** The layouts that boards can be made with, in the order they are offered. */
export type Layouts = ReadonlyMap<TemplateId, Template>;

export const shippedLayouts: Layouts = layoutsWith([]);

/** Those that ship, and an operator's own. */
export function layoutsWith(own: readonly Template[]): Layouts {
  return new Map([...Object.values(templates), ...own].map((template) => [template.id, template]));
}

/** The template with this id, or undefined when a document names one we do not have. */
export function findTemplate(id: unknown, layouts: Layouts = shippedLayouts): Template | undefined {
  return typeof id === 'string' ? layouts.get(id) : undefined;
}
