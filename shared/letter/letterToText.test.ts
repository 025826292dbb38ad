import { describe, expect, it } from 'vitest';
import { agreed, boardWith, note, versionOf } from '../plan/planBuilders.ts';
import { letterToText } from './letterToText.ts';
import { planLetter } from './planLetter.ts';

describe('a letter as plain text', () => {
  it('says all that the letter says, in its order', () => {
    const version = versionOf(
      boardWith([
        note('sea', { column: 'dream', theme: 'leisure' }, { text: 'Bo ved sjøen' }),
        note('loan', { column: 'now', theme: 'housing' }, { text: 'Søke lån', action: agreed }),
        note('sofa', { column: 'difficult', theme: 'housing' }, { text: 'Sofaen' }),
      ]),
    );
    const contacts = { leaders: [{ name: 'Marit' }], services: [], subjects: [], life: { state: 'unasked' as const } };
    const letter = planLetter({ version, sha256: 'abc', contacts, reader: 'team', language: 'nb' });
    expect(letterToText(letter).replaceAll('\u00a0', ' ')).toBe(
      `Investeringsplan for Eirin
==========================
Versjon 1 · møtet 12. november 2025

Investeringsleder: Marit
Telefon: ikke oppgitt
Neste møte: ikke avtalt
Til stede: Eirin og Leif

Det jeg drømmer om
------------------
- Bo ved sjøen (Fritid · Innbyggerens stemme · skrevet av Eirin)

Det vi skal gjøre nå
--------------------
- Søke lån (Bosituasjon)
  Hvem: Mona (Boligkontoret)
  Innen: 1. des. 2026
  Status: Avtalt

Dagens situasjon
----------------
* Bosituasjon
Det som er vanskelig:
- Sofaen (Innbyggerens stemme · skrevet av Eirin)

Duken ble frosset 13. november 2025 kl. 03.13. Planen er laget av det som sto på den da.
Fingeravtrykk (SHA-256), regnet ut av alt i denne versjonen: abc. Endres ett eneste tegn, blir det et annet.
`,
    );
  });
});
