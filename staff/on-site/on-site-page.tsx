/** A volunteer's round: what it is about, then one station after the other, the nearest first. */
import { nearestFirst } from '@yugong/domain/on-site';
import { checkRefusalLabels } from '@yugong/domain/on-site/words';
import type { OnSiteCheck, OnSiteListWire, OnSiteStation } from '@yugong/domain/on-site/wire';
import { gcj02, type Gcj02 } from '@yugong/domain/geo';
import { useEffect, useState } from 'react';
import type { RoundState } from './round';
import { StationCard } from './station-card';
import { StationList } from './station-list';
import styles from './on-site.module.css';
import { inGcj02, usePosition } from './use-position';
import { useRound } from './use-round';

const hasPosition = ({ position, ...station }: OnSiteStation) => ({
  station: { ...station, position },
  position: position && gcj02(position.lng, position.lat),
});

/** The stations that are still to be checked, in the order in which to go; those that were put off come last. */
function stillToGo(
  { stations }: OnSiteListWire,
  { checked, putOff, from }: { checked: ReadonlySet<string>; putOff: readonly string[]; from: Gcj02 | null },
): OnSiteStation[] {
  const open = nearestFirst(stations.filter(({ id }) => !checked.has(id)).map(hasPosition), from);
  const all = open.map(({ station }) => station);
  return [...all.filter(({ id }) => !putOff.includes(id)), ...all.filter(({ id }) => putOff.includes(id))];
}

export function OnSitePage({ token }: { token: string }) {
  const { round, state, storageFailed } = useRound(token);
  const [isStarted, setStarted] = useState(false);
  const { list } = state;
  if (storageFailed)
    return <Message title="这台手机无法保存">请不要用无痕窗口打开，并检查手机的存储空间，然后重新打开链接。</Message>;
  if (token === '') return <Message title="链接不完整">请从工会发来的消息里重新打开完整的链接。</Message>;
  if (!round || (!list && !state.error))
    return <Message title="正在加载名单">第一次打开需要网络，之后没有网络也能用。</Message>;
  if (!list) return <Message title="打不开这份名单">{state.error?.message}</Message>;
  if (!isStarted) return <Intro list={list} state={state} start={() => setStarted(true)} />;
  return <Round list={list} state={state} record={(check) => round.record(check)} />;
}

function Message({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{children}</p>
    </main>
  );
}

function Intro({ list, state, start }: { list: OnSiteListWire; state: RoundState; start: () => void }) {
  return (
    <main className={styles.page}>
      <p className={styles.caption}>{list.union}</p>
      <h1 className={styles.title}>{list.title}</h1>
      <p className={styles.lead}>
        {list.day} 当天核对 {list.stations.length} 个驿站，已核对 {state.checked.size} 个。
      </p>
      <ul className={styles.notes}>
        <li>到门口看一眼，点几下就好。没有网络也能记，联网后自动上传。</li>
        <li>会用到手机的位置，只记驿站门口的位置。不记你是谁。</li>
        <li>拍照时避开人脸和车牌。</li>
        <li>你记下的由工会看过后才公布。</li>
      </ul>
      <SyncStatus state={state} />
      <div className={styles.bar}>
        <button type="button" className={styles.primary} onClick={start}>
          开始核对
        </button>
      </div>
    </main>
  );
}

function Round({
  list,
  state,
  record,
}: {
  list: OnSiteListWire;
  state: RoundState;
  record: (check: OnSiteCheck) => Promise<void>;
}) {
  const position = usePosition(true);
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [isListShown, setListShown] = useState(false);
  const from = position.fix && inGcj02(position.fix);
  const isPlaced = from !== null || position.isOff;
  const ordered = stillToGo(list, { checked: state.checked, putOff, from });
  // Which one is next is decided when the last is done, so that no card changes under the finger while one walks.
  const current = list.stations.find(({ id }) => id === currentId) ?? null;
  const next = ordered[0] ?? null;
  const nextId = next?.id ?? null;
  useEffect(() => {
    if (currentId === null && isPlaced) setCurrentId(nextId);
  }, [currentId, isPlaced, nextId]);
  if (isListShown)
    return (
      <StationList
        list={list}
        checked={state.checked}
        choose={(id) => {
          setCurrentId(id);
          setListShown(false);
        }}
        close={() => setListShown(false)}
      />
    );
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <p className={styles.progress} role="status">
          已核对 {state.checked.size}/{list.stations.length}
        </p>
        <button type="button" className={styles.link} onClick={() => setListShown(true)}>
          全部驿站
        </button>
      </header>
      <progress className={styles.meter} max={list.stations.length} value={state.checked.size} aria-label="进度" />
      <SyncStatus state={state} />
      {current ? (
        <StationCard
          key={current.id}
          station={current}
          position={position}
          record={async (check) => {
            await record(check);
            setCurrentId(null);
          }}
          putOff={() => {
            setPutOff((before) => [...before.filter((id) => id !== current.id), current.id]);
            setCurrentId(null);
          }}
        />
      ) : isPlaced ? (
        <div className={styles.done}>
          <h1 className={styles.title}>这份名单核对完了</h1>
          <p className={styles.lead}>
            {state.unsentCount > 0 ? '还有没上传的，请在有网络的地方打开一次这个页面。' : '谢谢，可以关掉这个页面了。'}
          </p>
        </div>
      ) : (
        <div className={styles.done}>
          <h1 className={styles.title}>正在定位</h1>
          <p className={styles.lead}>定好位从最近的驿站开始。</p>
          <button type="button" className={styles.secondary} onClick={() => setCurrentId(nextId)}>
            不等定位，直接开始
          </button>
        </div>
      )}
    </main>
  );
}

/** What isn't sent yet, and why; nothing lost is ever unsaid. */
function SyncStatus({ state: { unsentCount, error, refused, list } }: { state: RoundState }) {
  const titles = new Map(list?.stations.map(({ id, title }) => [id, title]));
  return (
    <div className={styles.sync} role="status">
      {unsentCount > 0 && (
        <p>
          {unsentCount} 条待上传，{error?.retryable === false ? error.message : '联网后自动上传'}
        </p>
      )}
      {unsentCount === 0 && error?.retryable === false && <p>{error.message}</p>}
      {refused.map(({ stationId, refusal }) => (
        <p key={`${stationId} ${refusal}`}>
          {titles.get(stationId) ?? stationId} 没有收下：{checkRefusalLabels[refusal]}
        </p>
      ))}
    </div>
  );
}
