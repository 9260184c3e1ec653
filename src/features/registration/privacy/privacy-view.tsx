import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { GivenConsentWire } from '@yugong/domain/consent/wire';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { ArticleHead, Actions, Paragraph } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { mineUrl } from '..';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import { ConsentCard } from './consent-card';
import type { usePrivacy } from './use-privacy';

const personalLabels = personFieldNames.map((name) => personFields[name].label).join('、');

/** What is kept of the reader and where; to take along, to take back, to take away. */
export function PrivacyView(privacy: ReturnType<typeof usePrivacy>) {
  const { account, busy, done, given, refreshGiven, consents, active } = privacy;
  const [asking, setAsking] = useState<'delete' | GivenConsentWire | null>(null);
  const close = () => setAsking(null);
  const consent = asking === 'delete' ? null : asking;
  return (
    <View>
      <ArticleHead title="你的信息在哪里" />
      {done && (
        <View ariaRole="status">
          <Notice>{done.text}</Notice>
        </View>
      )}
      <Section heading="这部手机上">
        <Paragraph>收藏、搜过的词、“我能查吗”的回答、经期日期，只在这部手机上，不会发出去。</Paragraph>
        <Paragraph>报名没填完的，存三天；报上了就删。凭证存在手机里，好让没有网的时候也能出示。</Paragraph>
      </Section>
      <Section heading="工会的服务上">
        {account ? (
          <Paragraph>
            {`报名时填的${personalLabels}加密保存，`}
            只有安排这次报名的人看得到，不告诉你的单位。写给工会的求助也加密保存，只有法律援助的人看得到。筛查结果不存在这里。
          </Paragraph>
        ) : (
          <Paragraph>什么都没有。没有报过名、没有提交过东西，就没有你的账号。</Paragraph>
        )}
        {account && (
          <Actions>
            <PlainButton icon="download" onPress={() => void privacy.takeAlong()}>
              <Text>{busy ? '请稍等……' : '带走一份'}</Text>
            </PlainButton>
            <PlainButton icon="trash-2" onPress={() => setAsking('delete')}>
              <Text>全部删除</Text>
            </PlainButton>
          </Actions>
        )}
      </Section>
      {account && (
        <Section heading="你同意过的">
          {given.state === 'loading' && <Loading what="同意过的内容" lines={2} />}
          {given.state === 'offline' && <Offline what="同意过的内容" onRetry={() => void refreshGiven()} />}
          {given.state === 'failed' && <Failed what="同意过的内容" onRetry={() => void refreshGiven()} />}
          {given.state === 'ready' && consents.length === 0 && <Paragraph>现在没有。</Paragraph>}
          {consents.map((one) => (
            <ConsentCard key={`${one.purpose}@${one.version}`} consent={one} onWithdraw={() => setAsking(one)} />
          ))}
        </Section>
      )}
      <Row url={mineUrl()} title="我的报名" />
      <ConfirmSheet
        title="全部删除？"
        open={asking === 'delete'}
        icon="trash-2"
        confirm="确定删除"
        keep="不删"
        onConfirm={() => void privacy.remove()}
        onClose={close}
      >
        <View>
          {active > 0 ? `你的 ${active} 个报名会取消，名额给别人。` : ''}
          {`填过的${personalLabels}，`}
          发给工会的求助和驿站反馈，都从服务上删掉，找不回来。想留一份，先点“带走一份”。
        </View>
        <View>收藏这些只在手机上的不受影响。已经打印或导出给医院的名单，要找主办的工会删，可以打 12351。</View>
      </ConfirmSheet>
      <ConfirmSheet
        title="撤回这项同意？"
        open={consent !== null}
        confirm="撤回同意"
        keep="先不撤回"
        onConfirm={() => consent && void privacy.withdraw(consent)}
        onClose={close}
      >
        {consent && (
          <>
            <View>{consent.title}</View>
            <View>{sayWithdrawal(consent)}撤回之前已经做过的事不受影响。</View>
          </>
        )}
      </ConfirmSheet>
    </View>
  );
}

/** What withdrawing leads to, before it is done. */
function sayWithdrawal({ registrations, requests }: GivenConsentWire): string {
  if (requests > 0) return `写给工会的 ${requests} 件求助和来往的话都会删除，找不回来，工会也不再跟进。`;
  return registrations > 0 ? `靠它做的 ${registrations} 个报名会取消，为它填的信息会删除。` : '为它填的信息会删除。';
}
