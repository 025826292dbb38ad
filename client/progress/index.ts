export { JourneyInShort } from './JourneyInShort.tsx';
export { JourneyPage } from './JourneyPage.tsx';
export { ServicesPage } from './ServicesPage.tsx';
