export { accountRoutes } from './accountRoutes.ts';
export { LoginProviders } from './loginProviders.ts';
export { type LoginProvider, type LoginProviderFault, readLoginProviders } from './readLoginProviders.ts';
export { offerSetup, type SetupOffer } from './setupLink.ts';
