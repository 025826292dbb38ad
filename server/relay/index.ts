export type { RelayCounters } from './counters.ts';
export { type DocumentRules, nobody } from './documentRules.ts';
export { type RelayLimits, relayLimits } from './limits.ts';
export type { Admission, Admitted } from './people/admission.ts';
export { createRelay, type Relay, type RelayOptions } from './relay.ts';
export { isUpgradeToSocket } from './relaySocket.ts';
export { checkUpdate } from './wire/updateGate.ts';
