/** One thing that a geocoder or a volunteer says of a station, beside what the station says now. */
import { Button } from 'antd';
import type { KeyboardEvent, RefCallback } from 'react';
import { Link } from 'react-router-dom';
import type { StaffCandidateWire } from '@yugong/domain/station-candidate/staff-wire';
import {
  candidateFieldLabels,
  doubtLabels,
  geocoderLabels,
  precisionLabels,
} from '@yugong/domain/station-candidate/words';
import { anyoneLabels, facilityLabels } from '@yugong/domain/station/vocabulary';
import { districtLabel, type Directory } from '../../api/directory';
import { StatusTag } from '../../parts/status-tag';
import { exactTime, TimeText } from '../../parts/time';
import styles from './stations.module.css';

/**
 * A position on 高德地图's site, in the datum of records.
 * Source: 高德 URI API, https://lbs.amap.com/api/uri-api/guide/travel/marker and …/search.
 */
const markerUrl = ({ lng, lat }: { lng: number; lat: number }, name: string): string =>
  `https://uri.amap.com/marker?position=${lng},${lat}&name=${encodeURIComponent(name)}&src=yugong&coordinate=gaode`;
const searchUrl = (words: string): string =>
  `https://uri.amap.com/search?keyword=${encodeURIComponent(words)}&city=${encodeURIComponent('重庆')}&view=map&src=yugong&coordinate=gaode`;

const sayMetres = (metres: number): string => (metres < 1000 ? `${metres} 米` : `${(metres / 1000).toFixed(1)} 公里`);

/** What is proposed, in words, and what the station says now. */
function proposedWords({ proposal, station }: StaffCandidateWire): { proposed: string; now: string | null } {
  switch (proposal.field) {
    case 'position': {
      const { lng, lat } = proposal.value;
      const now = station?.location ? `${station.location.lng}, ${station.location.lat}` : '没有';
      return { proposed: `${lng.toFixed(6)}, ${lat.toFixed(6)}`, now };
    }
    case 'hours':
      return { proposed: proposal.value.text, now: station?.hours ?? '未填写' };
    case 'facilities': {
      const { present, absent } = proposal.value;
      const said = [
        present.length > 0 && `有${present.map((one) => facilityLabels[one]).join('、')}`,
        absent.length > 0 && `没有${absent.map((one) => facilityLabels[one]).join('、')}`,
      ];
      const now = station?.facilities.map((one) => facilityLabels[one]).join('、');
      return { proposed: said.filter(Boolean).join('；'), now: now || '未填写' };
    }
    case 'anyoneMayEnter':
      return { proposed: anyoneLabels[proposal.value], now: anyoneLabels[station?.anyoneMayEnter ?? 'unknown'] };
    case 'openNow': {
      const { isOpen, remark } = proposal.value;
      return { proposed: [isOpen ? '当时开着' : '当时关着', remark].filter(Boolean).join('：'), now: null };
    }
  }
}

/** Where it comes from, in one line. */
function originWords({ origin, metresToSeat }: StaffCandidateWire): string {
  if (origin.by === 'visit')
    return `志愿者 ${exactTime(origin.seenAt)} 在现场${origin.accuracy === null ? '' : `，定位误差约 ${Math.round(origin.accuracy)} 米`}`;
  const said = [
    `${geocoderLabels[origin.provider]} ${exactTime(origin.askedAt)} 查“${origin.query}”`,
    `精度：${precisionLabels[origin.precision]}`,
    origin.reliability !== null && `可信度 ${origin.reliability}`,
    metresToSeat !== null && `离区县中心 ${sayMetres(metresToSeat)}`,
    origin.address !== null && `按坐标查回：${origin.address}`,
  ];
  return said.filter(Boolean).join('，');
}

export type CandidateAction = 'accept' | 'move' | 'reject';

interface Props {
  candidate: StaffCandidateWire;
  directory: Directory | undefined;
  isBusy: boolean;
  act: (action: CandidateAction) => void;
  /** Goes to the item before or after this one. */
  step: (by: 1 | -1) => void;
  itemRef: RefCallback<HTMLLIElement>;
}

const KEYS: Readonly<Record<string, CandidateAction>> = { a: 'accept', m: 'move', x: 'reject' };

export function CandidateItem({ candidate, directory, isBusy, act, step, itemRef }: Props) {
  const { proposal, station, doubts, state } = candidate;
  const name = station?.title ?? '已不在名单中的驿站';
  const isOpen = state === 'open';
  const isPosition = proposal.field === 'position';
  const address = station && [districtLabel(directory, station.adcode), station.address].filter(Boolean).join(' ');
  const { proposed, now } = proposedWords(candidate);
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>): void => {
    // Only on the item itself: a button in it has keys of its own.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    const action = KEYS[event.key.toLowerCase()];
    if (!action || !isOpen || isBusy || (action === 'move' && !isPosition) || (action !== 'reject' && !station)) return;
    event.preventDefault();
    act(action);
  };
  return (
    <li className={styles.candidate} ref={itemRef} tabIndex={0} onKeyDown={onKeyDown} aria-label={name}>
      <div className={styles.head}>
        <div>
          <h2>{station ? <Link to={`/stations/list/${candidate.stationId}`}>{name}</Link> : name}</h2>
          {address && <p className="quiet">{address}</p>}
          <p className={styles.proposed}>
            {candidateFieldLabels[proposal.field]}：{proposed}
          </p>
          {now !== null && <p className="quiet">现在：{now}</p>}
          {isPosition && (
            <p>
              <a href={markerUrl(proposal.value, name)} target="_blank" rel="noreferrer">
                在高德地图上看
              </a>
              {address && (
                <>
                  {' · '}
                  <a href={searchUrl(address)} target="_blank" rel="noreferrer">
                    按地址搜
                  </a>
                </>
              )}
            </p>
          )}
          <p className="quiet">{originWords(candidate)}</p>
          <div className={styles.doubts}>
            {doubts.map((doubt) => (
              <StatusTag key={doubt} tone="warn">
                {doubtLabels[doubt]}
              </StatusTag>
            ))}
            {doubts.length === 0 && <StatusTag tone="good">没有疑问</StatusTag>}
          </div>
          {!isOpen && <DecidedLine candidate={candidate} />}
        </div>
        {isOpen && (
          <div className={styles.side}>
            <Button disabled={isBusy} onClick={() => act('reject')} aria-label={`不采用“${name}”`}>
              不采用
            </Button>
            {isPosition && station && (
              <Button disabled={isBusy} onClick={() => act('move')} aria-label={`移动“${name}”`}>
                移动
              </Button>
            )}
            {station && (
              <Button
                type={doubts.length === 0 ? 'primary' : 'default'}
                disabled={isBusy}
                onClick={() => act('accept')}
                aria-label={`采用“${name}”`}
              >
                采用
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function DecidedLine({ candidate: { state, decidedAt, decidedBy } }: { candidate: StaffCandidateWire }) {
  return (
    <p className="quiet">
      {state === 'accepted' ? '已采用' : '未采用'}，{decidedBy ?? '系统自动排除'}
      {decidedAt && (
        <>
          ，<TimeText at={decidedAt} />
        </>
      )}
    </p>
  );
}
