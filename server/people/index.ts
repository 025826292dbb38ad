export { helperRoutes } from './helperRoutes.ts';
export { peopleRoutes } from './peopleRoutes.ts';
export { subjectPresenceOn } from './subjectPresenceOn.ts';
