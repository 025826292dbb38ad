import { Checkbox, Fieldset } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listContacts, useFailureText, useRemote } from '../http/index.ts';
import { dayInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';

interface ArchiveNotesProps {
  readonly boardId: string;
  /** Ids of the lines that go along. */
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Lines of the contact log to take along, none unless somebody says so. They are asked for when this is opened. */
export function ArchiveNotes(props: ArchiveNotesProps): ReactNode {
  const { t } = useTranslation('archive');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="archive-notes">{t('notes')}</summary>
      {isOpen && <Lines {...props} />}
    </details>
  );
}

function Lines({ boardId, chosen, onChoose }: ArchiveNotesProps): ReactNode {
  const { t } = useTranslation('archive');
  const language = useLanguage();
  const failureText = useFailureText();
  const contacts = useRemote(`${boardId}/contacts`, () => listContacts(boardId));
  if (contacts.kind === 'loading') return <Waiting />;
  if (contacts.kind === 'failed') return <FailureNote text={failureText(contacts.failure)} onRetry={contacts.reload} />;
  const lines = contacts.value.filter(({ corrects }) => corrects === undefined);
  if (lines.length === 0) return <p>{t('noNotes')}</p>;
  return (
    <Fieldset>
      <Fieldset.Legend>{t('chooseNotes')}</Fieldset.Legend>
      <Fieldset.Description>{t('notesMean')}</Fieldset.Description>
      {lines.map(({ contactId, day, words }) => (
        <Checkbox
          key={contactId}
          label={`${dayInWords(day, language)}: ${words}`}
          value={contactId}
          checked={chosen.includes(contactId)}
          onChange={({ currentTarget }) =>
            onChoose(currentTarget.checked ? [...chosen, contactId] : chosen.filter((id) => id !== contactId))
          }
        />
      ))}
    </Fieldset>
  );
}
