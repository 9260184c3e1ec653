/**
 * Signs people up over raw sockets, so that asking costs little beside answering. Prints rate and latencies. With a file
 * as the last argument everybody who was due is asked for to the end, and what each was answered is written there.
 */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import * as v from 'valibot';
import { currentConsent } from '@yugong/domain/consent';
import { readJson } from '@yugong/domain/narrow/json';

const [address = '', sessions = '1', secondsText = '3', rateText = '0', answersFile = ''] = process.argv.slice(2);
/** As many phones as wait at once when a popular screening opens. */
const CONNECTIONS = 256;
const seconds = Number(secondsText);
const rate = Number(rateText);
const { hostname, port } = new URL(address);
const consents = [{ purpose: 'registration', version: currentConsent('registration').version }];
/** Where this run's telephone numbers begin: those of another are other people. */
const run = randomBytes(4).readUInt32BE() % 100_000_000;
let serial = 0;

function request(token: string): string {
  const n = (serial += 1);
  const phone = `199${String((run + n) % 100_000_000).padStart(8, '0')}`;
  const body = JSON.stringify({ person: { name: '压测人', phone }, consents });
  return (
    `POST /api/v1/sessions/s${n % Number(sessions)}/registrations HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n` +
    `Authorization: Bearer ${token}\r\nIdempotency-Key: ${run}-${n}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

interface Connection {
  socket: net.Socket;
  token: string;
  sent: number;
}

const latencies: number[] = [];
/** The answers to sign-ups, as they came. */
const answers: string[] = [];
let failed = 0;
let failure = '';
const idle: Connection[] = [];
/** When requests were due that found no free connection. */
const late: number[] = [];
let over = false;

function send(connection: Connection, due: number): void {
  connection.sent = due;
  connection.socket.write(request(connection.token));
}

function connect(token: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname, resolve).setNoDelay(true);
    const connection: Connection = { socket, token, sent: 0 };
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      const head = heard.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0);
      if (heard.length < head + 4 + length) return;
      // 202 is a place on the waiting list.
      if (/^HTTP\/1.1 20[12]/.test(heard)) {
        latencies.push(performance.now() - connection.sent);
        if (answersFile) answers.push(heard.slice(head + 4));
      } else {
        failed += 1;
        failure ||= heard.slice(0, 600);
      }
      heard = '';
      if (over && !answersFile) return;
      if (rate === 0) send(connection, performance.now());
      else {
        const due = late.shift();
        if (due === undefined) idle.push(connection);
        else send(connection, due);
      }
    });
    idle.push(connection);
  });
}

/** Open loop: requests are due on time whether or not the last one was answered. */
function onSchedule(started: number): void {
  let asked = 0;
  const timer = setInterval(() => {
    if (over) return clearInterval(timer);
    const due = Math.floor(((performance.now() - started) / 1000) * rate);
    for (; asked < due; asked += 1) {
      const at = started + (asked / rate) * 1000;
      // The one that has waited longest, so that no account signs up for all.
      const connection = idle.shift();
      if (connection) send(connection, at);
      else late.push(at);
    }
  }, 1);
}

async function main(): Promise<void> {
  const login = async (): Promise<string> =>
    readJson(
      v.object({ token: v.string() }),
      await (await fetch(`${address}/api/v1/login/device`, { method: 'POST' })).text(),
    ).token;
  const tokens = await Promise.all(Array.from({ length: CONNECTIONS }, login));
  await Promise.all(tokens.map(connect));
  const started = performance.now();
  if (rate > 0) onSchedule(started);
  else for (const connection of idle.splice(0)) send(connection, performance.now());
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  over = true;
  // Whoever was due is asked for and answered before it is counted.
  while (answersFile && (late.length > 0 || idle.length < CONNECTIONS))
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (answersFile) writeFileSync(answersFile, answers.join('\n'));
  const elapsed = (performance.now() - started) / 1000;
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (q: number): number => Math.round((sorted[Math.floor(sorted.length * q)] ?? 0) * 10) / 10;
  const result = {
    perSecond: Math.round(latencies.length / elapsed),
    p50: at(0.5),
    p99: at(0.99),
    failed,
    late: late.length,
  };
  console.log(JSON.stringify(result));
  if (failure) console.error(failure);
  process.exit(0);
}

void main();
