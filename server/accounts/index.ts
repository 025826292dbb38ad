export { makeAccountLink } from './accountLink.ts';
export { accountRoutes } from './accountRoutes.ts';
export { isFresh, signedInFor } from './asker.ts';
export { LoginProviders } from './loginProviders.ts';
export { passkeySiteWith } from './passkeyDesk.ts';
export { type LoginProvider, type LoginProviderFault, readLoginProviders } from './readLoginProviders.ts';
export { offerSetup, type SetupOffer } from './setupLink.ts';
