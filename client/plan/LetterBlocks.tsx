import type { StaircaseToDraw } from '@duken/shared/journey';
import type {
  LetterBlock,
  LetterCell,
  LetterFact,
  LetterNote,
  LetterRow,
  LetterSide,
  LetterStep,
} from '@duken/shared/letter';
import { voiceSigns } from '@duken/shared/sheet';
import { Link } from 'wouter';
import { StaircaseChart } from '../chart/index.ts';
import { ToldGroups } from './ToldGroups.tsx';

interface BlocksProps {
  readonly blocks: readonly LetterBlock[];
  /** The id of the heading that the blocks stand under. */
  readonly labelledBy: string;
  /** Where its notes lie; absent for who reads a part of a plan and has no duk. */
  readonly boardId?: string | undefined;
}

/** What stands under a heading of a letter, block by block. The letter has every word; here it is only set. */
export function LetterBlocks({ blocks, labelledBy, boardId }: BlocksProps) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a letter have no other identity, and are replaced as a whole
    <Block key={index} block={block} labelledBy={labelledBy} boardId={boardId} />
  ));
}

interface BlockProps extends Omit<BlocksProps, 'blocks'> {
  readonly block: LetterBlock;
}

function Block({ block, labelledBy, boardId }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={`letterParagraph letterParagraph-${block.look}`} dir="auto">
          {block.text}
        </p>
      );
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'notes':
      return (
        <ul className={`plainList planItems planItems-${block.look}`}>
          {block.notes.map((note) => (
            <li key={note.noteId}>
              <Said note={note} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table columns={block.columns} rows={block.rows} labelledBy={labelledBy} boardId={boardId} />;
    case 'tasks':
      return (
        <ul className="plainList letterTasks">
          {block.tasks.map(({ noteId, text, beside }) => (
            <li key={noteId} data-tick={block.canTick || undefined}>
              <span dir="auto">{text}</span>
              {beside !== '' && <span className="letterTasks-beside">{beside}</span>}
            </li>
          ))}
        </ul>
      );
    case 'sides':
      return (
        <div className="planToday-sides">
          {block.sides.map((side) => (
            <Side key={`${side.look} ${side.notes[0]?.noteId}`} side={side} />
          ))}
        </div>
      );
    case 'steps':
      return <Steps steps={block.steps} here={block.here} alt={block.alt} />;
    case 'changes':
      return <ToldGroups groups={block.groups} />;
    case 'chart':
      // The other charts are of letters that no page shows.
      return block.staircase ? <DrawnStaircase staircase={block.staircase} /> : null;
    case 'picture':
      return null; // The page shows the duk itself, below the letter.
    case 'part':
      return (
        <section className="planToday">
          <h3>
            {block.icon !== '' && (
              <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="planToday-icon">
                <path d={block.icon} fill="none" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
              </svg>
            )}
            <span>{block.heading}</span>
          </h3>
          <LetterBlocks blocks={block.blocks} labelledBy={labelledBy} boardId={boardId} />
        </section>
      );
  }
}

function DrawnStaircase({ staircase }: { readonly staircase: StaircaseToDraw }) {
  return <StaircaseChart staircase={() => staircase} />;
}

export function Facts({ facts }: { readonly facts: readonly LetterFact[] }) {
  return (
    <dl className="letterFacts">
      {facts.map(({ term, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two leaders have a telephone each
        <div key={index}>
          <dt>{term}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a note says, in the direction it is read, and whose words they are: by sign and word, never by colour alone. */
function Said({ note }: { readonly note: LetterNote }) {
  return (
    <div className="said" data-voice={note.voice} dir="auto">
      <p className="said-text">{note.text}</p>
      {note.beside.length > 0 && (
        // Our own words: from the left, also under what is read from the right.
        <p className="said-by" dir="ltr">
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <path d={voiceSigns[note.voice]} fill="currentColor" />
          </svg>
          {/* The sign never stands at the end of a line, without its word. */}
          <span>{`\u00a0${note.beside.join(' · ')}`}</span>
        </p>
      )}
    </div>
  );
}

function Side({ side }: { readonly side: LetterSide }) {
  return (
    <div className={`planToday-side planToday-${side.look}`}>
      <h4>{side.heading}</h4>
      <ul className="plainList">
        {side.notes.map((note) => (
          <li key={note.noteId}>
            <Said note={note} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TableProps extends Omit<BlocksProps, 'blocks'> {
  readonly columns: readonly string[];
  readonly rows: readonly LetterRow[];
}

/** The tiltak: who does what, by when. On a phone each row becomes a small card; it stays a table for those who listen. */
function Table({ columns, rows, labelledBy, boardId }: TableProps) {
  return (
    // The roles are spoken out because some browsers forget them when a table is laid out as cards.
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className="actionTable" aria-labelledby={labelledBy} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ noteId, cells: [first, ...others] }) => (
          <tr key={noteId} role="row">
            <th scope="row" role="rowheader">
              {boardId === undefined ? (
                <span className="actionTable-words" dir="auto">
                  {first?.text}
                </span>
              ) : (
                <Link
                  className="actionTable-words actionTable-note"
                  dir="auto"
                  href={`/duk/${boardId}?lapp=${encodeURIComponent(noteId)}`}
                >
                  {first?.text}
                </Link>
              )}
              {first && <Beside cell={first} />}
            </th>
            {others.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell's place is its column
              <td key={index} role="cell">
                <Cell cell={cell} />
                <Beside cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function Cell({ cell }: { readonly cell: LetterCell }) {
  if (cell.isMissing) return <em>{cell.text}</em>;
  if (cell.status)
    return (
      <span className="actionStatus" data-status={cell.status}>
        {cell.text}
      </span>
    );
  if (cell.day) return <time dateTime={cell.day}>{cell.text}</time>;
  return (
    <span className="actionTable-words" dir="auto">
      {cell.text}
    </span>
  );
}

/** What stands quietly below a cell's own words. */
function Beside({ cell }: { readonly cell: LetterCell }) {
  if (cell.beside === '') return null;
  return (
    <span className={cell.isLate ? 'actionTable-beside actionTable-late' : 'actionTable-beside'} dir="auto">
      {cell.beside}
    </span>
  );
}

interface StepsProps {
  readonly steps: readonly LetterStep[];
  readonly here: string;
  readonly alt: string;
}

/** The investeringsferd as Lørenskog draws it: four steps, and the one we stand on. */
function Steps({ steps, here, alt }: StepsProps) {
  return (
    <ol className="plainList planStaircase" aria-label={alt}>
      {steps.map(({ name, state }) => (
        <li key={name} data-step={state} aria-current={state === 'here' ? 'step' : undefined}>
          {state === 'here' && <span className="planStaircase-here">{here}</span>}
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}
