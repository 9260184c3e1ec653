import { useToday } from '@/platform/clock';
import { LegalPage } from '../../parts/legal-page';
import { QuestionView } from '../../questions/question-view';
import { useInterview } from '../../questions/use-interview';
import '@/ui/icon/generated/legal-aid.scss';

export default function InterviewPage() {
  const interview = useInterview();
  const { today } = useToday();
  return (
    <LegalPage title="发生了什么" lead="一次一个问题。不想答的、不知道的，跳过去也行。">
      <QuestionView today={today} {...interview} />
    </LegalPage>
  );
}
