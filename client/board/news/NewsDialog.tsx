import { Button, Radio } from '@digdir/designsystemet-react';
import type { NoteId } from '@duken/shared/board';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../texts/index.ts';
import { type DialogSlot, Modal } from '../../ui/index.ts';
import { type NewsWords, sayChange } from './sayNews.ts';
import { type News, type NewsItem, newsWishes } from './useNews.ts';

interface NewsDialogProps extends DialogSlot {
  readonly news: News;
  readonly words: NewsWords;
  /** Whether a note still lies on the duk. */
  readonly isThere: (noteId: NoteId) => boolean;
  readonly onShow: (noteId: NoteId) => void;
}

/** *Hva er nytt*: what others have done since one last looked, to be walked through; and what one wants to hear of it. */
export function NewsDialog({ news, words, isThere, onShow, ...slot }: NewsDialogProps): ReactNode {
  const { t } = useTranslation('list');
  const language = useLanguage();
  const wishName = useId();
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const item = ({ change }: NewsItem): ReactNode => {
    const said = sayChange(change, words);
    const noteId = 'note' in change && isThere(change.note.id) ? change.note.id : undefined;
    if (!noteId) return <span>{said}</span>;
    return (
      <Button
        variant="tertiary"
        className="newsItem-show"
        onClick={() => {
          slot.onClose();
          onShow(noteId);
        }}
      >
        {said}
      </Button>
    );
  };
  return (
    <Modal {...slot} title={words.boardText('whatsNew')}>
      {news.items.length === 0 ? (
        <p>{t('newsNothing')}</p>
      ) : (
        <>
          <ol className="plainList newsItems">
            {news.items.map(({ change, at }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same note may be in it twice within one moment.
              <li key={`${at} ${index}`} className="newsItem">
                <time className="muted" dateTime={new Date(at).toISOString()}>
                  {clock.format(at)}
                </time>
                {item({ change, at })}
              </li>
            ))}
          </ol>
          <div>
            <Button
              variant="secondary"
              onClick={() => {
                news.forget();
                slot.onClose();
              }}
            >
              {t('newsSeen')}
            </Button>
          </div>
        </>
      )}
      <fieldset className="choiceCards">
        <legend>{t('newsWish')}</legend>
        {newsWishes.map((wish) => (
          <Radio
            key={wish}
            name={wishName}
            value={wish}
            label={t(`newsWish_${wish}`)}
            checked={news.wish === wish}
            onChange={() => news.setWish(wish)}
          />
        ))}
      </fieldset>
    </Modal>
  );
}
