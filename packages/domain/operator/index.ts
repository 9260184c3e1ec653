/**
 * Who runs the app: the legal person that a union names in `operator.json`. Everything that has to say who is responsible
 * (关于我们, 隐私政策, the filing form, the privacy table of WeChat's console) says what stands there, and only that.
 */
import * as v from 'valibot';

const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * The eighteenth character of a unified social credit code (GB 32100-2015, 附录 A) for its first seventeen: weights are
 * powers of 3 modulo 31.
 *
 * @throws TypeError where one of the seventeen isn't a character of such codes
 * @example creditCodeCheck('8150000000000000A') // 'U'
 */
export function creditCodeCheck(body: string): string {
  const values = [...body].map((one) => CREDIT_CODE_CHARACTERS.indexOf(one));
  if (values.length !== 17 || values.includes(-1)) throw new TypeError('not the first seventeen of a credit code');
  const sum = values.reduce((total, value, at) => total + value * (3 ** at % 31), 0);
  return CREDIT_CODE_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

const isCreditCode = (text: string): boolean =>
  /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text) && creditCodeCheck(text.slice(0, 17)) === text[17];

/** The administrative division in a code, which no real legal person has. */
const NO_DIVISION = '000000';

const text = (what: string, max: number) =>
  v.pipe(
    v.string(`要写${what}`),
    v.trim(),
    v.minLength(1, `${what}不能空着`),
    v.maxLength(max, `${what}最多 ${max} 个字`),
    v.regex(/^[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, `${what}里不能有换行和看不见的字符`),
  );

const Telephone = (what: string) =>
  v.pipe(
    text(what, 30),
    v.regex(/^(?:\d{3,4}-)?\d{5,8}(?:-\d{1,6})?$|^1\d{10}$/, `${what}写成 023-12345678 或 12351 这样`),
  );

const filing = (what: string) => v.nullable(text(what, 60));

/** Services of others that the app or the service can hand data to, by what they are called in `operator.json`. */
export const vendors = ['wechat', 'tencent-sms', 'tencent-lbs', 'tianditu'] as const;
export type Vendor = (typeof vendors)[number];

/**
 * Within how many working days complaints have to be answered at the latest, and where nothing was promised:
 * 《App违法违规收集使用个人信息行为认定方法》（国信办秘字〔2019〕191号）六(6).
 */
export const ANSWER_WITHIN_AT_MOST = 15;

/** After how many days the app says of content that it may have changed, where `operator.json` says nothing. */
export const CONTENT_DAYS = 365;

/** What each entry is, for whoever left it out. */
const meanings: Readonly<Record<string, string>> = {
  name: '运营单位全称，与登记证书一致',
  creditCode: '统一社会信用代码，18 位',
  address: '单位地址',
  phone: '单位电话',
  phoneHours: '电话有人接听的时间，如“工作日 9:00-12:00”',
  privacyOffice: '负责个人信息保护的部门：{"name": …, "phone": …}',
  filings: '备案情况：{"icp": …, "miniProgram": …, "governmentApp": …}，没有的写 null',
  policyFrom: '隐私政策的生效日期，如 "2026-12-01"',
  answerWithin: '几个工作日内答复意见，如 5',
  backupDays: '备份保留几天，如 30',
  customerService: '微信客服：{"hours": "工作日 9:00-17:00"}，没有开通就写 null，或者不写这一项',
  vendors: '用到的第三方，如 ["wechat", "tencent-sms"]，没有就写 []',
};

/** `operator.json`, filled in by whoever publishes the app. */
export const Operator = v.strictObject(
  {
    /** The legal person's full name, as it stands on its certificate. */
    name: text('运营单位全称', 60),
    /** Unified social credit code, GB 32100-2015. */
    creditCode: v.pipe(
      v.string('要写统一社会信用代码'),
      v.check(isCreditCode, '统一社会信用代码是 18 位，最后一位要对得上（GB 32100-2015），请照登记证书再核一遍'),
    ),
    address: text('单位地址', 100),
    phone: Telephone('单位电话'),
    /** When somebody answers the telephone, in words. */
    phoneHours: text('电话有人接听的时间', 60),
    /** Who answers for personal data (个人信息保护法 17, 52): an office, not a person's name. */
    privacyOffice: v.strictObject(
      { name: text('负责个人信息保护的部门', 60), phone: Telephone('负责个人信息保护的部门的电话') },
      '要写负责个人信息保护的部门（privacyOffice）：name 和 phone',
    ),
    filings: v.strictObject(
      {
        /** ICP filing of the service's domain. */
        icp: filing('网站 ICP 备案号'),
        /** Filing of the mini-program with 工信部, without which WeChat doesn't publish it. */
        miniProgram: filing('小程序备案号'),
        /** Number of the filing as a 政务移动互联网应用程序 (国办函〔2026〕12号). */
        governmentApp: filing('政务移动互联网应用程序备案编号'),
      },
      '要写备案情况（filings）：icp、miniProgram、governmentApp，没有的写 null',
    ),
    /** From when on the privacy policy holds, `YYYY-MM-DD`. */
    policyFrom: v.pipe(v.string('要写隐私政策的生效日期'), v.isoDate('隐私政策的生效日期写成 2026-12-01 这样')),
    /** Within how many working days complaints are answered. */
    answerWithin: v.pipe(
      v.number('要写几个工作日内答复投诉建议（answerWithin），写数字'),
      v.integer('几个工作日内答复要写整数'),
      v.minValue(1, '答复期限最少 1 个工作日'),
      v.maxValue(ANSWER_WITHIN_AT_MOST, `答复期限最多 ${ANSWER_WITHIN_AT_MOST} 个工作日（国信办秘字〔2019〕191号）`),
    ),
    /** For how many days backups of the service are kept, so for how long what was deleted may still be in one. */
    backupDays: v.pipe(
      v.number('要写备份保留几天（backupDays），写数字'),
      v.integer('备份保留的天数要写整数'),
      v.minValue(1, '备份至少保留 1 天'),
      v.maxValue(180, '备份最多保留 180 天'),
    ),
    /**
     * WeChat's own 客服, where the operator has opened it and somebody answers there; without it the app has no such button.
     * Optional, since files from before don't have it.
     */
    customerService: v.optional(
      v.nullable(
        v.strictObject(
          /** When somebody answers, in words. */
          { hours: text('微信客服有人接待的时间', 60) },
          '微信客服（customerService）写成 {"hours": "工作日 9:00-17:00"}，没有开通就写 null',
        ),
      ),
      null,
    ),
    /** After how many days the app says of content that it is old; {@link CONTENT_DAYS} where it isn't given. */
    contentDays: v.optional(
      v.pipe(
        v.number('内容过多少天算旧（contentDays）要写数字'),
        v.integer('内容过多少天算旧要写整数'),
        v.minValue(30, '内容至少 30 天以后才算旧'),
        v.maxValue(3650, '内容最多 3650 天就算旧'),
      ),
    ),
    /** Whose services are used; each is in the list of third parties. */
    vendors: v.array(v.picklist(vendors, `vendors 里只能写 ${vendors.join('、')}`), '要写用到的第三方（vendors）'),
  },
  (issue) => {
    const key = String(issue.expected).replaceAll('"', '');
    return key in meanings ? `还没有写。${meanings[key]}` : '没有这一项，写错了名字就改正，没用就删掉';
  },
);
export type Operator = v.InferOutput<typeof Operator>;

/** What is wrong with a text that was meant to be `operator.json`: one sentence each, with the key it is about. */
export type OperatorReading = { operator: Operator; faults: null } | { operator: null; faults: readonly string[] };

/**
 * Reads the text of `operator.json`.
 *
 * @example readOperator('{}').faults // ['name：…', …]
 */
export function readOperator(json: string): OperatorReading {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { operator: null, faults: [`不是有效的 JSON：${error instanceof Error ? error.message : ''}`] };
  }
  const read = v.safeParse(Operator, value);
  if (read.success) return { operator: read.output, faults: null };
  const faults = read.issues.map((issue) => {
    const key = v.getDotPath(issue);
    return key === null ? issue.message : `${key}：${issue.message}`;
  });
  return { operator: null, faults };
}

/** Is it the repository's example, or another that names nobody? The division in its code exists nowhere. */
export const isExample = ({ creditCode }: Operator): boolean => creditCode.slice(2, 8) === NO_DIVISION;
