import { type News, newsSchema } from '@duken/shared/protocol';

type Listener = (changed: News['changed'] | 'everything') => void;

/** How long to wait, in ms, before coming back: up to twice this. */
const shortWaitMs = 400;
/** The same where the server has refused more than once: a restart takes about as long. */
const longWaitMs = 2000;

/**
 * One line for each board, however many listen. A socket, not server-sent events: over plain HTTP a browser opens six
 * connections to a server however many windows it has, and a stream of events would hold one; sockets are not counted there.
 */
const lines = new Map<string, { readonly close: () => void; readonly listeners: Set<Listener> }>();

/**
 * Tells when rows of the board have changed. Once a connection stands, also the first one, `everything` may have: what
 * was asked before that can be old, and nobody heard of it.
 *
 * @returns stops listening
 */
export function listenForNews(boardId: string, listener: Listener): () => void {
  const line = lines.get(boardId) ?? openLine(boardId);
  lines.set(boardId, line);
  line.listeners.add(listener);
  return () => {
    line.listeners.delete(listener);
    if (line.listeners.size > 0) return;
    line.close();
    lines.delete(boardId);
  };
}

function openLine(boardId: string) {
  const listeners = new Set<Listener>();
  const tell = (changed: Parameters<Listener>[0]) => {
    for (const listener of [...listeners]) listener(changed);
  };
  let socket: WebSocket;
  let comeBack: ReturnType<typeof setTimeout> | undefined;
  /** Refused one after the other. */
  let refusals = 0;

  const open = () => {
    let isOpen = false;
    socket = new WebSocket(`${window.location.origin.replace(/^http/, 'ws')}/sync/${encodeURIComponent(boardId)}/news`);
    socket.onopen = () => {
      isOpen = true;
      refusals = 0;
      tell('everything');
    };
    socket.onclose = () => {
      // The server refused: access may have ended, which `me` will tell, or something stands in for it while it restarts.
      if (!isOpen) tell('access');
      refusals = isOpen ? 0 : refusals + 1;
      // Spread, so that all who were there when a server stopped do not come in the same moment.
      comeBack = setTimeout(open, (refusals > 1 ? longWaitMs : shortWaitMs) * (1 + Math.random()));
    };
    socket.onmessage = ({ data }) => {
      const news = newsSchema.safeParse(parseJson(data));
      if (news.success) tell(news.data.changed);
    };
  };
  open();
  return {
    listeners,
    close: () => {
      clearTimeout(comeBack);
      socket.onclose = null;
      socket.close();
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
