import { markIdOf, type PaperCode, type PaperPlace, paperSheet } from '@duken/shared/paper';
import { breakLines, type Font, type Piece, sheetWords, textPieces } from '@duken/shared/sheet';
import type { SheetLanguage, Template } from '@duken/shared/template';
import aruco from 'js-aruco2';
import { fontFamily, pieceToSvg } from './planToPicture.ts';

const ink = '#22302f';
/** So light that a photograph of it is not taken for writing. */
const line = '#d8d2c6';

/** Papers as they are sold, so that whoever looks for one finds it; each is read by its hue. */
const key = [
  { voices: ['citizen'], fill: '#ffe169' },
  { voices: ['child'], fill: '#ffb68a' },
  { voices: ['family', 'network'], fill: '#b5dd96' },
  { voices: ['service'], fill: '#a5cdf0' },
] as const;

const sheetWord = { nb: 'Ark', nn: 'Ark', en: 'Sheet' } as const;

const dictionary = new aruco.AR.Dictionary('ARUCO_MIP_36h12');

/** The empty duk as SVG, for paper: nothing of it says whose it is but a number in its marks. */
export function drawPaper(template: Template, code: PaperCode, language: SheetLanguage): string {
  const words = sheetWords[language];
  const sheet = paperSheet(template, words);
  const icons = new Map(template.themes.map(({ id, icon }) => [id, icon]));
  const pieces: Piece[] = [
    { kind: 'box', x: 0, y: 0, width: sheet.width, height: sheet.height, fill: '#ffffff' },
    ...sheet.cells.map(
      ({ x, y, width, height }): Piece => ({
        kind: 'box',
        ...{ x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 },
        fill: '#ffffff',
        stroke: line,
        strokeWidth: 1,
      }),
    ),
    ...sheet.headings.flatMap((heading) => textIn(heading, heading.text, { size: 17, weight: 'semibold' }, 19)),
    ...sheet.labels.flatMap((label): Piece[] => {
      const icon = icons.get(label.theme);
      const font = { size: 13, weight: 'semibold' } as const;
      if (!icon) return textIn(label, label.text, font, 16);
      const size = 20;
      return [
        {
          kind: 'path',
          x: label.x + 4,
          y: label.y + (label.height - size) / 2,
          scale: size / 24,
          d: icon,
          stroke: ink,
          strokeWidth: 1.6,
        },
        ...textIn({ ...label, x: label.x + size + 5, width: label.width - size - 5 }, label.text, font, 16),
      ];
    }),
    ...key.flatMap(({ voices, fill }, at): Piece[] => {
      const x = sheet.key.x + at * 230;
      const text = voices.map((voice) => words.voice[voice]).join(', ');
      return [
        { kind: 'box', x, y: sheet.key.y + 6, width: 16, height: 16, fill },
        ...textIn(
          { ...sheet.key, x: x + 20, y: sheet.key.y + 4, height: 20, width: 200 },
          text,
          { size: 14, weight: 'regular' },
          20,
        ),
      ];
    }),
    ...textIn(
      { ...sheet.key, x: sheet.key.x + 1100, y: sheet.key.y + 4, height: 20, width: 150 },
      `${sheetWord[language]} ${code.sheet}`,
      { size: 14, weight: 'regular' },
      20,
    ),
    ...sheet.marks.map((mark): Piece => {
      const { x, y, width } = mark;
      const id = markIdOf(mark, code);
      const squares = [...(dictionary.codeList[id] ?? [])].map((bit, at) =>
        // Black squares inside the black rim; white is what is left.
        bit === '1' ? '' : `M${(at % 6) + 1} ${Math.floor(at / 6) + 1}h1v1h-1z`,
      );
      return {
        kind: 'path',
        x,
        y,
        scale: width / 8,
        d: `M0 0h8v8h-8zM1 1v6h6v-6z${squares.join('')}`,
        fill: '#000000',
      };
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}" width="${sheet.width}" height="${sheet.height}" lang="${language}" xml:lang="${language}" xml:space="preserve" font-family="${fontFamily.replaceAll('"', '&quot;')}" font-kerning="none">`,
    ...pieces.map(pieceToSvg),
    '</svg>\n',
  ].join('\n');
}

/** Words in the middle of a place's height; what is too long for it goes on below. */
function textIn(place: PaperPlace, text: string, font: Font, lineHeight: number): Piece[] {
  const lines = breakLines(text, place.width - 6, font);
  const top = place.y + (place.height - lines.length * lineHeight) / 2;
  return textPieces(lines, place.x + 3, top, place.width, lineHeight, font, ink);
}
