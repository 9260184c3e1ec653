/** Where one is signed in; anything one doesn't know is ended from here. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import * as v from 'valibot';
import { SignInWire } from '@yugong/domain/staff-account/wire';
import { ask } from '../../api/client';
import { Nothing } from '../../api/nothing';
import { useWrite } from '../../api/use-write';
import { Mark } from '../../parts/mark';
import { Answer } from '../../parts/states';
import { Table } from '../../parts/table';
import { useSaid } from '../../parts/use-said';
import { When } from '../../parts/when';
import { lines } from './lines';

const SignInsWire = v.object({ signIns: v.array(SignInWire) });

export function SignIns() {
  const list = useQuery({
    queryKey: ['sign-ins'],
    queryFn: ({ signal }) => ask(lines.signIns, { answer: SignInsWire, signal }),
  });
  const { done, failed } = useSaid();
  const end = useWrite(Nothing, { stale: ['sign-ins'], done: () => done('那台设备已经退出') });
  return (
    <Answer of={list} rows={2}>
      {({ signIns }) => (
        <Table
          caption="登录在这些设备上"
          rows={signIns}
          rowKey={({ id }) => id}
          columns={[
            { title: '设备', cell: ({ agent }) => agent },
            { title: '上次用', cell: ({ seenAt }) => <When at={seenAt} ago /> },
            { title: '登录时间', cell: ({ createdAt }) => <When at={createdAt} /> },
            {
              title: '操作',
              actions: true,
              cell: ({ id, current, agent }) =>
                current ? (
                  <Mark tone="good">就是这台</Mark>
                ) : (
                  <Button
                    aria-label={`让 ${agent} 退出`}
                    loading={end.isPending && end.variables.line.endsWith(id)}
                    onClick={() => end.mutate({ line: lines.endSignIn(id) }, { onError: failed })}
                  >
                    让它退出
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Answer>
  );
}
