/**
 * The phone and the console together: she signs up, the clerk sees her, the nurse scans her pass with the camera,
 * with and without a network. In Chromium on the real service, on both engines.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { axe, openConsole, PHONE, settled, type Console } from './support/console';
import { cameraFlags, film } from './support/camera';
import { makeSession, signUpPerson } from './support/made';

const folder = mkdtempSync(path.join(tmpdir(), 'yugong-camera-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  const picture = path.join(folder, `${engine}.y4m`);
  let console_: Console;
  beforeAll(async () => {
    film(picture, 'https://example.org/');
    console_ = await openConsole(engine, cameraFlags(picture));
  }, 300_000);
  afterAll(() => console_?.close());

  it('takes her from the sign-up to the door, and says "already" the second time', async () => {
    const session = await makeSession(console_);
    const her = await signUpPerson(console_, session.id, 1);
    const clerk = await console_.as(['clerk']);
    await clerk.page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await clerk.page.getByText('199****0001').waitFor();
    expect(await clerk.page.content()).not.toContain('演示阿姨');
    expect(await axe(clerk.page)).toEqual([]);

    // Her whole number only with a reason, which the audit keeps.
    await clerk.page.getByRole('button', { name: /^查看完整信息/ }).click();
    await clerk.page.getByRole('dialog').getByLabel('打电话联系本人').check();
    await clerk.page.getByRole('dialog').getByRole('button', { name: '查看完整信息' }).click();
    await clerk.page.getByText('19900000001').waitFor();

    film(picture, her.code);
    const nurse = await console_.as(['check-in'], { viewport: PHONE, permissions: ['camera'] });
    await nurse.page.goto(`${console_.origin}/staff/door/${session.id}`);
    await nurse.page.getByText('请进').waitFor({ timeout: 30_000 });
    await nurse.page.getByText('已全部上传').waitFor();
    expect(await axe(nurse.page)).toEqual([]);
    // The same pass again, on another phone.
    const second = await console_.as(['check-in'], { viewport: PHONE, permissions: ['camera'] });
    await second.page.goto(`${console_.origin}/staff/door/${session.id}`);
    await second.page.getByText('已经用过').waitFor({ timeout: 30_000 });

    await clerk.page.reload();
    await clerk.page.getByRole('table').getByText('已签到', { exact: true }).waitFor();
    await Promise.all([clerk, nurse, second].map(({ context }) => context.close()));
  });

  it('lets people in without a network, by camera and by name, and merges afterwards without doubles', async () => {
    film(picture, 'https://example.org/');
    const session = await makeSession(console_);
    const other = await makeSession(console_, { programme: session.programmeId, inDays: 5, title: '演示筛查下一场' });
    const her = await signUpPerson(console_, session.id, 11);
    await signUpPerson(console_, session.id, 12, '李演示');
    const wrong = await signUpPerson(console_, other.id, 13);
    const { page, context, who } = await console_.as(['check-in'], { viewport: PHONE, permissions: ['camera'] });
    await page.goto(`${console_.origin}/staff/door/${session.id}`);
    await page.getByText('/ 2 人已到').waitFor();
    await page.getByText('不是报名凭证').waitFor({ timeout: 30_000 });

    await context.setOffline(true);
    const field = page.getByLabel('按姓名、手机尾号或编号查找');
    await field.fill(wrong.code);
    await field.press('Enter');
    await page.getByText('不是今天').waitFor();
    await field.fill(her.code.toLowerCase());
    await field.press('Enter');
    await page.getByText('请进').waitFor();
    await field.fill('李');
    await page.getByRole('button', { name: /^李.*签到$/ }).click();
    await page.getByText('2 个待上传，联网后自动上传').waitFor();
    await field.fill(her.code);
    await field.press('Enter');
    await page.getByText('已经用过').waitFor();

    // Nothing of it can be read in the browser's storage, and its key can't be taken out.
    const kept = await page.evaluate(dumpStorage, `door-${who.id}`);
    expect(kept.keys).toEqual([{ extractable: false, type: 'secret' }]);
    expect(kept.rows).toBeGreaterThan(2);
    for (const secret of [her.registrationId, her.code, 'phoneTail']) expect(kept.text).not.toContain(secret);

    // Meanwhile she was let in at another door too.
    const { token } = await console_.as(['check-in']).then(({ who: one }) => one);
    await console_.test.ask(`POST /api/v1/staff/sessions/${session.id}/check-ins`, {
      token,
      body: {
        device: '二号门',
        checkIns: [{ id: 'other-door-1', at: new Date().toISOString(), how: 'scan', code: her.code }],
      },
    });
    await context.setOffline(false);
    await page.getByText('已全部上传').waitFor({ timeout: 30_000 });
    await page.getByText('1 个与其他设备的记录不一致').waitFor();
    await page.getByText(/已经用过，.*二号门/).waitFor();
    const clerk = await console_.as(['clerk']);
    await clerk.page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await settled(clerk.page);
    expect(await clerk.page.getByRole('table').getByText('已签到', { exact: true }).count()).toBe(2);
    await Promise.all([context.close(), clerk.context.close()]);
  });
});

interface Dump {
  keys: { extractable: boolean; type: string }[];
  rows: number;
  text: string;
}

/** Everything in the door's database, in the page: keys by what may be done with them, the rest as bytes. */
async function dumpStorage(name: string): Promise<Dump> {
  const open = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await open(indexedDB.open(name));
  const all = async (store: string): Promise<unknown[]> => open(db.transaction(store).objectStore(store).getAll());
  const keys = ((await all('keys')) as CryptoKey[]).map(({ extractable, type }) => ({ extractable, type }));
  const rows = [...(await all('rosters')), ...(await all('entries'))] as { bytes: ArrayBuffer }[];
  const text = rows.map((row) => JSON.stringify(row) + new TextDecoder('latin1').decode(row.bytes)).join('\n');
  db.close();
  return { keys, rows: rows.length, text };
}
