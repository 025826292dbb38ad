import { fetchTexts } from '../../texts/index.ts';

/** Few tiltak have an order, somebody to ask or somebody who pays: those that have fetch it. */
export const agreedLinesPart = {
  load: async () => (await Promise.all([import('./AgreedLines.tsx'), fetchTexts('agreements')]))[0].AgreedLines,
};
export const agreementFieldsPart = {
  load: async () => (await Promise.all([import('./AgreementFields.tsx'), fetchTexts('agreements')]))[0].AgreementFields,
};
