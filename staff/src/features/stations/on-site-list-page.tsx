/** One list for volunteers: its link, and what they found, to be accepted or refused. */
import { Button, Checkbox, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { OnSiteRevokedWire, type StaffOnSiteCheck, type StaffOnSiteListWire } from '@yugong/domain/on-site/staff-wire';
import { findingLabels } from '@yugong/domain/on-site/words';
import { PublishedWire } from '@yugong/domain/publication/wire';
import { candidateFieldLabels } from '@yugong/domain/station-candidate/words';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { EmptyState, QueryResult } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { firstTicks, isReady, isUndecided, sayProposal, toDecision, type Ticks } from './on-site-decision';
import { onSiteEndpoints, photoAddress, useOnSiteLink, useOnSiteList } from './on-site-requests';
import styles from './stations.module.css';

export default function OnSiteListPage() {
  const { id = '' } = useParams();
  const list = useOnSiteList(id);
  return (
    <QueryResult of={list} rows={6}>
      {(opened) => (
        <ConsolePage
          title={opened.title}
          lead={`${opened.day} · 已核对 ${opened.checkedCount}/${opened.stationCount} 个驿站`}
          back={{ to: '/stations/on-site', label: '现场核对' }}
        >
          <LinkSection list={opened} />
          <ChecksSection list={opened} />
        </ConsolePage>
      )}
    </QueryResult>
  );
}

function LinkSection({ list }: { list: StaffOnSiteListWire }) {
  const [isShown, setShown] = useState(false);
  const [isRevoking, setRevoking] = useState(false);
  const { done, failed } = useToast();
  const link = useOnSiteLink(list.id, isShown);
  const revoke = useWrite(OnSiteRevokedWire, { stale: ['on-site'], done: () => setRevoking(false) });
  if (list.revokedAt !== null)
    return (
      <PageSection title="链接">
        <p>
          链接已停用（
          <TimeText at={list.revokedAt} />
          ）。
        </p>
      </PageSection>
    );
  const address = link.data && location.origin + link.data.path;
  return (
    <PageSection title="链接">
      <p className="quiet">
        谁有链接都能看这份名单、提交核对结果，看不到别的，也改不了已发布的内容。只在 {list.day} 有效。
      </p>
      {link.error && <Callout tone="bad">{describeError(link.error)}</Callout>}
      {address && <Input.TextArea aria-label="链接" readOnly autoSize value={address} />}
      <Space wrap>
        {address ? (
          <Button
            type="primary"
            onClick={() => navigator.clipboard.writeText(address).then(() => done('已复制，发给志愿者就好'), failed)}
          >
            复制链接
          </Button>
        ) : (
          <Button type="primary" loading={link.isFetching} onClick={() => setShown(true)}>
            显示链接
          </Button>
        )}
        <Button danger onClick={() => setRevoking(true)}>
          停用链接
        </Button>
      </Space>
      <Confirm
        title="停用这个链接"
        open={isRevoking}
        yes="停用"
        danger
        busy={revoke.isPending}
        onYes={() => revoke.mutate({ endpoint: onSiteEndpoints.revoke(list.id) })}
        onNo={() => setRevoking(false)}
      >
        <p>停用后志愿者打不开，手机上还没上传的也交不上来。不能恢复。</p>
      </Confirm>
    </PageSection>
  );
}

function ChecksSection({ list }: { list: StaffOnSiteListWire }) {
  const [ticks, setTicks] = useState<Readonly<Record<string, Ticks>>>({});
  const { done } = useToast();
  const decide = useWrite(PublishedWire, {
    stale: ['on-site', 'stations', 'reports', 'candidates'],
    done: (answer) => {
      if (answer.done) done('已处理，采纳的很快会出现在手机上');
    },
  });
  const ticksOf = (check: StaffOnSiteCheck): Ticks => ticks[check.id] ?? firstTicks(check);
  const open = list.checks.filter(isUndecided);
  const ready = open.filter((check) => isReady(check, ticksOf(check)));
  const send = (checks: readonly StaffOnSiteCheck[]): void =>
    decide.mutate({
      endpoint: onSiteEndpoints.decide(list.id),
      body: { decisions: checks.map((check) => toDecision(check, ticksOf(check))) },
    });
  return (
    <PageSection
      title="核对结果"
      aside={
        ready.length > 0 && (
          <Button type="primary" loading={decide.isPending} onClick={() => send(ready)}>
            按勾选处理 {ready.length} 个驿站
          </Button>
        )
      }
    >
      {decide.error && <Callout tone="bad">{describeError(decide.error)}</Callout>}
      {decide.data?.faults.map(({ record, message }) => (
        <Callout key={`${record} ${message}`} tone="bad">
          {message}
        </Callout>
      ))}
      {list.checks.length === 0 ? (
        <EmptyState title="还没有人提交" />
      ) : (
        list.checks.map((check) => (
          <CheckGroup
            key={check.id}
            check={check}
            ticks={ticksOf(check)}
            setTicks={(changed) => setTicks((before) => ({ ...before, [check.id]: changed }))}
          />
        ))
      )}
    </PageSection>
  );
}

const stateLabels = { accepted: '已采纳', rejected: '不采纳' } as const;

interface CheckGroupProps {
  check: StaffOnSiteCheck;
  ticks: Ticks;
  setTicks: (ticks: Ticks) => void;
}

function CheckGroup({ check, ticks, setTicks }: CheckGroupProps) {
  const { station, found, at, candidates } = check;
  const title = station?.title ?? '已下架的驿站';
  return (
    <section className={styles.group} aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <div className={styles.side}>
          <StatusTag tone={found === 'open' ? 'good' : 'warn'}>{findingLabels[found]}</StatusTag>
          <TimeText at={at} />
        </div>
      </div>
      {candidates.map(({ proposal, accuracy, state }) => {
        const { field } = proposal;
        const text = `${candidateFieldLabels[field]}：${sayProposal(proposal, station)}`;
        const said = accuracy === null ? text : `${text}，误差 ${Math.round(accuracy)} 米`;
        if (state !== 'open')
          return (
            <p key={field}>
              {said} <StatusTag tone="quiet">{stateLabels[state]}</StatusTag>
            </p>
          );
        const isTicked = ticks.fields.includes(field);
        return (
          <div key={field}>
            <Checkbox
              checked={isTicked}
              onChange={({ target }) =>
                setTicks({
                  ...ticks,
                  fields: target.checked ? [...ticks.fields, field] : ticks.fields.filter((one) => one !== field),
                })
              }
            >
              {said}
            </Checkbox>
            {proposal.field === 'hours' && isTicked && (
              <Input
                aria-label={`改写${title}的开放时间`}
                placeholder="看不懂或写得不对，在这里改写"
                value={ticks.hours ?? ''}
                maxLength={500}
                onChange={({ target }) => setTicks({ ...ticks, hours: target.value || null })}
              />
            )}
          </div>
        );
      })}
      {check.photo !== null && <DoorPhoto check={check} ticks={ticks} setTicks={setTicks} title={title} />}
    </section>
  );
}

/** The picture, with what makes it refused. */
function DoorPhoto({ check, ticks, setTicks, title }: CheckGroupProps & { title: string }) {
  return (
    <figure>
      {check.photo === 'open' && (
        <img className={styles.door} src={photoAddress(check.id)} alt={`${title}的门口`} loading="lazy" />
      )}
      {check.photo === 'open' ? (
        <figcaption>
          <p>
            先看清楚：认得出人脸、看得清车牌，或不是这个驿站的门口，都不采纳。不采纳的马上删除，采纳的会公开在驿站的页面上。
          </p>
          <Radio.Group
            aria-label={`${title}的照片`}
            value={ticks.photo}
            onChange={({ target }: { target: { value?: 'accept' | 'refuse' } }) =>
              setTicks({ ...ticks, photo: target.value ?? null })
            }
          >
            <Radio value="accept">没有人脸和车牌，采纳</Radio>
            <Radio value="refuse">不采纳，删除</Radio>
          </Radio.Group>
        </figcaption>
      ) : (
        <figcaption className="quiet">照片已采纳，在驿站的页面上；要撤下来，去改这个驿站</figcaption>
      )}
    </figure>
  );
}
