import { useParams } from 'react-router-dom';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useSession } from './lines';
import { SessionForm } from './session-form';
import { typedOf } from './typed';

export default function EditSessionPage() {
  const { id = '' } = useParams();
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
