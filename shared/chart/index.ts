export { type ChartLook, paperChart } from './chartLook.ts';
export { type Mark, mark, type Picture, svgOf } from './mark.ts';
