export { roundRoutes } from './roundRoutes.ts';
export { Rounds, roundsHand } from './rounds.ts';
