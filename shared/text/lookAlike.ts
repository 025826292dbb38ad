/** Cyrillic and Greek letters, and digits, that are drawn as a Latin letter is (from UTS #39, confusables.txt). */
const twins: Readonly<Record<string, string>> = {
  ...pairs('аӓ:a вʙ:b с:c ԁ:d е:e ѐ:e һ:h н:h і:i ї:i ј:j к:k м:m п:n о:o р:p ԛ:q г:r ѕ:s т:t у:y ѵ:v ԝ:w х:x з:3'),
  ...pairs('α:a β:b ε:e η:n ι:i κ:k ν:v ο:o ρ:p τ:t υ:y χ:x ω:w ϲ:c ϳ:j'),
  ...pairs('0:o 1:l |:l ı:i ɑ:a ɡ:g ł:l ø:o đ:d ß:b'),
};

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(
    list.split(' ').flatMap((pair) => {
      const [letters = '', latin = ''] = pair.split(':');
      return [...letters].map((letter) => [letter, latin]);
    }),
  );
}

/**
 * What is left of a name when all is taken away that a tired reader would not tell apart: case, accents, spaces, and the
 * alphabet that a letter is from. Only to be compared, never shown.
 */
function nameSkeleton(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}|]/gu, '');
  // A small i and a small l are told apart by a dot that small screens lose.
  return [...letters]
    .map((letter) => twins[letter] ?? letter)
    .join('')
    .replace(/i/g, 'l');
}

/** Whether two names could be taken for each other at the table; the same name is too. */
export function looksLike(name: string, other: string): boolean {
  const skeleton = nameSkeleton(name);
  return skeleton !== '' && skeleton === nameSkeleton(other);
}
