/** Where another account is signed in, with what an administrator may do about it. */
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { SignInWire, type AccountWire } from '@yugong/domain/staff-account/wire';
import { callApi, NoContent } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { QueryResult } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { TimeText, formatTime } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { accountEndpoints } from './api';

const SignInsWire = v.object({ signIns: v.array(SignInWire) });

export function SignInsDialog({ account, close }: { account: AccountWire; close: () => void }) {
  const { id, name, lockedUntil } = account;
  const list = useQuery({
    queryKey: ['account-sign-ins', id],
    queryFn: ({ signal }) => callApi(accountEndpoints.accountSignIns(id), { answer: SignInsWire, signal }),
  });
  const { done, failed } = useToast();
  const end = useWrite(NoContent, {
    stale: ['account-sign-ins', 'accounts'],
    done: () => done(`${name}已从所有设备退出`),
  });
  const unlock = useWrite(NoContent, {
    stale: ['accounts'],
    done: () => {
      close();
      done('限制已解除，现在可以再试');
    },
  });
  return (
    <Dialog title={`${name}的登录情况`} onCancel={close} footer={null}>
      {lockedUntil && (
        <Callout tone="warn" title="有人多次输错密码">
          <p>在输错的地方，{formatTime(lockedUntil)} 前不能再试；本人常用的设备不受影响。</p>
          <Button
            loading={unlock.isPending}
            onClick={() => unlock.mutate({ endpoint: accountEndpoints.unlock(id) }, { onError: failed })}
          >
            解除限制
          </Button>
        </Callout>
      )}
      <QueryResult of={list} rows={2}>
        {({ signIns }) =>
          signIns.length === 0 ? (
            <p className="quiet">现在没有登录的设备。</p>
          ) : (
            <>
              <DataTable
                caption={`${name}登录的设备`}
                rows={signIns}
                rowKey={(one) => one.id}
                columns={[
                  { title: '设备', cell: ({ agent }) => agent },
                  { title: '最近使用', cell: ({ seenAt }) => <TimeText at={seenAt} ago /> },
                  { title: '登录时间', cell: ({ createdAt }) => <TimeText at={createdAt} /> },
                ]}
              />
              <Button
                danger
                loading={end.isPending}
                onClick={() => end.mutate({ endpoint: accountEndpoints.endAccountSignIns(id) }, { onError: failed })}
              >
                从所有设备退出
              </Button>
            </>
          )
        }
      </QueryResult>
    </Dialog>
  );
}
