import { Switch } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hideStaff, type RequestFailure, useFailureText } from '../http/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';

interface HideStaffProps {
  readonly boardId: string;
  readonly isHidden: boolean;
  readonly onChanged: () => void;
}

/** For whoever leads: staff are not named to whom the plan is about, where somebody may be in danger. */
export function HideStaff({ boardId, isHidden, onChanged }: HideStaffProps): ReactNode {
  const { t } = useTranslation('log');
  const failureText = useFailureText();
  /** As it was pressed last. */
  const [asked, setAsked] = useState<boolean>();
  const [isSending, setIsSending] = useState(false);
  const [saved, setSaved] = useState<object>();
  const [failure, setFailure] = useState<RequestFailure>();
  const say = async (hidden: boolean): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    setAsked(hidden);
    const answer = await hideStaff(boardId, hidden);
    setIsSending(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return setAsked(undefined);
    setSaved({});
    onChanged();
  };
  return (
    <>
      <Switch
        label={t('hideStaff')}
        description={t('hideStaffText')}
        checked={asked ?? isHidden}
        onChange={({ target }) => void say(target.checked)}
      />
      <Aloud words={saved ? t('hideStaffSaved') : ''} of={saved} />
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
    </>
  );
}
