import { Text, View } from '@tarojs/components';
import { caseListUrl } from '@/features/cases';
import { figuresUrl } from '@/features/figures';
import { newsListUrl } from '@/features/news';
import { services } from '@/features/services';
import { unionHotline } from '@/features/shared/union-hotline';
import { openDialler } from '@/platform/call';
import { ArticleHead } from '@/ui/article';
import { MainButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import styles from './services-view.module.scss';

/** All services as lines, what to read, and a person to ring. */
export function ServicesView() {
  return (
    <View>
      <ArticleHead title="服务" byline="不用登录，离线也能看" />
      {services.map((service) => (
        <Row
          key={service.id}
          url={service.url}
          lead={
            <View className={styles.icon}>
              <Icon name={service.icon} size="large" />
            </View>
          }
          title={service.name}
          detail={service.promise}
        />
      ))}
      <Section heading="资讯">
        <Row url={figuresUrl()} title="数说工会" detail="驿站、筛查、维权的公开数据" />
        <Row url={newsListUrl()} title="工会动态" detail="按周查看，可按区县筛选" />
        <Row url={caseListUrl()} title="创新案例" detail="各级工会的做法和成果" />
      </Section>
      <Section heading="人工咨询">
        <MainButton icon="phone" onPress={() => openDialler(unionHotline.dial)}>
          <Text>拨打工会热线 {unionHotline.number}</Text>
        </MainButton>
      </Section>
    </View>
  );
}
