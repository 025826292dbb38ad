export { JourneyPage } from './JourneyPage.tsx';
export { ServicesPage } from './ServicesPage.tsx';
