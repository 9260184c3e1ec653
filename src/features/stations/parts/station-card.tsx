import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { StationItem } from '@/content/bundle';
import { facilityLabels, kindLabels } from '@/domain/station/labels';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { Facts } from '@/ui/facts';
import { FavouriteButton } from '@/ui/favourite-button';
import { Notice } from '@/ui/notice';
import { PlainButton } from '@/ui/button';
import { ShareButton } from '@/ui/share-button';
import { SourceNote } from '@/ui/source-note';
import { Tag } from '@/ui/tag';
import { sayDistrict } from '../../shared/district-name';
import { RelatedLinks } from '../../shared/related-links';
import { Hours } from './hours';

/** A place to rest: can I use it, what has it, where is it; and what nobody knows. */
export function StationCard({ station }: { station: StationItem }) {
  const { address } = station;
  return (
    <View>
      <ArticleHead
        tags={<Tag>{kindLabels[station.kind]?.label}</Tag>}
        title={station.title}
        byline={<Hours station={station} />}
      />
      {station.precision === 'area' && <Notice>来源只写了大致位置，没有门牌，所以这里不提供导航。</Notice>}
      <Facts
        rows={[
          { label: '地址', text: address, unknown: '未公布' },
          { label: '区县', text: sayDistrict(station.district) || null },
          {
            label: '有什么',
            text: station.facilities.map((facility) => facilityLabels[facility]).join('、'),
            unknown: '未公布',
          },
          { label: '怎么进', text: station.access, unknown: '未公布' },
          { label: '时间', text: station.hoursNote },
          { label: '电话', text: station.phone, unknown: '未公布' },
        ]}
      />
      {station.note && <Paragraph>{station.note}</Paragraph>}
      <Actions>
        {address && (
          <PlainButton
            icon="copy"
            onPress={() =>
              void Taro.setClipboardData({ data: `${station.district?.name ?? ''}${address} ${station.title}` })
            }
          >
            <Text>复制地址</Text>
          </PlainButton>
        )}
        <FavouriteButton item={{ collection: 'stations', id: station.id, title: station.title }} />
        <ShareButton title={station.title} />
      </Actions>
      <RelatedLinks links={station.links} />
      <SourceNote {...station} />
    </View>
  );
}
