export { municipalityRoutes } from './municipalityRoutes.ts';
export { readSteps } from './readSteps.ts';
