/**
 * Threads for work that would take the serving thread too long (more than 20 ms of it), or that would fill libuv's own
 * threads, on which reading files waits too. Whoever asks has a queue of their own, and the queues take turns: of
 * one person's flood, somebody else waits for what is under way and one piece more.
 */
import type { ResourceLimits, Worker } from 'node:worker_threads';
import { ApiProblem } from './problem';
import { openThread } from './thread';

export interface WorkerPoolOptions {
  /** The thread's file, see {@link openThread}; it answers each message with one (`answerRequests`). */
  thread: { folder: string; name: string };
  /** Threads at most; they are started when they are needed. */
  threads: number;
  limits: ResourceLimits;
  /** Requests of one person that wait or run at once; one more is refused. */
  perPerson: number;
  /** Requests of everybody. */
  queue: number;
  /** Milliseconds after which a thread is given up with what it is at. */
  timeout: number;
}

interface Task<Request, Answer> {
  person: string;
  request: Request;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

interface Running {
  thread: Worker;
  rest: NodeJS.Timeout | null;
}

/** Milliseconds that a thread without work is kept. */
const KEPT = 20_000;
/** Seconds after which somebody who asked for too much may ask again. */
const RETRY_AFTER = 5;

export class WorkerPool<Request, Answer> {
  /** By whose they are; who was served last is last. */
  private readonly waiting = new Map<string, Task<Request, Answer>[]>();
  private readonly counts = new Map<string, number>();
  private readonly idle: Running[] = [];
  private started = 0;
  private total = 0;

  constructor(private readonly options: WorkerPoolOptions) {}

  /**
   * @param person whoever's limit it counts for: an account's id, a network
   * @throws ApiProblem `too-many-requests` where that person has too many under way, `busy` where all together have
   */
  async run(person: string, request: Request): Promise<Answer> {
    const { perPerson, queue } = this.options;
    const count = this.counts.get(person) ?? 0;
    if (count >= perPerson) throw new ApiProblem('too-many-requests', [], RETRY_AFTER);
    if (this.total >= queue) throw new ApiProblem('busy', [], RETRY_AFTER);
    this.counts.set(person, count + 1);
    this.total += 1;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const own = this.waiting.get(person) ?? [];
        own.push({ person, request, resolve, reject });
        this.waiting.set(person, own);
        this.dispatch();
      });
    } finally {
      this.total -= 1;
      const left = (this.counts.get(person) ?? 1) - 1;
      if (left > 0) this.counts.set(person, left);
      else this.counts.delete(person);
    }
  }

  private dispatch(): void {
    const [person, tasks] = this.waiting.entries().next().value ?? [];
    if (person === undefined || tasks === undefined) return;
    const running = this.idle.pop() ?? (this.started < this.options.threads ? this.start() : null);
    if (!running) return;
    const task = tasks.shift();
    this.waiting.delete(person);
    if (tasks.length > 0) this.waiting.set(person, tasks);
    if (task) this.give(running, task);
  }

  private start(): Running {
    this.started += 1;
    const thread = openThread(this.options.thread, {}, this.options.limits);
    const running: Running = { thread, rest: null };
    thread.once('exit', () => {
      this.started -= 1;
      const at = this.idle.indexOf(running);
      if (at >= 0) this.idle.splice(at, 1);
      this.dispatch();
    });
    return running;
  }

  private give(running: Running, task: Task<Request, Answer>): void {
    const { thread } = running;
    if (running.rest) clearTimeout(running.rest);
    running.rest = null;
    thread.ref();
    const late = setTimeout(() => {
      task.reject(new ApiProblem('busy', [], RETRY_AFTER));
      void thread.terminate();
    }, this.options.timeout);
    const done = (): void => {
      clearTimeout(late);
      thread.off('message', answered).off('error', failed).off('exit', ended);
    };
    const answered = (answer: Answer): void => {
      done();
      task.resolve(answer);
      this.release(running);
    };
    const failed = (error: unknown): void => {
      done();
      task.reject(error);
    };
    const ended = (): void => {
      done();
      task.reject(new ApiProblem('busy', [], RETRY_AFTER));
    };
    thread.on('message', answered).on('error', failed).on('exit', ended);
    thread.postMessage(task.request);
  }

  private release(running: Running): void {
    running.thread.unref();
    running.rest = setTimeout(() => void running.thread.terminate(), KEPT).unref();
    this.idle.push(running);
    this.dispatch();
  }
}
