import { Button } from '@digdir/designsystemet-react';
import type { PasskeyReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askSessionAgain, listPasskeys, removePasskey, useFailureText, useRemote } from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';
import { addPasskey, passkeyPlaceHere } from './browserPasskeys.ts';
import { ConfirmAnew } from './ConfirmAnew.tsx';
import { PasskeyNameField } from './PasskeyNameField.tsx';
import { PasskeyPlaceNote } from './PasskeyPlaceNote.tsx';

/** One's own passkeys: when they were made and used, one more, and one less. */
export function OwnPasskeys() {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const passkeys = useRemote('passkeys', listPasskeys);
  const [isAdding, setIsAdding] = useState(false);
  const [name, setName] = useState('');
  const [removing, setRemoving] = useState<PasskeyReply>();
  const [said, setSaid] = useState<{ readonly words: string }>();
  const nameOf = (passkey: PasskeyReply | undefined) => passkey?.name || t('passkeyUsualName');
  const changed = (words: string) => {
    setSaid({ words });
    passkeys.reload();
    void askSessionAgain();
  };
  return (
    <section className="cloth accountPage-sheet" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeysTitle')}</h2>
      <p className="muted">{t('passkeysText')}</p>
      {passkeys.kind === 'failed' && <FailureNote text={failureText(passkeys.failure)} onRetry={passkeys.reload} />}
      {passkeys.kind === 'here' && passkeys.value.length === 0 && <p>{t('passkeysNone')}</p>}
      {passkeys.kind === 'here' && passkeys.value.length > 0 && (
        <ul className="plainList accountRows">
          {passkeys.value.map((passkey) => (
            <PasskeyRow
              key={passkey.passkeyId}
              name={nameOf(passkey)}
              passkey={passkey}
              onRemove={() => setRemoving(passkey)}
            />
          ))}
        </ul>
      )}
      {passkeyPlaceHere().kind === 'here' ? (
        <div className="row">
          <Button variant="secondary" onClick={() => setIsAdding(true)}>
            {t('addPasskey')}
          </Button>
        </div>
      ) : (
        <PasskeyPlaceNote />
      )}
      <Aloud of={said} words={said?.words ?? ''} className="muted" />
      <ConfirmAnew
        isHarmless
        open={isAdding}
        onClose={() => setIsAdding(false)}
        title={t('addPasskey')}
        command={t('addPasskey')}
        act={() => addPasskey(name.trim() || t('passkeyUsualName'))}
        onDone={() => {
          setName('');
          changed(t('passkeyAdded'));
        }}
      >
        <p>{t('addPasskeyText')}</p>
        <PasskeyNameField value={name} onChange={setName} />
      </ConfirmAnew>
      <ConfirmAnew
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('removePasskeyTitle', { navn: nameOf(removing) })}
        command={t('removePasskey')}
        act={() => removePasskey(removing?.passkeyId ?? '')}
        onDone={() => changed(t('passkeyRemoved'))}
      >
        <p>{t('removePasskeyText')}</p>
      </ConfirmAnew>
    </section>
  );
}

interface PasskeyRowProps {
  readonly name: string;
  readonly passkey: PasskeyReply;
  readonly onRemove: () => void;
}

function PasskeyRow({ name, passkey: { madeAt, usedAt }, onRemove }: PasskeyRowProps) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const used = usedAt === undefined ? t('passkeyUnused') : t('lastUsed', { tid: momentInWords(usedAt, language) });
  return (
    <li className="accountRow">
      <span className="accountRow-words">
        <strong>{name}</strong>
        <span className="muted">{`${t('passkeyMade', { tid: momentInWords(madeAt, language) })} · ${used}`}</span>
      </span>
      <Button variant="tertiary" aria-label={t('removePasskeyOf', { navn: name })} onClick={onRemove}>
        {t('removePasskey')}
      </Button>
    </li>
  );
}
