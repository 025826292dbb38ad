import type { ProblemKind } from '@duken/shared/protocol';

/** What can go wrong at the server, as a reader of this language is told it. */
export const problems = {
  invalidRequest: 'Something you sent is missing or wrong. Correct the fields that are named, and try again.',
  malformedRequest: 'What arrived is not a valid HTTP request. Look over the program or the network that sent it.',
  notIn: 'You are not in on this duk. Open the share link you were given, and write your name.',
  notAllowed: 'Your role on this duk does not allow this. Ask the investment leader to do it.',
  accessEnded:
    'The link you came in by has been withdrawn or has expired, or you have been taken off the duk. Ask the investment leader for a new link.',
  notInConsent:
    'Your service is on the duk by a consent to share, which has been withdrawn, has run out or does not name it. Ask whoever leads the meetings if you think this is wrong.',
  serviceNotInConsent:
    'The consents of this case do not name the service. Write it as it stands in the consent, or record a new consent first.',
  consentNotFound: 'There is no such consent, or it has been withdrawn already. Load the page again.',
  cutNotInConsent:
    'The consents of this case do not cover all the themes you have chosen, for whoever is to get them. Take themes away, or record a new consent first.',
  cutNotFound: 'The case has no such extract, or it has been withdrawn. Reload the page.',
  cutChanged: 'The extract is another than the one you looked at. Look it through again, and then give it.',
  cutLinkRefused: 'The link is wrong, used up, withdrawn or expired. Ask whoever sent it for a new one.',
  waiting: 'The leader has not let you in yet. Wait, or tell the leader that you are here.',
  refused: 'The leader did not let you in to the duk. Ask the leader if you think that is wrong.',
  plansNotGiven: 'The plan versions of this duk are not shared with you. Ask the leader to share them with you.',
  makerStays:
    'Whoever made the duk can only be changed by themselves. Talk to them, or to those who run Duken where you are.',
  makerLinkStays: 'Whoever made the duk is in by this link. Only they can withdraw it.',
  personNotFound: 'The case has no such person. Load the page again.',
  noChildsVoice:
    'The one you want to give a helper does not have the child’s voice. Give them the child’s voice first, and try again.',
  helperIsChild: 'The one who is to help is the child, or has the child’s voice. Choose an adult who does not have it.',
  helperChanged: 'The leader has chosen somebody else, or nobody, to write for you. Load the page again.',
  linkRefused: 'The link is wrong, withdrawn or expired. Ask whoever invited you for a new one.',
  foreignOrigin: 'Changes must be made from Duken’s own pages. Open Duken in the browser, and try again there.',
  unknownHost:
    'Duken does not answer to this name. Use the address you were given, or ask whoever runs Duken to add the name.',
  notFound: 'There is nothing at this address. See whether the address is written correctly.',
  linkNotFound: 'The duk has no such link, or it was withdrawn before. Reload the page.',
  participantNotFound: 'The duk has no such participant, or the person was removed before. Reload the page.',
  answerLinkRefused: 'The link is wrong, was withdrawn or has expired. Ask whoever sent it for a new one.',
  actionNotFound: 'The tiltak is taken off the duk, or is no tiltak any more. Reload the page.',
  meetingNotFound: 'We cannot find the meeting on this duk. Make it again, and try once more.',
  momentNotFound: 'The sheet is not kept as it was then. Choose another moment from the time line.',
  seenTooLongAgo:
    'It is too long since you saw what would become different. Look at it once more, and restore after that.',
  nothingToUndo: 'The sheet has not been restored, or that has been undone already.',
  nothingPromised: 'The person has said yes to nothing that is still to be done in this version of the plan.',
  versionNotFound: 'The duk has no such plan version. Choose one from the list of plan versions.',
  versionUnreadable:
    'The plan version was made by another edition of Duken and cannot be shown here. It has not been altered: download it as JSON, or ask whoever runs Duken to update.',
  actionNotInPlan: 'The plan version has no such action. Load the page again.',
  notCitizen:
    'The plan is approved by the one it is about, from their own link. If the citizen has said yes in words, the leader can write it down with the day and how it was said.',
  newerVersion: 'A newer version of the plan has been made. Open the newest one, and answer that.',
  planNotDraft: 'The plan is approved or in use already. Load the page again to see how it stands.',
  planIsDraft:
    'The plan is not approved yet and is not sent on. Wait until the citizen has said yes, or until the time you agreed on is over.',
  archiveGroundMissing:
    'The package for the archive must say which law the plan is shielded by, and that is not set up here. Ask whoever runs Duken to set DUK_ARCHIVE_GROUND.',
  timeShortened: 'The family was promised time until the day you agreed on. Choose that day or a later one.',
  timeNotAgreed:
    'The plan cannot be taken into use without approval before an agreed time for thinking is over. Agree on a day with the family first.',
  timeNotPassed: 'The time you agreed on is not over yet. Wait until the day after its last day.',
  citizenAbsent:
    'No decisions about me without me: the person the plan is about was not put down as present. The plan is a draft until they have said yes.',
  versionAltered: 'The plan version was altered after it was frozen, and cannot be shown. Tell whoever runs Duken.',
  requestTooSlow:
    'The server waited for the rest of the request, but it did not come. Look over the network, and try again.',
  meetingFrozen:
    'The meeting is already frozen as a plan version and cannot be changed. Make a new meeting for what is new.',
  boardEmpty: 'The duk has no notes yet, so there is nothing to make a plan of. Write on the duk first.',
  boardUnreadable:
    'The duk was made by another edition of Duken and cannot be read here. Update the server, and try again.',
  layoutMissing:
    'The layout that the duk was made with is no longer on the server, so the duk can be read, but not changed or frozen. Ask whoever runs Duken to put it back.',
  boardDamaged:
    'Something saved on the duk is damaged, and therefore it is not shown. Nothing has been deleted. Ask whoever runs the server to look at it.',
  ownLinkStays:
    'You came in by this link yourself, so it cannot be withdrawn from here. Come in by another leader link first.',
  ownSeatStays: 'You cannot remove yourself, for then the duk could be left without a leader. Remove only the others.',
  requestTooLarge: 'What you sent is too large. Send less at a time.',
  wrongMediaType: 'The content must be sent as JSON, with Content-Type: application/json.',
  headersTooLarge: 'The head of the request is too large. Delete the cookies for this site, and try again.',
  childsNoteNotFound: 'The note is no longer there, or the child who wrote it is not here now. Load the page anew.',
  childAskedAlready: 'Somebody has asked the child about this note already. The child answers when it wants.',
  childHasYourQuestion:
    'The child has a question from you that it has not answered. Wait until it has before you ask more.',
  childSaidNo: 'The child has said no to changing this note. It stands as it is.',
  draftNotFound: 'The note is not there any more, or it is empty. Load the page again.',
  draftHandedOver: 'The investment leader has the note already, or has read it. Load the page again.',
  nobodyLeads: 'Nobody leads the duk now. The note is still yours alone.',
  tooManyToReadOut: 'The investment leader has many notes from you that are not read yet. Wait until some are read.',
  roundNotOpen: 'No round without names is open now. What you have written is still yours alone.',
  roundTooFewPeople: 'A round without names needs at least three who can write. With fewer, it hides nobody.',
  roundTooFewWrote:
    'Fewer than three have written something and said that they are done. The round would hide nobody, so nothing is on the duk. Wait a little, or end the round. Everybody keeps what they have written.',
  roundNotForChildren:
    'What a child writes only the child can change. Without a name nobody would guard it. Lay the notes on the duk yourself, and they are yours.',
  dukFull: 'There is no room for more notes on the duk. Throw some away first.',
  pauseJustWas: 'You have just had a pause. Wait a couple of minutes, or say at the table that you need one more.',
  tooManyRequests: 'There were too many attempts from here in a short time. Wait a minute, and try again.',
  tooManyBoards:
    'So many duks have been made from here in the last day that no more can be made now. Those that exist work as before. Try again later, or tell whoever runs Duken.',
  internalError: 'Something went wrong on the server. Try again; tell whoever runs Duken if it goes on.',
  exportFailed:
    'Something went wrong when the file was made. The plan is safe; download it as JSON, and tell whoever runs Duken.',
  noteNotSet:
    'The file was not made, because what stands on a note cannot be set. The plan is safe. Write the note anew and freeze again, or download the plan as plain text. The note is:',
  exportBusy: 'The server is busy making other files. The plan is safe. Wait a little, and try again.',
  freezeGivenUp: 'The server did not manage to make the plan. Nothing has changed. Wait a little, and try again.',
  serverFull: 'So many are in on Duken just now that there is no room for more. Try again in a little while.',
  diskNearlyFull:
    'There is little room left on the server, so no new duk can be made now. Those that exist work as before. Tell whoever runs Duken.',
  tooManyWindows: 'You have this duk open in too many windows. Close some of them, and try again.',
  stopping: 'The server is stopping to start again. Nothing has changed. Try again in a moment.',
  storageUnavailable: 'The server cannot save just now. Nothing has changed. Try again in a little while.',
  frozenTooOften:
    'The duk has been frozen so many times in the last day that it cannot be frozen again before tomorrow. What is on it is saved.',
  boardArchived: 'The case is closed. The duk can be read, not changed. The investment leader can open it again.',
  binNotCleared:
    'The notes are gone from the duk, but the server could not delete the words from storage. Empty the bin once more in a little while.',
  plansBusy: 'Many are reading the plans on this duk at once. The plan is safe. Wait a little, and try again.',
  notSignedIn: 'You are not signed in, or it is too long ago. Sign in, and try again.',
  signInRefused: 'The e-mail address or the password is not right. Look over both, and try again.',
  signInTooSoon: 'Too many wrong passwords have been tried. Wait a minute, and try again.',
  signInBusy: 'Many are signing in just now. Wait some seconds, and try again.',
  barrierNotSent: 'We could not send it now. Try again in a while, or write an e-mail.',
  freshSignInNeeded: 'This cannot be undone, so we must know that it is you. Sign in again.',
  notSetUp: 'Nobody has set up Duken here yet.',
  setupRefused: 'The link is wrong, used or older than an hour. Make a new one on the server, and open it.',
  accountMayNot: 'Your account does not allow this. Ask an administrator for help.',
  accountNotFound: 'There is no such account, or it has ended. Load the page again.',
  accountExists: 'There is an account with this e-mail address already.',
  accountInvitationRefused: 'The link is wrong, used or has expired. Ask the administrator for a new one.',
  lastAdminStays: 'This is the last administrator. Make an account for a new one first.',
  accountOfProvider:
    "The account comes from the municipality's own sign-in and has no password here. Whoever owns it signs in there.",
  passkeyRefused: 'The passkey was not accepted. Try again; if it has been removed here, you need another.',
  passkeyNotHere:
    'Passkeys only work at the address that Duken was set up with, and not at an address in numbers. Open that.',
  passkeyKnown: 'This passkey is in use here already. Make a new one.',
  tooManyPasskeys: 'The account has as many passkeys as it can have. Remove one that you do not use, and try again.',
  passkeyNotFound: 'There is no such passkey here, or it has been removed. Load the page again.',
  passkeyMustBeUsed:
    'The account has a passkey. Sign in with it; if you have lost it, an administrator can make a new link.',
  lastPasskeyStays: 'Without this passkey you cannot get in. Add a new one first.',
  loginProviderNotFound:
    'There is no such sign-in any more. Reload the page, and choose one of those that stand there.',
  logoutTokenRefused: 'The message about signing out is not as agreed with the sign-in. Nobody has been signed out.',
  passwordWeak: 'The password is too easy to guess. Use for instance four random words with spaces.',
  leadersHaveAccounts: 'Here one leads by an account, not by a link. Share the case with a co-leader instead.',
  leaderNotFound: 'No account that may lead has this e-mail address.',
  leadsAlready: 'The one you want to share with leads this case already.',
  ownerStays: 'Only the owner can take other leaders out, and must hand the case over before leaving it.',
  ownerErases: 'Only the owner of the case can erase it for good.',
  proposalNotFound: 'The core team has no such proposal, or it is erased. Go back to the list.',
  proposalChanged:
    'Somebody else has changed the proposal since you opened it. Reload the page and see what it says now.',
  proposalStandsElse: 'This cannot be done with the proposal as it stands now. Reload the page.',
  anotherLeads:
    'Whoever makes the duk leads the case, and another was chosen for that. Ask them to make it, or choose yourself first.',
  storyNotFound: 'They have told no story, or have erased it.',
  storyNotGiven: 'Only whoever told the story can let you read it. Ask whether you may.',
  storyChanged: 'The story was written on in another window. Keep what you wrote here, and reload the page.',
} as const satisfies Record<ProblemKind, string>;
