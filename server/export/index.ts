export { exportMetrics } from './exportMetrics.ts';
export { type ExportTools, exportRoutes } from './exportRoutes.ts';
export { boardToSvg } from './planToPicture.ts';
export { openRenderer, type Renderer } from './renderer.ts';
