export { drawJourney, type JourneyWords } from './drawJourney.ts';
export {
  type JourneyMeeting,
  type JourneyOverTime,
  type JourneyVersion,
  journeyOverTime,
  monthsBetween,
  movesOf,
  type Steps,
  type Strand,
  type WayGone,
  wayGone,
} from './journeyOverTime.ts';
