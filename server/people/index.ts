export { peopleRoutes } from './peopleRoutes.ts';
