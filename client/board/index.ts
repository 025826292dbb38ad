export { BoardPage } from './BoardPage.tsx';
export { FrozenBoard } from './FrozenBoard.tsx';
