import { Text, View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { SessionListWire } from '@yugong/domain/session/wire';
import { summarizeSession } from '@yugong/domain/session/words';
import { sayIntervals } from '@yugong/domain/screening';
import { openDialler } from '@/platform/call';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { Art } from '@/ui/art';
import { PlainButton } from '@/ui/button';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { hasService, useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { Facts } from '@/ui/facts';
import { SourceNote } from '@/ui/source-note';
import { Figures } from '@/ui/figures';
import { guideUrl, screeningAfterUrl, screeningCheckUrl, screeningDaysUrl } from '..';
import { mineUrl } from '../../registration';
import { AskUnion } from '../../shared/ask-union';
import {
  AS_ANNOUNCED,
  type Clinic,
  clinics,
  guides,
  orderedProgrammes,
  type Programme as ProgrammeRecord,
} from '../model';
import { saySessionTime } from '../../shared/say-session-time';
import { SCREENING_SESSIONS_PATH } from '../endpoints';
import { isOffered } from '../days/session-filter';
import { sayDistrict } from '../../shared/district-name';
import { RelatedLinks } from '../../shared/related-links';
import styles from './overview.module.scss';

/**
 * The screening on one screen: can I, when, what to bring. What the programmes' sources say in full stands behind one
 * line; with a focus (a search hit), that record comes first. Other clinics are not listed: no source says of any that it
 * does this screening today.
 */
export function ScreeningOverview({ focus }: { focus: string }) {
  const [open, setOpen] = useState(focus !== '');
  const first = clinics.filter((clinic) => clinic.id === focus);
  const programmes = [...orderedProgrammes].sort((a, b) => Number(b.id === focus) - Number(a.id === focus));
  return (
    <View className="tone-screening">
      <ArticleHead title="乳腺癌、宫颈癌免费筛查" byline="乳腺彩超+宫颈取样，当场做完就可以走。" />
      <Art name="room" className={styles.room} />
      <ThreeSteps />
      {first.map((clinic) => (
        <ClinicCard key={clinic.id} clinic={clinic} />
      ))}
      <Section heading="筛查须知">
        {guides.map((guide) => (
          <Row key={guide.id} url={guideUrl(guide.id)} title={guide.title} detail={guide.answer} />
        ))}
      </Section>
      <Section heading="先问人">
        <View className={styles.ask}>
          怀孕或做过子宫切除的，先问居住地的妇幼保健院能不能查。正在出血、摸到硬块的，不要等筛查，直接去医院。
        </View>
        <Actions>
          <PlainButton icon="phone" onPress={() => openDialler(HEALTH_HOTLINE)}>
            <Text>打卫生热线 {HEALTH_HOTLINE}</Text>
          </PlainButton>
          <AskUnion />
        </Actions>
      </Section>
      <Row url={mineUrl()} title="我的报名" detail="凭证、改期、取消" />
      <Pressable className={styles.sources} pressed={open} onPress={() => setOpen(!open)}>
        <Text className={styles.words}>{`各项目的规定和出处（${programmes.length} 个）`}</Text>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size="small" />
      </Pressable>
      {open && programmes.map((programme) => <Programme key={programme.id} programme={programme} />)}
    </View>
  );
}

/** 卫生健康热线, the same number everywhere. */
const HEALTH_HOTLINE = '12320';

/** What is free next, in a line; or why nobody knows just now. */
function useNextSession(): string {
  const { today } = useServiceNow();
  const { served } = useService(SessionListWire, SCREENING_SESSIONS_PATH);
  if (served.state === 'loading') return '正在加载场次……';
  if (served.state === 'offline') return '没有网络，无法查看场次';
  if (served.state === 'failed') return `${hasService ? '网络连接失败' : '还没有配置服务'}，可以打 12351 咨询`;
  const { sessions } = served.data;
  const next = sessions.find(({ state }) => state === 'open') ?? sessions.find(isOffered);
  if (!next) return '暂无可报名的场次';
  return `最近：${saySessionTime(next, today)}，${next.place}，${summarizeSession(next, today).text}`;
}

/** The whole way: is it for me, which day, what to bring, and afterwards. What is free now is said at once. */
function ThreeSteps() {
  const next = useNextSession();
  return (
    <View className={styles.steps}>
      <Step at="1" url={screeningCheckUrl()} title="我能查吗" detail="回答几个问题，只在本机计算" />
      <Step at="2" url={screeningDaysUrl()} title="选择日期，报名" detail={next} />
      <Step at="3" url={screeningAfterUrl()} title="查完以后" detail="等结果、下次检查、需要复查的" />
      <View className={styles.bring}>
        <Text className={styles.label}>带什么</Text>
        <Text>以主办单位通知为准，报名后写在凭证上</Text>
      </View>
    </View>
  );
}

function Step({ at, url, title, detail }: { at: string; url: string; title: string; detail: ReactNode }) {
  return (
    <Pressable className={styles.step} url={url}>
      <View className={styles.at} aria-hidden>
        <Text>{at}</Text>
      </View>
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        <View className={styles.detail}>{detail}</View>
      </View>
      <Icon name="chevron-right" size="small" />
    </Pressable>
  );
}

/** A clinic that a source names; none is promised to offer the screening now. */
function ClinicCard({ clinic }: { clinic: Clinic }) {
  return (
    <Section heading={clinic.title}>
      <Facts
        rows={[
          { label: '区县', text: sayDistrict(clinic.district) || null },
          { label: '地址', text: clinic.address, unknown: '未公布' },
          { label: '预约', text: clinic.booking },
          { label: '电话', text: clinic.phone },
          { label: '说明', text: clinic.note },
        ]}
      />
      <SourceNote {...clinic} />
    </Section>
  );
}

/** One programme: who may come first, then what is done, then the rest; unknown stays unknown. */
function Programme({ programme }: { programme: ProgrammeRecord }) {
  const { ageRange, rules } = programme;
  return (
    <Section heading={programme.title}>
      <Facts
        rows={[
          { label: '参加条件', text: programme.audience.join('；') },
          { label: '年龄', text: ageRange && `${ageRange.min}—${ageRange.max} 周岁`, unknown: AS_ANNOUNCED },
          { label: '检查项目', text: rules.items.join('、') },
          { label: '费用', text: rules.cost, unknown: AS_ANNOUNCED },
          { label: '检查间隔', text: sayIntervals(rules.intervals), unknown: AS_ANNOUNCED },
          { label: '参加方式', text: programme.howTo, unknown: AS_ANNOUNCED },
          { label: '携带', text: rules.bring?.join('、'), unknown: AS_ANNOUNCED },
          { label: '查完以后', text: programme.aftercare },
          { label: '主办', text: programme.organiser },
        ]}
      />
      {programme.note && <Paragraph>{programme.note}</Paragraph>}
      {programme.figures.length > 0 && <Figures figures={programme.figures} />}
      <RelatedLinks links={programme.links} />
      <View>
        <SourceNote {...programme} />
      </View>
    </Section>
  );
}
