/** N + 1 and 2N, which stand on the same months as severance. */
import { articles } from '../articles';
import { sayDateSpan, serviceSpan } from '../dates';
import { sayYuan, share, type Fen } from '../money';
import { higherFigure, type Amount, type WorkingStep } from './amount';
import { severanceBase } from './average';
import { severance, type ServicePeriod } from './severance';
import { MAX_CAPPED_HALVES, sayHalves, severanceHalves } from './units';

/**
 * 代通知金: a month's wage in lieu of the thirty days' notice (劳动合同法 40), a request of its own beside severance, because an
 * award is final or not item by item. The month is the *previous* one's wage (实施条例 20), not the average, and no cap is for it.
 *
 * @param previousMonth gross, of the last whole month before the end
 */
export function noticeWage(previousMonth: Fen): Amount {
  const basis = [articles.notice, articles.noticeWage];
  return {
    title: '代通知金（+1）',
    claim: '未提前三十日书面通知解除劳动合同的一个月工资',
    fen: previousMonth,
    other: null,
    lines: [
      {
        what: '代通知金（+1）',
        how: '没有提前 30 天书面通知，按上一个月的工资',
        fen: previousMonth,
        onPaper: { what: '代通知金', how: '未提前三十日书面通知，按上一个月工资计算' },
      },
    ],
    basis,
    articles: basis,
    assumptions: ['单位是按第四十条辞退的：病假到头了还干不了、不胜任，或者客观情况大变。'],
    changes: ['提前 30 天书面通知了，就没有这个“+1”。'],
  };
}

/** Severance and the month in lieu of notice together (N + 1), as a page shows them; each is claimed by itself. */
export function severanceAndNotice(work: ServicePeriod, previousMonth: Fen): Amount {
  const [n, notice] = [severance(work), noticeWage(previousMonth)];
  const withNotice = (steps: readonly WorkingStep[], severed: Fen): WorkingStep[] => [
    ...steps,
    ...notice.lines,
    { what: '合计', how: `${sayYuan(severed)} + ${sayYuan(previousMonth)}`, fen: severed + previousMonth },
  ];
  return {
    ...n,
    title: '经济补偿加一个月工资（N+1）',
    claim: '经济补偿和未提前三十日通知的一个月工资',
    fen: n.fen + previousMonth,
    other: n.other && {
      ...n.other,
      fen: n.other.fen + previousMonth,
      steps: withNotice(n.other.steps, n.other.fen),
    },
    lines: withNotice(n.lines, n.fen),
    basis: [articles.notice, ...n.basis, articles.noticeWage],
    articles: [articles.notice, articles.noticeWage, ...n.articles],
    assumptions: [...n.assumptions, ...notice.assumptions],
    changes: [...notice.changes, ...n.changes],
  };
}

/**
 * 赔偿金 for an unlawful end: twice the standard of severance, its years from the first day of work (实施条例 25),
 * those before 2008 among them; in place of severance.
 */
export function unlawfulTermination(work: ServicePeriod): Amount {
  const base = severanceBase(work.earnings, work.minimum, work.localAverage);
  const halves = severanceHalves(work.first, work.last);
  const counted = base.capped ? Math.min(halves, MAX_CAPPED_HALVES) : halves;
  // Twice severance as it would be paid, so that both round alike.
  const fen = 2 * share(base.fen, counted, 2);
  return {
    title: '违法辞退赔偿金（2N）',
    claim: '违法解除或者终止劳动合同的赔偿金',
    fen,
    other: null,
    lines: [
      ...base.steps,
      {
        what: '工作年限',
        how: `${work.first} 到 ${work.last}，${sayDateSpan(serviceSpan(work.first, work.last))}，算 ${sayHalves(halves)}`,
      },
      ...(counted < halves
        ? [
            {
              what: '年限封顶',
              how: '工资按 3 倍封顶的，最多 12 个月',
              onPaper: { what: '支付年限', how: '按三倍标准支付的，最高不超过十二年' },
            },
          ]
        : []),
      { what: '赔偿金', how: `${sayYuan(base.fen)} × ${counted / 2} × 2`, fen },
    ],
    basis: [articles.unlawful, articles.doubleFromStart, ...base.articles],
    articles: [articles.unlawful, articles.doubleFromStart, ...base.articles],
    assumptions: [
      '单位的辞退是违法的：没有法律写的理由，或者没走法律要求的步骤。辞退的理由要单位拿证据。',
      '工资按应得的算：扣社保和个税之前，奖金、津贴、补贴都在内。',
      '加班费算不算进平均工资，各地说法不一：多数算进“应得工资”，也有地方不算。',
      ...base.assumptions,
    ],
    changes: [
      '你想回去上班的，可以不要赔偿金，要求继续履行合同。',
      '单位能证明辞退合法的，就没有赔偿金，可能还有经济补偿（N）。',
      '拿了 2N，就不再另给 N。',
    ],
  };
}

const MUST_RENEW =
  '2008年以后连续签过两次写明到期日的合同，没有犯法律写的那些错，又提出或者同意续的，多数地方认为单位必须签没有到期日的合同，不续就是违法终止，赔两倍（劳动合同法第十四条）；也有地方认为单位可以不续，只给经济补偿。重庆怎么判，没有找到原始出处。';
const RISK_OF_RENEWAL = '不支持的，2N 可能一分也得不到，还要另外请求 N；可以请仲裁委释明后改，或者先打 12348 问。';

/**
 * A second contract in a row that the employer let run out. By one reading it owed a contract without an end (劳动合同法 14),
 * so that the end is unlawful: 2N. By the other it may let it run out, and owes severance.
 */
export function secondTermOver(work: ServicePeriod): Amount {
  const [n, double] = [severance({ ...work, dueBefore2008: false }), unlawfulTermination(work)];
  const used = [...n.articles, articles.renewedTwice, ...double.articles];
  return {
    ...n,
    title: '合同到期不续：经济补偿（N）或者赔偿金（2N）',
    other: higherFigure(n.fen, {
      fen: double.fen,
      claim: double.claim,
      because: MUST_RENEW,
      risk: RISK_OF_RENEWAL,
      preselected: false,
      steps: double.lines,
      basis: [articles.renewedTwice, ...double.basis],
    }),
    articles: [...new Set(used)],
  };
}
