export { QuietPanel } from './QuietPanel.tsx';
