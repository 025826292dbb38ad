export {
  type CutChoice,
  type CutId,
  type CutRecipient,
  type CutTheme,
  type CutWay,
  cutLinkLimits,
  cutWays,
  type PlanCut,
} from './cut.ts';
export { makeCut } from './makeCut.ts';
export { covers, type MayHave, mayHave } from './mayHave.ts';
export { cutChoiceSchema, readCut } from './readCut.ts';
