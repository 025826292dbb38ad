export { FittedChart } from './FittedChart.tsx';
export { pageChart } from './pageChart.ts';
export { StaircaseChart } from './StaircaseChart.tsx';
export { saveFile } from './saveFile.ts';
export { WideTable } from './WideTable.tsx';
