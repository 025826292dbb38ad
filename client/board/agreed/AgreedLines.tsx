import { type Action, type Note, type OrderedAction, orderOf } from '@duken/shared/board';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, useLanguage } from '../../texts/index.ts';
import { excerptOf } from '../list/excerpt.ts';

interface AgreedLinesProps {
  readonly note: Note;
  readonly action: Action;
  readonly notes: readonly Note[];
}

/** What is agreed of a tiltak beside who, when and how far, a line for each. */
export function AgreedLines({ note, action, notes }: AgreedLinesProps): ReactNode {
  const { t } = useTranslation('agreements');
  const language = useLanguage();
  const { settleWith, settleBy, alongside, paidBy } = action;
  const first = notes.find(({ id }) => id === orderOf(actionsAmong(notes)).get(note.id));
  const beside = notes.find(({ id, action: other }) => id === alongside && other);
  const isOpen = action.status === 'agreed' || action.status === 'started';
  const lines = [
    ...(isOpen && first?.action && first.action.status !== 'stopped'
      ? [t(first.action.status === 'done' ? 'firstDone' : 'waitsFor', { tekst: excerptOf(first.text) })]
      : []),
    ...(isOpen && beside ? [t('with', { tekst: excerptOf(beside.text) })] : []),
    ...(isOpen && settleWith
      ? [
          settleBy
            ? t('settleByDay', { navn: settleWith, dato: dayInWords(settleBy, language) })
            : t('settle', { navn: settleWith }),
        ]
      : []),
    ...(paidBy ? [t('paid', { navn: paidBy })] : []),
  ];
  return (
    <ul className="plainList agreedLines">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

/** The same list for the same notes, so that their order is found once for all lines of a list. */
function actionsAmong(notes: readonly Note[]): readonly OrderedAction[] {
  const known = actionLists.get(notes);
  if (known) return known;
  const actions = notes.flatMap(({ id, action }) => (action ? [{ ...action, noteId: id }] : []));
  actionLists.set(notes, actions);
  return actions;
}

const actionLists = new WeakMap<readonly Note[], readonly OrderedAction[]>();
