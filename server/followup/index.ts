export { ActionIndexes } from './actionIndexes.ts';
export { answerDoorWith } from './answerDoor.ts';
export { answeringWith } from './answering.ts';
export { answerLinkRoutes } from './answerLinkRoutes.ts';
export { makeAnswerLinkWith } from './answerLinks.ts';
export { type ApplyOnDuk, followUpRoutes } from './followUpRoutes.ts';
export { Reminders } from './reminders.ts';
export { sinceLastRoutes } from './sinceLastRoutes.ts';
export { statusRoutes } from './statusRoutes.ts';
