/** Whoever runs the service is named in what is agreed to, and stays named in what was (个人信息保护法 17). */
import { currentConsent, nameOperator } from '@yugong/domain/consent';
import { sha256 } from '../../server/src/crypto/ids';
import { consents, startService, type TestService } from './support/service';

const NAME = '测试总工会';
let test: TestService;
beforeAll(async () => {
  test = await startService({ operator: { name: NAME, answerWithin: 5 } });
});
afterAll(() => test.close());

it('names it in every text that is asked for, and hashes the text as it was published', async () => {
  const { consent } = (await test.ask('GET /api/v1/legal-aid/consent')).json();
  expect(consent.text).toContain(`我同意${NAME}的法律援助人员`);
  expect(consent.hash).toBe(sha256(currentConsent('legal-aid').text));
  const { programmes } = (await test.ask('GET /api/v1/programmes')).json<{
    programmes: { consents: { text: string }[] }[];
  }>();
  const texts = programmes.flatMap((one) => one.consents.map(({ text }) => text));
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(text).toContain(NAME);
});

it('stays named in what was agreed to, whoever runs the service afterwards', async () => {
  const token = await test.login();
  const body = {
    topic: 'pay',
    name: '演示人',
    phone: '19900000001',
    text: '演示：两个月没有发工资',
    consents: consents('legal-aid'),
  };
  expect((await test.ask('POST /api/v1/legal-aid', { token, body })).statusCode).toBe(201);
  test.service.operatorName = '另一个总工会';
  const given = (await test.ask('GET /api/v1/me/consents', { token })).json<{ consents: object[] }>().consents;
  expect(given).toMatchObject([nameOperator(currentConsent('legal-aid'), NAME)]);
  const { consent } = (await test.ask('GET /api/v1/legal-aid/consent')).json();
  expect(consent.text).toContain('我同意另一个总工会的');
});
