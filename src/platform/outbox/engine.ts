/** Runs the outbox: one thing at a time, each with the key it was given, until the service has answered. */
import type { OutboxItem } from '../storage';
import { due as firstDue, next, untilDue, type Outbox, type OutboxEvent, type OutboxRefusal } from './core';

/** What came of one attempt. */
export type SendOutcome =
  | { kind: 'acknowledged'; status: number; answer: unknown }
  | { kind: 'refused'; refusal: OutboxRefusal }
  | { kind: 'unanswered'; retryAfterMs?: number | null };

/** Sends one item with its key. May throw: that counts as unanswered. */
export type Send = (item: OutboxItem) => Promise<SendOutcome>;

export interface OutboxPorts {
  read: () => Outbox;
  /** @returns false where the phone refused */
  write: (outbox: Outbox) => boolean;
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  /** False only where there is surely no network: then nothing is tried, and nothing counts as an attempt. */
  online: () => boolean;
  /** Calls back after a while. @returns takes it back */
  later: (ms: number, callback: () => void) => () => void;
  /** Called with each new state, and with the one found at the start. */
  show: (outbox: Outbox) => void;
}

export class OutboxEngine {
  private items: Outbox;
  /** Could the phone not keep the last state? Then what is in memory is newer than what is stored. */
  private unsaved = false;
  private send: Send | null = null;
  private sending = false;
  private forgetTimer: () => void = () => undefined;

  constructor(private readonly ports: OutboxPorts) {
    this.items = ports.read();
    ports.show(this.items);
  }

  /** Begins to send. Called once, when the app starts; what is put before then waits. */
  start(send: Send): void {
    this.send = send;
    // Mostly there is nothing, and the start of the app has better things to do than to write that down.
    if (this.items.length > 0) this.apply({ type: 'restored', now: this.ports.now() });
    void this.pump();
  }

  /** Ends sending; what is on its way is still heard. */
  stop(): void {
    this.send = null;
    this.forgetTimer();
  }

  /** @returns false where the phone could not keep it: then it is not in the outbox */
  put(item: OutboxItem): boolean {
    const before = this.items;
    if (!this.apply({ type: 'put', item })) {
      this.items = before;
      this.unsaved = false;
      this.ports.show(before);
      return false;
    }
    void this.pump();
    return true;
  }

  cancel(key: string): void {
    this.apply({ type: 'cancelled', key });
  }

  dismiss(key: string): void {
    this.apply({ type: 'dismissed', key });
  }

  /** Sends what waits without waiting longer. Called when the network or the reader returns. */
  hurry(key?: string): void {
    this.apply({ type: 'hurried', now: this.ports.now(), ...(key === undefined ? {} : { key }) });
    void this.pump();
  }

  /** Storage is the truth, since another window of the same browser may have changed it. */
  private apply(event: OutboxEvent): boolean {
    this.items = next(this.unsaved ? this.items : this.ports.read(), event);
    const kept = this.ports.write(this.items);
    this.unsaved = !kept;
    this.ports.show(this.items);
    return kept;
  }

  private async pump(): Promise<void> {
    this.forgetTimer();
    if (this.sending) return;
    this.sending = true;
    for (let due = this.takeDue(); due; due = this.takeDue()) await this.attempt(due.item, due.send);
    this.sending = false;
    const wait = this.send && this.ports.online() ? untilDue(this.items, this.ports.now()) : null;
    if (wait !== null) this.forgetTimer = this.ports.later(wait, () => void this.pump());
  }

  private takeDue(): { item: OutboxItem; send: Send } | null {
    const item = this.send && this.ports.online() ? firstDue(this.items, this.ports.now()) : undefined;
    return item && this.send ? { item, send: this.send } : null;
  }

  private async attempt(item: OutboxItem, send: Send): Promise<void> {
    const { key } = item;
    this.apply({ type: 'sent', key });
    // Another window was quicker.
    if (!this.items.some((other) => other.key === key && other.progress.state === 'sending')) return;
    const outcome = await send(item).catch((): SendOutcome => ({ kind: 'unanswered' }));
    const now = this.ports.now();
    if (outcome.kind === 'acknowledged') {
      const { status, answer } = outcome;
      this.apply({ type: 'acknowledged', key, status, answer, now });
    } else if (outcome.kind === 'refused') this.apply({ type: 'refused', key, refusal: outcome.refusal });
    else {
      const { retryAfterMs = null } = outcome;
      this.apply({ type: 'unanswered', key, now, random: this.ports.random(), retryAfterMs });
    }
  }
}
