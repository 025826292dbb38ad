export { BoardPage, type BoardSlots } from './BoardPage.tsx';
