export { barrierRoutes, sendBarrierWith } from './barrierRoutes.ts';
export { municipalityRoutes } from './municipalityRoutes.ts';
export { readSteps } from './readSteps.ts';
