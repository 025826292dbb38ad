import { type News, newsSchema } from '@duken/shared/protocol';

type Listener = (changed: News['changed'] | 'everything') => void;

/** One stream per board, however many listen: a browser allows six connections to a server over plain HTTP. */
const streams = new Map<string, { readonly source: EventSource; readonly listeners: Set<Listener> }>();

/**
 * Tells when rows of the board have changed. After the connection was gone, `everything` may have.
 *
 * @returns stops listening
 */
export function listenForNews(boardId: string, listener: Listener): () => void {
  const stream = streams.get(boardId) ?? openStream(boardId);
  stream.listeners.add(listener);
  return () => {
    stream.listeners.delete(listener);
    if (stream.listeners.size > 0) return;
    stream.source.close();
    streams.delete(boardId);
  };
}

function openStream(boardId: string) {
  const source = new EventSource(`/api/boards/${encodeURIComponent(boardId)}/events`);
  const listeners = new Set<Listener>();
  const tell = (changed: Parameters<Listener>[0]) => {
    for (const listener of [...listeners]) listener(changed);
  };
  let wasGone = false;
  source.onerror = () => {
    wasGone = true;
  };
  source.onopen = () => {
    if (wasGone) tell('everything');
    wasGone = false;
  };
  source.onmessage = ({ data }) => {
    const news = newsSchema.safeParse(parseJson(data));
    if (news.success) tell(news.data.changed);
  };
  const stream = { source, listeners };
  streams.set(boardId, stream);
  return stream;
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
