/** The number to call, and how the call ended. What was revealed is shown until the page is left. */
import { Button, Space } from 'antd';
import { useState } from 'react';
import { callResults, CallListWire, PhoneWire, type CallWire } from '@yugong/domain/notice/staff-wire';
import { callResultLabels } from '@yugong/domain/notice/words';
import { useWrite } from '../../api/use-write';
import { useToast } from '../../parts/use-toast';
import { endpoints } from './requests';

export function CallActions({ call: { noticeId, name, phone } }: { call: CallWire }) {
  const [number, setNumber] = useState<string | null>(null);
  const { done, failed } = useToast();
  const reveal = useWrite(PhoneWire, { done: (answer) => setNumber(answer.phone) });
  const record = useWrite(CallListWire, {
    stale: ['call-list', 'sessions'],
    done: () => done('已记录'),
  });
  const whose = `${name} ${phone}`;
  return (
    <Space wrap>
      {number === null ? (
        <Button
          loading={reveal.isPending}
          aria-label={`显示号码：${whose}`}
          onClick={() => reveal.mutate({ endpoint: endpoints.phone(noticeId) }, { onError: failed })}
        >
          显示号码
        </Button>
      ) : (
        <a className="figures" href={`tel:${number}`}>
          {number}
        </a>
      )}
      {callResults.map((result) => (
        <Button
          key={result}
          disabled={record.isPending}
          aria-label={`${whose}：${callResultLabels[result]}`}
          onClick={() => record.mutate({ endpoint: endpoints.calls(noticeId), body: { result } }, { onError: failed })}
        >
          {callResultLabels[result]}
        </Button>
      ))}
    </Space>
  );
}
