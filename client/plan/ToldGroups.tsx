import type { ToldChange, ToldChanges } from '@duken/shared/letter';
import { isMostlyNew, type WordSegment } from '@duken/shared/plan';
import { useTranslation } from 'react-i18next';

/** What became different, kind by kind. */
export function ToldGroups({ groups }: { readonly groups: readonly ToldChanges[] }) {
  return groups.map(({ kind, heading, lead, changes }) => (
    <section key={kind} className="changeGroup" aria-label={heading}>
      <h3 className="changeGroup-heading">{heading}</h3>
      {lead !== '' && <p className="changeGroup-lead muted">{lead}</p>}
      <ul className="plainList changeList">
        {changes.map((change) => (
          <li key={change.id} data-change={kind}>
            <Told change={change} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Told({ change: { quotes, sentences, reworded } }: { readonly change: ToldChange }) {
  const said = sentences.join(' ');
  if (quotes.length > 1)
    return (
      <>
        <p>{said}</p>
        <ul className="plainList changeList-many">
          {quotes.map((quote) => (
            <li key={quote} className="changeList-words" dir="auto">
              {quote}
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      {!reworded && quotes[0] !== undefined && (
        <p className="changeList-words" dir="auto">
          {quotes[0]}
        </p>
      )}
      {reworded &&
        (isMostlyNew(reworded.words) ? <BeforeAndAfter words={reworded.words} /> : <Words words={reworded.words} />)}
      {said !== '' && <p>{said}</p>}
    </>
  );
}

/** A sentence that is mostly new, as it was and as it is: one after the other, each whole. */
function BeforeAndAfter({ words }: { readonly words: readonly WordSegment[] }) {
  const { t } = useTranslation('plan');
  const without = (gone: WordSegment['kind']): string =>
    words
      .filter(({ kind }) => kind !== gone)
      .map(({ text }) => text)
      .join('');
  return (
    <dl className="changeList-words changeList-both">
      <dt>{t('wordsBefore')}</dt>
      <dd dir="auto">
        <del>{t('quoteStart') + without('added') + t('quoteEnd')}</del>
      </dd>
      <dt>{t('wordsAfter')}</dt>
      <dd dir="auto">
        <ins>{t('quoteStart') + without('removed') + t('quoteEnd')}</ins>
      </dd>
    </dl>
  );
}

/** Word differences: struck through and underlined for the eye, said in words for the ear. */
function Words({ words }: { readonly words: readonly WordSegment[] }) {
  const { t } = useTranslation('plan');
  return (
    <p className="changeList-words" dir="auto">
      <span>{t('quoteStart')}</span>
      {words.map((segment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the segments of one text have no other identity, and are replaced as a whole
        <Segment key={index} segment={segment} />
      ))}
      <span>{t('quoteEnd')}</span>
    </p>
  );
}

function Segment({ segment: { kind, text } }: { readonly segment: WordSegment }) {
  const { t } = useTranslation('plan');
  if (kind === 'same') return <span>{text}</span>;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="ds-sr-only">{t(kind === 'added' ? 'wordsAdded' : 'wordsRemoved')} </span>
      <span>{text}</span>
      <span className="ds-sr-only"> {t('wordsEnd')} </span>
    </Mark>
  );
}
