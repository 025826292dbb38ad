export { pulseRoutes } from './pulseRoutes.ts';
export { surveyRoutes } from './surveyRoutes.ts';
