import Taro from '@tarojs/taro';
import { ReleaseWire } from '@yugong/domain/release/wire';
import { hasApi } from '../has-api';
import { log } from '../log';
import { askService } from '../service';

/** This build's own release. */
declare const RELEASE: string;

/** So long the offer waits to hear what is new. */
const ANSWER_WITHIN_MS = 3000;

let isFetched = false;
/** Whoever said no is asked again after the next start only. */
let wasOffered = false;

/** Tab pages have no form: nobody is interrupted at one. */
const isAtTabPage = (): boolean => /^\/?pages\//.test(Taro.getCurrentPages().slice(-1)[0]?.route ?? '');

/**
 * What the fetched release brings, a line each: the app that runs was written before it and has to ask. Nothing where
 * nobody answers, or where the service is still of this release.
 */
async function sayWhatIsNew(): Promise<string> {
  const reply = await askService(ReleaseWire, { path: '/api/v1/release', timeoutMs: ANSWER_WITHIN_MS });
  if (reply.kind !== 'answered' || reply.data.version === RELEASE) return '';
  return reply.data.whatIsNew.map((line) => `${line}\n`).join('');
}

/**
 * Offers the release that WeChat has fetched beside the running one, where a tab page is looked at. It takes effect with a
 * new start, which WeChat makes by itself some day (UpdateManager).
 */
export async function offerUpdate(): Promise<void> {
  if (!isFetched || wasOffered || !isAtTabPage()) return;
  wasOffered = true;
  const news = await sayWhatIsNew();
  // Who has gone on meanwhile is offered it at the next tab page.
  if (!isAtTabPage()) {
    wasOffered = false;
    return;
  }
  const { confirm } = await Taro.showModal({
    title: '有新版本',
    content: `${news}重新打开后生效，未提交的内容会保留。`,
    confirmText: '现在更新',
    cancelText: '以后再说',
  });
  if (confirm) Taro.getUpdateManager().applyUpdate();
}

/** Hears of a release that WeChat fetched while the app runs. */
export function watchForUpdate(): void {
  if (!hasApi('getUpdateManager')) return;
  Taro.getUpdateManager().onUpdateReady(() => {
    isFetched = true;
    offerUpdate().catch(() => log('update', 'not offered'));
  });
}
