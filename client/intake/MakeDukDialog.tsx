import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import type { ProposalReply } from '@duken/shared/protocol';
import { inLanguage, shippedLayouts, templates } from '@duken/shared/template';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { listLayouts, makeProposedDuk, type RequestFailure, useFailureText, useRemote } from '../http/index.ts';
import { ownLinks, withBoard } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { type DialogSlot, FailureNote, Modal } from '../ui/index.ts';

interface MakeDukDialogProps extends DialogSlot {
  readonly proposal: ProposalReply;
}

/** Makes the duk of somebody who has said yes, and goes there. */
export function MakeDukDialog({ proposal, open, onClose }: MakeDukDialogProps): ReactNode {
  const { t } = useTranslation('intake');
  return (
    <Modal open={open} onClose={onClose} title={t('makeDukTitle', { navn: proposal.consented?.name ?? '' })}>
      <MakeDuk proposal={proposal} onClose={onClose} />
    </Modal>
  );
}

function MakeDuk({ proposal, onClose }: Pick<MakeDukDialogProps, 'proposal' | 'onClose'>): ReactNode {
  const { t } = useTranslation('intake');
  const failureText = useFailureText();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const offered = useRemote('layouts', listLayouts);
  // Those that ship are here at once; an operator's own come when the server has answered.
  const layouts = offered.kind === 'here' ? offered.value : [...shippedLayouts.values()];
  const [templateId, setTemplateId] = useState<string>(templates.lorenskog.id);
  const [isMaking, setIsMaking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const make = async (): Promise<void> => {
    if (isMaking) return;
    setIsMaking(true);
    const made = await makeProposedDuk(proposal.proposalId, { revision: proposal.revision, templateId });
    setIsMaking(false);
    if (!made.ok) return setFailure(made.failure);
    ownLinks.keep(made.value.boardId, withBoard, made.value.joinUrl);
    navigate(`/duk/${made.value.boardId}`);
  };
  return (
    <div className="intake-form">
      <p>{t('makeDukText')}</p>
      <Field>
        <Label>{t('layout')}</Label>
        <Select value={templateId} onChange={(event) => setTemplateId(event.target.value)}>
          {layouts.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {inLanguage(name, language)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button aria-busy={isMaking} onClick={() => void make()}>
          <span>{t('makeDukNow')}</span>
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
