import { describe, expect, it } from 'vitest';
import { drawAccumulated, drawYears, type GainsWords } from './drawGains.ts';
import { personas } from './personas.ts';
import { examplePrices, type Prices, readPrices, writePrices } from './priceList.ts';
import { addGains, type Gains, reckonGains } from './reckonGains.ts';

function gainsOf(id: string, prices: Prices = examplePrices): Gains {
  const persona = personas.find((each) => each.id === id);
  if (!persona) throw new Error(`nobody is called ${id}`);
  const reckoned = reckonGains(persona, prices);
  if (!reckoned.ok) throw new Error(JSON.stringify(reckoned.failure));
  return reckoned.value;
}
const thousands = (gains: Gains) => gains.years.map(({ accumulated }) => accumulated / 1000);

describe('the gains of three invented persons', () => {
  it.each([
    ['jimmy', 3_200_000, 477_000, 2_723_000, 2_723_000, 0, 1],
    ['karuchi', 15_000_000, -350_000, 15_350_000, 11_100_000, 4_250_000, 2],
    ['child', 36_000_000, 21_000_000, 15_000_000, 15_000_000, 0, 1],
  ])('of %s come to the totals of the report', (id, worst, best, difference, avoided, returned, paysFrom) => {
    expect(gainsOf(id)).toMatchObject({ worst, best, difference, avoided, returned, paysFrom });
  });

  it('come to 33 073 000 together, of which what came in is told apart from what was not spent', () => {
    const all = addGains(personas.map(({ id }) => gainsOf(id)));
    expect(all).toMatchObject({
      worst: 54_200_000,
      best: 21_127_000,
      difference: 33_073_000,
      avoided: 28_823_000,
      returned: 4_250_000,
    });
    expect(all.avoided + all.returned).toBe(all.difference);
    expect(all.years.at(-1)?.accumulated).toBe(all.difference);
  });

  it('grow from year to year', () => {
    expect(thousands(gainsOf('jimmy'))).toEqual([140, 340, 600, 880, 1_175, 1_480, 1_788, 2_098, 2_410, 2_723]);
    expect(thousands(gainsOf('karuchi'))).toEqual([-100, 200, 1_400, 2_650, 3_950, 5_300, 11_000, 12_450, 13_900, 15_350]); // biome-ignore format: one row
    expect(thousands(gainsOf('child'))).toEqual([300, 900, 1_800, 3_000, 4_500, 6_200, 8_100, 10_200, 12_500, 15_000]);
  });

  it('move with a price, of those who are given it and no others', () => {
    const dearer = { ...examplePrices, temporaryHome: 50_000 };
    expect(gainsOf('karuchi', dearer).worst).toBe(15_000_000 + 10 * 12 * 10_000);
    expect(gainsOf('karuchi', dearer).best).toBe(-350_000 + 24 * 10_000);
    expect(gainsOf('jimmy', dearer)).toEqual(gainsOf('jimmy'));
  });

  it('pay from no year where they never do', () => {
    const free = { ...examplePrices, socialBenefit: 0, followUp: 0 };
    expect(gainsOf('jimmy', free).paysFrom).toBeUndefined();
  });

  it('are not reckoned with a price that is missing or below 0, of those whom it concerns', () => {
    const { followUp: _, ...missing } = examplePrices;
    const [jimmy, , child] = personas;
    if (!jimmy || !child) throw new Error('three persons');
    expect(reckonGains(jimmy, { ...missing, socialBenefit: -1 })).toEqual({
      ok: false,
      failure: {
        faults: [
          { kind: 'priceNegative', item: 'socialBenefit' },
          { kind: 'priceMissing', item: 'followUp' },
        ],
      },
    });
    expect(reckonGains(jimmy, { ...examplePrices, followUp: Number.NaN }).ok).toBe(false);
    expect(reckonGains(child, missing).ok).toBe(true);
  });
});

describe('a list of prices as a file', () => {
  it('is read as it was written', () => {
    expect(readPrices(writePrices(examplePrices))).toEqual({ prices: examplePrices, unknown: 0 });
  });
  it('keeps what is known, and counts the rest', () => {
    expect(readPrices('{"format":1,"prices":{"followUp":900,"noe":1}}')).toEqual({
      prices: { followUp: 900 },
      unknown: 1,
    });
  });
  it.each(['', 'ikke JSON', '[]', '{"format":2,"prices":{}}', '{"format":1,"prices":{"followUp":"gratis"}}'])(
    'is not %j',
    (text) => {
      expect(readPrices(text)).toBeUndefined();
    },
  );
});

describe('the pictures of the gains', () => {
  const words: GainsWords = {
    worst: 'Verst',
    best: 'Best',
    accumulated: 'Samlet',
    year: String,
    amount: (kroner) => `${kroner / 1000}`,
    alt: 'Ti år',
  };
  it.each([280, 900])('hold all within %s pixels, what is below 0 too', (width) => {
    for (const { marks, height } of [drawYears, drawAccumulated].map((draw) =>
      draw(gainsOf('karuchi'), words, { width }),
    )) {
      expect(JSON.stringify(marks)).not.toMatch(/NaN|null/);
      for (const { attributes } of marks) {
        const [x, y, tall] = [
          attributes.x ?? attributes.cx ?? 0,
          attributes.y ?? attributes.cy ?? 0,
          attributes.height ?? 0,
        ];
        expect([Number(x) >= 0, Number(x) <= width, Number(y) >= 0, Number(y) + Number(tall) <= height]).toEqual([true, true, true, true]); // biome-ignore format: one row
      }
    }
  });
});
