import { useParams } from 'react-router-dom';
import { Notice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { useProgrammes } from './lines';
import { ProgrammeForm } from './programme-form';

const back = { to: '/sessions/programmes', label: '项目' };

export default function ProgrammePage() {
  const { id } = useParams();
  const programmes = useProgrammes();
  if (!id)
    return (
      <Page title="新的项目" back={back}>
        <ProgrammeForm programme={null} />
      </Page>
    );
  const one = programmes.data?.programmes.find((programme) => programme.id === id);
  return (
    <Page title={one?.title ?? '项目'} back={back}>
      <Answer of={programmes}>
        {() => {
          if (!one) return <Empty title="没有这个项目，或者不归你管" />;
          return one.editable ? (
            <ProgrammeForm programme={one} />
          ) : (
            <Notice tone="warn" title="这是全市的项目">
              由市总工会修改；你可以给它加自己区县的场次。
            </Notice>
          );
        }}
      </Answer>
    </Page>
  );
}
