import { createHash } from 'node:crypto';
import type { Role } from '@duken/shared/access';
import { may } from '@duken/shared/access';
import type { NoteId } from '@duken/shared/board';
import { failed, succeeded } from '@duken/shared/result';
import { DOMParser } from '@xmldom/xmldom';
import { parse as contentDispositionOf } from 'content-disposition';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { SeatNow, WatchReply } from '../access/index.ts';
import { handleErrors } from '../http/index.ts';
import { inspectVersion } from '../plans/index.ts';
import type { ArchivedVersion, ArchivedVersionHead } from '../storage/index.ts';
import { type ExportTools, exportRoutes } from './exportRoutes.ts';
import { letterToSet } from './letterToSet.ts';
import { openRenderer, type Renderer } from './renderer.ts';
import { pageTexts } from './testing/pageTexts.ts';
import { agreed, boardWith, noContacts, note, pictureOf, versionOf } from './testing/planBuilders.ts';

const version = versionOf(
  boardWith([note('loan', { column: 'now', theme: 'housing' }, { text: 'Søke startlån', action: agreed })]),
);

function archivedAs(planJson: string): ArchivedVersion {
  return {
    boardId: version.boardId,
    version: 1,
    meetingId: version.meetingId,
    position: 1,
    frozenAt: version.frozenAt,
    state: new Uint8Array(),
    planJson,
    picture: pictureOf(version),
    sha256: createHash('sha256').update(planJson).digest('hex'),
    previousSha256: '',
  };
}

function doorFor(role: Role | undefined): WatchReply {
  return async (_request, _reply, _boardId, permission) => {
    if (!role) return failed({ kind: 'notIn' });
    // Of the seat the routes look at nothing but whose it is, for the log: to have one is to be let in.
    const seat = {
      board: { id: version.boardId },
      person: { id: 'person-1', name: 'Mona' },
      participant: { id: 'participant-1', role, accessId: 'link-1' },
    } as SeatNow;
    return may({ role, plansGiven: true }, permission) ? succeeded(seat) : failed({ kind: 'notAllowed' });
  };
}

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function appFor(
  options: {
    role?: Role | undefined;
    planJson?: string;
    sha256?: string;
    laterJson?: string;
    renderer?: Renderer;
    contactsOf?: ExportTools['contactsOf'];
    log?: (line: string) => void;
  } = {},
): Promise<FastifyInstance> {
  const { role = 'viewer', planJson = JSON.stringify(version), renderer = openRenderer() } = options;
  const { log } = options;
  const app = fastify(log ? { logger: { stream: { write: log } } } : {});
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handleErrors(app);
  const archive = {
    find: async (_boardId: string, number: number) => {
      if (number === 2 && options.laterJson) return { ...archivedAs(options.laterJson), version: 2 };
      const { sha256 } = options;
      return number === 1 ? { ...archivedAs(planJson), ...(sha256 ? { sha256 } : {}) } : undefined;
    },
  };
  const watchReply = doorFor('role' in options ? options.role : role);
  const inspect = async ({ version: number }: ArchivedVersionHead) => {
    const archived = await archive.find('', number);
    return succeeded(archived && inspectVersion(archived));
  };
  const { contactsOf = async () => noContacts } = options;
  const journeyBefore = async () => succeeded({ meetings: [], leftOut: 0 });
  await app.register(exportRoutes({ archive, contactsOf, journeyBefore, watchReply, renderer, inspect }));
  // As the route that reads a version: it must not be shadowed.
  app.get('/api/boards/:boardId/plans/:version', async () => 'the version itself');
  opened.push(app, renderer);
  return app;
}

const plans = `/api/boards/${version.boardId}/plans`;

describe('a plan version as a file', () => {
  it.each([
    ['json', 'application/json; charset=utf-8', '{'],
    ['pdf', 'application/pdf', '%PDF-1.7'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['txt', 'text/plain; charset=utf-8', 'Investeringsplan for Eirin'],
    ['svg', 'image/svg+xml; charset=utf-8', '<svg '],
    ['png', 'image/png', '\x89PNG'],
    ['csv', 'text/csv; charset=utf-8', '\xef\xbb\xbf"Tiltak"'],
  ])('comes as .%s with its type and a name one finds again', async (format, type, start) => {
    const reply = await (await appFor()).inject(`${plans}/1.${format}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe(type);
    expect(reply.headers['cache-control']).toBe('private, no-store');
    const { type: disposition, parameters } = contentDispositionOf(String(reply.headers['content-disposition']));
    expect(disposition).toBe('attachment');
    expect(parameters.filename).toMatch(new RegExp(`Eirin versjon 1, 2026-09-16\\.${format}$`));
    expect(reply.rawPayload.subarray(0, start.length).toString('latin1')).toBe(start);
  });

  it('is, as JSON and as SVG, the very bytes that were stored', async () => {
    const planJson = JSON.stringify(version);
    const app = await appFor({ planJson });
    expect((await app.inject(`${plans}/1.json`)).payload).toBe(planJson);
    expect((await app.inject(`${plans}/1.svg`)).payload).toBe(pictureOf(version));
  });

  it('of a draft says in each format and in its name that it is one, and its JSON is what was hashed', async () => {
    const planJson = JSON.stringify(version);
    const renderer = openRenderer();
    const contactsOf = async () => ({ ...noContacts, life: { state: 'draft' as const } });
    const app = await appFor({ planJson, contactsOf, renderer });
    for (const [language, mark] of [
      ['nb', 'UTKAST'],
      ['nn', 'UTKAST'],
      ['en', 'DRAFT'],
    ] as const) {
      const fileAs = async (format: string) => {
        const reply = await app.inject(`${plans}/1.${format}?lang=${language}`);
        expect([format, reply.statusCode]).toEqual([format, 200]);
        const { parameters } = contentDispositionOf(String(reply.headers['content-disposition']));
        expect(parameters.filename).toMatch(new RegExp(`^${mark} .*, 2026-09-16\\.${format}$`));
        return reply;
      };
      expect((await fileAs('json')).payload).toBe(planJson);
      const svg = (await fileAs('svg')).payload;
      expect(svg).toContain(`>${mark}</text>`);
      expect(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement?.tagName).toBe('svg');
      const [headings = [], row = []] = (await fileAs('csv')).payload.split('\r\n').map((line) => line.split(';'));
      // In a column of its own; those that came after it stand behind it.
      expect(row.indexOf(`"${mark}"`)).toBe(headings.length - 6);
      expect((await fileAs('txt')).payload.split('\n')).toContain(mark);
      const pages = pageTexts((await fileAs('pdf')).rawPayload);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) expect(page).toContain(mark);
      const header = strFromU8(unzipSync((await fileAs('docx')).rawPayload)['word/header1.xml'] ?? new Uint8Array());
      expect(header).toContain(mark);
    }
    // Drawn of the marked picture, and so taller by the band with the word.
    const heightOf = async (from: FastifyInstance) => (await from.inject(`${plans}/1.png`)).rawPayload.readUInt32BE(20);
    expect(await heightOf(app)).toBeGreaterThan(await heightOf(await appFor({ planJson, renderer })));
  });

  it('takes the language it has, and says what is known of what it does not know', async () => {
    const app = await appFor();
    for (const language of ['nb', 'nn', 'en'])
      expect((await app.inject(`${plans}/1.json?lang=${language}`)).statusCode).toBe(200);
    const unknown = await app.inject(`${plans}/1.json?without=health`);
    expect(unknown.json()).toMatchObject({
      type: '/problems/invalidRequest',
      errors: [{ detail: 'I adressen: Bare dette kan stå her: lang.' }],
    });
    expect(unknown.body).not.toContain('health');
    const tongue = await app.inject(`${plans}/1.json?lang=xx`);
    expect(tongue.json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/lang', detail: 'I adressen: Må være en av: nb, nn, en.' }],
    });
  });

  it.each([
    ['svg', 'nn', 'Duk Eirin versjon 1, 2026-09-16.svg'],
    ['csv', 'en', 'Actions Eirin version 1, 2026-09-16.csv'],
    ['pdf', 'en', 'Investment plan Eirin version 1, 2026-09-16.pdf'],
  ])('comes as .%s in the language asked for (%s), its name too', async (format, language, name) => {
    const reply = await (await appFor()).inject(`${plans}/1.${format}?lang=${language}`);
    expect(reply.statusCode).toBe(200);
    expect(contentDispositionOf(String(reply.headers['content-disposition'])).parameters.filename).toBe(name);
    if (format === 'svg') expect(reply.payload).toContain('lang="nn"');
    if (format === 'csv') expect(reply.payload).toContain('"Action";"Theme";"Who";"Service";"By";"Status"');
  });

  it.each([
    ['form=brev', '/form', 'plan, minplan, individuell'],
    ['for=alle', '/for', 'family, team'],
    ['form=minplan&themes=work,moon', '/themes', 'work, housing, '],
    ['form=minplan&dream=nobody', '/dream', ''],
  ])('says what is known of %s, which it does not know', async (asked, pointer, known) => {
    const reply = await (await appFor()).inject(`${plans}/1.pdf?${asked}`);
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ pointer, detail: expect.stringContaining(known) }] });
    expect(reply.payload).not.toMatch(/brev|alle|moon|nobody/);
  });

  it.each([
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('comes as an individuell plan (%s), by its own name', async (format, type) => {
    const reply = await (await appFor()).inject(`${plans}/1.${format}?form=individuell`);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type]);
    expect(contentDispositionOf(String(reply.headers['content-disposition'])).parameters.filename).toBe(
      `Individuell plan Eirin versjon 1, 2026-09-16.${format}`,
    );
  });

  it('comes as Min plan, by its own name', async () => {
    const reply = await (await appFor()).inject(`${plans}/1.txt?form=minplan&themes=housing`);
    expect(contentDispositionOf(String(reply.headers['content-disposition'])).parameters.filename).toBe(
      'Min plan Eirin versjon 1, 2026-09-16.txt',
    );
    expect(reply.payload).toContain('Dette gjør andre');
  });

  it('is made anew when whom to ring has become another', async () => {
    let made = 0;
    const renderer: Renderer = {
      render: async () => {
        made += 1;
        return succeeded(new Uint8Array(1));
      },
      queued: 0,
      close: () => {},
    };
    let leader = 'Marit';
    const contactsOf = async () => ({ ...noContacts, leaders: [{ name: leader }] });
    const app = await appFor({ renderer, contactsOf });
    for (const name of ['Marit', 'Marit', 'Guro']) {
      leader = name;
      await app.inject(`${plans}/1.pdf`);
    }
    expect(made).toBe(2);
  });

  it('is made once for all who ask for it', async () => {
    let made = 0;
    const renderer: Renderer = {
      render: async () => {
        made += 1;
        return succeeded(new Uint8Array(1));
      },
      queued: 0,
      close: () => {},
    };
    const app = await appFor({ renderer });
    const asked = await Promise.all(Array.from({ length: 20 }, () => app.inject(`${plans}/1.pdf`)));
    expect(asked.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200));
    expect(made).toBe(1);
  });

  it('leaves the address of the version itself to its own route', async () => {
    expect((await (await appFor()).inject(`${plans}/1`)).payload).toBe('the version itself');
  });

  it.each([
    ['2.pdf', 404, 'versionNotFound'],
    ['0.pdf', 400, 'invalidRequest'],
    ['99999999999999999999.pdf', 400, 'invalidRequest'],
  ])('that is not there, %s, is answered with what to do', async (name, status, kind) => {
    const reply = await (await appFor()).inject(`${plans}/${name}`);
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toMatchObject({ type: `/problems/${kind}`, status });
  });

  it.each(['[]', '{"format":1}', 'not JSON'])(
    'that cannot be read (%s) is not made into tables or letters',
    async (planJson) => {
      const app = await appFor({ planJson });
      for (const format of ['csv', 'pdf'])
        expect((await app.inject(`${plans}/1.${format}`)).json()).toMatchObject({
          type: '/problems/versionUnreadable',
          status: 409,
        });
      expect((await app.inject(`${plans}/1.json`)).payload).toBe(planJson);
      expect((await app.inject(`${plans}/1.png`)).statusCode).toBe(200);
    },
  );

  it('that was altered until it cannot be read is not passed on in any form', async () => {
    const app = await appFor({ planJson: '{"format":1}', sha256: 'of what it was' });
    for (const format of ['csv', 'pdf', 'json', 'svg', 'png'])
      expect((await app.inject(`${plans}/1.${format}`)).json()).toMatchObject({
        type: '/problems/versionAltered',
        status: 500,
      });
  });

  it.each([
    ['says so when the version before cannot be read', 'not JSON', 'Versjon 1 kan ikke leses'],
    ['tells what changed when it can', JSON.stringify(version), 'Ingenting på duken er endret'],
  ])('%s', async (_, planJson, said) => {
    const letters: string[] = [];
    const renderer: Renderer = {
      render: async (job) => {
        if (job.kind === 'pdf') letters.push(JSON.stringify(letterToSet(job).letter));
        return succeeded(new Uint8Array());
      },
      queued: 0,
      close: () => {},
    };
    const app = await appFor({ planJson, laterJson: JSON.stringify({ ...version, version: 2 }), renderer });
    expect((await app.inject(`${plans}/2.pdf`)).statusCode).toBe(200);
    expect(letters.join()).toContain(said);
  });

  it.each([
    ['viewer', 200],
    ['interpreter', 200],
    ['editor', 200],
    ['leader', 200],
    ['admin', 403],
    [undefined, 401],
  ] as const)('is for those who were given the plans: %s → %i', async (role, status) => {
    expect((await (await appFor({ role })).inject(`${plans}/1.csv`)).statusCode).toBe(status);
  });

  it.each([
    [{ kind: 'busy' }, 503, 'exportBusy'],
    [{ kind: 'tooSlow' }, 503, 'exportBusy'],
    [{ kind: 'stopped' }, 503, 'exportBusy'],
    [{ kind: 'refused', reason: 'unknown font' }, 500, 'exportFailed'],
  ] as const)('that cannot be made (%o) is answered with a problem', async (failure, status, kind) => {
    const renderer: Renderer = { render: async () => failed(failure), queued: 0, close: () => {} };
    const reply = await (await appFor({ renderer })).inject(`${plans}/1.pdf`);
    expect(reply.json()).toMatchObject({ type: `/problems/${kind}`, status });
    expect(reply.headers['retry-after']).toBe(status === 503 ? '10' : undefined);
  });

  it('that cannot be set for one note names the note to whoever asked, and not to the log', async () => {
    const lines: string[] = [];
    const words = { noteId: 'loan' as NoteId, said: '«Søke startlån» (Dette gjør vi nå, Bosituasjon)' };
    const renderer: Renderer = {
      render: async () => failed({ kind: 'refused', reason: 'cannot set `…`', note: words }),
      queued: 0,
      close: () => {},
    };
    const app = await appFor({ renderer, log: (line) => lines.push(line) });
    const reply = await app.inject(`${plans}/1.pdf`);
    expect(reply.json()).toMatchObject({
      type: '/problems/noteNotSet',
      status: 422,
      errors: [{ pointer: '/notes/loan', detail: words.said }],
    });
    expect(lines.join()).toContain('a file was not made');
    expect(lines.join()).not.toContain('startlån');
  });

  it('thirty letters of one case, asked for at once, all come, and another case waits for one of them at most', async () => {
    const renderer = openRenderer();
    const done: string[] = [];
    const waits: number[] = [];
    const asked = {
      get queued() {
        return renderer.queued;
      },
      close: () => renderer.close(),
      render: async (job, line) => {
        const made = await renderer.render(job, line);
        done.push(line ?? '');
        return made;
      },
    } satisfies Renderer;
    const app = await appFor({ renderer: asked });
    const letters = Array.from({ length: 30 }, (_, n) =>
      app.inject(
        `${plans}/1.${['pdf', 'docx', 'txt'][n % 3]}?lang=${['nb', 'nn', 'en'][Math.floor(n / 3) % 3]}&form=${['plan', 'individuell'][Math.floor(n / 9) % 2]}&for=${n < 18 ? 'family' : 'team'}`,
      ),
    );
    // All thirty stand in line before the other one comes.
    await expect.poll(() => renderer.queued + done.length, { timeout: 30_000 }).toBe(30);
    const before = done.length;
    const other = await asked.render(
      { kind: 'svg', planJson: JSON.stringify(version), language: 'nn' },
      'another case',
    );
    expect(other.ok).toBe(true);
    waits.push(done.indexOf('another case') - before);
    expect((await Promise.all(letters)).map(({ statusCode }) => statusCode)).toEqual(Array(30).fill(200));
    // The one under way, and where it was just done, the next that was begun.
    expect(waits[0]).toBeLessThanOrEqual(2);
  });
});
