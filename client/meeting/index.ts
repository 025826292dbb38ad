export { FreezeDialog } from './FreezeDialog.tsx';
export { MeetingPanel } from './MeetingPanel.tsx';
