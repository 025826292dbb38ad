import type { News } from '@duken/shared/protocol';
import { type Result, succeeded } from '@duken/shared/result';
import { useCallback, useEffect, useRef, useState } from 'react';
import { findAnswer, forgetAnswer, keepAnswer } from '../device/index.ts';
import {
  type LetterWish,
  listConsents,
  listLinks,
  listMeetings,
  listParticipants,
  listPeople,
  listPlans,
  readFollowUp,
  readLetter,
  readMunicipality,
  readOutsideWords,
  readPlanLife,
  readSaid,
  readSinceLast,
} from './api.ts';
import { listenForNews } from './news.ts';
import type { RequestFailure } from './requestFailure.ts';
import { listStories } from './storyApi.ts';

/** Something the server knows: on its way, failed, or here. */
export type Remote<Value> = (
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: RequestFailure }
  | { readonly kind: 'here'; readonly value: Value }
) & {
  /** Asks again; what is shown stays until the answer comes. */
  readonly reload: () => void;
};

/** What is here, and undefined where nothing is. */
export function valueIn<Value>(remote: Remote<Value>): Value | undefined {
  return remote.kind === 'here' ? remote.value : undefined;
}

type State<Value> = { readonly path: string; readonly result?: Result<Value, RequestFailure> };

/**
 * Asks the server when the page is shown and each time `path` changes. An answer to an earlier question than the one last
 * answered is dropped. A reload that fails keeps what is already on screen, whatever the failure: an old list is better than none, and
 * what is on the page with it (a form, what somebody has written) must not go because a server was busy.
 *
 * A dozen of our own lines rather than a query library: each page asks one or two questions, and the board's news
 * say when to ask again, so there is nothing to cache or guess.
 *
 * @param isKept whether the device keeps the answer for when there is no network; of paths that begin with a board's id
 */
export function useRemote<Value>(
  path: string,
  ask: () => Promise<Result<Value, RequestFailure>>,
  isKept = true,
): Remote<Value> {
  const [state, setState] = useState<State<Value>>({ path });
  const askNow = useRef(ask);
  askNow.current = ask;
  const lastAsked = useRef(0);
  const lastAnswered = useRef(0);
  /** The path that something is shown of. */
  const shown = useRef<string>(undefined);

  const reload = useCallback(async () => {
    lastAsked.current += 1;
    const question = lastAsked.current;
    const answer = await askNow.current();
    if (question <= lastAnswered.current) return;
    const result = isKept ? await withDevice(path, answer, shown.current === path) : answer;
    if (question <= lastAnswered.current) return;
    lastAnswered.current = question;
    if (result.ok) shown.current = path;
    setState((last) => (!result.ok && last.path === path && last.result?.ok ? last : { path, result }));
  }, [path, isKept]);

  useEffect(() => {
    void reload();
    return () => {
      lastAnswered.current = lastAsked.current;
    };
  }, [reload]);

  const result = state.path === path ? state.result : undefined;
  const again = useCallback(() => void reload(), [reload]);
  if (!result) return { kind: 'loading', reload: again };
  if (!result.ok) return { kind: 'failed', failure: result.failure, reload: again };
  return { kind: 'here', value: result.value, reload: again };
}

/** What is answered is kept on the device; where there is no network and nothing shown, what lies there is the answer. */
async function withDevice<Value>(
  path: string,
  answer: Result<Value, RequestFailure>,
  isShown: boolean,
): Promise<Result<Value, RequestFailure>> {
  if (answer.ok) void keepAnswer(path, answer.value);
  else if (isRefused(answer.failure)) void forgetAnswer(path);
  if (answer.ok || isShown || answer.failure.kind !== 'offline') return answer;
  const kept = await findAnswer(path);
  return kept === undefined ? answer : succeeded(kept as Value);
}

/** The server knows us, or did, and this is not ours to read any more, or is gone. */
function isRefused(failure: RequestFailure): boolean {
  return failure.kind === 'problem' && [401, 403, 404, 410].includes(failure.problem.status);
}

/** As `useRemote`, and asks again when the board's news say that rows of one of these kinds changed. */
function useBoardRows<Value>(
  boardId: string,
  kinds: readonly News['changed'][],
  ask: (boardId: string) => Promise<Result<Value, RequestFailure>>,
  isKept = true,
): Remote<Value> {
  const remote = useRemote(`${boardId}/${kinds[0]}`, () => ask(boardId), isKept);
  useReloadAtNews(boardId, kinds, remote.reload);
  return remote;
}

function useReloadAtNews(boardId: string, kinds: readonly News['changed'][], reload: () => void): void {
  useEffect(
    () =>
      listenForNews(boardId, (changed) => {
        if (changed === 'everything' || kinds.includes(changed)) reload();
      }),
    [boardId, kinds, reload],
  );
}

const participantNews = ['participants'] as const;
/** Everybody who has come in, with who is here now. */
export const useParticipants = (boardId: string) => useBoardRows(boardId, participantNews, listParticipants);

const peopleNews = ['people', 'participants'] as const;
/** The people of the case; for the leader. */
export const usePeople = (boardId: string) => useBoardRows(boardId, peopleNews, listPeople);

/** The same to name them by, for those who may know them; nobody for everybody else, who know those at the table. */
export const usePeopleToName = (boardId: string, isLeader: boolean) =>
  useBoardRows(boardId, peopleNews, async (board) => (isLeader ? listPeople(board) : succeeded([])));

const meetingNews = ['meetings'] as const;
/** The board's meetings; at most one is open, that is, without a version. */
export const useMeetings = (boardId: string) => useBoardRows(boardId, meetingNews, listMeetings);

// A link tells how many have come in by it, so newcomers change it too.
const linkNews = ['links', 'participants'] as const;
/** The board's share links; for the leader. */
export const useLinks = (boardId: string) => useBoardRows(boardId, linkNews, listLinks);

const consentNews = ['consents'] as const;
/** Which services share what, newest first. */
export const useConsents = (boardId: string) => useBoardRows(boardId, consentNews, listConsents);

const storyNews = ['stories', 'people', 'participants'] as const;
/** Whose stories there are, without a word of them, and one's own. None is kept on a device: erased is erased everywhere. */
export const useStories = (boardId: string) => useBoardRows(boardId, storyNews, listStories, false);

const planNews = ['plans'] as const;
/** The board's frozen versions, oldest first, and whether their chain is whole. */
export const usePlans = (boardId: string) => useBoardRows(boardId, planNews, listPlans);

const sinceLastNews = ['actions', 'answers', 'meetings'] as const;
/** How it has gone with what was promised at the board's last meeting, as it goes. */
export const useSinceLast = (boardId: string) => useBoardRows(boardId, sinceLastNews, readSinceLast);

const saidNews = ['actions', 'answers', 'people'] as const;
/** What each who does a tiltak has said of it; for the leader. None is kept on a device. */
export const useSaid = (boardId: string) => useBoardRows(boardId, saidNews, readSaid, false);
/** What each tiltak is called outside the case; for the leader. */
export const useOutsideWords = (boardId: string) => useBoardRows(boardId, saidNews, readOutsideWords, false);
/** What the municipality has set up for its meetings; the same for everybody, and kept by no device. */
export const useMunicipality = () => useRemote('municipality', readMunicipality, false);

const followUpNews = ['actions', 'answers', 'consents', 'meetings', 'people', 'plans'] as const;
/** What all the cases need that this session leads, as it is now: they are heard of by one line. */
export const useFollowUp = () => useBoardRows('followup', followUpNews, readFollowUp);

/** A version as a letter, which says how it stands as that goes. */
export function useLetter(boardId: string, version: number, wish: LetterWish) {
  const remote = useRemote(`${boardId}/plans/${version}/letter/${JSON.stringify(wish)}`, () =>
    readLetter(boardId, version, wish),
  );
  useReloadAtNews(boardId, planNews, remote.reload);
  return remote;
}

/** How it has gone with a version since it was frozen, as it goes. */
export function usePlanLife(boardId: string, version: number) {
  const remote = useRemote(`${boardId}/plans/${version}/life`, () => readPlanLife(boardId, version));
  useReloadAtNews(boardId, planNews, remote.reload);
  return remote;
}
