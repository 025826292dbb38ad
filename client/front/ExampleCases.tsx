import { Button } from '@digdir/designsystemet-react';
import { demoIds, demoLeaders } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { createDemo, type RequestFailure, useFailureText } from '../http/index.ts';
import { FailureNote } from '../ui/index.ts';

/** The invented cases. Opening one makes a copy of one's own, which takes a moment: its meetings are frozen one by one. */
export function ExampleCases() {
  const { t } = useTranslation('front');
  const [, navigate] = useLocation();
  const failureText = useFailureText();
  const [making, setMaking] = useState<(typeof demoIds)[number]>();
  const [failure, setFailure] = useState<RequestFailure>();

  const open = async (demoId: (typeof demoIds)[number]) => {
    if (making) return;
    setMaking(demoId);
    setFailure(undefined);
    const made = await createDemo(demoId);
    if (made.ok) return navigate(`/duk/${made.value.boardId}`);
    setMaking(undefined);
    setFailure(made.failure);
  };

  return (
    <section className="front-section" aria-labelledby="eksempel">
      <h2 id="eksempel" tabIndex={-1}>
        {t('exampleTitle')}
      </h2>
      <p className="muted">{t('exampleText')}</p>
      {failure && <FailureNote text={failureText(failure)} />}
      <ul className="plainList front-cases">
        {demoIds.map((demoId) => {
          const name = t(`demo-${demoId}`);
          return (
            <li key={demoId} className="front-case">
              <h3>{name}</h3>
              <p>{t(`demo-${demoId}Text`)}</p>
              <p className="front-caseYou">{t('exampleYou', { navn: demoLeaders[demoId] })}</p>
              <Button
                variant="secondary"
                loading={making === demoId}
                aria-disabled={making !== undefined}
                aria-label={making === demoId ? t('exampleMaking') : t('exampleOpenNamed', { navn: name })}
                onClick={() => void open(demoId)}
              >
                <span>{making === demoId ? t('exampleMaking') : t('exampleOpen')}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
