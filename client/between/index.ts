export { BetweenBar } from './BetweenBar.tsx';
