/** The service: what it is asked, and the problems that it answers with. */

/** What the service says is wrong, as RFC 9457 writes it. */
export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title ?? 'The service did not say what is wrong.');
    this.title = body.title ?? 'Something went wrong';
    this.status = body.status ?? 0;
    this.errors = body.errors ?? [];
  }
}

/** The answer to a GET. */
export const get = path => send(path);

/** The answer to a POST of JSON. */
export const post = (path, body, signal) => send(path, {
  method: 'POST', signal, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
});

/** The answer to a POST of JSON that is a text already. */
export const postText = (path, text) =>
  send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: text });

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Problem({ title: 'The service cannot be reached', detail: 'The service cannot be reached.' });
  }
  const body = await response.json().catch(e => {
    if (e.name === 'AbortError') throw e;
    throw new Problem({ status: response.status, title: `The service answered ${response.status} ${response.statusText}` });
  });
  if (!response.ok) throw new Problem(body);
  return body;
}

/** How long an answer may be awaited while a newer question waits, in milliseconds. */
const PATIENCE = 2000;

/**
 * A lane to the service: one question at a time, and of those that wait only the newest. An answer
 * that comes in time is shown although a newer question waits, so that a slider shows its way; one
 * that takes long is given up for the newer question.
 */
export class Lane {
  #ask; #waiting = null; #current = null;

  /** @param ask from a question and a signal to a promise of its answer */
  constructor(ask) {
    this.#ask = ask;
  }

  /** Asks; `then` takes an answer and its question, `failed` a problem and its question. */
  ask(question, then, failed) {
    this.#waiting = { question, then, failed };
    if (!this.#current) this.#next();
    else this.#current.hurry();
  }

  /** Whether a newer question waits. */
  get waits() {
    return this.#waiting !== null;
  }

  /** Forgets the question that waits, and gives up the one that is asked. */
  stop() {
    this.#waiting = null;
    this.#current?.abort.abort();
  }

  async #next() {
    const { question, then, failed } = this.#waiting;
    this.#waiting = null;
    const abort = new AbortController();
    let timer;
    this.#current = { abort, hurry: () => { timer ??= setTimeout(() => abort.abort(), PATIENCE); } };
    try {
      await then(await this.#ask(question, abort.signal), question);
    } catch (e) {
      if (e instanceof Problem) failed(e, question);
      else if (e.name !== 'AbortError') throw e;
    } finally {
      clearTimeout(timer);
      this.#current = null;
      if (this.#waiting) this.#next();
    }
  }
}
