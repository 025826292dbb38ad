export { IntakePage } from './IntakePage.tsx';
export { NewProposalPage } from './NewProposalPage.tsx';
export { ProposalPage } from './ProposalPage.tsx';
