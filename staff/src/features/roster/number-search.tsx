/** Finds somebody of a session by a whole number: for a reason, since it tells whose number that is. */
import { Button } from 'antd';
import { useState } from 'react';
import { isPhone, readResidentId, tidyPhone, tidyResidentId } from '@yugong/domain/identity';
import { PeopleWire } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { Callout } from '../../parts/notice';
import { ReasonDialog } from '../../parts/reason-dialog';
import { EmptyState } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';
import { RosterTable } from './roster-table';

type WholeNumber = { phone: string } | { residentId: string };

/** The whole phone or identity number that was typed; null where it is neither. */
export function wholeNumberIn(typed: string): WholeNumber | null {
  const phone = tidyPhone(typed);
  if (isPhone(phone)) return { phone };
  const residentId = tidyResidentId(typed);
  return readResidentId(residentId) ? { residentId } : null;
}

/** @param number give it a key, so that another number begins anew */
export function NumberSearch({ session, number }: { session: StaffSessionWire; number: WholeNumber }) {
  const [asking, setAsking] = useState(false);
  const [found, setFound] = useState<PeopleWire['rows'] | null>(null);
  const { failed } = useToast();
  const search = useWrite(PeopleWire, {
    done: ({ rows }) => {
      setFound(rows);
      setAsking(false);
    },
  });
  if (found?.length === 0) return <EmptyState title="这一场没有用这个号码报名的人" />;
  if (found) return <RosterTable session={session} rows={found} />;
  return (
    <>
      <Callout tone="warn" title="按完整号码查找要选原因">
        <p>会记入操作记录。只知道末四位的，输入末四位就能找。</p>
        <Button onClick={() => setAsking(true)}>按完整号码查找</Button>
      </Callout>
      <ReasonDialog
        title="按完整号码查找"
        open={asking}
        yes="查找"
        busy={search.isPending}
        onYes={(why) =>
          search.mutate(
            { endpoint: rosterEndpoints.people, body: { ...number, sessionId: session.id, ...why } },
            { onError: failed },
          )
        }
        onNo={() => setAsking(false)}
      />
    </>
  );
}
