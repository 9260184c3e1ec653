import { View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { caseListUrl } from '@/features/cases';
import { mineUrl, privacyUrl } from '@/features/registration';
import { legalRequestsUrl } from '@/features/legal-aid';
import { useRequests } from '@/features/shared/legal-aid-news';
import { stationListUrl, stationReportsUrl } from '@/features/stations';
import type { Favourite } from '@/platform/favourites';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { ElderSwitch } from '@/ui/elder-switch';
import { Empty } from '@/ui/empty';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { FavouriteList } from './favourite-list';
import { OutboxSection } from './outbox-section';

/** What the reader kept, and what the app knows of the reader: nothing that leaves the phone. */
export function MeView({ favourites, contentDate }: { favourites: readonly Favourite[]; contentDate: string }) {
  return (
    <View>
      <ArticleHead title="我的" />
      <OutboxSection />
      <Row url={mineUrl()} title="我的报名" detail="凭证、改期、取消，没有网也能看" />
      <Section heading="收藏" note={favourites.length > 0 ? `${favourites.length} 条` : undefined}>
        {favourites.length === 0 && (
          <Empty
            title="还没有收藏"
            explanation="看到有用的，点一下“收藏”，没有信号也能从这里打开。"
            ways={[
              { text: '看案例', url: caseListUrl() },
              { text: '找驿站', url: stationListUrl() },
            ]}
          />
        )}
        <FavouriteList favourites={favourites} />
      </Section>
      <LegalAidRow />
      <Row url={stationReportsUrl()} title="我的驿站反馈" detail="说过哪里锁着、没水，处理得怎样" />
      <Section heading="显示">
        <Paragraph>长辈版的字和按钮更大，每页内容更少。深色跟着手机走。</Paragraph>
        <Actions>
          <ElderSwitch />
        </Actions>
      </Section>
      <Section heading="你的信息">
        <Paragraph>收藏和搜过的词只存在这台手机上，不上传。看内容不用登录，也不问你要位置。</Paragraph>
        <Row url={privacyUrl()} title="我的信息" detail="带走一份、撤回同意、全部删除" />
      </Section>
      <Section heading="关于内容">
        <Paragraph>{`每一条都写着出处和时间，最新一条是${sayDate(contentDate, '')}的。没有查到的就写“未公布”，不猜。`}</Paragraph>
      </Section>
    </View>
  );
}

/** Always there, so that it tells nobody that something was sent; with a mark where the union has answered. */
function LegalAidRow() {
  const { news } = useRequests({ onlyIfKnown: true });
  return (
    <Row
      url={legalRequestsUrl()}
      title={<>我的维权求助 {news > 0 && <Tag tone="red">有新回复</Tag>}</>}
      detail="写给工会的，办到哪一步了"
    />
  );
}
