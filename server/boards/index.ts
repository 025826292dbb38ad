export { BoardNews } from './boardNews.ts';
export { boardRoutes } from './boardRoutes.ts';
export { type BoardRequest, type CreateBoard, type CreatedBoard, createBoardWith } from './createBoard.ts';
export { linkRoutes } from './linkRoutes.ts';
export { meetingRoutes } from './meetingRoutes.ts';
export { newsRoutes } from './newsRoutes.ts';
export { participantRoutes } from './participantRoutes.ts';
export { sessionRoutes } from './sessionRoutes.ts';
export { type WelcomeLeader, welcomeLeaderWith } from './welcomeLeader.ts';
