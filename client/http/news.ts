import { type News, newsSchema } from '@duken/shared/protocol';

type Listener = (changed: News['changed'] | 'everything') => void;

/** How long to wait, in ms, before asking again after the server refused: a restart takes about as long. */
const askAgainMs = 4000;

/** One stream per board, however many listen: a browser allows six connections to a server over plain HTTP. */
const streams = new Map<string, { readonly close: () => void; readonly listeners: Set<Listener> }>();

/**
 * Tells when rows of the board have changed. After the connection was gone, `everything` may have.
 *
 * @returns stops listening
 */
export function listenForNews(boardId: string, listener: Listener): () => void {
  const stream = streams.get(boardId) ?? openStream(boardId);
  streams.set(boardId, stream);
  stream.listeners.add(listener);
  return () => {
    stream.listeners.delete(listener);
    if (stream.listeners.size > 0) return;
    stream.close();
    streams.delete(boardId);
  };
}

function openStream(boardId: string) {
  const listeners = new Set<Listener>();
  const tell = (changed: Parameters<Listener>[0]) => {
    for (const listener of [...listeners]) listener(changed);
  };
  let source: EventSource;
  let askAgain: ReturnType<typeof setTimeout> | undefined;
  let wasGone = false;

  const open = () => {
    source = new EventSource(`/api/boards/${encodeURIComponent(boardId)}/events`);
    source.onopen = () => {
      if (wasGone) tell('everything');
      wasGone = false;
    };
    source.onerror = () => {
      wasGone = true;
      if (source.readyState !== EventSource.CLOSED) return; // the browser itself connects again
      // The server refused: access may have ended, which `me` will tell, or something stands in for it while it restarts.
      tell('access');
      askAgain = setTimeout(open, askAgainMs);
    };
    source.onmessage = ({ data }) => {
      const news = newsSchema.safeParse(parseJson(data));
      if (news.success) tell(news.data.changed);
    };
  };
  open();
  return {
    listeners,
    close: () => {
      clearTimeout(askAgain);
      source.close();
    },
  };
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
