export { questionRoutes } from './questionRoutes.ts';
