export { type FreezeTools, freezing } from './freezeMeeting.ts';
export { freezeRoute } from './freezeRoute.ts';
export { inspectVersion } from './inspectVersion.ts';
export { type Freezable, makeVersion } from './makeVersion.ts';
export { type CutWish, openPlanReader, type PlanReader } from './planReader.ts';
export { planRoutes } from './planRoutes.ts';
export { sha256Of } from './sealVersion.ts';
export { type ChainProblem, readChain } from './verifyChain.ts';
export { openVersionMaker, type VersionAnswer } from './versionMaker.ts';
