export { type OperatorFileFault, readOperatorFiles } from './readOperatorFiles.ts';
