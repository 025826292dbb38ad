export { pauseRoutes } from './pauseRoutes.ts';
