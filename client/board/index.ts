export { BoardPage, type BoardSlots } from './BoardPage.tsx';
export { FrozenBoard } from './FrozenBoard.tsx';
