/** What a server's process uses. */
export interface Memory {
  /** What the machine has given it, in bytes. */
  readonly resident: number;
  /** What of that is in use, in bytes: JavaScript's heap, and buffers beside it. */
  readonly live: number;
}

/**
 * Asks a Node process about itself through its inspector: the only way to the processor time and memory of servers that
 * know nothing of being measured, ours among them. While nothing is asked, it costs the server nothing.
 */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(String(data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The server ended'));
      this.#waiting.clear();
    });
  }

  /** @param url what Node writes after "Debugger listening on" */
  static connect(url: string): Promise<Inspector> {
    const socket = new WebSocket(url);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(new Inspector(socket)));
      socket.addEventListener('error', () => reject(new Error(`No inspector at ${url}`)));
    });
  }

  /** Processor time used so far by all its threads, in seconds. */
  async cpuSeconds(): Promise<number> {
    return (await this.#evaluate('process.cpuUsage().user + process.cpuUsage().system')) / 1e6;
  }

  /** Memory in use once the garbage has been taken out. */
  async memory(): Promise<Memory> {
    await this.#ask('HeapProfiler.collectGarbage');
    const resident = await this.#evaluate('process.memoryUsage.rss()');
    const live = await this.#evaluate('process.memoryUsage().heapUsed + process.memoryUsage().external');
    return { resident, live };
  }

  /** Watches how long the server lets others wait. @returns what tells the longest of these waits, in ms */
  async watchStalls(): Promise<() => Promise<number>> {
    const watch = `process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 })`;
    await this.#evaluate(`(globalThis.loadWatch = ${watch}).enable() ? 1 : 0`);
    return async () => (await this.#evaluate('(loadWatch.disable(), loadWatch.max)')) / 1e6;
  }

  async startProfile(): Promise<void> {
    await this.#ask('Profiler.enable');
    await this.#ask('Profiler.start');
  }

  /** @returns the text of a `.cpuprofile` file */
  async stopProfile(): Promise<string> {
    const { profile } = (await this.#ask('Profiler.stop')) as { profile: object };
    await this.#ask('Profiler.disable');
    return JSON.stringify(profile);
  }

  close(): void {
    this.#socket.close();
  }

  async #evaluate(expression: string): Promise<number> {
    const { result } = (await this.#ask('Runtime.evaluate', { expression, returnByValue: true })) as {
      result: { value?: unknown };
    };
    if (typeof result.value !== 'number') throw new Error(`The server could not answer ${expression}`);
    return result.value;
  }

  #ask(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#asked;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #hear(text: string): void {
    const { id, result, error } = JSON.parse(text) as { id?: number; result?: unknown; error?: { message: string } };
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result);
  }
}
