/** What happened to administrators' accounts, on the page of today until it is marked as read. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import * as v from 'valibot';
import { StaffAlertWire } from '@yugong/domain/staff-account/wire';
import { sayStaffAlert } from '@yugong/domain/staff-account/words';
import { callApi, NoContent } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Callout } from '../../parts/notice';
import { PageSection } from '../../parts/page';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { accountEndpoints } from './api';

const StaffAlertsWire = v.object({ alerts: v.array(StaffAlertWire) });

export const useStaffAlerts = () =>
  useQuery({
    queryKey: ['alerts'],
    queryFn: ({ signal }) => callApi(accountEndpoints.alerts, { answer: StaffAlertsWire, signal }),
  });

/** Draws nothing where there is nothing to know. */
export function AlertsSection({ alerts }: { alerts: readonly StaffAlertWire[] }) {
  const { failed } = useToast();
  const read = useWrite(NoContent, { stale: ['alerts'] });
  if (alerts.length === 0) return null;
  return (
    <PageSection title="管理员账号有变动">
      {alerts.map((alert) => (
        <Callout key={alert.id} tone="warn">
          <p>
            {sayStaffAlert(alert)}，<TimeText at={alert.at} />
            。不是你们商量过的，请马上停用这个账号并查看操作记录。
          </p>
          <Button
            aria-label={`知道了：${sayStaffAlert(alert)}`}
            loading={read.isPending && read.variables.endpoint.includes(alert.id)}
            onClick={() => read.mutate({ endpoint: accountEndpoints.readAlert(alert.id) }, { onError: failed })}
          >
            知道了
          </Button>
        </Callout>
      ))}
    </PageSection>
  );
}
