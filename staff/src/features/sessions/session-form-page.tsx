import { useParams, useSearchParams } from 'react-router-dom';
import { ConsolePage } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { useStaffSession } from './api';
import { SessionForm } from './session-form';
import { toSessionForm, type SessionFormValues } from './session-form-values';

const empty: SessionFormValues = { capacity: 30, waitlistSize: 10, publication: 'now' };

/** A copy of an existing session, whose times have to be set anew. */
function CopiedSession({ id }: { id: string }) {
  const session = useStaffSession(id);
  return (
    <QueryResult of={session}>
      {(one) => {
        const { programmeId, title, place, address, floor, phone, adcode, note, capacity, waitlistSize } =
          toSessionForm(one);
        return (
          <SessionForm
            id={null}
            initial={{
              ...empty,
              programmeId,
              title,
              place,
              address,
              floor,
              phone,
              adcode,
              note,
              capacity,
              waitlistSize,
            }}
            version={0}
          />
        );
      }}
    </QueryResult>
  );
}

function NewSession() {
  const [params] = useSearchParams();
  const like = params.get('like');
  return (
    <ConsolePage
      title="新建场次"
      lead="填写时可以预览职工看到的样子，保存前请核对。"
      back={{ to: '/sessions', label: '场次' }}
    >
      {like ? (
        <CopiedSession id={like} />
      ) : (
        <SessionForm id={null} initial={{ ...empty, programmeId: params.get('programme') ?? '' }} version={0} />
      )}
    </ConsolePage>
  );
}

function EditedSession({ id }: { id: string }) {
  const session = useStaffSession(id);
  return (
    <ConsolePage
      title="修改场次"
      lead="修改时间或地点后，系统会通知已报名和候补的人，联系不上的会列入待电话联系。"
      back={{ to: `/sessions/${id}`, label: '这一场' }}
    >
      <QueryResult of={session}>
        {(one) => <SessionForm id={id} initial={toSessionForm(one)} version={one.version} />}
      </QueryResult>
    </ConsolePage>
  );
}

/** `/sessions/new` and `/sessions/:id/edit`. */
export default function SessionFormPage() {
  const { id } = useParams();
  return id ? <EditedSession id={id} /> : <NewSession />;
}
