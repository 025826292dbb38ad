export { AccountPage } from './AccountPage.tsx';
export { AccountsPage } from './AccountsPage.tsx';
export { CaseLeaders } from './CaseLeaders.tsx';
export { ConfirmAnew } from './ConfirmAnew.tsx';
export { InvitedPage } from './InvitedPage.tsx';
export { PasskeyStepPage } from './PasskeyStepPage.tsx';
export { SetupPage } from './SetupPage.tsx';
export { SignInPage } from './SignInPage.tsx';
