export { type Doer, doersOf, ownershipOf, reporterOf } from './doers.ts';
export { areOnesOwn, givenVoices, voicesAfterAdmission, voicesAfterAnswer } from './givenVoices.ts';
export { type HelperFault, helperFault, isChild } from './helper.ts';
export { roleBy } from './interpreter.ts';
export { isSameName, namesIn } from './names.ts';
export { type InterpreterNeed, isGivenPlans, type Person } from './person.ts';
export { isLargeTeam, largeTeamFrom, withoutInterpreter } from './team.ts';
