import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Row } from '@/ui/row';
import { legalAidUrl, rightUrl } from '../..';
import { NotFound } from '../../../shared/not-found';
import { rightsGuides } from '../../model';
import { LegalPage } from '../../parts/legal-page';
import { RightsGuideView } from '../../rights/guide-view';
import '@/ui/icon/generated/legal-aid.scss';

const TITLE = '你有哪些权利';

export default function RightsPage() {
  const id = readParam(useRouter().params, 'id');
  const guide = rightsGuides.find((one) => one.id === id);
  useArticleSharing(guide?.title ?? TITLE, rightUrl(guide?.id));
  if (id === '')
    return (
      <LegalPage title={TITLE} lead="有什么、从哪天起、哪条写的、怎么办">
        {rightsGuides.map((one) => (
          <Row key={one.id} url={rightUrl(one.id)} title={one.title} detail={one.summary} />
        ))}
      </LegalPage>
    );
  if (!guide) return <NotFound what="内容" measure="篇" listUrl={legalAidUrl()} back="返回维权求助" />;
  return (
    <LegalPage title={guide.title}>
      <RightsGuideView guide={guide} />
    </LegalPage>
  );
}
