import { Text, View } from '@tarojs/components';
import { publicHotlines, unionHotline, type PublicHotline } from '@/features/shared/hotlines';
import { openDialler } from '@/platform/call';
import { ArticleHead } from '@/ui/article';
import { MainButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { Sign } from '@/ui/sign';
import { needs, type Need } from '../needs';
import styles from './services-view.module.scss';

/** All services by need, and people to ring. */
export function ServicesView() {
  return (
    <View>
      <ArticleHead title="服务" byline="全部免费，不用登录，离线也能看" />
      {needs.map((need) => (
        <NeedPanel key={need.name} {...need} />
      ))}
      <Section heading="人工咨询">
        {publicHotlines.map((hotline) => (
          <HotlineRow key={hotline.id} {...hotline} />
        ))}
        <MainButton icon="phone" onPress={() => openDialler(unionHotline.dial)}>
          <Text>拨打工会热线 {unionHotline.number}</Text>
        </MainButton>
      </Section>
    </View>
  );
}

/** One need in its colour, with all there is for it. */
function NeedPanel({ name, tone, icon, items }: Need) {
  return (
    <View className={`${styles.need} tone-${tone}`}>
      <View className={styles.head} ariaRole="heading" aria-level={2}>
        <Sign small tone={tone} icon={icon} />
        <Text>{name}</Text>
      </View>
      <View className={styles.items}>
        {items.map(({ title, detail, url }) => (
          <Pressable key={title} className={styles.item} url={url}>
            <Text className={styles.title}>{title}</Text>
            <Text className={styles.detail}>{detail}</Text>
          </Pressable>
        ))}
      </View>
    </View>
  );
}

/** The number large, what it is for, and when somebody answers. */
function HotlineRow({ number, dial, purpose, hours }: PublicHotline) {
  return (
    <Pressable className={styles.hotline} onPress={() => openDialler(dial)}>
      <Text className={styles.number}>{number}</Text>
      <View className={styles.words}>
        <View>{purpose}</View>
        <View className={styles.detail}>{hours ?? '接听时间未公布'}</View>
      </View>
      <Icon name="phone" size="small" />
    </Pressable>
  );
}
