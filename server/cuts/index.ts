export { CutDesk, type CutTools } from './cutDesk.ts';
export { cutLinkRoutes } from './cutLinkRoutes.ts';
export { cutRoutes } from './cutRoutes.ts';
