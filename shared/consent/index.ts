export {
  type Consent,
  type ConsentId,
  type ConsentWay,
  consentWays,
  type Recorder,
  type Withdrawal,
} from './consent.ts';
export {
  type Comer,
  type ConsentState,
  comesForService,
  consentState,
  mayBeHere,
  runsOutSoon,
  type ServiceStanding,
  type Sharing,
  serviceStanding,
  servicesOutAfter,
  sharingNow,
} from './consentRules.ts';
