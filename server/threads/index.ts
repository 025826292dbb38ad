export { openRestingThread, type ThreadLimits } from './restingThread.ts';
