export type { Admission, Admitted } from './admission.ts';
export type { RelayCounters } from './counters.ts';
export { type RelayLimits, relayLimits } from './limits.ts';
export { createRelay, type Relay, type RelayOptions } from './relay.ts';
export { checkUpdate } from './updateGate.ts';
