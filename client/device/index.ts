export { appOnDevice } from './appOnDevice.ts';
