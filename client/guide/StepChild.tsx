import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideSlot } from './guideSlot.ts';

/** Who reads out what the children have laid, as they want it. */
export function StepChild({ session, people }: GuideSlot): ReactNode {
  const { t } = useTranslation('board');
  const reads = session.board().now?.reads;
  const lines = people.flatMap(({ participantId, name }) => {
    const how = reads?.get(participantId);
    return how ? [t(`whoReads_${how}`, { name })] : [];
  });
  return [...new Set(lines)].map((line) => (
    <p key={line} className="guide-line">
      {line}
    </p>
  ));
}
