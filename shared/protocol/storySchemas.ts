import { z } from 'zod';
import { longestStory, readings } from '../story/index.ts';
import { cleanText, isBlank } from '../text/index.ts';

const moment = z.int().min(0);
const reading = z.enum([...readings, 'none']);

/** `PUT …/me/story`. `revision` is the one that was changed, 0 for a new story: what another window has saved is not written over, nor a story told anew. */
export const writeStoryRequest = z.object({
  words: z
    .string()
    .overwrite(cleanText)
    .min(1)
    .max(longestStory)
    .refine((text) => !isBlank(text)),
  revision: z.int().min(0),
});

/** `PUT …/me/story/readers/:personId` */
export const storyReaderRequest = z.object({ mayRead: z.boolean() });

const person = z.object({ personId: z.string(), name: z.string(), service: z.string().exactOptional(), reading });

/** One's own story, as its author alone sees it. */
export const ownStorySchema = z.object({
  words: z.string(),
  /** 0 where nothing is told yet. */
  revision: z.int(),
  changedAt: moment.exactOptional(),
  /** Everybody at the table but oneself, and those who were and have asked or been given it. */
  readers: z.array(person),
});
export type OwnStoryReply = z.output<typeof ownStorySchema>;

/** `GET …/stories`: that there are stories and whose, without a word of them; and one's own, for whom the plan is about. */
export const storiesReply = z.object({
  own: ownStorySchema.exactOptional(),
  /** Others' stories, and how one stands to them. */
  others: z.array(person),
});
export type StoriesReply = z.output<typeof storiesReply>;

/** `GET …/stories/:personId`, for who has a yes. */
export const storyReply = z.object({ name: z.string(), words: z.string(), changedAt: moment });
export type StoryReply = z.output<typeof storyReply>;
