export { drawJourney, type JourneyWords, type StaircaseToDraw } from './drawJourney.ts';
export {
  type EarlierJourney,
  type JourneyMeeting,
  type JourneyOverTime,
  type JourneyVersion,
  journeyOverTime,
  type MeetingJourney,
  monthsBetween,
  movesOf,
  type Steps,
  type Strand,
  type WayGone,
  wayGone,
} from './journeyOverTime.ts';
export { type JourneyTelling, journeyInWords, type ToldWay, waySentences } from './tellJourney.ts';
