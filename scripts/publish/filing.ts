/**
 * The application for the filing that 国办函〔2026〕12号 asks for before anything goes online, with the rows of the form that comes
 * with 国家网信办's 《政务移动互联网应用程序备案工作指南（第一版）》 of 28 February 2026 (read in copies: the filing system's own form
 * holds). What the repository knows is filled in; what only the union knows is marked.
 */
import { docxFormBase64, type FormRow } from '@yugong/domain/document/docx';
import type { Operator } from '@yugong/domain/operator';
import { allowedWords, bannedFeatures } from './banned-features';
import { sayList, TO_FILL } from './paper';

/** What the app does, as a reviewer reads it, each with the folder of the app that has it. */
const functions: readonly string[] = [
  '工会动态、案例和数据：看各级工会公布的内容',
  '户外劳动者驿站：按位置、区县、名称查找，看开放时间，反馈情况',
  '活动和两癌筛查：查条件、选场次、报名、候补、到场出示凭证；不存检查结果，不提供诊疗',
  '劳动维权：查期限、算金额、写申请书，向工会法律援助求助；不提供收费的法律服务',
  '日历、搜索、消息：看自己的安排和答复',
  '投诉建议、请回电：每一页都能进入',
];

/** Why somebody who looks for 打卡 or 签到 finds the word. */
const notBanned = [...new Set(allowedWords.map(({ why }) => why))];

function rowsOf(operator: Operator, version: string): FormRow[] {
  const { name, creditCode, address, phone, phoneHours, privacyOffice, filings, answerWithin, backupDays } = operator;
  return [
    {
      label: '1 主办（使用）单位',
      lines: [
        `${name}，统一社会信用代码 ${creditCode}`,
        `地址：${address}；电话：${phone}（${phoneHours}）`,
        `单位级别（12号文第二条：县以下单位原则上不得开发建设）：${TO_FILL}`,
      ],
    },
    {
      label: '2 政务应用程序名称',
      lines: [
        `渝工随行（微信小程序，另有网页版），版本 ${version}`,
        `小程序备案号：${filings.miniProgram ?? TO_FILL}；网站备案号：${filings.icp ?? TO_FILL}`,
        ...(filings.governmentApp === null ? [] : [`已有的政务应用程序备案编号：${filings.governmentApp}`]),
      ],
    },
    {
      label: '3 经办人信息',
      lines: [`姓名：${TO_FILL}；职务职级：${TO_FILL}`, `联系电话：${TO_FILL}；电子邮箱：${TO_FILL}`],
    },
    {
      label: '4 立项审核情况',
      lines: [
        `立项依据：${TO_FILL}`,
        `立项内容：${TO_FILL}`,
        `和已有的政务应用程序有没有功能重复：${TO_FILL}`,
        `审核结果（会议、文号、时间）：${TO_FILL}`,
      ],
    },
    {
      label: '5 功能设置情况',
      lines: [
        '面向职工，免费，不要求是会员，不用于工作考核，不要求任何单位和个人安装、使用，不从事经营活动。主要功能：',
        ...functions.map((one, at) => `${at + 1}. ${one}。`),
        `投诉建议：${answerWithin} 个工作日内答复，管理台按工作日倒数期限；也可以打电话 ${phone}。`,
        `不设：${bannedFeatures.map(({ feature }) => feature).join('；')}。在哪里查过、查到什么，见《12号文不允许的功能.md》。`,
        `需要单独说明的：程序里出现“打卡”“签到”字样的地方是${notBanned.join('；')}。`,
      ],
    },
    {
      label: '6 运维和安全保障情况',
      lines: [
        `运维团队：${TO_FILL}`,
        `运维管理制度：${TO_FILL}（出了事按什么步骤处理，见 docs/runbook.zh.md）`,
        `运维技术方案：每天备份，保留 ${backupDays} 天，恢复的步骤有自动测试；有健康检查和告警。服务器和网络：${TO_FILL}`,
        `安全测试：${TO_FILL}`,
        `网络安全等级保护测评：${TO_FILL}`,
        `安全管理制度：${TO_FILL}`,
        '个人信息：只收集《个人信息收集清单》里的，按账号加密保存，注销即销毁密钥；工作人员按身份和区县授权，每次查看都有记录。',
        `负责个人信息保护的部门：${privacyOffice.name}，电话 ${privacyOffice.phone}。个人信息保护影响评估（个人信息保护法 55）：${TO_FILL}`,
        `第三方：${sayList(operator.vendors) || '没有'}，交给它们的信息见《第三方清单》。`,
      ],
    },
    {
      label: '7 上线验收情况',
      lines: [
        `验收时间、组织单位、结论：${TO_FILL}`,
        '可以附上：《无障碍检测记录.md》《12号文不允许的功能.md》《用户隐私保护指引.md》。',
      ],
    },
    { label: '8 本单位正在使用的同类政务应用程序', lines: [TO_FILL] },
  ];
}

/** The form as a Word document, in Base64. */
export const filingForm = (operator: Operator, version: string): Promise<string> =>
  docxFormBase64({
    title: '政务移动互联网应用程序备案申请表',
    before: ['草稿。栏目以备案系统当时的表为准；有【请填写】的只有本单位知道，填完再交。说明材料可以另附页。'],
    rows: rowsOf(operator, version),
    after: ['本单位对所填内容的真实、完整、准确负责，配合备案审核。', `${operator.name}（盖章）`, '日期：'],
  });
