/** Who handles a request: oneself, or somebody to whom one may assign it. */
import { App, Button, Form } from 'antd';
import { QueueRow, type CaseWire } from '@yugong/domain/legal-aid/staff-wire';
import { hasPermission, useMe } from '../../api/me';
import { useWrite } from '../../api/use-write';
import { SelectField } from '../../parts/select-field';
import { useToast } from '../../parts/use-toast';
import { legalAidEndpoints, useLawyers } from './api';

/** Says who handles a request after the change. */
const assignedText = (assignee: QueueRow['assignee'], own: string): string => {
  if (!assignee) return '已退回待接';
  return assignee.id === own ? '已由你办理' : `已交给${assignee.name}办理`;
};

export function AssigneeField({ request }: { request: CaseWire }) {
  const me = useMe();
  const lawyers = useLawyers();
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const write = useWrite(QueueRow, {
    stale: ['legal-aid'],
    done: ({ assignee }) => done(assignedText(assignee, me.id)),
  });
  const give = (assignee: string | null): void =>
    write.mutate(
      { endpoint: legalAidEndpoints.assign(request.id), body: { assignee, seen: request.assignee?.id ?? null } },
      { onError: failed },
    );
  const takeOver = (from: string): void =>
    void modal.confirm({
      title: `从${from}那里接过来办？`,
      content: `请先与${from}说一声。以后的答复由你写。`,
      okText: '接过来办',
      cancelText: '暂不',
      onOk: () => give(me.id),
    });
  if (!hasPermission(me, 'legal-aid.assign')) {
    if (request.assignee?.id === me.id) return <Button onClick={() => give(null)}>退回待接</Button>;
    const { assignee } = request;
    return assignee ? (
      <>
        <p>{assignee.name} 处理中</p>
        <Button loading={write.isPending} onClick={() => takeOver(assignee.name)}>
          接过来办
        </Button>
      </>
    ) : (
      <Button type="primary" loading={write.isPending} onClick={() => give(me.id)}>
        我来办
      </Button>
    );
  }
  const options = (lawyers.data?.lawyers ?? []).map(({ id, name, open }) => ({
    value: id,
    label: `${name}（处理中 ${open} 件）`,
  }));
  const { assignee } = request;
  const isListed = assignee === null || options.some(({ value }) => value === assignee.id);
  return (
    <Form layout="vertical" component="div">
      <Form.Item label="办理人" htmlFor="assignee">
        <SelectField
          id="assignee"
          placeholder="待接"
          options={isListed ? options : [{ value: assignee.id, label: assignee.name }, ...options]}
          value={request.assignee?.id ?? ''}
          onChange={(id) => give(id || null)}
        />
      </Form.Item>
    </Form>
  );
}
