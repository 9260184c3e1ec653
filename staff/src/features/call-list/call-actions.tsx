/** The number to call, and how the call ended. What was revealed is shown until the page is left. */
import { Button, Space } from 'antd';
import { callResults, CallListWire, PhoneWire, type CallWire } from '@yugong/domain/notice/staff-wire';
import { familyRelationLabels } from '@yugong/domain/registration/family';
import { callResultLabels } from '@yugong/domain/notice/words';
import { MAX_REVEALED, offerDecisions, RevealWire, StatusWire } from '@yugong/domain/roster/wire';
import { offerDecisionLabels } from '@yugong/domain/roster/words';
import { useWrite } from '../../api/use-write';
import { useToast } from '../../parts/use-toast';
import { endpoints } from './requests';
import { sayWhose } from './words';

interface Props {
  call: CallWire;
  /** The number, once it was revealed. */
  number: PhoneWire | null;
  setNumber: (number: PhoneWire) => void;
}

export function CallActions({ call, number, setNumber }: Props) {
  const { noticeId, contact, unreadable } = call;
  const { done, failed } = useToast();
  const reveal = useWrite(PhoneWire, { done: setNumber });
  const record = useWrite(CallListWire, {
    stale: ['call-list', 'sessions'],
    done: () => done('已记录'),
  });
  const whose = sayWhose(call);
  return (
    <Space wrap>
      {unreadable ? null : number === null ? (
        <Button
          data-main=""
          loading={reveal.isPending}
          aria-label={`显示号码：${whose}`}
          onClick={() => reveal.mutate({ endpoint: endpoints.phone(noticeId) }, { onError: failed })}
        >
          显示号码
        </Button>
      ) : (
        <>
          <a className="figures" href={`tel:${number.phone}`}>
            {number.phone}
          </a>
          {contact !== null && number.contactPhone !== null && (
            <a className="figures" href={`tel:${number.contactPhone}`}>
              {`${familyRelationLabels[contact.relation]} ${number.contactPhone}`}
            </a>
          )}
        </>
      )}
      {callResults
        // Without a number nobody can be called; somebody else may have found a way to tell her.
        .filter((result) => !unreadable || result === 'reached')
        .map((result) => (
          <Button
            key={result}
            disabled={record.isPending}
            aria-label={`${whose}：${callResultLabels[result]}`}
            onClick={() =>
              record.mutate({ endpoint: endpoints.calls(noticeId), body: { result } }, { onError: failed })
            }
          >
            {callResultLabels[result]}
          </Button>
        ))}
    </Space>
  );
}

/** What she said about the seat that is held for her, or what becomes of it where nobody reached her in time. */
export function OfferActions({ call, registrationId }: { call: CallWire; registrationId: string }) {
  const { passOnFrom, offerUntil } = call;
  const { done, failed } = useToast();
  const write = useWrite(StatusWire, { stale: ['call-list', 'roster', 'sessions'], done: () => done('已办理') });
  const isDue = passOnFrom !== null && Date.parse(passOnFrom) <= Date.now();
  return (
    <Space wrap>
      {offerDecisions
        .filter((decision) => isDue || decision === 'accept' || decision === 'decline')
        .map((decision) => (
          <Button
            key={decision}
            disabled={write.isPending}
            aria-label={`${sayWhose(call)}：${offerDecisionLabels[decision]}`}
            onClick={() =>
              write.mutate(
                { endpoint: endpoints.offer(registrationId), body: { decision, seen: offerUntil } },
                { onError: failed },
              )
            }
          >
            {offerDecisionLabels[decision]}
          </Button>
        ))}
    </Space>
  );
}

/** The numbers of everybody on the list at once: the reason is the list's own, and each is in the audit. */
export function RevealAll({ calls, reveal }: { calls: readonly CallWire[]; reveal: (answer: RevealWire) => void }) {
  const { failed } = useToast();
  const write = useWrite(RevealWire, { done: reveal });
  const ids = [...new Set(calls.flatMap(({ registrationId }) => registrationId ?? []))].slice(0, MAX_REVEALED);
  const body = { ids, fields: ['phone'], reason: 'call' };
  return (
    <Button
      loading={write.isPending}
      onClick={() => write.mutate({ endpoint: endpoints.reveal, body }, { onError: failed })}
    >
      显示这 {ids.length} 人的号码
    </Button>
  );
}
