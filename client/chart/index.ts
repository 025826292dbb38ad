export { FittedChart } from './FittedChart.tsx';
export { pageChart } from './pageChart.ts';
export { saveFile } from './saveFile.ts';
export { WideTable } from './WideTable.tsx';
