import { z } from 'zod';
import { icons } from './icons.ts';
import { columnIds, type SheetText, type Template } from './template.ts';
import { templates } from './templates.ts';

/** Most themes a sheet has room for: twice what any sheet we know of has. */
const maxThemes = 20;
const iconNames = Object.keys(icons) as (keyof typeof icons)[];

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens, and begin with a letter');
const words = z
  .string()
  .trim()
  .min(1, 'must say something')
  .max(60, 'must be at most 60 letters')
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line');
/** What is said in bokmål alone is said so in the other languages too. */
const text = z
  .strictObject({ nb: words, nn: words.optional(), en: words.optional() })
  .transform(({ nb, nn = nb, en = nb }): SheetText => ({ nb, nn, en }));

const column = z.strictObject({
  id: z.enum(columnIds),
  heading: text,
  place: z.enum(['today', 'ahead', 'band']),
  themes: z.enum(['one', 'oneOrNone', 'none']),
  horizon: z.enum(['short', 'long']).exactOptional(),
});
const theme = z.strictObject({
  id: id.refine((theme) => theme !== 'overall', 'cannot be overall, which is the journey as a whole'),
  name: text,
  icon: z.enum(iconNames).transform((name): string => icons[name]),
});

const places = ['today', 'ahead', 'band'] as const;

/** One layout as an operator writes it in a file: like those that ship, with icons by name. */
export const layoutFile = z
  .strictObject({
    id: id.refine((own) => !Object.hasOwn(templates, own), 'is the id of a layout that ships'),
    name: text,
    columns: z.array(column).min(1),
    themes: z.array(theme).min(1).max(maxThemes),
  })
  .superRefine((layout, context) => {
    const fault = (path: readonly (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path: [...path], message });
    layout.columns.forEach(({ id, place, themes, horizon }, at) => {
      const before = layout.columns[at - 1];
      if (layout.columns.findIndex((other) => other.id === id) < at) fault(['columns', at, 'id'], 'stands here twice');
      else if (before && columnIds.indexOf(before.id) > columnIds.indexOf(id))
        fault(['columns', at, 'id'], `must come before ${before.id}: columns stand as ${columnIds.join(', ')}`);
      if (before && places.indexOf(before.place) > places.indexOf(place))
        fault(['columns', at, 'place'], 'must stand as on the sheet: first today, then ahead, last a band');
      if (before?.place === 'band' && place === 'band') fault(['columns', at, 'place'], 'there is room for one band');
      if (place === 'band' && themes !== 'none') fault(['columns', at, 'themes'], 'must be none in a band');
      if (place !== 'band' && themes === 'none') fault(['columns', at, 'themes'], 'can be none only in a band');
      if (horizon && horizon !== id) fault(['columns', at, 'horizon'], 'belongs to the column of the same name');
    });
    if (!layout.columns.some(({ id }) => id === 'now')) fault(['columns'], 'must have the column now: what is done');
    layout.themes.forEach((theme, at) => {
      if (layout.themes.findIndex((other) => other.id === theme.id) < at)
        fault(['themes', at, 'id'], 'stands here twice');
    });
  }) satisfies z.ZodType<Template>;
