import type { LogLineReply } from '@duken/shared/protocol';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useRoleName } from '../ui/index.ts';

/** A line of the log as one plain sentence: who, from where, did what. */
export function useLogSentence(): (line: LogLineReply) => string {
  const { t } = useTranslation('log');
  const roleName = useRoleName();
  return ({ name, service, event }) => {
    const hvem = whoInWords({ name, service }, t);
    switch (event.kind) {
      case 'plan':
      case 'planAnswered':
      case 'planApproved':
      case 'planApprovedAsSpoken':
      case 'planTimeAgreed':
      case 'planReleased':
      case 'planArchived':
      case 'frozen':
      case 'cut':
        return t(event.kind, { hvem, versjon: event.version });
      case 'changes':
        return t('changes', { hvem, fra: event.from, til: event.to });
      case 'export':
        if (event.format === 'arkiv.zip') return t('archivePackage', { hvem, versjon: event.version });
        return t('export', { hvem, versjon: event.version, format: event.format.toUpperCase() });
      case 'cutFile':
        return t('cutFile', { hvem, versjon: event.version, format: event.format.toUpperCase() });
      case 'cutGiven':
      case 'cutWithdrawn':
        return t(event.kind, { hvem, navn: event.whom || t('somebody'), versjon: event.version });
      case 'linkMade':
        return t('linkMade', { hvem, rolle: roleName(event.role) });
      case 'story':
      case 'storyAsked':
      case 'storyGiven':
      case 'storyTaken':
      case 'letIn':
      case 'refused':
      case 'removed':
      case 'answerLinkMade':
      case 'answerLinksWithdrawn':
      case 'plansGiven':
      case 'plansTaken':
      case 'subjectMarked':
      case 'subjectUnmarked':
      case 'seatGiven':
      case 'leaderAdded':
      case 'leaderRemoved':
      case 'handedOver':
        return t(event.kind, { hvem, navn: event.whom || t('somebody') });
      case 'duk':
      case 'followUp':
      case 'ownActions':
      case 'programme':
      case 'consents':
      case 'contacts':
      case 'timeline':
      case 'restored':
      case 'restoreUndone':
      case 'contactWritten':
      case 'programmeSaid':
      case 'staffHidden':
      case 'staffNamed':
      case 'answered':
      case 'calendarMade':
      case 'calendarsWithdrawn':
      case 'linkWithdrawn':
      case 'caseClosed':
      case 'caseReopened':
      case 'consentRecorded':
      case 'consentWithdrawn':
      case 'storyWritten':
      case 'storyErased':
      case 'intake':
      case 'proposal':
      case 'proposalMade':
      case 'proposalChanged':
      case 'proposalAsked':
      case 'proposalConsented':
      case 'proposalNotNeeded':
      case 'proposalDeclined':
      case 'proposalReopened':
      case 'proposalDuk':
        return t(event.kind, { hvem });
    }
  };
}

/** Somebody as the log names them; staff that it does not name are from somewhere. */
export function whoInWords(
  { name, service }: { readonly name: string; readonly service: string | undefined },
  t: TFunction<'log'>,
): string {
  if (service === undefined) return name || t('someStaff');
  return name === '' ? t('someStaffFrom', { tjeneste: service }) : t('from', { navn: name, tjeneste: service });
}
