import { ownStorySchema, storiesReply, storyReply } from '@duken/shared/protocol';
import { z } from 'zod';
import { request } from './request.ts';

/** One function for each route of what people tell once. */

const nothing = z.unknown();
const board = (boardId: string) => `/api/boards/${encodeURIComponent(boardId)}`;
const story = (boardId: string, personId: string) => `${board(boardId)}/stories/${encodeURIComponent(personId)}`;

export const listStories = (boardId: string) => request(`${board(boardId)}/stories`, { reply: storiesReply });

export const readStory = (boardId: string, personId: string) =>
  request(story(boardId, personId), { reply: storyReply });

export const askForStory = (boardId: string, personId: string) =>
  request(`${story(boardId, personId)}/ask`, { method: 'POST', reply: nothing });

export const writeStory = (boardId: string, body: { readonly words: string; readonly revision: number }) =>
  request(`${board(boardId)}/me/story`, { method: 'PUT', body, reply: ownStorySchema });

export const eraseStory = (boardId: string) =>
  request(`${board(boardId)}/me/story`, { method: 'DELETE', reply: nothing });

/** Lets somebody read one's own, or not any more. */
export const answerStoryReader = (boardId: string, personId: string, mayRead: boolean) =>
  request(`${board(boardId)}/me/story/readers/${encodeURIComponent(personId)}`, {
    method: 'PUT',
    body: { mayRead },
    reply: nothing,
  });
