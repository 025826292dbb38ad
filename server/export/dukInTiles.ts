import type { LetterLanguage } from '@duken/shared/letter';
import type { PlanVersion } from '@duken/shared/plan';
import type { TileSize } from '@duken/shared/protocol';
import { type SheetInput, sheetWords, sizes, tileSheet } from '@duken/shared/sheet';
import { outlineOddWords } from './outlineOddWords.ts';
import { pictureSize } from './pictureSize.ts';
import { sheetToSvg, toldOf } from './planToPicture.ts';

/** Width and height of a page, lying, in millimetres (ISO 216). */
const pages: Readonly<Record<TileSize, readonly [width: number, height: number]>> = { a3: [420, 297], a4: [297, 210] };
/** Printers leave some 5 mm white. */
const margin = 9;
const footer = 7;

/** 8 points, the smallest that is read on paper without trouble, as the smallest words on a note: in millimetres for each sheet unit. */
const unit = (8 * 25.4) / 72 / sizes.note.pillFont.size;

const texts = {
  nb: { duk: 'Duken', version: 'versjon', pages: 'Ark {i} av {n}' },
  nn: { duk: 'Duken', version: 'versjon', pages: 'Ark {i} av {n}' },
  en: { duk: 'The duk', version: 'version', pages: 'Sheet {i} of {n}' },
} as const;

/** What tiles.typ sets: the duk of a version in parts, each of which is read on its page. @param mark over all of it, as on a draft; '' for none */
export function dukInTiles(
  { sheet, template, plan, date, version }: PlanVersion,
  { size, language, mark }: { readonly size: TileSize; readonly language: LetterLanguage; readonly mark: string },
): Readonly<Record<string, string>> {
  const [width, height] = pages[size];
  const room = { width: (width - 2 * margin) / unit, height: (height - 2 * margin - footer) / unit };
  const whole: SheetInput = {
    board: sheet,
    template,
    words: sheetWords[language],
    names: new Map(plan.participants.map(({ participantId, name }) => [participantId, name])),
    helpers: new Set(plan.participants.flatMap((one) => (one.hasHelped ? [one.participantId] : []))),
    meeting: { date, present: [] },
    folded: new Set(),
  };
  const tiles = tileSheet(whole, room).map((part) => {
    const picture = outlineOddWords(sheetToSvg(part, language));
    const measured = pictureSize(picture);
    // A note that is higher than a page has all of the page, and smaller words.
    const scale = Math.min(unit, (height - 2 * margin - footer) / measured.height);
    return { picture, width: measured.width * scale, told: toldOf(part, language).description };
  });
  const { duk, version: word, pages: pageWords } = texts[language];
  const { title } = toldOf(whole, language);
  return {
    tiles: JSON.stringify(tiles),
    width: String(width),
    height: String(height),
    margin: String(margin),
    title: [mark, title, duk, `${word} ${version}`].filter(Boolean).join(' · '),
    pages: pageWords,
    lang: language,
  };
}
