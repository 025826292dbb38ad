export { layoutFile } from './layoutFile.ts';
export {
  type Cell,
  type ColumnId,
  cellKey,
  cellsOf,
  columnIds,
  inLanguage,
  type LateSheetLanguage,
  type LateSheetNames,
  type SheetLanguage,
  type SheetText,
  sheetLanguages,
  type Template,
  type TemplateColumn,
  type TemplateId,
  type TemplateTheme,
  type ThemeId,
  templateHas,
  withNames,
} from './template.ts';
export {
  findTemplate,
  type Layouts,
  layoutsWith,
  type ShippedTemplateId,
  shippedLayouts,
  templates,
} from './templates.ts';
