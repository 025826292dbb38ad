import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font } from 'harfbuzzjs';

const require = createRequire(import.meta.url);

/**
 * The fonts that documents and pictures are set in, as TrueType files in the order they are asked: Latin and Cyrillic
 * first, then Arabic, Ethiopic (Tigrinya), and emoji in one colour. IBM Plex Sans Arabic and not Noto: the latter's text
 * comes out garbled when it is copied from a PDF. Weights are the ones used: 400 for words, 600 for headings, 700 for the
 * title.
 */
export const fontFiles: readonly string[] = [
  require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
  require.resolve('@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-ethiopic/600SemiBold/NotoSansEthiopic_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
];

/** The same for drawing: only these, whatever the machine has. */
export const resvgFonts = {
  loadSystemFonts: false,
  fontFiles: [...fontFiles],
  defaultFontFamily: 'Inter',
  sansSerifFamily: 'Inter',
};

export type LetterWeight = 'regular' | 'semibold';

/** A font that words can be shaped with. */
export interface ShapingFont {
  readonly font: Font;
  readonly unitsPerEm: number;
  /** Code points it has a letter for. */
  readonly letters: ReadonlySet<number>;
}

const fileOfWeight: Readonly<Record<LetterWeight, RegExp>> = {
  regular: /_400Regular/,
  semibold: /_600SemiBold|NotoEmoji/,
};
const opened = new Map<LetterWeight, readonly ShapingFont[]>();

/** The fonts of a weight, opened for shaping, in the order they are asked. */
export function shapingFonts(weight: LetterWeight): readonly ShapingFont[] {
  const known = opened.get(weight);
  if (known) return known;
  const fonts = fontFiles
    .filter((file) => fileOfWeight[weight].test(file))
    .map((file): ShapingFont => {
      const face = new Face(new Blob(readFileSync(file)));
      return { font: new Font(face), unitsPerEm: face.upem, letters: new Set(face.collectUnicodes()) };
    });
  opened.set(weight, fonts);
  return fonts;
}
