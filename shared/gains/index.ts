export { drawAccumulated, drawYears, type GainsWords } from './drawGains.ts';
export { type Persona, personas } from './personas.ts';
export {
  examplePrices,
  type PriceId,
  type PriceItem,
  type Prices,
  priceItems,
  readPrices,
  writePrices,
} from './priceList.ts';
export { addGains, faultsOf, type Gains, type GainYear, type PriceFault, reckonGains } from './reckonGains.ts';
