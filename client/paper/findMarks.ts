import type { Pixels, SeenMark } from '@duken/shared/paper';
import aruco from 'js-aruco2';

/** Marks of our dictionary differ in twelve squares of 36: with so few wrong it is no other. */
const mostWrongSquares = 3;

/** The marks of prints that are to be seen in a picture. */
export function findMarks({ width, height, data }: Pixels): readonly SeenMark[] {
  const detector = new aruco.AR.Detector({
    dictionaryName: 'ARUCO_MIP_36h12',
    maxHammingDistance: mostWrongSquares + 1,
  });
  return detector.detectImage(width, height, data).map(({ id, corners }) => ({ id, corners }));
}
