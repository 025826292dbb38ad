export { GuideBar } from './GuideBar.tsx';
export { LeaderCardPage } from './LeaderCardPage.tsx';
