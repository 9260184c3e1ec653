/** A programme as a worker will meet it, in the phone's own words, and what keeps it from being saved. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import type { FieldFault } from '@yugong/domain/problem';
import {
  AS_ANNOUNCED,
  askedOf,
  preparationTimeline,
  questionsFor,
  sayFrom,
  sayIntervals,
  type ScreeningRules,
} from '@yugong/domain/screening';
import type { ProgrammeInput } from '@yugong/domain/programme/staff-wire';
import { isoOf } from '@yugong/domain/time';
import { districtName, usePlaces } from '../../api/places';
import { sayFault } from '../../api/refusal';
import { Notice } from '../../parts/notice';
import { sayTime } from '../../parts/when';
import { placeOf } from './programme-check';
import facts from '../../parts/facts.module.css';
import styles from './preview.module.css';

const Fact = ({ label, text }: { label: string; text: string | null | undefined }) => (
  <div>
    <dt>{label}</dt>
    <dd>{text || AS_ANNOUNCED}</dd>
  </div>
);

const WHO = { female: '女职工', male: '男职工' } as const;

function Questions({ input: { title, age }, rules }: { input: ProgrammeInput; rules: ScreeningRules }) {
  const places = usePlaces();
  const questions = questionsFor([{ id: 'preview', title, age, rules }]);
  if (questions.length === 0) return <p>什么都不问。</p>;
  return (
    <ol className={styles.asked}>
      {questions.map((question) => {
        const { title: put, hint } = askedOf(question, (adcode) => districtName(places.data, adcode));
        return (
          <li key={question.id}>
            {put}
            {hint && <span className="quiet"> {hint}</span>}
            {'condition' in question && (
              <p className="quiet">
                答“{question.condition.wanted === 'yes' ? '不是' : '是'}”的看到：{question.condition.because}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Before({ rules }: { rules: ScreeningRules }) {
  const today = dayAt(Date.now());
  const startsAt = isoOf(addDays(today, 7), '09:30');
  const rows = preparationTimeline({ rules }, startsAt);
  return (
    <>
      {rows === null && <p>要做什么准备，{AS_ANNOUNCED}。</p>}
      {rows?.length === 0 && <p>不用特别准备。</p>}
      {rows && rows.length > 0 && (
        <>
          <p className="quiet">比如{sayTime(startsAt)} 的一场：</p>
          <ol className={styles.line}>
            {rows.map(({ id, from, text, why }) => (
              <li key={id}>
                <span className={styles.from}>{sayFrom(from, today)}</span> {text}
                {why && <p className="quiet">{why}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
      {rules.cycle && <p className={styles.note}>{rules.cycle.text}</p>}
    </>
  );
}

function Screening({ input, rules }: { input: ProgrammeInput; rules: ScreeningRules }) {
  const who = input.sex ? WHO[input.sex] : null;
  const age = input.age ? `${input.age.min}—${input.age.max} 周岁` : null;
  const result = [rules.results?.withinDays && `${rules.results.withinDays} 天内`, rules.results?.how];
  return (
    <>
      <dl className={facts.facts}>
        <Fact label="谁能查" text={[who, age].filter(Boolean).join('，')} />
        <Fact label="查什么" text={rules.items.join('、')} />
        <Fact label="费用" text={rules.cost} />
        <Fact label="多久一次" text={sayIntervals(rules.intervals)} />
        <Fact label="带上" text={rules.bring?.length === 0 ? '不用带什么' : rules.bring?.join('、')} />
        <Fact label="出结果" text={result.filter(Boolean).join('，')} />
      </dl>
      <h2>我能查吗</h2>
      <Questions input={input} rules={rules} />
      <h2>去之前</h2>
      <Before rules={rules} />
    </>
  );
}

export function ProgrammePreview({ input, faults }: { input: ProgrammeInput; faults: readonly FieldFault[] }) {
  const { title, summary, organiser, rules } = input;
  return (
    <aside className={styles.aside} tabIndex={0} aria-label="职工会看到的样子">
      {faults.length > 0 && (
        <Notice tone="bad" title="这样存不了">
          <ul>
            {faults.map((fault) => (
              <li key={fault.pointer + fault.code}>
                {placeOf(fault.pointer)}：{sayFault(fault)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="quiet">职工会看到的样子</p>
      {title ? (
        <div className={styles.phone}>
          <p className={styles.title}>{title}</p>
          <p className={styles.note}>{summary}</p>
          {rules && <Screening input={input} rules={rules} />}
          <p className={styles.small}>主办：{organiser}</p>
        </div>
      ) : (
        <p className={styles.empty}>填了名称，这里就有。</p>
      )}
    </aside>
  );
}
