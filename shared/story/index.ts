export {
  isOpenToReaders,
  longestStory,
  type Reading,
  readingOf,
  readings,
  type StoryHead,
  type StoryReader,
} from './story.ts';
