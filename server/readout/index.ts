export { readOutRoutes } from './readOutRoutes.ts';
