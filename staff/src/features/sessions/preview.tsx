/** The session as a worker will see it on the phone, and what the service thinks of it. */
import type { UseQueryResult } from '@tanstack/react-query';
import { sessionWarningLabels } from '@yugong/domain/session/words';
import type { SessionCheckWire } from '@yugong/domain/session/staff-wire';
import { sayFault } from '../../api/refusal';
import { Mark } from '../../parts/mark';
import { Notice } from '../../parts/notice';
import { sayTime, sayWindow } from '../../parts/when';
import { stateWords } from './words';
import styles from './preview.module.css';

/** Names of the fields, for what is said about one. */
const fieldNames: Record<string, string> = {
  '/title': '名称',
  '/place': '地点',
  '/adcode': '区县',
  '/note': '提醒',
  '/startsAt': '几点开始',
  '/endsAt': '几点结束',
  '/opensAt': '几时开始报名',
  '/closesAt': '几时截止报名',
  '/cancelUntil': '几时之前可以取消',
  '/capacity': '名额',
  '/waitlistSize': '候补人数',
  '/programmeId': '项目',
};

type Fault = SessionCheckWire['faults'][number];
const say = (fault: Fault): string =>
  `${fieldNames[fault.pointer] ?? '这一场'}：${sessionWarningLabels[fault.code] ?? sayFault(fault)}`;

const Said = ({ tone, title, faults }: { tone: 'bad' | 'warn'; title: string; faults: Fault[] }) =>
  faults.length === 0 ? null : (
    <Notice tone={tone} title={title}>
      <ul>
        {faults.map((fault) => (
          <li key={fault.pointer + fault.code}>{say(fault)}</li>
        ))}
      </ul>
    </Notice>
  );

export function Preview({ check }: { check: UseQueryResult<SessionCheckWire> }) {
  const { data } = check;
  const seen = data?.preview;
  return (
    <aside className={styles.aside} tabIndex={0} aria-label="职工会看到的样子">
      <Said tone="bad" title="这样存不了" faults={data?.faults ?? []} />
      <Said tone="warn" title="再看一眼" faults={data?.warnings ?? []} />
      <p className="quiet">职工会看到的样子</p>
      {seen ? (
        <div className={styles.phone}>
          <p className={styles.when}>{sayWindow(seen.startsAt, seen.endsAt)}</p>
          <p className={styles.title}>{seen.title}</p>
          <p>{seen.place}</p>
          <p className={styles.state}>
            <Mark tone={stateWords[seen.state].tone}>{stateWords[seen.state].said}</Mark>
            {seen.state === 'upcoming' ? `${sayTime(seen.opensAt)} 开始` : `还有 ${seen.seatsLeft} 个名额`}
          </p>
          {seen.note && <p className={styles.note}>{seen.note}</p>}
          <p className={styles.small}>
            {sayTime(seen.closesAt)} 截止报名，{sayTime(seen.cancelUntil)} 前可以自己取消
          </p>
        </div>
      ) : (
        <p className={styles.empty}>填完必填的，这里就有。</p>
      )}
    </aside>
  );
}
