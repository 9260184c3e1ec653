/** `wx.navigateTo` and its kin over the {@link Navigator}; a refusal is also a finding, since no tap should lead there. */
import type { MiniProgram } from './mini-program';
import { answer, Refusal, type CallOptions } from './answer';

type Url = CallOptions & { url: string };

export function navigationApis(app: MiniProgram): Record<string, unknown> {
  const to = (api: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') => (options: Url) =>
    answer(app.pending, api, options, async () => {
      const from = app.where;
      try {
        if (app.onlyNotesNavigation) app.navigator.log.push({ api, url: options.url });
        else await app.navigator[api](options.url);
      } catch (error) {
        if (!(error instanceof Refusal)) app.report('js-error', from, String(error));
        else app.report('navigation-failed', from, `${api} ${options.url}：${error.errMsg}`);
        throw error;
      }
      return {};
    });
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    switchTab: to('switchTab'),
    reLaunch: to('reLaunch'),
    navigateBack: (options?: CallOptions & { delta?: number }) =>
      answer(app.pending, 'navigateBack', options, async () => {
        if (!app.onlyNotesNavigation) await app.navigator.navigateBack(options?.delta);
        return {};
      }),
    // Only a tap may ask for it; WeChat then closes the app and keeps nothing of its stack.
    exitMiniProgram: (options?: CallOptions) =>
      answer(app.pending, 'exitMiniProgram', options, () => {
        app.navigator.log.push({ api: 'exitMiniProgram', url: app.where });
        return {};
      }),
    setNavigationBarTitle: (options: CallOptions & { title: string }) =>
      answer(app.pending, 'setNavigationBarTitle', options, () => {
        app.titles.set(app.where, options.title);
        return {};
      }),
    pageScrollTo: (options: CallOptions & { scrollTop?: number; duration?: number }) =>
      answer(app.pending, 'pageScrollTo', options, async () => {
        const { top } = app.navigator;
        if (top) await app.view.scrollTo?.(top, options.scrollTop ?? 0, options.duration ?? 300);
        return {};
      }),
    stopPullDownRefresh: (options?: CallOptions) =>
      answer(app.pending, 'stopPullDownRefresh', options, async () => {
        const { top } = app.navigator;
        app.pullingDown = false;
        if (top) await app.view.stopPullDown?.(top);
        return {};
      }),
    startPullDownRefresh: (options?: CallOptions) =>
      answer(app.pending, 'startPullDownRefresh', options, () => {
        app.pullDown();
        return {};
      }),
  };
}
