import { sayAnswerWithin } from '@yugong/domain/complaint/words';
import { ArticleHead } from '@/ui/article';
import { Page } from '@/ui/page';
import { answerWithin } from '../../model';
import { useComplaintForm } from '../../write/use-complaint-form';
import { WriteView } from '../../write/write-view';

export default function WritePage() {
  const write = useComplaintForm();
  return (
    <Page title="投诉建议" isFeedback>
      <ArticleHead title="投诉建议" byline={`${sayAnswerWithin(answerWithin)}。着急的事请打 12351。`} />
      <WriteView {...write} />
    </Page>
  );
}
