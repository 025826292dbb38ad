import { request } from 'node:http';
import type { Contestant, Seat } from './contestant.ts';
import type { ServerGroup } from './serverGroup.ts';
import type { ServerCommand } from './serverProcess.ts';
import { hocuspocusDialect, plainDialect } from './wire/dialects.ts';

export const contestants: readonly Contestant[] = [
  bare('bare', 'each', 'bare `ws` broadcast, a frame per edit', 'bare ws'),
  bare('gathered', 'gathered', 'the same, one write per receiver and turn', 'bare ws, gathered writes'),
  {
    id: 'y-memory',
    label: '@y/websocket-server 0.1.5, memory',
    shortLabel: 'y-websocket, memory',
    command: program('yWebsocketServer.ts', 'memory'),
    dialect: plainDialect,
    holdsDocuments: true,
    newBoard: anonymous,
  },
  {
    id: 'y-leveldb',
    label: '@y/websocket-server 0.1.1, LevelDB',
    shortLabel: 'y-websocket, LevelDB',
    command: program('yWebsocketServer.ts', 'leveldb'),
    dialect: plainDialect,
    holdsDocuments: true,
    newBoard: anonymous,
  },
  {
    id: 'hocuspocus',
    label: '@hocuspocus/server 4.7.0, memory',
    shortLabel: 'Hocuspocus, memory',
    command: program('hocuspocus.ts', 'memory'),
    dialect: hocuspocusDialect,
    holdsDocuments: true,
    newBoard: anonymous,
  },
  {
    id: 'hocuspocus-sqlite',
    label: 'the same with its SQLite extension',
    shortLabel: 'Hocuspocus, SQLite',
    command: program('hocuspocus.ts', 'sqlite'),
    dialect: hocuspocusDialect,
    holdsDocuments: true,
    newBoard: anonymous,
  },
  duken('duken', 'Duken, durable journal'),
  { ...duken('duken-postgres', 'Duken on PostgreSQL'), database: 'PostgreSQL' },
  { ...duken('duken-two', 'Duken, two servers'), database: 'PostgreSQL', servers: 2 },
];

function bare(id: string, mode: string, label: string, shortLabel: string): Contestant {
  const command = program('bareBroadcast.ts', mode);
  return { id, label, shortLabel, command, dialect: plainDialect, holdsDocuments: false, newBoard: anonymous };
}

function duken(id: string, label: string): Contestant {
  const command: ServerCommand = {
    args: ['server/main.ts'],
    environment: (port, dataDir) => ({ PORT: String(port), HOST: '127.0.0.1', DUK_DATA_DIR: dataDir }),
  };
  return { id, label, shortLabel: label, command, dialect: plainDialect, holdsDocuments: true, newBoard: dukenBoard };
}

function program(file: string, mode: string): ServerCommand {
  return {
    args: [`e2e/load/servers/${file}`, mode],
    environment: (port, dataDir) => ({ PORT: String(port), LOAD_DATA_DIR: dataDir, YPERSISTENCE: dataDir }),
  };
}

/** Whoever knows a name may come, as these servers have it. */
async function anonymous(_server: ServerGroup, number: number, people: number): Promise<readonly Seat[]> {
  const boardId = `board-${number}`;
  return Array.from({ length: people }, () => ({ boardId, path: `/${boardId}`, cookie: '', server: 0 }));
}

/** How many boards one address makes here: fewer than the server takes from one address in a minute. */
const boardsPerAddress = 100;

/** A board through the public interface, and a session of its own for each who joins it by its link. */
async function dukenBoard(
  server: ServerGroup,
  number: number,
  people: number,
  sessions = people,
): Promise<readonly Seat[]> {
  // The server bounds what one address may do in a minute; a municipality's many boards come from many.
  const from = `127.0.1.${1 + Math.floor(number / boardsPerAddress)}`;
  const post = (path: string, body: object) => postJson({ port: server.portOf(0), path, from }, body);
  const { reply, cookie } = await post('/api/boards', {
    title: 'Planen til Eirin',
    templateId: 'lorenskog',
    name: 'Mona',
  });
  const { boardId, joinUrl } = reply as { boardId: string; joinUrl: string };
  const secret = new URL(joinUrl).hash.slice(1);
  const path = `/sync/${boardId}`;
  const me = await fetch(`http://127.0.0.1:${server.portOf(0)}/api/boards/${boardId}/me`, { headers: { cookie } });
  const { participantId } = (await me.json()) as { participantId: string };
  const seats: Seat[] = [{ boardId, path, cookie, participantId, server: 0 }];
  for (let guest = 1; guest < sessions; guest++) {
    const joined = await post(`/api/boards/${boardId}/join`, { secret, name: `Deltaker ${guest}` });
    const who = joined.reply as { participantId: string };
    seats.push({ boardId, path, cookie: joined.cookie, participantId: who.participantId, server: guest });
  }
  while (seats.length < people) seats.push({ boardId, path, cookie, participantId, server: seats.length });
  return seats;
}

interface PostAddress {
  readonly port: number;
  readonly path: string;
  /** The address of this machine to ask from. */
  readonly from: string;
}

function postJson({ port, path, from }: PostAddress, body: object): Promise<{ reply: unknown; cookie: string }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const asked = request(
      { port, path, host: '127.0.0.1', localAddress: from, method: 'POST', headers },
      (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          answer += part;
        });
        response.on('end', () => {
          if ((response.statusCode ?? 500) >= 300)
            reject(new Error(`${path} answered ${response.statusCode} ${answer}`));
          else resolve({ reply: JSON.parse(answer), cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '' });
        });
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}
