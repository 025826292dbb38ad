export { readTerms } from './readTerms.ts';
export { termRoutes } from './termRoutes.ts';
