import type { LetterLanguage, LetterReader, PlanForm } from '@duken/shared/letter';
import {
  admitReply,
  type admitRequest,
  type answerActionRequest,
  type answerChildRequest,
  type answerHelperRequest,
  answerLinksReply,
  type approvePlanRequest,
  type archiveReceiptRequest,
  type askChildRequest,
  type barrierRequest,
  boardListReply,
  boardReply,
  type caseFieldsRequest,
  caseLogReply,
  type changeActionRequest,
  type changeBoardRequest,
  type changeMeetingRequest,
  changeMeReply,
  type changeMeRequest,
  type changePersonRequest,
  consentSchema,
  consentsReply,
  contactSchema,
  contactsReply,
  cutLetterReply,
  cutSchema,
  cutsReply,
  type DemoId,
  followUpReply,
  freezeReply,
  type freezeRequest,
  invitationReply,
  joinReply,
  type joinRequest,
  layoutsReply,
  letterSchema,
  linkedCutReply,
  linksReply,
  maxEmptied,
  meetingSchema,
  meetingsReply,
  meReply,
  momentReply,
  municipalityReply,
  newAnswerLinkReply,
  type newAnswerLinkRequest,
  newBoardReply,
  type newBoardRequest,
  type newConsentRequest,
  type newContactRequest,
  newCutReply,
  type newCutRequest,
  newLinkReply,
  type newLinkRequest,
  newMeetingReply,
  type newMeetingRequest,
  type newPersonRequest,
  newSurveyReply,
  type newSurveyRequest,
  outsideWordsReply,
  type PaperSize,
  participantsReply,
  peopleReply,
  personSchema,
  planLifeReply,
  planListReply,
  planReply,
  type planTimeRequest,
  previewCutReply,
  type previewCutRequest,
  programmeReply,
  pulseReply,
  type pulseRequest,
  pulseResultReply,
  pulseStateReply,
  type ReportScope,
  type releasePlanRequest,
  restoreReply,
  type restoreRequest,
  saidReply,
  sinceLastReply,
  type statusAnswerRequest,
  statusCalendarReply,
  statusReply,
  type surveyAnswerRequest,
  surveyResultReply,
  type TileSize,
  termsReply,
  timelineReply,
  withdrawConsentReply,
  type withdrawConsentRequest,
} from '@duken/shared/protocol';
import { z } from 'zod';
import { request, requestFile } from './request.ts';

/** One function for each route of the API that the pages use (design.md, "Public interface"). */

const board = (boardId: string) => `/api/boards/${encodeURIComponent(boardId)}`;
const nothing = z.unknown();

export const listBoards = () => request('/api/boards', { reply: boardListReply.transform(({ boards }) => boards) });

/** Renames a board, puts it away, or takes it out again. */
export const changeBoard = (boardId: string, body: z.input<typeof changeBoardRequest>) =>
  request(board(boardId), { method: 'PATCH', body, reply: boardReply });

/** Deletes a board for good. */
export const deleteBoard = (boardId: string) => request(board(boardId), { method: 'DELETE', reply: nothing });

/** What the municipality has set up for its meetings. */
export const readMunicipality = () => request('/api/municipality', { reply: municipalityReply });

/** Tells the municipality what shuts somebody out. */
export const tellBarrier = (body: z.input<typeof barrierRequest>) =>
  request('/api/barriers', { method: 'POST', body, reply: nothing });

/** Words that the operator explains, beside those that ship. */
export const listTerms = () => request('/api/words', { reply: termsReply.transform(({ words }) => words) });

/** The layouts a board can be made with. */
export const listLayouts = () => request('/api/layouts', { reply: layoutsReply.transform(({ layouts }) => layouts) });

export const createBoard = (body: z.input<ReturnType<typeof newBoardRequest>>) =>
  request('/api/boards', { method: 'POST', body, reply: newBoardReply });

/** Makes this browser's own copy of a demo case. */
export const createDemo = (demoId: DemoId) =>
  request(`/api/demos/${demoId}`, { method: 'POST', body: {}, reply: newBoardReply });

/** What a link leads to. */
export const readInvitation = (boardId: string, secret: string) =>
  request(`${board(boardId)}/invitation`, { method: 'POST', body: { secret }, reply: invitationReply });

export const joinBoard = (boardId: string, body: z.input<typeof joinRequest>) =>
  request(`${board(boardId)}/join`, { method: 'POST', body, reply: joinReply });

/** Who this browser is on the board; the problem's status is 401 for somebody who is not in. */
export const whoAmI = (boardId: string) => request(`${board(boardId)}/me`, { reply: meReply });

/** Gives oneself another name. */
export const changeMe = (boardId: string, body: z.input<typeof changeMeRequest>) =>
  request(`${board(boardId)}/me`, { method: 'PATCH', body, reply: changeMeReply });

/** A child lets the one who was named write for it, or does so no more. */
export const answerHelper = (boardId: string, body: z.input<typeof answerHelperRequest>) =>
  request(`${board(boardId)}/me/helper`, { method: 'PUT', body, reply: nothing });

export const listParticipants = (boardId: string) =>
  request(`${board(boardId)}/participants`, { reply: participantsReply.transform(({ participants }) => participants) });

/** Takes somebody away from the table. */
export const removeParticipant = (boardId: string, participantId: string) =>
  request(`${board(boardId)}/participants/${encodeURIComponent(participantId)}`, { method: 'DELETE', reply: nothing });

/** Lets in somebody who knocks, and says who they are. */
export const admitParticipant = (boardId: string, participantId: string, body: z.input<typeof admitRequest>) =>
  request(`${board(boardId)}/participants/${encodeURIComponent(participantId)}/admit`, {
    method: 'POST',
    body,
    reply: admitReply,
  });

export const refuseParticipant = (boardId: string, participantId: string) =>
  request(`${board(boardId)}/participants/${encodeURIComponent(participantId)}/refuse`, {
    method: 'POST',
    reply: nothing,
  });

/** The people of the case; for the leader. */
export const listPeople = (boardId: string) =>
  request(`${board(boardId)}/people`, { reply: peopleReply.transform(({ people }) => people) });

export const addPerson = (boardId: string, body: z.input<typeof newPersonRequest>) =>
  request(`${board(boardId)}/people`, { method: 'POST', body, reply: personSchema });

/** Changes only the named fields. */
export const changePerson = (boardId: string, personId: string, body: z.input<typeof changePersonRequest>) =>
  request(`${board(boardId)}/people/${encodeURIComponent(personId)}`, { method: 'PATCH', body, reply: personSchema });

/** Which services share what, newest first. */
export const listConsents = (boardId: string) =>
  request(`${board(boardId)}/consents`, { reply: consentsReply.transform(({ consents }) => consents) });

/** Says whether staff are named to whom the plan is about, in the log. */
export const hideStaff = (boardId: string, hidden: boolean) =>
  request(`${board(boardId)}/log/staff`, { method: 'PUT', body: { hidden }, reply: nothing });

/** Who has seen and done what at a case, newest first. */
export function readCaseLog(boardId: string, page: { readonly before?: number; readonly personId?: string } = {}) {
  const query = new URLSearchParams({
    ...(page.before === undefined ? {} : { before: String(page.before) }),
    ...(page.personId === undefined ? {} : { person: page.personId }),
  });
  return request(`${board(boardId)}/log${query.size > 0 ? `?${query}` : ''}`, { reply: caseLogReply });
}

export const recordConsent = (boardId: string, body: z.input<typeof newConsentRequest>) =>
  request(`${board(boardId)}/consents`, { method: 'POST', body, reply: consentSchema });

export const withdrawConsent = (boardId: string, consentId: string, body: z.input<typeof withdrawConsentRequest>) =>
  request(`${board(boardId)}/consents/${encodeURIComponent(consentId)}/withdraw`, {
    method: 'POST',
    body,
    reply: withdrawConsentReply,
  });

export const listLinks = (boardId: string) =>
  request(`${board(boardId)}/links`, { reply: linksReply.transform(({ links }) => links) });

export const createLink = (boardId: string, body: z.input<typeof newLinkRequest>) =>
  request(`${board(boardId)}/links`, { method: 'POST', body, reply: newLinkReply });

/** One more link for the leader. */
export const createLeaderLink = (boardId: string) =>
  request(`${board(boardId)}/leader-link`, { method: 'POST', reply: newLinkReply });

export const withdrawLink = (boardId: string, linkId: string) =>
  request(`${board(boardId)}/links/${encodeURIComponent(linkId)}`, { method: 'DELETE', reply: nothing });

export const listMeetings = (boardId: string) =>
  request(`${board(boardId)}/meetings`, { reply: meetingsReply.transform(({ meetings }) => meetings) });

/** How it has gone with what was promised at the last meeting. */
export const readSinceLast = (boardId: string) => request(`${board(boardId)}/since-last`, { reply: sinceLastReply });

/** The days of the meetings and of one's own tiltak, as a calendar file. */
export const calendarFileUrl = (boardId: string) => `${board(boardId)}/calendar.ics`;

/** What those who lead have noted for themselves, the newest day first. */
export const listContacts = (boardId: string) =>
  request(`${board(boardId)}/contacts`, { reply: contactsReply.transform(({ contacts }) => contacts) });

export const addContact = (boardId: string, body: z.input<typeof newContactRequest>) =>
  request(`${board(boardId)}/contacts`, { method: 'POST', body, reply: contactSchema });

export const createMeeting = (boardId: string, body: z.input<typeof newMeetingRequest>) =>
  request(`${board(boardId)}/meetings`, { method: 'POST', body, reply: newMeetingReply });

export const changeMeeting = (boardId: string, meetingId: string, body: z.input<typeof changeMeetingRequest>) =>
  request(`${board(boardId)}/meetings/${encodeURIComponent(meetingId)}`, {
    method: 'PATCH',
    body,
    reply: meetingSchema,
  });

export const freezeMeeting = (boardId: string, meetingId: string) =>
  request(`${board(boardId)}/meetings/${encodeURIComponent(meetingId)}/freeze`, {
    method: 'POST',
    body: {} satisfies z.input<typeof freezeRequest>,
    reply: freezeReply,
  });

/** A pause for all; nobody is told who asked. */
export const askForPause = (boardId: string) => request(`${board(boardId)}/pause`, { method: 'POST', reply: nothing });

/** Ends the pause, for all; for the leader. */
export const endPause = (boardId: string) => request(`${board(boardId)}/pause`, { method: 'DELETE', reply: nothing });

/** Asks a child quietly whether it would change a note of its own. */
export const askChild = (boardId: string, body: z.input<typeof askChildRequest>) =>
  request(`${board(boardId)}/questions`, { method: 'POST', body, reply: nothing });

/** What the child says to that. */
export const answerChild = (boardId: string, body: z.input<typeof answerChildRequest>) =>
  request(`${board(boardId)}/questions/answer`, { method: 'POST', body, reply: nothing });

/** Hands a draft of one's own to whoever leads, to be read out. */
export const handToReadOut = (boardId: string, draftId: string) =>
  request(`${board(boardId)}/read-out`, { method: 'POST', body: { draftId }, reply: nothing });

/** Takes it back, as long as it was not read out. */
export const takeBackReadOut = (boardId: string, draftId: string) =>
  request(`${board(boardId)}/read-out/back`, { method: 'POST', body: { draftId }, reply: nothing });

/** Says that somebody's words were read out; for the leader. */
export const wasReadOut = (boardId: string, body: { readonly personId: string; readonly draftId: string }) =>
  request(`${board(boardId)}/read-out/done`, { method: 'POST', body, reply: nothing });

/** Opens a round without names; for the leader. */
export const openRound = (boardId: string) => request(`${board(boardId)}/round`, { method: 'POST', reply: nothing });

/** Ends it with nothing laid; for the leader. */
export const closeRound = (boardId: string) => request(`${board(boardId)}/round`, { method: 'DELETE', reply: nothing });

/** Lays what all who are done have written, mixed; for the leader. */
export const layRound = (boardId: string) =>
  request(`${board(boardId)}/round/laid`, { method: 'POST', reply: nothing });

/** Says that one is done in the round that is open, or not after all. */
export const sayDone = (boardId: string, isDone: boolean) =>
  request(`${board(boardId)}/round/done`, { method: isDone ? 'POST' : 'DELETE', reply: nothing });

/** Removes the notes in the bin for good. */
export const emptyBin = (boardId: string, notes: readonly string[]) =>
  request(`${board(boardId)}/bin/empty`, {
    method: 'POST',
    body: { notes: notes.slice(0, maxEmptied) },
    reply: nothing,
  });

export const listPlans = (boardId: string) => request(`${board(boardId)}/plans`, { reply: planListReply });

export const readPlan = (boardId: string, version: number) =>
  request(`${board(boardId)}/plans/${version}`, { reply: planReply });

/** What is asked for of a letter: in which language, and whose copy it is. */
export interface LetterWish {
  readonly lang: LetterLanguage;
  readonly for?: LetterReader;
  readonly form?: PlanForm;
  /** Of *Min plan*: the note that is its dream. */
  readonly dream?: string;
  /** Of *Min plan*: the themes it may speak of, with commas between. */
  readonly themes?: string;
  /** The version it tells the difference from; else the one before. */
  readonly since?: number;
}

/** A version as a letter, with every sentence. */
export const readLetter = (boardId: string, version: number, wish: LetterWish) =>
  request(`${board(boardId)}/plans/${version}/letter?${queryOf(wish)}`, { reply: letterSchema });

/** How it has gone with a version since it was frozen. */
export const readPlanLife = (boardId: string, version: number) =>
  request(`${board(boardId)}/plans/${version}/life`, { reply: planLifeReply });

const happensToPlan = (boardId: string, version: number, what: string, body: unknown) =>
  request(`${board(boardId)}/plans/${version}/${what}`, { method: 'POST', body, reply: nothing });

/** Says yes to a version, or writes down that the citizen has. */
export const approvePlan = (boardId: string, version: number, body: z.input<typeof approvePlanRequest>) =>
  happensToPlan(boardId, version, 'approve', body);

/** Notes how long it was agreed to think. */
export const agreeOnTime = (boardId: string, version: number, body: z.input<typeof planTimeRequest>) =>
  happensToPlan(boardId, version, 'time', body);

/** Takes a draft into use when the agreed time is over. */
export const releasePlan = (boardId: string, version: number, body: z.input<typeof releasePlanRequest>) =>
  happensToPlan(boardId, version, 'release', body);

/** Notes what the archive called a version. */
export const noteReceipt = (boardId: string, version: number, body: z.input<typeof archiveReceiptRequest>) =>
  happensToPlan(boardId, version, 'receipts', body);

/** Where a version lies packed for the archive. */
export const archiveFileUrl = (boardId: string, version: number, notes: readonly string[] = []) =>
  `${board(boardId)}/plans/${version}/arkiv.zip${notes.length > 0 ? `?notater=${notes.map(encodeURIComponent).join(',')}` : ''}`;

/** Says something to one of the tiltak of a version. */
export const answerAction = (
  boardId: string,
  version: number,
  noteId: string,
  body: z.input<typeof answerActionRequest>,
) =>
  request(`${board(boardId)}/plans/${version}/answers/${encodeURIComponent(noteId)}`, {
    method: 'PUT',
    body,
    reply: nothing,
  });

/** What the cases need that this session leads. */
export const readFollowUp = () => request('/api/followup', { reply: followUpReply });

/** Where the tiltak of all one's own cases lie as one table. */
export const casesFileUrl = (lang: LetterLanguage) => `/api/duk.csv?${queryOf({ lang })}`;

/** Where the empty duk is to be had as PDF. `sheet`: the number of the sheet of paper. */
export const paperFileUrl = (
  boardId: string,
  size: PaperSize,
  asked: { readonly lang: LetterLanguage; readonly sheet: number },
) => `${board(boardId)}/paper/${size}.pdf?${queryOf(asked)}`;

/** The same to be looked at. */
export const paperPictureUrl = (boardId: string, lang: LetterLanguage) =>
  `${board(boardId)}/paper.svg?${queryOf({ lang, sheet: 0 })}`;

/** What a person has said yes to, as their link shows it. */
export const readAnswerLinks = (boardId: string, personId: string) =>
  request(answerLinks(boardId, personId), { reply: answerLinksReply });

export const createAnswerLink = (boardId: string, personId: string, body: z.input<typeof newAnswerLinkRequest>) =>
  request(answerLinks(boardId, personId), { method: 'POST', body, reply: newAnswerLinkReply });

export const withdrawAnswerLinks = (boardId: string, personId: string) =>
  request(answerLinks(boardId, personId), { method: 'DELETE', reply: nothing });

/** The browser forgets whose link it was opened by. */
export const leaveStatus = () => request('/api/status/leave', { method: 'POST', body: {}, reply: nothing });

export const readSaid = (boardId: string) => request(`${board(boardId)}/answers`, { reply: saidReply });

/** What each tiltak is called outside the case. */
export const readOutsideWords = (boardId: string) =>
  request(`${board(boardId)}/outside-words`, { reply: outsideWordsReply });

export const checkOutsideWords = (boardId: string, texts: Readonly<Record<string, string>>) =>
  request(`${board(boardId)}/outside-words`, { method: 'PATCH', body: { texts }, reply: nothing });

const answerLinks = (boardId: string, personId: string) =>
  `${board(boardId)}/people/${encodeURIComponent(personId)}/answer-links`;

/** Has seen to what was answered to a tiltak. */
export const settleAnswers = (boardId: string, noteId: string) =>
  request(`${board(boardId)}/actions/${encodeURIComponent(noteId)}/settle`, {
    method: 'POST',
    body: {},
    reply: nothing,
  });

/** What somebody has to answer by a link of their own. */
export const enterStatus = (secret: string | undefined) =>
  request('/api/status/enter', { method: 'POST', body: { secret }, reply: statusReply });

/** An address for one's own calendar. */
export const makeStatusCalendar = (secret: string | undefined) =>
  request('/api/status/calendar', { method: 'POST', body: { secret }, reply: statusCalendarReply });

export const withdrawStatusCalendars = (secret: string | undefined) =>
  request('/api/status/calendar/withdraw', { method: 'POST', body: { secret }, reply: statusReply });

export const answerStatus = (itemId: string, body: z.input<typeof statusAnswerRequest>) =>
  request(`/api/status/${encodeURIComponent(itemId)}`, { method: 'POST', body, reply: statusReply });

/** Moves a tiltak's date, or says how far it has come. */
export const changeAction = (boardId: string, noteId: string, body: z.input<typeof changeActionRequest>) =>
  request(`${board(boardId)}/actions/${encodeURIComponent(noteId)}`, { method: 'PATCH', body, reply: nothing });

export type PlanFormat = 'pdf' | 'docx' | 'txt' | 'svg' | 'png' | 'json' | 'csv';

/** Where a version lies as a file. */
export const planFileUrl = (
  boardId: string,
  version: number,
  format: PlanFormat,
  wish: Omit<LetterWish, 'since'> = { lang: 'nb' },
) => `${board(boardId)}/plans/${version}.${format}?${queryOf(wish)}`;

/** The duk of a version in parts that are read on paper. */
export const dukTilesUrl = (boardId: string, version: number, size: TileSize, lang: LetterLanguage) =>
  `${board(boardId)}/plans/${version}/duk-${size}.pdf?lang=${lang}`;

/** The moments of a duk that can be looked at again. */
export const readTimeline = (boardId: string) => request(`${board(boardId)}/timeline`, { reply: timelineReply });

/** The duk as it was at one of them. */
export const readMoment = (boardId: string, position: number, lang: LetterLanguage) =>
  request(`${board(boardId)}/timeline/${position}?lang=${lang}`, { reply: momentReply });

/** Makes the duk, or some of its notes, what it was then, over what was seen of it. */
export const restoreMoment = (boardId: string, position: number, body: z.input<typeof restoreRequest>) =>
  request(`${board(boardId)}/timeline/${position}/restore`, { method: 'POST', body, reply: restoreReply });

/** Takes back what was restored last. */
export const undoRestore = (boardId: string) =>
  request(`${board(boardId)}/timeline/undo`, { method: 'POST', reply: restoreReply });

const promiseLetter = (boardId: string, version: number, personId: string) =>
  `${board(boardId)}/plans/${version}/letters/${encodeURIComponent(personId)}`;

/** What one person has said yes to in a version, as a letter. */
export const readPromises = (boardId: string, version: number, personId: string, lang: LetterLanguage) =>
  request(`${promiseLetter(boardId, version, personId)}?lang=${lang}`, { reply: letterSchema });

export const promiseFileUrl = (
  boardId: string,
  version: number,
  personId: string,
  format: 'pdf' | 'docx',
  lang: LetterLanguage,
) => `${promiseLetter(boardId, version, personId)}.${format}?lang=${lang}`;

/** The same with the secret of a link of theirs in it. */
export const fetchPromiseFile = (
  boardId: string,
  version: number,
  personId: string,
  format: 'pdf' | 'docx',
  lang: LetterLanguage,
  secret: string,
) => requestFile(promiseFileUrl(boardId, version, personId, format, lang), { secret });

/** What was given of the plans, newest first; for the leader and whom the plan is about. */
export const listCuts = (boardId: string) =>
  request(`${board(boardId)}/cuts`, { reply: cutsReply.transform(({ cuts }) => cuts) });

/** What was given to one's own seat. */
export const listOwnCuts = (boardId: string) =>
  request(`${board(boardId)}/cuts/mine`, { reply: cutsReply.transform(({ cuts }) => cuts) });

/** What somebody would get of a version. */
export const previewCut = (boardId: string, version: number, body: z.input<typeof previewCutRequest>) =>
  request(`${board(boardId)}/plans/${version}/cuts/preview`, { method: 'POST', body, reply: previewCutReply });

/** Gives what was seen. */
export const giveCut = (boardId: string, version: number, body: z.input<typeof newCutRequest>) =>
  request(`${board(boardId)}/plans/${version}/cuts`, { method: 'POST', body, reply: newCutReply });

export const withdrawCut = (boardId: string, cutId: string) =>
  request(`${board(boardId)}/cuts/${encodeURIComponent(cutId)}/withdraw`, { method: 'POST', reply: cutSchema });

export const readCut = (boardId: string, cutId: string, lang: LetterLanguage) =>
  request(`${board(boardId)}/cuts/${encodeURIComponent(cutId)}/letter?lang=${lang}`, { reply: cutLetterReply });

/** Where a cut that was given lies as a file. */
export const cutFileUrl = (boardId: string, cutId: string, format: PlanFormat, lang: LetterLanguage) =>
  `${board(boardId)}/cuts/${encodeURIComponent(cutId)}.${format}?lang=${lang}`;

/** Opens a link to a cut; where this browser has opened it already, it reads on. */
export const enterCut = (secret: string) =>
  request('/api/cuts/enter', { method: 'POST', body: { secret }, reply: linkedCutReply });

/** A cut that this browser has opened, in a language. */
export const readLinkedCut = (cutId: string, lang: LetterLanguage) =>
  request(`/api/cuts/${encodeURIComponent(cutId)}/letter?lang=${lang}`, { reply: linkedCutReply });

export const linkedCutFileUrl = (cutId: string, format: PlanFormat, lang: LetterLanguage) =>
  `/api/cuts/${encodeURIComponent(cutId)}/file.${format}?lang=${lang}`;

/** A survey of staff, with links that are told this once. */
export const createSurvey = (body: z.input<typeof newSurveyRequest>) =>
  request('/api/surveys', { method: 'POST', body, reply: newSurveyReply });

/** Whether a link still takes an answer. */
export const openSurvey = (secret: string) =>
  request('/api/surveys/open', { method: 'POST', body: { secret }, reply: nothing });

export const answerSurvey = (body: z.input<typeof surveyAnswerRequest>) =>
  request('/api/surveys/answer', { method: 'POST', body, reply: nothing });

export const readSurvey = (secret: string) =>
  request('/api/surveys/result', { method: 'POST', body: { secret }, reply: surveyResultReply });

/** Whether this browser's person can say how the newest meeting was. */
export const readPulseState = (boardId: string) => request(`${board(boardId)}/pulse`, { reply: pulseStateReply });

export const givePulse = (boardId: string, body: z.input<typeof pulseRequest>) =>
  request(`${board(boardId)}/pulse`, { method: 'POST', body, reply: pulseReply });

/** What came of all cases together, and the cases that this browser's person leads. */
export const readProgramme = () => request('/api/programme', { reply: programmeReply });

export const sayCaseFields = (boardId: string, body: z.input<typeof caseFieldsRequest>) =>
  request(`${board(boardId)}/programme`, { method: 'PATCH', body, reply: nothing });

export const reportFileUrl = (scope: ReportScope, format: 'pdf' | 'docx', lang: LetterLanguage) =>
  `/api/programme/${scope}.${format}?lang=${lang}`;

/** How meetings were, of all cases together; for those who lead. */
export const readPulse = () => request('/api/pulse', { reply: pulseResultReply });

function queryOf(wish: LetterWish & { readonly sheet?: number }): string {
  return new URLSearchParams(Object.entries(wish).map(([key, value]) => [key, String(value)])).toString();
}
