export { appOnDevice } from './appOnDevice.ts';
export type { Device, Row, RowChange } from './device.ts';
export { findAnswer, keepAnswer, thisDevice } from './thisDevice.ts';
