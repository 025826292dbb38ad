import type { Letter } from '@duken/shared/letter';
import { Facts, LetterBlocks } from './LetterBlocks.tsx';

/** What has a place of its own on the page: the difference beside the letter, the duk below it. */
const besideTheLetter: ReadonlySet<string> = new Set(['changes', 'picture']);

/** The plan as a letter: dreams first and large, then what we do now, the goals, today, the way. */
export function PlanLetter({ letter, boardId }: { readonly letter: Letter; readonly boardId: string }) {
  return (
    <article className="planLetter cloth">
      <header>
        {letter.standing.mark !== '' && <p className="draftMark">{letter.standing.mark}</p>}
        <h1 dir="auto">{letter.title}</h1>
        <p className="muted">{letter.subtitle}</p>
        <Facts facts={letter.contact} />
      </header>
      {letter.sections
        .filter(({ id }) => !besideTheLetter.has(id))
        .map(({ id, heading, blocks }) => (
          <section key={id} className={`planSection-${id}`} aria-labelledby={`plan-${id}`}>
            <h2 id={`plan-${id}`}>{heading}</h2>
            <LetterBlocks blocks={blocks} labelledBy={`plan-${id}`} boardId={boardId} />
          </section>
        ))}
      {letter.leftOut !== undefined && <p className="muted">{letter.leftOut}</p>}
    </article>
  );
}
