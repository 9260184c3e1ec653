import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import * as v from 'valibot';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { DoorWire } from '@yugong/domain/check-in/wire';
import type { RosterRequest } from '@yugong/domain/roster/wire';
import { useDirectory } from '../../api/directory';
import { useMe } from '../../api/me';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { formatTimeRange } from '../../parts/time';
import { PrintRoster } from '../roster';
import { isDraftSession, useStaffSessions, SessionsByDay } from '../sessions';
import { vaultName } from '.';
import { useDeviceName } from './device-name';
import { openVault } from '../../offline/vault';
import narrow from '../../parts/narrow.module.css';

/** Sessions whose roster is stored on this phone, which open without a network. */
function useStoredRosters(): StoredRoster[] {
  const me = useMe();
  const [stored, setStored] = useState<StoredRoster[]>([]);
  useEffect(() => {
    listStoredRosters(me.id).then(setStored, () => setStored([]));
  }, [me.id]);
  return stored;
}

/** Who may come: those who gave up their place are not on the list at the entrance. */
const EXPECTED: RosterRequest = { statuses: ['booked', 'waitlist', 'checked-in'], page: 1, size: 100 };

export default function CheckInListPage() {
  const today = dayAt(Date.now());
  const list = useStaffSessions({ from: today, to: addDays(today, 1) });
  const directory = useDirectory();
  const stored = useStoredRosters();
  const held = (list.data?.sessions ?? []).filter(({ state }) => state !== 'cancelled');
  const { device, isNamed, rename } = useDeviceName();
  const linkTo = ({ id }: { id: string }): string => `/door/${id}`;
  return (
    <ConsolePage
      title="签到"
      lead="打开场次后，名单会保存在这台手机上，没有网络也能签到。"
      actions={held.length > 0 && <PrintRoster sessions={held} request={EXPECTED} label="打印签到名单" />}
    >
      {!isNamed && (
        <Callout tone="warn" title="这台设备还没有名称">
          <Form layout="inline" requiredMark={false} onFinish={({ name }: { name: string }) => rename(name)}>
            <Form.Item
              name="name"
              label="签到点名称"
              rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
            >
              <Input maxLength={20} placeholder="例如 一号门" />
            </Form.Item>
            <Button htmlType="submit">保存</Button>
          </Form>
          <p>每台设备起自己的名称，操作记录和其他设备上会显示。</p>
        </Callout>
      )}
      {stored.length > 0 && (
        <PageSection title="已保存名单的场次">
          <ul>
            {stored.map(({ sessionId, title, startsAt, endsAt }) => (
              <li key={sessionId}>
                <Link to={`/door/${sessionId}`}>
                  {formatTimeRange(startsAt, endsAt)} {title}
                </Link>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      <PageSection title="今天和明天">
        <QueryResult of={list}>
          {({ sessions: listed }) => {
            // Nobody is let into a draft, or into what was called off; of the latter whoever stands at the door has to know.
            const sessions = listed.filter((one) => one.state !== 'cancelled' && !isDraftSession(one, Date.now()));
            const cancelled = listed.filter(({ state }) => state === 'cancelled');
            return (
              <>
                {sessions.length === 0 ? (
                  <EmptyState title="今天和明天没有场次">
                    <p>前一天至结束后十二小时可以签到。</p>
                  </EmptyState>
                ) : (
                  <SessionsByDay sessions={sessions} directory={directory.data} to={linkTo} />
                )}
                {cancelled.map(({ id, title, startsAt, endsAt }) => (
                  <p key={id} className="quiet">
                    已取消，不用签到：{formatTimeRange(startsAt, endsAt)} {title}
                  </p>
                ))}
              </>
            );
          }}
        </QueryResult>
      </PageSection>
      {isNamed && (
        <PageSection title="本机设置">
          <Form layout="vertical" component="div" className={narrow.narrow}>
            <Form.Item label="签到点名称" htmlFor="device" extra="多个签到点同时签到时，用来区分">
              <Input id="device" defaultValue={device} maxLength={20} onBlur={(event) => rename(event.target.value)} />
            </Form.Item>
          </Form>
        </PageSection>
      )}
    </ConsolePage>
  );
}

interface StoredRoster {
  sessionId: string;
  title: string;
  startsAt: string;
  endsAt: string;
}

/** Lists the rosters on this phone, and destroys those that have expired. */
async function listStoredRosters(staffId: string, now = Date.now()): Promise<StoredRoster[]> {
  const vault = await openVault(vaultName(staffId));
  const stored: StoredRoster[] = [];
  for (const sessionId of await vault.rosters()) {
    const read = v.safeParse(DoorWire, (await vault.roster(sessionId))?.value);
    if (!read.success || Date.parse(read.output.expiresAt) <= now) await vault.forget(sessionId);
    else {
      const { title, startsAt, endsAt } = read.output.session;
      stored.push({ sessionId, title, startsAt, endsAt });
    }
  }
  vault.close();
  return stored;
}
