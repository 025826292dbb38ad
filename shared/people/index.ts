export { type Doer, doersOf, ownershipOf, reporterOf } from './doers.ts';
export { areOnesOwn, givenVoices, voicesAfterAdmission, voicesAfterAnswer } from './givenVoices.ts';
export { type HelperFault, helperFault, isChild } from './helper.ts';
export { roleBy } from './interpreter.ts';
export { isSameName, namesIn } from './names.ts';
export { isGivenPlans, type Person } from './person.ts';
export { isLargeTeam, withoutInterpreter } from './team.ts';
