import Taro from '@tarojs/taro';
import { useState } from 'react';
import {
  applicationText,
  evidenceFor,
  missingFrom,
  type Amount,
  type ApplicationInput,
} from '@yugong/domain/labour-law';
import { useToday } from '@/platform/clock';
import { copyText } from '@/platform/clipboard';
import { documentsBy, saveDocument, shareDocument, type DocumentAnswer } from '@/platform/document';
import { amountKinds, computeAmount } from '../amounts/compute';
import { dayOf, endedOf, troublesOf } from '../draft/facts';
import { useDraft, type LegalDraft } from '../draft/store';
import { restDays } from '../model';

export const claimSteps = ['双方', '要什么', '经过', '证据', '看一遍'] as const;

/** Where the text stands once its author has written in it. */
const OWN_TEXT = 'applicationText';
const notDone: Record<Exclude<DocumentAnswer, 'done'>, string> = {
  cancelled: '没有发',
  'not-sent': '连不上服务，没做成，先复制文字吧',
  failed: '没做成，先复制文字吧',
};
const FILE_NAME = '劳动仲裁申请书';

/** The amounts that were chosen, in the order of the calculators, as they come out today. */
function amountsOf(draft: LegalDraft, today: string): Amount[] {
  return amountKinds
    .filter((kind) => draft.claims.includes(kind))
    .map((kind) => computeAmount(kind, draft, today, restDays))
    .flatMap((computed) => (computed.state === 'ready' ? [computed.amount] : []));
}

function inputOf(draft: LegalDraft, today: string): ApplicationInput {
  const field = (name: string): string => (draft.fields[name] ?? '').trim();
  const [first, last] = [dayOf(draft, 'started'), endedOf(draft)];
  const relation =
    field('claimRelation') === 'yes'
      ? [`请求确认申请人与被申请人${first ? `自${first}` : ''}${last ? `至${last}` : '起至今'}存在劳动关系。`]
      : [];
  return {
    committee: field('committee'),
    worker: {
      name: field('name'),
      sex: field('sex'),
      age: field('age'),
      occupation: field('occupation'),
      home: field('home'),
      phone: field('phone'),
    },
    employer: {
      name: field('employer'),
      address: field('employerAddress'),
      representative: field('representative'),
      position: field('position'),
    },
    amounts: amountsOf(draft, today),
    claims: [
      ...relation,
      ...field('otherClaims')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ],
    facts: field('facts'),
    evidence: evidenceFor(troublesOf(draft)).filter(({ id }) => draft.evidence.includes(id)),
    witnesses: field('witnesses').split('\n').join('；'),
    date: today,
  };
}

/** The application, built from the answers; once its author writes in it, it is theirs. */
export function useClaim() {
  const { draft, setField } = useDraft();
  const { today } = useToday();
  const [step, setStep] = useState(0);
  const [busy, setBusy] = useState(false);
  const input = inputOf(draft, today);
  const own = draft.fields[OWN_TEXT];
  const text = own ?? applicationText(input);

  const say = (title: string) => void Taro.showToast({ title, icon: 'none' });
  const hand = (make: (name: string, text: string) => Promise<DocumentAnswer>, done: string) => async () => {
    if (busy) return;
    setBusy(true);
    const answer = await make(FILE_NAME, text);
    setBusy(false);
    say(answer === 'done' ? done : notDone[answer]);
  };
  return {
    draft,
    input,
    step,
    setStep,
    missing: missingFrom(input),
    text,
    isOwn: own !== undefined,
    write: (written: string) => setField(OWN_TEXT, written),
    rewrite: () => setField(OWN_TEXT, ''),
    busy,
    copy: async () => say((await copyText(text)) ? '复制好了，可以粘贴到文档里打印' : '没复制成，请长按文字自己选'),
    save: hand(saveDocument, documentsBy === 'phone' ? '存到手机的下载里了' : '打开了，右上角能保存、转发'),
    share: hand(shareDocument, '交给别的应用了'),
  };
}
