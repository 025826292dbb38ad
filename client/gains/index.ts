export { GainsPage } from './GainsPage.tsx';
