export { demoRoutes } from './demoRoutes.ts';
