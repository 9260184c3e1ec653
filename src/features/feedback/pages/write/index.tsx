import { sayAnswerWithin } from '@yugong/domain/complaint/words';
import { ArticleHead } from '@/ui/article';
import { Page } from '@/ui/page';
import { answerWithin } from '../../model';
import { useWrite } from '../../write/use-write';
import { WriteView } from '../../write/write-view';

export default function WritePage() {
  const write = useWrite();
  return (
    <Page title="投诉建议" isFeedback>
      <ArticleHead title="投诉建议" byline={`${sayAnswerWithin(answerWithin)}。着急的事请打 12351。`} />
      <WriteView {...write} />
    </Page>
  );
}
