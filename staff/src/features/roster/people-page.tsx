import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { registrationStatuses } from '@yugong/domain/registration';
import { registrationStatusLabels } from '@yugong/domain/registration/words';
import { PeopleWire, ShownPeopleWire } from '@yugong/domain/roster/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Callout } from '../../parts/notice';
import { ConsolePage } from '../../parts/page';
import { ReasonDialog } from '../../parts/reason-dialog';
import { EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { rosterEndpoints } from './api';
import { wholeNumberIn } from './number-search';
import { registrationStatusTones } from './roster-table';

/** A surname and four digits: fewer would list half of the city. */
const isSearchable = (typed: string): boolean => /(?:^|\D)\d{3}[\dX]\D*$/i.test(typed);

/** Finds one person's registrations over all sessions, by what lists show or by a whole number for a reason. */
export default function PeoplePage() {
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState(false);
  const [found, setFound] = useState<{ rows: PeopleWire['rows']; cut: boolean } | null>(null);
  const byShown = useWrite(ShownPeopleWire, { done: setFound });
  const byNumber = useWrite(PeopleWire, {
    done: ({ rows }) => {
      setFound({ rows, cut: false });
      setAsking(false);
    },
  });
  const number = wholeNumberIn(typed);
  const search = (): void => {
    setFound(null);
    if (number) setAsking(true);
    else byShown.mutate({ endpoint: rosterEndpoints.shownPeople, body: { q: typed.trim() } });
  };
  const error = byShown.error ?? byNumber.error;
  return (
    <ConsolePage title="查人" lead="在所有场次里找一个人：输入姓和号码末四位，或完整的手机号、身份证号。">
      <search>
        <Form layout="inline" onFinish={search}>
          <Input
            aria-label="姓和号码末四位，或完整号码"
            placeholder="如：王 2206"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button
            type="primary"
            htmlType="submit"
            loading={byShown.isPending}
            disabled={!number && !isSearchable(typed.trim())}
          >
            查找
          </Button>
        </Form>
      </search>
      <p className="quiet">
        按姓和末四位，找近三十天和以后的场次，只比名单上看得见的字；按完整号码，找全部场次，要选原因，会记入操作记录。
      </p>
      {error && <Callout tone="bad">{describeError(error)}</Callout>}
      {found?.cut && <Callout tone="warn">报名太多，只找了最近的五千个。没有找到的，请用完整号码。</Callout>}
      {found && <Found rows={found.rows} />}
      <ReasonDialog
        title="按完整号码查找"
        open={asking}
        yes="查找"
        busy={byNumber.isPending}
        onYes={(why) => byNumber.mutate({ endpoint: rosterEndpoints.people, body: { ...number, ...why } })}
        onNo={() => setAsking(false)}
      />
    </ConsolePage>
  );
}

function Found({ rows }: { rows: PeopleWire['rows'] }) {
  if (rows.length === 0) return <EmptyState title="没有找到" />;
  return (
    <DataTable
      caption="找到的报名"
      rows={rows}
      rowKey={({ registrationId }) => registrationId}
      name="people"
      columns={[
        { title: '姓名', sort: ({ name }) => name, cell: ({ name }) => name },
        { title: '手机号', sort: ({ phone }) => phone, cell: ({ phone }) => <span className="figures">{phone}</span> },
        {
          title: '场次',
          sort: ({ sessionTitle }) => sessionTitle,
          cell: ({ sessionId, sessionTitle }) => <Link to={`/sessions/${sessionId}`}>{sessionTitle}</Link>,
        },
        { title: '时间', sort: ({ startsAt }) => startsAt, cell: ({ startsAt }) => <TimeText at={startsAt} /> },
        {
          title: '状态',
          sort: ({ status }) => registrationStatuses.indexOf(status),
          cell: ({ status }) => (
            <StatusTag tone={registrationStatusTones[status]}>{registrationStatusLabels[status]}</StatusTag>
          ),
        },
      ]}
    />
  );
}
