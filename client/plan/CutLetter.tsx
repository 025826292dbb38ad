import type { Letter } from '@duken/shared/letter';
import { useTranslation } from 'react-i18next';
import { Facts, LetterBlocks } from './LetterBlocks.tsx';
import './plan.css';
import './cuts.css';

interface CutLetterProps {
  readonly letter: Letter;
  /** Its part of the duk as SVG, where it has one. */
  readonly picture?: string | undefined;
}

/** A cut as its recipient gets it: every section, and the picture in its place. */
export function CutLetter({ letter, picture }: CutLetterProps) {
  const { t } = useTranslation('cuts');
  return (
    <article className="planLetter cutLetter cloth" lang={letter.language}>
      <header>
        <h1 dir="auto">{letter.title}</h1>
        <p className="muted">{letter.subtitle}</p>
        {letter.standing.sentence !== '' && <p>{letter.standing.sentence}</p>}
        <Facts facts={letter.contact} />
      </header>
      {letter.sections.map(({ id, heading, blocks }) => (
        <section key={id} className={`planSection-${id}`} aria-labelledby={`cut-${id}`}>
          <h2 id={`cut-${id}`}>{heading}</h2>
          <LetterBlocks blocks={blocks} labelledBy={`cut-${id}`} />
          {id === 'picture' && picture !== undefined && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            <section className="cutLetter-scroll" tabIndex={0} aria-label={heading}>
              <img className="cutLetter-picture" src={asAddress(picture)} alt={t('pictureAlt')} />
            </section>
          )}
        </section>
      ))}
      <footer className="cutLetter-remarks">
        {letter.remarks.map((remark) => (
          <p key={remark} className="muted">
            {remark}
          </p>
        ))}
      </footer>
    </article>
  );
}

/** As an image, which runs nothing and fetches nothing, whatever stands in it. */
function asAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
