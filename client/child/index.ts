export { ChildPage } from './ChildPage.tsx';
