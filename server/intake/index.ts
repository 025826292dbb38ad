export { intakeRoutes } from './intakeRoutes.ts';
