export { layoutRoutes } from './layoutRoutes.ts';
export { readLayouts } from './readLayouts.ts';
