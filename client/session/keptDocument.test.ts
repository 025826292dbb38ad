import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Row, RowChange, RowsOnDevice } from '../device/index.ts';
import { KeptDocument } from './keptDocument.ts';

const fromServer = Symbol('from the server');
const fromDevice = Symbol('from the device');

/** A device in memory, which may forget all or be slow. */
class DeviceForTests implements RowsOnDevice {
  all: Row[] = [];
  isForgotten = false;
  #last = 0;

  readonly rows = async (): Promise<readonly Row[]> => [...this.all];

  readonly write = async ({ add, remove }: RowChange): Promise<readonly number[] | undefined> => {
    await Promise.resolve();
    if (this.isForgotten) return undefined;
    this.all = this.all.filter(({ id }) => !remove.includes(id));
    return add.map((row) => {
      this.#last += 1;
      this.all.push({ ...row, id: this.#last });
      return this.#last;
    });
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A window on a document, with what of it the server has not got: as an update, or '' for nothing. */
async function openWindow(device: DeviceForTests) {
  const doc = new Y.Doc();
  const unsent: Uint8Array[] = [];
  const kept = new KeptDocument(doc, device, (origin) => origin === fromServer);
  const isThere = await kept.bring((update, isUnsent) => {
    if (isUnsent) unsent.push(update);
    Y.applyUpdate(doc, update, isUnsent ? fromDevice : fromServer);
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromServer) unsent.push(update);
  });
  return { doc, kept, unsent, isThere };
}

type Window = Awaited<ReturnType<typeof openWindow>>;
type Command = 'write' | 'delete' | 'others write' | 'sent' | 'closed' | 'breath';

describe('a document on the device', () => {
  it('is as it was when a window is opened again, and knows what the server has not got, whatever happened', async () => {
    const commands = fc.array(
      fc.constantFrom<Command>('write', 'write', 'delete', 'others write', 'sent', 'closed', 'breath'),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (all) => {
        const device = new DeviceForTests();
        const server = new Y.Doc();
        let window: Window = await openWindow(device);
        let count = 0;
        const send = (): void => {
          if (window.unsent.length > 0) Y.applyUpdate(server, Y.mergeUpdates(window.unsent));
          window.unsent.length = 0;
          Y.applyUpdate(window.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(window.doc)), fromServer);
          window.kept.allSaved();
        };
        for (const command of all) {
          count += 1;
          if (command === 'write') window.doc.getArray('notes').push([`note ${count}`]);
          if (command === 'delete' && window.doc.getArray('notes').length > 0) window.doc.getArray('notes').delete(0);
          if (command === 'others write') {
            const before = Y.encodeStateVector(server);
            server.getArray('notes').push([`theirs ${count}`]);
            Y.applyUpdate(window.doc, Y.encodeStateAsUpdate(server, before), fromServer);
          }
          if (command === 'sent') send();
          if (command === 'breath') await settled();
          if (command !== 'closed') continue;
          await settled();
          const was = window.doc.getArray('notes').toJSON();
          window.kept.end();
          window = await openWindow(device);
          expect(window.doc.getArray('notes').toJSON()).toEqual(was);
        }
        await settled();
        window.kept.end();
        window = await openWindow(device);
        send();
        const [here, there] = [window.doc, server].map((doc) => doc.getArray('notes').toJSON());
        expect(here).toEqual(there);
        expect(new Set(here).size).toBe(here?.length);
      }),
      { numRuns: 200 },
    );
  });

  it('holds nothing unsent once all is saved, and becomes one row where there were many', async () => {
    const device = new DeviceForTests();
    const { doc, kept } = await openWindow(device);
    for (let at = 0; at < 250; at += 1) {
      doc.getArray('notes').push([at]);
      kept.allSaved();
      await settled();
    }
    expect(device.all.length).toBeLessThan(210);
    expect(device.all.filter(({ isUnsent }) => isUnsent)).toEqual([]);
    expect((await openWindow(device)).doc.getArray('notes').length).toBe(250);
  });

  it('carries nothing on that was deleted for good, once the window was opened again', async () => {
    const device = new DeviceForTests();
    const first = await openWindow(device);
    const text = first.doc.getText('note');
    text.insert(0, 'blåveis');
    await settled();
    text.delete(0, 7);
    first.kept.allSaved();
    await settled();
    const again = await openWindow(device);
    again.kept.allSaved();
    await settled();
    expect(device.all.map(({ bytes }) => Buffer.from(bytes).toString()).join()).not.toContain('blåveis');
  });

  it('puts what came in the place of a refused document there, and nothing of that', async () => {
    const device = new DeviceForTests();
    const refused = await openWindow(device);
    refused.doc.getArray('notes').push(['refused']);
    await settled();
    refused.kept.end();
    const doc = new Y.Doc();
    doc.getArray('notes').push(['fresh']);
    const kept = new KeptDocument(doc, device, (origin) => origin === fromServer);
    await kept.startOver(refused.kept);
    doc.getArray('notes').push(['later']);
    await settled();
    const again = await openWindow(device);
    expect(again.doc.getArray('notes').toJSON()).toEqual(['fresh', 'later']);
  });

  it('takes nothing away that another window wrote and could not send', async () => {
    const device = new DeviceForTests();
    const refused = await openWindow(device);
    refused.doc.getArray('notes').push(['refused']);
    await settled();
    const another = await openWindow(device);
    another.doc.getArray('of another').push(['not sent']);
    await settled();
    another.kept.end();
    refused.kept.end();
    const doc = new Y.Doc();
    doc.getArray('notes').push(['fresh']);
    await new KeptDocument(doc, device, (origin) => origin === fromServer).startOver(refused.kept);
    await settled();
    const again = await openWindow(device);
    expect(again.doc.getArray('of another').toJSON()).toEqual(['not sent']);
    expect(again.doc.getArray('notes').toJSON()).toEqual(['fresh']);
    expect(again.unsent.length).toBe(1);
  });

  it('says that it keeps nothing once the device has forgotten the board', async () => {
    const device = new DeviceForTests();
    const { doc, kept } = await openWindow(device);
    expect(kept.keeps).toBe(true);
    device.isForgotten = true;
    doc.getArray('notes').push(['note']);
    await settled();
    expect(kept.keeps).toBe(false);
  });
});
