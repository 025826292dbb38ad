import { icons } from './icons.ts';
import { lorenskog } from './lorenskog.ts';
import type { Template, TemplateColumn } from './template.ts';

const columnsWithThemes = lorenskog.columns
  .filter(({ id }) => id !== 'dream')
  .map((column): TemplateColumn => ({ ...column, themes: column.place === 'today' ? 'oneOrNone' : 'one' }));

/**
 * The simpler layout for those who find ten themes too many (domain.md): six parts of life, and the seventh, the dreams,
 * as one wide band below them. That the dreams are a band and not a row is our reading.
 */
export const simple: Template = {
  id: 'simple',
  name: { nb: 'Enkel, seks temaer og drømmer', nn: 'Enkel, seks tema og draumar', en: 'Simple, six themes and dreams' },
  columns: [
    ...columnsWithThemes,
    {
      id: 'dream',
      heading: { nb: 'Det jeg drømmer om', nn: 'Det eg drøymer om', en: 'What I dream of' },
      place: 'band',
      themes: 'none',
    },
  ],
  themes: [
    { id: 'housing', name: { nb: 'Bolig', nn: 'Bustad', en: 'Home' }, icon: icons.house },
    { id: 'economy', name: { nb: 'Økonomi', nn: 'Økonomi', en: 'Economy' }, icon: icons.banknote },
    { id: 'health', name: { nb: 'Helse', nn: 'Helse', en: 'Health' }, icon: icons.heart },
    { id: 'network', name: { nb: 'Nettverk', nn: 'Nettverk', en: 'Network' }, icon: icons.people },
    { id: 'work-school', name: { nb: 'Jobb/skole', nn: 'Jobb/skule', en: 'Work/school' }, icon: icons.briefcase },
    { id: 'leisure', name: { nb: 'Fritid', nn: 'Fritid', en: 'Leisure' }, icon: icons.ball },
  ],
};
