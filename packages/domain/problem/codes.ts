/** Everything that can go wrong, said to a person: RFC 9457 problems by code, and faults by JSON pointer. */
import type * as v from 'valibot';

export interface ProblemKind {
  status: number;
  /** What happened and what to do, for the person using the app. */
  title: string;
  /** Asking again unchanged may do better. */
  retryable: boolean;
}

const kind = (status: number, title: string, retryable = false): ProblemKind => ({ status, title, retryable });

export const problems = {
  'bad-request': kind(400, '这次请求的格式不对，请更新应用后再试'),
  'idempotency-key-missing': kind(400, '请求缺少防重复的编号，请更新应用后再试'),
  unauthorized: kind(401, '登录已过期，请重新登录；填好的内容还在'),
  'wechat-code-invalid': kind(401, '微信登录没有成功，请再点一次', true),
  'consent-missing': kind(403, '还没有同意信息的使用方式，请先阅读并勾选'),
  'wechat-blocked': kind(403, '微信认为这个账号有风险，暂时不能登录'),
  'link-invalid': kind(403, '这个链接不对或已经停用，请向给你链接的工会要一个新的'),
  'link-over': kind(403, '这份名单的日期已经过了，请向给你链接的工会要一个新的'),
  'not-found': kind(404, '没有找到'),
  'staff-unauthorized': kind(401, '请先登录管理台；填好的内容还在'),
  'staff-login-failed': kind(401, '用户名、密码或验证码不对，请核对后再试'),
  'staff-code-used': kind(401, '这个动态码已经用过，请等验证器显示下一个再填，最多 30 秒'),
  'staff-forbidden': kind(403, '你的角色不能做这件事，请找管理员'),
  'staff-cross-site': kind(403, '这个请求来自别的网站，没有执行'),
  'scope-too-wide': kind(403, '只能授予自己范围以内的权限'),
  'staff-locked': kind(429, '输错的次数太多，请过一会儿再试；在常用的设备上不受影响', true),
  'staff-step-up': kind(403, '这项操作要再确认身份，请输入密码和动态码'),
  'picture-type': kind(422, '这种格式的文件用不了，请先另存为常见的照片格式再上传'),
  'picture-broken': kind(422, '图片不完整或已损坏，打不开，请换一张或重新导出'),
  'picture-dimensions': kind(422, '图片的像素超过了 5000 万，请缩小以后再上传'),
  'picture-quota': kind(409, '本工会的图片空间已满，没有上传；请删掉不用的图片，7 天后自动腾出空间'),
  taken: kind(409, '这个名字已经有人用了，请换一个'),
  stale: kind(409, '刚刚有人改过，请看一下现在的情况再决定'),
  'session-used': kind(409, '有人报过名，或在等这一场的通知，不能删除；不办了请取消场次'),
  'programme-in-use': kind(409, '已经有人报名，要填的信息、同意书和次数上限不能再改'),
  'door-closed': kind(409, '现在不是这一场的签到时间：前一天到结束后十二小时可以签到'),
  'no-longer-open': kind(409, '这件事已经办结或撤回了'),
  'check-in-early': kind(409, '还没到登记到场的时间：当天，或开始前两小时起可以登记'),
  'not-started': kind(409, '这一场还没有开始'),
  'method-not-allowed': kind(405, '这个地址不支持这样的请求'),
  'session-full': kind(409, '这一场已经满了，可以看看别的场次'),
  'quota-full': kind(409, '这个项目在本区的名额已经满了，可以看看别的区县的场次'),
  'session-closed': kind(409, '这一场的报名已经截止'),
  'session-not-open': kind(409, '这一场还没有开始报名'),
  'session-cancelled': kind(409, '这一场已经取消'),
  'limit-reached': kind(409, '你在这个项目里的报名已经到了上限，要换场次请用“改期”'),
  'people-limit-reached': kind(409, '这个账号在这个项目里能报的人数已到上限，要给更多人报名请联系主办方'),
  'too-many-alerts': kind(409, '等待通知的场次已到上限，请先在“我的”里删除不需要的'),
  'too-many-reports': kind(409, '今天反馈的驿站已到上限，请明天再反馈；急事请打 12351'),
  'too-many-complaints': kind(409, '今天提交的投诉建议已到上限，要补充请在原来的那一条里写；急事请打 12351'),
  'too-many-requests-open': kind(409, '今天提交的求助已到上限，要补充请在原来的求助里写；等不及请打 12351'),
  'too-many-urgent': kind(409, '今天提交的急事已到上限，工会正在处理；要补充请在原来的求助里写，等不及请打 12351'),
  'too-late': kind(409, '已经过了可以取消或改期的时间，请联系主办方'),
  'not-active': kind(409, '这个报名已经不能再改了'),
  'request-over': kind(409, '这件事已经办结或者撤回了，还要问就再写一份'),
  'already-registered': kind(409, '你在那一场已经有报名了'),
  'move-held': kind(409, '改到那一场要先由工会核对，请保持电话畅通；原来的报名不变'),
  'person-registered': kind(409, '更正以后的这个人在这一场已有报名，请核对'),
  'offer-not-due': kind(409, '消息已送达或还在送达期限内，名额现在不能让出'),
  'nobody-waiting': kind(409, '后面没有人候补，名额不能让给下一位'),
  'other-programme': kind(409, '只能改到同一个项目的场次'),
  'no-reminder': kind(409, '这个报名现在不能提醒了：没有名额，或者已经是前一天'),
  'no-due-date': kind(409, '这个报名没有下次检查的日期可以提醒'),
  'no-pass': kind(409, '报上名之后才有凭证'),
  'too-large': kind(413, '内容太长了，请精简后再发'),
  'unsupported-media-type': kind(415, '请求的格式不对，请更新应用后再试'),
  invalid: kind(422, '有几处需要改一下'),
  'idempotency-key-reused': kind(422, '这个编号已经用在另一次请求上，请重新提交'),
  'too-many-requests': kind(429, '操作太频繁了，请稍等一会儿再试', true),
  'request-timeout': kind(408, '网络太慢，没有收完，请再试一次', true),
  'uri-too-long': kind(414, '地址太长了'),
  'headers-too-large': kind(431, '请求头太长了'),
  internal: kind(500, '服务出了问题，没有保存这次操作，请稍后再试', true),
  busy: kind(503, '现在人太多，请稍后再试；没有保存这次操作', true),
  unavailable: kind(503, '服务暂时存不了数据，请稍后再试；没有保存这次操作', true),
  'storage-full': kind(503, '服务的磁盘满了，没有保存这次操作，已有的报名都在', true),
  'storage-read-only': kind(503, '服务现在只能查看，不能保存，已有的报名都在', true),
  stopping: kind(503, '服务正在重启，请过几秒再试', true),
  'code-wrong': kind(422, '验证码不对，请核对后再输入'),
  'code-expired': kind(409, '验证码已失效，请重新获取'),
  'code-not-sent': kind(503, '验证码没有发出，请稍后再试', true),
  'code-off': kind(409, '这里没有开通短信验证码'),
  'codes-too-many': kind(429, '获取验证码太频繁，请稍后再试', true),
  'proof-expired': kind(409, '验证手机号已超时，名额没有保留，请重新报名'),
  'proof-unavailable': kind(503, '这个项目要验证手机号，但这里暂时发不了验证码，请打 12351 联系工会'),
  'phone-differs': kind(422, '微信里的手机号和报名填写的不一致，请用短信验证码'),
  'wechat-busy': kind(503, '微信现在忙，请稍后再试', true),
  'wechat-unavailable': kind(503, '连不上微信，请稍后再试', true),
  'wechat-phone-failed': kind(409, '微信没有给出手机号，请再点一次，或者直接写'),
  'wechat-phone-abroad': kind(409, '微信里的不是内地手机号，请直接写一个'),
  'wechat-phone-off': kind(409, '这里没有开通微信手机号，请直接写'),
  'wechat-not-configured': kind(503, '这里还没有开通微信登录，可以用浏览器登录'),
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;

/** One field at fault: where (RFC 6901) and what, never what was sent. */
export interface FieldFault {
  pointer: string;
  code: string;
}

export interface Problem extends ProblemKind {
  type: string;
  code: ProblemCode;
  requestId: string;
  errors: FieldFault[];
  /** Of `stale`: what there is now in the place of what was sent as `seen`. */
  current?: unknown;
}

/** The codes a field fault can have. */
export const fieldFaults = {
  required: '这一项要填',
  type: '这一项的格式不对',
  unknown: '没有这一项',
  'too-long': '太长了',
  'too-few': '人数不够',
  'too-many': '人数太多了',
  characters: '含有不能用的字符',
  name: '姓名请写汉字，或只用拉丁字母',
  phone: '手机号应为 11 位数字',
  'resident-id': '身份证号不对，请核对后再填',
  'real-in-demo': '演示中请不要填真实的身份证号',
  sex: '这个项目只面向女职工',
  age: '年龄不在这个项目的范围内',
  value: '不在可选的范围内',
  username: '用户名用小写字母开头，三到三十二个小写字母、数字、点或短横',
  'password-short': '密码至少十二个字',
  'password-simple': '密码太简单了，请用几个不相干的词连起来',
  'password-common': '这个密码很多人在用，容易被猜中，请用几个不相干的词连起来',
  'password-own-name': '密码里不要有自己的用户名或姓名',
  code: '验证码是六位数字',
  'code-used': '这个动态码已经用过，请等下一个',
  personal: '这里不要写手机号、身份证号这样的长数字',
  order: '时间的先后不对',
  past: '时间已经过去了',
  future: '日期还没有到',
  'proof-impossible': '要求验证手机号，需要先开通短信验证码或微信手机号',
  'other-kind': '和项目的类型不一致',
  'needs-id': '要核对性别或年龄，就要填身份证号',
  outside: '不在你负责的范围内',
  'below-attended': '已经到场的人比这个名额还多',
} as const;

/**
 * A schema's findings as faults, twenty at most. Schemas whose messages are codes of `fieldFaults` say which; all
 * others are of the wrong `type`. What was sent is in none of them, the names of unknown fields and the keys of maps
 * included: a pointer ends at the last field that the schema itself names.
 */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[], schema: v.GenericSchema): FieldFault[] {
  const faults = issues.map((issue) => {
    const unknown = issue.kind === 'schema' && issue.expected === 'never';
    const path = namedIn(
      schema,
      (issue.path ?? []).map(({ key }) => key),
    );
    return { pointer: path.map((key) => `/${escapePointer(key)}`).join(''), code: faultCode(issue, unknown) };
  });
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault])).values()].slice(0, 20);
}

/** The parts of valibot's schemas that lead from a field to those below it. */
interface Level {
  entries?: Record<string, Level>;
  item?: Level;
  wrapped?: Level;
  options?: readonly unknown[];
}

const isLevel = (value: unknown): value is Level => typeof value === 'object' && value !== null;

/** The beginning of a path that the schema names itself: entries of objects and places in lists. */
function namedIn(schema: unknown, path: readonly unknown[]): string[] {
  let levels = [schema].filter(isLevel);
  const named: string[] = [];
  for (const key of path) {
    const below = levels.flatMap(opened).flatMap(({ entries, item }) => {
      if (typeof key === 'number') return item ? [item] : [];
      const entry =
        typeof key === 'string' && entries && Object.prototype.hasOwnProperty.call(entries, key)
          ? entries[key]
          : undefined;
      return entry ? [entry] : [];
    });
    if (below.length === 0) break;
    named.push(String(key));
    levels = below;
  }
  return named;
}

/** A schema without what only says that it may be missing, and each of its alternatives. */
function opened(level: Level): Level[] {
  if (level.wrapped) return opened(level.wrapped);
  const alternatives = (level.options ?? []).filter(isLevel);
  return [level, ...alternatives.flatMap(opened)];
}

const escapePointer = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');

function faultCode(issue: v.BaseIssue<unknown>, unknown: boolean): string {
  if (unknown) return 'unknown';
  if (issue.received === 'undefined') return 'required';
  return /^[a-z-]{2,20}$/.test(issue.message) ? issue.message : 'type';
}
