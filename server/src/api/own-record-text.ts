/** What is kept of an account as its owner reads it: a Chinese text, a group of records under each heading. */
import { sayInstant, sayTimes } from '@yugong/domain/agenda';
import { dayAt, sayDate, weekdayName } from '@yugong/domain/calendar';
import { callBackTimeLabels, complaintKindLabels, complaintStatusLabels } from '@yugong/domain/complaint/words';
import { consentTexts } from '@yugong/domain/consent';
import type { GivenConsentWire } from '@yugong/domain/consent/wire';
import { legalAidStatusLabels, legalAidTopicChoices, sayLetter } from '@yugong/domain/legal-aid/words';
import type { MessageWire } from '@yugong/domain/legal-aid/wire';
import type { TemplateKind } from '@yugong/domain/notice';
import { channelLabels, sayNoticeChange, sayNoticeKind } from '@yugong/domain/notice/words';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { familyRelationLabels } from '@yugong/domain/registration/family';
import { registrationStatusLabels, sayReference } from '@yugong/domain/registration/words';
import { reportKindLabels, reportStateLabels } from '@yugong/domain/report/words';
import { sayWish } from '@yugong/domain/session-alert/words';
import type { DeliveryRow, HeldRow, ReminderRow, SessionRow } from '../kernel/schema';
import { mapInTurns } from '../kernel/turns';
import type { OwnRecord } from './own-record';

/** What a record names by an id, as people call it. */
export interface RecordNames {
  /** Sessions by id, drafts and cancelled ones too. */
  sessions: ReadonlyMap<string, Pick<SessionRow, 'title' | 'place' | 'address' | 'starts_at' | 'ends_at'>>;
  stations: ReadonlyMap<string, string>;
  /** Districts by adcode. */
  districts: ReadonlyMap<string, string>;
}

/** In a document that is read years later a date has its year, and no day is 明天. */
const LONG_AGO = '1970-01-01';

const at = (iso: string): string => {
  const day = dayAt(Date.parse(iso));
  return `${sayDate(day, LONG_AGO)} ${weekdayName(day)} ${sayInstant(iso, day).split(' ')[1] ?? ''}`;
};

/** The document's headings begin with these. */
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'];

const accountKinds: Record<OwnRecord['account']['kind'], string> = {
  device: '在浏览器里使用的账号',
  wechat: '微信账号',
  staff: '工会代为报名时建立的账号',
};

const heldStates: Record<HeldRow['state'], string> = { held: '等待工会核对或验证手机号', returned: '未通过核对' };

const reminderStates: Record<ReminderRow['state'], string> = {
  waiting: '等待发送',
  sent: '已发送',
  failed: '发送失败',
};

const deliveryStates: Record<DeliveryRow['state'], string> = {
  sending: '正在发送',
  later: '尚未发出',
  unknown: '没有得到回执',
  accepted: '已发出',
  refused: '未送达',
  failed: '未送达',
  confirmed: '已送达',
};

const templateLabels: Record<TemplateKind, string> = {
  change: '预约有变动',
  offer: '候补有名额',
  reminder: '参加前提醒',
  reply: '有新答复',
};

/** A line of what is asked and what was given; none where nothing was. A text of several lines stays so. */
function entry(label: string, value: string | null | undefined): string[] {
  if (value === null || value === undefined || value === '') return [];
  const [first = '', ...rest] = value.split('\n');
  // The blank keeps a line that somebody wrote from being read as a heading of ours.
  return [` ${label}：${first}`, ...rest.map((line) => ` ${line}`)];
}

type Given = Pick<OwnRecord['registrations'][number], 'person' | 'team' | 'family' | 'unreadable'>;

/** What was filled in with a sign-up. */
const givenLines = ({ person, team, family, unreadable }: Given): string[] => [
  ...(unreadable ? [' 填写的信息：无法读取，请联系主办工会。'] : []),
  ...(person === null && !unreadable ? [' 填写的信息：已删除。'] : []),
  ...personFieldNames.flatMap((name) => entry(personFields[name].label, person?.[name])),
  ...entry('同队的人', team?.members.join('、')),
  ...entry('代报人', family ? `${familyRelationLabels[family.relation]}，电话 ${family.phone}` : null),
];

const talkLines = (messages: readonly MessageWire[], me: string): string[] =>
  messages.flatMap(({ author, createdAt, text }) =>
    entry(`${at(createdAt)}，${author === 'worker' ? me : '工会回复'}`, text),
  );

/** A heading with its records: the first line of each is numbered. */
interface Group {
  heading: string;
  records: { first: string; lines: string[] }[];
}

/** A person of many years has hundreds of them: others are served between. */
async function groupsOf(
  record: OwnRecord,
  consents: readonly GivenConsentWire[],
  names: RecordNames,
): Promise<Group[]> {
  const titleOf = (sessionId: string | null): string =>
    (sessionId !== null && names.sessions.get(sessionId)?.title) || '场次（已不在列表中）';
  const sessionLines = (sessionId: string): string[] => {
    const session = names.sessions.get(sessionId);
    if (!session) return [];
    const [startsAt, endsAt] = [session.starts_at, session.ends_at].map((ms) => new Date(Number(ms)).toISOString());
    return [
      ...entry('时间', sayTimes({ startsAt: startsAt ?? '', endsAt: endsAt ?? '' }, LONG_AGO)),
      ...entry('地点', [session.place, session.address].filter(Boolean).join('，')),
    ];
  };
  const districtOf = (adcode: string | null) => (adcode === null ? null : names.districts.get(adcode));
  /** What a reminder or a subscription is about. */
  const subjectOf = (id: string): string => {
    const registration = record.registrations.find((one) => one.id === id);
    if (registration) return titleOf(registration.sessionId);
    return record.legalAid.some((one) => one.id === id) ? '法律求助' : '投诉建议或其他事项';
  };
  const deliveries = new Map<string, OwnRecord['deliveries']>();
  for (const one of record.deliveries) {
    const known = deliveries.get(one.noticeId);
    if (known) known.push(one);
    else deliveries.set(one.noticeId, [one]);
  }
  const deliveriesTo = (noticeId: string): string =>
    (deliveries.get(noticeId) ?? [])
      .map(({ channel, state, sentAt }) => `${channelLabels[channel]}${deliveryStates[state]}（${at(sentAt)}）`)
      .join('；');
  const consentTitle = (purpose: string): string =>
    consentTexts.filter((one) => one.purpose === purpose).at(-1)?.title ?? '其他授权';

  return [
    {
      heading: '账号',
      records: [
        {
          first: accountKinds[record.account.kind],
          lines: [
            ...entry('账号编号', record.account.id),
            ...entry('建立时间', at(record.account.createdAt)),
            ...record.account.logins.flatMap(({ createdAt, expiresAt, revoked }) =>
              entry('登录', `${at(createdAt)}，${revoked ? '已退出' : `有效期至 ${at(expiresAt)}`}`),
            ),
          ],
        },
      ],
    },
    {
      heading: '报名',
      records: await mapInTurns(record.registrations, (one) => ({
        first: titleOf(one.sessionId),
        lines: [
          ...sessionLines(one.sessionId),
          ...entry('状态', registrationStatusLabels[one.status]),
          ...entry('报名号', sayReference(one.id)),
          ...entry('报名时间', at(one.createdAt)),
          ...(one.updatedAt === one.createdAt ? [] : entry('最近变动', at(one.updatedAt))),
          ...givenLines(one),
        ],
      })),
    },
    {
      heading: '待核对的报名',
      records: await mapInTurns(record.held, (one) => ({
        first: titleOf(one.sessionId),
        lines: [
          ...sessionLines(one.sessionId),
          ...entry('状态', heldStates[one.state]),
          ...entry('原因', one.reason),
          ...entry('提交时间', at(one.createdAt)),
          ...givenLines(one),
        ],
      })),
    },
    {
      heading: '给工会的求助',
      records: await mapInTurns(record.legalAid, (one) => ({
        first: legalAidTopicChoices[one.topic],
        lines: [
          ...entry('状态', legalAidStatusLabels[one.status]),
          ...entry('提交时间', at(one.createdAt)),
          ...entry('姓名', one.name),
          ...entry('手机号', one.phone),
          ...entry('上班的区县', districtOf(one.adcode)),
          ...entry('最近的期限', one.dueDay === null ? null : sayDate(one.dueDay, LONG_AGO)),
          ...entry('内容', one.text),
          ...entry('要带的材料', one.bring.join('、')),
          ...entry('工会发函', one.letter ? sayLetter(one.letter) : null),
          ...talkLines(one.messages, '你的补充'),
        ],
      })),
    },
    {
      heading: '投诉建议',
      records: await mapInTurns(record.complaints, (one) => ({
        first: `${complaintKindLabels[one.kind]}，编号 ${one.number}`,
        lines: [
          ...entry('状态', complaintStatusLabels[one.status]),
          ...entry('提交时间', at(one.createdAt)),
          ...entry('内容', one.text),
          ...entry('手机号', one.phone),
          ...entry('方便接电话的时间', one.callAt === null ? null : callBackTimeLabels[one.callAt]),
          ...entry('有关的区县', districtOf(one.adcode)),
          ...entry('答复期限', sayDate(one.answerBy, LONG_AGO)),
          ...talkLines(one.messages, '你的补充'),
        ],
      })),
    },
    {
      heading: '驿站反馈',
      records: await mapInTurns(record.reports, (one) => ({
        first: names.stations.get(one.stationId) ?? '驿站（已不在列表中）',
        lines: [
          ...entry('反馈', reportKindLabels[one.kind]),
          ...entry('说明', one.note),
          ...entry('提交时间', at(one.createdAt)),
          ...entry('处理情况', reportStateLabels[one.state]),
          ...entry('工会答复', one.reply),
        ],
      })),
    },
    {
      heading: '给你的消息',
      records: await mapInTurns(record.notices, (one) => ({
        first: `${one.title}：${sayNoticeKind(one)}`,
        lines: [
          ...entry('时间', at(one.at)),
          ...entry('已读', one.readAt === null ? '还没有' : at(one.readAt)),
          ...entry('确认期限', one.deadline === null ? null : at(one.deadline)),
          ...entry('说明', one.reason),
          ...one.changes.map((change) => ` ${sayNoticeChange(change, LONG_AGO)}`),
          ...entry('发送情况', deliveriesTo(one.id)),
        ],
      })),
    },
    {
      heading: '参加前的微信提醒',
      records: await mapInTurns(record.reminders, (one) => ({
        first: subjectOf(one.registrationId),
        lines: [...entry('状态', reminderStates[one.state]), ...entry('设置时间', at(one.askedAt))],
      })),
    },
    {
      heading: '微信消息订阅',
      records: await mapInTurns(record.messages, (one) => ({
        first: `${templateLabels[one.kind]}：${subjectOf(one.about)}`,
        lines: [...entry('还可以发送', `${one.remaining} 次`), ...entry('订阅时间', at(one.askedAt))],
      })),
    },
    {
      heading: '关注的场次',
      records: await mapInTurns(record.sessionAlerts, (one) => ({
        first: one.sessionId === null ? sayWish(one, one) : (one.title ?? '场次'),
        lines: [
          ...entry('报名开始', one.opensAt === null ? null : at(one.opensAt)),
          ...entry('设置时间', at(one.createdAt)),
          ...entry('有效期至', at(one.until)),
        ],
      })),
    },
    {
      heading: '到期提醒',
      records: await mapInTurns(record.dueReminders, (one) => ({
        first: sayDate(one.day, LONG_AGO),
        lines: [...entry('间隔', `${one.months} 个月`), ...entry('设置时间', at(one.createdAt))],
      })),
    },
    {
      heading: '已同意的授权',
      records: await mapInTurns(consents, (one) => ({
        first: one.title,
        lines: [...entry('同意时间', at(one.at)), ...entry('内容', one.text)],
      })),
    },
    {
      heading: '已撤回的授权',
      records: await mapInTurns(record.withdrawals, (one) => ({
        first: consentTitle(one.purpose),
        lines: entry('撤回时间', at(one.at)),
      })),
    },
  ];
}

const WARNING =
  '这份文件里是渝工随行服务器上与你有关的全部记录，可能有姓名、手机号、身份证号，请妥善保管，不要发给陌生人。';

/**
 * The text of the document: a title, when it is of, then the groups that have something, and at last those that have
 * nothing, so that nobody wonders what was left out.
 *
 * @param consents what its owner agreed to, in the wording of then
 */
export async function sayOwnRecord(
  record: OwnRecord,
  consents: readonly GivenConsentWire[],
  names: RecordNames,
): Promise<string> {
  const groups = await groupsOf(record, consents, names);
  const filled = groups.filter(({ records }) => records.length > 0);
  const empty = groups.filter(({ records }) => records.length === 0);
  return [
    '我的信息',
    `导出时间：${at(record.exportedAt)}`,
    WARNING,
    ...filled.flatMap(({ heading, records }, n) => [
      `${NUMERALS[n] ?? ''}、${heading}${records.length > 1 ? `（${records.length} 项）` : ''}`,
      ...records.flatMap(({ first, lines }, index) => [
        ` ${records.length > 1 ? `${index + 1}. ` : ''}${first}`,
        ...lines,
      ]),
    ]),
    ...(empty.length > 0
      ? [
          `${NUMERALS[filled.length] ?? ''}、没有记录的项目`,
          ` 以下各项，服务器上没有你的记录：${empty.map(({ heading }) => heading).join('、')}。`,
        ]
      : []),
  ].join('\n');
}
