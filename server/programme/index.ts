export { programmeRoutes } from './programmeRoutes.ts';
export { ToldReports } from './toldReports.ts';
