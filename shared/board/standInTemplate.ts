import * as Y from 'yjs';
import { columnIds, type Template, type TemplateTheme, templates } from '../template/index.ts';

/**
 * A layout for a document whose own is not to be had: every column, and every theme that something lies under, by the name we
 * know or by its id. Such a board is for reading only, but it is never shown empty.
 */
export function standInTemplate(doc: Y.Doc, templateId: string): Template {
  const known = new Map(Object.values(templates).flatMap(({ themes }) => themes.map((theme) => [theme.id, theme])));
  const themes = new Set<string>();
  for (const map of ['notes', 'strokes'])
    for (const entry of doc.getMap(map).values()) {
      const theme = entry instanceof Y.Map ? entry.get('theme') : (entry as { theme?: unknown } | null)?.theme;
      if (typeof theme === 'string' && theme !== '' && themes.size < maxStandInThemes) themes.add(theme);
    }
  return {
    ...templates.lorenskog,
    id: templateId,
    columns: columnIds.flatMap((id) =>
      templates.lorenskog.columns
        .filter((column) => column.id === id)
        .map((column) => ({ ...column, themes: 'oneOrNone' })),
    ),
    themes: [...themes].sort().map((id) => known.get(id) ?? namedById(id)),
  };
}

/** Only a foreign program names more; what lies under them is counted as left out. */
const maxStandInThemes = 100;

function namedById(id: string): TemplateTheme {
  return { id, name: { nb: id, nn: id, en: id }, icon: '' };
}
