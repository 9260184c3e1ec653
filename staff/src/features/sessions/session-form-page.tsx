import { useParams, useSearchParams } from 'react-router-dom';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useSession } from './lines';
import { SessionForm } from './session-form';
import { typedOf, type Typed } from './typed';

const empty: Typed = { capacity: 30, waitlistSize: 10 };

/** A copy of an existing session, whose times have to be set anew. */
function CopiedSession({ id }: { id: string }) {
  const session = useSession(id);
  return (
    <Answer of={session}>
      {(one) => {
        const { programmeId, title, place, adcode, note, capacity, waitlistSize } = typedOf(one);
        return <SessionForm id={null} initial={{ programmeId, title, place, adcode, note, capacity, waitlistSize }} />;
      }}
    </Answer>
  );
}

function NewSession() {
  const [params] = useSearchParams();
  const like = params.get('like');
  return (
    <Page title="新的场次" lead="右边是职工会看到的样子，存之前先看一眼。" back={{ to: '/sessions', label: '场次' }}>
      {like ? (
        <CopiedSession id={like} />
      ) : (
        <SessionForm id={null} initial={{ ...empty, programmeId: params.get('programme') ?? '' }} />
      )}
    </Page>
  );
}

function EditedSession({ id }: { id: string }) {
  const session = useSession(id);
  return (
    <Page
      title="修改场次"
      lead="时间和地点改了，已经报名的人会在手机上看到。"
      back={{ to: `/sessions/${id}`, label: '这一场' }}
    >
      <Answer of={session}>{(one) => <SessionForm id={id} initial={typedOf(one)} />}</Answer>
    </Page>
  );
}

/** `/sessions/new` and `/sessions/:id/edit`. */
export default function SessionFormPage() {
  const { id } = useParams();
  return id ? <EditedSession id={id} /> : <NewSession />;
}
