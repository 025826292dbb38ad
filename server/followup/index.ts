export { ActionIndexes } from './actionIndexes.ts';
export { followUpRoutes } from './followUpRoutes.ts';
