import { useSearchParams } from 'react-router-dom';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useSession } from './lines';
import { SessionForm } from './session-form';
import { typedOf, type Typed } from './typed';

const empty: Typed = { capacity: 30, waitlistSize: 10 };

/** Another like one that is there: its times are to be set anew. */
function Another({ id }: { id: string }) {
  const session = useSession(id);
  return (
    <Answer of={session}>
      {(one) => {
        const { programmeId, title, place, adcode, note, capacity, waitlistSize } = typedOf(one);
        return (
          <SessionForm
            id={null}
            initial={{ programmeId, title, place, adcode, note, capacity, waitlistSize } as Typed}
          />
        );
      }}
    </Answer>
  );
}

export default function NewSessionPage() {
  const [params] = useSearchParams();
  const like = params.get('like');
  return (
    <Page title="新的场次" lead="右边是职工会看到的样子，存之前先看一眼。" back={{ to: '/sessions', label: '场次' }}>
      {like ? (
        <Another id={like} />
      ) : (
        <SessionForm id={null} initial={{ ...empty, programmeId: params.get('programme') ?? '' }} />
      )}
    </Page>
  );
}
