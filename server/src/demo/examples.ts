/** Bodies that work as they stand against the demo data. The person is invented: region 990101 is nobody's. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { currentConsent } from '@yugong/domain/consent';
import { type Purpose } from '@yugong/domain/consent/wire';
import { checkCharacter } from '@yugong/domain/identity';
import { familyConsents } from '@yugong/domain/registration';
import { personFields } from '@yugong/domain/person';

/** A woman of 45 today unless said otherwise, so that the example stays within a programme's ages. */
function residentId(now: number, age = 45): string {
  const born = addDays(dayAt(now), -age * 366).replace(/-/g, '');
  const digits = `990101${born}002`;
  return digits + checkCharacter(digits);
}

const given = (...purposes: Purpose[]) =>
  purposes.map((purpose) => ({ purpose, version: currentConsent(purpose).version }));

export const registrationExample = (now: number) => ({
  person: { name: personFields.name.example, phone: personFields.phone.example, residentId: residentId(now) },
  consents: given('registration', 'health'),
});

/** A daughter signs up her mother, who has a telephone of her own. */
export const familyExample = (now: number) => ({
  person: { name: '演示母亲', phone: '19900000003', residentId: residentId(now, 60) },
  family: { relation: 'daughter', phone: personFields.phone.example },
  consents: given(...familyConsents),
});

/** A team for `demo-team-basketball`; nobody in it is anybody. */
export const teamExample = {
  person: { name: '演示队长', phone: '19900000002' },
  team: { members: ['演示甲', '演示乙', '演示丙'] },
  consents: given('registration', 'team'),
};

export const legalAidExample = {
  topic: 'pay',
  name: '演示人',
  phone: '19900000001',
  text: '这是一个例子：两个月的工资没有发，想问怎么申请支付令。',
  bring: ['劳动合同', '工资到账的短信'],
  adcode: '500103',
  dueDay: '2030-01-31',
  consents: given('legal-aid'),
};

export const dueReminderExample = { consents: given('due-reminder') };

export const messageExample = { text: '这是一个例子：补充一下，有聊天记录和考勤。' };
export const documentExample = { text: '这是一个例子：劳动仲裁申请书\n\n一、仲裁请求\n1. 支付工资。' };
export const reportExample = { kind: 'no-water', note: '这是一个例子：饮水机没有水了。' };
