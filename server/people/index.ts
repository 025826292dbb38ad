export { helperRoutes } from './helperRoutes.ts';
export { peopleRoutes } from './peopleRoutes.ts';
