export { AccessibilityPage } from './AccessibilityPage.tsx';
export { DataProtectionPage } from './DataProtectionPage.tsx';
