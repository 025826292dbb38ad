export { StoryLine } from './StoryLine.tsx';
export { StoryPage } from './StoryPage.tsx';
