/** Who handles it: oneself, or whoever one may give it to. */
import { Button, Form } from 'antd';
import { QueueRow, type CaseWire } from '@yugong/domain/legal-aid/staff-wire';
import { can, useMe } from '../../api/me';
import { useWrite } from '../../api/use-write';
import { Choice } from '../../parts/choice';
import { useSaid } from '../../parts/use-said';
import { lines, useLawyers } from './lines';

export function Assign({ request }: { request: CaseWire }) {
  const me = useMe();
  const lawyers = useLawyers();
  const { done, failed } = useSaid();
  const write = useWrite(QueueRow, { stale: ['legal-aid'], done: () => done('换好了') });
  const give = (assignee: string | null): void =>
    write.mutate({ line: lines.assign(request.id), body: { assignee } }, { onError: failed });
  if (!can(me, 'legal-aid.assign')) {
    if (request.assignee?.id === me.id) return <Button onClick={() => give(null)}>交回去，让别人办</Button>;
    return request.assignee ? (
      <p>{request.assignee.name} 在办</p>
    ) : (
      <Button type="primary" loading={write.isPending} onClick={() => give(me.id)}>
        我来办
      </Button>
    );
  }
  const options = (lawyers.data?.lawyers ?? []).map(({ id, name, open }) => ({
    value: id,
    label: `${name}（在办 ${open} 件）`,
  }));
  return (
    <Form layout="vertical" component="div">
      <Form.Item label="谁来办" htmlFor="assignee">
        <Choice
          id="assignee"
          placeholder="还没有人"
          options={options}
          value={request.assignee?.id ?? ''}
          onChange={(id) => give(id || null)}
        />
      </Form.Item>
    </Form>
  );
}
