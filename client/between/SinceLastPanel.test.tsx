import type { Note, NoteId, ParticipantId } from '@duken/shared/board';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { between } from '../texts/nb/between.ts';
import { SinceLastFailure, SinceLastPanel } from './SinceLastPanel.tsx';

const note = (id: string, due: string): Note => ({
  id: id as NoteId,
  cell: { column: 'now', theme: 'work' },
  order: 'a0',
  text: `Gjøre ${id}`,
  voice: 'service',
  author: 'kaja' as ParticipantId,
  createdAt: 1,
  action: { owner: 'Kaja', service: 'Karrieresenteret', due, status: 'agreed' },
});
const last = {
  date: '2026-09-16',
  frozenAt: 1_789_000_000_000,
  done: ['x', 'y', 'z'],
  help: 1,
  started: 0,
  silent: 1,
  ended: 0,
  open: ['a', 'b'],
};

function shown(more: Partial<Parameters<typeof SinceLastPanel>[0]> = {}): string {
  return renderToStaticMarkup(
    <SinceLastPanel
      last={last}
      notes={[note('a', '2026-10-01'), note('b', '')]}
      today="2026-11-30"
      isOpenFirst={false}
      onHide={() => undefined}
      onStatus={() => true}
      onShow={() => undefined}
      {...more}
    />,
  );
}

describe('what is first on the duk when a meeting is opened', () => {
  beforeAll(async () => {
    await initTexts();
    i18next.addResourceBundle('nb', 'between', between);
  });

  it('is how many are done and how many need help, and the way to the open ones', () => {
    const said = shown();
    expect(said).toContain('Siden møtet 16. september 2026:');
    expect(said).toContain('3 gjort, 1 trenger hjelp, 1 uten svar');
    expect(said).toContain('Se dem ett for ett');
    expect(said).toContain('aria-label="Skjul det som er gjort siden sist"');
    expect(said).not.toContain('Gjøre a');
  });

  it('has the first open one at once where the meeting asks for it, and cannot be put away there', () => {
    const said = shown({ isOpenFirst: true, onHide: undefined });
    expect(said).toContain('1 av 2');
    expect(said).toContain('Gjøre a');
    expect(said).toContain('Kaja · Karrieresenteret');
    expect(said).toContain('Skulle vært gjort 1. oktober 2026');
    expect(said).not.toContain('Skjul det');
  });

  it('says that a note is gone, and asks nobody to change who may not', () => {
    expect(shown({ isOpenFirst: true, notes: [] })).toContain('Tiltaket er ikke på duken lenger.');
    const said = shown({ isOpenFirst: true, onStatus: undefined });
    expect(said).toContain('Vis lappen');
    expect(said).not.toContain('>I gang<');
  });

  it('can be put away where it could not be had, but where the meeting asks for it', () => {
    const failure = (onHide: (() => void) | undefined) =>
      renderToStaticMarkup(<SinceLastFailure text="Planen er endret." onRetry={() => undefined} onHide={onHide} />);
    expect(failure(() => undefined)).toContain('Planen er endret.');
    expect(failure(() => undefined)).toContain('aria-label="Skjul det som er gjort siden sist"');
    expect(failure(undefined)).not.toContain('Skjul det');
  });

  it('asks what happened to what a child wished for, as long as the child has not said', () => {
    const wish = (id: string, more: Partial<Note> = {}): Note => ({
      ...{ id: id as NoteId, cell: { column: 'dream', theme: '' }, order: 'a0', text: `Ha ${id}` },
      ...{ voice: 'child', author: 'liya' as ParticipantId, createdAt: 1, ...more },
    });
    const said = shown({
      notes: [
        wish('hund'),
        wish('rom', { goal: 'underway' }),
        wish('sykkel', { goal: 'reached' }),
        wish('katt', { goal: 'dropped' }),
        wish('ny', { createdAt: last.frozenAt + 1 }),
        wish('bra', { cell: { column: 'works', theme: '' } }),
        wish('voksen', { voice: 'citizen' }),
      ],
    });
    expect([...said.matchAll(/«Ha (\w+)»/g)].map(([, id]) => id)).toEqual(['hund', 'rom']);
    expect(said.match(/Hva skjedde\?/g)).toHaveLength(2);
  });

  it('has nothing to go through when all is done', () => {
    expect(shown({ last: { ...last, help: 0, silent: 0, open: [] } })).not.toContain('Se dem');
  });
});
