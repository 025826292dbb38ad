export { type FreezeTools, freezing } from './freezeMeeting.ts';
export { freezeRoute } from './freezeRoute.ts';
export { planRoutes } from './planRoutes.ts';
export { type ChainProblem, readChain } from './verifyChain.ts';
