export { FollowUpPage } from './FollowUpPage.tsx';
