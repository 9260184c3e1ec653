import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { GivenConsentWire } from '@yugong/domain/consent/wire';
import { dayAt, sayDate } from '@yugong/domain/calendar';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { Card } from '@/ui/card';
import { mineUrl } from '..';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import type { usePrivacy } from './use-privacy';

const personalLabels = personFieldNames.map((name) => personFields[name].label).join('、');

/** What is kept of the reader and where; to take along, to take back, to take away. */
export function PrivacyView(privacy: ReturnType<typeof usePrivacy>) {
  const { account, busy, done, given, refreshGiven, consents, active } = privacy;
  const [asking, setAsking] = useState<'delete' | 'logout' | 'clear' | GivenConsentWire | null>(null);
  const close = () => setAsking(null);
  const consent = typeof asking === 'string' ? null : asking;
  return (
    <View>
      <ArticleHead title="我的信息" />
      {done && (
        <View ariaRole="status">
          <Notice>{done.text}</Notice>
        </View>
      )}
      <Section heading="本机">
        <Paragraph>收藏、搜索历史、“我能查吗”的回答、经期日期只存在本机，不会上传。</Paragraph>
        <Paragraph>未提交的报名保存 3 天，报名成功后删除。凭证保存在本机，离线也能出示。</Paragraph>
        <Actions>
          <PlainButton onPress={() => setAsking('clear')}>
            <Text>清除本机记录</Text>
          </PlainButton>
        </Actions>
      </Section>
      <Section heading="服务器上">
        {account ? (
          <Paragraph>
            {`报名填写的${personalLabels}加密保存，`}
            仅负责该活动的工作人员可见，不会提供给你的单位。给工会的求助同样加密保存，仅法律援助人员可见。不保存筛查结果。报名时还保存这部手机的加密标记，场次结束
            30 天后删除。
          </Paragraph>
        ) : (
          <Paragraph>没有你的任何信息。你还没有报名或提交过内容。</Paragraph>
        )}
        {account && <Paragraph>导出的是 Word 文档，可以看、可以打印。数据文件是给电脑程序读的。</Paragraph>}
        {account && (
          <Actions>
            <PlainButton icon="download" onPress={() => void privacy.takeAlong()}>
              <Text>{busy ? '请稍等……' : '导出我的信息'}</Text>
            </PlainButton>
            <PlainButton icon="download" onPress={() => void privacy.takeAlongAsData()}>
              <Text>导出数据文件（JSON）</Text>
            </PlainButton>
            <PlainButton icon="trash-2" onPress={() => setAsking('delete')}>
              <Text>全部删除</Text>
            </PlainButton>
            <PlainButton onPress={() => setAsking('logout')}>
              <Text>退出登录</Text>
            </PlainButton>
          </Actions>
        )}
      </Section>
      {account && (
        <Section heading="已同意的授权">
          {given.state === 'loading' && <Loading what="授权记录" lines={2} />}
          {given.state === 'offline' && <Offline what="授权记录" onRetry={() => void refreshGiven()} />}
          {given.state === 'failed' && <Failed what="授权记录" onRetry={() => void refreshGiven()} />}
          {given.state === 'ready' && consents.length === 0 && <Paragraph>暂无。</Paragraph>}
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
        keep="暂不删除"
        onConfirm={() => void privacy.remove()}
        onClose={close}
      >
        <View>
          {active > 0 ? `你的 ${active} 个报名会取消，名额让给其他人。` : ''}
          {`${personalLabels}，以及`}
          给工会的求助和驿站反馈，都会从服务器删除，无法恢复。需要留存，请先点“导出我的信息”。
        </View>
        <View>本机的收藏等不受影响。已打印或导出给医院的名单，请联系主办工会删除，可以打 12351。</View>
      </ConfirmSheet>
      <ConfirmSheet
        title="退出登录？"
        open={asking === 'logout'}
        confirm="确定退出登录"
        keep="暂不退出"
        onConfirm={() => void privacy.logout()}
        onClose={close}
      >
        <View>{`本机的凭证、消息和未提交的报名会清除。报名仍然有效。${sayUnsent(privacy.unsent)}`}</View>
        <View>{AFTER_LOGOUT}</View>
      </ConfirmSheet>
      <ConfirmSheet
        title="清除本机记录？"
        open={asking === 'clear'}
        icon="trash-2"
        confirm="确定清除"
        keep="暂不清除"
        onConfirm={() => void privacy.clearPhone()}
        onClose={close}
      >
        <View>
          收藏、搜索历史、经期日期、日历里自己加的日期、维权填写的内容和文书、未提交的报名、本机的凭证都会清除，无法恢复。
        </View>
        <View>{`${sayUnsent(privacy.unsent)}已提交的报名和求助不受影响${account ? '，账号不会退出' : ''}。`}</View>
      </ConfirmSheet>
      <ConfirmSheet
        title="撤回这项同意？"
        open={consent !== null}
        confirm="撤回同意"
        keep="暂不撤回"
        onConfirm={() => consent && void privacy.withdraw(consent)}
        onClose={close}
      >
        {consent && (
          <>
            <View>{consent.title}</View>
            <View>{sayWithdrawal(consent)}撤回前已完成的事项不受影响。</View>
          </>
        )}
      </ConfirmSheet>
    </View>
  );
}

const sayUnsent = (count: number): string => (count > 0 ? `还没发出的 ${count} 项不会再发出。` : '');

/** WeChat knows its user again; a browser's account has no name that one could come back by. */
const AFTER_LOGOUT =
  process.env.TARO_ENV === 'weapp'
    ? '以后用这个微信再打开，还能看到已有的报名。'
    : '浏览器里退出后不能再回到这个账号：看不到、也改不了已有的报名。请先保存凭证，要取消可以打 12351。';

/** What withdrawing leads to, before it is done. */
function sayWithdrawal({ purpose, registrations, requests }: GivenConsentWire): string {
  if (purpose === 'due-reminder') return '保存的日期会删除，到期不再提醒。';
  if (requests > 0) return `给工会的 ${requests} 件求助及沟通记录会删除，无法恢复，工会不再跟进。`;
  return registrations > 0 ? `相关的 ${registrations} 个报名会取消，填写的信息会删除。` : '相关信息会删除。';
}

/** A consent as it was given: the wording of that day, and the way to take it back. */
function ConsentCard({ consent, onWithdraw }: { consent: GivenConsentWire; onWithdraw: () => void }) {
  return (
    <Card
      first={`${sayDate(dayAt(Date.parse(consent.at)), '')}同意`}
      title={consent.title}
      actions={
        <PlainButton onPress={onWithdraw}>
          <Text>撤回</Text>
        </PlainButton>
      }
    >
      <View>{consent.text}</View>
    </Card>
  );
}
