/** A programme as a worker will see it, in the app's own words, and the faults that keep it from being saved. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import type { FieldFault } from '@yugong/domain/problem';
import type { ProgrammeInput } from '@yugong/domain/programme/staff-wire';
import {
  AS_ANNOUNCED,
  questionTextOf,
  preparationTimeline,
  screeningQuestionsFor,
  sayFrom,
  sayIntervals,
  type ScreeningRules,
} from '@yugong/domain/screening';
import { isoOf } from '@yugong/domain/time';
import { describeFieldFault } from '../../api/api-error';
import { districtLabel, useDirectory } from '../../api/directory';
import { Callout } from '../../parts/notice';
import { formatTime } from '../../parts/time';
import { ruleFieldLabel } from './programme-faults';
import facts from '../../parts/facts.module.css';
import styles from './preview.module.css';

const Fact = ({ label, text }: { label: string; text: string | null | undefined }) => (
  <div>
    <dt>{label}</dt>
    <dd>{text || AS_ANNOUNCED}</dd>
  </div>
);

const SEX_LABELS = { female: '女职工', male: '男职工' } as const;

function QuestionsPreview({ input: { title, age }, rules }: { input: ProgrammeInput; rules: ScreeningRules }) {
  const directory = useDirectory();
  const questions = screeningQuestionsFor([{ id: 'preview', title, age, rules }]);
  if (questions.length === 0) return <p>没有需要回答的问题。</p>;
  return (
    <ol className={styles.asked}>
      {questions.map((question) => {
        const { title: put, hint } = questionTextOf(question, (adcode) => districtLabel(directory.data, adcode));
        return (
          <li key={question.id}>
            {put}
            {hint && <span className="quiet"> {hint}</span>}
            {'condition' in question && (
              <p className="quiet">
                回答“{question.condition.wanted === 'yes' ? '不是' : '是'}”时显示：{question.condition.because}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function PreparationPreview({ rules }: { rules: ScreeningRules }) {
  const today = dayAt(Date.now());
  const startsAt = isoOf(addDays(today, 7), '09:30');
  const rows = preparationTimeline({ rules }, startsAt);
  return (
    <>
      {rows === null && <p>要做什么准备，{AS_ANNOUNCED}。</p>}
      {rows?.length === 0 && <p>不用特别准备。</p>}
      {rows && rows.length > 0 && (
        <>
          <p className="quiet">以{formatTime(startsAt)} 的场次为例：</p>
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

function ScreeningPreview({ input, rules }: { input: ProgrammeInput; rules: ScreeningRules }) {
  const who = input.sex ? SEX_LABELS[input.sex] : null;
  const age = input.age ? `${input.age.min}—${input.age.max} 周岁` : null;
  const result = [rules.results?.withinDays && `${rules.results.withinDays} 天内`, rules.results?.how];
  return (
    <>
      <dl className={facts.facts}>
        <Fact label="谁能查" text={[who, age].filter(Boolean).join('，')} />
        <Fact label="查什么" text={rules.items.join('、')} />
        <Fact label="费用" text={rules.cost} />
        <Fact label="多久一次" text={sayIntervals(rules.intervals)} />
        <Fact label="带上" text={rules.bring?.length === 0 ? '无需携带' : rules.bring?.join('、')} />
        <Fact label="出结果" text={result.filter(Boolean).join('，')} />
      </dl>
      <h2>我能查吗</h2>
      <QuestionsPreview input={input} rules={rules} />
      <h2>去之前</h2>
      <PreparationPreview rules={rules} />
    </>
  );
}

export function ProgrammePreview({ input, faults }: { input: ProgrammeInput; faults: readonly FieldFault[] }) {
  const { title, summary, organiser, rules } = input;
  return (
    <aside className={styles.aside} tabIndex={0} aria-label="职工会看到的样子">
      {faults.length > 0 && (
        <Callout tone="bad" title="暂不能保存">
          <ul>
            {faults.map((fault) => (
              <li key={fault.pointer + fault.code}>
                {ruleFieldLabel(fault.pointer)}：{describeFieldFault(fault)}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <p className="quiet">职工会看到的样子</p>
      {title ? (
        <div className={styles.phone}>
          <p className={styles.title}>{title}</p>
          <p className={styles.note}>{summary}</p>
          {rules && <ScreeningPreview input={input} rules={rules} />}
          <p className={styles.small}>主办：{organiser}</p>
        </div>
      ) : (
        <p className={styles.empty}>填写名称后显示预览。</p>
      )}
    </aside>
  );
}
