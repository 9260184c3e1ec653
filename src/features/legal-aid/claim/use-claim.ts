import Taro from '@tarojs/taro';
import { useState } from 'react';
import { applicationText, missingFrom, withIdNumber } from '@yugong/domain/labour-law';
import { useToday } from '@/platform/clock';
import { copyText } from '@/platform/clipboard';
import { documentsBy, saveDocument, shareDocument, type DocumentAnswer } from '@/platform/document';
import { amountNames } from '../amounts/compute';
import { chosenAmounts } from '../amounts/chosen';
import { useDraft } from '../draft/store';
import { useRestDays } from '../model';
import { applicationInput, draftedFacts } from './input';

export const claimSteps = ['要什么', '双方', '经过', '证据', '看一遍'] as const;

/** Where the text stands once its author has written in it. */
const OWN_TEXT = 'applicationText';
const notDone: Record<Exclude<DocumentAnswer, 'done'>, string> = {
  cancelled: '已取消',
  'not-sent': '连不上服务器，请先复制文字',
  failed: '生成失败，请先复制文字',
};
const FILE_NAME = '劳动仲裁申请书';

/** How a document leaves the page. */
export type DocumentWay = 'save' | 'share';

/** The application, built from the answers; once its author writes in it, it is theirs. */
export function useClaim() {
  const { draft, setField } = useDraft();
  const { today } = useToday();
  const restDays = useRestDays();
  const [step, setStep] = useState(0);
  const [busy, setBusy] = useState(false);
  // Typed for the paper alone: it is in memory while the page is open, and in no draft.
  const [idNumber, setIdNumber] = useState('');
  const input = applicationInput(draft, today, restDays);
  const { undecided, unready } = chosenAmounts(draft, today, restDays);
  const own = draft.fields[OWN_TEXT];
  const text = own ?? applicationText(input);

  const say = (title: string) => void Taro.showToast({ title, icon: 'none' });
  const makers = { save: saveDocument, share: shareDocument } as const;
  const made = {
    save: documentsBy === 'phone' ? '已保存到下载' : '已打开，右上角可以保存、转发',
    share: '已转给别的应用',
  };

  return {
    draft,
    today,
    step,
    setStep,
    missing: [
      ...undecided.map(({ amount }) => `${amount.title}请求多少`),
      ...unready.map((kind) => `${amountNames[kind]}没填完的`),
      ...missingFrom(input),
    ],
    drafted: draftedFacts(draft, today, restDays),
    text,
    isOwn: own !== undefined,
    write: (written: string) => setField(OWN_TEXT, written),
    rewrite: () => setField(OWN_TEXT, ''),
    idNumber,
    setIdNumber,
    busy,
    copy: async () =>
      say((await copyText(withIdNumber(text, idNumber))) ? '已复制，可以粘贴到文档里打印' : '复制失败，请长按文字选择'),
    /** @param withId does the number go into the document, and so to where it is made? */
    make: async (way: DocumentWay, withId: boolean) => {
      if (busy) return;
      setBusy(true);
      const answer = await makers[way](FILE_NAME, withIdNumber(text, withId ? idNumber : ''));
      setBusy(false);
      say(answer === 'done' ? made[way] : notDone[answer]);
    },
  };
}
