export { BoardPage } from './BoardPage.tsx';
export { FrozenBoard } from './FrozenBoard.tsx';
export { WithBoardSession } from './WithBoardSession.tsx';
