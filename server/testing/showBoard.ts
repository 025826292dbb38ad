import { createHash } from 'node:crypto';
import type { Board, BoardId } from '@duken/shared/board';
import { Visitor } from './visitor.ts';

/** A board in an installation that was kept: how to get in, and what there was to see. */
export interface KeptBoard {
  readonly boardId: BoardId;
  /** Whose browser was in: what its session cookie held, and who they are. */
  readonly leader: { readonly token: string; readonly participantId: string };
  /** Of the links, by what was done with each. */
  readonly secrets: Readonly<Record<'leader' | 'join', string>> & Readonly<Record<string, string>>;
  readonly shown: ShownBoard;
}

/** What somebody who comes in by the leader's link is shown, as far as it is kept. */
interface ShownBoard {
  readonly me: object;
  readonly participants: readonly object[];
  readonly links: readonly object[];
  /** Where each link leads; a refusal without its wording. */
  readonly invitations: Readonly<Record<string, object>>;
  readonly meetings: readonly object[];
  readonly sheet: Board;
  readonly plans: readonly { readonly version: number; readonly sha256: string }[];
  readonly chainIsWhole: boolean;
  /** Of each version: SHA-256 of the files that hold what was frozen, and the one that is made anew, line by line. */
  readonly files: readonly {
    readonly version: number;
    readonly json: string;
    readonly svg: string;
    readonly csv: readonly string[];
  }[];
  /** From each version to the next. */
  readonly differences: readonly object[];
}

/** Comes in as somebody who was not there before, and looks at everything; what is said of themselves is left out. */
export async function showBoard(
  origin: string,
  { boardId, secrets }: Pick<KeptBoard, 'boardId' | 'secrets'>,
): Promise<{ readonly shown: ShownBoard; readonly newcomer: Visitor }> {
  const newcomer = await Visitor.joining(origin, boardId, { secret: secrets.leader, name: 'Ny kollega' });
  const { participantId, ...me } = await newcomer.get<{ participantId: string }>('/me');
  const { participants } = await newcomer.get<{ participants: { participantId: string; online: boolean }[] }>(
    '/participants',
  );
  const invitations: Record<string, object> = {};
  for (const [link, secret] of Object.entries(secrets)) invitations[link] = await invitation(newcomer, secret);
  const { plans, chainIsWhole } = await newcomer.get<Pick<ShownBoard, 'plans' | 'chainIsWhole'>>('/plans');
  const files: ShownBoard['files'][number][] = [];
  const differences: object[] = [];
  for (const { version } of plans) {
    const [json, svg, csv] = await Promise.all(
      ['json', 'svg', 'csv'].map((format) => newcomer.file(`/plans/${version}.${format}`)),
    );
    if (!json || !svg || !csv) throw new Error('a file is missing');
    files.push({ version, json: sha256Of(json), svg: sha256Of(svg), csv: csv.toString().split('\r\n') });
    if (version > 1) differences.push(await newcomer.get(`/plans/${version - 1}/diff/${version}`));
  }
  const shown = {
    me,
    participants: participants
      .filter((other) => other.participantId !== participantId)
      .map(({ online: _, ...participant }) => participant),
    links: (await newcomer.get<{ links: object[] }>('/links')).links,
    invitations,
    meetings: (await newcomer.get<{ meetings: object[] }>('/meetings')).meetings,
    sheet: await newcomer.atDuk(),
    plans,
    chainIsWhole,
    files,
    differences,
  };
  return { shown, newcomer };
}

async function invitation({ origin, boardId }: Visitor, secret: string): Promise<object> {
  const reply = await fetch(`${origin}/api/boards/${boardId}/invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  if (reply.ok) return (await reply.json()) as object;
  const { type, status } = (await reply.json()) as { type: string; status: number };
  return { type, status };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
