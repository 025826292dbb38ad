export { layoutRoutes } from './layoutRoutes.ts';
export { type LayoutFault, readLayouts } from './readLayouts.ts';
