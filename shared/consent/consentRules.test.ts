import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../board/index.ts';
import type { Consent, ConsentId } from './consent.ts';
import {
  comesForService,
  consentState,
  mayBeHere,
  runsOutSoon,
  serviceStanding,
  servicesIn,
  servicesOutAfter,
  sharingNow,
} from './consentRules.ts';

const recordedBy = { personId: 'mona' as PersonId, name: 'Mona' };
const consent = (more: Partial<Consent> = {}): Consent => ({
  id: 'one' as ConsentId,
  services: ['NAV', 'Skolen'],
  themes: [],
  purpose: 'Å lage en plan sammen',
  words: 'NAV og skolen kan snakke sammen om oss.',
  givenBy: 'Eirin',
  how: 'spoken',
  givenOn: '2026-01-10',
  until: '2026-06-01',
  recordedBy,
  recordedAt: 1,
  ...more,
});
const withdrawn = (from: Consent): Consent => ({
  ...from,
  withdrawal: { by: 'Eirin', how: 'spoken', recordedBy, at: 2 },
});
const today = '2026-05-01';

describe('a consent to share', () => {
  it('counts through its last day, and not once it is withdrawn', () => {
    expect(consentState(consent(), '2026-06-01')).toBe('given');
    expect(consentState(consent(), '2026-06-02')).toBe('runOut');
    expect(consentState(withdrawn(consent()), today)).toBe('withdrawn');
  });

  it('lets in the services it names, however their name is written', () => {
    expect(serviceStanding([consent()], ' nav ', today)).toEqual({ kind: 'named', until: '2026-06-01' });
    const longer = consent({ services: ['Nav'], until: '2026-12-01' });
    expect(serviceStanding([consent(), longer], 'NAV', today)).toEqual({ kind: 'named', until: '2026-12-01' });
  });

  it('says why a service is outside', () => {
    expect(serviceStanding([], 'NAV', today)).toEqual({ kind: 'open' });
    expect(serviceStanding([consent()], 'Barnevernet', today)).toEqual({ kind: 'outside', why: 'notNamed' });
    expect(serviceStanding([consent()], undefined, today)).toEqual({ kind: 'outside', why: 'notNamed' });
    expect(serviceStanding([consent()], 'NAV', '2026-07-01')).toEqual({ kind: 'outside', why: 'runOut' });
    expect(serviceStanding([withdrawn(consent())], 'NAV', today)).toEqual({ kind: 'outside', why: 'withdrawn' });
  });

  it('asks nothing of whoever leads, nor of family and network', () => {
    expect(comesForService({ role: 'leader', service: 'NAV', voices: ['service'] })).toBe(false);
    expect(comesForService({ role: 'editor', voices: ['family'] })).toBe(false);
    expect(comesForService({ role: 'viewer', service: 'NAV', voices: [] })).toBe(true);
    expect(mayBeHere([consent()], { role: 'editor', voices: ['service'] }, today)).toBe(false);
    expect(mayBeHere([], { role: 'editor', voices: ['service'] }, today)).toBe(true);
  });

  it('is one sentence with others about the same until the same day', () => {
    const doctor = consent({ services: ['Fastlegen', 'nav'] });
    const money = consent({ services: ['NAV'], themes: ['economy'], until: '2026-09-01' });
    expect(sharingNow([consent(), doctor, money, withdrawn(consent({ services: ['Politiet'] }))], today)).toEqual([
      { services: ['NAV'], themes: ['economy'], until: '2026-09-01' },
      { services: ['NAV', 'Skolen', 'Fastlegen'], themes: [], until: '2026-06-01' },
    ]);
  });

  it('is told of three weeks before it runs out, unless another goes on', () => {
    expect(runsOutSoon([consent()], '2026-05-10')).toEqual([]);
    expect(runsOutSoon([consent()], '2026-05-11')).toEqual([
      { service: 'NAV', until: '2026-06-01' },
      { service: 'Skolen', until: '2026-06-01' },
    ]);
    const longer = consent({ services: ['NAV'], until: '2026-12-01' });
    expect(runsOutSoon([consent(), longer], '2026-05-11')).toEqual([{ service: 'Skolen', until: '2026-06-01' }]);
  });

  it('takes out, when it is withdrawn, the services that no other names', () => {
    const other = consent({ services: ['Skolen'] });
    expect(servicesOutAfter([consent(), other], [withdrawn(consent()), other], today)).toEqual(['NAV']);
  });
});

const service = fc.constantFrom('NAV', 'Skolen', 'Barnevernet', 'Helsestasjonen');
const someConsent = fc
  .record({
    services: fc.uniqueArray(service, { minLength: 1 }),
    themes: fc.uniqueArray(fc.constantFrom('economy', 'work')),
    until: fc.constantFrom('2026-04-30', today, '2026-06-01'),
    isWithdrawn: fc.boolean(),
  })
  .map(({ isWithdrawn, ...more }) => (isWithdrawn ? withdrawn(consent(more)) : consent(more)));
const someConsents = fc.array(someConsent, { minLength: 1, maxLength: 6 });

describe('whatever consents there are', () => {
  it('withdrawing one never lets anybody in', () => {
    fc.assert(
      fc.property(someConsents, fc.nat(), service, (consents, which, asked) => {
        const after = consents.map((each, at) => (at === which % consents.length ? withdrawn(each) : each));
        if (serviceStanding(consents, asked, today).kind === 'outside')
          expect(serviceStanding(after, asked, today).kind).toBe('outside');
      }),
    );
  });

  it('one more never shuts out a service that another names', () => {
    fc.assert(
      fc.property(someConsents, someConsent, service, (consents, more, asked) => {
        if (serviceStanding(consents, asked, today).kind === 'named')
          expect(serviceStanding([...consents, more], asked, today).kind).toBe('named');
      }),
    );
  });

  it('the sentences name the services that are in, and no others', () => {
    fc.assert(
      fc.property(someConsents, service, (consents, asked) => {
        const said = sharingNow(consents, today).some(({ services }) => services.includes(asked));
        expect(said).toBe(serviceStanding(consents, asked, today).kind === 'named');
        expect(servicesIn(consents, today).includes(asked)).toBe(said);
      }),
    );
  });
});
