export { storyRoutes } from './storyRoutes.ts';
