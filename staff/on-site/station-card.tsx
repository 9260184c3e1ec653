/** One station: is it open, what differs from what is published, and where the door is. */
import { metresBetween, gcj02 } from '@yugong/domain/geo';
import { isOneOf } from '@yugong/domain/narrow';
import { findings, MAX_ACCURACY_METRES } from '@yugong/domain/on-site';
import { findingLabels } from '@yugong/domain/on-site/words';
import type { OnSiteCheck, OnSiteStation } from '@yugong/domain/on-site/wire';
import { readTypedHours } from '@yugong/domain/opening-hours/typed';
import { facilities as allFacilities, facilityLabels } from '@yugong/domain/station/vocabulary';
import { useState } from 'react';
import { describeError } from '../src/api/api-error';
import { isAsPublished, isExact, noAnswers, toCheck, toggle, type VisitAnswers } from './answers';
import { shrinkPhoto } from './photo';
import styles from './on-site.module.css';
import { inGcj02, type PhonePosition } from './use-position';

/** Facilities that are offered without being asked for, beside those that are published. */
const COMMON = ['drinking_water', 'toilets', 'power_supply', 'microwave', 'air_conditioning', 'seating'] as const;

interface StationCardProps {
  station: OnSiteStation;
  position: PhonePosition;
  /** @throws where the phone can't store it */
  record: (check: OnSiteCheck) => Promise<void>;
  putOff: () => void;
}

export function StationCard({ station, position, record, putOff }: StationCardProps) {
  const [answers, setAnswers] = useState<VisitAnswers>(noAnswers);
  /** The phone's position isn't good enough, and the volunteer is asked what to do. */
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { found } = answers;
  const needsPosition = found !== 'missing' && !position.isOff;
  const save = async (withPosition: boolean): Promise<void> => {
    if (found === null) return;
    const now = Date.now();
    const fix = isExact(position.fix, now) ? position.fix : null;
    if (withPosition && needsPosition && fix === null) return setAsking(true);
    try {
      const check = toCheck(
        station,
        { ...answers, found },
        { id: crypto.randomUUID(), at: now, fix: needsPosition ? fix : null },
      );
      await record(check);
      window.scrollTo({ top: 0 });
    } catch (error) {
      setFault(describeError(error));
    }
  };
  return (
    <article className={styles.card}>
      <h1 className={styles.title}>{station.title}</h1>
      <p className={styles.lead}>{[station.address, station.floor].filter(Boolean).join(' · ') || '没有地址'}</p>
      <PositionLine station={station} position={position} />
      <fieldset className={styles.choices}>
        <legend>现在开着吗</legend>
        {findings.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.choice}
            aria-pressed={found === one}
            onClick={() => setAnswers({ ...answers, found: one })}
          >
            {findingLabels[one]}
          </button>
        ))}
      </fieldset>
      {found !== null && found !== 'missing' && (
        <>
          <HoursField station={station} answers={answers} setAnswers={setAnswers} />
          <FacilityField station={station} answers={answers} setAnswers={setAnswers} />
          <AnyoneField station={station} answers={answers} setAnswers={setAnswers} />
          <PhotoField answers={answers} setAnswers={setAnswers} />
        </>
      )}
      <div className={styles.bar}>
        {fault !== null && (
          <p className={styles.warn} role="alert">
            {fault}
          </p>
        )}
        {isAsking && found !== null ? (
          <div role="alert">
            <p className={styles.warn}>{describeAccuracy(position)}，门口的位置记不准。</p>
            <div className={styles.pair}>
              <button
                type="button"
                className={styles.secondary}
                onClick={() => {
                  position.again();
                  setAsking(false);
                }}
              >
                重新定位
              </button>
              <button type="button" className={styles.secondary} onClick={() => void save(false)}>
                不记位置，下一个
              </button>
            </div>
          </div>
        ) : found === null ? (
          <button type="button" className={styles.secondary} onClick={putOff}>
            先跳过
          </button>
        ) : (
          <button type="button" className={styles.primary} onClick={() => void save(true)}>
            {found !== 'missing' && isAsPublished(answers) ? '其余和资料一样，下一个' : '记下，下一个'}
          </button>
        )}
      </div>
    </article>
  );
}

const describeAccuracy = ({ fix }: PhonePosition): string =>
  fix === null ? '还没有定位' : `定位误差 ${Math.round(fix.accuracy)} 米`;

function PositionLine({ station, position }: { station: OnSiteStation; position: PhonePosition }) {
  const { fix, isOff, again } = position;
  const metres =
    fix && station.position ? metresBetween(inGcj02(fix), gcj02(station.position.lng, station.position.lat)) : null;
  const away = metres === null ? (station.position ? null : '还没有位置') : `约 ${sayMetres(metres)}`;
  if (isOff) return <p className={styles.warn}>未开启定位权限，位置不会记录。{away}</p>;
  const isVague = fix !== null && fix.accuracy > MAX_ACCURACY_METRES;
  return (
    <p className={isVague ? styles.warn : styles.caption}>
      {[away, describeAccuracy(position)].filter(Boolean).join(' · ')}
      {isVague && (
        <>
          ，超过 {MAX_ACCURACY_METRES} 米，请走到门口再定一次。
          <button type="button" className={styles.link} onClick={again}>
            重新定位
          </button>
        </>
      )}
    </p>
  );
}

const sayMetres = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres / 10) * 10} 米` : `${(metres / 1000).toFixed(1)} 公里`;

interface FieldProps {
  station: OnSiteStation;
  answers: VisitAnswers;
  setAnswers: (answers: VisitAnswers) => void;
}

function HoursField({ station, answers, setAnswers }: FieldProps) {
  const { hours } = answers;
  const read = hours === null || hours.trim() === '' ? null : readTypedHours(hours);
  return (
    <section className={styles.field}>
      <h2>开放时间</h2>
      <p className={styles.known}>
        {station.hours ?? '资料里没有'}
        {hours === null && (
          <button type="button" className={styles.link} onClick={() => setAnswers({ ...answers, hours: '' })}>
            {station.hours === null ? '填写' : '门上不一样'}
          </button>
        )}
      </p>
      {hours !== null && (
        <>
          <label className={styles.spokenLabel} htmlFor="hours">
            照门上写的填
          </label>
          <textarea
            id="hours"
            className={styles.text}
            rows={2}
            value={hours}
            placeholder="例如 周一至周五 9:00-18:00"
            onChange={(event) => setAnswers({ ...answers, hours: event.target.value })}
          />
          {read !== null && (
            <p className={read.fault ? styles.warn : styles.said} role="status">
              {read.fault
                ? `没看懂：${read.fault.message}。可以改写，也可以拍下来交给工会`
                : `读作：${read.said ?? ''}`}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function FacilityField({ station, answers, setAnswers }: FieldProps) {
  const [isAllShown, setAllShown] = useState(false);
  const shown = allFacilities.filter(
    (one) => isAllShown || station.facilities.includes(one) || answers.toggled.includes(one) || isOneOf(COMMON, one),
  );
  return (
    <section className={styles.field}>
      <h2>有什么</h2>
      <div className={styles.chips}>
        {shown.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.chip}
            aria-pressed={station.facilities.includes(one) !== answers.toggled.includes(one)}
            onClick={() => setAnswers(toggle(answers, one))}
          >
            {facilityLabels[one]}
          </button>
        ))}
        {!isAllShown && (
          <button type="button" className={styles.link} onClick={() => setAllShown(true)}>
            更多设施
          </button>
        )}
      </div>
    </section>
  );
}

const ANYONE = { yes: '能', no: '要消费或看证件' } as const;

function AnyoneField({ station, answers, setAnswers }: FieldProps) {
  const now = answers.anyoneMayEnter ?? station.anyoneMayEnter;
  return (
    <fieldset className={styles.choices}>
      <legend>谁都能进吗</legend>
      {(['yes', 'no'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className={styles.choice}
          aria-pressed={now === one}
          onClick={() => setAnswers({ ...answers, anyoneMayEnter: station.anyoneMayEnter === one ? null : one })}
        >
          {ANYONE[one]}
        </button>
      ))}
    </fieldset>
  );
}

function PhotoField({ answers, setAnswers }: Pick<FieldProps, 'answers' | 'setAnswers'>) {
  const [isFailed, setFailed] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      setAnswers({ ...answers, photo: await shrinkPhoto(file) });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <section className={styles.field}>
      {answers.photo === null ? (
        <label className={styles.file}>
          拍门口或门上的时间
          <input
            type="file"
            accept="image/*"
            capture="environment"
            className={styles.spokenLabel}
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </label>
      ) : (
        <div className={styles.photo}>
          <img src={`data:image/jpeg;base64,${answers.photo}`} alt="刚拍的照片" />
          <p className={styles.caption}>照片里有人脸或车牌的，工会不会采用，请重拍。</p>
          <button type="button" className={styles.link} onClick={() => setAnswers({ ...answers, photo: null })}>
            删除照片
          </button>
        </div>
      )}
      {isFailed && (
        <p className={styles.warn} role="alert">
          照片无法读取，请再拍一张
        </p>
      )}
    </section>
  );
}
