export { welfareTerms } from './welfareTerms.ts';
