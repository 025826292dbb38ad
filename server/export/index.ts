export { archiveRoute } from './archiveRoute.ts';
export { casesToCsv } from './casesToCsv.ts';
export { exportMetrics } from './exportMetrics.ts';
export { contentTypes, type ExportTools, exportRoutes, sendRenderFailure } from './exportRoutes.ts';
export { type ExportFormat, fileName } from './fileName.ts';
export { type MadeFile, MadeFiles } from './madeFiles.ts';
export { boardToSvg } from './planToPicture.ts';
export { promiseRoutes } from './promiseRoutes.ts';
export { openRenderer, type Renderer } from './renderer.ts';
