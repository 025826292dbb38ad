export { appOnDevice } from './appOnDevice.ts';
export type { Device, Row, RowChange, RowsOnDevice } from './device.ts';
export {
  answersOfBoards,
  doorPath,
  findAnswer,
  forgetAnswer,
  forgetDevice,
  keepAnswer,
  thisDevice,
  unsentOnDevice,
} from './thisDevice.ts';
