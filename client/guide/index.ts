export { GuideBar } from './GuideBar.tsx';
