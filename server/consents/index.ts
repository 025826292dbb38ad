export { consentRoutes } from './consentRoutes.ts';
