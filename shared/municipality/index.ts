export { type Conformance, type Criterion, conformanceReport, triedWith } from './conformance.ts';
export { dataMap, type KeptKind, notPromised, type Risk, responsibilities, risks } from './dataProtection.ts';
