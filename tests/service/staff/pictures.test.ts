/** Pictures of records: what is taken of an upload, who gets it, and when it is gone. On both engines. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { defined } from '@yugong/domain/narrow';
import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE, PICTURE_QUOTA_BYTES } from '@yugong/domain/picture';
import type { PictureStoredWire } from '@yugong/domain/picture/staff-wire';
import type { EditedRecordsWire, RecordPlanSaved, RecordPublishedWire } from '@yugong/domain/publication/staff-wire';
import type { Problem } from '@yugong/domain/problem';
import { DAY } from '@yugong/domain/time';
import { sweepPictures } from '../../../server/src/content';
import { statement } from '../../../server/src/kernel/store';
import { startService, type TestService } from '../support/service';
import { postgresEngine } from '../support/stores';
import { engines, everywhere, member } from './support';

/** A photo as a phone takes it: large, lying on its side, and with the place where it was taken. */
const photo = ({ width = 3000, height = 2000, seed = 128 } = {}): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: seed, sigma: 40 } },
  })
    .jpeg({ quality: 60 })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'SECRETCAM' }, IFD3: { GPSLatitude: '29/1 33/1 0/1', GPSLatitudeRef: 'N' } })
    .toBuffer();

const base64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64');

/** A PNG of some bytes that says it has 900 million pixels. */
async function bomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(30_000, 16);
  png.writeUInt32BE(30_000, 20);
  const { crc32 } = await import('node:zlib');
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

const news = (pictures: object[], more: object = {}) => ({
  id: '',
  title: '职工书屋开放（示例）',
  publishedAt: '2026-11-20',
  happenedOn: '2026-11-14',
  paragraphs: ['这是一个例子：职工书屋开放。'],
  figures: [],
  source: { title: '开放（示例）', publisher: '某区总工会', published: '2026-11-20', kind: 'official' },
  confidence: 'high',
  pictures,
  ...more,
});

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let token: string;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
  }, 30_000);
  afterAll(() => test.close());
  const signIn = async () => {
    ({ token } = await member(test, ['editor'], { organisation: 'main', districts: null }));
  };
  beforeEach(async () => {
    await test.reset();
    await signIn();
  });
  /** Days later the service has tidied up, and the editor signs in again. */
  const later = async (days: number) => {
    test.clock.now += days * DAY;
    await sweepPictures(test.service);
    await signIn();
  };

  const upload = (data: string, as = token) =>
    test.ask('POST /api/v1/staff/content/pictures', { token: as, body: { data } });
  const uploaded = async (bytes: Buffer) => (await upload(base64(bytes))).json<PictureStoredWire>();
  const refusal = async (bytes: Buffer | string) => {
    const answer = await upload(base64(bytes));
    return answer.json<Problem>();
  };
  const served = (id: string) => test.ask(`GET /api/v1/pictures/${id}`);
  const own = (id: string, as = token) => test.ask(`GET /api/v1/staff/content/pictures/${id}`, { token: as });
  const shown = ({ id, width, height }: PictureStoredWire) => ({
    id,
    width,
    height,
    alt: '书屋里的书架',
    rights: '某区总工会张三摄',
  });
  const put = async (record: object, seen: string | null = null, preview = false) =>
    (
      await test.ask('PUT /api/v1/staff/content/records/news', { token, body: { record, seen, preview } })
    ).json<RecordPublishedWire>();
  const published = async (title = '职工书屋开放（示例）') => {
    const { records } = (await test.ask('GET /api/v1/staff/content/records/news', { token })).json<EditedRecordsWire>();
    return defined(records.find(({ record }) => record['title'] === title));
  };
  const takeDown = async () => {
    const { record, version } = await published();
    await test.ask(`POST /api/v1/staff/content/records/news/${record.id}/take-down`, {
      token,
      body: { seen: version },
    });
    return record.id;
  };

  it('makes of a phone’s photo an upright JPEG of at most 300 KB without camera or position', async () => {
    const original = await photo();
    expect((await sharp(original).metadata()).exif?.includes('SECRETCAM')).toBe(true);
    expect(original.length).toBeGreaterThan(MAX_PICTURE_BYTES);
    const { id, width, height } = await uploaded(original);
    // It lay on its side: three by two is two by three now.
    expect([width, height]).toEqual([Math.round((height * 2) / 3), height]);
    expect(height).toBeLessThanOrEqual(MAX_PICTURE_SIDE);
    const file = (await own(id)).rawPayload;
    expect(file.length).toBeLessThanOrEqual(MAX_PICTURE_BYTES);
    const { format, exif, icc, xmp, iptc, orientation, ...size } = await sharp(file).metadata();
    expect({ format, exif, icc, xmp, iptc, orientation }).toEqual({ format: 'jpeg' });
    expect([size.width, size.height]).toEqual([width, height]);
    expect(file.includes('SECRETCAM')).toBe(false);
  });

  it('takes PNG and WebP, and leaves a small picture its size', async () => {
    const small = sharp({ create: { width: 320, height: 200, channels: 4, background: '#ff000080' } });
    for (const bytes of [await small.clone().png().toBuffer(), await small.clone().webp().toBuffer()])
      expect(await uploaded(bytes)).toMatchObject({ width: 320, height: 200 });
  });

  it('refuses with a sentence of its own what is no picture, is cut off, or claims too many pixels', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const gif = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .gif()
      .toBuffer();
    for (const bytes of [svg, gif, '%PDF-1.7', 'GIF89a', randomBytes(64)])
      expect(await refusal(bytes)).toMatchObject({
        status: 422,
        code: 'picture-type',
        title: expect.stringContaining('常见的照片格式'),
      });
    const whole = await photo({ width: 600, height: 400 });
    for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 40)])
      expect(await refusal(bytes)).toMatchObject({
        status: 422,
        code: 'picture-broken',
        title: expect.stringContaining('不完整'),
      });
    expect(await refusal(await bomb())).toMatchObject({ status: 422, code: 'picture-dimensions' });
    expect(await refusal('')).toMatchObject({ code: 'picture-type' });
  });

  it('refuses what would take more than the union’s share, and another union’s share stays its own', async () => {
    const { store } = test.service;
    const full = {
      id: 'f'.repeat(64),
      organisation: 'main',
      bytes: '',
      size: PICTURE_QUOTA_BYTES - 10,
      width: 1,
      height: 1,
    };
    await store.write([
      statement(
        store.read.insertInto('pictures').values({ ...full, created_at: test.clock.now, used_at: test.clock.now }),
      ),
    ]);
    const small = await photo({ width: 60, height: 40 });
    expect(await refusal(small)).toMatchObject({
      status: 409,
      code: 'picture-quota',
      title: expect.stringContaining('图片空间已满'),
    });
    const other = await member(test, ['editor'], { organisation: 'other', districts: null });
    expect((await upload(base64(small), other.token)).json()).toMatchObject({ quota: PICTURE_QUOTA_BYTES });
  });

  it('is nobody’s to fetch before its record is published, and another union’s not even then by the console', async () => {
    const picture = await uploaded(await photo({ width: 600, height: 400 }));
    expect((await served(picture.id)).statusCode).toBe(404);
    expect((await own(picture.id)).statusCode).toBe(200);
    expect((await test.ask(`GET /api/v1/staff/content/pictures/${picture.id}`)).statusCode).toBe(401);
    const other = await member(test, ['editor'], { organisation: 'other', districts: null });
    expect((await own(picture.id, other.token)).statusCode).toBe(404);
    const plan = { collection: 'news', record: news([shown(picture)]), seen: null, publishAt: null, expiresAt: null };
    const saved = await test.ask('POST /api/v1/staff/content/plans', { token, body: plan });
    expect(saved.json<RecordPlanSaved>().plan).not.toBeNull();
    expect((await served(picture.id)).statusCode).toBe(404);
  });

  it('goes out with its record to be kept for a year, words and rights beside it, until that is taken down', async () => {
    const picture = await uploaded(await photo({ width: 600, height: 400 }));
    expect(await put(news([shown(picture)]))).toMatchObject({ done: true, faults: [] });
    const answer = await served(picture.id);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.rawPayload).toEqual((await own(picture.id)).rawPayload);
    const feed = (await test.ask('GET /api/v1/content/news')).json<{ records: { pictures?: unknown }[] }>();
    expect(feed.records.flatMap((one) => one.pictures ?? [])).toEqual([shown(picture)]);
    await takeDown();
    expect((await served(picture.id)).statusCode).toBe(404);
  });

  it('is refused in a record where nobody uploaded it, or without words or rights', async () => {
    const missing = { id: 'a'.repeat(64), width: 10, height: 10, alt: '书架', rights: '示例' };
    for (const preview of [true, false])
      expect(await put(news([missing]), null, preview)).toMatchObject({
        done: false,
        faults: [{ field: 'pictures.0', message: expect.stringContaining('重新上传') }],
      });
    const picture = shown(await uploaded(await photo({ width: 60, height: 40 })));
    for (const wrong of [{ alt: '' }, { rights: ' ' }])
      expect(await put(news([{ ...picture, ...wrong }]))).toMatchObject({
        done: false,
        faults: [{ field: `pictures.0.${Object.keys(wrong)[0]}` }],
      });
    for (const [pictures, field] of [
      [[{ ...picture, width: 1 }], 'pictures.0'],
      [[picture, picture], 'pictures.1'],
      [[{ ...picture, rights: '字'.repeat(201) }], 'pictures.0.rights'],
    ] as const)
      expect(await put(news([...pictures]))).toMatchObject({ done: false, faults: [{ field }] });
  });

  it('is deleted a week after nothing shows it any more; a draft keeps it', async () => {
    const [taken, drafted, unused] = [
      await uploaded(await photo({ width: 60, height: 40, seed: 90 })),
      await uploaded(await photo({ width: 60, height: 50, seed: 120 })),
      await uploaded(await photo({ width: 60, height: 60, seed: 160 })),
    ];
    await put(news([shown(taken)]));
    const draft = { collection: 'news', record: news([shown(drafted)]), seen: null, publishAt: null, expiresAt: null };
    await test.ask('POST /api/v1/staff/content/plans', { token, body: draft });
    const there = async () =>
      (await Promise.all([taken, drafted, unused].map(({ id }) => own(id)))).map(
        ({ statusCode }) => statusCode === 200,
      );
    await later(6);
    expect(await there()).toEqual([true, true, true]);
    await later(2);
    expect(await there()).toEqual([true, true, false]);
    // Within the week a record that was taken down by mistake comes back whole.
    const id = await takeDown();
    const restore = async () => {
      const history = await test.ask(`GET /api/v1/staff/content/records/news/${id}/history`, { token });
      const { revision } = defined(
        history
          .json<{ revisions: { revision: number; title: string | null }[] }>()
          .revisions.find(({ title }) => title),
      );
      await test.ask(`POST /api/v1/staff/content/records/news/${id}/restore`, {
        token,
        body: { revision, seen: null, preview: false },
      });
      return (await published()).record['pictures'];
    };
    expect(await restore()).toEqual([shown(taken)]);
    expect((await served(taken.id)).statusCode).toBe(200);
    await takeDown();
    await later(8);
    expect(await there()).toEqual([false, true, false]);
    // After it the record comes back without what is no longer there.
    expect(await restore()).toBeUndefined();
  });

  it('counts a picture that is uploaded twice once', async () => {
    const bytes = await photo({ width: 60, height: 40 });
    const first = await uploaded(bytes);
    const second = await uploaded(bytes);
    expect(second).toEqual(first);
  });

  it('is nobody’s to upload who may not publish content', async () => {
    const clerk = await member(test, ['clerk'], everywhere);
    expect((await upload(base64('x'), clerk.token)).statusCode).toBe(403);
  });
});
