import type { PlanItem } from '@duken/shared/plan';
import type { TFunction } from 'i18next';

/**
 * Whose words it is, then whose hand it was: 'Barnets stemme · skrevet av Selam'. The same for every voice, since anybody
 * at the table may write for another, and only those who were there know whether the two are one.
 */
export function byline({ voice, authorName }: Pick<PlanItem, 'voice' | 'authorName'>, t: TFunction<'plan'>): string {
  const whose = t(`voice-${voice}`);
  return authorName === '' ? whose : `${whose} · ${t('writtenBy', { navn: authorName })}`;
}
