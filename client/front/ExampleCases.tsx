import { Button } from '@digdir/designsystemet-react';
import { type DemoId, demoIds, demoLeaders, practiceDemoId } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { createDemo, type RequestFailure, useFailureText } from '../http/index.ts';
import { beginPractice, FailureNote } from '../ui/index.ts';

/** The invented cases. Opening one makes a copy of one's own, which takes a moment: its meetings are frozen one by one. */
export function ExampleCases() {
  const { t } = useTranslation('front');
  const [, navigate] = useLocation();
  const failureText = useFailureText();
  const [making, setMaking] = useState<DemoId>();
  const [failure, setFailure] = useState<RequestFailure>();

  const open = async (demoId: DemoId) => {
    if (making) return;
    setMaking(demoId);
    setFailure(undefined);
    const made = await createDemo(demoId);
    if (made.ok) {
      if (demoId === practiceDemoId) beginPractice(made.value.boardId);
      return navigate(`/duk/${made.value.boardId}`);
    }
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
      <div className="front-case front-practice">
        <h3>{t('practiceTitle')}</h3>
        <p>{t('practiceText')}</p>
        <Button
          loading={making === practiceDemoId}
          aria-disabled={making !== undefined}
          onClick={() => void open(practiceDemoId)}
        >
          <span>{making === practiceDemoId ? t('exampleMaking') : t('practiceBegin')}</span>
        </Button>
      </div>
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
