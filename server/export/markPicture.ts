import { pictureSize } from './pictureSize.ts';

/** The band above the picture, in sheet units, and the words in it: read also when the picture is one on a page of many. */
const bandHeight = 72;
const fontSize = 40;
const inset = 28;

/**
 * A picture of the duk that says over itself what it is. The picture lies in it as it was drawn.
 * @param mark in capitals, without signs of XML
 */
export function markPicture(picture: string, mark: string): string {
  if (mark === '') return picture;
  const { width, height } = pictureSize(picture);
  const whole = `0 0 ${width} ${height + bandHeight}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${whole}" width="${width}" height="${height + bandHeight}" role="img" aria-labelledby="duk-mark duk-title duk-desc">`,
    `<title id="duk-mark">${mark}</title>`,
    `<text x="${inset}" y="${bandHeight - 22}" font-family="Inter, Arial, sans-serif" font-size="${fontSize}" font-weight="600" letter-spacing="4" fill="#8a2f1d">${mark}</text>`,
    picture.replace('<svg ', `<svg x="0" y="${bandHeight}" `).trimEnd(),
    '</svg>\n',
  ].join('\n');
}
