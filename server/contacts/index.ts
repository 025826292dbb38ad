export { contactRoutes } from './contactRoutes.ts';
