/** A real service of a journey's own: its database, its demo sessions, its other people, and the line to it. */
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { defined } from '@yugong/domain/narrow';
import { buildService } from '../../../server/src/app';
import { readConfig } from '../../../server/src/config';
import type { Service } from '../../../server/src/kernel/context';
import { publishChanges } from '../../service/support/publishing';
import { legalAidTalk } from '../../../server/src/legal-aid/requests';
import { answerRequest } from '../../../server/src/talks/changes';
import { accountById } from '../../../server/src/services/accounts';
import { sweepDeliveries } from '../../../server/src/delivery/engine';
import { sweepOffers } from '../../../server/src/maintenance';
import { sweepReminders } from '../../../server/src/reminders/send';
import { readTemplates } from '../../../server/src/wechat';
import { openService } from '../../../server/src/service';
import { sweepSessionAlerts } from '../../../server/src/services/session-alerts';
import { moveStationReport } from '../../../server/src/stations/reports';
import { statement } from '../../../server/src/kernel/store';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { member } from '../../service/staff/support';
import { eventBody, screeningBody } from '../../service/support/service';
import { smsOptions, startSms } from '../../service/support/sms-stand-in';
import { startWechat } from '../../service/support/wechat-stand-in';
import { DAY } from '@yugong/domain/time';
import type { Other, ServiceHands } from '../language';
import { openLine } from './line';

/**
 * @param h5 folder of the built app, served at the same origin
 * @param startsAt the service's time when it starts, in milliseconds; it runs on from there
 */
export async function localService({
  h5,
  startsAt,
}: {
  h5?: string;
  startsAt: number;
}): Promise<ServiceHands & { close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-journey-'));
  const wechat = await startWechat();
  const sms = await startSms();
  let shift = startsAt - Date.now();
  let running: { service: Service; app: FastifyInstance; origin: string } | null = null;

  const start = async (): Promise<void> => {
    const templates = readTemplates(
      'reminder template-of-journeys thing1=title,time2=start\nreply template-of-the-answers thing1=what,time2=at',
    );
    const config = {
      ...readConfig({}),
      dataDir: folder,
      sms: smsOptions(sms.url),
      wechat: { appId: 'wx0', secret: 'test', url: wechat.url, phone: true, templates, push: null },
    };
    const service = await openService(config, { now: () => Date.now() + shift, maintenance: false });
    const app = await buildService(service, h5 ? { h5 } : {});
    running = { service, app, origin: await app.listen({ host: '127.0.0.1', port: 0 }) };
  };
  const stop = async (): Promise<void> => {
    const { service, app } = current();
    running = null;
    app.server.closeAllConnections();
    await app.close();
    await service.close();
  };
  const current = () => {
    if (!running) throw new Error('the service is stopped');
    return running;
  };
  const stopStandIns = async (): Promise<void> => {
    await wechat.stop();
    await sms.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  // Nobody else can stop them where there is nothing to hand out: open sockets would keep the tests from ending.
  await start().catch(async (error: unknown) => {
    await stopStandIns();
    throw error;
  });
  const line = await openLine(() => running?.origin ?? null);

  const ask = async (token: string | null, method: string, url: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(current().origin + url, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomBytes(9).toString('hex') }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
    return readJson(Answer, text || '{}');
  };

  let serial = 100;
  const join = async (sessionId: string): Promise<Other> => {
    const { token } = await ask(null, 'POST', '/api/v1/login/device');
    serial += 1;
    const body = sessionId.startsWith('demo-screening') ? screeningBody(serial) : eventBody(serial);
    const { id } = await ask(token, 'POST', `/api/v1/sessions/${sessionId}/registrations`, body);
    return { cancel: async () => void (await ask(token, 'DELETE', `/api/v1/me/registrations/${id}`)) };
  };

  /** WeChat's messages so far. */
  const messages = (): string[] =>
    wechat.asked.filter(({ path: asked }) => asked.endsWith('/subscribe/send')).map(({ body }) => JSON.stringify(body));

  const updateSession: ServiceHands['updateSession'] = async (sessionId, change) => {
    const { store } = current().service;
    const update = store.read.updateTable('sessions').set(change).where('id', '=', sessionId);
    await store.write([statement(update)]);
  };

  return {
    line,
    start,
    stop: async () => {
      line.cut();
      await stop();
      line.mend();
    },
    others: async (sessionId, count) => {
      const people: Other[] = [];
      for (let at = 0; at < count; at += 1) people.push(await join(sessionId));
      return people;
    },
    registrations: async (sessionId) => {
      const rows = current().service.store.read.selectFrom('registrations').select(['status', 'created_at']);
      const found = await rows.where('session_id', '=', sessionId).orderBy('created_at').execute();
      return found.map(({ status }) => status);
    },
    requests: async () => {
      const rows = current().service.store.read.selectFrom('legal_aid').select(['status', 'created_at']);
      return (await rows.orderBy('created_at').execute()).map(({ status }) => status);
    },
    answerRequest: async (text) => {
      const { service } = current();
      const rows = service.store.read.selectFrom('legal_aid').selectAll().orderBy('created_at', 'desc');
      const row = await rows.executeTakeFirstOrThrow();
      const account = defined(await accountById(service, row.account_id));
      const { statements, audit } = answerRequest(service, legalAidTalk, row, { text, account, staff: 'journey' });
      await service.store.write(statements, audit);
    },
    updateSession,
    publish: async (collection, record) => {
      const outcome = await publishChanges(current().service, { collection, put: [record], remove: [], by: 'journey' });
      if (!outcome.done) throw new Error(JSON.stringify(outcome));
    },
    reports: async (stationId, kinds) => {
      for (const kind of kinds) {
        const { token } = await ask(null, 'POST', '/api/v1/login/device');
        await ask(token, 'POST', `/api/v1/stations/${stationId}/reports`, { kind });
      }
      // People who have had the app for a while: accounts of today speak for no state.
      const { store, now } = current().service;
      await store.write([statement(store.read.updateTable('accounts').set({ created_at: now() - 30 * DAY }))]);
    },
    sentReports: async (stationId) => {
      const rows = current().service.store.read.selectFrom('station_reports').select(['kind', 'created_at']);
      const found = await rows.where('station_id', '=', stationId).orderBy('created_at').execute();
      return found.map(({ kind }) => kind);
    },
    settleReports: async (to, reply) => {
      const { service } = current();
      const waiting = await service.store.read
        .selectFrom('station_reports')
        .select('id')
        .where('state', '=', 'received')
        .execute();
      for (const { id } of waiting) {
        const moved = await moveStationReport(service, { id, to, reply, staff: 'journey' });
        if (!moved.done) throw new Error(moved.code);
      }
    },
    askForProofs: async () => {
      const { store } = current().service;
      await store.write([statement(store.read.updateTable('programmes').set({ proof: 1 }))]);
    },
    lastCode: () => Promise.resolve(defined(defined(sms.taken.at(-1)).parameters[0])),
    tellOfOpenings: () => sweepSessionAlerts(current().service),
    staff: async (staffLine, body) => {
      const { service } = current();
      const { token } = await member({ service }, ['administrator', 'clerk']);
      const [method = 'GET', path = ''] = staffLine.split(' ');
      const answer = await ask(token, method, `/api/v1/staff${path}`, body);
      await runJobs(service);
      return answer;
    },
    wait: async (time) => {
      shift += time;
      await sweepOffers(current().service);
    },
    now: () => Date.now() + shift,
    sendReminders: async (time) => {
      shift = time - Date.now();
      await sweepReminders(current().service);
      return messages();
    },
    deliver: async () => {
      await sweepDeliveries(current().service);
      return { wechat: messages(), sms: sms.taken.map(({ phone }) => phone.replace('+86', '')) };
    },
    revokeLogins: async () => {
      const { store } = current().service;
      await store.write([statement(store.read.updateTable('logins').set({ revoked_at: Date.now() + shift }))]);
    },
    close: async () => {
      await line.close();
      if (running) await stop();
      await stopStandIns();
    },
  };
}

/** What is read of answers: a login's token, or the id of what was made. */
const Answer = v.looseObject({ token: v.optional(v.string(), ''), id: v.optional(v.string(), '') });
type Answer = v.InferOutput<typeof Answer>;
