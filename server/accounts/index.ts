export { accountRoutes } from './accountRoutes.ts';
export { offerSetup, type SetupOffer } from './setupLink.ts';
