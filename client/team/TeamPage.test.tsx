import type { PersonReply } from '@duken/shared/protocol';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { team } from '../texts/nb/team.ts';
import { Interpreters, TeamMember } from './TeamPage.tsx';

const selam: PersonReply = { personId: 'selam', name: 'Selam', voices: [], readsPlans: true, isSubject: false };
const member = (person: PersonReply) =>
  renderToStaticMarkup(<TeamMember person={person} isOpen={false} onEdit={() => undefined} />);
const asked = (...people: PersonReply[]) =>
  renderToStaticMarkup(<Interpreters boardId="b" people={people} meeting="2026-12-04" onOrdered={() => undefined} />);

beforeAll(async () => {
  await initTexts();
  i18next.addResourceBundle('nb', 'team', team);
});

describe('somebody in the team', () => {
  it('stands with why they are there, what they may decide, and a number to press', () => {
    const shown = member({ ...selam, service: 'NAV', reason: 'Kjenner saken', mayDecide: 'Depositum', phone: '99 88' });
    for (const words of ['Selam', 'NAV', 'Kjenner saken', 'Depositum', 'href="tel:9988"'])
      expect(shown).toContain(words);
  });

  it('is asked why of, who is there without a reason; not whom the plan is about', () => {
    expect(member(selam)).toContain('Det står ikke noe ennå om hvorfor.');
    expect(member({ ...selam, isSubject: true })).not.toContain('hvorfor');
  });
});

describe('an interpreter', () => {
  it('is asked about for who needs one and has none at this meeting, in the language they read', () => {
    const shown = asked({ ...selam, interpreter: {}, language: 'ti' }, { ...selam, personId: 'y', name: 'Yonas' });
    expect(shown).toContain('Er tolk bestilt til 4. desember 2026?');
    expect(shown).toContain('ትግርኛ');
    expect(shown).not.toContain('Yonas');
  });

  it('is not asked about where one is ordered for that day', () => {
    expect(asked({ ...selam, interpreter: { orderedFor: '2026-12-04' } })).toBe('');
  });
});
