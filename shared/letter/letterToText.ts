import type { Letter, LetterBlock, LetterNote, ToldChange } from './letter.ts';

/** The letter as plain text, for a reader, a journal or a letter box that takes nothing else. Lines end as `\n`. */
export function letterToText(letter: Letter): string {
  const { mark, sentence } = letter.standing;
  const stands = [mark, sentence].filter((words) => words !== '');
  const head = [letter.title, underlined(letter.title, '='), letter.subtitle];
  const contact = letter.contact.map(({ term, text }) => `${term}: ${text}`);
  const sections = letter.sections.flatMap(({ heading, blocks }) => {
    const lines = blocks.flatMap((block) => linesOf(block));
    return lines.length === 0 ? [] : [['', heading, underlined(heading, '-'), ...lines].join('\n')];
  });
  const text = [
    ...head,
    '',
    ...(stands.length > 0 ? [...stands, ''] : []),
    ...contact,
    ...sections,
    '',
    ...letter.remarks,
    '',
  ].join('\n');
  return text.replace(/\n{3,}/g, '\n\n');
}

function underlined(words: string, line: string): string {
  return line.repeat(Math.min(Array.from(words).length, 60));
}

function linesOf(block: LetterBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text, ''];
    case 'facts':
      return [...block.facts.map(({ term, text }) => `${term}: ${text}`), ''];
    case 'notes':
      return [...block.notes.map(noteLine), ''];
    case 'table':
      return block.rows.flatMap(({ cells: [first, ...others] }) => [
        `- ${[first?.text, inBrackets(first?.beside)].filter(Boolean).join(' ')}`,
        ...others.map(
          ({ text, beside }, index) =>
            `  ${block.columns[index + 1]}: ${[text, inBrackets(beside)].filter(Boolean).join(' ')}`,
        ),
        '',
      ]);
    case 'sides':
      return block.sides.flatMap(({ heading, notes }) => [`${heading}:`, ...notes.map(noteLine), '']);
    case 'tasks':
      return [
        ...block.tasks.map(
          ({ text, beside }) => `${block.canTick ? '[ ]' : '-'} ${text}${beside ? ` (${beside})` : ''}`,
        ),
        '',
      ];
    case 'steps':
    case 'chart':
      return [block.alt, ''];
    case 'changes':
      return block.groups.flatMap(({ heading, lead, changes }) => [
        `${heading}:`,
        ...(lead === '' ? [] : [lead]),
        ...changes.flatMap(changeLines),
        '',
      ]);
    case 'picture':
      return []; // In a text there is no picture.
    case 'part':
      return [`* ${block.heading}`, ...block.blocks.flatMap((inner) => linesOf(inner))];
  }
}

function noteLine({ text, beside }: LetterNote): string {
  return `- ${[text, inBrackets(beside.join(' · '))].filter(Boolean).join(' ')}`;
}

function changeLines({ quotes, sentences, reworded }: ToldChange): readonly string[] {
  const said = [...(reworded ? [reworded.sentence] : []), ...sentences].join(' ');
  if (quotes.length < 2) return [`- ${[...quotes, said].filter(Boolean).join(' ')}`];
  return [`- ${said}`, ...quotes.map((quote) => `  ${quote}`)];
}

function inBrackets(words = ''): string {
  return words === '' ? '' : `(${words})`;
}
